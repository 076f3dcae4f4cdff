// What is played: each exercise of an address with its amount in numbers. No page is needed here.

const MOST_SETS = 20

/** A number or a range of the address in numbers; nothing where there is none, not a number where it is none. */
function range(text) {
  if (!text) return null
  const found = text.match(/^(\d{1,4})(?:-(\d{1,4}))?$/)
  if (!found) return Number.NaN
  const [low, high] = [Number(found[1]), Number(found[2] ?? found[1])]
  return low >= 1 && low <= high ? [low, high] : Number.NaN
}

/** An amount in numbers; nothing where the address has none that can be done. `parts` as address.js takes it apart. */
function amount(parts, { rest, manners }) {
  const [sets, reps, hold, time, own, manner] = parts
  const known = { sets: range(sets), reps: range(reps), hold: range(hold), time: range(time), rest: range(own || rest) }
  const [unit, pace] = manners[manner] ?? []
  const wrong = Object.values(known).some(Number.isNaN) || known.sets?.[0] !== known.sets?.[1] || !pace
  if (wrong || !known.sets || known.sets[0] > MOST_SETS || !(known.reps ?? known.hold ?? known.time)) return null
  return { ...known, sets: known.sets[0], unit, pace }
}

/** An exercise to play, and whether its amount was set back to the author's because it could not be read. */
export function itemOf({ id, dose }, move, parts) {
  const asked = dose ? amount(parts(dose), move) : null
  const { name, laterality, floor, stance, muscle } = move
  const what = {
    id,
    dose: asked ? dose : move.dose,
    name,
    laterality,
    floor,
    stance,
    muscle,
    out: false,
    easier: false,
  }
  return { item: { ...what, ...(asked ?? amount(parts(move.dose), move)) }, changed: !!dose && !asked }
}
