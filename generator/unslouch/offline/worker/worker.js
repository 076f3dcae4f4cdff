// Keeps the guide on a reader's device. What is kept is answered from there, checked by its sum; what is damaged or missing is
// fetched again. A new version is fetched beside the old one, and waits until the reader takes it. `SITE` is written by the
// build: the files to keep at once and those to keep when they are asked for, each with its sum, and the page for what is
// not there.

import { addressOf, fileOf, folderOf, keyOf, missing, spare, sumOf } from "./kept.js"

const { now, later, absent } = SITE
const files = { ...later, ...now }
const scope = registration.scope
const AT_ONCE = 4

const opened = () => caches.open(`unslouch ${scope}`)
const keys = async (cache) => new Set((await cache.keys()).map(({ url }) => url))

/** A file as it was kept; nothing where it is not, or not whole. */
async function kept(cache, path) {
  const key = keyOf(path, files[path], scope)
  const found = await cache.match(key)
  if (!found) return null
  if ((await sumOf(await found.clone().arrayBuffer())) === files[path]) return found
  await cache.delete(key)
  return null
}

/** A file from the site, which is kept where it is what this version says: a newer site may give another one already. */
async function fetched(cache, path) {
  let answer = null
  for (const mode of ["no-cache", "reload"]) {
    answer = await fetch(addressOf(path, scope), { cache: mode })
    if (!answer.ok) return answer
    const body = await answer.arrayBuffer()
    const headers = new Headers(answer.headers)
    headers.delete("accept-ranges") // a part of what is kept cannot be asked for
    answer = new Response(body, { headers })
    if ((await sumOf(body)) !== files[path]) continue
    await cache.put(keyOf(path, files[path], scope), answer.clone()).catch(() => {}) // the device is full
    break
  }
  return answer
}

/** Keeps what is missing; what came before it failed is not fetched twice. */
async function fill() {
  const cache = await opened()
  const paths = missing(now, await keys(cache), scope)
  const work = async () => {
    while (paths.length) await fetched(cache, paths.shift())
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

async function trim() {
  const cache = await opened()
  await Promise.all(spare(files, await keys(cache), scope).map((key) => cache.delete(key)))
}

async function answer(path, { mode, url }) {
  const folder = folderOf(path, files)
  if (folder) return Response.redirect(addressOf(folder, scope) + new URL(url).search)
  const cache = await opened()
  try {
    return (await kept(cache, path)) ?? (await fetched(cache, path))
  } catch {
    return mode === "navigate" ? notThere(cache) : Response.error()
  }
}

/** The page that says what is not on this device, wherever it is shown. */
async function notThere(cache) {
  const page = await kept(cache, absent)
  if (!page) return Response.error()
  const text = (await page.text()).replace('<base href="./">', `<base href="${scope}">`)
  return new Response(text, { status: 503, headers: page.headers })
}

addEventListener("install", (event) => event.waitUntil(fill()))
addEventListener("activate", (event) => event.waitUntil(trim().then(() => clients.claim())))
addEventListener("message", (event) => {
  if (event.data === "take") skipWaiting()
  if (event.data === "mend") event.waitUntil(fill().catch(() => {})) // there may be no network
})
addEventListener("fetch", (event) => {
  const { request } = event
  const path = request.method === "GET" && !request.headers.has("range") ? fileOf(request.url, scope) : null
  if (path === null) return
  if (path in files || request.mode === "navigate") event.respondWith(answer(path, request))
})
