// Which of the exercises to choose from are shown: by what they ask of the body, by area and by kind.

import { blocks, fit, WITHOUT, words } from "../fitting.js"

/** Follows the form, which narrows the exercises of `choices`; `count` is as in words.js. */
export function filtering(form, choices, count) {
  const status = form.querySelector("[role=status]")
  const all = [...choices.querySelectorAll("label")].map((label) => ({ label, ...about(label.dataset) }))

  function show() {
    const asked = new FormData(form)
    const wanted = { [WITHOUT]: asked.getAll(WITHOUT) }
    for (const { name, value } of form.querySelectorAll("select")) wanted[name] = value ? [value] : []
    for (const one of all) one.label.hidden = !fit(one, wanted)
    for (const group of choices.querySelectorAll("fieldset")) group.hidden = !group.querySelector("label:not([hidden])")
    const shown = all.filter(({ label }) => !label.hidden).length
    status.textContent = shown < all.length ? count("filter_count", all.length, { shown }) : ""
  }

  form.addEventListener("change", show)
  form.addEventListener("reset", () => setTimeout(show))
}

function about({ blocks: text, area, category }) {
  const asks = blocks(text)
  return { blocks: asks, has: { asks: asks[0][1][0], area: words(area), category: [category] } }
}
