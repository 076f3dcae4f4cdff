"""The sheet that readers put together themselves: what its page and its script are given.

The page has the exercises' names and small pictures, and what the script says and counts with. What else is to know of
an exercise is in a file of its own, which is loaded when it is chosen: a library may have a thousand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from typing import Any

from unslouch.cards.fill import row
from unslouch.cards.fit import CLEAR_PRINT, LADDER, LARGE_LADDER, ROOM, Rung
from unslouch.cards.html import Renderer
from unslouch.cards.sheet import MOST_TICKS, Row
from unslouch.content import dose, lint_dose, rendering
from unslouch.content.amount import Duration, Range
from unslouch.content.dose import Dose
from unslouch.content.library import EXERCISES, ROUTINES
from unslouch.content.model import Block, Exercise, Routine
from unslouch.content.vocabulary import DAYS, LEVELS
from unslouch.guide import finding, play_address, sheet_address, wording
from unslouch.guide.addresses import MY_WEEK
from unslouch.guide.guide import Guide
from unslouch.guide.words import Words
from unslouch.tools.making import Make, all_of

ROOT = "../"
"""The way from the page to the site's root."""
PARTS = ("sets", "reps", "hold", "time", "rest")
"""What a reader may set of a dose."""
SAID = (
    "added",
    "amount_bad",
    "amount_set",
    "by",
    "changed",
    "code_short",
    "code_none",
    "copied",
    "cut",
    "damaged",
    "label",
    "how_much",
    "left_out",
    "less",
    "lost",
    "more_than",
    "moved",
    "not_copied",
    "not_loaded",
    "nothing",
    "only_left",
    "only_right",
    "over",
    "place",
    "removed",
    "routine_added",
    "said",
    "scan",
    "started",
    "unreadable",
    "version",
)
"""What the script says, each a phrase under ``own_``."""
COUNTED = (
    "dose_sets",
    "dose_counted",
    "dose_hold_short",
    "dose_each_side",
    "dose_held",
    "dose_rounds",
    "dose_with",
    "short_minute",
    "short_second",
    "short_minute_and_second",
    "card_rest",
    "filter_count",
    "own_exercises",
    "own_times",
)
"""What it says of numbers, as :mod:`unslouch.guide.wording` does, in each plural that the language has."""


def files(guide: Guide, renderer: Renderer) -> dict[str, bytes]:
    """The page, and what it loads of each exercise: path in the site → bytes."""
    return all_of(makes(guide, renderer))


def makes(guide: Guide, renderer: Renderer) -> dict[str, Make]:
    """The same, each file to be made."""
    loaded = {
        sheet_address.DATA.format(id=exercise.id): partial(_loaded, guide, renderer, exercise)
        for exercise in _known(guide, guide.library.exercises.values())
    }
    return {sheet_address.PATH: lambda: page(guide, renderer).encode(), **loaded}


def _loaded(guide: Guide, renderer: Renderer, exercise: Exercise) -> bytes:
    return json.dumps(details(guide, renderer, exercise), ensure_ascii=False).encode()


def page(guide: Guide, renderer: Renderer) -> str:
    """The page on which a sheet is put together."""
    library, words = guide.library, guide.words
    exercises = list(library.exercises.values())
    many = len(exercises) > guide.options.exercises_in_list
    routines = [routine for routine in library.routines.values() if routine.blocks]
    ready = [(f"{ROUTINES}/{id}", routine.name) for id, routine in library.routines.items()]
    if EXERCISES in guide.cards:
        ready += [(f"{EXERCISES}/{exercise.id}", exercise.name) for exercise in exercises if not many]
    return renderer.page(
        "sheet.html.j2",
        many=many,
        all_exercises=guide.place(f"{EXERCISES}/index.md"),
        asked=[(ask, words.term(ask)) for ask in finding.asked(library)],
        facets=finding.of_exercises(library, words),
        week=[(number, words.weekday(day)) for number, day in enumerate(DAYS, 1)],
        letters=sheet_address.LETTERS,
        routines=[(routine, sheet_address.of_routine(routine, library)) for routine in routines],
        ready=ready,
        data=rendering.in_script(_data(guide)),
        root=ROOT,
        play=play_address.PATH,
        my_week=MY_WEEK,
        address=f"{guide.site_url}{sheet_address.PATH}" if guide.site_url else "",
    )


def _known(guide: Guide, exercises: Iterable[Exercise]) -> tuple[Exercise, ...]:
    """The exercises that a sheet can say how much of."""
    return tuple(filter(guide.library.doses, exercises))


def _data(guide: Guide) -> dict[str, Any]:
    words = guide.words
    return {
        **sheet_address.RULES,
        "pause": dose.SECONDS_TO_CHANGE_EXERCISE,
        "room": ROOM,
        "ticks": MOST_TICKS,
        "ladder": [_rung(rung, words) for rung in LADDER],
        "large": [_rung(rung, words, " large") for rung in LARGE_LADDER],
        "nothing": words.say("card_no_equipment"),
        "minutes": wording.minutes_by_plural(words),
        "list": words.list_type,
        "levels": [[wording.levels_between(low, high, words) for high in LEVELS] for low in LEVELS],
        "week": [words.weekday(day) for day in DAYS],
        "asked": finding.asked(guide.library),
        "at_once": guide.options.exercises_in_list,
        "groups": [
            {"title": one.title, "exercises": [_choice(guide, exercise) for exercise in known]}
            for one in guide.categories
            if (known := _known(guide, one.exercises))
        ],
        "counted": counted(words),
        "words": {name: words.say(f"own_{name}") for name in SAID}
        | {name: words.count(f"own_{name}", sheet_address.MOST) for name in ("full", "most")},
        "routines": {
            routine.id: {"name": routine.name, "blocks": _blocks(routine, words)}
            for routine in guide.library.routines.values()
            if routine.blocks
        },
    }


