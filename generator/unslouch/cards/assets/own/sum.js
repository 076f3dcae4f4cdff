// What all of it comes to, in words.

import { blocks, facts } from "./count.js"

/** Gives a function that shows, in `place`, the sum of what is chosen and what is to say of it; `full` says so too. */
export function summing(place, { data, language, say }) {
  const entry = (textContent) => Object.assign(document.createElement("li"), { textContent })
  return (chosen, full) => {
    const lines = [...blocks(chosen, data.blocks), ...(full ? [say("most")] : [])]
    place.querySelector(".own__sum").textContent = chosen.length ? `${facts(chosen, data, language)}.` : say("nothing")
    place.querySelector(".own__blocks").replaceChildren(...lines.map(entry))
  }
}
