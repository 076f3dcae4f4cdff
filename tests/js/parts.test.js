// The parts of the own sheet's script that need no page.

import assert from "node:assert/strict"
import { test } from "node:test"

import { codeOf } from "../../generator/unslouch/cards/assets/own/code.js"
import { largest, largestPrint, pagesOf } from "../../generator/unslouch/cards/assets/own/fit.js"
import { inserted, moved, nameOf, replaced, without } from "../../generator/unslouch/cards/assets/own/list.js"
import { phrases } from "../../generator/unslouch/guide/assets/words.js"

test("a list is changed by place, however often a thing is in it", () => {
  const list = ["a", "a", "b"]
  assert.deepEqual(without(list, 1), ["a", "b"])
  assert.deepEqual(inserted(list, 1, "c"), ["a", "c", "a", "b"])
  assert.deepEqual(moved(list, 2, 0), ["b", "a", "a"])
  assert.deepEqual(moved(list, 0, 2), ["a", "b", "a"])
  assert.deepEqual(replaced(list, 1, "c"), ["a", "c", "b"])
  assert.deepEqual(list, ["a", "a", "b"])
})

test("an exercise that stands twice is named with its place", () => {
  const { say } = phrases({ words: { place: "{name} (number {at})" }, list: "unit" }, "en")
  const [a, b] = ["a", "b"].map((id) => ({ id, exercise: { name: id.toUpperCase() } }))
  assert.deepEqual(
    [0, 1, 2].map((at) => nameOf([a, b, a], at, say)),
    ["A (number 1)", "B", "A (number 3)"],
  )
})

test("names that come from anybody are few, short and each once", () => {
  const { few } = phrases({ words: {}, list: "unit" }, "en")
  assert.equal(few(["a", "b", "a"]), "a, b")
  assert.equal(few(["a", "b", "c", "d", "e", "f"]), "a, b, c, d, e …")
  assert.equal(few(["x".repeat(50)]), `${"x".repeat(40)}…`)
  assert.equal(few([]), "")
})

test("the type found is the first of all that fits, else the smallest; few are measured for it", () => {
  const ladder = [18, 17, 17, 16, 15, 15, 15, 14, 13, 12, 12, 11, 10, 9].map((type, at) => ({ type, at }))
  for (let room = 80; room <= 200; room++) {
    let measured = 0
    const height = ({ type, at }) => type * 10 - at
    const { rung, natural } = largest(ladder, room, (one) => {
      measured++
      return height(one)
    })
    assert.equal(rung, ladder.find((one) => height(one) <= room) ?? ladder.at(-1), room)
    assert.equal(natural, height(rung))
    assert.ok(measured <= 7)
  }
})

test("large print takes the largest rung with which no page more is needed", () => {
  for (const [pages, found] of [
    [[1, 1, 1], 0],
    [[2, 1, 1], 1],
    [[3, 2, 1], 2],
    [[3, 3, 2], 2],
  ])
    assert.equal(
      largestPrint([0, 1, 2], (at) => pages[at]),
      found,
    )
})

test("pages are counted as they break: between exercises alone", () => {
  assert.equal(pagesOf([], 250, 256), 1)
  assert.equal(pagesOf([100], 250, 256), 1)
  assert.equal(pagesOf([100], 270, 256), 2)
  assert.equal(pagesOf([100, 200, 300], 400, 256), 2)
  assert.equal(pagesOf([200, 400, 600], 700, 256), 4)
  assert.equal(pagesOf([], 520, 256), 3)
})

test("a phrase for so many is that of the language's plural", () => {
  const { count } = phrases(
    { words: {}, counted: { times: { one: "{number} time", other: "{number} times" } }, list: "unit" },
    "en",
  )
  assert.deepEqual([count("times", 1), count("times", 2)], ["1 time", "2 times"])
})

test("a code's modules are never finer than scans can tell, and what needs finer ones has no code", () => {
  const address = (length) => `https://example.org/sheet/#v=1&x=${"a".repeat(length)}`
  const short = codeOf(address(20))
  assert.ok(short.least <= 27)
  assert.match(short.path, /^(M\d+ \d+h\d+v1h-\d+z)+$/)
  const long = codeOf(address(480))
  assert.ok(long.least > 27)
  assert.ok(long.least <= 41)
  assert.equal(codeOf(address(1200)), null)
  assert.equal(codeOf(address(9000)), null)
})
