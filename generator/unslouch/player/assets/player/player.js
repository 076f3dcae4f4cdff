// Plays a sheet: reads its address, makes the plan, keeps the time, and shows where one is. The plan and the clock are data,
// see plan.js and clock.js; the address is that of the sheet that readers put together, see own/address.js.

import { amount } from "../own/dose.js"
import { inTurn as load } from "../own/exercises.js"
import { phrases } from "../words.js"
import { awake } from "./awake.js"
import * as clock from "./clock.js"
import { cues } from "./cues.js"
import { ending } from "./ending.js"
import { forget, keep, recall, reloaded } from "./kept.js"
import { placeIn, plan } from "./plan.js"
import { proposed, readying } from "./ready.js"
import { asked, filled, spend } from "./session.js"
import { staging } from "./stage.js"
import { telling } from "./told.js"

const data = JSON.parse(document.querySelector("#data").textContent)
const language = document.documentElement.lang
const words = phrases(data, language)
const { say, few } = words
const told = telling(words, data.sides)
const amountOf = (item) => amount(item.has, { side: item.side, exercise: session.moves.get(item.id) }, words)
const part = (selector) => document.querySelector(selector)
const [readyScreen, stageScreen, doneScreen] = ["#ready", "#stage", "#done"].map(part)
const LONGER = 15_000
/** What is played: its name, blocks, items, all that was loaded of them, and the plan. Nothing before an address is read. */
let session = null
let run = null
let timer = 0
let frame = 0

const cue = cues(part(".flash"), language)

// Where one is

const segment = () => session.segments[run.at]
const item = () => session.items[segment().item]

function replan() {
  const settings = ready.settings()
  session.segments = plan(session.items, settings)
  session.first = settings.first
}

/** Takes another place in the plan, and shows, says and keeps it. */
function arrive(next) {
  const moved = next.at !== run?.at
  if (run) spend(session, run, next)
  run = next
  if (clock.over(session.segments, run)) return finish("done")
  stage.segment(session, run, moved)
  if (moved) cue.change(told.aloud(segment(), item(), session.moves.get(item().id)))
  schedule()
}

/** Sets what depends on the time that is left: beeps, the next beat, the screen that stays on. */
function schedule() {
  clearTimeout(timer)
  cancelAnimationFrame(frame)
  const now = Date.now()
  const running = !run.waits && !clock.paused(run)
  if (running) {
    cue.plan(clock.left(run, now))
    timer = setTimeout(beat, clock.left(run, now))
  } else cue.plan(0)
  awake(!clock.paused(run))
  save()
  beat()
}

function beat() {
  if (!run || stageScreen.hidden) return
  const now = Date.now()
  const next = clock.tick(session.segments, run, now)
  if (next !== run) return arrive(next)
  stage.draw(session, run, now)
  cancelAnimationFrame(frame)
  frame = requestAnimationFrame(beat)
}

function save(left = null) {
  const items = session.items.map(({ id, dose, out, easier, done }) => ({ id, dose, out, easier, done }))
  keep({ address: location.hash, items, settings: ready.settings(), run, left, spent: session.spent })
}

function changePlan() {
  const was = segment()
  replan()
  const at = placeIn(session.segments, was)
  const here = session.segments[at]
  const stays = here && here.item === was.item
  return stays ? { ...run, at } : clock.enter(session.segments, at, Date.now())
}

// What a reader does

const does = {
  main() {
    const now = Date.now()
    if (clock.paused(run)) does.go()
    else if (segment().kind === "get-ready" && run.waits) does.ready(now)
    else if (run.waits || segment().kind === "get-ready") does.next()
    else does.pause()
  },
  ready(now) {
    run = clock.ready(run, now)
    schedule()
  },
  view: () => does.main(),
  pause() {
    if (!run.waits) run = clock.pause(run, Date.now())
    cue.hush()
    schedule()
  },
  go() {
    run = clock.go(run, Date.now())
    schedule()
  },
  next: () => arrive(clock.next(session.segments, run, Date.now())),
  forward: () => arrive(clock.forward(session.segments, run, Date.now())),
  back: () => arrive(clock.back(session.segments, run, Date.now())),
  longer() {
    run = clock.longer(run, LONGER)
    schedule()
  },
  stop() {
    does.pause()
    show(readyScreen)
    ready.show(session, true)
    part("[name=go_on]").focus()
  },
  harder() {
    const move = session.moves.get(item().id)
    part("#harder .text").textContent = move.easier
      ? told.filled(move.easier, segment().side ?? "right")
      : say("easier_any")
    const image = part("#harder .way")
    image.hidden = !move.easily
    if (move.easily) {
      image.src = move.easily.src
      image.alt = move.easily[segment().side ?? "right"]
      image.classList.toggle("mirrored", segment().side === "left")
    }
    stopFor("#harder")
  },
  hurts: () => stopFor("#hurts"),
  care: () => stopFor("#care"),
}

