// A sheet that a reader puts together: what is chosen, and what follows from it. All of it lives in the address, see
// address.js. Words, seconds and bounds come worked out with the page and with each exercise; here they are only picked.

import { drawn, follow as followPapers } from "../paper.js"
import { fragment, items, listed, read, settle } from "./address.js"
import { showing } from "./card.js"
import { blocks, facts } from "./count.js"
import { expect, load } from "./exercises.js"
import { follow } from "./list.js"
import { phrases } from "./words.js"

const data = JSON.parse(document.querySelector("#data").textContent)
const language = document.documentElement.lang
const tool = document.querySelector(".own__tool")
const part = (selector) => tool.querySelector(selector)
const message = part(".own__message")
const choices = part(".own__choices")
const name = part(".own__name input")
const papers = part(".papers")
const large = part("[name=large]")
const done = part(".own__done")
const link = part(".own__link")
const unnamed = name.defaultValue
const page = document.title
const boxes = [...choices.querySelectorAll("input")]
const names = new Map(boxes.map((box) => [box.value, box.closest("label").textContent.trim()]))

/** What is chosen: an exercise's id, its dose as it stands in the address, and all that was loaded of it. */
let chosen = []
/** Ids of what was ticked and is still being loaded. */
const awaited = new Set()
/** What came first is done first, however long it loads. */
let turn = Promise.resolve()
/** Settled when the card is set as large as it can be. */
let set = turn

const { say, few } = phrases(data, language)
const title = () => name.value.trim() || unnamed

// The address

const hash = (all) =>
  fragment(all, { version: data.version, name: title() === unnamed ? "" : title(), large: large.checked })

function address() {
  const here = new URL(location)
  here.hash = hash(listed(chosen))
  return here.href
}

function write() {
  try {
    history.replaceState(null, "", address())
  } catch {
    // Safari refuses more than a hundred of these in half a minute; the next change is written again.
  }
}

/** Takes over what the address says, with what it needs of each exercise, and tells what could not be. */
function open() {
  const asked = read(location.hash, { names, version: data.version, most: data.most, letters: name.maxLength })
  awaited.clear()
  turn = Promise.all([turn, ...asked.items.map(({ id }) => load(id))]).then(([, ...loaded]) => {
    const settled = settle(asked.items, loaded, names)
    chosen = settled.chosen
    if (name.value !== (asked.name || unnamed)) name.value = asked.name || unnamed
    large.checked = asked.large
    hush()
    tell([...asked.told, ...settled.told])
    // An address that was not understood whole stays until something is changed: another version of the page may know it.
    if (!message.textContent) write()
    show()
  })
}

// What a reader changes

function hush() {
  message.textContent = done.textContent = ""
  link.hidden = true
}

function tell(all) {
  message.textContent = all.map((one) => say(one.word, { names: few(one.names ?? []) })).join(" ")
}

/** Takes a new list, the place in it that keeps the focus, and what is to say of it. */
function change(next, at, said = "") {
  const last = chosen[0]
  chosen = next
  hush()
  write()
  show(at)
  done.textContent = said
  if (last && at === -1) choices.querySelector(`[value="${last.id}"]`).focus()
}

/** Puts an exercise on the sheet when it has come, unless it is taken out meanwhile. */
function add(id) {
  awaited.add(id)
  turn = Promise.all([turn, load(id)]).then(([, exercise]) => {
    if (!awaited.delete(id)) return
    if (exercise) return change([...chosen, { id, dose: exercise.own, exercise }])
    showChoices()
    tell([{ word: "not_loaded", names: [names.get(id)] }])
  })
}

choices.addEventListener("change", ({ target: box }) => {
  const id = box.value
  if (box.checked) add(id)
  else if (!awaited.delete(id)) change(chosen.filter((one) => one.id !== id))
  showChoices()
})

const showList = follow(part(".own__list"), document.querySelector("#item"), { most: data.most, say, changed: change })

// A routine brings its exercises; the reader's name for the sheet stays.
part(".own__routines").addEventListener("click", (event) => {
  if (!event.target.hash || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  location.hash = hash(items(event.target.hash))
})

// Every letter goes to the address at once; the card is measured when the writer rests.
let typing = 0
name.addEventListener("input", () => {
  hush()
  write()
  clearTimeout(typing)
  typing = setTimeout(showCard, 200)
})

large.addEventListener("change", () => {
  write()
  showCard()
})

part(".copy").addEventListener("click", async () => {
  hush()
  try {
    await navigator.clipboard.writeText(address())
    done.textContent = say("copied")
  } catch {
    // There is no clipboard on pages without https, or the reader has not allowed it.
    link.hidden = false
    const field = link.querySelector("input")
    field.value = address()
    field.select()
    done.textContent = say("not_copied")
  }
})

part(".plain").addEventListener("click", () => {
  if (chosen.length || title() !== unnamed) history.pushState(null, "", location.href) // so that Back undoes it
  name.value = unnamed
  large.checked = false
  awaited.clear()
  change([], undefined, say("started"))
})

part(".print").addEventListener("click", async () => {
  showCard()
  await set
  await drawn(document)
  window.print()
})

// What is shown

function showChoices() {
  const ticked = new Set([...chosen.map(({ id }) => id), ...awaited])
  const full = chosen.length + awaited.size >= data.most
  for (const box of boxes) {
    box.checked = ticked.has(box.value)
    box.disabled = full && !box.checked
  }
}

function showSum() {
  const lines = blocks(chosen, data.blocks)
  if (chosen.length === data.most && boxes.some((box) => box.disabled)) lines.push(say("most"))
  part(".own__sum").textContent = chosen.length ? `${facts(chosen, data, language)}.` : say("nothing")
  part(".own__blocks").replaceChildren(
    ...lines.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
  )
  part(".print").disabled = part(".copy").disabled = !chosen.length
}

const setCard = showing(document.querySelector(".card"), data, language)

function showCard() {
  document.title = chosen.length ? say("named", { name: title(), page }) : page // what a PDF is called that a browser saves
  set = setCard(chosen, { title: title(), large: large.checked, address: address() }).then((small) => {
    if (small !== null) part(".own__small").textContent = small
  })
}

function show(at) {
  showChoices()
  showList(chosen, at)
  showSum()
  showCard()
}

addEventListener("hashchange", open)
followPapers(papers)
expect(choices)
tool.hidden = false
document.querySelector(".own__absent").hidden = true
open()
await turn
// Who comes from this guide wants to put a sheet together; who opens a link or scans a code wants the sheet.
part(".own__edit").open = !chosen.length || document.referrer.startsWith(location.origin)
// What there is to see depends on the address, and its size on the letters: it is shown when it no longer moves.
await set
await document.fonts.ready
document.querySelector("main").classList.remove("waiting")
