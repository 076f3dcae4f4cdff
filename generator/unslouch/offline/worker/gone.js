// Takes the place of a worker that was here before, and leaves with all that it kept.

async function leave() {
  await registration.unregister()
  await caches.delete(`unslouch ${registration.scope}`)
}

addEventListener("install", () => skipWaiting())
addEventListener("activate", (event) => event.waitUntil(leave()))
