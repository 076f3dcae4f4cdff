// What all of it comes to, in words.

import { blocks, minutesSaid } from "./count.js"

/** Gives a function that shows, in `place`, how many and how long, and what is to say of it; `full` says so too. */
export function summing(place, { data, language, say, count }) {
  const entry = (textContent) => Object.assign(document.createElement("li"), { textContent })
  const number = (chosen) => count("own_exercises", chosen.length)
  return (chosen, { full, routine }) => {
    const all = data.routines[routine]?.blocks
    const lines = [...(chosen.length ? blocks(chosen, all) : []), ...(full ? [say("most")] : [])]
    const sum = chosen.length ? `${number(chosen)} · ${minutesSaid(chosen, data, language)}` : say("nothing")
    place.querySelector(".own__sum").textContent = sum
    place.querySelector(".own__blocks").replaceChildren(...lines.map(entry))
  }
}
