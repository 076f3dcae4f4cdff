// The address as a QR code on the sheet.

import { encode } from "../vendor/uqr.js"

// Millimetres: of a module at least, of a code as ready-made cards have it, and of the largest.
const FINEST = 0.36
const USUAL = 27
const LARGEST = 40

/** A code like that of a ready-made card: level M, a quiet zone of four modules.
 *
 * A long address has so many modules that each gets too small: under 0.36 mm (two dots of a scan at 150 dpi) scans
 * begin to fail. Level L has fewer, larger modules; it mends less dirt (7 % for 15 %), but a code
 * that is too fine is not read at all. If that is not enough, the picture grows, up to what the head of a page spares.
 */
export function codeOf(text) {
  const usual = encode(text, { ecc: "M", border: 4 })
  const fine = usual.size * FINEST > USUAL
  const code = fine ? encode(text, { ecc: "L", border: 4 }) : usual
  const least = Math.max(code.size * FINEST, fine ? USUAL : 0) // what mends less is not made smaller as well
  const runs = (dots, y) =>
    [...dots.map(Number).join("").matchAll(/1+/g)].map(
      ({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`,
    )
  return { size: code.size, least: Math.min(least, LARGEST), path: code.data.flatMap(runs).join("") }
}

/** Shows it in its place on the card. */
export function showCode(place, text) {
  const { size, least, path } = codeOf(text)
  place.style.setProperty("--least", `${least.toFixed(2)}mm`)
  place.style.setProperty("--modules", size)
  place.querySelector("svg").setAttribute("viewBox", `0 0 ${size} ${size}`)
  place.querySelector("path").setAttribute("d", path)
  place.querySelector("a").href = text
}
