// A sheet that a reader puts together. All of it lives in the address after the #, which is sent to nobody:
//   #v=1&n=Name&x=side-squat_3.12.,pigeon-pose_2..30
// Words, minutes and bounds come worked out with the page; here they are only picked.

const data = JSON.parse(document.querySelector("#data").textContent)
const tool = document.querySelector(".own__tool")
const message = tool.querySelector(".own__message")
const choices = tool.querySelector(".own__choices")
const list = tool.querySelector(".own__list")
const name = tool.querySelector(".own__name input")
const sum = tool.querySelector(".own__sum")
const papers = tool.querySelector(".papers")
const card = document.querySelector("main.card")
const unnamed = name.value

/** What is chosen: ids with their dose as it stands in the address. */
let chosen = []

const say = (word, values) => word.replace(/\{(\w+)\}/g, (_, key) => values[key])
const own = (id) => Object.keys(data.exercises[id].doses)[0]

// The address

function read() {
  const told = []
  const written = new URLSearchParams(location.hash.slice(1))
  chosen = []
  name.value = (written.get("n") ?? "").slice(0, 60) || unnamed
  if (location.hash.length > 1) {
    const left = []
    const changed = []
    const items = (written.get("x") ?? "").split(",").filter(Boolean)
    if (written.get("v") !== String(data.version) || !items.length) told.push(data.words.unreadable)
    for (const item of items) {
      const [id, dose] = item.split("_")
      if (!Object.hasOwn(data.exercises, id)) left.push(id)
      else if (chosen.length < data.most && !chosen.some((one) => one.id === id)) {
        const known = Object.hasOwn(data.exercises[id].doses, dose)
        if (!known) changed.push(data.exercises[id].name)
        chosen.push({ id, dose: known ? dose : own(id) })
      }
    }
    if (left.length) told.push(say(data.words.left_out, { names: left.join(", ").slice(0, 200) }))
    if (changed.length) told.push(say(data.words.changed, { names: changed.join(", ") }))
    if (items.length > data.most) told.push(say(data.words.full, data))
  }
  message.textContent = told.join(" ")
  show()
}

function write() {
  const address = new URL(location)
  const title = name.value.trim()
  const items = chosen.map(({ id, dose }) => `${id}_${dose}`).join(",")
  const called = title && title !== unnamed ? `&n=${encodeURIComponent(title)}` : ""
  address.hash = items || called ? `v=${data.version}${called}&x=${items}` : ""
  history.replaceState(null, "", address)
}

// The tool

function option(select, values, value) {
  select.closest("label").hidden = !values.length
  select.replaceChildren(...values.map((one) => new Option(one.replace("-", "–"), one, false, one === value)))
  select.disabled = values.length < 2
}

function item({ id, dose }, index) {
  const exercise = data.exercises[id]
  const line = document.querySelector("#item").content.firstElementChild.cloneNode(true)
  const [sets, reps, hold] = dose.split(".")
  line.dataset.id = id
  line.querySelector("strong").textContent = exercise.name
  option(line.querySelector("[name=sets]"), exercise.sets, sets)
  option(line.querySelector("[name=reps]"), exercise.reps, reps)
  option(line.querySelector("[name=hold]"), exercise.hold, hold)
  for (const button of line.querySelectorAll("button"))
    button.setAttribute("aria-label", `${button.getAttribute("aria-label")}: ${exercise.name}`)
  line.querySelector("[name=up]").disabled = index === 0
  line.querySelector("[name=down]").disabled = index === chosen.length - 1
  return line
}

function row({ id, dose }, index) {
  const line = document.querySelector(`#row-${id}`).content.firstElementChild.cloneNode(true)
  line.querySelector(".number").textContent = index + 1
  line.querySelector(".amount").textContent = data.exercises[id].doses[dose][0]
  return line
}

function show() {
  for (const box of choices.querySelectorAll("input")) {
    box.checked = chosen.some(({ id }) => id === box.value)
    box.disabled = !box.checked && chosen.length >= data.most
  }
  list.replaceChildren(...chosen.map(item))
  const doses = chosen.map(({ id, dose }) => data.exercises[id].doses[dose])
  const minutes = [1, 2].map((at) =>
    Math.max(1, Math.round(doses.reduce((total, dose) => total + dose[at] + data.pause, 0) / 60)),
  )
  const number = minutes[0] === minutes[1] ? minutes[0] : minutes.join("–")
  const things = [...new Set(chosen.flatMap(({ id }) => data.exercises[id].equipment))].join(", ")
  const facts = `${say(data.words.minutes, { number })} · ${things ? things[0].toUpperCase() + things.slice(1) : data.nothing}`
  const blocks = data.blocks
    .map((block) => ({ ...block, count: block.of.filter((id) => chosen.some((one) => one.id === id)).length }))
    .filter((block) => block.count)
    .map((block) => `${block.count >= block.from && block.count <= block.to ? "✓ " : ""}${say(data.words.block, block)}`)
  sum.textContent = chosen.length ? [facts + ".", ...blocks].join(" ") : data.words.nothing
  tool.querySelector(".print").disabled = tool.querySelector(".copy").disabled = !chosen.length
  card.hidden = !chosen.length
  card.querySelector("h1").textContent = name.value.trim() || unnamed
  card.querySelector(".facts").textContent = facts
  card.querySelector(".rows").replaceChildren(...chosen.map(row))
  fit()
}

