// What an address asks to be played, with all that is loaded of it.

import { listed, read } from "../own/address.js"
import { read as readDose } from "../own/dose.js"
import * as clock from "./clock.js"
import { itemOf } from "./items.js"

/** Milliseconds: who stays with a movement or a hold for so long does it. */
const DOING = 5000

/** What an address asks for: a routine as it stands, with all there is to choose from, else what it lists. */
export async function asked(hash, data) {
  const { items, about, told: wrong } = read(hash, { ...data, names: new Map(Object.entries(data.names)) })
  const id = items.some(({ note }) => note) ? null : data.routines[listed(items)]
  const routine = id ? await fetched(`routines/${id}.json`) : null
  if (!routine) return { name: about.name || data.title, about, blocks: [{ name: "", choose: null, items }], wrong }
  const blocks = routine.blocks.map((block) => ({ ...block, items: block.items.map(named) }))
  const { name, page, notes } = routine
  return { name: about.name || name, routine: id, page, notes, about, blocks, wrong }
}

const named = ([id, dose, side = "", note = ""]) => ({ id, dose, side, note })

async function fetched(place) {
  try {
    const answer = await fetch(place)
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}

/** Fills the blocks of what was asked for with what was loaded of each exercise; answers what is to tell of it. */
export function filled({ blocks, wrong }, moves, names) {
  const missing = [...moves].filter(([, move]) => !move).map(([id]) => names[id] ?? id)
  const changed = []
  for (const block of blocks) {
    const made = block.items.filter(({ id }) => moves.get(id)).map((one) => itemOf(one, moves.get(one.id), readDose))
    changed.push(...made.filter((one) => one.changed).map(({ item }) => item.name))
    block.items = made.map(({ item }) => item)
    if (block.choose) block.choose = block.choose.map((number) => Math.min(number, made.length))
  }
  const more = [
    { word: "not_loaded", names: missing },
    { word: "changed", names: changed },
  ]
  return [...wrong, ...more.filter((one) => one.names.length)]
}

/** Counts the time that was spent until `next`. An exercise that one only looked at and passed over is not one that was done. */
export function spend(session, run, next) {
  let time = clock.spent(session.segments, run, next)
  session.spent += time
  for (const { kind, item, least, most, extra } of session.segments.slice(run.at, next.at)) {
    if (["work", "hold"].includes(kind)) session.items[item].done ||= time >= Math.min(DOING, (least * 1000) / 2)
    time -= (most + extra) * 1000
  }
}
