// What all of it comes to, in words.

import { blocks, minutesSaid } from "./count.js"

/** Gives a function that shows, in `place`, how many and how long, and what is to say of it. */
export function summing(place, data, { language, say, count }) {
  const entry = (textContent) => Object.assign(document.createElement("li"), { textContent })
  const told = (chosen) => `${count("own_exercises", chosen.length)} · ${minutesSaid(chosen, data, language)}`
  return (chosen, routine) => {
    const lines = blocks(chosen, data.routines[routine]?.blocks)
    if (chosen.length === data.most) lines.push(say("most"))
    place.querySelector(".own__sum").textContent = chosen.length ? told(chosen) : say("nothing")
    place.querySelector(".own__blocks").replaceChildren(...lines.map(entry))
  }
}
