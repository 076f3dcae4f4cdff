// The screen while one plays: what to do now, how much of it is left, and what to press. It shows and asks; it decides nothing.

import { elapsed, left, paused, remaining } from "./clock.js"
import { figure } from "./figure.js"
import { phase } from "./phase.js"
import { inTurn, minutes } from "./plan.js"
import { range } from "./told.js"

const KEYS = { ArrowLeft: "back", ArrowRight: "forward", Escape: "stop", " ": "main" }
const PAUSES = ["rest", "next", "change-sides"]

/** Follows the keys and buttons of `screen`; `does` has what each of them does, by name. */
export function staging(screen, { say, count, told, does }) {
  const part = (selector) => screen.querySelector(selector)
  const picture = figure(part(".figure"))
  const button = (name) => part(`[name=${name}]`)
  const live = document.querySelector(".live")
  let written = new Map()
  let said = ""

  for (const line of screen.querySelectorAll(".ring > *")) line.pathLength.baseVal = 1

  screen.addEventListener("click", ({ target }) => {
    const pressed = target.closest("button")
    if (pressed) does[pressed.name]()
  })
  document.addEventListener("keydown", (event) => {
    const name = KEYS[event.key]
    const typing = event.key === " " && event.target.closest(":is(button,a,summary,input,select)")
    const other = event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")
    if (!name || typing || other || screen.hidden) return
    event.preventDefault()
    if (!event.repeat) does[name]()
  })

  /** Writes a text where it differs from what is there: a screen reader is told of changes alone. */
  function write(selector, text) {
    if (written.get(selector) === text) return
    written.set(selector, text)
    part(selector).textContent = text
  }

  const entries = (texts) => texts.map((text) => Object.assign(document.createElement("li"), { textContent: text }))

  /** Takes a button away; whoever was on it is on the main one. */
  function show(name, shown) {
    const one = button(name)
    if (!shown && document.activeElement === one) button("main").focus()
    one.hidden = !shown
  }

  const main = (segment, run) => {
    if (paused(run)) return "go_on"
    if (segment.kind === "get-ready") return run.waits ? "im_ready" : "begin"
    return run.waits ? "done" : "pause"
  }

  return {
    /** Shows a segment, and what comes after it; `aloud` says it to who listens. */
    segment(session, run, aloud) {
      const { segments, items, moves } = session
      const segment = segments[run.at]
      const item = items[segment.item]
      const move = moves.get(item.id)
      const following = segments[run.at + 1]
      const arriving = segment.kind === "get-ready"
      written = new Map()
      screen.dataset.kind = segment.kind
      screen.dataset.side = segment.side ?? "both"
      write(".what", told.what(segment, item))
      const which = segment.kind === "next" ? [say("next_is", { name: item.name })] : told.which(segment, item)
      write(".which", (segment.kind === "hold" ? [item.name, ...which] : which).join(" · "))
      part(".steps").replaceChildren(
        ...entries(
          arriving ? move.steps.map((one) => told.filled(one, segment.side ?? "right")) : told.anew(segment, move),
        ),
      )
      const easier = item.easier && move.easier ? told.filled(move.easier, segment.side ?? "right") : ""
      write(".easier", easier)
      write(".note", PAUSES.includes(segment.kind) ? "" : item.note)
      const cautions = move.cautions.map((one) => told.filled(one, segment.side ?? "right"))
      for (const list of document.querySelectorAll(".now .cautions,#care .cautions"))
        list.replaceChildren(...entries(cautions))
      document.querySelector("#care .about").href = move.page
      part(".care").hidden = !(arriving && cautions.length)
      show("care", cautions.length > 0)
      const moving = ["down", "up"].includes(segment.say)
      const way = arriving && moving ? say(segment.say) : ""
      write(".take", moving ? [way, say("take_time")].filter(Boolean).join(" ") : "")
      const floor = part(".floor")
      if (floor) floor.hidden = !moving
      const then = following ? told.what(following, items[following.item]) : say("last")
      write(".then", arriving || segment.kind === "next" ? "" : say("then", { what: then }))
      show("longer", PAUSES.includes(segment.kind) && !segment.waits)
      show("harder", !PAUSES.includes(segment.kind))
      write("[name=forward]", say(PAUSES.includes(segment.kind) ? "skip" : arriving ? "skip_move" : "forward"))
      this.turned(segment, move, segment.side)
      if (following) picture.ahead(moves.get(items[following.item].id))
      if (!aloud) return
      live.textContent = told.aloud(segment, item, move)
      said = ""
    },

    turned({ kind, set, pose }, move, side) {
      const moves = kind === "work" || kind === "get-ready"
      picture.show(move, { movement: set - 1, easier: pose === "easier", side, moves })
    },

    /** What changes with time. */
    draw(session, run, now) {
      const { segments, items, moves, first } = session
      const segment = segments[run.at]
      const item = items[segment.item]
      const gone = elapsed(run, now)
      const rest = left(run, now)
      const still = paused(run)
      screen.classList.toggle("paused", still)
      screen.classList.toggle("counting", !run.waits)
      write("[name=main]", say(main(segment, run)))
      write(".tap", say(still ? "paused" : run.waits ? "tap_on" : "tap")) // no two buttons have one name
      const coming = remaining(segments, run, now)
      const stillToCome = count("minutes_left", minutes(coming / 1000))
      write(".where", `${say("part_of", { at: place(segments, run.at), parts: place(segments) })} · ${stillToCome}`)
      part(".all").value = 1 - coming / remaining(segments, { ...run, at: -1, total: 0 }, now)
      const each = (segment.each ?? item.pace) * 1000
      const done = Math.floor(gone / each)
      const counted = segment.reps && !segment.waits
      write(".number", number(segment, run, rest, Math.min(done + 1, segment.reps?.[1] ?? 0)))
      const enough = counted ? done >= segment.reps[0] : gone >= segment.least * 1000
      write(".enough", segment.least < segment.most && enough && !PAUSES.includes(segment.kind) ? say("enough") : "")
      screen.style.setProperty("--gone", run.total ? Math.min(1, gone / run.total).toFixed(4) : 0)
      const passing = still ? "" : told.passing(segment, done, rest / 1000)
      if (passing && passing !== said) live.textContent = said = passing
      if (still) return
      if (segment.kind === "work" && inTurn(item) && segment.reps) {
        const side = done % 2 ? (first === "right" ? "left" : "right") : first
        this.turned(segment, moves.get(item.id), side)
      }
      const wait = segment.each ? each - item.pace * 1000 : 0
      picture.turn(phase((segment.kind === "get-ready" ? now : gone) % each, item.pace * 1000, wait))
    },
  }

  /** How many exercises one has come to; of all, how many there are. */
  function place(segments, at = segments.length) {
    return new Set(segments.slice(0, at + 1).map(({ item }) => item)).size
  }

  function number(segment, run, rest, count) {
    if (segment.kind === "get-ready") return run.waits ? "" : String(Math.ceil(rest / 1000))
    if (segment.reps) return segment.waits ? range(segment.reps) : String(count)
    return rest > 0 ? String(Math.ceil(rest / 1000)) : "✓"
  }
}
