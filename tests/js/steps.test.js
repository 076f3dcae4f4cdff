// What a sheet makes of an exercise's steps.

import assert from "node:assert/strict"
import { test } from "node:test"

import { mended } from "../../generator/unslouch/cards/assets/own/steps.js"

const exercise = { own: "3.8.5", changes: ["Change sides.", "Change sides each time."] }
const steps = ["Lift your leg.", "Hold for 5 seconds.", "Lower slowly. Change sides.", "Change sides each time."]
const note = "Hold as long as set above."

test("with both sides and the author's hold the steps are the author's", () => {
  assert.deepEqual(mended(steps, { side: "", exercise }, { hold: [5, 5], note }), steps)
})

test("with one side only no step changes sides", () => {
  const left = ["Lift your leg.", "Hold for 5 seconds.", "Lower slowly.", ""]
  assert.deepEqual(mended(steps, { side: "r", exercise }, { hold: [5, 5], note }), left)
})

test("another hold than a step names is pointed to", () => {
  for (const hold of [
    [10, 10],
    [5, 10],
  ])
    assert.equal(mended(steps, { side: "", exercise }, { hold, note })[1], `Hold for 5 seconds. ${note}`)
  const none = { own: "2.10", changes: [] }
  assert.deepEqual(mended(["Lift."], { side: "", exercise: none }, { hold: null, note }), ["Lift."])
})
