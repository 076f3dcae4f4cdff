// A sheet's address and what is on it, each from the other. All of it stands after the #, which is sent to nobody:
//   #v=1&c=4f&n=Name&l=1&k2=Slowly&x=side-squat_3.12,pigeon-pose_2..30_l
// c are two characters that go with the rest, k2 is a note on the second exercise, _l one side only; FIELDS has the others.
// guide/sheet_address.py writes the same; tests/vectors/sheet_address.json holds the two to it. No page is needed here.

/** What of a dose stands in the address, in its order. The last two, what is counted at
 * what tempo and how hard, and in how many rounds, come with a routine. */
export const PARTS = ["sets", "reps", "hold", "time", "rest", "manner", "rounds"]

/** What is said of a sheet as a whole, each a text, and its letter in the address, in its order. */
export const FIELDS = { name: "n", large: "l", given: "g", note: "m", days: "d", times: "t", routine: "r" }

/** A dose as the address has it; links that were sent around may have lost a full stop at their end, or have one more. */
export const key = (parts) => parts.slice(0, PARTS.length).join(".").replace(/\.+$/, "")

/** The parts of a dose, nothing for what it does not have. */
export function parts(dose) {
  const has = dose.split(".")
  return PARTS.map((_, at) => has[at] ?? "")
}

const SIGNS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
const PRIME = 3833

/** Two characters that go with all that an address says: one that was cut on its way has others. `more` are letters with
 * their texts, in the order of the address. */
export function check(items, name = "", large = "", more = []) {
  let total = 0
  const rest = more.map(([letter, text]) => `&${letter}=${text}`).join("")
  for (const byte of new TextEncoder().encode(`${name}&${large}&${items}${rest}`))
    total = (total * 257 + byte + 1) % PRIME
  return SIGNS[Math.floor(total / SIGNS.length)] + SIGNS[total % SIGNS.length]
}

/** What of an address lists the exercises. */
export const listed = (chosen) => chosen.map(({ id, dose, side }) => `${id}_${dose}${side ? `_${side}` : ""}`).join(",")

/** What stands after the # of a sheet: what is chosen, and what is said of it; nothing for an empty sheet. */
export function fragment(chosen, about, version) {
  const notes = chosen.map(({ note }, at) => [`k${at + 1}`, note])
  const said = [...Object.entries(FIELDS).map(([field, letter]) => [letter, about[field]]), ...notes]
  const rest = said.filter(([, text]) => text)
  const items = listed(chosen)
  if (!items && !rest.length) return ""
  const c = checked(items, new Map(rest))
  return `${new URLSearchParams([["v", version], ["c", c], ...rest])}&x=${items}`
}

function checked(items, written) {
  const more = [...written].filter(([letter]) => /^([gmdtr]|k\d+)$/.test(letter))
  return check(items, written.get("n") ?? "", written.get("l") ?? "", more)
}

/** What stands after the #, as it was before a mail program wrote it its own way. */
function parameters(hash) {
  let written = hash.slice(1).replaceAll("&amp;", "&")
  if (!written.includes("=")) {
    try {
      written = decodeURIComponent(written)
    } catch {
      // Not written that way; it is told below that it cannot be read.
    }
  }
  return new URLSearchParams(written)
}

/** What may stand under a letter besides texts. */
const SHAPES = { l: /^1$/, d: /^(?!.*(.).*\1)[1-7]+$/, t: /^[2-9]$/, r: /^[^\s<>]+$/ }

/** What turns the words around it, and no text needs. */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g

/** Reads an address. `names` has the name of each exercise that there is, by id; `most` bounds them, `letters` the texts.
 *
 * What could not be taken over is `told`: the key of a phrase, and with it whose names it says.
 */
export function read(hash, { names, version, most, letters }) {
  const written = parameters(hash)
  const all = (written.get("x") ?? "").replace(/\W+$/, "") // a link may stand in brackets
  const told = []
  let cut = false

  function text(letter) {
    const whole = written.get(letter) ?? ""
    if (SHAPES[letter]) return SHAPES[letter].test(whole) ? whole : ""
    const longest = letters[letter[0]]
    cut ||= whole.length > longest
    const bare = whole.slice(0, longest).replace(TURNS, "")
    return bare.replace(/[\uD800-\uDBFF]$/, "") // no half of a letter
  }

  const asked = all
    .split(",")
    .map((item, at) => [item, ...item.match(/^([^_]*)_?(.*?)(?:_([lr]))?$/s).slice(1), `k${at + 1}`])
    .filter(([item]) => item)
  const known = asked.filter(([, id]) => names.has(id))
  const left = asked.filter(([, id]) => !names.has(id)).map(([item, id]) => id || item)
  const items = known.slice(0, most).map(([, id, dose, side = "", letter]) => {
    return { id, dose: key(dose.split(".")), side, note: text(letter) }
  })
  const about = Object.fromEntries(Object.entries(FIELDS).map(([field, letter]) => [field, text(letter)]))
  const damaged = written.has("c") && written.get("c") !== checked(all, written)
  if (damaged && !items.length) return { items, about, told: [{ word: "lost" }] }
  if (hash.length > 1 && !written.has("x") && !written.has("n")) told.push({ word: "unreadable" })
  else if (hash.length > 1 && written.get("v") !== String(version)) told.push({ word: "version" })
  else if (damaged) told.push({ word: "damaged" })
  if (left.length) told.push({ word: "left_out", names: left })
  if (cut) told.push({ word: "cut" })
  if (known.length > most) told.push({ word: "full" })
  return { items, about, told }
}
