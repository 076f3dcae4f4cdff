// Takes the place of a worker that was here before, and leaves with all that it kept.

async function leave() {
  await caches.delete(`unslouch ${registration.scope}`)
  await registration.unregister()
}

addEventListener("install", () => skipWaiting())
addEventListener("activate", (event) => event.waitUntil(leave()))
