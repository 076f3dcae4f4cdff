"""What is known of the reading before, for who reads a folder again: files that are as they were, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from unslouch.content.document import Document
from unslouch.content.library import Library
from unslouch.content.model import Exercise
from unslouch.content.noticed import changes
from unslouch.content.problems import Problem
from unslouch.figure.asks import Ask
from unslouch.tools.noticed import Memory


@dataclass
class Found:
    """What was found wrong, by how much it matters: see :class:`Reading`."""

    problems: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    todo: list[Problem] = field(default_factory=list)
    held: list[Problem] = field(default_factory=list)

    def warnings_of(self, exercise: Exercise) -> list[Problem]:
        """Where warnings about an exercise go: while something is still to do in it, they are held back."""
        return self.held if exercise.todo else self.problems

    def add(self, other: Found) -> None:
        """Take in what was found elsewhere."""
        for mine, more in zip(vars(self).values(), vars(other).values(), strict=True):
            mine.extend(more)


class Late(NamedTuple):
    """An exercise whose pictures a first look has left to be looked at later, with what its other checks found."""

    exercise: Exercise
    document: Document
    found: Found


@dataclass
class Known:
    """The reading before this one: its files, by all that they are understood by, and what was found in them."""

    last: dict[tuple[str, bytes, str], Any] = field(default_factory=dict)
    now: dict[tuple[str, bytes, str], Any] = field(default_factory=dict)
    checked: dict[str, tuple[Document, Found, tuple[Ask, ...]]] = field(default_factory=dict)
    """Of each exercise its document, what its checks found, and what it asks."""
    late: list[Late] = field(default_factory=list)
    checks: Any = None
    """What checks go by beside the document."""
    library: Library | None = None
    memory: Memory = field(default_factory=Memory)
    """What is made of entries and kept as long as nothing of them changes that was read for it."""
    drawn: dict[str, Any] = field(default_factory=dict)
    """What who draws exercises knows of them."""

    def checks_rest_on(self, what: Any) -> None:
        """Forget what checks found where they go by something else than before."""
        if self.checks != what:
            self.checks = what
            self.checked.clear()

    def remember(self, library: Library) -> None:
        """From now on it is this library; what was made of the last is kept as far as it comes out the same."""
        last, order = self.library, ([*library.exercises], [*library.routines])
        self.memory.rest_on(safety=library.safety, own=library.own, asks=library.asks, order=order)
        if last and ([*last.exercises], [*last.routines]) == order:
            self.memory.forget(changes(last.exercises, library.exercises) | changes(last.routines, library.routines))
        self.library = library
