// What a site's worker keeps, by path and sum. Pure: it knows no cache and no network.

/** The file below `scope` that an address asks for; null where it asks for none. */
export function fileOf(address, scope) {
  const { origin, pathname } = new URL(address)
  const whole = origin + pathname
  if (!whole.startsWith(scope)) return null
  try {
    const path = decodeURIComponent(whole.slice(scope.length))
    return path === "" || path.endsWith("/") ? `${path}index.html` : path
  } catch {
    return null
  }
}

/** The address that a file is asked for by: that of a folder for its page, for servers may lead from one to the other. */
export const addressOf = (path, scope) => scope + encodeURI(path).replace(/(^|\/)index\.html$/, "$1")

/** Where a file is kept: its sum is in it, so that a new version takes over what did not change. */
export const keyOf = (path, sum, scope) => `${scope}${encodeURI(path)}?${sum}`

/** The files that are to be kept and are not there. */
export const missing = (files, there, scope) =>
  Object.entries(files)
    .filter(([path, sum]) => !there.has(keyOf(path, sum, scope)))
    .map(([path]) => path)

/** What is there and belongs to no file any more. */
export function spare(files, there, scope) {
  const wanted = new Set(Object.entries(files).map(([path, sum]) => keyOf(path, sum, scope)))
  return [...there].filter((key) => !wanted.has(key))
}

/** The folder whose page is meant by an address without a slash at its end; nothing where a file is. */
export const folderOf = (path, files) => (!(path in files) && `${path}/index.html` in files ? `${path}/` : "")

/** The beginning of what SHA-256 makes of bytes. */
export async function sumOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}
