// What is played: each exercise of an address with its amount in numbers. No page is needed here.

const SIDES = { r: "right", l: "left" }

/** An exercise to play, and whether its amount was set back to the author's because it could not be read. `read` is that
 * of own/dose.js. */
export function itemOf({ id, dose, side = "", note = "" }, move, read) {
  const asked = dose ? read(dose, move) : null
  const has = asked ?? read(move.own, move)
  const { name, laterality, floor, stance, muscle } = move
  const only = (move.sides > 1 && SIDES[side]) || null
  const about = { id, dose: asked ? dose : move.own, side: only ? side : "", note, only, out: false, easier: false }
  const amount = { ...has, sets: has.sets[1], fewest: has.sets[0], pace: has.tenths / 10 }
  return { item: { ...about, name, laterality, floor, stance, muscle, ...amount, has }, changed: !!dose && !asked }
}
