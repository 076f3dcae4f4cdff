import assert from "node:assert/strict"
import { test } from "node:test"
import * as kept from "../../generator/unslouch/offline/worker/kept.js"

const SCOPE = "https://example.org/guide/"
const FILES = { "index.html": "1", "a b/index.html": "2", "x.pdf": "3" }

test("an address asks for a file below the scope, and for nothing elsewhere", () => {
  const file = (address) => kept.fileOf(address, SCOPE)
  assert.equal(file(SCOPE), "index.html")
  assert.equal(file(`${SCOPE}a%20b/?side=left#x`), "a b/index.html")
  assert.equal(file(`${SCOPE}x.pdf`), "x.pdf")
  assert.equal(file("https://example.org/other/"), null)
  assert.equal(file("https://example.org/guide"), null)
  assert.equal(file("https://elsewhere.org/guide/"), null)
  assert.equal(file(`${SCOPE}%E0%A4%A`), null)
})

test("a page is asked for by its folder", () => {
  assert.equal(kept.addressOf("index.html", SCOPE), SCOPE)
  assert.equal(kept.addressOf("a b/index.html", SCOPE), `${SCOPE}a%20b/`)
  assert.equal(kept.addressOf("my-index.html", SCOPE), `${SCOPE}my-index.html`)
  assert.equal(kept.folderOf("a b", FILES), "a b/")
  assert.equal(kept.folderOf("x.pdf", FILES), "")
  assert.equal(kept.folderOf("nowhere", FILES), "")
})

test("a new version needs what changed, and what it does not need is spare", () => {
  const there = new Set(Object.entries(FILES).map(([path, sum]) => kept.keyOf(path, sum, SCOPE)))
  assert.deepEqual(kept.missing(FILES, there, SCOPE), [])
  const next = { ...FILES, "index.html": "9" }
  assert.deepEqual(kept.missing(next, there, SCOPE), ["index.html"])
  assert.deepEqual(kept.spare(next, there, SCOPE), [`${SCOPE}index.html?1`])
})

test("a sum is the beginning of SHA-256", async () => {
  assert.equal(await kept.sumOf(new TextEncoder().encode("abc")), "ba7816bf8f01cfea")
})
