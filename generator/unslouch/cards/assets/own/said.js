// What the page says to a reader who changes something, until the next change.

/** Gives the ways to say it, in the places that `page` has for it; `say` and `few` as in words.js. What can be undone is,
 * by the address, when the reader asks for it. */
export function saying(page, { say, few }) {
  const message = page.querySelector(".own__message")
  const done = page.querySelector(".own__done")
  const undo = page.querySelector(".undo")
  const link = page.querySelector(".own__link")
  let last = ""
  undo.addEventListener("click", () => {
    location.hash = last
  })
  return {
    hush() {
      message.textContent = done.textContent = ""
      link.hidden = undo.hidden = true
    },
    /** What went wrong, as address.js tells it: keys of phrases, with the names they say. Answers whether anything did. */
    wrong(all) {
      message.textContent = all.map(({ word, names = [] }) => say(word, { names: few(names) })).join(" ")
      return all.length > 0
    },
    /** What was done, and the part of the address that brings back what was before. */
    done(text, before) {
      done.textContent = text
      undo.hidden = before === undefined
      last = before ?? ""
    },
    /** An address to copy by hand. */
    show(address) {
      const field = link.querySelector("input")
      link.hidden = false
      field.value = address
      field.select()
    },
  }
}
