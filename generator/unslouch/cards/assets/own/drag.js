// Dragging the lines of a list with a mouse. Whoever has none uses the arrows beside each.

/** Follows the mouse in the list `place`; `nameOf` names the line at a place, `dropped` hears from where to where. */
export function drag(place, nameOf, dropped) {
  let from = -1
  const at = (line) => [...place.children].indexOf(line)
  const mark = (to) => {
    for (const [index, line] of [...place.children].entries()) line.classList.toggle("over", index === to)
  }
  /** Where in the list a height is; below its last line is still the last. */
  const under = (height) => {
    const found = [...place.children].findIndex((line) => height < line.getBoundingClientRect().bottom)
    return found < 0 ? place.children.length - 1 : found
  }
  place.addEventListener("dragstart", (event) => {
    from = at(event.target)
    if (from < 0) return
    event.dataTransfer.setData("text/plain", nameOf(from)) // without it Firefox drags nothing
  })
  place.addEventListener("dragover", (event) => {
    if (from < 0) return
    event.preventDefault()
    mark(under(event.clientY))
  })
  place.addEventListener("drop", (event) => {
    if (from < 0) return
    event.preventDefault()
    dropped(from, under(event.clientY))
  })
  place.addEventListener("dragend", () => {
    from = -1
    mark(-1)
  })
}
