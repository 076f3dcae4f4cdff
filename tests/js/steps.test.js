// What a sheet makes of an exercise's steps.

import assert from "node:assert/strict"
import { test } from "node:test"

import { mended } from "../../generator/unslouch/cards/assets/own/steps.js"

const exercise = {
  own: "3.8.5",
  changes: ["Change sides.", "Change sides each time."],
  repeats: [[], ["hold"], [], ["reps"]],
}
const steps = ["Lift your leg.", "Hold for five seconds.", "Lower slowly. Change sides.", "Change sides 8 times."]
const note = "Go by the amount set above."
const own = { sets: [3, 3], reps: [8, 8], hold: [5, 5], time: null }

test("with both sides and the author's dose the steps are the author's", () => {
  assert.deepEqual(mended(steps, { side: "", exercise }, own, note), steps)
})

test("with one side only no step changes sides", () => {
  const each = [...steps.slice(0, 3), "Change sides each time."]
  const left = ["Lift your leg.", "Hold for five seconds.", "Lower slowly.", ""]
  assert.deepEqual(mended(each, { side: "r", exercise }, own, note), left)
  assert.equal(mended(each, { side: "r", exercise }, { ...own, reps: [9, 9] }, note)[3], "", "no note stands alone")
})

test("another amount than a step names is pointed to, whatever part it is", () => {
  const at = (dose) => mended(steps, { side: "", exercise }, { ...own, ...dose }, note).map((one) => one.endsWith(note))
  assert.deepEqual(at({ hold: [10, 10] }), [false, true, false, false])
  assert.deepEqual(at({ hold: [5, 10] }), [false, true, false, false])
  assert.deepEqual(at({ reps: [6, 6] }), [false, false, false, true])
  assert.deepEqual(at({ sets: [1, 1] }), [false, false, false, false])
})
