// The days of a week: what the plan has for each, what was done, and of that how it was.

import { FEELINGS, made, plus, SCALE, weekday, weekOf } from "../journal.js"
import { element, options } from "./element.js"

/** Shows weeks within `root`: `routines` are what there is to do, `planned` gives their ids for a day of the week, `change`
 * changes the journal and tells so. Gives a function that shows a journal. */
export function days(root, { say, count, dated, routines, planned, today, change }) {
  const [title, all, form] = ["h2", "ol", "form"].map((one) => root.querySelector(one))
  const { what, other, day: onDay } = form.elements
  const open = new Set()
  let shown = today()
  let journal = null

  const add = (day, routine, name, minutes) => {
    const entry = made({ day, routine, name, minutes })
    change({ add: entry }, say("ticked", { name, day: dated(day) }))
  }

  /** The routine whose page one comes from. */
  const came = () => {
    const before = document.referrer.split("#")[0]
    return Object.keys(routines).find((id) => new URL(routines[id].page, location.href).href === before)
  }

  function details(one) {
    const set = (field, value) => change({ id: one.id, values: { [field]: value } }, say("changed"))
    const scale = Array.from({ length: SCALE + 1 }, (_, at) => [at, `${at}`])
    const field = (name, word, input, read) => {
      input.name = name
      input.dataset.key = `${one.id} ${name}`
      input.addEventListener("change", () => set(name, read(input.value)))
      return element("label", {}, say(word), " ", input)
    }
    const select = (all, chosen) => element("select", {}, ...options([["", "–"], ...all], chosen))
    const number = (text) => (text === "" ? null : Number(text))
    const minutes = element("input", { type: "number", min: 0, max: 1440, inputmode: "numeric", value: one.minutes })
    const felt = FEELINGS.map((feeling) => [feeling, say(feeling)])
    const made = element(
      "details",
      { class: "us-how", open: open.has(one.id) },
      element("summary", { "data-key": `${one.id} how` }, told(one)),
      element(
        "div",
        { class: "us-form" },
        field("minutes", "minutes_of", minutes, number),
        field("felt", "felt", select(felt, one.felt), String),
        field("effort", "effort", select(scale, one.effort), number),
        field("pain", "pain", select(scale, one.pain), number),
      ),
    )
    made.addEventListener("toggle", () => open[made.open ? "add" : "delete"](one.id))
    return made
  }

  /** What is known of how it was, in a line. */
  function told({ minutes, felt, effort, pain }) {
    const parts = [
      minutes && count("minutes", minutes),
      felt && say(felt),
      effort !== null && say("effort_is", { number: effort }),
      pain !== null && say("pain_is", { number: pain }),
    ].filter(Boolean)
    return parts.length ? parts.join(" · ") : say("how")
  }

  /** A routine or anything else on a day: done where there is an `entry`, else still planned. */
  function row(day, id, entry, at) {
    const routine = routines[id]
    const name = entry?.name ?? routine.name
    const box = element("input", { type: "checkbox", checked: !!entry, "data-key": `${day} ${id || entry.id} ${at}` })
    box.setAttribute("aria-describedby", `us-day-${day}`)
    box.addEventListener("change", () => {
      if (box.checked) add(day, id, name, routine.minutes)
      else change({ remove: entry.id }, say("unticked", { name, day: dated(day) }))
    })
    const mark = day > today() && !entry ? name : element("label", {}, box, " ", element("span", {}, name))
    const start = element("a", { href: routine?.play }, say("start"))
    const long = element("span", { class: "us-quiet" }, entry ? "" : count("short", routine.minutes))
    const line = element("p", { class: "us-tick" }, mark, long, entry || day !== today() ? "" : start)
    return entry ? [line, details(entry)] : [line]
  }

  function dayOf(day) {
    const entries = journal.entries.filter((one) => one.day === day)
    const left = [...entries]
    const rows = planned(weekday(day)).flatMap((id, at) => {
      const done = left.findIndex((one) => one.routine === id)
      return row(day, id, done < 0 ? null : left.splice(done, 1)[0], at)
    })
    rows.push(...left.flatMap((one, at) => row(day, one.routine, one, at + rows.length)))
    const here = day === today()
    const name = dated(day, { weekday: "long", day: "numeric" })
    return element(
      "li",
      { class: "us-day", "aria-current": here && "date" },
      element("h3", { class: "us-day__name", id: `us-day-${day}` }, here ? say("today_is", { day: name }) : name),
      ...(rows.length ? rows : [element("p", { class: "us-quiet" }, say("rest"))]),
    )
  }

  function show(now) {
    journal = now
    const week = weekOf(shown)
    const key = document.activeElement?.dataset.key
    title.textContent = say("week_of", { from: dated(week[0]), to: dated(week[6]) })
    all.replaceChildren(...week.map(dayOf))
    for (const button of root.querySelectorAll("[name=after], [name=now]")) button.hidden = week.includes(today())
    if (key) all.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus()
  }

  function go(day) {
    shown = day
    show(journal)
    title.focus()
  }
  const does = { before: () => plus(shown, -7), now: today, after: () => plus(shown, 7) }
  for (const [name, where] of Object.entries(does))
    root.querySelector(`[name=${name}]`).addEventListener("click", () => go(where()))

  what.append(...options([...Object.entries(routines).map(([id, { name }]) => [id, name]), ["", say("else")]]))
  const choose = () => {
    other.parentElement.hidden = !!what.value
    other.required = !what.value
  }
  what.addEventListener("change", choose)
  what.value = came() ?? what.options[0].value
  choose()
  onDay.value = onDay.max = today()
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const routine = routines[what.value]
    const name = routine?.name ?? other.value.trim()
    if (!name || !onDay.value) return
    shown = onDay.value
    add(onDay.value, what.value, name, routine?.minutes ?? 0)
    other.value = ""
  })
  return show
}
