// What a reader did, as data: entries, each a tick on a day, and the weekly plan that goes with them. No page is needed here,
// and nothing is kept here, see diary.js. Whatever is read, from a browser or a file, may have been written by anybody: an
// entry has its shape, or it is none.

export const APP = "unslouch-journal"
export const VERSION = 1
/** For each version but the newest what makes the next one of it. */
const UPGRADES = {}
export const FEELINGS = ["easy", "right", "hard"]
/** Effort and pain go from 0 to this. */
export const SCALE = 10
const LONGEST = { id: 60, name: 120, minutes: 1440, moves: 40 }
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u

export const empty = () => ({ plan: null, entries: [] })

// Days, each as 2026-11-30

const two = (number) => String(number).padStart(2, "0")

/** The day of a moment where the reader is. */
export const dayOf = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

/** A day's noon, which no change of clocks moves to another day. */
export function noon(day) {
  const [year, month, date] = day.split("-").map(Number)
  return new Date(year, month - 1, date, 12)
}

export function plus(day, many) {
  const date = noon(day)
  date.setDate(date.getDate() + many)
  return dayOf(date)
}

/** From 0, Monday. */
export const weekday = (day) => (noon(day).getDay() + 6) % 7

/** Monday to Sunday of the week that a day is in. */
export function weekOf(day) {
  const monday = plus(day, -weekday(day))
  return [0, 1, 2, 3, 4, 5, 6].map((many) => plus(monday, many))
}

/** The first of these days of the week from a day on. */
export const firstOf = (days, from) =>
  [0, 1, 2, 3, 4, 5, 6].map((many) => plus(from, many)).find((day) => days.includes(weekday(day)))

// Entries

const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && dayOf(noon(text)) === text
const whole = (value, most) => Number.isInteger(value) && value >= 0 && value <= most
const isText = (value, most) => typeof value === "string" && value.length <= most
const ids = (list) =>
  Array.isArray(list) && list.length <= LONGEST.moves && list.every((one) => isText(one, LONGEST.id) && NAME.test(one))

/** An entry of what somebody wrote; nothing where it has not the shape of one. What is left out is not known. */
export function entry(written) {
  const { id, day, routine = "", name, minutes = 0, felt = "", effort = null, pain = null } = written ?? {}
  const { moves = [], easier = [] } = written ?? {}
  const fits =
    isText(id, LONGEST.id) &&
    NAME.test(id) &&
    isText(day, 10) &&
    isDay(day) &&
    isText(routine, LONGEST.id) &&
    (!routine || NAME.test(routine)) &&
    isText(name, LONGEST.name) &&
    whole(minutes, LONGEST.minutes) &&
    ["", ...FEELINGS].includes(felt) &&
    [effort, pain].every((one) => one === null || whole(one, SCALE)) &&
    ids(moves) &&
    ids(easier)
  return fits ? { id, day, routine, name, minutes, felt, effort, pain, moves, easier } : null
}

/** A new entry; `name` may come from anybody and be of any length. */
export function made({ name, ...rest }) {
  const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}0`
  return entry({ id, name: name.slice(0, LONGEST.name), ...rest })
}

const inOrder = (entries) => entries.toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1))

/** The journal with these entries as well; one that it has already is as they say. */
export function withEntries(journal, entries) {
  const all = new Map([...journal.entries, ...entries].map((one) => [one.id, one]))
  return { ...journal, entries: inOrder([...all.values()]) }
}

export const without = (journal, id) => ({ ...journal, entries: journal.entries.filter((one) => one.id !== id) })

/** The journal with an entry as these values have it; as it was where they make no sense. */
export function changed(journal, id, values) {
  const entries = journal.entries.map((one) => (one.id === id ? (entry({ ...one, ...values }) ?? one) : one))
  return { ...journal, entries: inOrder(entries) }
}

// As text

/** A journal as it is kept, and as a file. */
export const written = ({ plan, entries }, indent = 0) =>
  JSON.stringify({ app: APP, version: VERSION, plan, entries }, null, indent)

/** Reads that. `wrong` says what else it is: broken, foreign, or of a newer version of this page; `lost` how many of its
 * entries have not the shape of one. */
export function read(text, upgrades = UPGRADES, newest = VERSION) {
  let data
  try {
    data = JSON.parse(text)
  } catch {
    return { ...empty(), lost: 0, wrong: "broken" }
  }
  if (data?.app !== APP || !Number.isInteger(data.version)) return { ...empty(), lost: 0, wrong: "foreign" }
  if (data.version > newest) return { ...empty(), lost: 0, wrong: "newer" }
  for (let version = data.version; version < newest; version++) {
    if (!upgrades[version]) return { ...empty(), lost: 0, wrong: "foreign" }
    data = upgrades[version](data)
  }
  if (!Array.isArray(data.entries)) return { ...empty(), lost: 0, wrong: "broken" }
  const entries = data.entries.map(entry)
  const good = entries.filter(Boolean)
  const plan = isText(data.plan, LONGEST.id) ? data.plan : null
  return { ...withEntries({ plan, entries: [] }, good), lost: entries.length - good.length, wrong: "" }
}

// What it tells

/** Exercises whose last two days that were felt at all were felt to be easy, done in full, with no more pain on the later. */
export function easyTwice({ entries }) {
  const days = new Map()
  for (const { day, felt, pain, moves, easier } of entries)
    for (const id of felt ? moves : []) {
      const before = days.get(id) ?? []
      const last = before.at(-1)?.day === day ? before.pop() : null
      const easy = felt === "easy" && !easier.includes(id) && (last?.easy ?? true)
      days.set(id, [...before, { day, easy, pain: Math.max(pain ?? 0, last?.pain ?? 0) }])
    }
  const twice = ([, all]) => {
    const [first, last] = all.slice(-2)
    return all.length > 1 && first.easy && last.easy && last.pain <= first.pain
  }
  return [...days].filter(twice).map(([id]) => id)
}

/** Twelve months up to today's, each with its first day, how long it is, its days with a tick, and minutes. */
export function months({ entries }, today) {
  const [year, month] = today.split("-").map(Number)
  return Array.from({ length: 12 }, (_, back) => {
    const first = dayOf(new Date(year, month - 12 + back, 1, 12))
    const within = entries.filter(({ day }) => day.slice(0, 7) === first.slice(0, 7))
    return {
      first,
      length: new Date(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0).getDate(),
      days: new Set(within.map(({ day }) => Number(day.slice(8)))),
      minutes: within.reduce((sum, { minutes }) => sum + minutes, 0),
    }
  })
}
