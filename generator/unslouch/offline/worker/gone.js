// Takes the place of a worker that was here before, and leaves with all that it kept. Pages that are open go on with that one;
// the next is the site's own.

addEventListener("install", (event) => {
  registration.unregister() // nobody waits for it: a browser begins it when this event is over
  event.waitUntil(caches.delete(`unslouch ${registration.scope}`))
})
