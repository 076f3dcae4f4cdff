import assert from "node:assert/strict"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { test } from "node:test"
import { pathToFileURL } from "node:url"

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]
const PAGEFIND = `
const page = (title) => ({ meta: { title, location: title + "/", boost: "1" }, excerpt: title })
const found = (question) => [
  { score: 1, data: async () => page(question) },
  { score: 2, data: async () => { throw new Error("no network") } },
]
export const options = async () => {}
export const init = async () => {}
export const search = async (question) => ({ results: found(question) })
`

test("the search answers with what it can load, and begins again where it could not", async (t) => {
  const site = mkdtempSync(join(tmpdir(), "pieces-"))
  const said = []
  let hear = null
  const given = {
    location: { href: `${pathToFileURL(site)}/assets/javascripts/workers/pieces.js` },
    addEventListener: (_, heard) => {
      hear = heard
    },
    postMessage: (message) => said.push(message),
  }
  Object.assign(globalThis, given)
  t.after(() => {
    for (const name of Object.keys(given)) delete globalThis[name]
    rmSync(site, { recursive: true })
  })
  await import("../../generator/unslouch/pages/worker/pieces.js")
  const tell = async (type, data) => {
    await hear({ data: { type, data } })
    return said.pop()
  }
  assert.deepEqual(await tell(SETUP), { type: READY })
  assert.deepEqual(await tell(QUERY, "squat"), { type: RESULT, data: { items: [] } })
  mkdirSync(join(site, "search/pieces"), { recursive: true })
  writeFileSync(join(site, "search/pieces/pagefind.js"), PAGEFIND)
  writeFileSync(join(site, "search/pieces/package.json"), '{ "type": "module" }')
  const { type, data } = await tell(QUERY, "squat")
  assert.equal(type, RESULT)
  assert.deepEqual(
    data.items.flat().map((one) => one.location),
    ["squat/"],
  )
})
