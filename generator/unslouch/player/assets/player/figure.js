// The picture of what one does: still, or moving at the pace that the clock gives. The drawings are the pages' own; the other
// side is their mirror image. A flip-book is taken into the page, where it can be held to the clock.

const motion = matchMedia("(prefers-reduced-motion:no-preference)")
const books = new Map()

/** A flip-book to be moved by hand; nothing where it cannot be had. */
function book(src) {
  if (!books.has(src)) books.set(src, load(src))
  return books.get(src)
}

async function load(src) {
  try {
    const answer = await fetch(src)
    if (!answer.ok) throw new Error(answer.statusText)
    return new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement
  } catch {
    books.delete(src)
    return null
  }
}

/** Follows what is to be shown in `place`; `ahead` loads what comes. */
export function figure(place) {
  let shown = ""
  let moves = []

  function sized(shown, { width, height }) {
    shown.style.setProperty("--wide", width)
    shown.style.setProperty("--tall", height)
    return shown
  }

  function still(picture, side) {
    const image = new Image(picture.width, picture.height)
    image.src = picture.src
    image.alt = picture[side]
    return sized(image, picture)
  }

  function moving(picture, drawing, side) {
    const host = document.createElement("span")
    host.role = "img"
    host.ariaLabel = picture[side]
    const root = host.attachShadow({ mode: "open" }) // its style and names are its own
    const copy = document.importNode(drawing, true)
    copy.setAttribute("class", "f-play")
    for (const name of ["width", "height"]) copy.setAttribute(name, "100%")
    root.append(copy)
    const [width, height] = ["width", "height"].map((name) => Number(drawing.getAttribute(name)))
    return sized(host, { width, height })
  }

  return {
    /** Shows the end of a movement or all of it. What is there already stays, so that it turns round before one's eyes. */
    async show(move, { movement = 0, easier = false, side, moves: asked = false }) {
      const about = move.movements[movement % (move.movements.length || 1)]
      const picture = (easier && move.easily) || about?.end || move.still
      const may = asked && !easier && about?.moving && motion.matches
      const key = `${picture?.src} ${may} ${asked && !motion.matches}`
      place.classList.toggle("mirrored", side === "left")
      place.hidden = !picture
      if (key === shown) {
        for (const each of place.children) each.alt = each.ariaLabel = picture[side ?? "right"]
        return
      }
      shown = key
      moves = []
      if (!picture) return place.replaceChildren()
      const drawing = may ? await book(about.moving) : null
      if (key !== shown) return
      const words = side ?? "right"
      if (drawing) {
        const host = moving(picture, drawing, words)
        place.replaceChildren(host)
        moves = host.shadowRoot.getAnimations?.() ?? []
        for (const one of moves) one.pause()
      } else if (asked && about && !easier) place.replaceChildren(still(about.start, words), still(about.end, words))
      else place.replaceChildren(still(picture, words))
      place.classList.toggle("pair", place.children.length > 1)
    },
    /** Moves on to a part of a repetition, from 0 to 1. */
    turn(part) {
      for (const one of moves) one.currentTime = part * one.effect.getComputedTiming().duration
    },
    ahead(move) {
      if (!motion.matches) return
      for (const { moving } of move.movements) if (moving) book(moving)
    },
  }
}
