// What a sheet comes to. Words and seconds of each dose come from the generator; only which of them, and how often, is
// known here. A ready-made card counts the same: tests/vectors/sheet_address.json holds the two to it. No page is needed.

/** What is chosen of an exercise: the amount in words, its seconds from least to most, and the rest in words. */
export function dose({ dose, exercise }) {
  const [amount, low, high, rest] = exercise.doses[dose]
  return { amount, low, high, rest }
}

/** Whole minutes from the least to the most, at least one; half a minute counts as one. `pause` seconds go to each change. */
export function minutes(chosen, pause) {
  const seconds = (end) => chosen.reduce((total, one) => total + dose(one)[end] + pause, 0)
  return ["low", "high"].map((end) => Math.max(1, Math.round(seconds(end) / 60)))
}

/** Level, minutes and equipment in a line, as on a ready-made card. `data` has the phrases, `language` picks among them. */
export function facts(chosen, data, language) {
  const [low, high] = minutes(chosen, data.pause)
  const phrase = data.minutes[new Intl.PluralRules(language).select(high)] ?? data.minutes.other
  const things = [...new Set(chosen.flatMap(({ exercise }) => exercise.equipment))]
  const levels = chosen.map(({ exercise }) => exercise.level)
  const needed = new Intl.ListFormat(language, { type: data.list }).format(things)
  return [
    data.levels[Math.min(...levels)]?.[Math.max(...levels)],
    phrase.replace("{number}", low === high ? low : `${low}–${high}`),
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

/** What is to say of each block to choose from that a reader has begun. An exercise counts once, however often it stands. */
export function blocks(chosen, all) {
  const ids = new Set(chosen.map(({ id }) => id))
  const has = (id) => ids.has(id)
  return all.filter(({ begun }) => begun.some(has)).map(({ of, told }) => told[of.filter(has).length])
}
