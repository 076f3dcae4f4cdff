"""The people of the pictures, each drawn once, for the page "How the figures are drawn"."""

from __future__ import annotations

from dataclasses import dataclass

from unslouch.figure import Figure, Form
from unslouch.figure.people import PEOPLE
from unslouch.guide.guide import Guide, View
from unslouch.guide.words import Words

_POSE = "standing"


@dataclass(frozen=True)
class Shown:
    """One person, to be drawn like an exercise, and what an author writes to choose them."""

    id: str
    figure: Figure
    written: str
    forms: tuple[Form, ...] = ("page",)


def people(words: Words) -> list[Shown]:
    """All that there are, in the order of the table."""
    return [
        Shown(f"guide.people.{name}", _figure(name, words.say("alt_person", name=name)), f"person: {name}")
        for name in PEOPLE
    ]


def _figure(person: str, alt: str) -> Figure:
    pose = {"base": "standing", "camera": {"view": "three-quarter"}, "alt": alt}
    return Figure.model_validate({"person": person, "poses": {_POSE: pose}})


def picture(shown: Shown, guide: Guide) -> list[View]:
    """Someone as a page shows them: a list of one, or of none where nothing is drawn."""
    found = guide.pictures.of(shown, _POSE)
    if found is None:
        return []
    return [View(guide.pictures.path(shown, _POSE), found.right, found.width, found.height, "right")]
