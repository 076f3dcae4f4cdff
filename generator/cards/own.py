"""The sheet that readers put together themselves: every choice they have, worked out beforehand.

The script on the page only picks from what stands here, so words, minutes and bounds are the
same as everywhere else.
"""

from __future__ import annotations

import json
from itertools import product
from typing import Any

from generator import dose
from generator.cards.fit import LETTER_HEIGHT, RESERVE, ladder_as_data
from generator.cards.html import Renderer
from generator.cards.sheet import Sheet, row
from generator.dose import SECONDS_TO_CHANGE_EXERCISE, Dose, Duration, Range
from generator.model import Exercise
from generator.pages import Site

PATH = "sheet/index.html"
VERSION = 1
"""Of the address that a sheet is shared by; told in it, so that an old one is known for what it is."""
MOST = 12
"""Exercises on one sheet: what fits a page at 9 points."""
HOLD_STEP = 5
"""Seconds between the holds on offer."""


def page(site: Site, renderer: Renderer) -> str:
    """The page on which a sheet is put together."""
    exercises = list(site.library.exercises.values())
    groups: dict[str, list[Exercise]] = {}
    for exercise in exercises:
        groups.setdefault(site.words.term(exercise.category), []).append(exercise)
    routines = [routine for routine in site.library.routines.values() if routine.blocks]
    empty = Sheet(kind="routine", id="own", title=site.words.say("own_title"), parts=())
    return renderer.page(
        "sheet.html.j2",
        sheet=empty,
        groups=groups,
        routines=routines,
        rows=[(exercise, row(site, exercise, number=1)) for exercise in exercises],
        data=json.dumps(_data(site), ensure_ascii=False).replace("<", "\\u003c"),
        root="../",
        most=MOST,
    )


def _data(site: Site) -> dict[str, Any]:
    words = site.words
    blocks = [
        {
            "name": f"{routine.name}: {block.name}",
            "from": block.choose.low,
            "to": block.choose.high,
            "of": [item.exercise for item in block.exercises],
        }
        for routine in site.library.routines.values()
        for block in routine.blocks
        if block.choose
    ]
    said = ("own_minutes", "own_nothing", "own_block", "own_left_out", "own_changed", "own_unreadable", "own_full")
    return {
        "version": VERSION,
        "most": MOST,
        "pause": SECONDS_TO_CHANGE_EXERCISE,
        "room": LETTER_HEIGHT - RESERVE,
        "ladder": ladder_as_data(),
        "nothing": words.say("card_no_equipment"),
        "words": {name.removeprefix("own_"): words.say(name) for name in said},
        "blocks": blocks,
        "exercises": {e.id: _choices(site, e) for e in site.library.exercises.values()},
    }


def _choices(site: Site, exercise: Exercise) -> dict[str, Any]:
    """What a reader may set of an exercise, within what its author says, and what each setting comes to."""
    own = exercise.dose
    sets = list(range(own.sets, 0, -1))
    reps = _numbers(own.reps, 1)
    holds = _numbers(own.hold, HOLD_STEP)
    doses = {}
    for count, rep, hold in product(sets, reps, holds):
        changed = own.model_copy(update={"sets": count, "reps": rep, "hold": hold and Duration(hold.low, hold.high)})
        total = dose.seconds(changed, both_sides=exercise.both_sides)
        doses[_key(changed)] = [
            dose.in_short(changed, site.words, both_sides=exercise.both_sides),
            total.low,
            total.high,
        ]
    return {
        "name": exercise.name,
        "equipment": [site.words.term(thing) for thing in exercise.equipment],
        "sets": [str(count) for count in sets],
        "reps": [_text(rep) for rep in reps if rep],
        "hold": [_text(hold) for hold in holds if hold],
        "doses": doses,
    }


def _numbers(own: Range | Duration | None, step: int) -> list[Range | None]:
    """The author's own range first, then each number in it."""
    if own is None:
        return [None]
    if own.low == own.high:
        return [Range(own.low, own.low)]
    each = sorted({*range(own.low, own.high, step), own.high})
    return [Range(own.low, own.high), *(Range(n, n) for n in each)]


def _text(chosen: Range | Duration) -> str:
    return str(chosen.low) if chosen.low == chosen.high else f"{chosen.low}-{chosen.high}"


def _key(changed: Dose) -> str:
    """How a dose is written in a shared address: ``3.10-12.`` is three sets of 10-12 with no hold."""
    return ".".join(
        [str(changed.sets), (changed.reps and _text(changed.reps)) or "", (changed.hold and _text(changed.hold)) or ""]
    )
