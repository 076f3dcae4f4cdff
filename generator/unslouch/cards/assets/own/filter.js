// Which of the exercises to choose from are shown: by what the body must do, and by facts, as in the guide's lists; where there
// are many, by a part of the name too.

import { best, WITHOUT, words } from "../fitting.js"

/** Follows the form, which narrows the `choices`, as choices.js has them; `count` is as in words.js. */
export function filtering(form, choices, count) {
  const status = form.querySelector("[role=status]")
  const clear = form.querySelector("[type=reset]")
  const { named } = form.elements

  function show() {
    const wanted = { [WITHOUT]: new FormData(form).getAll(WITHOUT) }
    for (const { name, value } of form.querySelectorAll("select")) wanted[name] = value ? [value] : []
    const typed = words(named?.value.toLowerCase())
    const found = best(choices.entries, wanted).filter(([{ name }]) => {
      const whole = name.toLowerCase()
      return typed.every((word) => whole.includes(word))
    })
    choices.narrow(found)
    clear.hidden = !(typed.length || Object.values(wanted).flat().length)
    status.textContent = clear.hidden ? "" : count("filter_count", choices.entries.length, { shown: found.length })
  }

  form.addEventListener("change", show)
  named?.addEventListener("input", show)
  form.addEventListener("submit", (event) => event.preventDefault())
  form.addEventListener("reset", () => {
    setTimeout(() => {
      show()
      const first = named ?? form.querySelector(":is(input,select)")
      first.focus()
    })
  })
}
