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
  (text ?? "")
    .split(";")
    .filter(Boolean)
    .map((block) => {
      const [needed, exercises] = block.split(":")
      return [Number(needed), exercises.split("|").map(words)]
    })

/** An entry by what a page says of it: its facts as texts, by name. */
export function about({ blocks: text, eases, ...rest }) {
  const has = Object.entries(rest).map(([name, said]) => [name, words(said)])
  return { blocks: blocks(text), eases: words(eases), has: Object.fromEntries(has) }
}

/** How an entry can fit, the best first. */
const FITS = ["whole", "some", "easier"]

/** The entries that fit, as `[entry, how]`, those that fit best first. */
export function best(entries, choice) {
  const how = fitting(choice)
  const found = new Map(FITS.map((one) => [one, []]))
  for (const one of entries) {
    const fits = how(one)
    if (fits) found.get(fits).push([one, fits])
  }
  return [...found.values()].flat()
}

/** How many of the entries that fit would not, if the body were not asked for `ask` either. */
export function besides(entries, choice, ask) {
  const [now, then] = [choice, { ...choice, [WITHOUT]: [...(choice[WITHOUT] ?? []), ask] }].map(fitting)
  return entries.filter((one) => now(one) && !then(one)).length
}

/** Whether an entry fits: "whole", "easier" in its easier form, "some" if the reader picks what fits; else nothing. */
export const fit = (one, choice) => fitting(choice)(one)

/** The same for many entries: what is asked for is looked through once. */
function fitting({ [WITHOUT]: without = [], ...facets }) {
  const wanted = Object.entries(facets)
    .filter(([, asked]) => asked.length)
    .map(([name, asked]) => [name, picking(asked)])
  const isRefused = (asks) => asks.some((ask) => without.includes(ask))
  return ({ blocks, eases = [], has }) => {
    if (!wanted.every(([name, picked]) => picked(has[name] ?? []))) return ""
    if (!blocks.some(([, exercises]) => exercises.some(isRefused))) return "whole" // as most of a large guide
    const refused = blocks.map(([needed, exercises]) => {
      const kept = exercises.filter((asks) => !isRefused(asks))
      return { short: kept.length < needed, some: kept.length < exercises.length }
    })
    if (refused.every(({ short }) => !short)) return refused.some(({ some }) => some) ? "some" : "whole"
    const asked = blocks.flatMap(([, exercises]) => exercises.flat()).filter((ask) => without.includes(ask))
    return asked.every((ask) => eases.includes(ask)) ? "easier" : ""
  }
}

/** Whether what there is has one of the words asked for, and none of those to leave out. */
function picking(asked) {
  const out = asked.filter((word) => word.startsWith("-")).map((word) => word.slice(1))
  const only = asked.filter((word) => !word.startsWith("-"))
  return (there) =>
    !there.some((word) => out.includes(word)) && (!only.length || there.some((word) => only.includes(word)))
}
