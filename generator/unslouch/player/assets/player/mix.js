// What of a block to choose from makes a good mix, and in which order. No page is needed here.

/** One of each, as far as there are: on the feet, lying, on hands and knees, sitting. */
const MIXED = ["feet", "lying", "knees", "seat"]
/** From high to low. */
const STANCES = ["feet", "seat", "knees", "lying"]

/** The options with those on the feet together and those on the floor together: one gets down once. `floor`: one is there. */
export function inOrder(options, floor) {
  const place = (option) => (option.floor === floor ? 0 : STANCES.length) + STANCES.indexOf(option.stance)
  return options
    .map((option, at) => ({ option, at }))
    .sort((a, b) => place(a.option) - place(b.option) || a.at - b.at)
    .map(({ option }) => option)
}

/** So many of the options: of each stance the first, then what works another muscle, then whatever is there. */
export function mix(options, many) {
  const chosen = new Set()
  const take = (fits) => {
    const found = options.find((option) => !chosen.has(option) && fits(option))
    if (found && chosen.size < many) chosen.add(found)
    return chosen.size < many && !!found
  }
  for (const stance of MIXED) take((option) => option.stance === stance)
  const used = (muscle) => [...chosen].some((option) => option.muscle === muscle)
  while (take((option) => !used(option.muscle)));
  while (take(() => true));
  return options.filter((option) => chosen.has(option))
}
