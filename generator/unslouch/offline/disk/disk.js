// What browsers refuse pages that are opened from a disk, done in another way: files that scripts read come as scripts of the
// same name with .js after it, and a worker runs in a frame. It is loaded before every other script.

self.unslouchFiles = {} // an address → its text, as the scripts of that name write it
const given = self.unslouchFiles
const onWeb = self.fetch

/** Loads a script into a page. */
function load(page, src) {
  const script = Object.assign(page.createElement("script"), { src })
  return new Promise((resolve, reject) => {
    script.addEventListener("load", resolve)
    script.addEventListener("error", () => reject(new TypeError(src)))
    page.head.append(script)
  })
}

/** As `fetch` does: the build put a script beside what it is used for. */
async function read(address, options) {
  const { protocol, href } = new URL(address, document.baseURI)
  if (protocol !== "file:") return onWeb(address, options)
  if (!(href in given)) await load(document, `${href}.js`)
  return new Response(given[href])
}

/** A worker that runs in a frame of the page: it is asked and answers in the same way. */
class FrameWorker extends EventTarget {
  #waiting = []
  #inside = null

  constructor(address) {
    super()
    this.#start(new URL(address, document.baseURI))
  }

  async #start(address) {
    const frame = Object.assign(document.createElement("iframe"), { hidden: true })
    document.body.append(frame)
    const inside = frame.contentWindow
    inside.importScripts = (...all) =>
      all.reduce((done, one) => done.then(() => load(frame.contentDocument, one)), Promise.resolve())
    inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }))
    await load(frame.contentDocument, address.href)
    this.#inside = inside
    for (const data of this.#waiting) this.postMessage(data)
  }

  postMessage(data) {
    if (this.#inside) this.#inside.dispatchEvent(new MessageEvent("message", { data }))
    else this.#waiting.push(data)
  }
}

if (location.protocol === "file:") {
  self.fetch = read
  self.Worker = self.IFrameWorker = FrameWorker // the theme's search looks for its word lists by the second name
}
