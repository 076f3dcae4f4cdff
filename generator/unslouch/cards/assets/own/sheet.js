// A sheet that a reader puts together. All of it lives in the address after the #, which is sent to nobody:
//   #v=1&n=Name&l=1&x=side-squat_3.12,pigeon-pose_2..30   (l: in large print)
// Words, minutes and bounds come worked out with the page; here they are only picked.

import { drawn, follow } from "../paper.js"
import { encode } from "../vendor/uqr.js"

const data = JSON.parse(document.querySelector("#data").textContent)
const tool = document.querySelector(".own__tool")
const message = tool.querySelector(".own__message")
const choices = tool.querySelector(".own__choices")
const list = tool.querySelector(".own__list")
const name = tool.querySelector(".own__name input")
const papers = tool.querySelector(".papers")
const large = papers.querySelector("[name=large]")
const print = tool.querySelector(".print")
const copy = tool.querySelector(".copy")
const done = tool.querySelector(".own__done")
const link = tool.querySelector(".own__link")
const edit = tool.querySelector(".own__edit")
const card = document.querySelector(".card")
const unnamed = name.defaultValue
const page = document.title

/** What is chosen: ids with their dose as it stands in the address. */
let chosen = []

const say = (word, values) => word.replace(/\{(\w+)\}/g, (_, key) => values[key])
const title = () => name.value.trim() || unnamed
const isChosen = (id) => chosen.some((one) => one.id === id)

// The address

/** What of a dose stands in the address, in its order. The last, what is counted at what tempo, comes with a routine. */
const PARTS = ["sets", "reps", "hold", "time", "rest", "manner"]

/** A dose as the address has it; links that were sent around may have lost a full stop at their end, or have one more. */
const key = (parts) => parts.slice(0, PARTS.length).join(".").replace(/\.+$/, "")

/** What stands after the #, as it was before a mail program wrote it its own way. */
function parameters() {
  let written = location.hash.slice(1).replaceAll("&amp;", "&")
  if (!written.includes("=")) {
    try {
      written = decodeURIComponent(written)
    } catch {
      // Not written that way; it is told below that it cannot be read.
    }
  }
  return new URLSearchParams(written)
}

/** Takes over what the address says, and tells what of it could not be. */
function read() {
  const written = parameters()
  const items = (written.get("x") ?? "").replace(/\W+$/, "").split(",").filter(Boolean) // a link may stand in brackets
  const left = []
  const changed = []
  const repeated = []
  let full = false
  chosen = []
  for (const item of items) {
    const [, id, dose] = item.match(/^([^_]*)_?(.*)$/)
    if (!Object.hasOwn(data.exercises, id)) left.push(id || item)
    else if (isChosen(id)) repeated.push(data.exercises[id].name)
    else if (chosen.length === data.most) full = true
    else {
      const exercise = data.exercises[id]
      const asked = key(dose.split("."))
      const known = Object.hasOwn(exercise.doses, asked)
      if (asked && !known) changed.push(exercise.name)
      chosen.push({ id, dose: known ? asked : exercise.own })
    }
  }
  const whole = written.get("n") ?? ""
  const called = whole.slice(0, name.maxLength).replace(/[\uD800-\uDBFF]$/, "") || unnamed // no half of a letter
  if (name.value !== called) name.value = called
  large.checked = written.get("l") === "1"
  const told = []
  if (location.hash.length > 1 && !written.has("x") && !whole) told.push(data.words.unreadable)
  else if (location.hash.length > 1 && written.get("v") !== String(data.version)) told.push(data.words.version)
  if (left.length) told.push(say(data.words.left_out, { names: few(left) }))
  if (changed.length) told.push(say(data.words.changed, { names: few(changed) }))
  if (repeated.length) told.push(say(data.words.repeated, { names: few(repeated) }))
  if (whole.length > name.maxLength) told.push(data.words.cut)
  if (full) told.push(say(data.words.full, data))
  hush()
  message.textContent = told.join(" ")
  // An address that was not understood whole stays until something is changed: another version of the page may know it.
  if (!told.length) write()
  show()
}

/** Names that may come from anybody, cut to what a reader can take in. */
function few(names) {
  const each = [...new Set(names)].map((one) => (one.length > 40 ? `${one.slice(0, 40)}…` : one))
  return each.slice(0, 5).join(", ") + (each.length > 5 ? " …" : "")
}

