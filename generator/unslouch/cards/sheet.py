"""What stands on a card, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import NamedTuple

from unslouch.content.library import EXERCISES, ROUTINES
from unslouch.guide.guide import View

ROUTINE, WEEK, EXERCISE = "routine", "week", "exercise"
BOX = (48, 21)
"""Millimetres that start and end have on a card of middling size: what stacking them is judged by."""
STACK = 1.4
"""How much taller the box is for pictures that are stacked."""
WEEK_ABREAST = ((3, 12), (4, 24))
"""How many exercises of a week stand side by side, up to how many in all."""
MOST_ABREAST = 6
"""The same of more."""
MOST_TICKS = 4
"""How many places to tick a day has at most."""
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
    """One exercise of a routine, or the steps that a picture of an exercise shows."""

    name: str
    dose: str = ""
    rest: str = ""
    steps: tuple[str, ...] = ()
    pictures: tuple[View, ...] = ()
    number: int = 0
    """Of the exercise, or of the first step where the row has no name."""
    caution: str = ""
    """The one that matters most."""
    note: str = ""
    """What this routine says of it."""

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
    """A block of rows, or a routine of a week; ``choose`` tells how many the reader picks."""

    name: str
    rows: tuple[Row, ...]
    choose: str = ""
    note: str = ""
    days: tuple[str, ...] = ()
    """Of a routine of a week: the names of the days it is for, from Monday to Sunday, and nothing for the others."""


class Stage(NamedTuple):
    """An easier or harder exercise, or a way of one, or the sheet's own."""

    name: str
    way: str
    pictures: tuple[View, ...]


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
    asks: tuple[tuple[str, str], ...] = ()
    """What the exercises ask of the body: the name of its icon, and the words."""
    columns: tuple[str, ...] = ()
    """The heads of the columns to tick: the initials of a routine's days."""
    times: int = 1
    """How many places to tick each day has."""
    before: tuple[Note, ...] = ()
    """What to know before one starts: cautions."""
    stages: tuple[Stage, ...] = ()
    """From easy to hard, where the whole sheet is one exercise."""
    when: str = ""
    """When to go on to the next of them."""
    notes: tuple[Note, ...] = ()
    """What stands below the rows: breathing, mistakes."""
    review: str = ""
    """Who has reviewed what stands on it, or that nobody has yet."""
    sources: str = ""
    date: str = ""
    url: str = ""
    """The page on the web that the QR code leads to; empty where the site has no address."""

    @property
    def folder(self) -> str:
        """Where its page is in the site: ``routines/desk-break``."""
        return f"{EXERCISES if self.kind == EXERCISE else ROUTINES}/{self.id}"

    @property
    def pictures(self) -> set[str]:
        """The places of all pictures."""
        rows = [row.pictures for part in self.parts for row in part.rows]
        return {view.path for views in (*rows, *(stage.pictures for stage in self.stages)) for view in views}

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
        parts: list[Part] = []
        for part in self.parts:
            left = self.row_count - count - sum(len(each.rows) for each in parts)
            parts.append(replace(part, rows=part.rows[: max(0, left)]))
        return replace(self, parts=tuple(parts))

    @property
    def headed(self) -> bool:
        """Whether its parts have heads: the only part of a routine needs none where it says nothing."""
        return len(self.parts) > 1 or any(part.choose or part.note for part in self.parts)

    @property
    def abreast(self) -> int:
        """How many rows stand side by side: the steps of one exercise, or the exercises of a week, which have no steps."""
        if self.kind == ROUTINE:
            return 1
        if self.kind == WEEK:
            return next((count for count, most in WEEK_ABREAST if self.row_count <= most), MOST_ABREAST)
        return max(1, min(self.row_count, 2 if self.row_count == 4 else 3))

    @property
    def lines(self) -> int:
        """How many of them stand one below the other."""
        return sum(ceil(len(part.rows) / self.abreast) for part in self.parts)

    @property
    def extent(self) -> Extent:
        """The widest row's width and the tallest's height, where all are drawn to one scale."""
        extents = [row.beside for part in self.parts for row in part.rows]
        return Extent(
            max((each.across for each in extents), default=0), max((each.tall for each in extents), default=0)
        )
