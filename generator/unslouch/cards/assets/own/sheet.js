// A sheet that a reader puts together: what is chosen, and what follows from it. All of it lives in the address, see
// address.js. Words, seconds and bounds come worked out with the page and with each exercise; here they are only picked.

import { drawn, follow as followPapers } from "../paper.js"
import { fragment, items, listed, read, settle } from "./address.js"
import { showing } from "./card.js"
import { choosing } from "./choices.js"
import { inTurn } from "./exercises.js"
import { follow } from "./list.js"
import { saying } from "./said.js"
import { summing } from "./sum.js"
import { phrases } from "./words.js"

const data = JSON.parse(document.querySelector("#data").textContent)
const language = document.documentElement.lang
const tool = document.querySelector(".own__tool")
const part = (selector) => tool.querySelector(selector)
const name = part(".own__name input")
const large = part("[name=large]")
const unnamed = name.defaultValue
const page = document.title

/** What is chosen: an exercise's id, its dose as it stands in the address, and all that was loaded of it. */
let chosen = []
/** Settled when the card is set as large as it can be. */
let set = Promise.resolve()

const { say, few } = phrases(data, language)
const said = saying(tool, { say, few })
const title = () => name.value.trim() || unnamed
const { most, version } = data

// The address

const hash = (all) => fragment(all, { version, name: title() === unnamed ? "" : title(), large: large.checked })

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
  const asked = read(location.hash, { names: choices.names, version, most, letters: name.maxLength })
  const ids = asked.items.map(({ id }) => id)
  choices.forget()
  return inTurn(ids, (loaded) => {
    const settled = settle(asked.items, loaded, choices.names)
    chosen = settled.chosen
    if (name.value !== (asked.name || unnamed)) name.value = asked.name || unnamed
    large.checked = asked.large
    said.hush()
    // An address that was not understood whole stays until something is changed: another version of the page may know it.
    if (!said.wrong([...asked.told, ...settled.told])) write()
    show()
  })
}

// What a reader changes

/** Takes a new list, the place in it that keeps the focus, and what is to say of it. */
function change(next, at, done = "") {
  const last = chosen[0]
  chosen = next
  said.hush()
  write()
  show(at)
  said.done(done)
  if (last && at === -1) choices.focus(last.id)
}

const choices = choosing(part(".own__choices"), {
  most,
  added: (one) => change([...chosen, one]),
  removed: (id) => change(chosen.filter((one) => one.id !== id)),
  missing: (id) => said.wrong([{ word: "not_loaded", names: [choices.names.get(id)] }]),
})

const showList = follow(part(".own__list"), document.querySelector("#item"), { most, say, changed: change })

// A routine brings its exercises; the reader's name for the sheet stays.
part(".own__routines").addEventListener("click", (event) => {
  if (!event.target.hash || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  location.hash = hash(items(event.target.hash))
})

// Every letter goes to the address at once; the card is measured when the writer rests.
let typing = 0
name.addEventListener("input", () => {
  said.hush()
  write()
  clearTimeout(typing)
  typing = setTimeout(showCard, 200)
})

large.addEventListener("change", () => {
  write()
  showCard()
})

part(".copy").addEventListener("click", async () => {
  said.hush()
  try {
    await navigator.clipboard.writeText(address())
    said.done(say("copied"))
  } catch {
    // There is no clipboard on pages without https, or the reader has not allowed it.
    said.show(address())
    said.done(say("not_copied"))
  }
})

part(".plain").addEventListener("click", () => {
  if (chosen.length || title() !== unnamed) history.pushState(null, "", location.href) // so that Back undoes it
  name.value = unnamed
  large.checked = false
  choices.forget()
  change([], undefined, say("started"))
})

part(".print").addEventListener("click", async () => {
  showCard()
  await set
  await drawn(document)
  window.print()
})

// What is shown

const showSum = summing(tool, { data, language, say })
const setCard = showing(document.querySelector(".card"), data, language)

function showCard() {
  document.title = chosen.length ? say("named", { name: title(), page }) : page // what a PDF is called that a browser saves
  set = setCard(chosen, { title: title(), large: large.checked, address: address() }).then((small) => {
    if (small !== null) part(".own__small").textContent = small
  })
}

function show(at) {
  choices.show(chosen)
  showList(chosen, at)
  showSum(chosen, chosen.length === most && choices.someClosed())
  part(".print").disabled = part(".copy").disabled = !chosen.length
  showCard()
}

addEventListener("hashchange", open)
followPapers(part(".papers"))
tool.hidden = false
document.querySelector(".own__absent").hidden = true
await open()
// Who comes from this guide wants to put a sheet together; who opens a link or scans a code wants the sheet.
part(".own__edit").open = !chosen.length || document.referrer.startsWith(location.origin)
// What there is to see depends on the address, and its size on the letters: it is shown when it no longer moves.
await set
await document.fonts.ready
document.querySelector("main").classList.remove("waiting")
