"""Filling cards: a routine's, a week's, or one exercise's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, count

from unslouch.cards.sheet import EXERCISE, MOST_TICKS, ROUTINE, WEEK, Note, Part, Row, Sheet, Stage
from unslouch.content.amount import Range
from unslouch.content.inline import Inline
from unslouch.content.library import EXERCISES, ROUTINES
from unslouch.content.model import Exercise, Routine, RoutineExercise
from unslouch.content.statement import SOUND, Source, Statement
from unslouch.content.vocabulary import DAYS
from unslouch.figure.language import END, START
from unslouch.guide import sheet_address, wording
from unslouch.guide.guide import Guide, View
from unslouch.guide.words import Words

SOURCES_NAMED = 4
"""How many sources a handout names; they are two lines of its foot, and its code leads to all of them."""


def sheets(guide: Guide) -> list[Sheet]:
    """A card for every routine and a handout for every exercise, as far as ``guide.cards`` asks for them."""
    return [fill() for fill in each(guide).values()]


def each(guide: Guide) -> dict[str, Callable[[], Sheet]]:
    """The same, each to be filled: its folder in the site → the sheet."""
    found: dict[str, Callable[[], Sheet]] = {}
    if ROUTINES in guide.cards:
        for id, routine in guide.library.routines.items():
            found[f"{ROUTINES}/{id}"] = partial(of_week if routine.week else of_routine, guide, routine)
    if EXERCISES in guide.cards:
        for id, exercise in guide.library.exercises.items():
            found[f"{EXERCISES}/{id}"] = partial(of_exercise, guide, exercise)
    return found


def row(guide: Guide, exercise: Exercise, item: RoutineExercise | None = None, number: int = 0) -> Row:
    """An exercise as a routine's card shows it."""
    how_much = guide.library.dose(item) if item else guide.library.doses(exercise)[0]
    only = (item.side if item else None) or ""
    guide = guide.seen_from(only or None)
    return Row(
        exercise.name,
        wording.dose_in_short(how_much, guide.words, both_sides=exercise.both_sides, only=only),
        wording.rest_in_short(how_much, guide.words),
        tuple(map(guide.plain, guide.short_steps(exercise, item))),
        tuple(view for pose in (START, END) for view in _views(guide, exercise, pose)),
        number,
        guide.plain(next((one.card for one in exercise.cautions if one.card), Inline())),
        guide.plain(_short(item.notes)) if item and item.notes else "",
    )


def of_routine(guide: Guide, routine: Routine) -> Sheet:
    """The card of a routine with blocks."""
    library, words = guide.library, guide.words
    parts, number = [], 1
    for block in routine.blocks:
        rows = [row(guide, library.exercises[i.exercise], i, n) for n, i in enumerate(block.exercises, number)]
        number += len(rows)
        parts.append(
            Part(block.name, tuple(rows), wording.around(block, words), guide.plain(block.notes) if block.notes else "")
        )
    exercises = library.exercises_of(routine)
    facts = (
        wording.level(exercises, words),
        guide.minutes(routine),
        guide.often(routine),
        wording.equipment(guide.needs(routine), words),
    )
    days = tuple(words.weekday(day, "narrow") for day in DAYS)
    return _of_several(guide, ROUTINE, routine, facts, tuple(parts), days)


def of_week(guide: Guide, routine: Routine) -> Sheet:
    """The card of a weekly plan: each of its routines with the days it is for, and its exercises without their steps."""
    library, words = guide.library, guide.words
    assert routine.week is not None
    days = dict(routine.week.days())
    named = dict.fromkeys(chain(*days.values()))
    facts = (
        wording.level(library.exercises_of(routine), words),
        guide.often(routine),
        wording.equipment(guide.needs(routine), words),
    )
    parts = tuple(_of_day(guide, library.routines[id], [day for day in days if id in days[day]]) for id in named)
    rest = words.listed(words.weekday(day) for day, ids in days.items() if not ids)
    sheet = _of_several(guide, WEEK, routine, facts, parts, ())
    return replace(sheet, notes=(*([Note(words.say("rest_day"), (rest,))] if rest else []), *sheet.notes))


def _of_day(guide: Guide, routine: Routine, days: Iterable[str]) -> Part:
    """A routine as the card of a week shows it."""
    words, number, rows = guide.words, count(1), []
    for block in routine.blocks:
        each = [row(guide, guide.library.exercises[one.exercise], one, next(number)) for one in block.exercises]
        rounds = block.rounds if len(routine.blocks) > 1 else 1
        rows += [replace(one, dose=wording.in_rounds(one.dose, rounds, words)) for one in each]
    choices = [told for block in routine.blocks if (told := wording.around(block, words))]
    return Part(
        routine.name,
        tuple(replace(one, steps=(), rest="", caution="") for one in rows),
        choices[0] if len(routine.blocks) == 1 and choices else "",
        guide.minutes(routine),
        tuple(words.weekday(day, "abbreviated") if day in days else "" for day in DAYS),
    )


