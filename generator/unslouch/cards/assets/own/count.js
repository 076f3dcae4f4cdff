// What a sheet comes to. A ready-made card counts the same: tests/vectors/sheet_address.json holds the two to it. No page
// is needed.

import { read, seconds } from "./dose.js"

/** Whole minutes from the least to the most, at least one; half a minute counts as one. `pause` seconds go to each change. */
export function minutes(chosen, pause) {
  const all = chosen.map((one) => {
    const dose = read(one.dose, one.exercise)
    return seconds(dose, one).map((round) => (round + pause) * dose.rounds)
  })
  const total = (end) => all.reduce((sum, one) => sum + one[end], 0)
  return [0, 1].map((end) => Math.max(1, Math.round(total(end) / 60)))
}

/** The same in words. */
export function minutesSaid(chosen, data, language) {
  const [low, high] = minutes(chosen, data.pause)
  const phrase = data.minutes[new Intl.PluralRules(language).select(high)] ?? data.minutes.other
  return phrase.replace("{number}", low === high ? low : `${low}–${high}`)
}

/** Level, minutes and equipment in a line, as on a ready-made card. `data` has the phrases, `language` picks among them. */
export function facts(chosen, data, language) {
  const things = [...new Set(chosen.flatMap(({ exercise }) => exercise.equipment))]
  const levels = chosen.map(({ exercise }) => exercise.level)
  const needed = new Intl.ListFormat(language, { type: data.list }).format(things)
  return [
    data.levels[Math.min(...levels)]?.[Math.max(...levels)],
    minutesSaid(chosen, data, language),
    needed ? needed[0].toUpperCase() + needed.slice(1) : data.nothing,
  ]
    .filter(Boolean)
    .join(" · ")
}

/** When the newest of what is chosen was last checked, in words. */
export function checked(chosen) {
  const newest = (one, other) => (other.reviewed > one.reviewed ? other : one)
  return chosen.map(({ exercise }) => exercise).reduce(newest, { reviewed: "", checked: "" }).checked
}

/** What is to say of each of a routine's blocks to choose from. An exercise counts once, however often it stands. */
export function blocks(chosen, all = []) {
  const ids = new Set(chosen.map(({ id }) => id))
  return all.map(({ of, told }) => told[of.filter((id) => ids.has(id)).length])
}
