// What fits a reader's choice: exercises, routines, and what to put on a sheet. Pure; pages/assets and own/ use it.
//
// A choice is a map of names to words: `{ without: ["kneel"], area: ["hips"], position: ["-standing"] }`. `without` is
// what the body shall not be asked for; of every other name words are to be there, one of them at least, and those with
// a minus are not.
//
// An entry is `{ blocks, eases, has }`. A block is `[needed, asks]`: how many of its exercises are to be done, and what
// each of them asks, as words. An exercise is a block of one. `eases` is what its easier form spares, `has` the rest:
// `{ area: ["hips"] }`.

/** The name of what the body shall not be asked for. */
export const WITHOUT = "without"

/** The words of a text, as they stand in an address or in the page's data. */
export const words = (text) => (text ?? "").split(" ").filter(Boolean)

/** The blocks of an entry as its data has them: `2:kneel floor|one-leg|;1:floor`. */
export const blocks = (text) =>
  text.split(";").map((block) => {
    const [needed, exercises] = block.split(":")
    return [Number(needed), exercises.split("|").map(words)]
  })

/** How an entry can fit, the best first. */
const FITS = ["whole", "some", "easier"]

/** Entries with how they fit, as `[entry, how]`, those that fit best first; those that do not fit are last. */
export function best(entries, choice) {
  const place = ([, how]) => (how ? FITS.indexOf(how) : FITS.length)
  return entries.map((one) => [one, fit(one, choice)]).sort((one, other) => place(one) - place(other))
}

/** How many of the entries that fit would not, if the body were not asked for `ask` either. */
export const besides = (entries, choice, ask) => {
  const more = { ...choice, [WITHOUT]: [...(choice[WITHOUT] ?? []), ask] }
  return entries.filter((one) => fit(one, choice) && !fit(one, more)).length
}

/** Whether an entry fits: "whole", "easier" in its easier form, "some" if the reader picks what fits; else nothing. */
export function fit({ blocks, eases = [], has }, choice) {
  const { [WITHOUT]: without = [], ...facets } = choice
  if (!Object.entries(facets).every(([name, asked]) => picked(has[name] ?? [], asked))) return ""
  const refused = blocks.map(([needed, exercises]) => {
    const kept = exercises.filter((asks) => !asks.some((ask) => without.includes(ask)))
    return { short: kept.length < needed, some: kept.length < exercises.length }
  })
  if (refused.every(({ short }) => !short)) return refused.some(({ some }) => some) ? "some" : "whole"
  const asked = blocks.flatMap(([, exercises]) => exercises.flat()).filter((ask) => without.includes(ask))
  return asked.every((ask) => eases.includes(ask)) ? "easier" : ""
}

/** Whether what there is has one of the words asked for, and none of those to leave out. */
function picked(there, asked) {
  const out = asked.filter((word) => word.startsWith("-")).map((word) => word.slice(1))
  const only = asked.filter((word) => !word.startsWith("-"))
  return !out.some((word) => there.includes(word)) && (only.length === 0 || only.some((word) => there.includes(word)))
}
