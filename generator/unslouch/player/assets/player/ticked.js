// The tick of what was done: in the journal of this browser at once, with how it felt; who does not want it takes it back.

import { diary } from "../diary.js"
import { changed, dayOf, made, withEntries, without } from "../journal.js"

const MINUTE = 60_000

/** What was done as an entry of the journal. */
function entryOf({ items, name, routine = "", spent }) {
  const ids = (some) => [...new Set(some.map(({ id }) => id))]
  const [moves, easier] = [ids(items), ids(items.filter((one) => one.easier))]
  const minutes = Math.max(1, Math.round(spent / MINUTE))
  return made({ day: dayOf(new Date()), routine, name, minutes, moves, easier })
}

/** Follows the button that takes a tick back, and the way to the week, within `screen`. Gives `tick`, which ticks a session,
 * and `felt`, which says how it was. */
export function ticking(screen, { say, count }) {
  const [told, button, link] = [".ticked", "[name=tick]", ".week"].map((one) => screen.querySelector(one))
  let kept = null
  let entry = null
  let on = false

  /** Where nothing is kept the way to the week carries what was done. */
  function show() {
    told.textContent = [on ? count("ticked", entry.minutes) : say("unticked"), kept.apart ? say("not_kept") : ""]
      .filter(Boolean)
      .join(" ")
    button.textContent = say(on ? "untick" : "tick")
    link.hash = on && kept.apart ? `tick=${encodeURIComponent(JSON.stringify(entry))}` : ""
  }

  function set(ticked) {
    on = ticked
    kept.change((journal) => (on ? withEntries(journal, [entry]) : without(journal, entry.id)))
    show()
  }
  button.addEventListener("click", () => set(!on))

  return {
    tick(session) {
      kept = diary()
      entry = entryOf(session)
      set(true)
    },
    felt(how) {
      entry = { ...entry, felt: how }
      kept.change((journal) => changed(journal, entry.id, entry))
      show()
    },
  }
}
