// What a sheet comes to.

import assert from "node:assert/strict"
import { test } from "node:test"

import { blocks, checked, dose, facts, minutes } from "../../generator/unslouch/cards/assets/own/count.js"
import { vectors } from "./vectors.js"

const chosen = (seconds) =>
  seconds.map(([low, high]) => ({ dose: "1", exercise: { doses: { 1: ["", low, high, ""] } } }))

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
    const all = exercises.map(({ level, equipment, seconds }) => ({
      dose: "1",
      exercise: {
        level: LEVELS.indexOf(level),
        equipment: equipment.map((thing) => NAMED[thing] ?? thing),
        doses: { 1: ["", seconds, seconds, ""] },
      },
    }))
    assert.equal(facts(all, data, "en"), expected)
  })
}

test("an exercise that stands twice is counted twice in minutes, and once of a block", () => {
  const one = { id: "a", dose: "1", exercise: { doses: { 1: ["1 × 8", 70, 70, "rest 30 s"] } } }
  assert.deepEqual(minutes([one], 20), [2, 2])
  assert.deepEqual(minutes([one, one], 20), [3, 3])
  assert.equal(dose(one).rest, "rest 30 s")
  const all = [{ of: ["a", "b"], begun: ["a", "b"], told: ["none", "one", "two"] }]
  assert.deepEqual(blocks([one, one], all), ["one"])
  assert.deepEqual(blocks([], all), [])
})

test("the newest day is told; nothing where nobody checked", () => {
  const of = (...days) => days.map((reviewed) => ({ exercise: { reviewed, checked: reviewed && `on ${reviewed}` } }))
  assert.equal(checked(of("2025-12-31", "2026-11-23", "")), "on 2026-11-23")
  assert.equal(checked(of("", "")), "")
  assert.equal(checked([]), "")
})
