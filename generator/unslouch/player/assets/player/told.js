// What is said of a segment. No page is needed here; the amounts are said by own/dose.js.

import { inTurn } from "./plan.js"

export const range = ([low, high]) => (low === high ? `${low}` : `${low}–${high}`)

/** Gives the ways to say it; `say` and `count` as in words.js, `sides` what right and left are called. */
export function telling({ say, count }, sides) {
  const counted = (reps, unit) => count("dose_counted", reps[1], { number: range(reps), unit })

  /** A text of the exercise, which may speak of either side. */
  function filled(text, side) {
    const words = { side: sides[side], other_side: sides[side === "left" ? "right" : "left"] }
    return text.replace(/\{(side|other_side)\}/g, (_, name) => words[name])
  }

  /** Which side and set a segment is, and in work how much of what. */
  function which(segment, item) {
    const { side, set, sets, kind, reps, most, least } = segment
    const told = []
    if (side && !inTurn(item)) told.push(say(side === "left" ? "side_left" : "side_right"))
    if (segment.rounds) told.push(say("round_of", { round: segment.round, rounds: segment.rounds }))
    if (sets > 1) told.push(say("set_of", { set, sets }))
    if (reps && kind === "work") {
      const each = inTurn(item) ? item.reps : reps
      told.push(item.unit ? counted(each, item.unit) : count("repetitions", each[1], { number: range(each) }))
    } else if (kind === "work" || kind === "hold") told.push(count("seconds", most, { number: range([least, most]) }))
    if (kind === "work" && inTurn(item)) told.push(say("in_turn"))
    if (item.with && (kind === "work" || kind === "hold")) told.push(item.with)
    return told
  }

  /** What one does now, in a word or two. */
  function what({ kind, say: word }, item) {
    const says = {
      down: () => say("down"),
      up: () => say("up"),
      next: () => say("rest"),
      sides: () => say("sides"),
      rest: () => say("rest"),
      hold: () => say("hold"),
      work: () => item.name,
    }
    return kind === "get-ready" ? item.name : says[word]()
  }

  /** What to do otherwise than in the set before, where a set has a movement of its own. */
  function anew({ kind, set, side }, { movements }) {
    const [now, before] = [set - 1, set - 2].map((at) => movements[at % movements.length])
    if (set < 2 || now === before || kind === "change-sides") return []
    return now.words.map((text) => filled(text, side ?? "right"))
  }

  /** All of a segment in a sentence or two, for who listens. */
  function aloud(segment, item, move) {
    const name = segment.kind === "hold" ? [item.name] : []
    const said = [what(segment, item), ...name, ...which(segment, item), ...anew(segment, move)]
    const { kind, waits, least, most } = segment
    const long =
      ["rest", "next"].includes(kind) && !waits ? [count("seconds", most, { number: range([least, most]) })] : []
    const up =
      kind === "next" ? [said[0], ...long, say("next_is", { name: item.name })] : [said[0], ...long, ...said.slice(1)]
    return up.map((one) => (/[.!?…]$/.test(one) ? one : `${one}.`)).join(" ")
  }

  /** What is said while one moves or holds, from what was `done` of the repetitions and the seconds that are left. */
  function passing({ kind, waits, reps, most }, done, left) {
    if (waits || !["work", "hold"].includes(kind)) return ""
    const [all, gone, last] = reps ? [reps[1], done, 1] : [most, most - left, 5]
    if (all < (reps ? 4 : 15)) return ""
    if (gone >= all - last) return reps ? say("last_one") : count("seconds_left", last)
    return gone >= all / 2 ? say("half_way") : ""
  }

  return { filled, which, what, anew, aloud, passing }
}
