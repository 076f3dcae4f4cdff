"""Sense and wording: what is allowed but should be better. Everything here is a warning."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from unslouch.content.document import Document
from unslouch.content.inline import Inline, parse
from unslouch.content.model import Exercise
from unslouch.content.problems import WARNING, Problem
from unslouch.content.rendering import plain
from unslouch.content.statement import Statement
from unslouch.content.steps import NUMBER
from unslouch.fields import Written, kebab_case

MOST_WORDS_A_STEP = 20
"""The limit of the format: a longer step is hard to follow from the floor."""
OLDEST_CHECK_YEARS = 2
MOST_STEPS = 20

_PROMISE = re.compile(
    r"\b(?:cur(?:e|es|ed|ing)|treat(?:s|ed|ing)?|heal(?:s|ed|ing)?|guarantee[sd]?|miracle|pain[- ]free"
    r"|gets? rid of|eliminat(?:e|es|ed|ing)|fix(?:es)? your)\b",
    re.IGNORECASE,
)
LITERAL_SIDE = re.compile(
    r"(?<!all )\b(?:left|right)\b(?![ -](?:angled?|angles|away|now|after|before|amount|size)\b)", re.IGNORECASE
)
_CHANGES_SIDES = re.compile(
    r"\b(?:chang|switch|swap)\w*\b[^.]*\b(?:sides?|legs?|arms?|feet|direction)\b"
    r"|\b(?:other|opposite|each|both) (?:side|sides|leg|way|direction)\b"
    r"|\{other_side\} side",
    re.IGNORECASE,
)
_AS_MANY = re.compile(r"\bas many(?: \w+)? as (?:possible|you can)", re.IGNORECASE)
_NEXT_ACTION = re.compile(r"[.;!](?=\s+\S)|(?<!\S)then\b(?!\s*$)|\bafter that\b", re.IGNORECASE)
_FIRST_WORDS = re.compile(r"^\s*(?:and |then )*", re.IGNORECASE)

_NOT_PROSE = frozenset(
    [
        "category",
        "position",
        "laterality",
        "level",
        "muscles",
        "areas",
        "equipment",
        "optional_equipment",
        "dose",
        "asks",
        "easier_first",
        "then",
        "related",
        "sources",
        "figure",
        "exercise",
        "week",
        "reviewed",
        "reviews",
        "side",
        "video",
        "todo",
        "emergency_number",
    ]
)
"""Keys whose values are words of the vocabulary, ids or data."""


def of_exercise(exercise: Exercise, document: Document, today: date) -> list[Problem]:
    """Warnings about one exercise; ``today`` is what the age of a check of its text is counted to."""
    return [
        *_promises(exercise, document),
        *_steps(exercise, document),
        *_sides(exercise, document),
        *_muscles(exercise, document),
        *_evidence(exercise, document, today),
    ]


def of_areas(exercises: Iterable[tuple[Exercise, Document]]) -> Iterator[Problem]:
    """Warnings about an area that exercises write in more than one way, at every way but the commonest.

    Of two as common, the one in small letters stands, as it would in a sentence.
    """
    exercises = list(exercises)
    written = Counter(area for exercise, _ in exercises for area in exercise.areas)
    usual: dict[str, str] = {}
    for area in sorted(written, key=lambda area: (-written[area], area != area.lower())):
        usual.setdefault(_bare(area), area)
    for exercise, document in exercises:
        for index, area in enumerate(exercise.areas):
            if area != usual[_bare(area)]:
                yield _warn(
                    document,
                    ("areas", index),
                    f"`{area}` is written `{usual[_bare(area)]}` elsewhere",
                    f"write `{usual[_bare(area)]}`, or change the others",
                )


def of_names(entries: Iterable[tuple[Written, Document]]) -> Iterator[Problem]:
    """Warnings about a name that an entry before has too: readers cannot tell the two apart in a list."""
    taken: dict[str, str] = {}
    for entry, document in entries:
        name = " ".join(getattr(entry, "name", "").casefold().split())
        if name in taken:
            yield _warn(document, ("name",), f"{taken[name]} has the same name", "give one of the two another name")
        taken.setdefault(name, document.file)


def _bare(area: str) -> str:
    return kebab_case(area) or area.casefold()


def of_prose(entry: Written, document: Document) -> list[Problem]:
    """Warnings about the wording of any other file."""
    return list(_promises(entry, document))


def prose(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Inline]]:
    """Everything in a file that a reader reads, with its path; names as if they were texts."""
    match value:
        case Inline():
            yield path, value
            if isinstance(value, Statement) and value.card:
                yield (*path, "card"), value.card
        case str():
            yield path, parse(value)
        case tuple():
            for index, item in enumerate(value):
                yield from prose(item, (*path, index))
        case Written():
            for key, item in value:
                if key not in _NOT_PROSE:
                    yield from prose(item, (*path, key))


def _warn(document: Document, path: tuple[Any, ...], message: str, hint: str, **place: Any) -> Problem:
    return document.problem(path, message, hint, severity=WARNING, **place)


def _promises(entry: Written, document: Document) -> Iterator[Problem]:
    for path, text in prose(entry):
        for match in _PROMISE.finditer(plain(text)):
            yield _warn(
                document,
                path,
                f"`{match[0]}` promises too much",
                "say what the exercise does: stretches, strengthens, may ease",
                part=match[0],
            )


def _steps(exercise: Exercise, document: Document) -> Iterator[Problem]:
    if len(exercise.steps) > MOST_STEPS:
        told = f"the exercise has {len(exercise.steps)} steps; more than {MOST_STEPS} are hard to follow"
        yield _warn(document, ("steps",), told, "leave out what is not needed, or make it two exercises", key=True)
    for index, step in enumerate(exercise.steps):
        path = ("steps", index, "text")
        said = plain(step.text)
        words = len(said.split())
        if words > MOST_WORDS_A_STEP:
            yield _warn(
                document,
                path,
                f"the step has {words} words; {MOST_WORDS_A_STEP} is the most one can follow",
                "make it two steps",
            )
        if step.card and len(plain(step.card)) > len(said):
            yield _warn(
                document,
                ("steps", index, "card"),
                "the card says it in more words than the step",
                "shorten it, or delete `card`: the step itself stands there then",
            )
        numbered = NUMBER.match(said)
        if numbered:
            own = numbered[0].strip()
            wrong, hint = "the step begins with a number of its own", f"pages number the steps: take `{own}` away"
            yield _warn(document, path, wrong, hint, part=own)
        if _NEXT_ACTION.search(_FIRST_WORDS.sub("", said[numbered.end() if numbered else 0 :])):
            yield _warn(document, path, "the step has more than one action", "give each action a step of its own")
        if exercise.dose and exercise.dose.hold and (match := _AS_MANY.search(said)):
            yield _warn(
                document,
                path,
                f"a hold and `{match[0]}` contradict each other",
                "a stretch is held; delete the one that is not meant",
                part=match[0],
            )


def _sides(exercise: Exercise, document: Document) -> Iterator[Problem]:
    if exercise.laterality == "bilateral":
        for path, text in prose(exercise):
            if blank := text.side():
                yield _warn(
                    document,
                    path,
                    f"`{blank.written}` in a bilateral exercise, which has no sides to change",
                    "make it `laterality: unilateral`, or say both",
                    part=blank.written,
                )
        return
    if exercise.laterality == "unilateral":
        for path, text in prose(exercise):
            for match in LITERAL_SIDE.finditer(plain(text)):
                yield _warn(
                    document,
                    path,
                    f"`{match[0]}` in a unilateral exercise",
                    "write {side} or {other_side}, so that either side can be shown",
                    part=match[0],
                )
        if not any(_CHANGES_SIDES.search(plain(step.text)) for step in exercise.steps):
            yield _warn(
                document,
                ("steps",),
                "the steps never change sides",
                "end with a step such as: Change sides and repeat.",
                key=True,
            )


def _muscles(exercise: Exercise, document: Document) -> Iterator[Problem]:
    for index, muscle in enumerate(exercise.muscles.secondary):
        if muscle in exercise.muscles.primary:
            yield _warn(
                document,
                ("muscles", "secondary", index),
                f"`{muscle}` is both primary and secondary",
                "keep it in one of the two",
            )


def _evidence(exercise: Exercise, document: Document, today: date) -> Iterator[Problem]:
    for key, what, hint in (
        ("cautions", "caution", "say who should leave it out or take care: a sore knee, a new hip"),
        ("sources", "source", "name the page or paper it rests on: {title: …, url: …}"),
    ):
        if not getattr(exercise, key):
            yield _warn(document, (key,) if key in document.data else (), f"the exercise has no {what}", hint, key=True)
    if exercise.reviewed:
        oldest = today.year - OLDEST_CHECK_YEARS, today.month, today.day
        if (exercise.reviewed.year, exercise.reviewed.month, exercise.reviewed.day) < oldest:
            yield _warn(
                document,
                ("reviewed",),
                f"the text was last checked more than {OLDEST_CHECK_YEARS} years ago",
                "check the text against its sources, then set the date",
            )
        elif exercise.reviewed > today:
            yield _warn(document, ("reviewed",), "the day of the last check lies in the future", f"today is {today}")
