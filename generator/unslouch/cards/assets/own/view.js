// What is shown of a sheet besides its list: its name as the heading, the card, what it comes to, and what can be done.

import { showing } from "./card.js"
import { showGiven } from "./given.js"
import { addressOf } from "./link.js"
import { summing } from "./sum.js"

/** Gives `all`, which shows what is chosen and said, `card`, which shows what is printed, `build`, which shows the tool,
 * and `set`, which answers when the card is as large as it can be. `sheet` gives what is chosen and what is said; `words` are
 * as in words.js. */
export function viewing(page, { data, words, unnamed, sheet }) {
  const part = (selector) => page.querySelector(selector)
  const setCard = showing(part(".card"), data, words)
  const showSum = summing(page, data, words)
  const tool = document.title
  let set = Promise.resolve()
  let resting = 0

  function card() {
    const { chosen, about } = sheet()
    const title = about.name || unnamed
    part("h1").textContent = page.classList.contains("building") ? tool : title
    part(".own__by").hidden = !about.given
    showGiven(part(".own__by"), words.say("by", { name: about.given }))
    part(".own__told").textContent = about.note
    document.title = chosen.length ? title : tool // what a saved PDF is called
    const bare = chosen.map((one) => ({ ...one, note: "" }))
    const addresses = [addressOf(chosen, about, data.version), addressOf(bare, { ...about, note: "" }, data.version)]
    for (const way of [".play", ".calendar"].map(part)) {
      way.hash = new URL(addresses[0]).hash
      way.hidden = !chosen.length
    }
    set = setCard(chosen, { title, about, addresses }).then((told) => {
      if (told !== null) part(".own__small").textContent = told
    })
  }

  return {
    card,
    /** The card is measured when who types rests. */
    soon() {
      clearTimeout(resting)
      resting = setTimeout(card, 200)
    },
    set: () => set,
    all() {
      const { chosen, about } = sheet()
      showSum(chosen, about.routine)
      for (const button of page.querySelectorAll(".set, .print, .copy, .see")) button.disabled = !chosen.length
      card()
    },
    /** Shows the tool; without it the sheet comes first, as who opens a link wants it. */
    build(building = true) {
      page.classList.toggle("building", building)
      part(".play").classList.toggle("chief", !building)
      part(".print").classList.toggle("chief", building)
      card()
    },
  }
}
