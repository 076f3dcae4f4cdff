"""How routines are chosen: by the minutes that there are, and by a picture that tells one from another."""

from __future__ import annotations

from collections.abc import Callable

from unslouch.content import dose
from unslouch.content.amount import Duration
from unslouch.content.library import Library
from unslouch.content.model import Exercise, Routine
from unslouch.guide import wording
from unslouch.guide.words import Words

RUNGS = (5, 10, 15, 20, 30, 45, 60)
"""Minutes that readers think in."""


def by_minutes(library: Library, words: Words) -> list[tuple[str, Routine]]:
    """The minutes that a reader may have, as a phrase, each with the first routine that is done within them."""
    found: dict[int, Routine] = {}
    for routine in library.routines.values():
        if routine.blocks:
            most = dose.minutes(library.routine_seconds(routine)).high
            found.setdefault(next((rung for rung in RUNGS if most <= rung), RUNGS[-1]), routine)
    return [(wording.duration_in_short(Duration(60 * n, 60 * n), words), found[n]) for n in sorted(found)]


def emblems(library: Library, pictured: Callable[[Exercise], bool]) -> dict[str, Exercise]:
    """The exercise whose picture stands for a routine in lists: the first that stands for no other, where there is one.

    Who has the fewest to choose from chooses first.
    """
    choices = {id: list(filter(pictured, library.exercises_of(one))) for id, one in library.routines.items()}
    found: dict[str, Exercise] = {}
    for id, exercises in sorted(choices.items(), key=lambda choice: len(choice[1])):
        if exercises:
            found[id] = next((one for one in exercises if one not in found.values()), exercises[0])
    return found
