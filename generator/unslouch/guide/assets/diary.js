// Where the journal is kept: in this browser alone, or where it keeps nothing as long as the page is open. Each change is made
// to what is kept by then: another page may have written there meanwhile.

import { empty, read, written } from "./journal.js"
import { forget, keep, recall } from "./store.js"

const KEY = "unslouch-journal"
/** Whether a browser keeps anything is known by trying. */
const TRIAL = "unslouch-trial"

/** Opens it; `seen` is called with what another page has changed. */
export function diary(seen = () => {}) {
  let journal = empty()
  /** Why nothing is kept: `blocked`, or what the kept text is that must not be written over. */
  let apart = ""

  function load() {
    if (apart === "blocked") return
    const text = recall(KEY)
    const { wrong, plan, entries } = text === null ? { ...empty(), wrong: "" } : read(text)
    apart = wrong
    if (!wrong) journal = { plan, entries }
  }

  function save() {
    if (!apart && !keep(KEY, written(journal))) apart = "blocked"
  }

  load()
  if (keep(TRIAL, "")) forget(TRIAL)
  else apart = "blocked"
  globalThis.addEventListener?.("storage", ({ key }) => {
    if (key !== KEY && key !== null) return
    load()
    seen()
  })

  return {
    load,
    get journal() {
      return journal
    },
    get apart() {
      return apart
    },
    /** Makes another journal of it, and keeps that. */
    change(make) {
      load()
      journal = make(journal)
      save()
    },
    /** Forgets all of it, whatever it is. */
    erase() {
      if (apart !== "blocked") {
        forget(KEY)
        apart = ""
      }
      journal = empty()
    },
  }
}
