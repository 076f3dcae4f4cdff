// Which of the exercises to choose from are shown: by what the body must do, and by facts, as in the guide's lists.

import { about, best, WITHOUT } from "../fitting.js"

/** Follows the form, which narrows the exercises of `choices`; `count` is as in words.js. */
export function filtering(form, choices, count) {
  const status = form.querySelector("[role=status]")
  const clear = form.querySelector("[type=reset]")
  const all = [...choices.querySelectorAll("label")].map((label) => ({ label, ...about(label.dataset) }))

  function show() {
    const asked = new FormData(form)
    const wanted = { [WITHOUT]: asked.getAll(WITHOUT) }
    for (const { name, value } of form.querySelectorAll("select")) wanted[name] = value ? [value] : []
    const found = best(all, wanted)
    for (const { label } of all) label.hidden = true
    for (const [{ label }, how] of found) {
      label.hidden = false
      label.parentElement.append(label)
      const easier = label.querySelector("small")
      if (easier) easier.hidden = how !== "easier"
    }
    for (const group of choices.querySelectorAll("fieldset")) group.hidden = !group.querySelector("label:not([hidden])")
    clear.hidden = !Object.values(wanted).flat().length
    status.textContent = clear.hidden ? "" : count("filter_count", all.length, { shown: found.length })
  }

  form.addEventListener("change", show)
  form.addEventListener("reset", () => {
    setTimeout(() => {
      show()
      form.querySelector(":is(input,select)").focus()
    })
  })
}
