"""What stands on a card, as plain data: a routine's, a week's, or one exercise's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator import dose, sheet_address
from generator.dose import Dose
from generator.library import EXERCISES, ROUTINES
from generator.model import Exercise, Routine, RoutineExercise
from generator.site import Site, View
from generator.text import capital
from generator.vocabulary import DAYS, LEVELS

ROUTINE, WEEK, EXERCISE = "routine", "week", "exercise"
BOX = (48, 21)
"""Millimetres that start and end have on a card of middling size: what stacking them is judged by."""
STACK = 1.4
"""How much taller the box is for pictures that are stacked."""
GAP = 6
"""Millimetres of the arrow between start and end."""


class Extent(NamedTuple):
    """Pixels that pictures take; see ``card.css``."""

    across: int
    tall: int

    def scale(self, width: float, height: float) -> float:
        """How large they are drawn in a box of ``width`` × ``height``."""
        return min(width / self.across, height / self.tall)


@dataclass(frozen=True)
class Row:
    """One exercise of a routine, one day of a week, or the steps that a picture of an exercise shows."""

    name: str
    dose: str = ""
    rest: str = ""
    steps: tuple[str, ...] = ()
    pictures: tuple[View, ...] = ()
    number: int = 0
    """Of the exercise, or of the first step where the row has no name."""

    @property
    def beside(self) -> Extent:
        """What the pictures take side by side, all drawn to one scale."""
        return Extent(
            sum(view.width for view in self.pictures), max((view.height for view in self.pictures), default=0)
        )

    @property
    def stack(self) -> Extent:
        """What they take one above the other."""
        return Extent(
            max((view.width for view in self.pictures), default=0), sum(view.height for view in self.pictures)
        )

    @property
    def stacked(self) -> bool:
        """Whether they come out larger one above the other than side by side: those of lying figures."""
        if len(self.pictures) < 2:
            return False
        width, height = BOX
        return self.stack.scale(width, height * STACK - GAP) > self.beside.scale(width - GAP, height)


class Note(NamedTuple):
    """A headed remark."""

    head: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A block of rows; ``choose`` tells how many the reader picks."""

    name: str
    rows: tuple[Row, ...]
    choose: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A whole card."""

    kind: str
    id: str
    title: str
    parts: tuple[Part, ...]
    own: str = ""
    """What follows ``sheet/`` in the address where a reader changes it."""
    dose: str = ""
    """How much, where the whole sheet is one exercise."""
    rest: str = ""
    facts: tuple[str, ...] = ()
    intro: str = ""
    columns: tuple[str, ...] = ()
    """The heads of the columns to tick: a routine's days."""
    before: tuple[Note, ...] = ()
    """What to know before one starts: cautions."""
    notes: tuple[Note, ...] = ()
    """What stands below the rows: breathing, mistakes."""
    sources: str = ""
    date: str = ""
    url: str = ""
    """The page on the web that the QR code leads to; empty where the site has no address."""

    @property
    def folder(self) -> str:
        """Where its page is in the site: ``routines/desk-break``."""
        return f"{EXERCISES if self.kind == EXERCISE else ROUTINES}/{self.id}"

    @property
    def pictured(self) -> bool:
        """Whether there are any pictures."""
        return any(row.pictures for part in self.parts for row in part.rows)

    @property
    def row_count(self) -> int:
        """How many rows the card has in all."""
        return sum(len(part.rows) for part in self.parts)

    def without_last(self, count: int) -> Sheet:
        """The sheet without its last ``count`` rows."""
        parts = []
        for part in self.parts:
            left = self.row_count - count - sum(len(each.rows) for each in parts)
            parts.append(replace(part, rows=part.rows[: max(0, left)]))
        return replace(self, parts=tuple(parts))

    @property
    def abreast(self) -> int:
        """How many rows stand side by side: the steps of one exercise, which have a page's width for their pictures."""
        if self.kind != EXERCISE:
            return 1
        return max(1, min(self.row_count, 2 if self.row_count == 4 else 3))

    @property
    def extent(self) -> Extent:
        """The widest row's width and the tallest's height, where all are drawn to one scale."""
        extents = [row.beside for part in self.parts for row in part.rows]
        return Extent(
            max((each.across for each in extents), default=0), max((each.tall for each in extents), default=0)
        )


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
        _rest(site, how_much),
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
        rest=_rest(site, exercise.dose),
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


def _rest(site: Site, how_much: Dose) -> str:
    """``rest 15 s``, or nothing."""
    if how_much.rest is None or how_much.sets == 1:
        return ""
    return site.words.say("card_rest", duration=dose.duration_in_short(how_much.rest, site.words))


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
