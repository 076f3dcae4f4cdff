// Parts of the page, made by its scripts.

/** An element with attributes (`true` is there without a value, `false` and nothing are not) and children. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== false && (value ?? null) !== null) made.setAttribute(attribute, value === true ? "" : value)
  }
  made.append(...children.filter((child) => child !== null))
  return made
}

/** Options of a list to choose from, each a value and a name; the one with the value `chosen` is. */
export const options = (all, chosen) =>
  all.map(([value, name]) => element("option", { value, selected: String(value) === String(chosen ?? "") }, name))

/** Hands a file over to the reader. */
export function save(name, text, type) {
  const link = element("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name })
  link.click()
  setTimeout(URL.revokeObjectURL, 10_000, link.href)
}
