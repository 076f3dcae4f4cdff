// Entries of the journal as a table for a spreadsheet, and back. No page is needed here.

const COLUMNS = ["day", "routine", "name", "minutes", "felt", "effort", "pain", "moves", "easier", "id"]
const LISTS = ["moves", "easier"]
const NUMBERS = ["minutes", "effort", "pain"]
const MARK = "\uFEFF" // by which spreadsheets know the letters
/** What a spreadsheet would run as a formula. A quote before it makes it a text, and is taken away again when it is read. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/

function cell(value) {
  const text = Array.isArray(value) ? value.join(" ") : String(value ?? "")
  const safe = FORMULA.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}

/** Entries as a table, one a line. */
export function table(entries) {
  const rows = entries.map((one) => COLUMNS.map((column) => cell(one[column])).join(","))
  return MARK + [COLUMNS.join(","), ...rows].map((row) => `${row}\r\n`).join("")
}

/** The rows of a table, each a list of texts. */
function rowsOf(text, separator) {
  const rows = [[]]
  const each = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n"]*))(${separator}|\\r\\n|\\n|\\r|$)`, "y")
  while (each.lastIndex < text.length) {
    const found = each.exec(text)
    if (!found) return null
    const [, quoted, bare, end] = found
    rows.at(-1).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end !== separator) rows.push([])
  }
  return rows.filter((row) => row.join(""))
}

const plain = (text) => (FORMULA.test(text) ? text.replace(/^'/, "") : text)
const number = (text) => (text === "" ? null : Number(text))

function fromRow(row, head, entry) {
  const has = Object.fromEntries(head.map((column, at) => [column, plain(row[at] ?? "")]))
  for (const column of LISTS) has[column] = has[column]?.split(" ").filter(Boolean) ?? []
  for (const column of NUMBERS) has[column] = number(has[column] ?? "")
  return entry({ ...has, minutes: has.minutes ?? 0 })
}

/** Reads such a table, as we wrote it or as a spreadsheet saved it: its entries, `lost`, how many rows are none, and what
 * is `wrong` with all of it. `entry` is that of journal.js. */
export function read(text, entry) {
  const bare = text.replace(MARK, "")
  const separator = bare.split(/[\r\n]/, 1)[0].includes(";") ? ";" : ","
  const [head = [], ...rows] = rowsOf(bare, separator) ?? []
  if (!["id", "day", "name"].every((column) => head.includes(column))) {
    return { entries: [], lost: 0, wrong: rows.length || head.length ? "foreign" : "broken" }
  }
  const entries = rows.map((row) => fromRow(row, head, entry))
  const good = entries.filter(Boolean)
  return { entries: good, lost: entries.length - good.length, wrong: "" }
}
