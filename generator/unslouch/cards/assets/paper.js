// The choice of paper. It is kept on this device, so that it is made once.

import { keep, recall } from "./store.js"

const KEY = "unslouch.paper"

/** Waits for pictures: a slow connection must not print blank ones. One that cannot be had is not waited for. */
export function drawn(place) {
  return Promise.all([...place.querySelectorAll("img")].map((picture) => picture.decode().catch(() => {})))
}

/** Follows the radio buttons named paper within an element, starting with what was chosen last. */
export function follow(papers) {
  const radios = [...papers.querySelectorAll("[name=paper]")]
  const choose = (radio) => {
    radio.checked = true
    document.querySelector("#paper").textContent = `@page{size:${radio.dataset.size};margin:10mm}`
  }
  papers.addEventListener("change", ({ target }) => {
    if (!radios.includes(target)) return
    choose(target)
    keep(KEY, target.value)
  })
  choose(radios.find(({ value }) => value === recall(KEY)) ?? radios.find(({ checked }) => checked))
}
