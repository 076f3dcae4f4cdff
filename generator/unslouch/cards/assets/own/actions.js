// What is done with a sheet as it is: print it, look at it, copy its link, change it, begin anew.

import { drawn } from "../paper.js"

/** Follows the buttons of `page`. `view` is as in view.js, `address` gives the sheet's, `said` is as in said.js; `anew`
 * empties the sheet. */
export function actions(page, { view, address, said, say, anew }) {
  const on = (buttons, does) => {
    for (const one of page.querySelectorAll(buttons)) one.addEventListener("click", does)
  }
  const card = page.querySelector(".card")

  on(".print", async () => {
    view.card()
    await view.set()
    await drawn(document)
    window.print()
  })

  const show = (element) => {
    element.scrollIntoView()
    element.focus({ preventScroll: true })
  }
  on(".see", () => show(card))
  on(".set", () => show(page.querySelector(".own__order")))

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
    page.querySelector(".own__tool > h2").focus()
  })

  // What follows the # is the sheet's: the ways past the menu and the choice must not take its place.
  for (const way of document.querySelectorAll(".skip"))
    way.addEventListener("click", (event) => {
      event.preventDefault()
      document.querySelector(way.hash).focus()
    })
}
