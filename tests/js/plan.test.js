// The plan of the player, and what is told of it: tests/player/test_plan.py holds Python's minutes to the same vectors.

import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"

import { amount, read } from "../../generator/unslouch/cards/assets/own/dose.js"
import { phrases } from "../../generator/unslouch/guide/assets/words.js"
import { itemOf } from "../../generator/unslouch/player/assets/player/items.js"
import { FLOOR, minutes, placeIn, plan, SECONDS, seconds } from "../../generator/unslouch/player/assets/player/plan.js"
import { telling } from "../../generator/unslouch/player/assets/player/told.js"

const vectors = JSON.parse(readFileSync(new URL("../vectors/plan.json", import.meta.url), "utf8"))
const words = phrases({ words: vectors.words, counted: vectors.counted, list: "unit" }, "en")
const told = telling(words, { right: "right", left: "left" })

const moveOf = ({ move, laterality, floor }) => ({ ...move, name: "Squat", laterality, floor })
const itemsOf = (items) =>
  items.map((one) => {
    const asked = { id: "squat", dose: one.asked ?? one.move.own, side: one.side ?? "" }
    const { item, changed } = itemOf(asked, moveOf(one), read)
    assert.equal(changed, false)
    return { ...item, out: one.out ?? false, easier: one.easier ?? false }
  })
const kept = ({ kind, item, side, set, least, most, extra, waits, pose, say }) => [
  kind,
  item,
  side,
  set,
  least,
  most,
  extra,
  waits,
  pose,
  say,
]

test("what nobody sets takes as long as the vectors say", () => {
  assert.deepEqual({ ...SECONDS, floor: FLOOR }, vectors.seconds)
})

for (const { why, items, settings, segments, seconds: total } of vectors.plans) {
  test(`a plan: ${why}`, () => {
    const made = plan(itemsOf(items), settings)
    assert.deepEqual(made.map(kept), segments)
    assert.deepEqual(seconds(made), total)
  })

  test(`amounts are told as pages tell them: ${why}`, () => {
    const said = itemsOf(items).map(({ has, side }, at) => amount(has, { side, exercise: items[at].move }, words))
    assert.deepEqual(
      said,
      items.map((one) => one.told),
    )
  })
}

test("an amount that cannot be done is set back to the author's, and told", () => {
  const one = moveOf(vectors.plans[0].items[0])
  for (const dose of [
    "",
    "0.10",
    "21.10",
    "2",
    "2.x",
    "2.12-10",
    "2.10....ffff",
    "2-1.10",
    "2.0",
    "2.10.....11",
    "2.10.....1",
    "__proto__",
  ]) {
    const { item, changed } = itemOf({ id: "squat", dose }, one, read)
    assert.deepEqual([item.dose, item.sets, item.reps, changed], [one.own, 1, [10, 10], dose !== ""], dose)
  }
  assert.deepEqual(itemOf({ id: "squat", dose: "4.20-25...60" }, one, read).item.rest, [60, 60])
})

test("minutes are whole, at least one, and half a one counts", () => {
  assert.deepEqual([0, 29, 89, 90, 149, 150].map(minutes), [1, 1, 1, 2, 2, 3])
})

test("a segment is said with all that one must know, once", () => {
  const [item] = itemsOf([{ ...vectors.plans[2].items[0] }])
  const aloud = plan([item]).map((segment) => told.aloud(segment, item, { movements: [] }))
  assert.equal(aloud[0], "Squat. Right side. set 1 of 2.")
  assert.equal(aloud[1], "Hold. Squat. Right side. set 1 of 2. 20–30 seconds.")
  assert.equal(aloud[2], "Change sides. Left side. set 1 of 2.")
  assert.match(
    aloud.find((text) => text.startsWith("Rest.")),
    /^Rest\. \d+(–\d+)? seconds\. Right side\. set 2 of 2\.$/,
  )
  assert.equal(
    told.filled("Lift your {side} leg, {other_side} hand {down}.", "left"),
    "Lift your left leg, right hand {down}.",
  )
})

test("a set with another movement than the one before says what to do", () => {
  const one = { words: ["Face the {side} side."] }
  const two = { words: ["Turn to your {other_side}."] }
  const segment = { kind: "work", set: 2, side: "left" }
  assert.deepEqual(told.anew(segment, { movements: [one, two] }), ["Turn to your right."])
  assert.deepEqual(told.anew({ ...segment, set: 3 }, { movements: [one, two] }), ["Face the left side."])
  assert.deepEqual(told.anew({ ...segment, set: 1 }, { movements: [one, two] }), [])
  assert.deepEqual(told.anew(segment, { movements: [one] }), [])
  assert.deepEqual(told.anew(segment, { movements: [] }), [])
})

test("a place is found again in a plan that was made anew, past what is left out", () => {
  const items = itemsOf([vectors.plans[2].items[0], vectors.plans[0].items[0]])
  const before = plan(items)
  assert.equal(placeIn(plan(items, { pauses: 2 }), before[4]), 4)
  items[0].out = true
  assert.equal(placeIn(plan(items), before[4]), 0)
  items[1].out = true
  assert.equal(placeIn(plan(items), before[4]), 0) // there is nothing any more: past the end
})

test("a round, a load and an effort are told while one works", () => {
  const { items } = vectors.plans.at(-1)
  const loaded = itemsOf(items).map((one) => ({ ...one, with: "2 kg" }))
  const said = plan(loaded)
    .filter(({ kind }) => kind === "work")
    .map((segment) => told.which(segment, loaded[segment.item]))
  assert.deepEqual(said[0], ["round 1 of 2", "8 repetitions", "2 kg"])
  assert.deepEqual(said.at(-1), ["round 2 of 2", "30 seconds", "2 kg"])
})

test("a place in a round is found again in that round", () => {
  const segments = plan(itemsOf(vectors.plans.at(-1).items))
  for (const [at, segment] of segments.entries()) assert.equal(placeIn(segments, segment), at)
})
