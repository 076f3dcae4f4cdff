// Has the guide kept on this device, and offers a newer version of it when one is ready. Nothing changes until it is taken.

const { usNewer: told, usTake: take } = document.querySelector("[data-us-newer]").dataset
const root = new URL("../../../", import.meta.url)
const workers = navigator.serviceWorker
const MENDED = "unslouch-mended"

async function keep() {
  const registration = await workers.register(new URL("sw.js", root), { updateViaCache: "none" })
  const offer = () => {
    if (registration.waiting && workers.controller) show(registration)
  }
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer))
  offer()
  const { active } = await workers.ready
  if (!once()) return
  active.postMessage("mend")
}

/** Whether this is the first page in this tab. */
function once() {
  try {
    const first = !sessionStorage.getItem(MENDED)
    sessionStorage.setItem(MENDED, "1")
    return first
  } catch {
    return false
  }
}

function show(registration) {
  if (document.querySelector(".us-newer")) return
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet" })
  style.href = new URL("offline.css", import.meta.url)
  const bar = Object.assign(document.createElement("div"), { className: "us-newer", role: "status" })
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: take })
  button.addEventListener("click", () => {
    workers.addEventListener("controllerchange", () => location.reload(), { once: true })
    registration.waiting?.postMessage("take")
  })
  style.addEventListener("load", () => bar.append(`${told} `, button))
  document.head.append(style)
  document.body.append(bar)
}

/** Who saves data is given nothing that was not asked for; what is kept already stays. */
const saves = navigator.connection?.saveData && !workers?.controller
if (workers && !saves) {
  const start = () => keep().catch(() => {}) // a browser may forbid it
  if (document.readyState === "complete") start()
  else addEventListener("load", start)
}
