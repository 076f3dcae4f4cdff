// The screen before the start: the moves with their pictures, what to leave out or to choose, and how it is to go.

import { inOrder, mix } from "./mix.js"
import { minutes, plan, seconds } from "./plan.js"
import { range } from "./told.js"

/** Puts the options of blocks in order, and proposes a mix where there is a choice. Gives all items in one list. */
export function proposed(blocks) {
  let floor = false
  for (const block of blocks) {
    if (block.choose) {
      block.items = inOrder(block.items, floor)
      const chosen = mix(block.items, block.choose[0])
      for (const item of block.items) item.out = !chosen.includes(item)
    }
    floor = block.items.findLast((item) => !item.out)?.floor ?? floor
  }
  return blocks.flatMap(({ items }) => items)
}

/** Follows what a reader changes on it; `changed` is called after each change. Gives a function that shows a session. */
export function readying(screen, { say, count, list: listed, told, amount, things, changed }) {
  const place = screen.querySelector(".blocks")
  const [blockForm, rowForm] = ["#block", "#row"].map((id) => document.querySelector(id).content.firstElementChild)
  const controls = screen.querySelector("form")
  let session = null

  function row(item) {
    const made = rowForm.cloneNode(true)
    const move = session.moves.get(item.id)
    const box = made.querySelector("input")
    box.checked = !item.out
    box.addEventListener("change", () => {
      item.out = !box.checked
      sum()
      changed()
    })
    const image = made.querySelector("img")
    if (move.small) {
      image.src = move.small.src
      image.width = move.small.width
      image.height = move.small.height
    } else image.remove()
    image.classList.toggle("mirrored", side(item) === "left")
    made.querySelector("strong").textContent = item.name
    made.querySelector(".amount").textContent = amount(item)
    const cares = move.cautions.map((text) => entry("li", told.filled(text, side(item) ?? "right")))
    made.querySelector(".cautions").replaceChildren(...cares)
    made.querySelector(".about").href = move.page
    if (!cares.length) made.querySelector("details").remove()
    return made
  }

  const side = (item) => (item.laterality === "bilateral" ? null : (item.only ?? settings().first))
  const entry = (name, textContent) => Object.assign(document.createElement(name), { textContent })

  function block(one) {
    const made = blockForm.cloneNode(true)
    const legend = made.querySelector("legend")
    legend.textContent = [one.name, one.told].filter(Boolean).join(": ")
    legend.hidden = !legend.textContent
    made.querySelector(".notes").textContent = one.notes ?? ""
    made.querySelector("ol").replaceChildren(...one.items.map(row))
    one.status = made.querySelector("[role=status]")
    return made
  }

  /** What is chosen comes to. */
  function sum() {
    const done = session.items.filter((item) => !item.out)
    const total = seconds(plan(session.items, settings()))
    const needed = [...new Set(done.flatMap((item) => session.moves.get(item.id).equipment))]
    const long = session.blocks.some(({ choose }) => choose) ? "minutes_chosen" : "minutes"
    const facts = [
      count(long, minutes(total[1]), { number: range(total.map(minutes)) }),
      needed.length ? say("need", { things: listed(needed) }) : things.nothing,
    ]
    screen.querySelector(".facts").textContent = done.length ? facts.join(" · ") : say("nothing")
    screen.querySelector("[name=start]").disabled = !done.length
    for (const { choose, items, status } of session.blocks) {
      if (!choose) continue
      const chosen = items.filter((item) => !item.out).length
      const word = chosen < choose[0] ? "too_few" : chosen > choose[1] ? "too_many" : "chosen"
      status.textContent = say(word, { number: chosen, choose: range(choose) })
    }
  }

  function settings() {
    const { first, sound, pauses, counts, flash } = controls.elements
    return {
      first: first.value,
      sound: sound.value,
      pauses: Number(pauses.value) || 1,
      limits: pauses.value !== "none",
      counts: counts.checked,
      flash: flash.checked,
    }
  }

  /** Sets the controls as they were. */
  function set(kept) {
    const { first, sound, pauses, counts, flash } = controls.elements
    first.value = kept.first
    sound.value = kept.sound
    pauses.value = kept.limits ? String(kept.pauses) : "none"
    counts.checked = kept.counts
    flash.checked = kept.flash
  }

  controls.addEventListener("submit", (event) => event.preventDefault())
  controls.addEventListener("change", () => {
    show(session)
    changed()
  })

  /** Shows a session: its blocks and items, the moves that go with them, and whether one is on the way already. */
  function show(next, on = false) {
    session = next
    place.replaceChildren(...session.blocks.map(block))
    screen.querySelector(".first").hidden = session.items.every(
      ({ laterality, only }) => only || laterality === "bilateral",
    )
    screen.querySelector("[name=start]").textContent = say(on ? "start_again" : "start")
    screen.querySelector("[name=go_on]").hidden = !on
    screen.querySelector(".kept").hidden = !on
    sum()
  }
  return { show, settings, set }
}
