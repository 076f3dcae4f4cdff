/** How far a repetition is, from 0 to 1: half of it there, held so long, half of it back. All in milliseconds. */
export function phase(gone, moving, held) {
  if (gone < moving / 2) return gone / moving
  return gone < moving / 2 + held ? 0.5 : Math.min(1, (gone - held) / moving)
}
