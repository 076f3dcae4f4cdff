// The clock of the player under a time of day that the tests make up; and what goes with it, without a page.

import assert from "node:assert/strict"
import { test } from "node:test"

import * as clock from "../../generator/unslouch/player/assets/player/clock.js"
import { inOrder, mix } from "../../generator/unslouch/player/assets/player/mix.js"
import { phase } from "../../generator/unslouch/player/assets/player/phase.js"

const segment = (most, more = {}) => ({ kind: "work", most, extra: 0, waits: false, ...more })
const READY = segment(20, { kind: "get-ready", waits: true })

/** Twenty minutes of segments of many lengths. */
const LONG = Array.from({ length: 80 }, (_, at) => segment([7, 8, 15, 30][at % 4]))
const TWENTY_MINUTES = LONG.reduce((all, { most }) => all + most * 1000, 0)

test("twenty minutes with ten of them hidden drift by less than a tenth of a second", () => {
  assert.equal(TWENTY_MINUTES, 20 * 60_000)
  let run = clock.enter(LONG, 0, 0)
  let now = 0
  const beat = () => {
    now += 19 + ((now * 7919) % 211) // it never comes on time
    run = clock.tick(LONG, run, now)
  }
  while (now < 5 * 60_000) beat()
  now = 15 * 60_000 + 137 // hidden: no beat at all
  while (!clock.over(LONG, run)) beat()
  assert.equal(run.start, TWENTY_MINUTES) // when the last one ran out, whenever that was noticed
  assert.ok(now - TWENTY_MINUTES < 300)
})

test("wherever one looks, one is where the time says", () => {
  const starts = LONG.map((_, at) => LONG.slice(0, at).reduce((all, { most }) => all + most * 1000, 0))
  for (let now = 0; now < TWENTY_MINUTES; now += 977) {
    const run = clock.tick(LONG, clock.enter(LONG, 0, 0), now)
    assert.equal(
      run.at,
      starts.findLastIndex((start) => start <= now),
    )
    assert.equal(clock.elapsed(run, now), now - starts[run.at])
    assert.equal(clock.remaining(LONG, run, now), TWENTY_MINUTES - now)
  }
})

test("nothing counts before the reader is in place, however long that takes", () => {
  const all = [READY, segment(30)]
  let run = clock.tick(all, clock.enter(all, 0, 0), 3_600_000)
  assert.deepEqual([run.at, run.waits], [0, true])
  run = clock.ready(run, 3_600_000)
  assert.equal(clock.left(run, 3_601_000), 2000)
  run = clock.tick(all, run, 3_603_500)
  assert.deepEqual([run.at, clock.elapsed(run, 3_603_500)], [1, 500])
})

test("a pause keeps what had gone, and takes no time", () => {
  const all = [segment(30), segment(10)]
  let run = clock.pause(clock.enter(all, 0, 0), 12_000)
  run = clock.pause(run, 13_000)
  assert.equal(clock.tick(all, run, 999_000), run)
  assert.equal(clock.left(run, 999_000), 18_000)
  run = clock.go(run, 1_000_000)
  assert.equal(clock.go(run, 5), run)
  assert.equal(clock.tick(all, run, 1_017_999).at, 0)
  assert.equal(clock.tick(all, run, 1_018_000).at, 1)
})

test("on, back, longer, and stay paused", () => {
  const all = [segment(30), segment(10), segment(20)]
  const run = clock.next(all, clock.enter(all, 0, 0), 5000)
  assert.deepEqual([run.at, run.start], [1, 5000])
  assert.equal(clock.back(all, run, 6000).at, 0) // it had hardly begun
  assert.deepEqual(clock.back(all, run, 9000), { ...run, start: 9000 })
  assert.equal(clock.left(clock.longer(run, 15_000), 5000), 25_000)
  const paused = clock.next(all, clock.pause(run, 6000), 7000)
  assert.deepEqual([paused.at, paused.stopped], [2, 0])
  assert.equal(clock.back(all, clock.enter(all, 0, 0), 100).at, 0)
  assert.ok(clock.over(all, clock.next(all, paused, 8000)))
  assert.equal(clock.remaining(all, clock.next(all, paused, 8000), 9000), 0)
})

