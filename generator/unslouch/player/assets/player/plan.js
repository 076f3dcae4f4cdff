// What to do of exercises, in order, as data: no page, no clock. `tests/vectors/plan.json` holds it to the minutes that the
// pages promise. A segment has a kind (get-ready, work, hold, change-sides, rest, next), the place of its item, side, set
// and sets, the round and rounds where there are several, the pose to show, what to say of it, and its seconds: `least` and
// `most` as promised, and `extra` beyond that. Of a range of sets those beyond the fewest are promised at most.

/** Seconds that nobody sets: content/dose.py has the same. */
export const SECONDS = { sides: 8, exercise: 20, sets: 15 }
/** Of the seconds for a new exercise, those in its place, which are not counted down; the rest of them one rests. */
const IN_PLACE = 5
/** What getting to the floor or up takes beyond that. No page promises it: take your time. */
export const FLOOR = 10

const other = (side) => (side === "right" ? "left" : "right")
const plus = ([low, high], [more, most]) => [low + more, high + most]
const times = ([low, high], number) => [low * number, high * number]

/** The segments of `items`, but for those that are left `out`.
 *
 * `first` is the side that goes first; `pauses` stretches all that is not work; without `limits` nothing ends by itself;
 * without `counts` repetitions are the reader's to count.
 */
export function plan(items, { first = "right", pauses = 1, limits = true, counts = true } = {}) {
  const pause = (seconds) => seconds.map((one) => Math.round(one * pauses))
  const timed = (kind, [least, most], more) => ({ kind, least, most, extra: 0, waits: !limits, side: null, ...more })
  const made = []
  let before = null
  for (const { item, at, round } of inRounds(items)) {
    const sides = sidesOf(item, first)
    const rounds = item.rounds > 1 ? { round, rounds: item.rounds } : {}
    const shown = { item: at, sets: item.sets, pose: item.easier ? "easier" : "end", ...rounds }
    const down = item.floor !== (before?.floor ?? false) ? (item.floor ? "down" : "up") : null
    if (before) {
      const [seconds] = pause([SECONDS.exercise - IN_PLACE])
      const extra = down ? Math.round(FLOOR * pauses) : 0
      made.push(timed("next", [seconds, seconds], { ...shown, set: 1, side: sides[0], say: down ?? "next", extra }))
    }
    const ready = before ? IN_PLACE : SECONDS.exercise
    const place = { ...shown, set: 1, side: sides[0], say: before ? "ready" : (down ?? "ready") }
    made.push({ ...timed("get-ready", [ready, ready], place), waits: true })
    for (let set = 1; set <= item.sets; set++) {
      const here = { ...shown, set }
      const promised = ([least, most], set) => [set > item.fewest ? 0 : least, most]
      sides.forEach((side, turn) => {
        if (turn)
          made.push(
            timed("change-sides", promised(pause([SECONDS.sides, SECONDS.sides]), set), {
              ...here,
              side,
              say: "sides",
            }),
          )
        for (const { kind, seconds, ...part } of work(item))
          made.push(
            timed(kind, promised(seconds, set), {
              ...here,
              ...part,
              side,
              say: kind,
              waits: !limits || (!!part.reps && !counts),
            }),
          )
      })
      const rest = promised(pause(item.rest ?? [SECONDS.sets, SECONDS.sets]), set + 1)
      if (set < item.sets) made.push(timed("rest", rest, { ...here, set: set + 1, side: sides[0], say: "rest" }))
    }
    before = item
  }
  return made
}

/** The items in the order of doing, each with its place: those beside each other in as many rounds are gone through
 * together, one after the other and all again. */
function inRounds(items) {
  const done = items.map((item, at) => ({ item, at })).filter(({ item }) => !item.out)
  const order = []
  for (let at = 0; at < done.length; ) {
    const rounds = done[at].item.rounds ?? 1
    const end = done.findIndex(({ item }, index) => index > at && (item.rounds ?? 1) !== rounds)
    const circuit = done.slice(at, end < 0 ? done.length : end)
    for (let round = 1; round <= rounds; round++) order.push(...circuit.map((one) => ({ ...one, round })))
    at += circuit.length
  }
  return order
}

/** The sides in the order of doing: none where both work at once, the first where they work in turn. */
function sidesOf(item, first) {
  if (item.only) return [item.only]
  if (item.laterality === "bilateral") return [null]
  return inTurn(item) ? [first] : [first, other(first)]
}

/** A hold cannot be done in turn: it is held on one side, then on the other. */
export const inTurn = ({ laterality, reps, time, only }) => laterality === "alternating" && !only && !!(reps ?? time)

/** What one side does in a set, or both where they work in turn. */
function work(item) {
  const { reps, hold, time, pace } = item
  const turns = inTurn(item) ? 2 : 1
  const parts = []
  if (reps) {
    const moving = reps.map((count) => Math.floor((count * Math.round(pace * 10) + 5) / 10))
    const held = hold ? [reps[0] * hold[0], reps[1] * hold[1]] : [0, 0]
    const each = pace + (hold ? hold[1] : 0)
    parts.push({ kind: "work", seconds: times(plus(moving, held), turns), reps: times(reps, turns), each })
  }
  if (time) parts.push({ kind: "work", seconds: times(time, turns) })
  if (hold && !reps) parts.push({ kind: "hold", seconds: times(hold, turns) })
  return parts
}

/** Seconds of segments from their least to their most, as the pages promise them. */
export const seconds = (segments) => segments.reduce((total, { least, most }) => plus(total, [least, most]), [0, 0])

/** Whole minutes, at least one; half a minute counts as one. */
export const minutes = (all) => Math.max(1, Math.round(all / 60))

/** The same place in a plan that was made anew: what is left out is passed over. */
export function placeIn(segments, was) {
  const same = (one) => ["item", "kind", "set", "side", "round"].every((name) => one[name] === was[name])
  const found = segments.findIndex(same)
  const after = segments.findIndex((one) => one.item > was.item)
  return found >= 0 ? found : after >= 0 ? after : segments.length
}
