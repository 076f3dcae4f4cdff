"""How exercises are grouped: by area and by category."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from unslouch.content import inline, vocabulary
from unslouch.content.library import Library
from unslouch.content.model import Exercise
from unslouch.fields import DEVICES, kebab_case
from unslouch.guide.words import Words

AREAS = "areas"
CATEGORIES = "categories"
LONGEST_SLUG = 48
"""Letters: of four bytes each they still are the name of a file."""


@dataclass(frozen=True)
class Group:
    """Exercises of one area or one category, and the page that lists them."""

    slug: str
    title: str
    """As chips, filters and the sidebar call it: Hips."""
    heading: str
    """As its page does: Exercises for your hips."""
    path: str
    exercises: tuple[Exercise, ...]


@dataclass(frozen=True)
class Part:
    """One page of a list of exercises; a short list has no other."""

    number: int
    """From 1."""
    path: str
    exercises: tuple[Exercise, ...]


def parts(path: str, exercises: Sequence[Exercise], at_most: int) -> list[Part]:
    """A list in pages of ``at_most`` exercises, the first at ``path``.

    The others have a number after an underscore, which nothing else has that is in these folders.
    """
    stem = re.sub(r"(?<=/)index$", "all", path.removesuffix(".md"))
    starts = range(0, len(exercises), at_most) or [0]
    return [
        Part(number, path if number == 1 else f"{stem}_{number}.md", tuple(exercises[start : start + at_most]))
        for number, start in enumerate(starts, 1)
    ]


def areas(library: Library, words: Words) -> list[Group]:
    """The areas that exercises name, by title. Two ways to write one are one area: Lower back, lower-back."""
    titles: dict[str, str] = {}
    members: dict[str, list[Exercise]] = {}
    for exercise in library.exercises.values():
        for slug, title in areas_of(exercise).items():
            titles.setdefault(slug, title)
            members.setdefault(slug, []).append(exercise)
    groups = []
    for slug, found in members.items():
        title = inline.one_line(titles[slug])
        heading = words.say("area_title", area=title)
        groups.append(Group(slug, inline.capital(title), heading, f"{AREAS}/{slug}.md", tuple(found)))
    return sorted(groups, key=lambda group: group.title.casefold())


def areas_of(exercise: Exercise) -> dict[str, str]:
    """The areas of an exercise: as part of an address → as written."""
    return {slug_of(area): area for area in exercise.areas}


def categories(library: Library, words: Words) -> list[Group]:
    """The categories that have exercises, in the order of the format."""
    groups = []
    for category in vocabulary.CATEGORIES:
        found = tuple(exercise for exercise in library.exercises.values() if exercise.category == category)
        if found:
            title = inline.capital(words.term(category))
            heading = words.say("category_title", category=title)
            groups.append(Group(category, title, heading, f"{CATEGORIES}/{category}.md", found))
    return groups


def slug_of(area: str) -> str:
    """An area as part of an address; letters beyond a-z stay where nothing else would be left."""
    letters = unicodedata.normalize("NFKC", area.casefold())
    slug = kebab_case(area) or re.sub(r"[\W_]+", "-", letters).strip("-") or "other"
    if len(slug) > LONGEST_SLUG:
        slug = f"{slug[:LONGEST_SLUG]}_{sha256(slug.encode()).hexdigest()[:8]}"
    return f"{slug}_" if slug in ("index", "readme", *DEVICES) else slug  # no other area has an underscore
