// The page's address, which is the sheet's.

import { fragment } from "./address.js"

/** Where this page is for everybody: a page that was opened from a disk is on the web too. */
const PLACE = (location.protocol === "file:" && document.querySelector("[rel=canonical]")?.href) || location

/** The address of this page with a sheet: what is chosen, and what is said of it. */
export function addressOf(chosen, about, version) {
  const here = new URL(PLACE)
  here.hash = fragment(chosen, about, version)
  return here.href
}

/** The page has the sheet of this address from now on, which loads nothing. */
export function write(address) {
  try {
    history.replaceState(null, "", new URL(address).hash || location.pathname)
  } catch {
    // Safari refuses more than a hundred of these in half a minute; the next change is written again.
  }
}

/** What was there before the next change is found again with Back. */
export const keep = () => history.pushState(null, "", location.href)
