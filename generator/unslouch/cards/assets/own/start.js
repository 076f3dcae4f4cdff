// Where a sheet starts: with the exercises of a routine, or anew.

import { settle } from "./dose.js"
import { inTurn } from "./exercises.js"

/** Follows the links of `place` to routines: `read` reads an address, `names` are the exercises', and `added` takes what a
 * routine brings, its id, and what there is to tell of it. */
export function routines(place, { read, names, added }) {
  place.addEventListener("click", (event) => {
    const { hash, dataset } = event.target
    if (!hash || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const { items } = read(hash)
    const ids = items.map(({ id }) => id)
    inTurn(ids, (loaded) => {
      const { chosen, told } = settle(items, loaded, names)
      added(chosen, dataset.id, told)
    })
  })
}
