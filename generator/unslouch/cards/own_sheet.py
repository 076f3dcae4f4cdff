"""The sheet that readers put together themselves: every choice they have, worked out beforehand.

The words of every dose and rest, seconds and bounds are worked out here; the script on the page picks from them, and
counts what only it knows: which exercises, how often. The page itself has no more than their names. What else is to
know of an exercise is in a file of its own, which is loaded when it is chosen: a library may have a thousand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from math import prod
from typing import Any, TypeVar

from unslouch.cards.fill import row
from unslouch.cards.fit import CLEAR_PRINT, LADDER, LARGE, ROOM, Rung
from unslouch.cards.html import Renderer
from unslouch.cards.sheet import Row
from unslouch.content.dose import SECONDS_TO_CHANGE_EXERCISE, Dose, Duration, Range
from unslouch.content.library import EXERCISES, ROUTINES, Library
from unslouch.content.model import Block, Exercise, Routine
from unslouch.content.vocabulary import LEVELS
from unslouch.guide import sheet_address, wording
from unslouch.guide.guide import Guide
from unslouch.guide.words import Words

ROOT = "../"
"""The way from the page to the site's root."""
HOLD_STEP = 5
"""Seconds between the holds on offer."""
MANY = (12, 6, 3, 2)
"""Of more numbers (of sets, or in a range) than the first of these, only so many are on offer: evenly spread, the ends
among them. It is the next where an exercise would come to more than :data:`MOST_DOSES`."""
MOST_DOSES = 600
"""Doses of an exercise on offer, each with its words and seconds. Those that authors wrote are all there."""
Many = TypeVar("Many", bound=Range)
WARM_UP = "mobility"
"""The category of what one warms up with."""


def files(guide: Guide, renderer: Renderer) -> dict[str, bytes]:
    """The page, and what it loads of each exercise: path in the site → bytes."""
    loaded = {
        sheet_address.DATA.format(id=exercise.id): json.dumps(details(guide, renderer, exercise), ensure_ascii=False)
        for exercise in guide.library.exercises.values()
    }
    return {path: text.encode() for path, text in {sheet_address.PATH: page(guide, renderer), **loaded}.items()}


def page(guide: Guide, renderer: Renderer) -> str:
    """The page on which a sheet is put together."""
    exercises = list(guide.library.exercises.values())
    groups: dict[str, list[Exercise]] = {}
    for exercise in exercises:
        groups.setdefault(guide.words.term(exercise.category), []).append(exercise)
    routines = [routine for routine in guide.library.routines.values() if routine.blocks]
    ready = [(f"{ROUTINES}/{id}", routine.name) for id, routine in guide.library.routines.items()]
    if EXERCISES in guide.cards:
        ready += [(f"{EXERCISES}/{exercise.id}", exercise.name) for exercise in exercises]
    return renderer.page(
        "sheet.html.j2",
        groups=groups,
        routines=[(routine, sheet_address.of_routine(routine, guide.library)) for routine in routines],
        ready=ready,
        data=json.dumps(_data(guide), ensure_ascii=False).replace("<", "\\u003c"),
        root=ROOT,
        back=ROOT if guide.directory_urls else f"{ROOT}index.html",
    )


def _data(guide: Guide) -> dict[str, Any]:
    words = guide.words
    said = (
        "own_changed",
        "own_copied",
        "own_cut",
        "own_damaged",
        "own_label",
        "own_left_out",
        "own_moved",
        "own_named",
        "own_not_copied",
        "own_not_loaded",
        "own_nothing",
        "own_over",
        "own_place",
        "own_started",
        "own_unreadable",
        "own_version",
    )
    return {
        "version": sheet_address.VERSION,
        "most": sheet_address.MOST,
        "pause": SECONDS_TO_CHANGE_EXERCISE,
        "room": ROOM,
        "ladder": [_rung(rung, words) for rung in LADDER],
        "large": _rung(LARGE.rung, words),
        "nothing": words.say("card_no_equipment"),
        "minutes": wording.minutes_by_plural(words),
        "list": words.list_type,
        "levels": [[wording.levels_between(low, high, words) for high in LEVELS] for low in LEVELS],
        "words": {name.removeprefix("own_"): words.say(name) for name in said}
        | {name: words.count(f"own_{name}", sheet_address.MOST) for name in ("full", "most")},
        "blocks": _blocks(guide.library, words),
    }


