// The address as a QR code on the sheet.

import { encode } from "../vendor/uqr.js"

// Millimetres: of a module at least, of a code as ready-made cards have it, and of the largest.
const FINEST = 0.36
const USUAL = 27
const LARGEST = 41

/** A code like that of a ready-made card: level M, a quiet zone of four modules.
 *
 * A long address has so many modules that each gets too small: under 0.36 mm (two dots of a scan at 150 dpi) scans
 * begin to fail. Level L has fewer, larger modules; it mends less dirt (7 % for 15 %), but a code
 * that is too fine is not read at all. If that is not enough, the picture grows, up to what the head of a page spares;
 * and where that is too little, there is no code.
 */
export function codeOf(text) {
  const usual = coded(text, "M")
  const fine = !usual || usual.size * FINEST > USUAL
  const code = fine ? coded(text, "L") : usual
  if (!code || code.size * FINEST > LARGEST) return null
  const least = Math.max(code.size * FINEST, fine ? USUAL : 0) // what mends less is not made smaller as well
  const runs = (dots, y) =>
    [...dots.map(Number).join("").matchAll(/1+/g)].map(
      ({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`,
    )
  return { size: code.size, least, path: code.data.flatMap(runs).join("") }
}

function coded(text, ecc) {
  try {
    return encode(text, { ecc, border: 4 })
  } catch {
    return null // more than any code holds
  }
}

/** Shows the first of some addresses that a code can hold in its place on the card; answers which, or -1. */
export function showCode(place, addresses) {
  const codes = addresses.map(codeOf)
  const found = codes.findIndex(Boolean)
  place.hidden = found < 0
  if (place.hidden) return found
  const { size, least, path } = codes[found]
  place.style.setProperty("--least", `${least.toFixed(2)}mm`)
  place.style.setProperty("--modules", size)
  place.querySelector("svg").setAttribute("viewBox", `0 0 ${size} ${size}`)
  place.querySelector("path").setAttribute("d", path)
  place.querySelector("a").href = addresses[found]
  return found
}
