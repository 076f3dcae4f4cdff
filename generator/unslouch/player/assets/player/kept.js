// Where one has got to, kept in this tab alone: a page that is loaded again, or come back to, goes on from there.

import * as store from "../store.js"

const PLACE = "unslouch-play"

/** What was kept for this address; nothing where there is nothing. */
export function recall(address) {
  const kept = store.parsed(store.recall(PLACE, store.TAB))
  return kept?.address === address ? kept : null
}

export const keep = (what) => store.keep(PLACE, JSON.stringify(what), store.TAB)

export const forget = () => store.forget(PLACE, store.TAB)

/** Whether this page was loaded again on the spot, so that the time went on; else one was away, and it did not. */
export const reloaded = () => performance.getEntriesByType("navigation")[0]?.type === "reload"