/** Pauses for a question. */
function stopFor(dialog) {
  does.pause()
  part(dialog).showModal()
}

const chosen = {
  easier() {
    item().easier = true
    arrive(changePlan())
    does.go()
  },
  leave() {
    item().out = true
    const next = changePlan()
    run = null
    arrive(next)
  },
  go: () => does.go(),
  end: () => finish("stopped"),
}

for (const dialog of document.querySelectorAll("dialog")) {
  dialog.addEventListener("close", () => {
    if (stageScreen.hidden) return
    const name = dialog.returnValue
    dialog.returnValue = ""
    part("[name=main]").focus()
    if (name) chosen[name]()
  })
}

// The screens

function show(screen) {
  for (const one of [readyScreen, stageScreen, doneScreen]) one.hidden = one !== screen
  document.body.classList.toggle("playing", screen === stageScreen)
  scrollTo(0, 0)
}

const ready = readying(readyScreen, { ...words, told, amount: amountOf, things: data, changed: () => run && save() })
const stage = staging(stageScreen, { ...words, told, does })
const showEnd = ending(doneScreen, { ...words, data, again: open })

function play(next) {
  cue.set(ready.settings())
  show(stageScreen)
  part("[name=main]").focus()
  arrive(next)
}

function begin() {
  for (const one of session.items) Object.assign(one, { easier: false, done: false })
  session.spent = 0
  replan()
  run = null
  play(clock.enter(session.segments, 0, Date.now()))
}

function goOn() {
  const was = segment()
  const next = changePlan()
  const stays = session.segments[next.at]?.item === was.item
  run = null
  play(stays ? clock.go(next, Date.now()) : next)
}

part("[name=start]").addEventListener("click", begin)
part("[name=go_on]").addEventListener("click", goOn)

/** The end, as planned or because it hurt. */
function finish(how) {
  clearTimeout(timer)
  cancelAnimationFrame(frame)
  cue.hush()
  if (how === "done") cue.change(say("done_title"))
  awake(false)
  forget()
  run = null
  show(doneScreen)
  showEnd(how, session)
}

// The address

async function open() {
  const found = await asked(location.hash, data)
  const ids = [...new Set(found.blocks.flatMap(({ items }) => items.map(({ id }) => id)))]
  return load(ids, (loaded) => take(found, new Map(ids.map((id, at) => [id, loaded[at]]))))
}

function take(found, moves) {
  const wrong = filled(found, moves, data.names)
  session = { ...found, moves, items: proposed(found.blocks), segments: [], spent: 0 }
  run = null
  const { name, about, items } = session
  const from = found.page ?? (moves.size === 1 ? [...moves.values()][0]?.page : null)
  if (from) for (const link of document.querySelectorAll(".from")) link.href = from
  part(".title").textContent = document.title = name
  part(".given").textContent = [about.note, about.given].filter(Boolean).join(" · ")
  part("#ready > .notes").textContent = found.notes ?? ""
  part(".message").textContent = wrong.map(({ word, names = [] }) => say(word, { names: few(names) })).join(" ")
  part(".none").hidden = items.length > 0
  part(".some").hidden = !items.length
  show(readyScreen)
  if (!resume()) ready.show(session)
}

/** Goes on where one was: at once where the page was loaded again, else when the reader wants to. */
function resume() {
  const kept = recall(location.hash)
  const same = kept?.items.map(({ id }) => id).join() === session.items.map(({ id }) => id).join()
  if (!kept?.run || !same) return false
  for (const [at, { out, easier, done }] of kept.items.entries())
    Object.assign(session.items[at], { out, easier, done })
  session.spent = kept.spent ?? 0
  ready.set(kept.settings)
  replan()
  if (kept.run.at >= session.segments.length) return false
  run = kept.run
  if (reloaded() || kept.left === null) {
    play(clock.tick(session.segments, run, Date.now()))
    return true
  }
  stay(kept.left)
  return true
}

/** Waits at the place where one was when one left. */
function stay(left) {
  run = clock.pause(clock.tick(session.segments, run, left), left)
  show(readyScreen)
  ready.show(session, true)
}

addEventListener("pagehide", () => {
  if (run) save(Date.now())
})
addEventListener("pageshow", ({ persisted }) => {
  const kept = persisted && run && recall(location.hash)
  if (kept?.left) stay(kept.left)
})
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) beat()
})
addEventListener("hashchange", open)
for (const one of document.querySelectorAll("[data-voice]")) one.hidden = !cue.voices
await open()
part("main").hidden = false
part(".plain").hidden = true
