// The journal as files, out and in; and how to erase it.

import { empty, entry, read as readJournal, withEntries, written } from "../journal.js"
import { read as readTable, table } from "./csv.js"
import { save } from "./element.js"

const MOST_BYTES = 5_000_000
const FOLLOWS = 8000
const WRONG = { broken: "file_broken", foreign: "file_foreign", newer: "file_newer" }

/** Follows the buttons within `root`; `book` is a diary, `tell` tells in a line what happened, `changed` follows a change. */
export function files(root, { say, count, book, tell, changed, today }) {
  const part = (name) => root.querySelector(`[name=${name}]`)
  const erase = part("erase")
  const ask = erase.textContent
  let sure = 0

  async function take(file) {
    if (file.size > MOST_BYTES) return tell(say("file_foreign", { name: file.name }))
    const text = await file.text()
    const isTable = !/^\s*[{[]/.test(text)
    const found = isTable ? readTable(text, entry) : readJournal(text)
    if (found.wrong) return tell(say(WRONG[found.wrong], { name: file.name }))
    const before = book.journal
    changed((journal) => withEntries({ ...journal, plan: journal.plan ?? found.plan ?? null }, found.entries))
    const more = book.journal.entries.length - before.entries.length
    const told = [count("file_taken", found.entries.length, { more })]
    if (found.lost) told.push(count("file_lost", found.lost))
    tell(told.join(" "), () => changed(() => before))
  }

  function calm() {
    clearTimeout(sure)
    sure = 0
    erase.textContent = ask
  }

  const does = {
    csv: () => save(`my-week-${today()}.csv`, table(book.journal.entries), "text/csv"),
    json: () => save(`my-week-${today()}.json`, written(book.journal, 1), "application/json"),
    read: () => part("file").click(),
    print: () => print(),
    erase() {
      const many = book.journal.entries.length
      if (!sure) {
        erase.textContent = count("erase_sure", many)
        sure = setTimeout(calm, FOLLOWS)
        return tell(count("erase_sure", many))
      }
      const before = book.journal
      calm()
      book.erase()
      changed(empty)
      tell(say("erased"), () => changed(() => before))
    },
  }
  root.addEventListener("click", ({ target }) => does[target.closest("button")?.name]?.())
  erase.addEventListener("blur", calm)
  part("file").addEventListener("change", async ({ target }) => {
    const [file] = target.files
    if (file) await take(file)
    target.value = ""
  })
}
