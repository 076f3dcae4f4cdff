// A calendar's file as scripts write it: tests/pages/test_calendar.py holds the library's to the same vectors.

import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"

import { together, written } from "../../generator/unslouch/pages/assets/week/ics.js"

const { calendars } = JSON.parse(readFileSync(new URL("../vectors/calendar.json", import.meta.url), "utf8"))

for (const { why, events, written: expected } of calendars) {
  test(`a calendar: ${why}`, () => {
    const made = written(events)
    assert.equal(made, expected)
    for (const line of made.split("\r\n")) assert.ok(new TextEncoder().encode(line).length <= 75, line)
    assert.ok(!/[^\r]\n/.test(made), "each line ends in CR and LF")
  })
}

test("days on which the same is done are one event", () => {
  const days = together([["a", "b"], ["a"], [], ["a", "b"], [], [], ["b", "a"]])
  assert.deepEqual(days, [
    { ids: ["a", "b"], days: [0, 3] },
    { ids: ["a"], days: [1] },
    { ids: ["b", "a"], days: [6] },
  ])
})
