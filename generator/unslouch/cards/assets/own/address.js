// A sheet's address and what is chosen on it, each from the other. All of it stands after the #, which is sent to nobody:
//   #v=1&c=4f&n=Name&l=1&x=side-squat_3.12,pigeon-pose_2..30   (c: two characters that go with the rest; l: in large print)
// guide/sheet_address.py writes the same; tests/vectors/sheet_address.json holds the two to it. No page is needed here.

/** What of a dose stands in the address, in its order. The last, what is counted at what tempo, comes with a routine. */
export const PARTS = ["sets", "reps", "hold", "time", "rest", "manner"]

/** A dose as the address has it; links that were sent around may have lost a full stop at their end, or have one more. */
export const key = (parts) => parts.slice(0, PARTS.length).join(".").replace(/\.+$/, "")

/** The parts of a dose, nothing for what it does not have. */
export function parts(dose) {
  const has = dose.split(".")
  return PARTS.map((_, at) => has[at] ?? "")
}

const SIGNS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
const PRIME = 3833

/** Two characters that go with all that an address says: one that was cut on its way has others. */
export function check(items, name = "", large = "") {
  let total = 0
  for (const byte of new TextEncoder().encode(`${name}&${large}&${items}`)) total = (total * 257 + byte + 1) % PRIME
  return SIGNS[Math.floor(total / SIGNS.length)] + SIGNS[total % SIGNS.length]
}

/** What of an address lists the exercises. */
export const listed = (chosen) => chosen.map(({ id, dose }) => `${id}_${dose}`).join(",")

/** What stands after the # of a sheet with these exercises (as listed), name and print; nothing for an empty sheet. */
export function fragment(items, { version, name = "", large = false }) {
  const print = large ? "1" : ""
  const rest = { ...(name && { n: name }), ...(print && { l: print }) }
  if (!items && !name && !print) return ""
  return `${new URLSearchParams({ v: version, c: check(items, name, print), ...rest })}&x=${items}`
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

/** The exercises that an address lists, as listed, whatever is around them. */
export const items = (hash) => (parameters(hash).get("x") ?? "").replace(/\W+$/, "") // a link may stand in brackets

/** Reads an address. `names` has the name of each exercise that there is, by id; `most` bounds them, `letters` the name.
 *
 * What could not be taken over is `told`: the key of a phrase, and with it whose names it says.
 */
export function read(hash, { names, version, most, letters }) {
  const written = parameters(hash)
  const all = items(hash)
  const asked = all
    .split(",")
    .filter(Boolean)
    .map((item) => [item, ...item.match(/^([^_]*)_?(.*)$/s).slice(1)])
  const known = asked.filter(([, id]) => names.has(id))
  const left = asked.filter(([, id]) => !names.has(id)).map(([item, id]) => id || item)
  const whole = written.get("n") ?? ""
  const told = []
  if (hash.length > 1 && !written.has("x") && !whole) told.push({ word: "unreadable" })
  else if (hash.length > 1 && written.get("v") !== String(version)) told.push({ word: "version" })
  else if (written.has("c") && written.get("c") !== check(all, whole, written.get("l") ?? ""))
    told.push({ word: "damaged" })
  if (left.length) told.push({ word: "left_out", names: left })
  if (whole.length > letters) told.push({ word: "cut" })
  if (known.length > most) told.push({ word: "full" })
  return {
    items: known.slice(0, most).map(([, id, dose]) => ({ id, dose: key(dose.split(".")) })),
    name: whole.slice(0, letters).replace(/[\uD800-\uDBFF]$/, ""), // no half of a letter
    large: written.get("l") === "1",
    told,
  }
}

/** The exercises of an address with all that was loaded of them, in the same order; nothing stands for what could not be. */
export function settle(items, loaded, names) {
  const all = items.map((item, at) => ({ ...item, exercise: loaded[at] }))
  const there = all.filter(({ exercise }) => exercise)
  const known = ({ dose, exercise }) => Object.hasOwn(exercise.doses, dose)
  const named = (some) => some.map(({ id }) => names.get(id))
  const told = [
    { word: "changed", names: named(there.filter((one) => one.dose && !known(one))) },
    { word: "not_loaded", names: named(all.filter(({ exercise }) => !exercise)) },
  ]
  return {
    chosen: there.map((one) => (known(one) ? one : { ...one, dose: one.exercise.own })),
    told: told.filter(({ names }) => names.length),
  }
}

/** The dose of these parts. Where an exercise has too many to offer each: of those with the part just set, the one most like it. */
export function nearest({ doses }, asked, set) {
  const exactly = key(asked)
  if (Object.hasOwn(doses, exactly)) return exactly
  const alike = (dose) => {
    const has = parts(dose)
    const same = asked.filter((part, at) => part === has[at])
    return same.length + (has[set] === asked[set] ? PARTS.length : 0)
  }
  return Object.keys(doses).reduce((best, dose) => (alike(dose) > alike(best) ? dose : best))
}
