// How large a sheet is set: in large print, or in the largest type at which it ends on its page.

const NOTHING = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"
const MILLIMETRE = 96 / 25.4

/** The first rung of a ladder at which the height that `measure` gives is no more than `room`; else the last, with its height.
 *
 * The last rung of a size is its closest, and never taller than the last of a larger size: so the sizes are halved by
 * their last rungs, and the rungs of the size found are tried in order. As in cards/fit.py.
 */
export function largest(ladder, room, measure) {
  const heights = new Map()
  const natural = (rung) => heights.get(rung) ?? heights.set(rung, measure(rung)).get(rung)
  const fits = (rung) => natural(rung) <= room
  const types = [...new Set(ladder.map(({ type }) => type))]
  const sizes = types.map((type) => ladder.filter((rung) => rung.type === type))
  let [low, high] = [0, sizes.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (fits(sizes[middle].at(-1))) high = middle
    else low = middle + 1
  }
  const rung = sizes[low].find(fits) ?? sizes[low].at(-1)
  return { rung, natural: natural(rung) }
}

/** The first rung of large print that takes no more pages than the last, which is the closest; `pages` counts them. As in
 * cards/fit.py. */
export function largestPrint(ladder, pages) {
  const few = pages(ladder.at(-1))
  return ladder.find((rung) => pages(rung) <= few)
}

/** How many pages of `room` a sheet takes: it starts at 0 and ends at `end`, and a page may begin at each of `starts`. */
export function pagesOf(starts, end, room) {
  let [count, begun] = [1, 0]
  for (const [at, start] of starts.entries()) {
    if ((starts[at + 1] ?? end) - begun <= room) continue
    count += 1
    begun = start
  }
  return count - 1 + Math.max(1, Math.ceil((end - begun) / room))
}

/** Gives a function that sets `card` with so many rows in large print or not, and answers what there is to say of its
 * size; nothing where the card was changed meanwhile, and is being set anew. */
export function fitting(card, { ladder, large, room, words }) {
  let paper
  let last = 0
  return async function fit(rows, inLarge) {
    const mine = ++last
    delete card.dataset.fitted
    if (!rows) return ""
    await shown() // a tick is seen before the card is measured
    if (mine !== last) return null
    paper ??= bench() // an empty sheet has no need of it
    const { body } = await paper
    const sheet = await copy(card, body.ownerDocument)
    if (mine !== last) return null
    body.replaceChildren(sheet)
    const found = inLarge
      ? { rung: largestPrint(large, (rung) => pages(sheet, rung, rows, room)), natural: 0 }
      : largest(ladder, room, (rung) => height(sheet, rung, rows))
    sheet.remove()
    dress(card, found.rung, found.natural, rows)
    card.dataset.fitted = rows
    return found.natural > room ? words.over : found.rung.small
  }
}

/** Waits until what was changed is on the screen; a page that nobody sees is not waited for. */
const shown = () =>
  new Promise((ready) => void (document.hidden ? ready() : requestAnimationFrame(() => setTimeout(ready))))

/** A page as wide as the narrower paper between its margins, to measure on whatever the screen is. */
function bench() {
  const frame = document.createElement("iframe")
  const styles = [...document.querySelectorAll("link[rel=stylesheet]")].map((style) => style.outerHTML).join("")
  frame.className = "bench"
  frame.tabIndex = -1
  frame.setAttribute("aria-hidden", "true")
  frame.srcdoc = `<!doctype html>${styles}<style>body{margin:0;padding:0;max-width:none}.card{padding:0;width:190mm}</style><body>`
  return new Promise((ready) => {
    frame.onload = () => ready(frame.contentDocument)
    document.body.append(frame)
  })
}

/** The card to put on that page, once its letters are there. */
async function copy(card, paper) {
  const sheet = paper.importNode(card, true)
  sheet.hidden = false
  for (const picture of sheet.querySelectorAll("img")) picture.src = NOTHING // their sizes come with the style
  await paper.fonts.load('12pt "Card Sans"', sheet.textContent)
  return sheet
}

function height(sheet, rung, rows) {
  dress(sheet, rung, 0, rows)
  return sheet.getBoundingClientRect().height / MILLIMETRE
}

/** A page begins with an exercise, but not with the last: card.css keeps that with the one before it and with the end. */
function pages(sheet, rung, rows, room) {
  const end = height(sheet, rung, rows)
  const { top } = sheet.getBoundingClientRect()
  const starts = [...sheet.querySelectorAll(".rows > li")].slice(1, -1)
  return pagesOf(
    starts.map((row) => (row.getBoundingClientRect().top - top) / MILLIMETRE),
    end,
    room,
  )
}

function dress(sheet, rung, natural, rows) {
  sheet.className = `card own-sheet routine ${rung.layout}`
  sheet.style.cssText = `--rows:${rows};${rung.style};--natural:${natural.toFixed(1)}mm`
}
