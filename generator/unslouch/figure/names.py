"""The words of the pose language that are data: bases, parts of the body, places to touch, muscles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, get_args

from unslouch.figure.body import HANDS, SIDES
from unslouch.figure.landmarks import LANDMARKS
from unslouch.figure.muscles import MUSCLES


def _with_sides(names: Iterable[str]) -> list[str]:
    """Each ``{}`` name plain (the own side), and with left and right."""
    return [n.format(s) for n in names for s in (("", "left ", "right ") if "{}" in n else ("",))]


Base = Literal[
    "standing",
    "kneeling",
    "half-kneeling",
    "sitting",
    "long-sitting",
    "supine",
    "prone",
    "side-lying-left",
    "side-lying-right",
    "hands-and-knees",
]
BASE_NAMES: tuple[Base, ...] = get_args(Base)
_SIDED_PARTS = ("knee", "shin", "foot", "elbow", "forearm", "hand", "buttock", "shoulder")
PART_NAMES = ("torso", "head", "pelvis", *(f"{s} {p}" for s in SIDES for p in _SIDED_PARTS))
MUSCLE_NAMES = tuple(name for m in MUSCLES for name in (m, f"right {m}", f"left {m}"))

if TYPE_CHECKING:  # words that are data: text to a type checker, and to who reads an author's file one of these
    Part = str
    Touch = str
    MuscleName = str
    HandShape = str
else:
    Part = Literal[PART_NAMES]
    Touch = Literal[("floor", "nothing", *_with_sides(LANDMARKS))]
    MuscleName = Literal[MUSCLE_NAMES]
    HandShape = Literal[tuple(HANDS)]