def of_exercise(guide: Guide, exercise: Exercise) -> Sheet:
    """The handout of one exercise: a row for each picture, with the steps it shows and those before the first."""
    words = guide.words
    rows: list[Row] = []
    for number, step in enumerate(exercise.steps, 1):
        views = tuple(_views(guide, exercise, step.figure)) if step.figure else ()
        text = guide.plain(step.text)
        if rows and not (views and rows[-1].pictures):
            rows[-1] = replace(rows[-1], steps=(*rows[-1].steps, text), pictures=rows[-1].pictures or views)
        else:
            rows.append(Row("", steps=(text,), pictures=views, number=number))
    told: list[tuple[str, Iterable[Inline | None]]] = [
        ("feel", [exercise.feel]),
        ("breathing", [exercise.breathing]),
        ("mistakes", exercise.mistakes),
        *((name, [text]) for name, text in guide.ways(exercise)),
    ]
    facts = (
        wording.level([exercise], words),
        guide.often(exercise.dose),
        wording.equipment_of(exercise, words),
    )
    return Sheet(
        kind=EXERCISE,
        id=exercise.id,
        title=exercise.name,
        parts=(Part("", tuple(rows)),),
        dose=guide.dose(exercise),
        times=_ticks(how_much.times_per_day if (how_much := exercise.dose) else None),
        rest=guide.rest(exercise),
        facts=tuple(filter(None, facts)),
        intro=guide.plain(exercise.summary) if exercise.steps else words.say("todo_steps"),
        asks=_asks(guide, [exercise]),
        before=_notes(guide, [("take_care", exercise.cautions)], whole=True),
        stages=_stages(guide, exercise),
        when=guide.plain(exercise.progress.when) if exercise.progress else "",
        notes=_notes(guide, told),
        review=guide.plain(guide.vouched(exercise, in_line=True)),
        sources=_sources(exercise.sources, words),
        date=guide.checked([exercise]),
        url=guide.url(f"{EXERCISES}/{exercise.id}.md"),
    )


def _ticks(times: Range | None) -> int:
    """The places to tick that a day has, for what is done so many times on it: more than a few are too small."""
    return times.high if times and times.high <= MOST_TICKS else 1


def _asks(guide: Guide, exercises: Iterable[Exercise]) -> tuple[tuple[str, str], ...]:
    """What exercises ask of the body, each with its words."""
    return tuple((ask, guide.words.term(ask)) for ask in guide.library.asks_of(*exercises))


def _stages(guide: Guide, exercise: Exercise) -> tuple[Stage, ...]:
    """What comes before and after an exercise, each with its picture."""
    found = []
    for stage in guide.library.stages(exercise):
        key = stage.way or ("stages_here" if stage.exercise is exercise else "")
        found.append(Stage(stage.exercise.name, guide.words.say(key) if key else "", tuple(guide.stage(stage))))
    return tuple(found)


def _of_several(
    guide: Guide, kind: str, routine: Routine, facts: Iterable[str], parts: tuple[Part, ...], columns: tuple[str, ...]
) -> Sheet:
    """What the cards of a routine and of a week have in common; that of a routine has the words of its exercises."""
    exercises = guide.library.exercises_of(routine)
    shown = exercises if routine.blocks else ()
    return Sheet(
        kind=kind,
        id=routine.id,
        title=routine.name,
        parts=parts,
        own=sheet_address.of_routine(routine, guide.library) if routine.blocks else "",
        facts=tuple(filter(None, facts)),
        intro=guide.plain(routine.summary),
        asks=_asks(guide, guide.library.exercises_of(routine)) if routine.blocks else (),
        columns=columns,
        times=_ticks(routine.times_per_day),
        notes=_notes(guide, [("notes", [routine.notes])]),
        review=guide.plain(guide.vouched(routine, *shown, in_line=True)),
        sources=guide.words.say("card_source"),
        date=guide.checked(exercises),
        url=guide.url(f"{ROUTINES}/{routine.id}.md"),
    )


def _views(guide: Guide, exercise: Exercise, pose: str) -> Iterable[View]:
    return guide.views(exercise, pose, "small", both=False)


def _sources(sources: Sequence[Source], words: Words) -> str:
    """What a handout's foot says of its sources: a few of them, health bodies and journals first; nothing where none is."""
    named = sorted(sources, key=lambda source: source.kind not in SOUND)[:SOURCES_NAMED]
    titles = "; ".join(source.title for source in named)
    if len(named) < len(sources):
        return words.count("card_sources_more", len(sources) - len(named), titles=titles)
    return words.say("card_sources", titles=titles) if titles else ""


def _short(text: Inline) -> Inline:
    """What cards say of a text: a statement may have fewer words for them."""
    return (text.card if isinstance(text, Statement) else None) or text


def _notes(
    guide: Guide, told: Iterable[tuple[str, Iterable[Inline | None]]], *, whole: bool = False
) -> tuple[Note, ...]:
    """The remarks of ``told``, each the key of its head and its texts, that have any text; ``whole`` as pages have it."""
    said = guide.plain if whole else lambda one: guide.plain(_short(one))
    notes = (Note(guide.words.say(key), tuple(said(one) for one in texts if one)) for key, texts in told)
    return tuple(note for note in notes if note.texts)
