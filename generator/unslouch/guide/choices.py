"""How routines are chosen: by their minutes and where they are done, and by a picture that tells one from another."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from unslouch.content import inline
from unslouch.content.library import Library
from unslouch.content.model import Exercise, Routine
from unslouch.guide import wording
from unslouch.guide.words import Words

AT_ONCE = 5
"""So many routines stand where a reader begins: with the way to a sheet of one's own they are six."""


class Start(NamedTuple):
    """A routine as a reader chooses it in a moment."""

    minutes: str
    """Its own minutes: ``7–8 min``."""
    place: str
    """Where it is done: ``On a chair, on your feet``."""
    routine: Routine


def starts(library: Library, words: Words) -> list[Start]:
    """The first routines, which their author put there, the shortest first."""
    chosen = [routine for routine in library.routines.values() if routine.blocks][:AT_ONCE]
    return [
        Start(
            wording.minutes_in_short(library.routine_seconds(routine), words), place(library, routine, words), routine
        )
        for routine in sorted(chosen, key=lambda routine: library.routine_seconds(routine).high)
    ]


def place(library: Library, routine: Routine, words: Words) -> str:
    """Where a routine is done: a chair, one's feet, or, where any move is down there, the floor."""
    found = places(library, routine)
    if "floor" in found:
        return words.say("list_floor")
    return inline.capital(words.listed(words.say(f"place_{one}") for one in found))


def places(library: Library, routine: Routine) -> list[str]:
    """The ``floor``, a ``chair``, one's ``feet``: where the exercises of a routine are done, each once."""

    def of_exercise(exercise: Exercise) -> str:
        if "floor" in library.asks_of(exercise):
            return "floor"
        return "chair" if exercise.position == "sitting" else "feet"

    return list(dict.fromkeys(map(of_exercise, library.exercises_of(routine))))


def emblems(library: Library, pictured: Callable[[Exercise], bool]) -> dict[str, Exercise]:
    """The exercise whose picture stands for a routine in lists: the first that stands for no other, where there is one.

    Who has the fewest to choose from chooses first.
    """
    choices = {id: list(filter(pictured, library.exercises_of(one))) for id, one in library.routines.items()}
    found: dict[str, Exercise] = {}
    taken: set[str] = set()
    for id, exercises in sorted(choices.items(), key=lambda choice: len(choice[1])):
        if exercises:
            found[id] = next((one for one in exercises if one.id not in taken), exercises[0])
            taken.add(found[id].id)
    return found
