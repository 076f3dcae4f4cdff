// The page's address, which is the sheet's.

import { fragment } from "./address.js"

/** The address of this page with a sheet: what is chosen, and what is said of it. */
export function addressOf(chosen, about, version) {
  const here = new URL(location)
  here.hash = fragment(chosen, about, version)
  return here.href
}

/** The page is at this address from now on, which loads nothing. */
export function write(address) {
  try {
    history.replaceState(null, "", address)
  } catch {
    // Safari refuses more than a hundred of these in half a minute; the next change is written again.
  }
}

/** What was there before the next change is found again with Back. */
export const keep = () => history.pushState(null, "", location.href)
