// Where one has got to, kept in this tab alone: a page that is loaded again, or come back to, goes on from there.

const PLACE = "unslouch-play"

/** What was kept for this address; nothing where there is nothing, or the browser keeps nothing. */
export function recall(address) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(PLACE))
    return kept?.address === address ? kept : null
  } catch {
    return null
  }
}

/** Keeps it, where the browser lets us; everything works without. */
export function keep(what) {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(what))
  } catch {
    // Blocked or full: a page loaded again starts anew.
  }
}

export function forget() {
  try {
    sessionStorage.removeItem(PLACE)
  } catch {
    // Nothing was kept.
  }
}

/** Whether this page was loaded again on the spot, so that the time went on; else one was away, and it did not. */
export const reloaded = () => performance.getEntriesByType("navigation")[0]?.type === "reload"
