// The form that makes a calendar's file of a weekly plan, a routine, or a sheet that came in the address.

import { firstOf } from "../journal.js"
import { options, save } from "./element.js"
import { together, written } from "./ics.js"

const REMINDER = 10
const SHEET = "#"

/** A few characters that stand for a text. */
const sign = (text) => [...text].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) >>> 0, 7).toString(36)

/** Follows the form within `root`; `sheet` is what came in the address, its name, days and place. */
export function calendar(root, { say, list, data, sheet, today }) {
  const form = root.querySelector("form")
  const told = root.querySelector("[role=status]")
  const { what, days, minutes, time, alarm } = form.elements
  const plans = new Map(data.plans.map((plan) => [plan.id, plan]))
  const absolute = (place) => (location.protocol === "file:" ? "" : new URL(place, location.href).href)
  const isPlan = () => plans.has(what.value)

  const one = ({ name, place }) => {
    const address = absolute(place)
    return address ? `${name}: ${address}` : name
  }

  /** What is chosen, as events but for their times. */
  function chosen() {
    const { routines } = data
    if (isPlan()) {
      const plan = plans.get(what.value)
      return together(plan.days).map(({ ids, days }, at) => {
        const all = ids.map((id) => routines[id])
        const parts = all.map(({ name, play }) => one({ name, place: play }))
        const minutes = all.reduce((sum, { minutes }) => sum + minutes, 0)
        const url = absolute(all.length > 1 ? plan.page : all[0].page)
        return {
          id: `${plan.id}-${at + 1}`,
          days,
          minutes,
          summary: list(all.map(({ name }) => name)),
          description: parts.join("\n"),
          url,
        }
      })
    }
    const { name, play, page } = what.value === SHEET ? sheet : routines[what.value]
    const on = [...days].filter((box) => box.checked).map((box) => Number(box.value))
    const id = what.value === SHEET ? `sheet-${sign(sheet.play)}` : what.value
    const url = absolute(page ?? play)
    return on.length
      ? [{ id, days: on, minutes: Number(minutes.value), summary: name, description: one({ name, place: play }), url }]
      : []
  }

  function events() {
    const stamp = new Date().toISOString().replace(/\.\d+/, "")
    return chosen().map(({ id, ...event }) => ({
      ...event,
      uid: `${id}@${data.host}`,
      stamp,
      start: `${firstOf(event.days, today())}T${time.value}:00`,
      alarm: alarm.checked ? REMINDER : 0,
    }))
  }

  function choose() {
    for (const part of form.querySelectorAll("[data-one]")) part.hidden = isPlan()
    minutes.disabled = isPlan()
    minutes.value = data.routines[what.value]?.minutes ?? minutes.defaultValue
  }

  const routines = Object.entries(data.routines).map(([id, { name }]) => [id, name])
  const named = data.plans.map(({ id, name }) => [id, name])
  what.append(...options([...(sheet ? [[SHEET, sheet.name]] : []), ...named, ...routines]))
  what.selectedIndex = 0
  for (const box of days) if (sheet?.days.includes(Number(box.value))) box.checked = true
  what.addEventListener("change", choose)
  choose()
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const made = events()
    told.textContent = say(made.length ? "calendar_saved" : "calendar_no_day")
    if (made.length)
      save(`${what.value === SHEET ? made[0].uid.split("@")[0] : what.value}.ics`, written(made), "text/calendar")
  })
  form.hidden = false
}
