// Search's own worker, loaded when somebody searches: site.js tells when. Until then what is to be searched waits here.
// Opened from a disk this is no worker but a script of a frame, which loads others in its own time.

const here = self.document?.currentScript.src ?? location.href
const channel = new BroadcastChannel("search")
let first
let wanted = false

async function begin() {
  if (!first || !wanted) return
  channel.close()
  await importScripts(new URL(`javascripts/workers/${new URL(here).search.slice(1)}`, here).href)
  dispatchEvent(new MessageEvent("message", { data: first }))
}

channel.onmessage = () => {
  wanted = true
  begin()
}
addEventListener(
  "message",
  ({ data }) => {
    first = data
    begin()
  },
  { once: true },
)
