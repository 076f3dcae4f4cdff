// The card that is printed, as a ready-made one looks.

import { showCode } from "./code.js"
import { checked, dose, facts } from "./count.js"
import { fitting } from "./fit.js"

/** Gives a function that shows what is chosen on `card`, with its title, in large print or not, and a code for its address.
 *
 * It answers when the card is set, see fit.js.
 */
export function showing(card, data, language) {
  const fit = fitting(card, data)
  return (chosen, { title, large, address }) => {
    card.hidden = !chosen.length
    card.querySelector("h1").textContent = title
    card.querySelector(".facts").textContent = chosen.length ? facts(chosen, data, language) : ""
    card.querySelector(".checked").textContent = checked(chosen)
    card.querySelector(".rows").replaceChildren(...chosen.map(row))
    showCode(card.querySelector(".qr"), address)
    return fit(chosen.length, large)
  }
}

/** An exercise's row, with how much was chosen of it. */
function row(one, at) {
  const shell = document.createElement("template")
  shell.innerHTML = one.exercise.row
  const line = shell.content.firstElementChild
  const { amount, rest } = dose(one)
  line.querySelector(".number").textContent = at + 1
  line.querySelector(".amount").textContent = amount
  if (rest) line.querySelector(".rest").textContent = rest
  else line.querySelector(".rest").remove()
  return line
}
