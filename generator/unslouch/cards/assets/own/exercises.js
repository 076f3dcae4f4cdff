// What the page needs of an exercise comes when it is chosen, and is asked for once.

const PATIENCE = 15_000
const asked = new Map()
let turn = Promise.resolve()

/** Hands over what is to know of exercises when it has come. Who asks first is served first, however long it loads. */
export function inTurn(ids, take) {
  turn = Promise.all([turn, ...ids.map(load)]).then(([, ...loaded]) => take(loaded))
  return turn
}

/** All that is to know of an exercise; nothing where it cannot be had, which may be otherwise the next time. */
function load(id) {
  if (!asked.has(id)) asked.set(id, ask(id))
  return asked.get(id)
}

async function ask(id) {
  try {
    const answer = await fetch(`${id}.json`, { signal: AbortSignal.timeout(PATIENCE) })
    if (!answer.ok) throw new Error(answer.statusText)
    return await answer.json()
  } catch {
    asked.delete(id)
    return null
  }
}

/** Loads what the pointer or the focus rests on within an element of check boxes: a tick may follow. */
export function expect(choices) {
  let resting = 0
  const rest = ({ target }) => {
    clearTimeout(resting)
    const box = target.closest("label")?.querySelector("input:enabled")
    if (box) resting = setTimeout(load, 60, box.value)
  }
  for (const event of ["pointerover", "focusin"]) choices.addEventListener(event, rest)
}
