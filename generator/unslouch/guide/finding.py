"""What lists can be narrowed by: what the body must do, and facts of exercises and routines, to pick or to leave out.

The page's script reads what stands here as ``data-us-…`` of each entry; ``fitting.js`` says what fits.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from unslouch.content import inline, vocabulary
from unslouch.content.library import EXERCISES, Library
from unslouch.content.model import Exercise, Routine
from unslouch.figure.asks import ASKS, Ask
from unslouch.guide import groups
from unslouch.guide.groups import slug_of
from unslouch.guide.words import Words

REST = f"{EXERCISES}/list.json"
"""Where in a site the list of exercises has what is not on its first page, for its script."""

Option = tuple[str, str]
"""A value, and what it reads as."""


def asked(library: Library) -> list[Ask]:
    """What any exercise of the library asks of the body: that is what a reader can do without."""
    return library.asks_of(*library.exercises.values())


def of_exercises(library: Library, words: Words) -> list[tuple[str, list[Option]]]:
    """What exercises can be narrowed by: a name and the values that occur, of those with a choice."""
    exercises = library.exercises.values()

    def occurring(found: Iterable[str | None], order: Iterable[str]) -> list[Option]:
        occur = set(found)
        return [(value, inline.capital(words.term(value))) for value in order if value in occur]

    return _with_choice(
        ("area", _areas(library, words)),
        ("category", occurring((exercise.category for exercise in exercises), vocabulary.CATEGORIES)),
        ("position", occurring(map(library.position, exercises), vocabulary.PLACES)),
        ("equipment", _things(words, [one.equipment for one in exercises if "equipment" not in one.todo])),
        ("level", occurring((exercise.level for exercise in exercises), vocabulary.LEVELS)),
    )


def of_routines(library: Library, words: Words) -> list[tuple[str, list[Option]]]:
    """What routines can be narrowed by."""
    needed = [library.equipment(routine)[0] for routine in library.routines.values()]
    return _with_choice(("area", _areas(library, words)), ("equipment", _things(words, needed)))


def facts_of_exercise(library: Library, exercise: Exercise) -> dict[str, str]:
    """What a list's entry of an exercise says to the script: blocks, what its easier form spares, and facts."""
    return {
        "blocks": f"1:{' '.join(library.asks_of(exercise))}",
        "eases": " ".join(exercise.eases),
        "area": " ".join(groups.areas_of(exercise)),
        "category": exercise.category or "",
        "position": library.position(exercise) or "",
        "equipment": "" if "equipment" in exercise.todo else _slugs(exercise.equipment),
        "level": exercise.level or "",
    }


def facts_of_routine(library: Library, routine: Routine) -> dict[str, str]:
    """The same of a routine: a block is how many of its exercises are to be done, and what each of them asks."""
    exercises = library.exercises_of(routine)
    blocks = (
        f"{block.count.low}:"
        + "|".join(" ".join(library.asks_of(library.exercises[i.exercise])) for i in block.exercises)
        for block in library.blocks_of(routine)
    )
    return {
        "blocks": ";".join(dict.fromkeys(blocks)),
        "area": " ".join(dict.fromkeys(slug for exercise in exercises for slug in groups.areas_of(exercise))),
        "equipment": _slugs(library.equipment(routine)[0]),
    }


def told(words: Words) -> str:
    """What a list's script says by itself, as JSON: that some of what is left begins with getting down on one knee."""
    return json.dumps({"list": words.list_type, "counted": {"also": words.forms("filter_also")}}, ensure_ascii=False)


def unavoidable(library: Library, routine: Routine) -> list[Ask]:
    """What a routine asks of the body whichever exercises the reader picks."""
    blocks = list(library.blocks_of(routine))

    def without(ask: Ask, block_exercises: Sequence[str]) -> int:
        return sum(ask not in library.asks.get(id, ()) for id in block_exercises)

    return [
        ask
        for ask in ASKS
        if any(without(ask, [item.exercise for item in block.exercises]) < block.count.low for block in blocks)
    ]


def _with_choice(*found: tuple[str, list[Option]]) -> list[tuple[str, list[Option]]]:
    return [(name, options) for name, options in found if len(options) > 1]


def _areas(library: Library, words: Words) -> list[Option]:
    return [(group.slug, group.title) for group in groups.areas(library, words)]


def _things(words: Words, needed: Iterable[Sequence[str]]) -> list[Option]:
    """Things that are needed, and nothing where somewhere nothing is."""
    each = list(needed)
    things = sorted({thing for one in each for thing in one}, key=words.term)
    nothing = [("none", words.say("equipment_none"))] if any(not one for one in each) else []
    return nothing + [(slug_of(thing), inline.capital(words.term(thing))) for thing in things]


def _slugs(things: Iterable[str]) -> str:
    return " ".join(map(slug_of, things)) or "none"
