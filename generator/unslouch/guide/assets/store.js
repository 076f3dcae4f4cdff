// What a browser keeps: between visits, or in one tab alone where `area` says so. It may be blocked or full; everything
// works without, so nothing here ever fails.

export const TAB = "sessionStorage"
const VISITS = "localStorage"

/** What is kept under a key; nothing where there is nothing, or the browser keeps nothing. */
export function recall(key, area = VISITS) {
  try {
    return globalThis[area].getItem(key)
  } catch {
    return null
  }
}

/** Keeps a text; says whether the browser did. */
export function keep(key, text, area = VISITS) {
  try {
    globalThis[area].setItem(key, text)
    return true
  } catch {
    return false
  }
}

export function forget(key, area = VISITS) {
  try {
    globalThis[area].removeItem(key)
  } catch {
    // Nothing was kept.
  }
}

/** What a text says as JSON; nothing where it says nothing that can be read. */
export function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
