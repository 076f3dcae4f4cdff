// Search's own worker, loaded when somebody searches: site.js tells when. Until then what is to be searched waits here.

const channel = new BroadcastChannel("search")
let first
let wanted = false

function begin() {
  if (!first || !wanted) return
  channel.close()
  importScripts(`javascripts/workers/${location.search.slice(1)}`)
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
