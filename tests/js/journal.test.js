// The journal as data, its files, and where it is kept.

import assert from "node:assert/strict"
import { test } from "node:test"

import { diary } from "../../generator/unslouch/guide/assets/diary.js"
import * as journal from "../../generator/unslouch/guide/assets/journal.js"
import { read as readTable, table } from "../../generator/unslouch/pages/assets/week/csv.js"

const one = (more = {}) => journal.entry({ id: "a1", day: "2026-11-30", name: "Desk break", ...more })
const full = one({
  id: "b-2",
  day: "2026-11-29",
  routine: "desk-break",
  minutes: 12,
  felt: "easy",
  effort: 0,
  pain: 10,
  moves: ["side-squat", "pigeon-pose"],
  easier: ["pigeon-pose"],
})
const held = journal.withEntries({ plan: "plan", entries: [] }, [one(), full])

test("an entry has its shape, or it is none", () => {
  assert.ok(one())
  const bad = [
    { id: "" },
    { id: "<b>" },
    { day: "2026-02-30" },
    { day: "30.11.2026" },
    { day: 20261130 },
    { name: null },
    { name: "x".repeat(121) },
    { minutes: -1 },
    { minutes: 1.5 },
    { minutes: "5" },
    { felt: "fine" },
    { pain: 11 },
    { effort: "3" },
    { moves: "squat" },
    { moves: ["a b"] },
    { moves: Array(41).fill("a") },
    { routine: "../x" },
    { easier: [1] },
  ]
  for (const more of bad) assert.equal(one(more), null, JSON.stringify(more))
  for (const nothing of [null, undefined, 5, "x", []]) assert.equal(journal.entry(nothing), null)
})

test("what is made is an entry with an id of its own, however long its name is", () => {
  const ids = Array.from({ length: 50 }, () => journal.made({ day: "2026-11-30", name: "x".repeat(500) }).id)
  assert.equal(new Set(ids).size, 50)
})

test("entries stand by day, each once, and change only to what makes sense", () => {
  assert.deepEqual(
    held.entries.map(({ id }) => id),
    ["b-2", "a1"],
  )
  assert.equal(journal.withEntries(held, [one({ minutes: 3 })]).entries.length, 2)
  assert.equal(journal.changed(held, "a1", { pain: 4 }).entries[1].pain, 4)
  assert.equal(journal.changed(held, "a1", { pain: 40 }).entries[1].pain, null)
  assert.deepEqual(
    journal.without(held, "a1").entries.map(({ id }) => id),
    ["b-2"],
  )
})

test("days go on through a change of clocks and a new year", () => {
  assert.equal(journal.plus("2026-03-28", 1), "2026-03-29")
  assert.equal(journal.plus("2026-03-29", 1), "2026-03-30")
  assert.equal(journal.plus("2026-12-31", 1), "2027-01-01")
  assert.equal(journal.weekday("2026-11-30"), 0)
  assert.deepEqual([journal.weekOf("2026-11-29")[0], journal.weekOf("2026-11-29")[6]], ["2026-11-23", "2026-11-29"])
  assert.equal(journal.firstOf([1, 5], "2026-11-30"), "2026-12-01")
  assert.equal(journal.firstOf([0], "2026-11-30"), "2026-11-30")
  assert.equal(journal.dayOf(new Date(2026, 0, 5, 23, 59)), "2026-01-05")
})

test("a journal comes back from its text as it was", () => {
  for (const indent of [0, 2])
    assert.deepEqual(journal.read(journal.written(held, indent)), { ...held, lost: 0, wrong: "" })
})

test("a text that is none is known for what it is", () => {
  const of = (data) => journal.read(JSON.stringify(data)).wrong
  assert.equal(journal.read("{").wrong, "broken")
  assert.equal(journal.read("").wrong, "broken")
  for (const foreign of [null, 5, [], {}, { app: "other", version: 1, entries: [] }])
    assert.equal(of(foreign), "foreign")
  assert.equal(of({ app: journal.APP, version: journal.VERSION + 1, entries: [] }), "newer")
  assert.equal(of({ app: journal.APP, version: 0, entries: [] }), "foreign")
  assert.equal(of({ app: journal.APP, version: journal.VERSION, entries: {} }), "broken")
  const some = journal.read(JSON.stringify({ app: journal.APP, version: 1, plan: 3, entries: [one(), { id: "x" }] }))
  assert.deepEqual([some.entries.length, some.lost, some.plan, some.wrong], [1, 1, null, ""])
})

test("an older version is brought up step by step", () => {
  const old = JSON.stringify({ app: journal.APP, version: 1, days: ["2026-11-30"] })
  const upgrades = {
    1: ({ days, ...rest }) => ({ ...rest, ticks: days.map((day) => ({ day })) }),
    2: ({ ticks, ...rest }) => ({ ...rest, entries: ticks.map(({ day }) => ({ id: "a1", day, name: "Desk break" })) }),
  }
  assert.deepEqual(journal.read(old, upgrades, 3).entries, [one()])
})

