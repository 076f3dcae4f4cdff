// How much of an exercise: read from the address or as typed, held within sense, counted in seconds and said in words.
// content/dose.py and guide/wording.py do the same for ready-made cards; tests/vectors/sheet_address.json holds them
// together. No page is needed here.

import { key, PARTS, parts } from "./address.js"

/** The most that a reader may set of each part; where an author says more, that. */
const MOST = { sets: 20, reps: 200, hold: 600, time: 3600, rest: 600 }
const LASTING = ["hold", "time", "rest"]
const BETWEEN_SETS = [15, 15]
const TO_CHANGE_SIDES = 8
const LONGEST_IN_SECONDS = 90

/** The parts of an exercise's dose that can be set. */
export const settable = ({ said }) => Object.keys(MOST).filter((part) => part === "rest" || part in said)

/** The least and the most that a reader may set. */
export const bounds = ({ said }, part) => [1, Math.max(MOST[part], said[part]?.[1] ?? 0)]

function range(text) {
  const [, low, high = low] = text.match(/^([1-9]\d{0,3})(?:-([1-9]\d{0,3}))?$/)?.map((one) => one && Number(one)) ?? []
  return low <= high ? [low, high] : null
}

/** The dose that stands in the address; nothing where it makes no sense for the exercise. */
export function read(written, exercise) {
  const has = Object.fromEntries(parts(written).map((text, at) => [PARTS[at], text]))
  if (!Object.hasOwn(exercise.manners, has.manner)) return null
  if (!/^([2-9]|10)?$/.test(has.rounds)) return null
  const dose = { ...exercise.manners[has.manner], rounds: Number(has.rounds || 1) }
  for (const part of Object.keys(MOST)) {
    const text = part === "rest" ? has.rest || exercise.rest : has[part]
    dose[part] = range(text)
    if (text ? !fits(dose[part], part, exercise) : exercise.needed.includes(part)) return null
  }
  return dose.reps || dose.hold || dose.time ? dose : null
}

function fits(range, part, exercise) {
  return settable(exercise).includes(part) && range && range[1] <= bounds(exercise, part)[1]
}

/** The exercises of an address with all that was loaded of them, in the same order; nothing stands for what could not be.
 * A dose that makes no sense is the author's. */
export function settle(items, loaded, names) {
  const all = items.map((item, at) => ({ ...item, exercise: loaded[at] }))
  const there = all.filter(({ exercise }) => exercise)
  const known = ({ dose, exercise }) => read(dose, exercise)
  const named = (some) => some.map(({ id }) => names.get(id))
  const told = [
    { word: "changed", names: named(there.filter((one) => one.dose && !known(one))) },
    { word: "not_loaded", names: named(all.filter(({ exercise }) => !exercise)) },
  ]
  const chosen = there.map((one) => ({
    ...one,
    dose: known(one) ? one.dose : one.exercise.own,
    side: one.exercise.sides > 1 ? one.side : "",
  }))
  return { chosen, told: told.filter(({ names }) => names.length) }
}

/** The dose as the address has it with one part as a reader typed it; nothing where that makes no sense. `minute` is the
 * sign of minutes. */
export function typed({ dose, exercise }, part, text, minute) {
  const has = parts(dose)
  has[PARTS.indexOf(part)] = LASTING.includes(part) ? lasting(text, minute) : numbers(text).join("-")
  if (part === "rest" && has[4] === exercise.rest) has[4] = ""
  const made = key(has)
  return read(made, exercise) ? made : null
}

const numbers = (text) => text.match(/\d+/g) ?? []

/** Seconds of `45`, `45 s`, `15-30 s`, `2 min`, `1 min 30 s`. */
function lasting(text, minute) {
  const [before, ...after] = text.split(minute)
  if (!after.length) return numbers(text).join("-")
  const seconds = numbers(after.join(" ")).map(Number)
  const whole = numbers(before).map((one) => one * 60)
  return (seconds.length ? [[...whole, ...seconds].reduce((sum, one) => sum + one)] : whole).join("-")
}

/** Where what is set is more, or less, than any author says: part → `more_than` or `less`. */
export function apart(dose, { said }) {
  const told = Object.entries(said).filter(([part]) => dose[part])
  const found = told.map(([part, [low, high]]) => [
    part,
    dose[part][1] > high ? "more_than" : dose[part][0] < low ? "less" : "",
  ])
  return Object.fromEntries(found.filter(([, word]) => word))
}

/** Seconds of a round from least to most, rests between sets included. Sides that move in turn are not changed between. */
export function seconds(dose, { side, exercise }) {
  const sides = side ? 1 : exercise.sides
  const change = exercise.turns && (dose.reps || dose.time) ? 0 : TO_CHANGE_SIDES
  return [0, 1].map((end) => {
    const rest = (dose.rest ?? BETWEEN_SETS)[end]
    const once = sides * oneSide(dose, end) + (sides - 1) * change
    return once * dose.sets[end] + rest * (dose.sets[end] - 1)
  })
}

function oneSide({ reps, hold, time, tenths }, end) {
  const times = reps?.[end] ?? 0
  return (time?.[end] ?? 0) + Math.floor((times * tenths + 5) / 10) + (hold?.[end] ?? 0) * (reps ? times : 1)
}

const span = ([low, high]) => (low === high ? `${low}` : `${low}–${high}`)

/** A length of time with the signs of its units; `count` as in words.js. */
export function duration([low, high], count) {
  if (low % 60 === 0 && high % 60 === 0) {
    return count("short_minute", high / 60, { minute: span([low / 60, high / 60]) })
  }
  if (low === high && low > LONGEST_IN_SECONDS) {
    const [minute, second] = [Math.floor(low / 60), low % 60]
    return count("short_minute_and_second", second, { minute, second })
  }
  return count("short_second", high, { second: span([low, high]) })
}

/** A part of a dose as a reader sees and sets it. */
export function shown(dose, part, count) {
  if (!dose[part]) return ""
  return LASTING.includes(part) ? duration(dose[part], count) : span(dose[part])
}

/** A dose where there is little room: `3 × 10–12, each side`. */
export function amount(dose, { side, exercise }, { say, count, list }) {
  const { sets, rounds, with: more } = dose
  const what = list(amounts(dose, count).filter(Boolean))
  let said = count("dose_sets", sets[1], { number: span(sets), what })
  if (exercise.sides > 1) {
    if (side) said = say(side === "r" ? "only_right" : "only_left", { dose: said })
    else said = count("dose_each_side", 2, { dose: said })
  }
  if (more) said = count("dose_with", 1, { dose: said, more })
  return rounds > 1 ? count("dose_rounds", rounds, { dose: said }) : said
}

/** What a set is of; a hold beside repetitions is one in each of them. */
function amounts({ reps, hold, time, unit }, count) {
  const counted = reps && (unit ? count("dose_counted", reps[1], { number: span(reps), unit }) : span(reps))
  const held = hold && count("dose_hold_short", hold[1], { duration: duration(hold, count) })
  const lasting = time && duration(time, count)
  return reps && hold ? [count("dose_held", 1, { reps: counted, hold: held }), lasting] : [counted, lasting, held]
}

/** The rest between sets; nothing where there is none to tell of. */
export function rest(dose, count) {
  return dose.rest && dose.sets[1] > 1 ? count("card_rest", dose.rest[1], { duration: duration(dose.rest, count) }) : ""
}
