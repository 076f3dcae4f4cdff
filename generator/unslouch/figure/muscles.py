"""Which patches of flesh show a working muscle."""

from __future__ import annotations

from typing import NamedTuple

from unslouch.figure.body import Triple
from unslouch.figure.geometry import Vector, vector


class Capsule(NamedTuple):
    """A patch of muscle: all flesh within ``radius`` of the line from ``start`` to ``end``, right side."""

    segment: str
    start: Vector
    end: Vector
    radius: float


def _patch(segment: str, start: Triple, end: Triple, radius: float) -> Capsule:
    """A patch of muscle from plain tuples."""
    return Capsule(segment, vector(*start), vector(*end), radius)


MUSCLES: dict[str, list[Capsule]] = {
    "abdominals": [_patch("spine1", (5, -3, 0), (5, 8, 0), 4)],
    "abductors": [_patch("pelvis", (-0.5, 5.5, 8), (-1, 0, 9), 4.3)],
    "adductors": [_patch("*_thigh", (1.5, -2.5, -4.5), (1, -13.5, -4), 2.8)],
    "biceps": [_patch("*_upper_arm", (2.4, -4, 0), (2, -13, 0), 2)],
    "calves": [_patch("*_shank", (-3.5, -4, 0), (-3, -13, 0), 2.8)],
    "chest": [_patch("thorax", (5.5, 4, 2.5), (5, 3, 6), 3.2)],
    "forearms": [_patch("*_forearm", (0, -2, 0), (0, -9, 0), 2.6)],
    "glutes": [
        _patch("*_buttock", (-5.4, 2.6, -0.4), (-5.0, -3.4, 1.2), 4.3),
        _patch("*_buttock", (-4.6, 2.0, 2.6), (-4.0, -2.4, 3.2), 3.2),
    ],
    "hamstrings": [_patch("*_thigh", (-4.6, -5, 0), (-3, -20, 0), 3.2)],
    "hip flexors": [
        _patch("pelvis", (5, 4.5, 3.5), (5, 0, 4.5), 2.6),
        _patch("*_thigh", (4.5, -1, 0), (4.5, -10, 0), 2.7),
    ],
    "lats": [_patch("thorax", (-4, 2, 6), (-4, -6, 4.5), 3.4)],
    "lower back": [_patch("pelvis", (-5, 6, 1.5), (-4.5, 12, 1.5), 3)],
    "middle back": [_patch("thorax", (-5, 4, 2.5), (-5, -2, 2.5), 3.4)],
    "neck": [_patch("neck", (0, 0, 2.2), (0.4, 4, 2.2), 1.8)],
    "obliques": [_patch("spine1", (2, -3, 6), (2, 6, 6), 3)],
    "piriformis": [_patch("*_buttock", (-5, 1.6, -3), (-3.4, 0.4, 2.4), 2.4)],
    "quadriceps": [_patch("*_thigh", (4.6, -4, 0.5), (3.6, -18, 0.3), 3.4)],
    "shoulders": [_patch("*_upper_arm", (0, 0, 2), (0, -6, 2), 3)],
    "tensor fasciae latae": [_patch("pelvis", (3.6, 4, 7.4), (2.8, -4, 7.8), 2.2)],
    "traps": [_patch("thorax", (-2.5, 9, 2), (-1.5, 7.6, 7), 2.4)],
    "triceps": [_patch("*_upper_arm", (-2.2, -3, 0), (-1.8, -13, 0), 2)],
}
"""Patches that show a working muscle, by the words of :mod:`unslouch.content.vocabulary`."""
