"""The words of the pose language that are data: bases, parts of the body, places to touch, muscles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, get_args

from unslouch.figure.body import HANDS, SIDES
from unslouch.figure.kinds import KIND_OF
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
Gaze = Literal["ahead", "up", "down", "right", "left"]
_SIDED_PARTS = ("thigh", "knee", "shin", "leg", "foot", "elbow", "forearm", "arm", "hand", "buttock", "shoulder")
PART_NAMES = ("torso", "back", "chest", "waist", "pelvis", "head", *(f"{s} {p}" for s in SIDES for p in _SIDED_PARTS))
MUSCLE_NAMES = tuple(name for m in MUSCLES for name in (m, f"right {m}", f"left {m}"))

BOTH = {"feet": "foot", **{f"{part}s": part for part in _SIDED_PARTS if part != "foot"}}
"""Parts of both sides in one word."""
THING_SURFACES = tuple(KIND_OF)

if TYPE_CHECKING:  # words that are data: text to a type checker, and to who reads an author's file one of these
    Part = str
    Touch = str
    Lying = str
    Surface = str
    MuscleName = str
    HandShape = str
else:
    Part = Literal[PART_NAMES]
    Touch = Literal[("floor", "nothing", *THING_SURFACES, *_with_sides(LANDMARKS))]
    Lying = Literal[(*PART_NAMES, *BOTH)]
    Surface = Literal[("floor", "nothing", *THING_SURFACES, *PART_NAMES)]
    MuscleName = Literal[MUSCLE_NAMES]
    HandShape = Literal[tuple(HANDS)]
