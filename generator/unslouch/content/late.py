"""Warnings about pictures that a first look did not wait for."""

from __future__ import annotations

from collections.abc import Iterable

from unslouch.content import lint_figure
from unslouch.content.known import Found, Known, Late
from unslouch.content.problems import Problem, in_order
from unslouch.tools.kept import Cache


def warnings(left: Iterable[Late], known: Known, cache: Cache) -> list[Problem]:
    """What is wrong with the pictures that were ``left``, which counts as ``known`` from then on.

    Of an exercise that was checked anew meanwhile, that check has told it.
    """
    told: list[Problem] = []
    for exercise, document, found in left:
        _, latest, _ = known.checked.get(exercise.id, (None, None, None))
        if latest is found:
            more = Found()
            more.warnings_of(exercise).extend(lint_figure.of_exercise(exercise, document, cache))
            found.add(more)
            told += more.problems
    return in_order(told)
