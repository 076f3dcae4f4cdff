// An exercise's steps, mended where what is set is not what their author had in mind. No page is needed here.

import { PARTS, parts } from "./address.js"

const SENTENCES = /(?<=[.!?])\s+/

/** The steps of a row: with one `side` only, no sentence of them is one that `exercise.changes` lists; and after a step
 * that repeats a part of the author's dose stands `note`, if `dose` has another. Nothing where nothing is left. */
export function mended(steps, { side, exercise }, dose, note) {
  const left = (step) => step.split(SENTENCES).filter((one) => !exercise.changes.includes(one))
  const authors = parts(exercise.own)
  const other = (part) => [...new Set(dose[part])].join("-") !== authors[PARTS.indexOf(part)]
  return steps
    .map((step) => (side ? left(step).join(" ") : step))
    .map((step, at) => (step && exercise.repeats[at].some(other) ? `${step} ${note}` : step))
}