/** What of the address is not the choice of exercises: the sheet's name, and large print. */
function settings() {
  const called = title() === unnamed ? "" : `&${new URLSearchParams({ n: title() })}`
  return called + (large.checked ? "&l=1" : "")
}

function address() {
  const address = new URL(location)
  const items = chosen.map(({ id, dose }) => `${id}_${dose}`).join(",")
  address.hash = settings() || items ? `v=${data.version}${settings()}&x=${items}` : ""
  return address.href
}

function write() {
  try {
    history.replaceState(null, "", address())
  } catch {
    // Safari refuses more than a hundred of these in half a minute; the next change is written again.
  }
}

// The tool

function hush() {
  message.textContent = done.textContent = ""
  link.hidden = true
}

/** Names a control of a line for who does not see which line it is in. */
function label(control, what, exercise) {
  control.setAttribute("aria-label", `${what.trim()}: ${exercise.name}`)
}

function option(select, values, value) {
  select.closest("label").hidden = !values.length
  const told = values.map((one) => (Array.isArray(one) ? one : [one, one.replace("-", "–")]))
  select.replaceChildren(...told.map(([one, text]) => new Option(text || "–", one, false, one === value)))
  select.disabled = values.length < 2
}

/** A rest is asked for only where authors differ on it. */
const offered = (exercise, part) => (part === "rest" && exercise.rest.length < 2 ? [] : exercise[part])

function item({ id, dose }, index) {
  const exercise = data.exercises[id]
  const line = document.querySelector("#item").content.firstElementChild.cloneNode(true)
  const parts = dose.split(".")
  line.dataset.id = id
  const about = line.querySelector("a")
  about.textContent = exercise.name
  about.href = exercise.page
  for (const select of line.querySelectorAll("select")) {
    option(select, offered(exercise, select.name), parts[PARTS.indexOf(select.name)] ?? "")
    label(select, select.closest("label").firstChild.data, exercise)
  }
  for (const button of line.querySelectorAll("button")) label(button, button.getAttribute("aria-label"), exercise)
  if (parts[0] === "1") line.querySelector("[name=rest]").closest("label").hidden = true // there is nothing to rest between
  // Not disabled: whoever moves an exercise up by keyboard, again and again, stays on the button at the top.
  line.querySelector("[name=up]").setAttribute("aria-disabled", index === 0)
  line.querySelector("[name=down]").setAttribute("aria-disabled", index === chosen.length - 1)
  return line
}

/** The list made anew; whoever works in it by keyboard stays where they are. */
function showList() {
  const used = list.contains(document.activeElement) ? document.activeElement : null
  const id = used?.closest("li").dataset.id
  list.replaceChildren(...chosen.map(item))
  const line = used && list.querySelector(`[data-id="${id}"]`)
  const again = line?.querySelector(`[name=${used.name}]:enabled`) ?? line?.querySelector("button:enabled")
  again?.focus()
}

function showChoices() {
  for (const box of choices.querySelectorAll("input")) {
    box.checked = isChosen(box.value)
    box.disabled = !box.checked && chosen.length >= data.most
  }
}

/** Minutes and equipment, as on a ready-made card. */
function facts() {
  const doses = chosen.map(({ id, dose }) => data.exercises[id].doses[dose])
  const minutes = [1, 2].map((at) =>
    Math.max(1, Math.round(doses.reduce((total, dose) => total + dose[at] + data.pause, 0) / 60)),
  )
  const number = minutes[0] === minutes[1] ? minutes[0] : minutes.join("–")
  const told = data.minutes[minutes[1] === 1 ? 0 : 1]
  const things = [...new Set(chosen.flatMap(({ id }) => data.exercises[id].equipment))].join(", ")
  const level = data.levels[Math.max(...chosen.map(({ id }) => data.exercises[id].level))]
  const needed = things ? things[0].toUpperCase() + things.slice(1) : data.nothing
  return [level, say(told, { number }), needed].filter(Boolean).join(" · ")
}

/** When the newest of what is chosen was last checked. */
function checked() {
  const days = chosen.map(({ id }) => data.exercises[id].reviewed)
  return data.checked[days.sort().at(-1)] ?? ""
}

function showSum() {
  const lines = data.blocks
    .filter(({ begun }) => begun.some(isChosen))
    .map(({ of, told }) => told[of.filter(isChosen).length])
  if (chosen.length === data.most && choices.querySelector(":disabled")) lines.push(data.words.most)
  tool.querySelector(".own__sum").textContent = chosen.length ? `${facts()}.` : data.words.nothing
  tool.querySelector(".own__blocks").replaceChildren(
    ...lines.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
  )
  print.disabled = copy.disabled = !chosen.length
}

