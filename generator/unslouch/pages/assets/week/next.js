// What comes after what has become easy, in the words of its page. It is proposed, and never more than that.

import { easyTwice } from "../journal.js"
import { parsed } from "../store.js"
import { element } from "./element.js"

const asked = new Map()

/** What the player knows of an exercise; nothing where it cannot be had. */
function load(id) {
  if (!asked.has(id)) {
    const answer = fetch(`../play/${encodeURIComponent(id)}.json`)
    asked.set(
      id,
      answer.then((got) => (got.ok ? got.text().then(parsed) : null)).catch(() => null),
    )
  }
  return asked.get(id)
}

/** Shows within `root` what comes next of a journal: nothing of what is done already. */
export function next(root, { say, known }) {
  const list = root.querySelector("ul")
  let turn = 0

  const proposal = ({ name, next }) =>
    element(
      "li",
      {},
      element("strong", {}, name),
      ` ${say("easy_twice")} ${say("rule", { when: next.when })} `,
      next.told ? say("harder_is", { told: next.told }) : say("next_is", { name: next.name }),
      " ",
      element("a", { href: next.page }, say("look")),
    )

  return async (journal) => {
    turn += 1
    const mine = turn
    const moves = await Promise.all(easyTwice(journal).filter(known).map(load))
    if (mine !== turn) return
    const done = new Set(journal.entries.flatMap(({ moves }) => moves))
    const found = moves.filter((move) => move?.next && !done.has(move.next.id))
    list.replaceChildren(...found.map(proposal))
    root.hidden = !found.length
  }
}
