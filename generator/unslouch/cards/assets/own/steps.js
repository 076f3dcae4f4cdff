// An exercise's steps, mended where what is set is not what their author had in mind. No page is needed here.

const SENTENCES = /(?<=[.!?])\s+/

/** The steps of a row: with one `side` only, no sentence of them is one that `exercise.changes` lists; and after the step
 * that names the seconds of the author's hold stands `note`, if another `hold` is set. Nothing where nothing is left. */
export function mended(steps, { side, exercise }, { hold, note }) {
  const left = (step) => step.split(SENTENCES).filter((one) => !exercise.changes.includes(one))
  const authors = exercise.own.split(".")[2] ?? ""
  const other = hold && [...new Set(hold)].join("-") !== authors
  const names = (step) => authors !== "" && (step.match(/\d+/g) ?? []).join("-") === authors
  return steps
    .map((step) => (side ? left(step).join(" ") : step))
    .map((step) => (other && names(step) ? `${step} ${note}` : step))
}
