// What pages can do beyond being read: show the other side of an exercise, play its movement, begin a week with today,
// and narrow the overview. Side and filters keep their state in the address, so that a page can be shared as it is seen;
// the side that a reader chose is kept in this browser too, for the next exercise.

import { filters } from "./filters.js"
import { remember } from "./state.js"
import { keep, recall } from "./store.js"

const KEPT = "unslouch-side"

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
    const asked = new URLSearchParams(location.search).get("side") ?? recall(KEPT)
    const chosen = radios.find((radio) => radio.value === asked) ?? radios[0]
    chosen.checked = true
    show(chosen)
  }

  form.addEventListener("change", ({ target }) => {
    show(target)
    keep(KEPT, target.value)
    remember({ side: target === radios[0] ? "" : target.value }, { push: false })
  })
  form.hidden = false
  read()
  return read
}

/** A movement that plays when asked, in the place of its start and end: the address of the drawing says whether. */
function movement(figure) {
  const button = figure.querySelector(".us-watch")
  const drawings = [...figure.querySelectorAll(".us-pair__moving")]
  const ask = button.textContent
  let playing = false

  const play = (wanted) => {
    playing = wanted
    for (const drawing of drawings) {
      const still = drawing.src.split("#")[0]
      drawing.src = playing ? `${still}#f-play` : still
    }
    figure.classList.toggle("us-movement--playing", playing)
    button.textContent = playing ? button.dataset.usStop : ask
  }
  button.addEventListener("click", () => play(!playing))
  addEventListener("beforeprint", () => play(false))
  for (const drawing of drawings) drawing.addEventListener("error", () => play(false)) // no network, and not kept
  button.hidden = false
}

/** A week from today on: the days before come after it. */
function week(list) {
  const today = list.children[(new Date().getDay() + 6) % 7]
  const name = today.querySelector(".us-day__name")
  name.textContent = `${list.dataset.usToday}: ${name.textContent}`
  today.setAttribute("aria-current", "date")
  while (list.firstElementChild !== today) list.append(list.firstElementChild)
}

let readers = []
let seen = null

function start() {
  const root = document.querySelector("article") ?? document.body
  if (root === seen) return
  seen = root
  root.querySelectorAll(".us-movement").forEach(movement)
  root.querySelectorAll(".us-week[data-us-today]").forEach(week)
  readers = [sides(root), filters(root)].filter(Boolean)
}

addEventListener("popstate", () => {
  for (const read of readers) read()
})
// Material's instant navigation changes the page without loading it, and tells of it through document$.
if (window.document$?.subscribe) window.document$.subscribe(start)
else start()
