// A calendar's file, for a reader's own days and hour: what is done on which days, again each week. Times have no zone, so
// that an hour stays that hour when clocks change. pages/calendar.py writes the same, by a library: tests/vectors/calendar.json
// holds the two to it. No page is needed here.

const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
const OCTETS = 75
const encoder = new TextEncoder()
const octets = (text) => encoder.encode(text).length

const escaped = (text) =>
  text
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replace(/\r\n|\r|\n/g, "\\n")

/** A line in pieces of fewer than 75 octets; no letter is cut, nor a backslash from what follows it. */
function folded(line) {
  const pieces = [""]
  for (const letter of line) {
    const piece = pieces.at(-1)
    if (piece && octets(piece) + octets(letter) >= OCTETS) {
      const kept = piece.length > 1 && /[\\^]$/.test(piece) ? piece.at(-1) : ""
      pieces[pieces.length - 1] = piece.slice(0, piece.length - kept.length)
      pieces.push(kept)
    }
    pieces[pieces.length - 1] += letter
  }
  return pieces.join("\r\n ")
}

const digits = (moment) => moment.replace(/[-:]/g, "")

/** `PT1H15M` of 75. */
function duration(minutes) {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return `PT${hours ? `${hours}H` : ""}${rest ? `${rest}M` : ""}`
}

/** The lines of an event: `start` without a zone and `stamp` in UTC, both as ISO has them; `days` from 0, Monday. */
function lines({ uid, stamp, start, minutes, days, summary, description, url, alarm }) {
  const told = `SUMMARY:${escaped(summary)}`
  return [
    "BEGIN:VEVENT",
    told,
    `DTSTART:${digits(start)}`,
    `DURATION:${duration(minutes)}`,
    `DTSTAMP:${digits(stamp)}`,
    `UID:${escaped(uid)}`,
    `RRULE:FREQ=WEEKLY;BYDAY=${days.map((day) => CODES[day])}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    ...(alarm
      ? [
          "BEGIN:VALARM",
          "ACTION:DISPLAY",
          `DESCRIPTION:${escaped(summary)}`,
          `TRIGGER:-${duration(alarm)}`,
          "END:VALARM",
        ]
      : []),
    "END:VEVENT",
  ]
}

/** Events as the file that a calendar reads. */
export function written(events) {
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Unslouch//Unslouch//EN"]
  const all = [...head, ...events.flatMap(lines), "END:VCALENDAR"]
  return `${all.map(folded).join("\r\n")}\r\n`
}

/** Days on which the same is done, of all seven with the ids of what is done on each. */
export function together(week) {
  const same = new Map()
  for (const [day, ids] of week.entries())
    if (ids.length) same.set(ids.join(), { ids, days: [...(same.get(ids.join())?.days ?? []), day] })
  return [...same.values()]
}