def _rung(rung: Rung, words: Words) -> dict[str, Any]:
    """A size of type, and what there is to say of it."""
    small = words.say("own_small", points=f"{rung.type:g}") if rung.type < CLEAR_PRINT else ""
    return {"layout": rung.layout, "type": rung.type, "style": rung.style(), "small": small}


# What is loaded of an exercise


def details(guide: Guide, renderer: Renderer, exercise: Exercise) -> dict[str, Any]:
    """All that the page needs of a chosen exercise: its row of the card, facts, and what a reader may set."""
    shown = renderer.page("sheet_row.html.j2", shown=_row(guide, exercise), root=ROOT)
    return {
        "name": exercise.name,
        "page": f"{ROOT}{guide.place(f'{EXERCISES}/{exercise.id}.md')}",
        "row": shown.strip(),
        "equipment": [guide.words.term(thing) for thing in exercise.equipment],
        "level": LEVELS.index(exercise.level),
        "reviewed": exercise.reviewed.isoformat() if exercise.reviewed else "",
        "checked": guide.checked([exercise]),
        **choices(guide, exercise),
    }


def _row(guide: Guide, exercise: Exercise) -> Row:
    """The exercise as the card shows it, with a place for its rest even where its author gives a single set or none."""
    several = exercise.dose.model_copy(update={"sets": 2, "rest": exercise.dose.rest or Duration(1, 1)})
    return row(guide, exercise.model_copy(update={"dose": several}), number=1)


# Blocks to choose from


def _blocks(library: Library, words: Words) -> list[dict[str, Any]]:
    """What to say of each block to choose from. Routines with the same exercises and number in a block share it."""
    shared: dict[tuple[frozenset[str], Range], list[tuple[Routine, Block]]] = {}
    for routine in library.routines.values():
        for block in routine.blocks:
            if block.choose:
                ids = frozenset(item.exercise for item in block.exercises)
                shared.setdefault((ids, block.choose), []).append((routine, block))
    told = []
    for (ids, number), places in shared.items():
        routines = words.listed(dict.fromkeys(routine.name for routine, _ in places))
        name = f"{places[0][1].name} ({routines})"
        work = {id for id in ids if library.exercises[id].category != WARM_UP}
        told.append(
            {
                "of": sorted(ids),
                # A reader who only warms up with some of these has not begun to choose.
                "begun": sorted(work or ids),
                "told": [_judged(name, count, number, words) for count in range(len(ids) + 1)],
            }
        )
    return told


def _judged(name: str, count: int, number: Range, words: Words) -> str:
    """How many of a block are chosen, and whether that is right."""
    chosen = words.count("own_block", count, name=name, choose=str(number))
    if count < number.low:
        return f"{chosen} {words.count('own_more', number.low - count)}"
    if count > number.high:
        return f"{chosen} {words.count('own_too_many', count - number.high)}"
    return f"✓ {chosen}"


# Doses


def choices(guide: Guide, exercise: Exercise) -> dict[str, Any]:
    """What a reader may set of an exercise, within what its authors say, and what each setting comes to.

    The exercise's own dose bounds it, and each routine's dose of it: both are the author's.
    """
    own = exercise.dose
    said = _doses_in_routines(guide.library, exercise)
    parts = _parts(said)
    sets, reps, holds, times, rests, _ = parts
    offered = list(_offered(said, parts))
    doses = {}
    for each in offered:
        total = exercise.seconds(each)
        words = wording.dose_in_short(each, guide.words, both_sides=exercise.both_sides)
        rest = wording.rest_in_short(each, guide.words)
        doses[sheet_address.key(each, own)] = [words, total.low, total.high, rest]
    return {
        "own": sheet_address.key(own, own),
        "sets": [str(count) for count in sets if any(each.sets == count for each in offered)],
        "reps": _in_use(reps, (each.reps for each in offered)),
        "hold": _in_use(holds, (each.hold for each in offered)),
        "time": [[sheet_address.number(time), _named(time, guide.words)] for time in times] if any(times) else [],
        "rest": [["" if rest == own.rest else sheet_address.number(rest), _named(rest, guide.words)] for rest in rests],
        "doses": doses,
    }


