"""How a sheet that a reader puts together is written in its address: ``sheet/#v=1&c=4f&x=side-squat_3.12,pigeon-pose_2..30_l``.

An exercise's dose is its sets, repetitions, hold and time; then its rest, and what is counted at what tempo and how hard,
where they are not the exercise's own; then in how many rounds, those beside each other in as many together. ``_r`` or ``_l`` after it is one side only. Two characters tell a link that was cut or changed
on its way: ``3.12`` without its end is another dose. They come first, so that they are not what is cut off. Links from
before there were any go without. An exercise may stand there more than once. Texts and days stand before the exercises,
under the letters of :data:`LETTERS` and beyond; a link from before there were those is as it was.

``own/address.js`` reads and writes the same: ``tests/vectors/sheet_address.json`` holds the two to it.
"""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from unslouch.content import rendering
from unslouch.content.amount import Range
from unslouch.content.dose import Dose
from unslouch.content.library import Library
from unslouch.content.model import Block, Exercise, Routine, RoutineExercise

PATH = "sheet/index.html"
DATA = "sheet/{id}.json"
"""What that page loads of an exercise when it is chosen."""
VERSION = 1
"""Told in the address, so that an old one is known for what it is."""
MOST = 12
"""Exercises on one sheet: what fits a page at 9 points."""
LETTERS = {"n": 60, "g": 80, "m": 300, "k": 120}
"""How long texts may be, by their letter in the address: the sheet's name, who gives it and how to reach them, a note on
all of it, and a note on an exercise, whose place follows its letter: ``k3``."""
RULES = {"version": VERSION, "most": MOST, "letters": LETTERS}
"""What the scripts that read an address cannot know."""
SEVERAL = range(2, 10)
"""How many times a day a sheet can say."""
_SIGNS = string.digits + string.ascii_lowercase + string.ascii_uppercase
_PRIME = 3833
"""The largest below 62 × 62: every change of a single byte, or of two that change places, is seen."""


def of_routine(routine: Routine, library: Library, *, with_notes: bool = True) -> str:
    """What follows ``sheet/`` in the address of a sheet that starts as ``routine``, a routine with blocks.

    It holds the routine's exercises with the doses, rounds, sides and notes that the routine gives them; of a block to
    choose from, as many as the reader may choose at most, and then which routine it is: it says how many are to choose.
    """
    chosen = [(block, item) for block in routine.blocks for item in block.exercises[: block.count.high]]
    times, more = routine.times_per_day, {}
    if times and times.is_single and times.low in SEVERAL:
        more["t"] = str(times.low)
    if any(block.choose for block in routine.blocks):
        more["r"] = routine.id
    notes = {f"k{place}": _note(item) for place, (_, item) in enumerate(chosen, 1) if item.notes} if with_notes else {}
    return written(("_".join(entry(block, item, library)) for block, item in chosen), {**more, **notes})


def entry(block: Block, item: RoutineExercise, library: Library) -> list[str]:
    """An exercise of a block as it stands there: its id, how much of it, and its side where it is one only."""
    amount = key(library.dose(item), library.doses(library.exercises[item.exercise])[0], block.rounds)
    return [item.exercise, amount, *([item.side[0]] if item.side else [])]


def _note(item: RoutineExercise) -> str:
    return rendering.plain(item.notes) if item.notes else ""


def of_exercise(exercise: Exercise) -> str:
    """The same of a sheet that starts with one exercise; nothing for one that is not complete."""
    if not (exercise.complete and exercise.dose):
        return ""
    return written([f"{exercise.id}_{key(exercise.dose, exercise.dose)}"])


def written(items: Iterable[str], more: Mapping[str, str] | None = None) -> str:
    """The same of a sheet with these exercises, each as ``id_dose``, and what more there is to say of it, by its letter."""
    chosen = ",".join(items)
    said = urlencode({"v": VERSION, "c": check(chosen, more=more), **(more or {})})
    return f"#{said}&x={chosen}"


def check(chosen: str, name: str = "", large: str = "", more: Mapping[str, str] | None = None) -> str:
    """Two characters that go with all that an address says: the exercises, the sheet's name, ``1`` for large print, and
    what more it says, by its letter, in the order of the address."""
    total = 0
    rest = "".join(f"&{letter}={text}" for letter, text in (more or {}).items())
    for byte in f"{name}&{large}&{chosen}{rest}".encode():
        total = (total * 257 + byte + 1) % _PRIME
    return _SIGNS[total // len(_SIGNS)] + _SIGNS[total % len(_SIGNS)]


def key(dose: Dose, own: Dose, rounds: int = 1) -> str:
    """How a dose is written: ``3.10-12`` is three sets of 10-12, ``2..30`` two holds of 30 seconds.

    ``own`` is what the exercise itself says. It ends in no full stop, which mail and chat programs would take for the
    end of a sentence.
    """
    rest = None if dose.rest == own.rest else dose.rest
    in_rounds = str(rounds) if rounds > 1 else ""
    parts = (*map(number, (dose.sets, dose.reps, dose.hold, dose.time, rest)), manner(dose, own), in_rounds)
    return ".".join(parts).rstrip(".")


def manner(dose: Dose, own: Dose) -> str:
    """What is counted, at what tempo and how hard, in four letters, where it is not the exercise's own: a unit can be any
    words."""
    if _manner(dose) == _manner(own):
        return ""
    strain = f" {dose.load} {dose.effort}" if dose.load or dose.effort else ""
    return hashlib.sha256(f"{dose.unit} {dose.tempo}{strain}".encode()).hexdigest()[:4]


def _manner(dose: Dose) -> tuple[Any, ...]:
    return dose.unit, dose.tempo, dose.load, dose.effort


def number(chosen: Range | None) -> str:
    """A range with a plain hyphen; nothing for nothing."""
    if chosen is None:
        return ""
    return str(chosen.low) if chosen.is_single else f"{chosen.low}-{chosen.high}"
