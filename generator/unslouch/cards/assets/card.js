// A card's print button and choice of paper. Without it a browser prints on the site's own paper from its menu.

import { drawn, follow } from "./paper.js"

const print = document.querySelector(".print")
const papers = document.querySelector(".papers")

follow(papers)
print.addEventListener("click", async () => {
  await drawn(document)
  window.print()
})
print.hidden = papers.hidden = false
if (location.hash === "#print") {
  history.replaceState(history.state, "", location.pathname + location.search)
  addEventListener("load", () => window.print())
}
