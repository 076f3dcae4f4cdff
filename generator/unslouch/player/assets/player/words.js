// The phrases that came with the page, filled. No page is needed here.

const FEW = 5
const LONGEST = 40

/** Gives `say`, which fills a phrase and picks its plural by {number}, and `few`, which lists names that may come from anybody. */
export function phrases({ words, list }, language) {
  const plural = new Intl.PluralRules(language)
  const listed = new Intl.ListFormat(language, { type: list })
  const cut = (name) => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name)
  const most = (number) => Number(String(number).split("–").at(-1))
  return {
    say(word, values = {}) {
      const found = words[word]
      const phrase = typeof found === "string" ? found : (found[plural.select(most(values.number))] ?? found.other)
      return phrase.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
    },
    few(names) {
      const each = [...new Set(names)]
      return listed.format(each.slice(0, FEW).map(cut)) + (each.length > FEW ? " …" : "")
    },
    listed: (names) => listed.format(names),
  }
}

export const range = ([low, high]) => (low === high ? `${low}` : `${low}–${high}`)
