// Who gives a sheet, and what of it can be called.

import assert from "node:assert/strict"
import { test } from "node:test"

import { pieces } from "../../generator/unslouch/cards/assets/own/given.js"

const called = (text) => pieces(text).find(({ href }) => href)?.href

test("a number that plainly is one can be called, and no letter is lost", () => {
  assert.deepEqual(pieces("Given by Ann, 0123 456-78 (mornings)"), [
    { text: "Given by Ann, " },
    { text: "0123 456-78", href: "tel:012345678" },
    { text: " (mornings)" },
  ])
  assert.equal(called("Ann +49 (0)30 123456"), "tel:+4930123456")
  assert.equal(called("(030) 123 456"), "tel:030123456")
  assert.equal(called("Ann, 555-123-4567"), "tel:5551234567")
  assert.equal(called("Ann (555) 123-4567"), "tel:5551234567")
})

test("what may be something else stays text", () => {
  const texts = [
    "Ann Example",
    "Ann, 2026-11-30",
    "30.11.2026",
    "08 - 12 and 13 - 17",
    "Room 12",
    "0800 - 1200",
    "id0123456789",
  ]
  for (const text of [...texts, "0123 45678 or 0123 45679", "<a href=x>"]) assert.deepEqual(pieces(text), [{ text }])
})
