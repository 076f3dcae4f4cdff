// Run in a page: does all that a reader could, to all that is there, and tells what should not be there. Nobody leaves the page.
;() => {
  const wrong = []
  const live = /^[\0-\x20]*(javascript|vbscript|data):/i
  const own = (address) => new URL(address, location.href).origin === location.origin
  const picture = (element, name) => ["IMG", "image", "SOURCE"].includes(element.nodeName) && name !== "xlink:href"
  const seen = (page) => {
    for (const element of page.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) wrong.push(`${element.nodeName} ${name}=${value}`)
        const leads = /^(href|src|xlink:href|action|formaction|data|poster|ping)$/i.test(name) && value !== "data:,"
        if (leads && live.test(value) && !(picture(element, name) && /^data:image\//.test(value)))
          wrong.push(`${element.nodeName} ${name}=${value}`)
        if (name === "src" && !live.test(value) && !own(value)) wrong.push(`${element.nodeName} ${name}=${value}`)
      }
    }
    // The own sheet is measured in a frame of ours.
    const foreign =
      "iframe:not(.bench), object, embed, base, meta[http-equiv=refresh], form[action*=':'], foreignObject"
    for (const element of page.querySelectorAll(foreign)) wrong.push(element.outerHTML.slice(0, 200))
    const scripts = page.querySelectorAll("body script:not([src]):not([type*=json])")
    for (const script of scripts) if (script.textContent.includes("__ran")) wrong.push(script.outerHTML.slice(0, 200))
    for (const style of page.querySelectorAll("style"))
      if (style.textContent.includes("elsewhere")) wrong.push(style.outerHTML.slice(0, 200))
    for (const frame of page.querySelectorAll("iframe.bench")) if (frame.contentDocument) seen(frame.contentDocument)
  }
  const look = () => seen(document)
  const stay = (event) => {
    const link = event.target.closest?.("a[href], area[href]")
    if (event.type === "submit" || (link && !live.test(link.getAttribute("href")))) event.preventDefault()
  }
  addEventListener("click", stay, true)
  addEventListener("submit", stay, true)
  globalThis.print = globalThis.open = () => null
  look()
  const all = [...document.querySelectorAll("body, body *")]
  for (const element of all)
    for (const kind of ["mouseover", "mouseenter", "focus", "focusin", "toggle", "error", "load", "animationstart"])
      element.dispatchEvent(new Event(kind))
  for (const element of all.filter((one) =>
    one.matches("a, button, summary, label, input, area, [role=button], [tabindex]"),
  ))
    element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }))
  look()
  removeEventListener("click", stay, true)
  removeEventListener("submit", stay, true)
  return [...new Set(wrong)].slice(0, 20)
}
