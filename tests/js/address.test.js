// An address and what is chosen, each from the other.

import assert from "node:assert/strict"
import { test } from "node:test"

import { check, FIELDS, fragment, key, listed, parts, read } from "../../generator/unslouch/cards/assets/own/address.js"
import { vectors } from "./vectors.js"

const { version, most, letters } = vectors
const names = new Map(Object.entries(vectors.names))
const open = (hash) => read(hash, { names, version, most, letters })
const told = (all) => all.map(({ word, names }) => (names ? `${word}: ${names.join(", ")}` : word))

const none = Object.fromEntries(Object.keys(FIELDS).map((field) => [field, ""]))
const plain = ({ id, dose }) => [id, dose]

/** What an address of the vectors says of its sheet, by field. */
const said = ({ name, large, more = {} }) => {
  const written = { n: name, l: large ? "1" : "", ...more }
  return Object.fromEntries(Object.entries(FIELDS).map(([field, letter]) => [field, written[letter] ?? ""]))
}

for (const made of vectors.made) {
  const { hash, items: all } = made
  test(`is made and read again: ${hash}`, () => {
    const opened = open(hash)
    assert.deepEqual(opened.told, [])
    assert.equal(listed(opened.items), all)
    assert.deepEqual(opened.about, said(made))
    const again = fragment(opened.items, opened.about, version)
    assert.equal(again && `#${again}`, hash)
  })
}

for (const {
  why,
  hash,
  items: all,
  name = "",
  large = false,
  about = {},
  notes,
  sides,
  told: expected,
} of vectors.read) {
  test(`is read: ${why}`, () => {
    const opened = open(hash)
    assert.deepEqual(opened.items.map(plain), all)
    assert.deepEqual(opened.about, { ...none, name, large: large ? "1" : "", ...about })
    assert.deepEqual(told(opened.told), expected)
    const blank = all.map(() => "")
    assert.deepEqual(
      opened.items.map(({ note }) => note),
      notes ?? blank,
    )
    assert.deepEqual(
      opened.items.map(({ side }) => side),
      sides ?? blank,
    )
  })
}

for (const { parts: has, key: expected } of vectors.doses) {
  test(`a dose and its parts: ${expected}`, () => {
    assert.equal(key(has), expected)
    assert.deepEqual(parts(expected), has)
  })
}

test("a note has other check characters than none, and than the same note on another exercise", () => {
  const all = "side-squat_3.12,pigeon-pose_2..30"
  const notes = [[], [["k1", "Slowly"]], [["k2", "Slowly"]], [["m", "Slowly"]], [["g", "Slowly"]]]
  assert.equal(new Set(notes.map((more) => check(all, "", "", more))).size, notes.length)
  assert.equal(check(all), check(all, "", "", []))
})

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
  assert.equal(opened.about.name.length, letters.n)
  assert.deepEqual(
    opened.told.map(({ word }) => word),
    ["left_out", "cut"],
  )
})

test("a text in an address turns nothing that stands around it", () => {
  const { about } = open(`#v=1&x=${[...names.keys()][0]}_2.3&n=%E2%80%AEMine%E2%81%A9%20%D9%85`)
  assert.equal(about.name, "Mine م")
})
