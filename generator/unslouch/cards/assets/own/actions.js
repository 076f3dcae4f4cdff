// What is done with a sheet as it is: print it, look at it, copy its link, change it, begin anew.

import { drawn } from "../paper.js"

/** Follows the buttons of `page`. `ready` answers when the card is set, `address` is the sheet's, `said` as in said.js;
 * `anew` empties the sheet, `build` shows the tool. */
export function actions(page, { ready, address, said, say, anew, build }) {
  const on = (button, does) => page.querySelector(button).addEventListener("click", does)
  const card = page.querySelector(".card")

  on(".print", async () => {
    await ready()
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
    build()
    page.querySelector(".own__tool h2").focus()
  })

  // What follows the # is the sheet's: the way past the menu must not take its place.
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault()
    page.focus()
  })
}
