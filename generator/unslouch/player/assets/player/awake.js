// The screen stays on while an exercise runs. A browser lets go of it whenever the page is hidden, so it is asked again.

let wanted = false
let lock = null

async function ask() {
  if (!wanted || lock || document.hidden || !navigator.wakeLock) return
  try {
    const got = await navigator.wakeLock.request("screen")
    if (!wanted) return void got.release()
    lock = got
    got.addEventListener("release", () => {
      lock = null
    })
  } catch {
    // The battery is low, or the browser says no: the screen may go off, and the place is kept.
  }
}

document.addEventListener("visibilitychange", ask)

/** Keeps the screen on, or lets go of it. */
export function awake(on) {
  wanted = on
  if (on) ask()
  else lock?.release().catch(() => {})
}
