// What the page says to a reader who changes something, until the next change.

/** Gives the ways to say it, in the places that `tool` has for it; `say` and `few` as in words.js. */
export function saying(tool, { say, few }) {
  const message = tool.querySelector(".own__message")
  const done = tool.querySelector(".own__done")
  const link = tool.querySelector(".own__link")
  return {
    hush() {
      message.textContent = done.textContent = ""
      link.hidden = true
    },
    /** What went wrong, as address.js tells it: keys of phrases, with the names they say. Answers whether anything did. */
    wrong(all) {
      message.textContent = all.map(({ word, names = [] }) => say(word, { names: few(names) })).join(" ")
      return all.length > 0
    },
    done(text) {
      done.textContent = text
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
