"""What stands on a card, as plain data: a routine's, a week's, or one exercise's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator import dose
from generator.library import EXERCISES, ROUTINES
from generator.model import Exercise, Routine, RoutineExercise
from generator.pages import Site, View

ROUTINE, WEEK, EXERCISE = "routine", "week", "exercise"


@dataclass(frozen=True)
class Row:
    """One exercise of a routine, or one step of an exercise."""

    name: str
    dose: str = ""
    rest: str = ""
    steps: tuple[str, ...] = ()
    pictures: tuple[View, ...] = ()
    number: int = 0


@dataclass(frozen=True)
class Part:
    """A block of rows; ``choose`` tells how many the reader picks."""

    name: str
    rows: tuple[Row, ...]
    choose: str = ""


@dataclass(frozen=True)
class Sheet:
    """A whole card."""

    kind: str
    id: str
    title: str
    facts: tuple[str, ...]
    intro: str
    parts: tuple[Part, ...]
    notes: tuple[tuple[str, tuple[str, ...]], ...]
    """Headed remarks below the rows: breathing, mistakes, cautions."""
    date: str
    url: str
    """The page on the web that the QR code leads to; empty where the site has no address."""

    @property
    def folder(self) -> str:
        """Where its page is in the site: ``routines/desk-break``."""
        return f"{EXERCISES if self.kind == EXERCISE else ROUTINES}/{self.id}"

    @property
    def row_count(self) -> int:
        """How many rows the card has in all."""
        return sum(len(part.rows) for part in self.parts)


def sheets(site: Site, *, exercises: bool) -> list[Sheet]:
    """A card for every routine and, with ``exercises``, a handout for every exercise."""
    library = site.library
    found = [of_week(site, r) if r.week else of_routine(site, r) for r in library.routines.values()]
    return found + [of_exercise(site, e) for e in library.exercises.values() if exercises]


def row(site: Site, exercise: Exercise, item: RoutineExercise | None = None, number: int = 0) -> Row:
    """An exercise as a routine's card shows it."""
    return Row(
        exercise.name,
        site.dose(exercise, item),
        _rest(site, exercise, item),
        tuple(site.plain(step.text) for step in exercise.steps if step.card),
        tuple(_start_and_end(site, exercise)),
        number,
    )


def of_routine(site: Site, routine: Routine) -> Sheet:
    """The card of a routine with blocks."""
    library, words = site.library, site.words
    parts, number = [], 0
    for block in routine.blocks:
        rows = []
        for item in block.exercises:
            number += 1
            rows.append(row(site, library.exercises[item.exercise], item, number))
        total = str(len(block.exercises))
        choose = words.say("choose", number=str(block.choose), total=total) if block.choose else ""
        parts.append(Part(block.name, tuple(rows), choose))
    facts = [site.minutes(routine), site.days(routine.days_per_week), _equipment(site, library.equipment(routine)[0])]
    notes = ((words.say("notes"), (site.plain(routine.notes),)),) if routine.notes else ()
    return Sheet(
        ROUTINE,
        routine.id,
        routine.name,
        tuple(filter(None, facts)),
        site.plain(routine.summary),
        tuple(parts),
        notes,
        _newest(site, library.exercises_of(routine)),
        site.url(f"{ROUTINES}/{routine.id}.md"),
    )


def of_week(site: Site, routine: Routine) -> Sheet:
    """The card of a weekly plan: a row for each day."""
    library, words = site.library, site.words
    assert routine.week is not None
    rows = []
    for day, ids in routine.week.days():
        named = [f"{library.routines[id].name} ({site.minutes(library.routines[id])})" for id in ids]
        rows.append(Row(words.term(day), steps=tuple(named) or (words.say("rest_day"),)))
    return Sheet(
        WEEK,
        routine.id,
        routine.name,
        tuple(filter(None, [site.days(routine.days_per_week)])),
        site.plain(routine.summary),
        (Part("", tuple(rows)),),
        ((words.say("notes"), (site.plain(routine.notes),)),) if routine.notes else (),
        _newest(site, library.exercises_of(routine)),
        site.url(f"{ROUTINES}/{routine.id}.md"),
    )


def of_exercise(site: Site, exercise: Exercise) -> Sheet:
    """The handout of one exercise: a row for each step."""
    words = site.words
    rows = []
    for number, step in enumerate(exercise.steps, 1):
        views = site.views(exercise, step.figure, "small", both=False) if step.figure else []
        rows.append(Row("", steps=(site.plain(step.text),), pictures=tuple(views), number=number))
    told = [
        ("feel", [exercise.feel]),
        ("breathing", [exercise.breathing]),
        ("mistakes", exercise.mistakes),
        ("easier", [exercise.easier]),
        ("harder", [exercise.harder]),
        ("take_care", exercise.cautions),
    ]
    notes = [(words.say(name), tuple(site.plain(one) for one in texts if one)) for name, texts in told]
    facts = [
        site.dose(exercise),
        site.rest(exercise),
        site.days(exercise.dose.days_per_week),
        _equipment(site, exercise.equipment),
    ]
    return Sheet(
        EXERCISE,
        exercise.id,
        exercise.name,
        tuple(filter(None, facts)),
        site.plain(exercise.summary),
        (Part("", tuple(rows)),),
        tuple(note for note in notes if note[1]),
        _newest(site, [exercise]),
        site.url(f"{EXERCISES}/{exercise.id}.md"),
    )


def _start_and_end(site: Site, exercise: Exercise) -> Iterable[View]:
    for pose in ("start", "end"):
        yield from site.views(exercise, pose, "small", both=False)


def _rest(site: Site, exercise: Exercise, item: RoutineExercise | None) -> str:
    """``rest 15 s``, or nothing."""
    rest = (site.library.dose(item) if item else exercise.dose).rest
    if not site.rest(exercise, item) or rest is None:
        return ""
    return site.words.say("card_rest", duration=dose.duration_in_words(rest, site.words))


def _equipment(site: Site, things: Iterable[str]) -> str:
    named = site.words.say("comma").join(site.words.term(thing) for thing in things)
    return named[:1].upper() + named[1:] or site.words.say("card_no_equipment")


def _newest(site: Site, exercises: Iterable[Exercise]) -> str:
    """The day of the newest review of what is on the card."""
    reviewed = [exercise for exercise in exercises if exercise.reviewed]
    return site.date(max(reviewed, key=lambda exercise: exercise.reviewed)) if reviewed else ""
