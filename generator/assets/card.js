// A card's print button and choice of paper. Without it a browser prints on the site's own paper from its menu.

const page = document.querySelector("#paper")
const print = document.querySelector(".print")
const papers = document.querySelector(".papers")

function choose(radio) {
  document.documentElement.dataset.paper = radio.value
  page.textContent = `@page{size:${radio.dataset.size};margin:10mm}`
}

papers.addEventListener("change", ({ target }) => choose(target))
print.addEventListener("click", () => window.print())
choose(papers.querySelector(":checked"))
print.hidden = papers.hidden = false
if (location.hash === "#print") {
  history.replaceState(history.state, "", location.pathname + location.search)
  addEventListener("load", () => window.print())
}
