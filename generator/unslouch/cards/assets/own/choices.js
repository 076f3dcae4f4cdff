// The exercises to choose from, a check box each. What is ticked goes on the sheet when it has come.

import { expect, inTurn } from "./exercises.js"

/** Follows the check boxes of `place`; no more than `most` exercises can be chosen.
 *
 * `added` takes one that was ticked, when it has come, `removed` the id of one that is not wanted any more, and `missing`
 * that of one that could not be had. Gives what the page can do with the boxes, and the name of each exercise by its id.
 */
export function choosing(place, { most, added, removed, missing }) {
  const boxes = [...place.querySelectorAll("input")]
  /** Ids of what was ticked and is still being loaded. */
  const awaited = new Set()
  let ids = []

  function mark() {
    const ticked = new Set([...ids, ...awaited])
    const full = ids.length + awaited.size >= most
    for (const box of boxes) {
      box.checked = ticked.has(box.value)
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

  place.addEventListener("change", ({ target: { value: id, checked } }) => {
    if (checked) add(id)
    else if (!awaited.delete(id)) removed(id)
    mark()
  })
  expect(place)
  return {
    names: new Map(boxes.map((box) => [box.value, box.closest("label").querySelector("span").textContent])),
    show(chosen) {
      ids = chosen.map(({ id }) => id)
      mark()
    },
    focus: (id) => boxes.find(({ value }) => value === id).focus(),
    forget: () => awaited.clear(),
    someClosed: () => boxes.some(({ disabled }) => disabled),
  }
}