test("easy on two days is told, unless a later day was not or hurt more", () => {
  const days = (...all) => ({
    entries: all.map(([day, more]) => one({ id: `d${day}`, day: `2026-11-0${day}`, moves: ["squat"], ...more })),
  })
  const easy = { felt: "easy" }
  assert.deepEqual(journal.easyTwice(days([1, easy], [2, easy])), ["squat"])
  assert.deepEqual(journal.easyTwice(days([1, easy], [2, {}], [3, easy])), ["squat"])
  assert.deepEqual(journal.easyTwice(days([1, easy])), [])
  assert.deepEqual(journal.easyTwice(days([1, easy], [1, easy])), [])
  assert.deepEqual(journal.easyTwice(days([1, easy], [2, easy], [3, { felt: "hard" }])), [])
  assert.deepEqual(journal.easyTwice(days([1, easy], [2, { felt: "hard" }], [2, easy])), [])
  assert.deepEqual(journal.easyTwice(days([1, easy], [2, { ...easy, easier: ["squat"] }])), [])
  assert.deepEqual(journal.easyTwice(days([1, { ...easy, pain: 1 }], [2, { ...easy, pain: 2 }])), [])
  assert.deepEqual(journal.easyTwice(days([1, { ...easy, pain: 2 }], [2, { ...easy, pain: 2 }])), ["squat"])
})

test("a year is twelve months up to this one", () => {
  const year = journal.months(held, "2026-11-30")
  assert.deepEqual([year.length, year[0].first, year[11].first], [12, "2025-12-01", "2026-11-01"])
  assert.deepEqual([year[2].length, journal.months(held, "2024-02-29")[11].length], [28, 29])
  assert.deepEqual([[...year[11].days], year[11].minutes], [[29, 30], 12])
})

test("a table comes back as it was", () => {
  const names = [
    '"Quoted", with a comma',
    "two\r\nlines",
    "=1+1",
    "'=1+1",
    "-",
    "+44 1",
    "@x",
    "\tx",
    "＝1",
    "'",
    "a;b",
    "",
  ]
  const entries = [full, ...names.map((name, at) => one({ id: `n${at}`, name }))]
  assert.deepEqual(readTable(table(entries), journal.entry), { entries, lost: 0, wrong: "" })
})

test("a spreadsheet runs nothing of a table", () => {
  const cells = table([one({ name: "=HYPERLINK(1)" }), one({ name: "+1" }), one({ name: "@A1" })])
  assert.ok(cells.includes(`"'=HYPERLINK(1)"`) && cells.includes(`"'+1"`) && cells.includes(`"'@A1"`))
  assert.ok(!/(^|[,"\n])[=+@]/.test(cells))
})

test("a table as a spreadsheet saves it is read as well, and what is none is told", () => {
  const saved = "id;day;name;minutes\na1;2026-11-30;Desk break;7\nx;30/11/2026;Desk break;7\n"
  assert.deepEqual(readTable(saved, journal.entry), { entries: [one({ minutes: 7 })], lost: 1, wrong: "" })
  assert.equal(readTable("name,price\nshoe,3\n", journal.entry).wrong, "foreign")
  for (const broken of ["", 'id,day,name\n"a1,2026']) assert.equal(readTable(broken, journal.entry).wrong, "broken")
})

/** A browser's store; `full` refuses all. */
function store(has = {}, full = false) {
  const kept = new Map(Object.entries(has))
  globalThis.localStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, text) {
      if (full) throw new Error("full")
      kept.set(key, text)
    },
    removeItem: (key) => kept.delete(key),
  }
  return kept
}
const tick = (kept) => journal.withEntries(kept, [one()])

test("a journal is kept, and nothing is before there is something to keep", () => {
  const kept = store()
  diary()
  assert.equal(kept.size, 0)
  diary().change(tick)
  assert.deepEqual([diary().journal.entries.length, diary().apart], [1, ""])
  const [first, second] = [diary(), diary()]
  first.change((all) => journal.withEntries(all, [full]))
  second.change((all) => journal.without(all, "a1"))
  assert.deepEqual(
    diary().journal.entries.map(({ id }) => id),
    ["b-2"],
  )
  second.erase()
  assert.equal(kept.size, 0)
})

test("a browser that keeps nothing still counts, and says so", () => {
  for (const make of [
    () => store({}, true),
    () =>
      Object.defineProperty(globalThis, "localStorage", {
        get() {
          throw new Error()
        },
        configurable: true,
      }),
  ]) {
    make()
    const one = diary()
    one.change(tick)
    one.change((all) => journal.withEntries(all, [full]))
    assert.deepEqual([one.apart, one.journal.entries.length], ["blocked", 2])
    one.erase()
    assert.equal(one.journal.entries.length, 0)
    delete globalThis.localStorage
  }
})

test("what is kept and cannot be read is not written over, but can be erased", () => {
  for (const [text, wrong] of [
    ["{", "broken"],
    [JSON.stringify({ app: journal.APP, version: 99, entries: [] }), "newer"],
  ]) {
    const kept = store({ "unslouch-journal": text })
    const one = diary()
    one.change(tick)
    assert.deepEqual([one.apart, one.journal.entries.length, kept.get("unslouch-journal")], [wrong, 1, text])
    one.erase()
    one.change(tick)
    assert.deepEqual([one.apart, diary().journal.entries.length], ["", 1])
  }
})
