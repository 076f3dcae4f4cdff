// The form above a list: it narrows the list, and keeps what is chosen in the address.

import { besides, best, WITHOUT, words } from "./fitting.js"
import { listing } from "./listing.js"
import { remember } from "./state.js"
import { phrases } from "./words.js"

/** Set the form going; what it gives reads the address anew. */
export function filters(root) {
  const form = root.querySelector(".us-filters")
  if (!form) return null
  const boxes = [...form.querySelectorAll(`[name=${WITHOUT}]`)]
  const selects = [...form.querySelectorAll("select")]
  const list = listing(root)
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
    const on = Object.values(choice).flat().length
    summary.textContent = on ? summary.dataset.usPhrase.replace("{number}", on) : ask
    clear.hidden = on === 0
    if (on && !list.isWhole) {
      list.whole().then((isWhole) => {
        if (isWhole) show()
        else status.textContent = list.lost
      })
      return
    }
    const fitting = on ? best(list.entries, choice) : null
    list.show(fitting)
    const shown = fitting ? fitting.length : list.total
    const unsaid = !choice[WITHOUT].includes("kneel") || choice[WITHOUT].includes("floor")
    const down = unsaid ? 0 : besides(list.entries, choice, "floor")
    if (also) also.hidden = !down
    const { usPhrase, usNone } = status.dataset
    const said = [usPhrase.replace("{shown}", shown), ...(shown ? [] : [usNone])]
    status.textContent = [...said, ...(down ? [count("also", down)] : [])].join(". ")
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
  // Who comes to the form is about to choose.
  for (const event of ["pointerover", "focusin"])
    form.addEventListener(event, () => list.isWhole || list.whole(), { once: true })
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
