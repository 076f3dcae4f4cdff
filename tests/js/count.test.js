// What a sheet comes to.

import assert from "node:assert/strict"
import { test } from "node:test"

import { blocks, checked, facts, minutes } from "../../generator/unslouch/cards/assets/own/count.js"
import { vectors } from "./vectors.js"

/** An exercise of one set that takes so long. */
const lasting = ([low, high]) => ({
  dose: `1...${low}-${high}`,
  side: "",
  exercise: {
    said: { sets: [1, 1], time: [1, 9999] },
    needed: [],
    rest: "",
    sides: 1,
    manners: { "": { unit: "", tenths: 30 } },
  },
})
const chosen = (seconds) => seconds.map(lasting)

for (const { seconds, pause, minutes: expected } of vectors.minutes) {
  test(`minutes of ${JSON.stringify(seconds)}`, () => {
    assert.deepEqual(minutes(chosen(seconds), pause), expected)
  })
}

// As the generator puts them into the page; tests/guide/test_vectors.py has the same line from a card.
const data = {
  pause: 20,
  minutes: { one: "{number} minute", other: "{number} minutes" },
  levels: [
    ["Beginner", "Beginner to intermediate", "Beginner to advanced"],
    ["", "Intermediate", "Intermediate to advanced"],
    ["", "", "Advanced"],
  ],
  nothing: "No equipment",
  list: "unit",
}
const LEVELS = ["beginner", "intermediate", "expert"]
const NAMED = { bands: "resistance band", "foam roll": "foam roller" }

for (const { exercises, facts: expected } of vectors.facts) {
  test(`facts: ${expected}`, () => {
    const all = exercises.map(({ level, equipment, seconds }) => {
      const one = lasting([seconds, seconds])
      const known = { level: LEVELS.indexOf(level), equipment: equipment.map((thing) => NAMED[thing] ?? thing) }
      return { ...one, exercise: { ...one.exercise, ...known } }
    })
    assert.equal(facts(all, data, "en"), expected)
  })
}

test("an exercise that stands twice is counted twice in minutes, and once of a block", () => {
  const one = { id: "a", ...lasting([70, 70]) }
  assert.deepEqual(minutes([one], 20), [2, 2])
  assert.deepEqual(minutes([one, one], 20), [3, 3])
  const all = [{ of: ["a", "b"], told: ["none", "one", "two"] }]
  assert.deepEqual(blocks([one, one], all), ["one"])
  assert.deepEqual(blocks([], all), ["none"])
  assert.deepEqual(blocks([one]), [], "a sheet that came from no routine is told nothing of one")
})

test("one side only takes half", () => {
  const one = lasting([60, 60])
  const sided = { ...one, exercise: { ...one.exercise, sides: 2 } }
  assert.deepEqual(minutes([sided, sided], 0), [4, 4])
  assert.deepEqual(minutes([sided, { ...sided, side: "r" }], 0), [3, 3])
})

test("the newest day is told; nothing where nobody checked", () => {
  const of = (...days) => days.map((reviewed) => ({ exercise: { reviewed, checked: reviewed && `on ${reviewed}` } }))
  assert.equal(checked(of("2025-12-31", "2026-11-23", "")), "on 2026-11-23")
  assert.equal(checked(of("", "")), "")
  assert.equal(checked([]), "")
})
