// The form above a list: it narrows the list, and keeps what is chosen in the address.

import { blocks, fit, WITHOUT, words } from "./fitting.js"
import { remember } from "./state.js"

/** What an entry of the list says of itself. */
function entry(row) {
  const { usBlocks, usEases, ...rest } = row.dataset
  const has = Object.fromEntries(Object.entries(rest).map(([name, text]) => [name.slice(2).toLowerCase(), words(text)]))
  return { row, note: row.querySelector(".us-row__fits"), blocks: blocks(usBlocks), eases: words(usEases), has }
}

/** Set the form going; what it gives reads the address anew. */
export function filters(root) {
  const form = root.querySelector(".us-filters")
  if (!form) return null
  const boxes = [...form.querySelectorAll(`[name=${WITHOUT}]`)]
  const selects = [...form.querySelectorAll("select")]
  const entries = [...root.querySelectorAll(".us-row[data-us-blocks]")].map(entry)
  const [status, summary, clear] = ["[role=status]", "summary", "button"].map((one) => form.querySelector(one))
  const ask = summary.textContent

  const chosen = () => {
    const picked = selects.map(({ name, value }) => [name, value ? [value] : []])
    return { [WITHOUT]: boxes.filter((box) => box.checked).map((box) => box.value), ...Object.fromEntries(picked) }
  }
  const show = () => {
    const choice = chosen()
    let shown = 0
    for (const { row, note, ...one } of entries) {
      const how = fit(one, choice)
      row.hidden = !how
      if (note) note.hidden = how === "whole"
      if (how) shown += 1
    }
    const on = Object.values(choice).flat().length
    const { usPhrase, usNone } = status.dataset
    status.textContent = [usPhrase.replace("{shown}", shown), ...(shown ? [] : [usNone])].join(". ")
    summary.textContent = on ? summary.dataset.usPhrase.replace("{number}", on) : ask
    clear.hidden = on === 0
  }
  const read = () => {
    const asked = new URLSearchParams(location.search)
    const without = words(asked.get(WITHOUT))
    for (const box of boxes) box.checked = without.includes(box.value)
    for (const select of selects) {
      const value = asked.get(select.name)
      select.value = [...select.options].some((option) => option.value === value) ? value : ""
    }
    show()
  }
  const changed = () => {
    show()
    const values = Object.entries(chosen()).map(([name, asked]) => [name, asked.join(" ")])
    remember(Object.fromEntries(values), { push: true })
  }

  form.addEventListener("change", changed)
  form.addEventListener("submit", (event) => event.preventDefault())
  form.addEventListener("reset", () => {
    setTimeout(() => {
      changed()
      ;[summary, ...boxes, ...selects].find((one) => one.checkVisibility())?.focus()
    })
  })
  read()
  return read
}
