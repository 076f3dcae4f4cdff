// The entries of a list. Of a long one the page holds the first, and a file the rest, which comes when it is needed; what
// fits a choice is shown so many at a time.

import { about } from "./fitting.js"

const SCREENFUL = 4 // what a phone has room for below the form
const EASIER = "easier" // a way to fit, and where the page of an exercise tells of it

/** An entry that the page holds, by what its row says of itself. */
function held(row) {
  const facts = Object.entries(row.dataset).map(([name, text]) => [name.slice(2).toLowerCase(), text])
  return { row, ...about(Object.fromEntries(facts)) }
}

/** The row of an entry, as it fits. */
function fitted(one, how) {
  if (!one.row) {
    const holder = document.createElement("template")
    holder.innerHTML = one.html
    one.row = document.adoptNode(holder.content.firstElementChild) // else its link has no address
  }
  one.parts ??= [...one.row.querySelectorAll("[data-us-fit]")]
  one.link ??= one.row.querySelector("a")
  for (const part of one.parts) part.hidden = !part.dataset.usFit.split(" ").includes(how)
  one.link.hash = how === EASIER ? EASIER : ""
  return one.row
}

/** Gives the `entries` there are, of `total`; `whole` fetches the rest, and says whether all are there; `show` shows what
 * fits, as `best` has it. */
export function listing(root) {
  const list = root.querySelector("#us-list")
  const more = root.querySelector(".us-rest")
  const pages = root.querySelector(".us-pages")
  const entries = [...list.children].map(held)
  const first = [...entries]
  const total = Number(list.dataset.usTotal ?? entries.length)
  const atOnce = more ? entries.length : total
  let coming = null
  let left = []
  let turn = 0

  async function fetched() {
    try {
      const answer = await fetch(list.dataset.usRest)
      if (!answer.ok) throw new Error(answer.statusText)
      for (const { row, ...facts } of await answer.json()) entries.push({ html: row, ...about(facts) })
    } catch {
      coming = null // the next time it may be otherwise
    }
    return entries.length === total
  }

  /** Adds so many rows: a screenful now, so that a phone answers at once, and the others in the frames that follow. */
  function add(count, asked = turn) {
    if (asked !== turn) return
    const now = more ? Math.min(count, SCREENFUL) : count
    list.append(...left.splice(0, now).map(([one, how]) => fitted(one, how)))
    const later = Math.min(count - now, left.length)
    if (later) requestAnimationFrame(() => requestAnimationFrame(() => add(later, asked)))
    else if (more) more.hidden = !left.length
  }

  more?.addEventListener("click", () => {
    const last = list.lastElementChild
    add(atOnce)
    last.nextElementSibling.querySelector("a").focus()
  })

  return {
    entries,
    total,
    lost: more?.dataset.usLost,
    get isWhole() {
      return entries.length === total
    },
    whole() {
      coming ??= fetched()
      return coming
    },
    /** What fits; nothing for the list as it came, which has pages. */
    show(found) {
      left = found ? [...found] : first.map((one) => [one, "whole"])
      turn += 1
      list.replaceChildren()
      add(atOnce)
      if (pages) pages.hidden = Boolean(found)
    },
  }
}
