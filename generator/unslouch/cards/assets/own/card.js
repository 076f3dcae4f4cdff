// The card that is printed, as a ready-made one looks.

import { showCode } from "./code.js"
import { checked, facts } from "./count.js"
import { amount, read, rest } from "./dose.js"
import { fitting } from "./fit.js"
import { mended } from "./steps.js"

/** Gives a function that shows on `card` what is chosen and what is said of it, with a code for the first of `addresses`
 * that is short enough for one; `said` are the ways to say things, as in words.js.
 *
 * It answers what there is to tell of it when the card is set, see fit.js.
 */
export function showing(card, data, said) {
  const fit = fitting(card, data)
  const part = (selector) => card.querySelector(selector)
  const given = part(".fill .wide")
  const label = given.textContent
  const scan = part(".qr > a").textContent
  return async (chosen, { title, about, addresses }) => {
    card.hidden = !chosen.length
    part(".title > h2").textContent = title
    part(".facts").textContent = chosen.length ? [facts(chosen, data, said.language), ...often(about)].join(" · ") : ""
    part(".intro").textContent = about.note
    part(".checked").textContent = checked(chosen)
    given.textContent = about.given ? said.say("label", { what: label, name: about.given }) : label
    part(".rows").replaceChildren(...chosen.map((one, at) => row(one, at, said)))
    showAsks(chosen)
    showDays(about.days)
    showTimes(Number(about.times))
    const coded = showCode(part(".qr"), addresses)
    part(".qr > a").textContent = coded > 0 ? said.say("scan") : scan
    const small = await fit(chosen.length, Boolean(about.large))
    if (small === null) return null
    return [small, coded < 0 && said.say("code_none"), coded > 0 && said.say("code_short")].filter(Boolean).join(" ")
  }

  /** On which days, and how often on each. */
  function often({ days, times }) {
    const named = [...days].map((day) => data.week[day - 1])
    return [said.list(named), times && said.count("own_times", times)].filter(Boolean)
  }

  function showAsks(chosen) {
    const asked = new Set(chosen.flatMap(({ exercise }) => exercise.asks))
    const all = part(".asks")
    if (!all) return
    all.hidden = !asked.size
    for (const [at, ask] of [...all.querySelectorAll(".ask")].entries()) ask.hidden = !asked.has(data.asked[at])
  }

  /** A few times a day are as many places to tick, more would be too small: see card.css. */
  function showTimes(times) {
    const part = times > 1 && times <= data.ticks ? `${100 / times}%` : null
    for (const place of card.querySelectorAll(".rows, .strip")) place.style.setProperty("--tick-part", part)
  }

  /** Only the days that are asked for are there to tick. */
  function showDays(days) {
    for (const line of card.querySelectorAll(".row, .strip")) {
      for (const [at, day] of [...line.querySelectorAll(".day, .box")].entries()) {
        day.toggleAttribute("hidden", days !== "" && !days.includes(at + 1))
      }
    }
    const letters = [...card.querySelectorAll(".days > svg > text:not([hidden])")]
    for (const [at, letter] of letters.entries()) letter.setAttribute("x", 10 * at + 5)
    part(".days > svg").setAttribute("viewBox", `0 0 ${10 * letters.length} 7`)
    part(".days").style.setProperty("--days", letters.length)
  }
}

/** An exercise's row, with how much was chosen of it, and what is to say of it here. */
function row(one, at, said) {
  const { exercise, side, note } = one
  const shell = document.createElement("template")
  shell.innerHTML = exercise.rows[side] ?? Object.values(exercise.rows)[0]
  const line = shell.content.firstElementChild
  const dose = read(one.dose, exercise)
  line.querySelector(".number").textContent = at + 1
  line.querySelector(".amount").textContent = amount(dose, one, said)
  line.querySelector(".rest").textContent = rest(dose, said.count)
  if (!line.querySelector(".rest").textContent) line.querySelector(".rest").remove()
  const steps = [...line.querySelectorAll(".steps > li:not(.caution)")]
  const texts = steps.map(({ textContent }) => textContent)
  for (const [at, text] of mended(texts, one, dose, said.say("amount_set")).entries()) {
    if (text) steps[at].textContent = text
    else steps[at].remove()
  }
  if (note) line.querySelector(".what").append(made("p", "note", note))
  return line
}

const made = (kind, className, textContent) => Object.assign(document.createElement(kind), { className, textContent })
