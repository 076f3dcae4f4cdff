// The list of what is chosen: how much of each, in which order, once more and out. An exercise may stand there twice, so
// everything goes by its place.

import { nearest, PARTS, parts } from "./address.js"

export const without = (list, at) => list.filter((_, index) => index !== at)
export const inserted = (list, at, one) => [...list.slice(0, at), one, ...list.slice(at)]
export const moved = (list, at, to) => inserted(without(list, at), to, list[at])
export const replaced = (list, at, one) => list.map((each, index) => (index === at ? one : each))

/** Names an exercise on the sheet, with its place where it stands there more than once. */
export function nameOf(list, at, say) {
  const { id, exercise } = list[at]
  const once = list.filter((one) => one.id === id).length === 1
  return once ? exercise.name : say("place", { name: exercise.name, at: at + 1 })
}

/** A rest is asked for only where authors differ on it. */
const offered = (exercise, part) => (part === "rest" && exercise.rest.length < 2 ? [] : exercise[part])

/** Follows what a reader does in the list `place`, whose lines are made from a template.
 *
 * `changed` takes the new list, the place in it that keeps the focus, and what is to say; `most` bounds the list. Gives
 * a function that shows another list.
 */
export function follow(place, template, { most, say, changed }) {
  let chosen = []

  function show(next, at) {
    const used = place.contains(document.activeElement) ? document.activeElement : null
    const kept = at ?? (used && placeOf(used))
    chosen = next
    place.replaceChildren(...chosen.map(line))
    if (!used) return
    const again = place.children[kept]
    ;(again?.querySelector(`[name="${used.name}"]:enabled`) ?? again?.querySelector("button:enabled"))?.focus()
  }

  function line({ dose, exercise }, at) {
    const made = template.content.firstElementChild.cloneNode(true)
    const about = made.querySelector("a")
    about.textContent = exercise.name
    about.href = exercise.page
    const [sets] = parts(dose)
    for (const select of made.querySelectorAll("select")) {
      fill(select, offered(exercise, select.name), parts(dose)[PARTS.indexOf(select.name)])
      label(select, select.closest("label").firstChild.data, at)
    }
    for (const button of made.querySelectorAll("button")) label(button, button.getAttribute("aria-label"), at)
    if (sets === "1") made.querySelector("[name=rest]").closest("label").hidden = true // there is nothing to rest between
    // Not disabled: whoever moves an exercise up by keyboard, again and again, stays on the button at the top.
    made.querySelector("[name=up]").setAttribute("aria-disabled", at === 0)
    made.querySelector("[name=down]").setAttribute("aria-disabled", at === chosen.length - 1)
    made.querySelector("[name=again]").setAttribute("aria-disabled", chosen.length >= most)
    return made
  }

  /** Names a control of a line for who does not see which line it is in. */
  function label(control, what, at) {
    control.setAttribute("aria-label", say("label", { what: what.trim(), name: nameOf(chosen, at, say) }))
  }

  const placeOf = (control) => [...place.children].indexOf(control.closest("li"))

  /** Says where an exercise has got to. */
  function placed(next, at) {
    changed(next, at, say("moved", { name: next[at].exercise.name, at: at + 1, count: next.length }))
  }

  const does = {
    up: (at) => placed(moved(chosen, at, at - 1), at - 1),
    down: (at) => placed(moved(chosen, at, at + 1), at + 1),
    again: (at) => placed(inserted(chosen, at + 1, chosen[at]), at + 1),
    remove: (at) => changed(without(chosen, at), Math.min(at, chosen.length - 2), ""), // on to what comes in its place
  }

  place.addEventListener("click", ({ target }) => {
    const button = target.closest("button")
    if (button && button.getAttribute("aria-disabled") !== "true") does[button.name](placeOf(button))
  })

  place.addEventListener("change", ({ target }) => {
    const at = placeOf(target)
    const was = parts(chosen[at].dose)
    const asked = PARTS.map((part, index) => target.closest("li").querySelector(`[name=${part}]`)?.value ?? was[index])
    const dose = nearest(chosen[at].exercise, asked, PARTS.indexOf(target.name))
    changed(replaced(chosen, at, { ...chosen[at], dose }), at, "")
  })

  drag(
    place,
    (at) => chosen[at].exercise.name,
    (at, to) => changed(moved(chosen, at, to), to, ""),
  )
  return show
}

function fill(select, values, value) {
  select.closest("label").hidden = !values.length
  const told = values.map((one) => (Array.isArray(one) ? one : [one, one.replace("-", "–")]))
  select.replaceChildren(...told.map(([one, text]) => new Option(text || "–", one, false, one === value)))
  select.disabled = values.length < 2
}

/** Dragging is for mice; the arrows do the same. */
function drag(place, nameOf, dropped) {
  let from = -1
  const at = (line) => [...place.children].indexOf(line)
  const mark = (to) => {
    for (const [index, line] of [...place.children].entries()) line.classList.toggle("over", index === to)
  }
  /** Where in the list a height is; below its last line is still the last. */
  const under = (height) => {
    const found = [...place.children].findIndex((line) => height < line.getBoundingClientRect().bottom)
    return found < 0 ? place.children.length - 1 : found
  }
  place.addEventListener("dragstart", ({ target, dataTransfer }) => {
    from = at(target)
    if (from >= 0) dataTransfer.setData("text/plain", nameOf(from)) // without it Firefox drags nothing
  })
  place.addEventListener("dragover", (event) => {
    if (from < 0) return
    event.preventDefault()
    mark(under(event.clientY))
  })
  place.addEventListener("drop", (event) => {
    if (from < 0) return
    event.preventDefault()
    dropped(from, under(event.clientY))
  })
  place.addEventListener("dragend", () => {
    from = -1
    mark(-1)
  })
}
