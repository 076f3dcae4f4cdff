// The form above a list: it narrows the list, and keeps what is chosen in the address.

import { besides, best, blocks, WITHOUT, words } from "./fitting.js"
import { remember } from "./state.js"
import { phrases } from "./words.js"

const EASIER = "easier" // a way to fit, and where the page of an exercise tells of it

/** What an entry of the list says of itself. */
function entry(row) {
  const { usBlocks, usEases, ...rest } = row.dataset
  const has = Object.fromEntries(Object.entries(rest).map(([name, text]) => [name.slice(2).toLowerCase(), words(text)]))
  const link = row.querySelector("a")
  const parts = [...row.querySelectorAll("[data-us-fit]")]
  return { row, link, parts, blocks: blocks(usBlocks), eases: words(usEases), has }
}

/** Set the form going; what it gives reads the address anew. */
export function filters(root) {
  const form = root.querySelector(".us-filters")
  if (!form) return null
  const boxes = [...form.querySelectorAll(`[name=${WITHOUT}]`)]
  const selects = [...form.querySelectorAll("select")]
  const entries = [...root.querySelectorAll(".us-row[data-us-blocks]")].map(entry)
  const [status, summary, clear, also] = ["[role=status]", "summary", "[type=reset]", "[type=button]"].map((one) =>
    form.querySelector(one),
  )
  const { count } = phrases(JSON.parse(form.dataset.usWords), document.documentElement.lang)
  const ask = summary.textContent

  const chosen = () => {
    const picked = selects.map(({ name, value }) => [name, value ? [value] : []])
    return { [WITHOUT]: boxes.filter((box) => box.checked).map((box) => box.value), ...Object.fromEntries(picked) }
  }
  const show = () => {
    const choice = chosen()
    let shown = 0
    for (const [{ row, link, parts }, how] of best(entries, choice)) {
      row.hidden = !how
      for (const part of parts) part.hidden = !words(part.dataset.usFit).includes(how)
      link.hash = how === EASIER ? EASIER : ""
      row.parentElement.append(row)
      if (how) shown += 1
    }
    const unsaid = !choice[WITHOUT].includes("kneel") || choice[WITHOUT].includes("floor")
    const down = unsaid ? 0 : besides(entries, choice, "floor")
    if (also) also.hidden = !down
    const on = Object.values(choice).flat().length
    const { usPhrase, usNone } = status.dataset
    const said = [usPhrase.replace("{shown}", shown), ...(shown ? [] : [usNone])]
    status.textContent = [...said, ...(down ? [count("also", down)] : [])].join(". ")
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

  also?.addEventListener("click", () => {
    boxes.find(({ value }) => value === "floor").checked = true
    changed()
    summary.focus()
  })
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