def _choice(guide: Guide, exercise: Exercise) -> dict[str, Any]:
    """What there is to see of an exercise before it is chosen, and what the choice is narrowed by."""
    facts = {name: value for name, value in finding.facts_of_exercise(guide.library, exercise).items() if value}
    small = [[f"{ROOT}{one.path}", one.width, one.height, one.side == "left"] for one in guide.thumbnail(exercise)]
    return {"id": exercise.id, "name": exercise.name, **facts} | ({"picture": small[0]} if small else {})


def counted(words: Words) -> dict[str, dict[str, str]]:
    """What the script says of numbers."""
    return {key: words.forms(key) for key in COUNTED}


def _rung(rung: Rung, words: Words, more: str = "") -> dict[str, Any]:
    """A size of type, its classes with ``more``, and what there is to say of it."""
    small = words.say("own_small", points=f"{rung.type:g}") if rung.type < CLEAR_PRINT else ""
    return {"layout": f"{rung.layout}{more}", "type": rung.type, "style": rung.style(), "small": small}


# What is loaded of an exercise


def details(guide: Guide, renderer: Renderer, exercise: Exercise) -> dict[str, Any]:
    """All that the page needs of a chosen exercise: its row of the card from each side, facts, and its doses."""
    sides = (guide.default_side, guide.other_side) if exercise.both_sides else (guide.default_side,)
    rows = {side[0]: _row(guide.seen_from(side), exercise) for side in sides}
    return {
        "name": exercise.name,
        "page": f"{ROOT}{guide.place(f'{EXERCISES}/{exercise.id}.md')}",
        "rows": {
            side: renderer.page("sheet_row.html.j2", shown=shown, root=ROOT).strip() for side, shown in rows.items()
        },
        "changes": _changes(guide, exercise),
        "repeats": _repeats(guide, exercise),
        "asks": guide.library.asks_of(exercise),
        "equipment": [guide.words.term(thing) for thing in exercise.equipment],
        "level": LEVELS.index(exercise.level),
        "reviewed": exercise.reviewed.isoformat() if exercise.reviewed else "",
        "checked": guide.checked([exercise]),
        **amounts(guide, exercise),
    }


def _changes(guide: Guide, exercise: Exercise) -> list[str]:
    """The sentences of its steps that have the reader change sides: who does one side only is not to read them."""
    steps = guide.short_steps(exercise) if exercise.both_sides else []
    return [one for step in steps for one in guide.changes_of_side(step)]


def _repeats(guide: Guide, exercise: Exercise) -> list[list[str]]:
    """The parts of the dose that each of its steps repeats: who sets another is told which of the two goes."""
    own = guide.library.doses(exercise)[0]
    return [[one.part for one in lint_dose.repeated(guide.plain(step), own)] for step in guide.short_steps(exercise)]


def _row(guide: Guide, exercise: Exercise) -> Row:
    """The exercise as the card shows it, with a place for its rest even where its author gives a single set or none."""
    own = guide.library.doses(exercise)[0]
    several = own.model_copy(update={"sets": Range(2, 2), "rest": own.rest or Duration(1, 1)})
    return row(guide, exercise.model_copy(update={"dose": several}), number=1)


# Doses


def amounts(guide: Guide, exercise: Exercise) -> dict[str, Any]:
    """What the script counts with: the author's dose, what else authors say of it, and what is counted at what tempo.

    A reader may set what no author says; the page then tells that it is more, or less.
    """
    said = guide.library.doses(exercise)
    own = said[0]
    return {
        "own": sheet_address.key(own, own),
        "rest": sheet_address.number(own.rest),
        "sides": 2 if exercise.both_sides else 1,
        "turns": exercise.in_turn,
        "said": {
            part: _ends(getattr(each, part) for each in said) for part in PARTS if part == "sets" or _any(said, part)
        },
        "needed": [part for part in PARTS if all(getattr(each, part) for each in said)],
        "manners": {
            sheet_address.manner(each, own): {"unit": each.unit or "", "tenths": dose.tenths(each)} | _with(guide, each)
            for each in said
        },
    }


def _with(guide: Guide, how_much: Dose) -> dict[str, str]:
    """The load and the effort of a dose, where its author says any."""
    strain = wording.strain(how_much, guide.words)
    return {"with": strain} if strain else {}


def _any(said: Iterable[Dose], part: str) -> bool:
    return any(getattr(each, part) for each in said)


def _ends(values: Iterable[Range | None]) -> list[int]:
    """The least and the most that authors say."""
    ranges = [each for each in values if each]
    return [min(each.low for each in ranges), max(each.high for each in ranges)]


# Blocks to choose from


def _blocks(routine: Routine, words: Words) -> list[dict[str, Any]]:
    """What to say of each block of a routine that readers choose from, by how many of it they have."""
    return [_told(block, block.choose, words) for block in routine.blocks if block.choose]


def _told(block: Block, number: Range, words: Words) -> dict[str, Any]:
    ids = sorted({item.exercise for item in block.exercises})
    return {"of": ids, "told": [_judged(block.name, count, number, words) for count in range(len(ids) + 1)]}


def _judged(name: str, count: int, number: Range, words: Words) -> str:
    """How many of a block are chosen, and whether that is right."""
    chosen = words.count("own_block", count, name=name, choose=str(number))
    if count < number.low:
        return f"{chosen} {words.count('own_more', number.low - count)}"
    if count > number.high:
        return f"{chosen} {words.count('own_too_many', count - number.high)}"
    return f"✓ {chosen}"
