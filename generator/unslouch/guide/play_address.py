"""Where a sheet is played: the player's page reads the very address of a sheet, ``play/#v=1&c=4f&x=side-squat_3.12``.

That of a routine as it stands is known for what it is, with its name and what there is to choose from.
"""

from __future__ import annotations

from unslouch.content.library import Library
from unslouch.content.model import Exercise, Routine
from unslouch.guide import sheet_address

PATH = "play/index.html"
EXERCISE = "play/{id}.json"
"""What that page loads of each exercise that is played."""
ROUTINE = "play/routines/{id}.json"
"""The same of a routine."""


def of_routine(routine: Routine, library: Library) -> str:
    """The address, from the site's root, at which a routine with blocks is played."""
    return f"{PATH}{sheet_address.of_routine(routine, library, with_notes=False)}"


def of_exercise(exercise: Exercise) -> str:
    """The same of one exercise."""
    return f"{PATH}{sheet_address.of_exercise(exercise)}"


def listed(routine: Routine, library: Library) -> str:
    """What an address lists of a routine, by which it is known."""
    return sheet_address.of_routine(routine, library).partition("&x=")[2]
