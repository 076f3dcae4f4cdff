// Who gives a sheet, for the phone of who gets it: the telephone number in it, if there plainly is one, can be called.

/** Begins with + or 0, or is written as North America does. A date or hours do not pass for one. */
const NUMBER = /(?<![\w+])(?:(?:\+[1-9]|\(?0)[\d ()-]{4,18}\d|(?:\(\d{3}\) ?|\d{3}-)\d{3}-\d{4})(?!\w)/g

/** The pieces of a text, each with the address that calls it, or none. No page is needed here. */
export function pieces(text) {
  const found = [...text.matchAll(NUMBER)]
  if (found.length !== 1 || / -|- /.test(found[0][0])) return [{ text }]
  const [{ 0: number, index }] = found
  // The 0 in brackets after a country's code is left out by who dials the code.
  const dialled = number.replace(/^(\+.*?)\(0\)/, "$1").replace(/[^\d+]/g, "")
  const all = [
    { text: text.slice(0, index) },
    { text: number, href: `tel:${dialled}` },
    { text: text.slice(index + number.length) },
  ]
  return all.filter(({ text }) => text)
}

/** Shows a text in `place`. */
export function showGiven(place, text) {
  const node = ({ text, href }) =>
    href ? Object.assign(document.createElement("a"), { href, textContent: text }) : text
  place.replaceChildren(...pieces(text).map(node))
}