test("what is to come is what was promised: ways to the floor and more time are not counted", () => {
  const all = [segment(30), segment(10, { extra: 10 }), segment(20)]
  const run = clock.enter(all, 0, 0)
  assert.equal(clock.remaining(all, run, 0), 60_000)
  assert.equal(clock.remaining(all, clock.longer(run, 15_000), 0), 60_000)
  const way = clock.next(all, run, 0)
  assert.deepEqual(
    [0, 10_000, 15_000].map((now) => clock.remaining(all, way, now)),
    [30_000, 30_000, 25_000],
  )
})

test("back from where one only waits is the segment before", () => {
  const all = [segment(30), READY, segment(20)]
  assert.equal(clock.back(all, clock.enter(all, 1, 0), 60_000).at, 0)
  assert.equal(clock.next(all, clock.pause(clock.enter(all, 0, 0), 1), 2).stopped, null) // a place to wait is not paused
})

test("a run is kept as it is", () => {
  const run = clock.pause(clock.enter(LONG, 3, 1000), 4000)
  assert.deepEqual(JSON.parse(JSON.stringify(run)), run)
})

test("a repetition goes half way, stays while it is held, and comes back", () => {
  assert.deepEqual(
    [0, 1000, 2000, 3999].map((at) => phase(at, 4000, 0)),
    [0, 0.25, 0.5, 0.99975],
  )
  assert.deepEqual(
    [1000, 2000, 6999, 8000, 9000].map((at) => phase(at, 4000, 5000)),
    [0.25, 0.5, 0.5, 0.75, 1],
  )
})

const option = (id, stance, muscle) => ({ id, stance, muscle, floor: stance !== "feet" })
const OPTIONS = [
  option("squat", "feet", "glutes"),
  option("side-leg", "lying", "abductors"),
  option("hydrant", "knees", "abductors"),
  option("side-step", "feet", "abductors"),
  option("bridge", "lying", "hamstrings"),
  option("kick", "knees", "glutes"),
]
const ids = (options) => options.map(({ id }) => id)

test("a good mix is one on the feet, one lying, one on hands and knees, then another muscle", () => {
  assert.deepEqual(ids(mix(OPTIONS, 3)), ["squat", "side-leg", "hydrant"])
  assert.deepEqual(ids(mix(OPTIONS, 4)), ["squat", "side-leg", "hydrant", "bridge"])
  assert.deepEqual(ids(mix(OPTIONS, 1)), ["squat"])
  assert.deepEqual(ids(mix(OPTIONS, 9)), ids(OPTIONS))
  assert.deepEqual(ids(mix(OPTIONS.slice(0, 1), 3)), ["squat"])
})

test("options are in an order that goes to the floor once, or up once", () => {
  assert.deepEqual(ids(inOrder(OPTIONS, false)), ["squat", "side-step", "hydrant", "kick", "side-leg", "bridge"])
  assert.deepEqual(ids(inOrder(OPTIONS, true)), ["hydrant", "kick", "side-leg", "bridge", "squat", "side-step"])
})

test("time spent is what ran, through segments that passed by themselves, and no more than they last", () => {
  const segments = [10, 20].map((most) => ({ kind: "work", most, least: most, extra: 0, waits: false }))
  const run = clock.enter(segments, 0, 0)
  const spent = (from, to) => clock.spent(segments, from, to)
  assert.equal(spent(run, clock.next(segments, run, 4000)), 4000)
  assert.equal(spent(run, clock.tick(segments, run, 60_000)), 30_000)
  assert.equal(spent(run, clock.next(segments, run, 600_000)), 10_000)
  const paused = clock.pause(run, 3000)
  assert.equal(spent(paused, clock.next(segments, paused, 900_000)), 3000)
  assert.equal(spent(run, clock.back(segments, run, 5000)), 0)
})
