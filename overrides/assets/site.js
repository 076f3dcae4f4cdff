// What Material's menu and search lack for who works without a mouse. What opens and closes them are labels of hidden boxes.

const [drawer, search] = ["__drawer", "__search"].map((id) => document.getElementById(id))
const query = document.querySelector(".md-search__input")
const menu = document.querySelector(".md-sidebar--primary")
const opener = (box) => document.querySelector(`label[for="${box.id}"] .site-button`)

// Labels have a button inside, which a keyboard reaches and works.
document.addEventListener("keydown", (event) => {
  const button = event.target.closest?.("label [role=button]")
  if (!button || (event.key !== "Enter" && event.key !== " ")) return
  event.preventDefault()
  event.stopPropagation()
  button.click()
})

// Buttons say whether what they open is open; the first thing of it gets the keyboard, and the button has it again after.
for (const box of document.querySelectorAll(".md-toggle")) {
  const buttons = document.querySelectorAll(`label[for="${box.id}"] [role=button]`)
  const tell = () => {
    for (const button of buttons) button.setAttribute("aria-expanded", box.checked)
  }
  box.addEventListener("change", tell)
  tell()
}
menu?.addEventListener("change", ({ target }) => {
  const at = document.activeElement
  if (at.checkVisibility({ visibilityProperty: true })) return
  const [link, title] = [".md-nav__link", ".md-nav__title"].map(
    (one) => `label${one}[for="${target.id}"] [role=button]`,
  )
  menu.querySelector(target.checked ? `${title}` : link)?.focus()
})

/** What lies beside an element and beside all that it stands in: it takes no part while the element is the whole page. */
function* beside(one) {
  if (one === document.body) return
  for (const other of one.parentElement.children)
    if (other !== one && !other.matches(".md-overlay, .md-toggle, script")) yield other
  yield* beside(one.parentElement)
}
drawer?.addEventListener("change", () => {
  for (const one of beside(menu)) one.inert = drawer.checked
  if (!drawer.checked) return opener(drawer).focus()
  for (const box of menu.querySelectorAll(".md-nav__toggle:checked"))
    box.click() // it begins at its top
  ;[...menu.querySelectorAll(".md-nav__list a[href]")]
    .find((one) => one.checkVisibility({ visibilityProperty: true }))
    ?.focus()
})
matchMedia("(min-width: 76.25em)").addEventListener("change", ({ matches }) => {
  if (matches && drawer?.checked) drawer.click()
})
search?.addEventListener("change", () => {
  if (search.checked) query.focus()
  else if (opener(search).checkVisibility()) opener(search).focus()
})

// The theme closes its search by Tab, and by Escape leaves the keyboard nowhere. Here Tab leads on to what is found, and out
// of it, which closes the search; where the field is always there, Escape goes back to it.
const pane = document.querySelector(".md-search")
addEventListener(
  "keydown",
  (event) => {
    if (!search?.checked || !pane.contains(event.target)) return
    if (event.key === "Tab") event.stopPropagation()
    if (event.key !== "Escape" || opener(search).checkVisibility()) return
    event.stopPropagation()
    query.focus()
    search.click()
  },
  true,
)
document.addEventListener("focusin", ({ target }) => {
  if (search?.checked && !pane.contains(target)) search.click()
})

// What searches is loaded by search.js when it is wanted.
const searching = new BroadcastChannel("search")
for (const event of ["focus", "input"]) query?.addEventListener(event, () => searching.postMessage("wanted"))
if (search?.checked) searching.postMessage("wanted")

// The menu closes by Escape.
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape" && drawer?.checked) drawer.click()
})

// What is found is reached by Tab too. Where nothing is found, there are the beginnings of the menu.
const found = document.querySelector(".md-search-result__list")
const instead = document.querySelector(".site-instead")
if (found)
  new MutationObserver(() => {
    for (const one of found.querySelectorAll("[tabindex]")) one.removeAttribute("tabindex")
  }).observe(found, { childList: true, subtree: true })
if (found && instead)
  new MutationObserver(() => {
    if (query.value.trim() && !found.firstElementChild) found.append(instead.content.cloneNode(true))
  }).observe(document.querySelector(".md-search-result__meta"), { childList: true })
