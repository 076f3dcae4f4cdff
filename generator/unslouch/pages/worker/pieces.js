// The search's own worker in a large guide: asks Pagefind, which loads the pieces of the index that a question needs, and
// answers as the theme's worker does.

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]
const SHOWN = 20 // each is a file more to load, and nobody reads further down
const WEIGHTS = { title: 20, words: 40, location: 0, boost: 0 }

const root = location.href.slice(0, location.href.lastIndexOf("/assets/") + 1)
let last = ""

async function begin() {
  const pagefind = await import(`${root}search/pieces/pagefind.js`)
  await pagefind.options({ excerptLength: 40, ranking: { metaWeights: WEIGHTS } })
  await pagefind.init()
  pagefind.search("a").catch(() => null) // while the question is typed: what is run for the first time takes ten times as long
  return pagefind
}
let going = null

/** What begins once; where that fails, as it may without a network, at the next message again. */
function ready() {
  going ??= begin().catch((error) => {
    going = null
    throw error
  })
  return going
}

/** A page as the theme shows it. */
function shown({ meta, excerpt }, score, terms) {
  return { location: meta.location, title: meta.title, text: `<p>${excerpt}</p>`, score, terms }
}

async function answer(question) {
  const { results } = await (await ready()).search(question)
  const best = results.slice(0, SHOWN)
  const pages = await Promise.allSettled(best.map((one) => one.data()))
  const terms = Object.fromEntries(question.split(/\s+/).map((word) => [word.toLowerCase(), true]))
  const items = pages.flatMap(({ value: page }, at) =>
    page ? [shown(page, best[at].score * Number(page.meta.boost), terms)] : [],
  )
  return items.sort((one, other) => other.score - one.score).map((one) => [one])
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) {
    await ready().catch(() => null)
    return postMessage({ type: READY })
  }
  if (type !== QUERY) return
  last = data
  const items = data.trim() ? await answer(data.trim()).catch(() => []) : [] // the theme waits for some answer
  if (data === last) postMessage({ type: RESULT, data: { items } })
})
