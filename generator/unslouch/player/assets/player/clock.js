// Where in a plan one is, from the time of day alone. Nothing is counted: a segment started at a time and lasts so long, so
// whoever was away (another tab, a locked phone, a page loaded again) is where the time says. Milliseconds throughout; no
// page is needed. A run is { at, start, stopped, total, waits }: `stopped` is how far it had come where it is paused.

/** Between "I'm ready" and the first movement: time to put the phone down. */
const LEAD = 3000

/** The run at the beginning of a segment; past the last one it is over. */
export function enter(segments, at, now) {
  const segment = segments[at]
  if (!segment) return { at: segments.length, start: now, stopped: 0, total: 0, waits: false }
  const total = (segment.most + segment.extra) * 1000
  return { at, start: now, stopped: null, total, waits: segment.waits }
}

export const over = (segments, run) => run.at >= segments.length
export const paused = (run) => run.stopped !== null
export const elapsed = (run, now) => run.stopped ?? now - run.start
export const left = (run, now) => Math.max(0, run.total - elapsed(run, now))
const runs = (run) => !paused(run) && !run.waits

/** The run as it is by now: what has run out was followed by the next at the time it ran out. */
export function tick(segments, run, now) {
  let here = run
  while (!over(segments, here) && runs(here) && now >= here.start + here.total)
    here = enter(segments, here.at + 1, here.start + here.total)
  return here
}

export const pause = (run, now) => (paused(run) ? run : { ...run, stopped: now - run.start })
export const go = (run, now) => (paused(run) ? { ...run, start: now - run.stopped, stopped: null } : run)

/** The reader is in place: a few seconds, then the exercise. */
export const ready = (run, now) => ({ ...run, start: now, stopped: null, total: LEAD, waits: false })

/** The segment `by` places on (or back), from its beginning; paused where this one is. */
function move(segments, run, now, by) {
  const there = enter(segments, Math.max(0, run.at + by), now)
  return paused(run) && !there.waits && !over(segments, there) ? { ...there, stopped: 0 } : there
}

export const next = (segments, run, now) => move(segments, run, now, 1)

/** On in the plan; where an exercise is still to begin, to the one after it. */
export function forward(segments, run, now) {
  if (segments[run.at].kind !== "get-ready") return next(segments, run, now)
  const following = segments.findIndex(({ kind }, at) => at > run.at && kind === "get-ready")
  return enter(segments, following < 0 ? segments.length : following, now)
}

/** Back to the beginning of this segment, or to the one before where this has hardly begun or only waits. */
export function back(segments, run, now) {
  return move(segments, run, now, elapsed(run, now) > 3000 && !segments[run.at]?.waits ? 0 : -1)
}

export const longer = (run, by) => ({ ...run, total: run.total + by })

/** What is still to come, of this segment and of all. It is what the pages promise: what takes longer is not counted. */
export function remaining(segments, run, now) {
  const promised = (segment) => (segment?.most ?? 0) * 1000
  const after = segments.slice(run.at + 1).reduce((all, segment) => all + promised(segment), 0)
  return after + Math.min(left(run, now), promised(segments[run.at]))
}

/** What of its time a run took until the `next` began: no more than the segments between them last, however long one waits. */
export function spent(segments, run, next) {
  const most = segments.slice(run.at, next.at).reduce((all, segment) => all + (segment.most + segment.extra) * 1000, 0)
  return Math.max(0, Math.min(most, run.stopped ?? next.start - run.start))
}
