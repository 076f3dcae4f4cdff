// The screen at the end: what was done and how it felt, or why one stops; and the ways on.

import { fragment } from "../own/address.js"
import { ticking } from "./ticked.js"

const FELT = { easy: "felt_easy", right: "felt_right", hard: "felt_hard" }

/** Follows the buttons of `screen`, one of which plays all of it `again`. Gives a function that shows how a session ended,
 * "done" or "stopped"; it is "done" where something was. */
export function ending(screen, { say, count, list, few, data, again }) {
  const part = (selector) => screen.querySelector(selector)
  const week = ticking(screen, { say, count })

  screen.addEventListener("click", ({ target }) => {
    const pressed = target.closest("button")
    if (pressed?.name === "again") return again()
    if (!pressed || !FELT[pressed.name]) return
    week.felt(pressed.name)
    for (const one of screen.querySelectorAll("[aria-pressed]")) one.setAttribute("aria-pressed", one === pressed)
    part(".told").textContent = say(FELT[pressed.name])
  })

  return (end, session) => {
    const { items, name, about } = session
    const chosen = items.filter((one) => !one.out)
    const done = chosen.filter((one) => one.done)
    const how = end === "done" && !done.length ? "seen" : end
    for (const one of screen.querySelectorAll("[data-only]")) one.hidden = one.dataset.only !== how
    part(".did").textContent = say("did", { names: list([...new Set(done.map((one) => one.name))]) })
    part(".told").textContent = ""
    for (const one of screen.querySelectorAll("[aria-pressed]")) one.setAttribute("aria-pressed", false)
    const sheet = part(".print")
    const titled = about.name || (name === data.title ? "" : name)
    if (how === "done") week.tick({ ...session, items: done, name: titled || few(done.map((one) => one.name)) })
    if (sheet) sheet.hash = fragment(chosen, { name: titled, given: about.given, note: about.note }, data.version)
    part(`.ended[data-only=${how}]`).focus()
  }
}
