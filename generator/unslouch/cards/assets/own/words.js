// The phrases that came with the page, filled. No page is needed here.

const FEW = 5
const LONGEST = 40

/** Gives `say`, which fills a phrase, and `few`, which lists names that may come from anybody, cut to what a reader can take in. */
export function phrases({ words, list }, language) {
  const listed = new Intl.ListFormat(language, { type: list })
  const cut = (name) => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name)
  return {
    say: (word, values = {}) => words[word].replace(/\{(\w+)\}/g, (_, key) => values[key]),
    few: (names) => {
      const each = [...new Set(names)]
      return listed.format(each.slice(0, FEW).map(cut)) + (each.length > FEW ? " …" : "")
    },
  }
}
