// What is done with a sheet as it is: print it, look at it, copy its link, change it, begin anew.

import { drawn } from "../paper.js"

/** Follows the buttons of `page`. `view` is as in view.js, `address` gives the sheet's, `said` is as in said.js; `anew`
 * empties the sheet. */
export function actions(page, { view, address, said, say, anew }) {
  const on = (button, does) => page.querySelector(button).addEventListener("click", does)
  const card = page.querySelector(".card")

  on(".print", async () => {
    view.card()
    await view.set()
    await drawn(document)
    window.print()
  })

  on(".see", () => {
    card.scrollIntoView()
    card.focus({ preventScroll: true })
  })

  on(".copy", async () => {
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

  on(".anew", anew)

  on(".change", () => {
    view.build()
    page.querySelector(".own__tool h2").focus()
  })

  // What follows the # is the sheet's: the way past the menu must not take its place.
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault()
    page.focus()
  })
}
