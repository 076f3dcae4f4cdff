"""What is known of the reading before, for who reads a folder again: files that are as they were, and what came of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from unslouch.content import lint_figure
from unslouch.content.document import Document
from unslouch.content.library import Library
from unslouch.content.model import Exercise
from unslouch.content.noticed import changes
from unslouch.content.problems import Problem, in_order
from unslouch.figure.asks import Ask
from unslouch.tools.kept import Cache
from unslouch.tools.noticed import Memory


@dataclass
class Found:
    """What was found wrong, by how much it matters: see :class:`Reading`."""

    problems: list[Problem] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)
    todo: list[Problem] = field(default_factory=list)
    held: list[Problem] = field(default_factory=list)

    def add(self, other: Found) -> None:
        """Take in what was found elsewhere."""
        for mine, more in zip(vars(self).values(), vars(other).values(), strict=True):
            mine.extend(more)


@dataclass
class Known:
    """The reading before this one: its files, by all that they are understood by, and what was found in them."""

    last: dict[tuple[str, bytes, str], Any] = field(default_factory=dict)
    now: dict[tuple[str, bytes, str], Any] = field(default_factory=dict)
    checked: dict[str, tuple[Document, Found, tuple[Ask, ...]]] = field(default_factory=dict)
    """Of each exercise its document, what its checks found, and what it asks."""
    late: dict[str, tuple[Exercise, Document, Found]] = field(default_factory=dict)
    """The exercises whose pictures a first look has left to be looked at later, each with what its other checks found."""
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

    def look_late(self, late: Mapping[str, tuple[Exercise, Document, Found]], cache: Cache) -> list[Problem]:
        """What is wrong with pictures that were left for later, where their exercises are still as they were."""
        told = Found()
        for id, (exercise, document, found) in late.items():
            if (
                id in self.checked and self.checked[id][1] is found
            ):  # else they were told with the checks that came since
                more = Found()
                (more.held if exercise.todo else more.problems).extend(
                    lint_figure.of_exercise(exercise, document, cache)
                )
                found.add(more)
                told.add(more)
        return in_order(told.problems)

    def remember(self, library: Library) -> None:
        """From now on it is this library; what was made of the last is kept as far as it comes out the same."""
        last, order = self.library, ([*library.exercises], [*library.routines])
        self.memory.rest_on(safety=library.safety, own=library.own, asks=library.asks, order=order)
        if last and ([*last.exercises], [*last.routines]) == order:
            self.memory.forget(changes(last.exercises, library.exercises) | changes(last.routines, library.routines))
        self.library = library
