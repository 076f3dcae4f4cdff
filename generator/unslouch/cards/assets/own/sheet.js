// A sheet that a reader puts together: what is chosen, and what follows from it. All of it lives in the address, see
// address.js. Here the parts of the page are put together, each of which has one job.

import { follow as followPapers } from "../paper.js"
import { about as following } from "./about.js"
import { actions } from "./actions.js"
import { fragment, read } from "./address.js"
import { showing } from "./card.js"
import { choosing } from "./choices.js"
import { settle } from "./dose.js"
import { inTurn } from "./exercises.js"
import { filtering } from "./filter.js"
import { addressOf, keep, write } from "./link.js"
import { follow } from "./list.js"
import { saying } from "./said.js"
import { routines } from "./start.js"
import { summing } from "./sum.js"
import { phrases } from "./words.js"

const data = JSON.parse(document.querySelector("#data").textContent)
const { most, version, letters } = data
const page = document.querySelector("main")
const part = (selector) => page.querySelector(selector)
const words = phrases(data, document.documentElement.lang)
const { say, count } = words

/** What is chosen: an exercise's id, its dose, side and note as in the address, and all that was loaded of it. */
let chosen = []
/** Settled when the card is set as large as it can be. */
let set = Promise.resolve()

const said = saying(page, {
  ...words,
  back(before) {
    location.hash = before
  },
})

let resting = 0
const about = following([...page.querySelectorAll(".own__about [name], [name=large]")], {
  unnamed: part("[name=name]").defaultValue,
  typed() {
    said.hush()
    write(address())
    clearTimeout(resting)
    resting = setTimeout(showCard, 200) // the card is measured when the writer rests
  },
  changed() {
    write(address())
    showCard()
  },
})

const address = () => addressOf(chosen, about.read(), version)
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
    if (!said.wrong([...asked.told, ...settled.told])) write(address())
    show()
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

const before = () => fragment(chosen, about.read(), version)

const choices = choosing(part(".own__choices"), {
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

const showList = follow(part(".own__list"), part("#item"), { most, say, count, before, changed: change })

routines(part(".own__routines"), {
  read: reading,
  names: choices.names,
  /** They come after what is there, as many as there is room for. */
  added(more, id, wrong) {
    const next = [...chosen, ...more].slice(0, most)
    const told = say("routine_added", { name: data.routines[id].name, count: next.length - chosen.length })
    const was = before()
    keep()
    if (!chosen.length) about.from(id)
    change(next, told, { before: was })
    said.wrong(wrong)
  },
})

actions(page, {
  ready() {
    showCard()
    return set
  },
  address,
  said,
  say,
  anew() {
    const was = before()
    if (was) keep()
    choices.forget()
    about.show(about.none)
    change([], say("started"), { before: was || undefined })
  },
  build,
})

filtering(part(".own__filter form"), part(".own__choices"), count)

// What is shown

const showSum = summing(page, { data, language: words.language, say, count })
const setCard = showing(part(".card"), data, words)
const name = document.title

/** Shows the tool; without it the sheet comes first, as who opens a link wants it. */
function build(building = true) {
  page.classList.toggle("building", building)
  showCard()
}

function showCard() {
  const of = about.read()
  const title = of.name || part("[name=name]").defaultValue
  part("h1").textContent = page.classList.contains("building") ? name : title
  document.title = chosen.length ? say("named", { name: title, page: name }) : name // what a browser calls a PDF it saves
  const bare = chosen.map((one) => ({ ...one, note: "" }))
  const addresses = [address(), addressOf(bare, { ...of, note: "" }, version)]
  set = setCard(chosen, { title, about: of, addresses }).then((told) => {
    if (told !== null) part(".own__small").textContent = told
  })
}

function show(at) {
  choices.show(chosen)
  showList(chosen, at)
  showSum(chosen, { full: chosen.length === most && choices.someClosed(), routine: about.read().routine })
  for (const button of page.querySelectorAll(".print, .copy, .see")) button.disabled = !chosen.length
  showCard()
}

addEventListener("hashchange", open)
followPapers(part(".papers"))
part(".own__absent").hidden = true
page.classList.add("ready")
await open()
// Who comes from this guide wants to put a sheet together; who opens a link or scans a code wants the sheet.
build(!chosen.length || document.referrer.startsWith(location.origin))
// What there is to see depends on the address, and its size on the letters: it is shown when it no longer moves.
await set
await document.fonts.ready
page.classList.remove("waiting")
