"""Which flesh shows a working muscle: along its course, thick at the belly and thin at the ends."""

from __future__ import annotations

from typing import NamedTuple

from unslouch.figure.body import SIDES, Triple

_S = tuple[str, Triple, float]


class Spot(NamedTuple):
    """A place on a muscle's course in a segment's frame, right side, and how far the muscle reaches around it."""

    segment: str
    place: Triple
    radius: float


Strip = tuple[Spot, ...]
"""A muscle, or a part of it, from one end to the other."""


def _strip(*spots: _S) -> Strip:
    """A strip from plain tuples."""
    return tuple(Spot(*spot) for spot in spots)


def _on(segment: str, *spots: tuple[float, float, float, float]) -> Strip:
    """A strip on one segment: x, y, z and radius of each spot."""
    return tuple(Spot(segment, (x, y, z), radius) for x, y, z, radius in spots)


MUSCLES: dict[str, list[Strip]] = {
    "abdominals": [
        _strip(
            ("pelvis", (4.9, 3.5, 0), 2.0),
            ("pelvis", (5.0, 8, 0), 3.6),
            ("spine1", (5.0, 2.5, 0), 3.8),
            ("spine3", (5.6, 1, 0), 3.4),
            ("thorax", (5.6, 1.5, 0), 2.2),
        )
    ],
    "abductors": [
        _strip(
            ("pelvis", (-1.0, 7.4, 7.2), 2.2),
            ("pelvis", (-0.8, 3.2, 8.6), 4.2),
            ("*_thigh", (-0.2, -2, 4.7), 2.6),
            ("*_thigh", (0, -5.5, 4.8), 1.2),
        ),
        _strip(
            ("pelvis", (-4.2, 7.0, 4.4), 1.6),
            ("pelvis", (-3.6, 3.8, 6.6), 3.0),
            ("*_thigh", (-0.8, -1.5, 4.7), 1.8),
        ),
    ],
    "adductors": [
        _on(
            "*_thigh",
            (2.4, -1, -4.2, 2.8),
            (2.2, -6, -4.4, 3.9),
            (1.8, -12, -4, 3.6),
            (1.0, -18, -3.3, 2.2),
            (0.4, -22, -2.8, 0.9),
        )
    ],
    "biceps": [
        _on("*_upper_arm", (2.4, -2.5, 0, 1.2), (2.6, -7.5, 0, 2.2), (2.3, -11.5, 0, 2.0), (1.9, -15.5, 0, 0.9))
    ],
    "calves": [
        _on(
            "*_shank",
            (-3, -1.5, 0, 1.6),
            (-3.7, -6, 0, 2.9),
            (-3.3, -11, 0, 2.4),
            (-2.2, -17, 0, 1.2),
            (-1.8, -21, 0, 0.7),
        )
    ],
    "chest": [_on("thorax", (5.6, 2.4, 1.4, 2.2), (5.6, 3.4, 4.6, 3.2), (3.6, 5, 8, 1.8))],
    "forearms": [
        _on("*_forearm", (0.8, -1, 1.6, 1.3), (1, -4, 1.8, 2.2), (0.6, -9, 1.4, 1.7), (0.3, -12.5, 1.1, 0.9)),
        _on("*_forearm", (0.8, -1.5, -1.6, 1.3), (0.6, -5, -1.8, 2), (0.3, -10, -1.3, 1.4), (0.2, -12.5, -1.1, 0.8)),
    ],
    "glutes": [
        _strip(
            ("pelvis", (-4.7, 5.2, 3.6), 2.4),
            ("*_buttock", (-5.2, 1.2, 0.7), 4.4),
            ("*_buttock", (-4.4, -2.8, 2.0), 3.9),
            ("*_thigh", (-2.6, -7.5, 3.4), 1.6),
        )
    ],
    "hamstrings": [
        _strip(
            ("*_buttock", (-5.6, -4.4, 0.2), 1.8),
            ("*_thigh", (-4.4, -10, 0.4), 3.8),
            ("*_thigh", (-3.7, -16, 0.2), 3.3),
            ("*_thigh", (-2.9, -21, 0), 1.9),
            ("*_thigh", (-2.6, -24, 0), 0.9),
        ),
        _on("*_thigh", (-3.4, -7, 2.2, 1.4), (-2.8, -13, 3.2, 2.4), (-2.2, -19, 2.6, 1.8), (-2, -23, 2.2, 0.9)),
    ],
    "hip flexors": [
        _strip(
            ("pelvis", (5.2, 6, 3.2), 1.4),
            ("pelvis", (5.4, 1.5, 4.4), 2.9),
            ("*_thigh", (4.9, -2.5, 0), 2.9),
            ("*_thigh", (4.9, -8, 0.2), 2.3),
            ("*_thigh", (4.3, -14, 0.3), 1.0),
        )
    ],
    "lats": [
        _strip(
            ("pelvis", (-4.8, 8, 3), 1.2),
            ("spine2", (-4.6, 1, 4.5), 2.6),
            ("thorax", (-3.8, 0, 7), 3.4),
            ("thorax", (-2.4, 3.5, 8.6), 1.8),
        )
    ],
    "lower back": [
        _strip(
            ("pelvis", (-5.4, 4.5, 1.8), 1.4),
            ("spine0", (-4.8, 2, 1.9), 2.6),
            ("spine1", (-4.8, 3, 1.9), 2.4),
            ("spine3", (-5, 0, 1.8), 1.2),
        )
    ],
    "middle back": [
        _strip(
            ("spine2", (-4.8, 2, 2), 1.8),
            ("spine3", (-5, 2, 2.6), 3.0),
            ("thorax", (-4.9, 3.5, 3), 3.0),
            ("thorax", (-4.0, 6.4, 4.5), 1.6),
        )
    ],
    "neck": [_strip(("neck", (-0.2, 0.6, 2.2), 0.9), ("neck", (0, 2.4, 2.3), 2.0), ("head", (-1, 1.5, 3), 0.9))],
    "obliques": [
        _strip(
            ("pelvis", (2.6, 7, 7), 1.6),
            ("spine0", (2.2, 2.5, 6.8), 2.8),
            ("spine2", (1.8, 2, 7), 2.8),
            ("thorax", (2, 0.5, 8), 1.5),
        )
    ],
    "piriformis": [_on("*_buttock", (-5.2, 2.4, -3.6, 1.8), (-5, 1.2, -0.4, 2.7), (-3.2, 0.2, 3.4, 1.3))],
    "quadriceps": [
        _on(
            "*_thigh",
            (4.4, -3, 0.4, 1.8),
            (4.7, -8, 0.3, 3.6),
            (4.4, -14, 0, 3.6),
            (3.6, -20, 0, 2.4),
            (3.2, -23, 0, 1),
        ),
        _on("*_thigh", (3.2, -4.5, 2.8, 1.4), (2.6, -10, 3.7, 3.0), (2.4, -16, 3.4, 2.6), (2.6, -21.5, 1.6, 1.2)),
        _on("*_thigh", (3.2, -10, -2.8, 1.4), (3.0, -16, -2.6, 2.4), (2.6, -20.5, -1.9, 2.0), (2.6, -22.5, -1, 1)),
    ],
    "shoulders": [_on("*_upper_arm", (0.3, 2, 1.8, 1.8), (0, -1.5, 2.5, 3.2), (0, -5, 2.5, 2.4), (0, -8.5, 2.2, 1))],
    "tensor fasciae latae": [
        _strip(
            ("pelvis", (3.4, 6.5, 7.2), 1.3),
            ("pelvis", (3.6, 1.5, 7.8), 2.4),
            ("*_thigh", (2.6, -5, 3.6), 2.0),
            ("*_thigh", (1.4, -11, 4.2), 0.9),
        )
    ],
    "traps": [_on("thorax", (-2.4, 11, 1.6, 1.4), (-2.8, 9.4, 4, 2.6), (-1.6, 8, 7.4, 1.6))],
    "triceps": [_on("*_upper_arm", (-2.4, -2, 0, 1.2), (-2.6, -7, 0, 2.2), (-2.2, -12, 0, 1.8), (-1.8, -15.5, 0, 0.9))],
}
"""Working muscles by the words of :mod:`unslouch.content.vocabulary`."""


def sides_of(name: str) -> tuple[str, tuple[str, ...]]:
    """``right hip flexors`` as the muscle and its sides; both where none is said."""
    side, _, rest = name.partition(" ")
    return (rest, (side,)) if side in SIDES else (name, tuple(SIDES))
