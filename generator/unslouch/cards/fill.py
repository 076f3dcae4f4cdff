"""Filling cards: a routine's, a week's, or one exercise's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from unslouch.cards.sheet import EXERCISE, ROUTINE, WEEK, Note, Part, Row, Sheet
from unslouch.content import dose
from unslouch.content.dose import Dose
from unslouch.content.inline import capital
from unslouch.content.library import EXERCISES, ROUTINES
from unslouch.content.model import Exercise, Routine, RoutineExercise
from unslouch.content.vocabulary import DAYS, LEVELS
from unslouch.guide import sheet_address
from unslouch.guide.guide import Site, View
from unslouch.guide.words import Words


def sheets(site: Site) -> list[Sheet]:
    """A card for every routine and a handout for every exercise, as far as ``site.cards`` asks for them."""
    library = site.library
    found = []
    if ROUTINES in site.cards:
        found += [of_week(site, r) if r.week else of_routine(site, r) for r in library.routines.values()]
    if EXERCISES in site.cards:
        found += [of_exercise(site, e) for e in library.exercises.values()]
    return found


def row(site: Site, exercise: Exercise, item: RoutineExercise | None = None, number: int = 0) -> Row:
    """An exercise as a routine's card shows it."""
    how_much = site.library.dose(item) if item else exercise.dose
    return Row(
        exercise.name,
        dose.in_short(how_much, site.words, both_sides=exercise.both_sides),
        rest_in_short(how_much, site.words),
        tuple(site.plain(step.on_card) for step in exercise.steps if step.on_card),
        tuple(view for pose in ("start", "end") for view in _views(site, exercise, pose)),
        number,
    )


def of_routine(site: Site, routine: Routine) -> Sheet:
    """The card of a routine with blocks."""
    library, words = site.library, site.words
    parts, number = [], 1
    for block in routine.blocks:
        rows = [row(site, library.exercises[i.exercise], i, n) for n, i in enumerate(block.exercises, number)]
        number += len(rows)
        choose = words.say("choose", number=str(block.choose), total=str(len(rows))) if block.choose else ""
        parts.append(Part(block.name, tuple(rows), choose, site.plain(block.notes) if block.notes else ""))
    exercises = library.exercises_of(routine)
    facts = (
        _level(site, exercises),
        site.minutes(routine),
        site.days(routine.days_per_week),
        _equipment(site, library.equipment(routine)[0]),
    )
    days = tuple(words.term(day) for day in DAYS)
    return _of_several(site, ROUTINE, routine, facts, tuple(parts), days)


def of_week(site: Site, routine: Routine) -> Sheet:
    """The card of a weekly plan: a row for each day, and a box to tick for each routine of it."""
    library, words = site.library, site.words
    assert routine.week is not None
    rows = []
    for day, ids in routine.week.days():
        named = [f"{library.routines[id].name} ({site.minutes(library.routines[id])})" for id in ids]
        rows.append(Row(words.term(day), steps=tuple(named), dose="" if named else words.say("rest_day")))
    facts = (
        _level(site, library.exercises_of(routine)),
        site.days(routine.days_per_week),
        _equipment(site, library.equipment(routine)[0]),
    )
    return _of_several(site, WEEK, routine, facts, (Part("", tuple(rows)),), ())


def of_exercise(site: Site, exercise: Exercise) -> Sheet:
    """The handout of one exercise: a row for each picture, with the steps it shows and those before the first."""
    words = site.words
    rows: list[Row] = []
    for number, step in enumerate(exercise.steps, 1):
        views = tuple(_views(site, exercise, step.figure)) if step.figure else ()
        text = site.plain(step.text)
        if rows and not (views and rows[-1].pictures):
            rows[-1] = replace(rows[-1], steps=(*rows[-1].steps, text), pictures=rows[-1].pictures or views)
        else:
            rows.append(Row("", steps=(text,), pictures=views, number=number))
    told = [
        ("feel", [exercise.feel]),
        ("breathing", [exercise.breathing]),
        ("mistakes", exercise.mistakes),
        ("easier", [exercise.easier]),
        ("harder", [exercise.harder]),
    ]
    facts = (
        _level(site, [exercise]),
        site.days(exercise.dose.days_per_week),
        _equipment(site, exercise.equipment),
    )
    titles = "; ".join(source.title for source in exercise.sources)
    return Sheet(
        kind=EXERCISE,
        id=exercise.id,
        title=exercise.name,
        parts=(Part("", tuple(rows)),),
        dose=site.dose(exercise),
        rest=rest_in_short(exercise.dose, words),
        facts=tuple(filter(None, facts)),
        intro=site.plain(exercise.summary),
        before=_notes(site, [("take_care", exercise.cautions)]),
        notes=_notes(site, told),
        sources=words.say("card_sources", titles=titles) if titles else "",
        date=checked(site, [exercise]),
        url=site.url(f"{EXERCISES}/{exercise.id}.md"),
    )


def _of_several(
    site: Site, kind: str, routine: Routine, facts: Iterable[str], parts: tuple[Part, ...], columns: tuple[str, ...]
) -> Sheet:
    """What the cards of a routine and of a week have in common."""
    return Sheet(
        kind=kind,
        id=routine.id,
        title=routine.name,
        parts=parts,
        own=sheet_address.of_routine(routine, site.library) if routine.blocks else "",
        facts=tuple(filter(None, facts)),
        intro=site.plain(routine.summary),
        columns=columns,
        notes=_notes(site, [("notes", [routine.notes])]),
        sources=site.words.say("card_source"),
        date=checked(site, site.library.exercises_of(routine)),
        url=site.url(f"{ROUTINES}/{routine.id}.md"),
    )


def _views(site: Site, exercise: Exercise, pose: str) -> Iterable[View]:
    return site.views(exercise, pose, "small", both=False)


def _notes(site: Site, told: Iterable[tuple[str, Iterable[str | None]]]) -> tuple[Note, ...]:
    """The remarks of ``told``, each the key of its head and its texts, that have any text."""
    notes = (Note(site.words.say(key), tuple(site.plain(one) for one in texts if one)) for key, texts in told)
    return tuple(note for note in notes if note.texts)


def rest_in_short(how_much: Dose, words: Words) -> str:
    """``rest 15 s``, or nothing."""
    if how_much.rest is None or how_much.sets == 1:
        return ""
    return words.say("card_rest", duration=dose.duration_in_short(how_much.rest, words))


def _level(site: Site, exercises: Iterable[Exercise]) -> str:
    """Whom the hardest of the exercises suits; nothing where there are none."""
    levels = sorted({exercise.level for exercise in exercises}, key=LEVELS.index)
    return capital(site.words.term(levels[-1])) if levels else ""


def _equipment(site: Site, things: Iterable[str]) -> str:
    named = site.words.say("comma").join(site.words.term(thing) for thing in things)
    return capital(named) or site.words.say("card_no_equipment")


def checked(site: Site, exercises: Iterable[Exercise]) -> str:
    """When the newest of the exercises was last checked, in words; nothing where no author says."""
    reviewed = [exercise for exercise in exercises if exercise.reviewed]
    if not reviewed:
        return ""
    return site.words.say("reviewed", date=site.date(max(reviewed, key=lambda exercise: exercise.reviewed)))