def _parts(said: list[Dose]) -> tuple[Sequence[Any], ...]:
    """What is on offer of each part of a dose."""
    for many in MANY:
        parts: tuple[Sequence[Any], ...] = (
            _sets([each.sets for each in said], many),
            _numbers((each.reps for each in said), 1, many),
            _numbers((each.hold for each in said), HOLD_STEP, many),
            *(
                list(dict.fromkeys(part))
                for part in zip(*((d.time, d.rest, (d.unit, d.tempo)) for d in said), strict=True)
            ),
        )
        if prod(map(len, parts)) <= MOST_DOSES:
            break
    return parts


def _sets(said: list[int], many: int) -> list[int]:
    """Each number of sets that an author wrote, and ``many`` of those down to one."""
    return sorted({*said, *_few(range(1, max(said) + 1), many)}, reverse=True)


def _offered(said: list[Dose], parts: tuple[Sequence[Any], ...]) -> Iterable[Dose]:
    """Every combination of the parts; where that is too much, what authors wrote with any number of sets, or just that."""
    if prod(map(len, parts)) <= MOST_DOSES:
        return _combined(said[0], parts)
    if len(said) * len(parts[0]) <= MOST_DOSES:
        return (each.model_copy(update={"sets": count}) for count in parts[0] for each in said)
    return said


def _combined(own: Dose, parts: tuple[Sequence[Any], ...]) -> Iterator[Dose]:
    for sets, reps, hold, time, rest, (unit, tempo) in product(*parts):
        changed = {"sets": sets, "reps": reps, "hold": hold and Duration(hold.low, hold.high), "time": time}
        yield own.model_copy(update=changed | {"rest": rest, "unit": unit, "tempo": tempo})


def _in_use(numbers: Sequence[Range | None], offered: Iterable[Range | None]) -> list[str]:
    """Those of the numbers that any dose on offer has, as the address has them; none where there is nothing to choose."""
    used = {sheet_address.number(each) for each in offered}
    return [one for one in map(sheet_address.number, numbers) if one in used] if any(numbers) else []


def _named(duration: Duration | None, words: Words) -> str:
    return wording.duration_in_short(duration, words) if duration else ""


def _doses_in_routines(library: Library, exercise: Exercise) -> list[Dose]:
    """The exercise's own dose, then those that routines give it, each once."""
    used = (
        library.dose(item)
        for routine in library.routines.values()
        for block in routine.blocks
        for item in block.exercises
        if item.exercise == exercise.id
    )
    own = exercise.dose
    return list({sheet_address.key(each, own): each for each in (own, *used)}.values())


def _numbers(said: Iterable[Many | None], step: int, many: int) -> list[Many | None]:
    """Each range that an author wrote, in the order written, then ``many`` of the numbers in them and each that is written.

    Nothing is a choice where one says nothing.
    """
    ranges = list(dict.fromkeys(said))
    written = [each for each in ranges if each]
    numbers = {min(n, each.high) for each in written for n in _few(range(each.low, each.high + step, step), many)}
    single = {each.low for each in written if each.is_single}
    return [
        *(None for each in ranges if each is None),
        *(each for each in written if not each.is_single),
        *(replace(written[0], low=n, high=n) for n in sorted(single.union(_few(sorted(numbers), many)))),
    ]


def _few(numbers: Sequence[int], many: int) -> Sequence[int]:
    """``many`` of the numbers, evenly spread, the first and the last among them."""
    if len(numbers) <= many:
        return numbers
    return [numbers[round(at * (len(numbers) - 1) / (many - 1))] for at in range(many)]
