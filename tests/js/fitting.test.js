// What fits a reader's choice.

import assert from "node:assert/strict"
import { test } from "node:test"

import { about, besides, best, blocks, fit, words } from "../../generator/unslouch/cards/assets/fitting.js"

const kneeling = {
  blocks: [[1, [["floor", "kneel"]]]],
  has: { area: ["hips", "thighs"], position: ["half-kneeling"], equipment: ["none"] },
}
const standing = { blocks: [[1, [[]]]], has: { area: ["thighs"], position: ["standing"], equipment: ["wall"] } }
const all = [kneeling, standing]
const found = (choice) => all.filter((one) => fit(one, choice))

test("nothing chosen fits everything", () => {
  assert.deepEqual(found({}), all)
  assert.deepEqual(found({ without: [], area: [] }), all)
})

test("what the body shall not be asked for is left out", () => {
  assert.equal(fit(kneeling, { without: ["kneel"] }), "")
  assert.equal(fit(kneeling, { without: ["one-leg"] }), "whole")
  assert.equal(fit(standing, { without: ["kneel", "floor"] }), "whole")
})

test("words are picked, any of them, or left out, all of them; names combine", () => {
  assert.deepEqual(found({ area: ["hips"] }), [kneeling])
  assert.deepEqual(found({ area: ["hips", "thighs"] }), all)
  assert.deepEqual(found({ position: ["-standing"] }), [kneeling])
  assert.deepEqual(found({ position: ["-standing", "-half-kneeling"] }), [])
  assert.deepEqual(found({ area: ["thighs"], equipment: ["-none"] }), [standing])
  assert.deepEqual(found({ area: ["hips"], without: ["kneel"] }), [])
  assert.deepEqual(found({ level: ["beginner"] }), [])
})

test("an exercise whose easier form spares all that is refused fits in that form, and says so", () => {
  const eased = { ...kneeling, eases: ["kneel"] }
  assert.equal(fit(eased, { without: ["kneel"] }), "easier")
  assert.equal(fit(eased, { without: ["kneel", "floor"] }), "")
  assert.equal(fit(eased, { without: ["one-leg"] }), "whole")
})

test("a routine fits where enough of each block is left to do", () => {
  const block = [2, [["kneel"], ["one-leg"], []]]
  const routine = { blocks: [block, [1, [["floor"]]]], has: {} }
  assert.equal(fit(routine, { without: ["kneel"] }), "some")
  assert.equal(fit(routine, { without: ["one-leg"] }), "some")
  assert.equal(fit(routine, { without: ["kneel", "one-leg"] }), "")
  assert.equal(fit(routine, { without: ["floor"] }), "")
  assert.equal(fit(routine, { without: ["overhead"] }), "whole")
})

test("what fits best stands first, and what does not fit nowhere; else it stays in order", () => {
  const eased = { ...kneeling, eases: ["kneel"] }
  const some = { blocks: [[1, [["kneel"], []]]], has: {} }
  assert.deepEqual(best([kneeling, eased, some, standing], { without: ["kneel"] }), [
    [standing, "whole"],
    [some, "some"],
    [eased, "easier"],
  ])
  assert.deepEqual(best([kneeling, standing], {}), [
    [kneeling, "whole"],
    [standing, "whole"],
  ])
})

test("how many of what fits ask one thing more", () => {
  const lying = { blocks: [[1, [["floor", "lie-flat"]]]], has: { area: ["hips"] } }
  assert.equal(besides([kneeling, lying, standing], { without: ["kneel"] }, "floor"), 1)
  assert.equal(besides([kneeling, lying, standing], {}, "floor"), 2)
  assert.equal(besides([kneeling, lying], { without: ["kneel"], area: ["thighs"] }, "floor"), 0)
})

test("words of an address or of data", () => {
  assert.deepEqual(words(" kneel  floor "), ["kneel", "floor"])
  assert.deepEqual(words(null), [])
})

test("blocks as a page has them", () => {
  assert.deepEqual(blocks("1:"), [[1, [[]]]])
  assert.deepEqual(blocks(undefined), [])
  assert.deepEqual(blocks("2:kneel floor|one-leg|;1:floor"), [
    [2, [["kneel", "floor"], ["one-leg"], []]],
    [1, [["floor"]]],
  ])
})

test("an entry by what a page says of it", () => {
  const one = about({ blocks: "1:kneel", eases: "kneel", area: "hips thighs" })
  assert.deepEqual(one, { blocks: [[1, [["kneel"]]]], eases: ["kneel"], has: { area: ["hips", "thighs"] } })
  assert.equal(fit(about({ area: "hips" }), { without: ["kneel"] }), "whole")
})
