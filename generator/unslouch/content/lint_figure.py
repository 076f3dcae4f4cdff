"""Sense of the pictures: a pose that hides what it is to show, and words of a step that its picture does not keep to.

Everything here is a warning. What a body cannot do is an error, found by :mod:`unslouch.figure.check`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from unslouch.content.document import Document
from unslouch.content.model import Exercise
from unslouch.content.problems import WARNING, Problem
from unslouch.content.rendering import plain
from unslouch.content.vocabulary import THINGS
from unslouch.figure import Figure, possible
from unslouch.figure.posture import resolve
from unslouch.figure.report import all_warnings, are_kept
from unslouch.tools.kept import Cache

_BOTH_HANDS = re.compile(r"\bboth hands\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[^,.;:!?]+")
_NOT_MEANT = re.compile(
    r"\b(?:as if|as though|like|imagin\w*|pretend\w*|without|no|not|or|if|instead)\b", re.IGNORECASE
)
"""A clause with one of these compares, excludes or leaves a choice: its things need not be in the picture."""
_THING = re.compile(
    rf"\b(?:an?|the|your|this)\s+(?:[\w-]+\s+){{0,2}}?({'|'.join(word for words in THINGS.values() for word in words)})\b(?! of)",
    re.IGNORECASE,
)
"""A thing by its article: `the wall`, `a heavy chair`, and neither `to step` nor `the ball of the foot`."""
_KIND = {word: kind for kind, words in THINGS.items() for word in words}


def of_exercise(exercise: Exercise, document: Document, cache: Cache) -> Iterator[Problem]:
    """Warnings about the pictures of an exercise; none where a pose is wrong, for its picture will be another."""
    if exercise.figure is None or possible.problems(exercise.figure, cache):
        return
    for one in all_warnings(exercise.figure, cache):
        yield document.problem(("figure", *one.path), one.message, one.hint, severity=WARNING)
    for _, problem in of_steps(exercise, document):
        yield problem


def takes_long(exercise: Exercise, cache: Cache) -> bool:
    """Whether the pictures of an exercise were not looked at before."""
    return exercise.figure is not None and not are_kept(exercise.figure, cache)


def of_steps(exercise: Exercise, document: Document) -> Iterator[tuple[str, Problem]]:
    """Warnings about steps whose words the picture lacks, each with its pose."""
    for index, step in enumerate(exercise.steps):
        if exercise.figure is None or step.figure not in exercise.figure.poses:
            continue
        for word, missing, hint in _missing(plain(step.text), exercise.figure, step.figure):
            message = f"the step says `{word}`, and its picture has no {missing}"
            path = ("steps", index, "text")
            yield step.figure, document.problem(path, message, hint, severity=WARNING, part=word)


def _missing(text: str, figure: Figure, pose: str) -> Iterator[tuple[str, str, str]]:
    """Each word for what a pose has not, what that is, and how it gets it."""
    posture, _ = resolve(figure, pose)
    if posture is None:
        return
    there = {prop.kind for prop in posture.props}
    for clause in _CLAUSE.findall(text):
        if _NOT_MEANT.search(clause):
            continue
        for match in _THING.finditer(clause):
            kind = _KIND[match[1].lower()]
            if kind not in there:
                yield match[1], kind, f"add {{kind: {kind}}} to the `props` of the pose `{pose}`, or say it otherwise"
        placed = len(posture.hands)
        if placed < 2 and (both := _BOTH_HANDS.search(clause)):
            hint = f"place both with `hands:` in the pose `{pose}`, or say which hand it is"
            yield both[0], "second hand in place" if placed else "hand in place", hint
