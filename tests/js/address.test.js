// An address and what is chosen, each from the other.

import assert from "node:assert/strict"
import { test } from "node:test"

import {
  check,
  fragment,
  items,
  key,
  listed,
  nearest,
  PARTS,
  parts,
  read,
  settle,
} from "../../generator/unslouch/cards/assets/own/address.js"
import { vectors } from "./vectors.js"

const { version, most, letters } = vectors
const names = new Map(Object.entries(vectors.names))
const open = (hash) => read(hash, { names, version, most, letters })
const told = (all) => all.map(({ word, names }) => (names ? `${word}: ${names.join(", ")}` : word))

for (const { hash, items: all, name, large } of vectors.made) {
  test(`is made and read again: ${hash}`, () => {
    const made = fragment(all, { version, name, large })
    assert.equal(made && `#${made}`, hash)
    const opened = open(hash)
    assert.deepEqual(opened.told, [])
    assert.equal(listed(opened.items), all)
    assert.deepEqual([opened.name, opened.large], [name, large])
    assert.equal(items(hash), all)
  })
}

for (const { why, hash, items: all, name = "", large = false, told: expected } of vectors.read) {
  test(`is read: ${why}`, () => {
    const opened = open(hash)
    assert.deepEqual(
      opened.items.map(({ id, dose }) => [id, dose]),
      all,
    )
    assert.deepEqual([opened.name, opened.large, told(opened.told)], [name, large, expected])
  })
}

for (const { parts: has, key: expected } of vectors.doses) {
  test(`a dose and its parts: ${expected}`, () => {
    assert.equal(key(has), expected)
    assert.deepEqual(parts(expected), has)
  })
}

test("every change of one character, and of two that change places, has other check characters", () => {
  const all = "side-squat_3.12,pigeon-pose_2..30"
  const whole = check(all)
  for (let at = 0; at < all.length; at++) {
    for (const sign of "0123456789abcdefghijklmnopqrstuvwxyz.-_,") {
      const changed = all.slice(0, at) + sign + all.slice(at + 1)
      if (changed !== all) assert.notEqual(check(changed), whole, changed)
    }
    const turned = all.slice(0, at) + (all[at + 1] ?? "") + all[at] + all.slice(at + 2)
    if (turned !== all) assert.notEqual(check(turned), whole, turned)
  }
})

test("ten thousand exercises that are not there are told, and none is taken", () => {
  const all = Array.from({ length: 10_000 }, (_, at) => `thing-${at}_3.12`).join(",")
  const opened = open(`#v=1&n=${"long+".repeat(5000)}&x=${all}`)
  assert.equal(opened.items.length, 0)
  assert.equal(opened.name.length, letters)
  assert.deepEqual(
    opened.told.map(({ word }) => word),
    ["left_out", "cut"],
  )
})

const squat = { own: "3.10-12", doses: { "3.10-12": [], 3.12: [], 2.12: [] } }

test("a dose out of bounds is set back and told; what could not be loaded is left out and told", () => {
  const asked = [
    { id: "side-squat", dose: "2.12" },
    { id: "pigeon-pose", dose: "2..30" },
    { id: "side-squat", dose: "99.1" },
    { id: "side-squat", dose: "" },
    { id: "side-squat", dose: "__proto__" },
  ]
  const settled = settle(asked, [squat, null, squat, squat, squat], names)
  assert.equal(listed(settled.chosen), "side-squat_2.12,side-squat_3.10-12,side-squat_3.10-12,side-squat_3.10-12")
  assert.deepEqual(told(settled.told), ["changed: Side squat, Side squat", "not_loaded: Pigeon pose"])
})

test("where a dose is not on offer, of those with the part just set the one most like it is", () => {
  const exercise = { doses: { 2.12: [], "2.8...15": [], 1.8: [] } }
  const rest = PARTS.indexOf("rest")
  assert.equal(nearest(exercise, parts("2.12"), 0), "2.12")
  assert.equal(nearest(exercise, parts("2.12...15"), rest), "2.8...15")
  assert.equal(nearest(exercise, parts("1.12"), 0), "1.8")
})
