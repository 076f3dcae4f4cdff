"""How a sheet that a reader puts together is written in its address: ``sheet/#v=1&c=4f&x=side-squat_3.12,pigeon-pose_2..30``.

An exercise's dose is its sets, repetitions, hold and time; then its rest, and what is counted at what tempo, where they
are not the exercise's own. Two characters tell a link that was cut or changed on its way: ``3.12`` without its end is
another dose. They come first, so that they are not what is cut off. Links from before there were any go without. An
exercise may stand there more than once.

``own/address.js`` reads and writes the same: ``tests/vectors/sheet_address.json`` holds the two to it.
"""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterable

from unslouch.content.dose import Dose, Range
from unslouch.content.library import Library
from unslouch.content.model import Exercise, Routine

PATH = "sheet/index.html"
DATA = "sheet/{id}.json"
"""What that page loads of an exercise when it is chosen."""
VERSION = 1
"""Told in the address, so that an old one is known for what it is."""
MOST = 12
"""Exercises on one sheet: what fits a page at 9 points."""
PARTS = 6
"""What a dose can have in its address: sets, repetitions, hold, time, rest, and what is counted at what tempo."""
_SIGNS = string.digits + string.ascii_lowercase + string.ascii_uppercase
_PRIME = 3833
"""The largest below 62 × 62: every change of a single byte, or of two that change places, is seen."""


def of_routine(routine: Routine, library: Library) -> str:
    """What follows ``sheet/`` in the address of a sheet that starts as ``routine``, a routine with blocks.

    It holds the routine's exercises with the doses that the routine gives them; of a block to
    choose from, as many as the reader may choose at most.
    """
    items = [item for block in routine.blocks for item in block.exercises[: block.count.high]]
    return written(
        f"{item.exercise}_{key(library.dose(item), library.exercises[item.exercise].dose)}" for item in items
    )


def of_exercise(exercise: Exercise) -> str:
    """The same of a sheet that starts with one exercise."""
    return written([f"{exercise.id}_{key(exercise.dose, exercise.dose)}"])


def written(items: Iterable[str]) -> str:
    """The same of a sheet with these exercises, each as ``id_dose``."""
    chosen = ",".join(items)
    return f"#v={VERSION}&c={check(chosen)}&x={chosen}"


def check(chosen: str, name: str = "", large: str = "") -> str:
    """Two characters that go with all that an address says: the exercises, the sheet's name, and ``1`` for large print."""
    total = 0
    for byte in f"{name}&{large}&{chosen}".encode():
        total = (total * 257 + byte + 1) % _PRIME
    return _SIGNS[total // len(_SIGNS)] + _SIGNS[total % len(_SIGNS)]


def key(dose: Dose, own: Dose) -> str:
    """How a dose is written: ``3.10-12`` is three sets of 10-12, ``2..30`` two holds of 30 seconds.

    ``own`` is what the exercise itself says. It ends in no full stop, which mail and chat programs would take for the
    end of a sentence.
    """
    rest = None if dose.rest == own.rest else dose.rest
    manner = "" if (dose.unit, dose.tempo) == (own.unit, own.tempo) else _manner(dose)
    return ".".join([str(dose.sets), *map(number, (dose.reps, dose.hold, dose.time, rest)), manner]).rstrip(".")


def _manner(dose: Dose) -> str:
    """What is counted and at what tempo, in four letters: a unit can be any words, which may change their place in a library."""
    return hashlib.sha256(f"{dose.unit} {dose.tempo}".encode()).hexdigest()[:4]


def number(chosen: Range | None) -> str:
    """A range with a plain hyphen; nothing for nothing."""
    if chosen is None:
        return ""
    return str(chosen.low) if chosen.is_single else f"{chosen.low}-{chosen.high}"
