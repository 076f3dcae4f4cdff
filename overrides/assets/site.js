// Material's buttons for menu and search are labels, which a mouse or a finger works and a keyboard does not.
document.addEventListener("keydown", (event) => {
  const button = event.target.closest?.(".site-button")
  if (!button || (event.key !== "Enter" && event.key !== " ")) return
  event.preventDefault()
  button.click()
})
