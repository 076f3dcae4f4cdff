// The phrases that came with the page, filled. No page is needed here.

const FEW = 5
const LONGEST = 40

/** Gives `say`, which fills a phrase, `count`, which fills the one for so many, `list`, and `few`, which lists names that
 * may come from anybody, cut to what a reader can take in. */
export function phrases({ words, counted = {}, list: type }, language) {
  const listed = new Intl.ListFormat(language, { type })
  const plural = new Intl.PluralRules(language)
  const cut = (name) => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name)
  const fill = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (_, key) => values[key])
  return {
    language,
    say: (word, values = {}) => fill(words[word], values),
    count: (word, number, values = {}) =>
      fill(counted[word][plural.select(number)] ?? counted[word].other, { number, ...values }),
    list: (all) => listed.format(all),
    few: (names) => {
      const each = [...new Set(names)]
      return listed.format(each.slice(0, FEW).map(cut)) + (each.length > FEW ? " …" : "")
    },
  }
}
