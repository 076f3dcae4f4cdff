// The page of a reader's own week: ticks, the plan, the year, the calendar, files. The journal is data, see journal.js; it is
// kept by diary.js.

import { diary } from "../diary.js"
import { changed, dayOf, entry, noon, withEntries, without } from "../journal.js"
import { parsed } from "../store.js"
import { phrases } from "../words.js"
import { calendar } from "./calendar.js"
import { days } from "./days.js"
import { options } from "./element.js"
import { files } from "./files.js"
import { next } from "./next.js"
import { year } from "./year.js"

const root = document.querySelector(".us-journal")
const data = JSON.parse(root.querySelector("[type='application/json']").textContent)
const part = (selector) => root.querySelector(selector)
const words = phrases(data, data.language)
const { say } = words
const today = () => dayOf(new Date())
const dated = (day, how = { day: "numeric", month: "long" }) =>
  new Intl.DateTimeFormat(data.language, how).format(noon(day))

const book = diary(show)
const choice = part("[name=plan]")
const plan = () => data.plans.find(({ id }) => id === (book.journal.plan ?? data.plans[0]?.id))
const planned = (weekday) => plan()?.days[weekday].filter((id) => data.routines[id]) ?? []

// What an address brings: a sheet for the calendar, or a tick that no browser keeps

const brought = new URLSearchParams(location.hash.slice(1))
const sheet = brought.has("x")
  ? {
      name: (brought.get("n") || data.sheet).slice(0, 60),
      days: [...(brought.get("d") ?? "")].map((day) => Number(day) - 1),
      play: `../play/index.html${location.hash}`,
    }
  : null

function bring() {
  const ticked = book.apart && entry(parsed(brought.get("tick")))
  if (ticked) book.change((journal) => withEntries(journal, [ticked]))
}

// What is shown

/** Why nothing is kept, in words. */
const APART = { blocked: "apart_blocked", broken: "apart_broken", foreign: "apart_broken", newer: "apart_newer" }
let undo = null

/** Tells in a line what happened, and offers to take it back. */
function tell(text, back = null) {
  undo = back
  part(".us-journal__told").textContent = text
  part("[name=undo]").hidden = !back
}

part("[name=undo]").addEventListener("click", () => {
  undo?.()
  tell(say("undone"))
  part("h2").focus()
})

function make(change) {
  book.change(change)
  show()
}

/** Changes an entry, adds one or takes one out. */
function change({ add, id, values, remove }, text) {
  const before = book.journal
  make((journal) => {
    if (add) return withEntries(journal, [add])
    return remove ? without(journal, remove) : changed(journal, id, values)
  })
  tell(text, () => make(() => before))
}

const common = {
  ...words,
  language: data.language,
  data,
  dated,
  today,
  book,
  tell,
  sheet,
  planned,
  routines: data.routines,
  change,
  changed: make,
}
const showDays = days(part(".us-journal__days"), common)
const showYear = year(part(".us-journal__year"), common)
const showNext = next(part(".us-journal__next"), { ...words, known: (id) => data.exercises.includes(id) })

function show() {
  const { journal, apart } = book
  part(".us-journal__apart").hidden = !apart
  part(".us-journal__apart").textContent = apart && say(APART[apart])
  choice.value = plan()?.id ?? ""
  showDays(journal)
  showYear(journal)
  showNext(journal)
}

choice.append(...options([...data.plans.map(({ id, name }) => [id, name]), ["", say("no_plan")]]))
choice.addEventListener("change", () => make((journal) => ({ ...journal, plan: choice.value })))
calendar(part(".us-journal__calendar"), common)
files(part(".us-journal__files"), common)
bring()
show()
for (const one of root.querySelectorAll("[data-script]")) one.hidden = false
part(".us-journal__absent").remove()
if (sheet) part(".us-journal__calendar").querySelector("h2").focus()
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return
  book.load()
  show()
})
