// The list of what is chosen: how much of each, in which order, once more and out. An exercise may stand there twice, so
// everything goes by its place.

import { amount, apart, bounds, read, settable, shown, typed } from "./dose.js"
import { drag } from "./drag.js"

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

/** Follows what a reader does in the list `place`, whose lines are made from a template.
 *
 * `changed` takes the new list, what is to say of it, the place that keeps the focus, and what brings the last one back, which
 * `before` gives; `most` bounds the list; `words` are as in words.js. Gives a function that shows another list.
 */
export function follow(place, template, { most, words, before, changed }) {
  const { say, count } = words
  const minute = count("short_minute", 1, { minute: "" }).trim()
  const roomy = matchMedia("(min-width: 68.75rem)")
  /** The fields that hold what makes no sense, with what the sheet has in its place. */
  const wrong = new Map()
  let chosen = []

  /** Lines stay what they are while their exercises do: a press on one of their buttons must find it where it was. */
  function show(next, at) {
    const used = place.contains(document.activeElement) ? document.activeElement : null
    const kept = at ?? (used && placeOf(used))
    const same =
      next.length === chosen.length && next.every(({ exercise }, index) => exercise === chosen[index].exercise)
    const opened = new Set(
      chosen.filter((_, index) => place.children[index].querySelector("[open]")).map(({ id }) => id),
    )
    chosen = next
    if (!same) {
      place.replaceChildren(...chosen.map(() => template.content.firstElementChild.cloneNode(true)))
      unfold(opened)
    }
    for (const [index, line] of [...place.children].entries()) refresh(line, index)
    if (!used || same) return
    const again = place.children[kept]
    ;(again?.querySelector(`[name="${used.name}"]:enabled`) ?? again?.querySelector("button:enabled"))?.focus()
  }

  function refresh(line, at) {
    const { exercise, note, side } = chosen[at]
    const dose = read(chosen[at].dose, exercise)
    const about = line.querySelector("a")
    about.textContent = exercise.name
    about.href = exercise.page
    line.querySelector("summary").textContent = amount(dose, chosen[at], words)
    label(line.querySelector("summary"), say("how_much"), at)
    for (const control of line.querySelectorAll(":is(input,select)")) {
      const good = { note, side }[control.name] ?? shown(dose, control.name, count)
      if (wrong.get(control) !== good) right(control)
      if (!wrong.has(control)) control.value = good
      control.closest("label").hidden = !offered(control.name, exercise, dose)
      label(control, what(control), at)
    }
    for (const button of line.querySelectorAll("button")) {
      button.dataset.what ??= button.getAttribute("aria-label") ?? button.textContent
      label(button, button.dataset.what, at)
    }
    line.querySelector(".own__apart").textContent = toldApart(chosen[at], line)
    // Not disabled: whoever moves an exercise up by keyboard, again and again, stays on the button at the top.
    line.querySelector("[name=up]").setAttribute("aria-disabled", at === 0)
    line.querySelector("[name=down]").setAttribute("aria-disabled", at === chosen.length - 1)
    line.querySelector("[name=again]").setAttribute("aria-disabled", chosen.length >= most)
  }

  function offered(name, exercise, dose) {
    if (name === "note") return true
    if (name === "side") return exercise.sides > 1
    return settable(exercise).includes(name) && (name !== "rest" || dose.sets[1] > 1) // else nothing to rest between
  }

  /** How much is folded away where there is little room, but for what a reader opened. */
  function unfold(opened) {
    for (const [at, one] of [...place.querySelectorAll("details")].entries())
      one.open = roomy.matches || opened.has(chosen[at].id)
  }
  roomy.addEventListener("change", () => unfold(new Set()))

  /** What makes no sense stays as it was typed, and beside it stands what would; the sheet keeps what was right. */
  function refuse(control, at) {
    const [low, high] = bounds(chosen[at].exercise, control.name).map((end) =>
      shown({ [control.name]: [end, end] }, control.name, count),
    )
    const good = shown(read(chosen[at].dose, chosen[at].exercise), control.name, count)
    const told = say("amount_bad", { what: what(control), low, high, good: good || "–" })
    right(control)
    wrong.set(control, good)
    const beside = document.querySelector("#bad").content.firstElementChild.cloneNode(true)
    beside.id = `bad-${control.name}-${at}`
    beside.textContent = told
    control.after(beside)
    control.setAttribute("aria-invalid", "true")
    control.setAttribute("aria-describedby", beside.id)
    return told
  }

  function right(control) {
    if (!wrong.delete(control)) return
    control.nextElementSibling.remove()
    control.removeAttribute("aria-invalid")
    control.removeAttribute("aria-describedby")
  }

  /** Where the dose is not what an author says; of some parts only, if they are named. */
  function toldApart({ dose, exercise }, line, parts) {
    return Object.entries(apart(read(dose, exercise), exercise))
      .filter(([part]) => !parts || parts.includes(part))
      .map(([part, word]) => {
        const [low, high] = exercise.said[part]
        const range = shown({ [part]: [low, high] }, part, count)
        return say("said", { what: what(line.querySelector(`[name=${part}]`)), told: say(word), range })
      })
      .join(" ")
  }

  const what = (control) => control.closest("label").firstChild.data.trim()

  /** Names a control of a line for who does not see which line it is in. */
  function label(control, what, at) {
    control.setAttribute("aria-label", say("label", { what, name: nameOf(chosen, at, say) }))
  }

  const placeOf = (control) => [...place.children].indexOf(control.closest("li"))

  /** Says where an exercise has got to. */
  function placed(next, at) {
    changed(next, say("moved", { name: next[at].exercise.name, at: at + 1, count: next.length }), { at })
  }

  /** The focus goes on to what comes in its place. */
  function remove(at) {
    const said = say("removed", { name: chosen[at].exercise.name, count: chosen.length - 1 })
    changed(without(chosen, at), said, { at: Math.min(at, chosen.length - 2), before: before() })
  }

  const does = {
    up: (at) => placed(moved(chosen, at, at - 1), at - 1),
    down: (at) => placed(moved(chosen, at, at + 1), at + 1),
    again(at) {
      const told = { name: chosen[at].exercise.name, count: chosen.length + 1 }
      changed(inserted(chosen, at + 1, chosen[at]), say("added", told), { at: at + 1, before: before() })
    },
    remove,
  }

  place.addEventListener("click", ({ target }) => {
    const button = target.closest("button")
    if (button && button.getAttribute("aria-disabled") !== "true") does[button.name](placeOf(button))
  })

  place.addEventListener("change", ({ target }) => {
    const { name, value } = target
    const at = placeOf(target)
    const set = name === "note" || name === "side" ? { [name]: value.trim() } : amounts(at, name, value)
    if (set) {
      right(target)
      const next = replaced(chosen, at, { ...chosen[at], ...set })
      return changed(next, toldApart(next[at], target.closest("li"), [name]), { at })
    }
    changed(chosen, refuse(target, at), { at })
  })

  function amounts(at, part, text) {
    const dose = typed(chosen[at], part, text, minute)
    return dose && { dose }
  }

  drag(
    place,
    (at) => chosen[at].exercise.name,
    (at, to) => placed(moved(chosen, at, to), to),
  )
  return show
}
