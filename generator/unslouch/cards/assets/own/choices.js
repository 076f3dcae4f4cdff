// The exercises to choose from, a check box each, in groups. What is ticked goes on the sheet when it has come. Of many, some
// of each group stand there until a reader asks for more.

import { about } from "../fitting.js"
import { expect, inTurn } from "./exercises.js"

const FEW = 12

/** Fills `place` with the exercises of `groups`, all of them where they are no more than `atOnce`, and follows their boxes; no
 * more than `most` can be chosen.
 *
 * `added` takes one that was ticked, when it has come, `removed` the id of one that is not wanted any more, and `missing`
 * that of one that could not be had. Gives what the page can do with the boxes, the entries that there are, as fitting.js has
 * them, and the name of each by its id.
 */
export function choosing(place, { groups, atOnce, most, added, removed, missing }) {
  const [group, choice] = ["#group", "#choice"].map((one) => document.querySelector(one).content.firstElementChild)
  const entries = groups.flatMap(({ exercises }, at) =>
    exercises.map(({ id, name, picture, ...facts }) => ({ id, name, picture, at, ...about(facts) })),
  )
  const step = entries.length > atOnce ? Math.min(FEW, atOnce) : atOnce
  const parts = groups.map(({ title }) => {
    const fieldset = group.cloneNode(true)
    fieldset.querySelector("legend").textContent = title
    return { fieldset, more: fieldset.querySelector("button"), left: [] }
  })
  const boxes = new Map()
  /** Ids of what was ticked and is still being loaded. */
  const awaited = new Set()
  let ids = []

  function labelOf(one, how) {
    one.label ??= made(one)
    one.label.querySelector("small").hidden = how !== "easier"
    return one.label
  }

  function made({ id, name, picture }) {
    const label = choice.cloneNode(true)
    const box = label.querySelector("input")
    box.value = id
    label.querySelector("span").textContent = name
    boxes.set(id, box)
    if (picture) {
      const [src, width, height, mirrored] = picture
      const className = mirrored ? "mirrored" : ""
      box.after(Object.assign(new Image(width, height), { loading: "lazy", alt: "", className, src }))
    }
    return label
  }

  function fill({ fieldset, more, left }) {
    more.before(...left.splice(0, step).map(([one, how]) => labelOf(one, how)))
    more.hidden = !left.length
    fieldset.hidden = !fieldset.querySelector("label")
  }

  /** Shows the entries that were found, each with how it fits. */
  function narrow(found) {
    for (const [at, part] of parts.entries()) {
      part.left = found.filter(([one]) => one.at === at)
      for (const label of part.fieldset.querySelectorAll("label")) label.remove()
      fill(part)
    }
    mark()
  }

  function mark() {
    const ticked = new Set([...ids, ...awaited])
    const full = ids.length + awaited.size >= most
    for (const [id, box] of boxes) {
      box.checked = ticked.has(id)
      box.disabled = full && !box.checked
    }
  }

  /** Puts an exercise on the sheet when it has come, unless it is taken out meanwhile. */
  function add(id) {
    awaited.add(id)
    inTurn([id], ([exercise]) => {
      if (!awaited.delete(id)) return
      if (exercise) return added({ id, dose: exercise.own, side: "", note: "", exercise })
      mark()
      missing(id)
    })
  }

  place.addEventListener("click", ({ target }) => {
    const part = parts.find(({ more }) => more === target)
    if (!part) return
    const last = part.more.previousElementSibling
    fill(part)
    mark()
    last.nextElementSibling.querySelector("input").focus()
  })
  place.addEventListener("change", ({ target: { value: id, checked } }) => {
    if (checked) add(id)
    else if (!awaited.delete(id)) removed(id)
    mark()
  })
  expect(place)
  place.append(...parts.map(({ fieldset }) => fieldset))
  narrow(entries.map((one) => [one, "whole"]))
  return {
    entries,
    names: new Map(entries.map(({ id, name }) => [id, name])),
    narrow,
    show(chosen) {
      ids = chosen.map(({ id }) => id)
      mark()
    },
    focus(id) {
      const box = boxes.get(id)
      ;(box?.isConnected ? box : place.querySelector("input"))?.focus()
    },
    forget: () => awaited.clear(),
  }
}
