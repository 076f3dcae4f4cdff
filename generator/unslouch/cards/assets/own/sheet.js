// A sheet that a reader puts together: what is chosen, and what follows from it. All of it lives in the address, see
// address.js. Here the parts of the page are put together, each of which has one job.

import { follow as followPapers } from "../paper.js"
import { phrases } from "../words.js"
import { about as following } from "./about.js"
import { actions } from "./actions.js"
import { fragment, read } from "./address.js"
import { choosing } from "./choices.js"
import { settle } from "./dose.js"
import { inTurn } from "./exercises.js"
import { filtering } from "./filter.js"
import { addressOf, keep, write } from "./link.js"
import { follow } from "./list.js"
import { saying } from "./said.js"
import { routines } from "./start.js"
import { viewing } from "./view.js"

const data = JSON.parse(document.querySelector("#data").textContent)
const { most, version, letters } = data
const page = document.querySelector("main")
const part = (selector) => page.querySelector(selector)
const unnamed = part("[name=name]").defaultValue
const words = phrases(data, document.documentElement.lang)
const { say, count } = words

/** What is chosen: an exercise's id, its dose, side and note as in the address, and all that was loaded of it. */
let chosen = []

const about = following([...page.querySelectorAll(".own__about [name], [name=large]")], {
  unnamed,
  changed({ inputType }) {
    said.hush()
    write(address())
    if (inputType) view.soon()
    else view.card()
  },
})
const said = saying(page, words)
const view = viewing(page, { data, words, unnamed, sheet: () => ({ chosen, about: about.read() }) })
const address = () => addressOf(chosen, about.read(), version)
const before = () => fragment(chosen, about.read(), version)
const reading = (hash) => read(hash, { names: choices.names, version, most, letters })

/** Takes over what the address says, with what it needs of each exercise, and tells what could not be. */
function open() {
  const asked = reading(location.hash)
  const ids = asked.items.map(({ id }) => id)
  choices.forget()
  return inTurn(ids, (loaded) => {
    const settled = settle(asked.items, loaded, choices.names)
    chosen = settled.chosen
    about.show(asked.about)
    said.hush()
    // An address that was not understood whole stays until something is changed: another version of the page may know it.
    const wrong = said.wrong([...asked.told, ...settled.told])
    if (!wrong) write(address())
    show()
    return wrong
  })
}

/** Takes a new list, what is to say of it, the place in it that keeps the focus, and what brings the last one back. */
function change(next, told, { at, before } = {}) {
  const [last] = chosen
  chosen = next
  if (!chosen.length) about.from("")
  said.hush()
  write(address())
  show(at)
  said.done(told, before)
  if (last && at === -1) choices.focus(last.id)
}

function show(at) {
  choices.show(chosen)
  showList(chosen, at)
  view.all()
}

const choices = choosing(part(".own__choices"), {
  groups: data.groups,
  atOnce: data.at_once,
  most,
  added(one) {
    change([...chosen, one], say("added", { name: one.exercise.name, count: chosen.length + 1 }))
  },
  removed(id) {
    const left = chosen.filter((one) => one.id !== id)
    change(left, say("removed", { name: choices.names.get(id), count: left.length }), { before: before() })
  },
  missing: (id) => said.wrong([{ word: "not_loaded", names: [choices.names.get(id)] }]),
})

const showList = follow(part(".own__list"), part("#item"), { most, words, before, changed: change })

routines(part(".own__routines"), {
  read: reading,
  names: choices.names,
  /** They come after what is there, as many as there is room for. */
  added(more, id, wrong) {
    const [was, next] = [before(), [...chosen, ...more].slice(0, most)]
    keep()
    if (!chosen.length) about.from(id)
    const told = say("routine_added", { name: data.routines[id].name, count: next.length - chosen.length })
    change(next, told, { before: was })
    said.wrong(wrong)
  },
})

function anew() {
  const was = before()
  if (was) keep()
  choices.forget()
  about.show(about.none)
  change([], say("started"), { before: was || undefined })
}

actions(page, { view, address, said, say, anew })
filtering(part(".own__filter > form"), choices, count)
followPapers(part(".papers"))
addEventListener("hashchange", open)
part(".own__absent").hidden = true
page.classList.add("ready")
const wrong = await open()
// Who comes from this guide wants to put a sheet together; who opens a link or scans a code wants the sheet, or, where none
// is left of it, to know that.
view.build(chosen.length ? document.referrer.startsWith(location.origin) : !wrong)
// What there is to see depends on the address, and its size on the letters: it is shown when it no longer moves.
await view.set()
await document.fonts.ready
page.classList.remove("waiting")
