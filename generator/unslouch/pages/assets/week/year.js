// Twelve months at a glance, from the first that has a tick: a mark for each day, filled where there is a tick, and the same
// in words.

import { months, noon } from "../journal.js"
import { element } from "./element.js"

/** Gives a function that shows a journal within `root`. */
export function year(root, { say, count, list, language, today }) {
  const [table, told] = ["tbody", "p"].map((one) => root.querySelector(one))
  const named = new Intl.DateTimeFormat(language, { month: "short", year: "2-digit" })
  const sum = (days, minutes) => (days ? list([count("days", days), count("minutes", minutes)]) : say("none"))

  function row({ first, length, days, minutes }) {
    const marks = Array.from({ length }, (_, at) => element("i", { class: days.has(at + 1) && "us-year__done" }))
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, named.format(noon(first))),
      element(
        "td",
        {},
        element("span", { class: "us-year__days", "aria-hidden": "true" }, ...marks),
        element("span", {}, sum(days.size, minutes)),
      ),
    )
  }

  return (journal) => {
    const all = months(journal, today())
    const [days, minutes] = all.reduce(([d, m], one) => [d + one.days.size, m + one.minutes], [0, 0])
    told.textContent = sum(days, minutes)
    const begun = all.findIndex((one) => one.days.size)
    table.replaceChildren(...all.slice(begun).map(row))
  }
}
