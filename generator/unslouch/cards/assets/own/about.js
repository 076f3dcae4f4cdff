// What is said of the sheet as a whole: its name, who gives it, a note, the days, how often, and the size of print.

import { FIELDS } from "./address.js"

/** Follows the fields, which are named as in address.js; `changed` hears of every letter.
 *
 * Gives what they say, each a text, and a way to show what an address says. The name `unnamed` is none.
 */
export function about(fields, { unnamed, changed }) {
  const none = Object.fromEntries(Object.keys(FIELDS).map((name) => [name, ""]))
  let routine = ""

  for (const field of fields) field.addEventListener("input", changed)

  return {
    none,
    read() {
      const said = { ...none, routine }
      for (const { type, name, checked, value } of fields)
        if (type !== "checkbox" || checked) said[name] += value.trim()
      return { ...said, name: said.name === unnamed ? "" : said.name }
    },
    show(said) {
      routine = said.routine
      for (const field of fields) {
        const text = said[field.name] || (field.name === "name" ? unnamed : "")
        if (field.type === "checkbox") field.checked = text.includes(field.value)
        else if (field.value !== text) field.value = text
      }
    },
    /** Where all of it comes from, if it comes from one routine. */
    from(id) {
      routine = id
    },
  }
}
