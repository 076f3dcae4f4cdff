// What pages can do beyond being read: show the other side of an exercise, play its movement, and narrow the overview.
// Side and filters keep their state in the address, so that a page can be shared as it is seen, and nowhere else.

import { filters } from "./filters.js"
import { remember } from "./state.js"

/** The switch between right and left: words now, and pictures marked with data-us-only. */
function sides(root) {
  const form = root.querySelector(".us-switch")
  if (!form) return null
  const radios = [...form.querySelectorAll("input")]

  const show = (chosen) => {
    const words = { side: chosen.dataset.usWord, other_side: radios.find((radio) => radio !== chosen).dataset.usWord }
    for (const word of root.querySelectorAll("[data-us-side]")) word.textContent = words[word.dataset.usSide]
    for (const part of root.querySelectorAll("[data-us-only]")) part.hidden = part.dataset.usOnly !== chosen.value
  }
  const read = () => {
    const asked = new URLSearchParams(location.search).get("side")
    const chosen = radios.find((radio) => radio.value === asked) ?? radios[0]
    chosen.checked = true
    show(chosen)
  }

  form.addEventListener("change", ({ target }) => {
    show(target)
    remember({ side: target === radios[0] ? "" : target.value }, { push: false })
  })
  form.hidden = false
  read()
  return read
}

/** A movement that plays when asked: the address of the drawing says whether. */
function movement(figure) {
  const button = figure.querySelector(".us-watch")
  const drawings = [...figure.querySelectorAll(".us-movement__moving")]
  const ask = button.textContent

  const play = (playing) => {
    for (const drawing of drawings) {
      const still = drawing.src.split("#")[0]
      drawing.src = playing ? `${still}#f-play` : still
    }
    figure.classList.toggle("us-movement--playing", playing)
    button.setAttribute("aria-pressed", playing)
    button.textContent = playing ? button.dataset.usStop : ask
  }
  button.addEventListener("click", () => play(button.getAttribute("aria-pressed") !== "true"))
  addEventListener("beforeprint", () => play(false))
  button.hidden = false
}

let readers = []
let seen = null

function start() {
  const root = document.querySelector("article") ?? document.body
  if (root === seen) return
  seen = root
  root.querySelectorAll(".us-movement").forEach(movement)
  readers = [sides(root), filters(root)].filter(Boolean)
}

addEventListener("popstate", () => {
  for (const read of readers) read()
})
// Material's instant navigation changes the page without loading it, and tells of it through document$.
if (window.document$?.subscribe) window.document$.subscribe(start)
else start()
