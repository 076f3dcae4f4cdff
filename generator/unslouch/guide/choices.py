"""How routines are chosen: by the minutes that there are, and by pictures that tell one from another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from unslouch.content.library import Library
from unslouch.content.model import Exercise, Routine

STRIP = 3
"""How many exercises a routine's entry in a list shows; three fit a phone's width."""
RUNGS = (5, 10, 15, 20, 30, 45, 60)
"""Minutes that readers think in."""


def by_minutes(library: Library) -> list[tuple[int, Routine]]:
    """The minutes to choose from, each with the first routine that takes about as long."""
    found: dict[int, Routine] = {}
    for routine in library.routines.values():
        if routine.blocks:
            lasts = library.routine_seconds(routine)
            minutes = (lasts.low + lasts.high) / 120
            found.setdefault(min(RUNGS, key=lambda rung: abs(rung - minutes)), routine)
    return sorted(found.items(), key=lambda item: item[0])


def strips(library: Library, pictured: Callable[[Exercise], bool]) -> dict[str, list[Exercise]]:
    """A few exercises for each routine, in its order, that have a picture: each in another position where there is one,
    and of those the one that fewest routines before it show.
    """
    shown: Counter[str] = Counter()
    found: dict[str, list[Exercise]] = {}
    for routine in library.routines.values():
        exercises = [exercise for exercise in library.exercises_of(routine) if pictured(exercise)]
        chosen: list[Exercise] = []
        while len(chosen) < min(STRIP, len(exercises)):
            positions = {one.position for one in chosen}
            rest = [exercise for exercise in exercises if exercise not in chosen]
            chosen.append(min(rest, key=lambda one: (one.position in positions, shown[one.id])))
        shown.update(one.id for one in chosen)
        found[routine.id] = [exercise for exercise in exercises if exercise in chosen]
    return found