function change(next, focus) {
  chosen = next
  message.textContent = ""
  write()
  show()
  if (focus) list.querySelector(focus)?.focus()
}

choices.addEventListener("change", ({ target }) => {
  const rest = chosen.filter(({ id }) => id !== target.value)
  change(target.checked ? [...rest, { id: target.value, dose: own(target.value) }] : rest)
})

list.addEventListener("change", ({ target }) => {
  const line = target.closest("li")
  const dose = ["sets", "reps", "hold"].map((part) => line.querySelector(`[name=${part}]`).value).join(".")
  const { id } = line.dataset
  change(
    chosen.map((one) => (one.id === id ? { id, dose } : one)),
    `[data-id="${id}"] [name=${target.name}]`,
  )
})

function move(id, to) {
  const one = chosen.find((each) => each.id === id)
  const rest = chosen.filter((each) => each.id !== id)
  rest.splice(to, 0, one)
  return rest
}

list.addEventListener("click", ({ target }) => {
  const button = target.closest("button")
  if (!button) return
  const { id } = button.closest("li").dataset
  const at = chosen.findIndex((one) => one.id === id)
  if (button.name === "remove") change(chosen.filter((one) => one.id !== id))
  else change(move(id, at + (button.name === "up" ? -1 : 1)), `[data-id="${id}"] [name=${button.name}]:enabled`)
})

let dragged = ""
list.addEventListener("dragstart", ({ target }) => (dragged = target.dataset?.id ?? ""))
list.addEventListener("dragover", (event) => event.preventDefault())
list.addEventListener("drop", (event) => {
  event.preventDefault()
  const over = event.target.closest("li")
  if (dragged && over) change(move(dragged, chosen.findIndex((one) => one.id === over.dataset.id)))
})

name.addEventListener("input", () => {
  write()
  card.querySelector("h1").textContent = name.value.trim() || unnamed
})

tool.querySelector(".copy").addEventListener("click", async ({ target }) => {
  await navigator.clipboard?.writeText(location.href)
  message.textContent = target.dataset.done
})

tool.querySelector(".own__actions a").addEventListener("click", (event) => {
  event.preventDefault()
  name.value = unnamed
  change([])
})

// The card

/** The largest type at which the sheet ends on its page, measured as wide as paper whatever the screen is. */
async function fit() {
  if (!chosen.length) return
  const frame = document.createElement("iframe")
  frame.style.cssText = "position:absolute;visibility:hidden;width:240mm;height:10px;border:0;inset-inline-start:-999rem"
  frame.setAttribute("aria-hidden", "true")
  document.body.append(frame)
  const inner = frame.contentDocument
  const style = inner.createElement("link")
  style.rel = "stylesheet"
  style.href = document.querySelector("link[rel=stylesheet]").href
  const loaded = new Promise((done) => (style.onload = style.onerror = done))
  inner.head.append(style)
  const copy = inner.importNode(card, true)
  copy.hidden = false
  for (const picture of copy.querySelectorAll("img")) picture.removeAttribute("src")
  inner.body.append(copy)
  await loaded
  await inner.fonts.ready
  const millimetre = 96 / 25.4
  for (const step of data.ladder) {
    copy.className = `card routine ${step.layout}`
    copy.style.cssText = step.style
    const natural = copy.getBoundingClientRect().height / millimetre - 20
    if (natural <= data.room || step === data.ladder.at(-1)) {
      card.className = copy.className
      card.style.cssText = `${step.style};--natural:${natural.toFixed(1)}mm;--rows:${chosen.length}`
      break
    }
  }
  frame.remove()
  card.dataset.fitted = chosen.map(({ id }) => id).join(",")
}

function paper(radio) {
  document.documentElement.dataset.paper = radio.value
  document.querySelector("#paper").textContent = `@page{size:${radio.dataset.size};margin:10mm}`
}

papers.addEventListener("change", ({ target }) => paper(target))
tool.querySelector(".print").addEventListener("click", () => window.print())
addEventListener("hashchange", read)
paper(papers.querySelector(":checked"))
tool.hidden = false
read()
