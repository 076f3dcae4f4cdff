// What a page shows, in its address.

/** Put values into the address, and take out what is empty; `push` for what the Back button leads away from. */
export function remember(values, { push }) {
  const address = new URL(location.href)
  for (const [name, value] of Object.entries(values)) {
    if (value) address.searchParams.set(name, value)
    else address.searchParams.delete(name)
  }
  if (address.href !== location.href) history[push ? "pushState" : "replaceState"](history.state, "", address)
}
