"""Places on the body that a hand or a foot can touch, by name."""

from __future__ import annotations

from typing import NamedTuple

from unslouch.figure.body import Triple
from unslouch.figure.geometry import Vector, vector


class Landmark(NamedTuple):
    """A place on the body that a hand or foot can touch.

    ``point``, the ``outward`` normal and where the ``fingers`` of a hand lying there
    point are in the segment's frame, for the right side. Without ``fingers``, a hand
    takes hold the way it comes from the shoulder.
    """

    segment: str
    point: Vector
    outward: Vector
    fingers: Vector | None


def _at(segment: str, point: Triple, outward: Triple, fingers: Triple | None = None) -> Landmark:
    """A landmark from plain tuples."""
    return Landmark(segment, vector(*point), vector(*outward), None if fingers is None else vector(*fingers))


LANDMARKS: dict[str, Landmark] = {
    "{}thigh": _at("*_thigh", (4.6, -17, 0), (1, 0, 0), (0, -1, 0)),
    "{}knee": _at("*_thigh", (3.3, -24.5, 0), (1, -0.35, 0), (0, -1, 0)),
    "outside of {}knee": _at("*_thigh", (0, -24, 3.2), (0, 0, 1)),
    "above {}knee": _at("*_thigh", (5, -20, -2.5), (1, 0, 0), (0, -1, 0)),
    "back of {}thigh": _at("*_thigh", (-4.1, -16, 1), (-1, 0, 0), (0, 0, -1)),
    "outside of {}thigh": _at("*_thigh", (0, -15, 4.4), (0, 0, 1), (0, -1, 0)),
    "{}shin": _at("*_shank", (2.6, -9, 0), (1, 0, 0)),
    "{}ankle": _at("*_shank", (1.4, -21.5, 1.4), (1, 0, 0.8)),
    "inside of {}ankle": _at("*_shank", (1.3, -19.5, -1.1), (1, 0, -0.85), (0.85, -0.3, 1)),
    "{}foot": _at("*_foot", (5.5, -1, 0), (0.4, 1, 0)),
    "{}toes": _at("*_foot", (8, -1, -1.6), (0, 0.6, -0.8), (0.7, -0.35, 0.6)),
    "{}heel": _at("*_foot", (-4.2, -2, 0), (-1, 0, 0)),
    "{}hip": _at("pelvis", (1, 8.2, 8.6), (0.3, 0.2, 1), (1, -0.45, -0.15)),
    "belly": _at("pelvis", (6, 8, 2), (1, 0, 0), (0, 0.2, -1)),
    "lower back": _at("pelvis", (-5.5, 8, 3.5), (-1, 0, 0), (0, -0.4, -1)),
    "side of head": _at("head", (-0.8, 5.4, 4.9), (0, 0, 1), (-0.5, 1, 0)),
    "back of head": _at("head", (-5.2, 4, 1.5), (-1, 0, 0), (0, 0.3, -1)),
    "chest": _at("thorax", (5.6, 2, 2.5), (1, 0, 0), (0, 0.3, -1)),
    "{}shoulder": _at("thorax", (4.4, 6, 9), (1, 0.4, 0.2), (-0.3, 0.6, 0.6)),
    "other hand": _at("thorax", (11.5, 0, 0), (0, 0, 1), (0.1, 1, 0)),
}
"""Places by name; ``{}`` takes nothing (the limb's own side), ``left `` or ``right ``."""
