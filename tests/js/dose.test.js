// How much: read, held within sense, counted and said.

import assert from "node:assert/strict"
import { test } from "node:test"

import {
  amount,
  apart,
  bounds,
  read,
  rest,
  seconds,
  settle,
  shown,
  typed,
} from "../../generator/unslouch/cards/assets/own/dose.js"
import { phrases } from "../../generator/unslouch/guide/assets/words.js"
import { vectors } from "./vectors.js"

const words = { only_right: "{dose}, right side only", only_left: "{dose}, left side only" }
const saying = phrases({ words, counted: vectors.counted, list: "unit" }, "en")

for (const {
  key,
  rest_key,
  manner,
  both_sides,
  in_turn,
  amount: said,
  rest: rested,
  seconds: taken,
} of vectors.amounts) {
  test(`is said and counted as on ready-made cards: ${said}`, () => {
    const ends = { sets: [1, 9], reps: [1, 99], hold: [1, 99], time: [1, 999] }
    const exercise = {
      said: ends,
      needed: ["sets"],
      rest: rest_key,
      sides: both_sides ? 2 : 1,
      turns: in_turn,
      manners: { "": manner },
    }
    const dose = read(key, exercise)
    assert.equal(amount(dose, { side: "", exercise }, saying), said)
    assert.equal(rest(dose, saying.count), rested)
    assert.deepEqual(seconds(dose, { side: "", exercise }), taken)
  })
}

const own = { unit: "", tenths: 30 }
const squat = {
  own: "2.10-15",
  rest: "30",
  sides: 2,
  said: { sets: [1, 2], reps: [8, 15], rest: [15, 30] },
  needed: ["sets", "reps"],
  manners: { "": own, cd38: { unit: "steps", tenths: 10 } },
}
const one = (dose, side = "") => ({ id: "squat", dose, side, note: "", exercise: squat })

test("what no author says can be set within sense; what makes none is no dose", () => {
  for (const dose of ["2.10-15", "5.3", "20.200", "1.8...600", "2.10....cd38", "2-3.10", "2.10.....3"])
    assert.ok(read(dose, squat), dose)
  for (const dose of [
    "",
    "21.10",
    "2.201",
    "2",
    "0.10",
    "2.15-10",
    "3-2.10",
    "2-21.10",
    "2.10.....11",
    "2.10.30",
    "2.10..60",
    "2.x",
    "2.10....beef",
  ])
    assert.equal(read(dose, squat), null, dose)
  for (const dose of ["__proto__", "2.10....toString"]) assert.equal(read(dose, squat), null, dose)
  assert.deepEqual(bounds(squat, "sets"), [1, 20])
  assert.deepEqual(bounds({ said: { reps: [1, 9999] } }, "reps"), [1, 9999])
})

test("what a reader types is understood as it is meant", () => {
  const set = (part, text) => typed(one("2.10-15"), part, text, "min")
  assert.equal(set("sets", "4"), "4.10-15")
  assert.equal(set("reps", "8 – 12"), "2.8-12")
  assert.equal(set("reps", "12"), "2.12")
  assert.equal(set("rest", "45 s"), "2.10-15...45")
  assert.equal(set("rest", "2 min"), "2.10-15...120")
  assert.equal(set("rest", "1 min 30 s"), "2.10-15...90")
  assert.equal(set("rest", "30"), "2.10-15", "the exercise's own is not written")
  assert.equal(set("rest", ""), "2.10-15")
  for (const [part, text] of [
    ["sets", ""],
    ["sets", "0"],
    ["sets", "99"],
    ["reps", "many"],
    ["reps", "12-8"],
    ["rest", "99 min"],
  ])
    assert.equal(set(part, text), null, `${part}: ${text}`)
})

test("what stands in a field is understood again", () => {
  for (const dose of ["2.10-15", "3.8...90", "1.9...120", "2.10...15-20"]) {
    const has = read(dose, squat)
    for (const part of ["sets", "reps", "rest"])
      assert.equal(typed(one(dose), part, shown(has, part, saying.count), "min"), dose)
  }
})

test("more and less than an author says is told, each for its part", () => {
  assert.deepEqual(apart(read("2.8-15", squat), squat), {})
  assert.deepEqual(apart(read("4.5", squat), squat), { sets: "more_than", reps: "less" })
})

test("one side takes half and is said; nothing has no side where both move at once", () => {
  const dose = read("2.10", squat)
  assert.equal(amount(dose, one("2.10", "l"), saying), "2 × 10, left side only")
  assert.ok(seconds(dose, one("2.10", "l"))[0] < seconds(dose, one("2.10"))[0])
  const both = { ...squat, sides: 1 }
  const { chosen } = settle([{ id: "squat", dose: "2.10", side: "l", note: "" }], [both], new Map())
  assert.equal(chosen[0].side, "")
})

test("a dose out of bounds is set back and told; what could not be loaded is left out and told", () => {
  const names = new Map([
    ["squat", "Squat"],
    ["pose", "Pose"],
  ])
  const asked = ["2.12", "99.1", "", "__proto__"].map((dose) => ({ id: "squat", dose, side: "", note: dose && "kept" }))
  const settled = settle([...asked, { id: "pose", dose: "2..30" }], [squat, squat, squat, squat, null], names)
  assert.deepEqual(
    settled.chosen.map(({ dose, note }) => [dose, note]),
    [
      ["2.12", "kept"],
      ["2.10-15", "kept"],
      ["2.10-15", ""],
      ["2.10-15", "kept"],
    ],
  )
  assert.deepEqual(settled.told, [
    { word: "changed", names: ["Squat", "Squat"] },
    { word: "not_loaded", names: ["Pose"] },
  ])
})