function show() {
  showChoices()
  showList()
  showSum()
  showCard()
}

function change(next) {
  chosen = next
  hush()
  write()
  show()
}

choices.addEventListener("change", ({ target }) => {
  const id = target.value
  change(target.checked ? [...chosen, { id, dose: data.exercises[id].own }] : chosen.filter((one) => one.id !== id))
})

// A routine brings its exercises; the reader's name for the sheet stays.
tool.querySelector(".own__routines").addEventListener("click", (event) => {
  if (!event.target.hash || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  location.hash = event.target.hash.replace("&x=", `${settings()}&x=`)
})

list.addEventListener("change", ({ target }) => {
  const line = target.closest("li")
  const { id } = line.dataset
  const parts = chosen.find((one) => one.id === id).dose.split(".")
  const dose = key(PARTS.map((part, at) => line.querySelector(`[name=${part}]`)?.value ?? parts[at] ?? ""))
  change(chosen.map((one) => (one.id === id ? { id, dose } : one)))
})

function move(id, to) {
  const one = chosen.find((each) => each.id === id)
  const rest = chosen.filter((each) => each.id !== id)
  rest.splice(to, 0, one)
  change(rest)
}

/** Moves an exercise by one, and says where it has got to. */
function shift(id, to) {
  move(id, to)
  done.textContent = say(data.words.moved, { name: data.exercises[id].name, at: to + 1, count: chosen.length })
}

/** Takes an exercise out, and goes on to the one that comes in its place. */
function remove(id, at) {
  change(chosen.filter((one) => one.id !== id))
  const next = list.children[Math.min(at, chosen.length - 1)]
  const after = next?.querySelector("[name=remove]") ?? choices.querySelector(`[value="${id}"]`)
  after.focus()
}

list.addEventListener("click", ({ target }) => {
  const button = target.closest("button")
  if (!button) return
  const { id } = button.closest("li").dataset
  const at = chosen.findIndex((one) => one.id === id)
  if (button.name === "remove") remove(id, at)
  else if (button.getAttribute("aria-disabled") === "false") shift(id, at + (button.name === "up" ? -1 : 1))
})

// Dragging is for mice; the arrows do the same.

let dragged = ""

/** Where in the list a height is; below its last line is still the last. */
function under(height) {
  const at = [...list.children].findIndex((line) => height < line.getBoundingClientRect().bottom)
  return at < 0 ? list.children.length - 1 : at
}

function mark(at) {
  for (const [index, line] of [...list.children].entries()) line.classList.toggle("over", index === at)
}

list.addEventListener("dragstart", ({ target, dataTransfer }) => {
  dragged = target.dataset?.id ?? ""
  if (dragged) dataTransfer.setData("text/plain", data.exercises[dragged].name) // without it Firefox drags nothing
})

list.addEventListener("dragover", (event) => {
  if (!dragged) return
  event.preventDefault()
  mark(under(event.clientY))
})

list.addEventListener("drop", (event) => {
  if (!dragged) return
  event.preventDefault()
  move(dragged, under(event.clientY))
})

list.addEventListener("dragend", () => {
  dragged = ""
  mark(-1)
})

// Every letter goes to the address at once; the card is measured when the writer rests.
let typing = 0
name.addEventListener("input", () => {
  hush()
  write()
  clearTimeout(typing)
  typing = setTimeout(showCard, 200)
})

copy.addEventListener("click", async () => {
  hush()
  try {
    await navigator.clipboard.writeText(address())
    done.textContent = data.words.copied
  } catch {
    // There is no clipboard on pages without https, or the reader has not allowed it.
    link.hidden = false
    const field = link.querySelector("input")
    field.value = address()
    field.select()
    done.textContent = data.words.not_copied
  }
})

tool.querySelector(".plain").addEventListener("click", () => {
  if (chosen.length || title() !== unnamed) history.pushState(null, "", location.href) // so that Back undoes it
  name.value = unnamed
  large.checked = false
  change([])
  done.textContent = data.words.started
})

// The card

function row({ id, dose }, index) {
  const line = document.querySelector(`#row-${id}`).content.firstElementChild.cloneNode(true)
  line.querySelector(".number").textContent = index + 1
  const exercise = data.exercises[id]
  line.querySelector(".amount").textContent = exercise.doses[dose][0]
  const parts = dose.split(".")
  const rest = exercise.rest.find(([value]) => value === (parts[PARTS.indexOf("rest")] ?? ""))
  if (rest?.[1] && parts[0] !== "1") line.querySelector(".rest").textContent = say(data.rest, { duration: rest[1] })
  else line.querySelector(".rest").remove()
  return line
}

function showCard() {
  document.title = chosen.length ? `${title()}: ${page}` : page // what a PDF is called that a browser saves
  card.hidden = !chosen.length
  card.querySelector("h1").textContent = title()
  card.querySelector(".facts").textContent = facts()
  card.querySelector(".checked").textContent = checked()
  card.querySelector(".rows").replaceChildren(...chosen.map(row))
  showCode(address())
  return fit()
}

// Millimetres: of a module at least, of a code as ready-made cards have it, and of the largest.
const FINEST = 0.36
const USUAL = 27
const LARGEST = 40

/** The address as a QR code, like that of a ready-made card: level M, a quiet zone of four modules.
 *
 * A long address has so many modules that each gets too small: under 0.36 mm (two dots of a scan at 150 dpi) scans
 * begin to fail. Level L has fewer, larger modules; it mends less dirt (7 % for 15 %), but a code
 * that is too fine is not read at all. If that is not enough, the picture grows, up to what the head of a page spares.
 */
function showCode(text) {
  let code = encode(text, { ecc: "M", border: 4 })
  if (code.size * FINEST > USUAL) code = encode(text, { ecc: "L", border: 4 })
  const runs = (dots, y) =>
    [...dots.map(Number).join("").matchAll(/1+/g)].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
  const place = card.querySelector(".qr")
  place.style.setProperty("--least", `${Math.min(code.size * FINEST, LARGEST).toFixed(2)}mm`)
  place.style.setProperty("--modules", code.size)
  place.querySelector("svg").setAttribute("viewBox", `0 0 ${code.size} ${code.size}`)
  place.querySelector("path").setAttribute("d", code.data.flatMap(runs).join(""))
  place.querySelector("a").href = text
}

/** A page as wide as the narrower paper between its margins, to measure on whatever the screen is. */
const bench = new Promise((ready) => {
  const frame = document.createElement("iframe")
  const styles = [...document.querySelectorAll("link[rel=stylesheet]")].map((style) => style.outerHTML).join("")
  frame.className = "bench"
  frame.tabIndex = -1
  frame.setAttribute("aria-hidden", "true")
  frame.onload = () => ready(frame.contentDocument)
  frame.srcdoc = `<!doctype html>${styles}<style>body{margin:0;padding:0;max-width:none}.card{padding:0;width:190mm}</style><body>`
  document.body.append(frame)
})
const NOTHING = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"
const MILLIMETRE = 96 / 25.4

function dress(sheet, step, natural) {
  sheet.className = `card own-sheet routine ${step.layout}`
  sheet.style.cssText = `--rows:${chosen.length};${step.style};--natural:${natural.toFixed(1)}mm`
}

let fits = 0

/** Sets the card in large print, or in the largest type at which it ends on its page. */
async function fit() {
  const mine = ++fits
  delete card.dataset.fitted
  if (!chosen.length) return tell("")
  let step = data.large
  let natural = 0
  if (!large.checked) {
    const paper = await bench
    const sheet = paper.importNode(card, true)
    sheet.hidden = false
    for (const picture of sheet.querySelectorAll("img")) picture.src = NOTHING // their sizes come with the style
    await paper.fonts.load('12pt "Card Sans"', sheet.textContent)
    if (mine !== fits) return // something was changed meanwhile, and is being fitted
    paper.body.replaceChildren(sheet)
    for (step of data.ladder) {
      dress(sheet, step, 0)
      natural = sheet.getBoundingClientRect().height / MILLIMETRE
      if (natural <= data.room) break
    }
    sheet.remove()
  }
  dress(card, step, natural)
  card.classList.toggle("large", large.checked)
  tell(natural > data.room ? data.words.over : step.small)
  card.dataset.fitted = chosen.map(({ id }) => id).join(",")
}

function tell(small) {
  tool.querySelector(".own__small").textContent = small
}

large.addEventListener("change", () => {
  write()
  showCard()
})
print.addEventListener("click", async () => {
  await showCard()
  await drawn(card)
  window.print()
})
addEventListener("hashchange", read)
follow(papers)
tool.hidden = false
read()
// Who comes from this guide wants to put a sheet together; who opens a link or scans a code wants the sheet.
edit.open = !chosen.length || document.referrer.startsWith(location.origin)
