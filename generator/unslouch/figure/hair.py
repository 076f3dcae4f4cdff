"""Hair, and what is worn over it, as rows of flesh on the head.

``hair`` belongs to the head: who lies on it lies on its hair. ``locks`` is what stands off, hangs or is tied: it carries
nothing and gives way. Units, in the frames of the head, of the thorax, or of locks that hang (see :func:`skeleton.hanging`).
"""

from __future__ import annotations

from typing import NamedTuple

from unslouch.figure.body import CHAINS, Material, Station

HAIR, SKIN = Material.HAIR, Material.SKIN
Rows = list[Station]


class Hair(NamedTuple):
    """One kind of hair."""

    hair: Rows
    locks: Rows = []
    loose: bool = False
    """Whether each station of the locks is a curl by itself; else they are one strand."""


def _row(*spots: tuple[float, float, float, float, float], segment: str = "head", of: Material = HAIR) -> Rows:
    """Stations from x, y, z, radius and half width."""
    return [Station(segment, *spot, of) for spot in spots]


_SHORT = CHAINS["hair"]
_BALD = _row((2.6, 8.2, 0, 1.9, 0.4), (0, 7.0, 0, 4.3, 0), (-1.6, 6.2, 0, 4.1, 0), of=SKIN)
_CURLS = [
    (2.2, 9.6, 0), (2.0, 9.0, 2.7), (2.0, 9.0, -2.7), (0.6, 11.2, 1.6), (0.6, 11.2, -1.6), (0.2, 9.2, 4.3), (0.2, 9.2, -4.3),
    (-0.4, 6.9, 5.2), (-0.4, 6.9, -5.2), (-1.6, 11.8, 0), (-2.0, 10.6, 3.1), (-2.0, 10.6, -3.1), (-2.4, 8.2, 4.7),
    (-2.4, 8.2, -4.7), (-2.4, 5.6, 4.7), (-2.4, 5.6, -4.7), (-4.0, 10.4, 0), (-4.6, 8.4, 2.5), (-4.6, 8.4, -2.5),
    (-5.2, 6.2, 0), (-4.4, 5.4, 2.8), (-4.4, 5.4, -2.8), (-3.9, 3.7, 1.2), (-3.9, 3.7, -1.2),
]  # fmt: skip

KINDS: dict[str, Hair] = {
    "short": Hair(_SHORT),
    "cropped": Hair(_row((2.7, 8.6, 0.9, 1.7, 0.9), (0.3, 7.4, 0, 4.25, 0.2), (-1.2, 6.8, 0, 4.45, 0.1), (-2.2, 5.0, 0, 3.4, 0.4))),
    "bald": Hair(
        _BALD,
        _row((0.3, 5.9, 4.5, 0.7, 0), (-1.8, 5.2, 4.2, 1.1, 0), (-3.6, 4.8, 2.4, 1.5, 0), (-4.2, 4.6, 0, 1.6, 0),
             (-3.6, 4.8, -2.4, 1.5, 0), (-1.8, 5.2, -4.2, 1.1, 0), (0.3, 5.9, -4.5, 0.7, 0)),
    ),
    "curls": Hair(_SHORT, _row(*((x, y, z, 1.75, 0) for x, y, z in _CURLS)), loose=True),
    "bun": Hair(_SHORT, _row((-3.9, 10.0, 0, 2.0, 0), (-4.5, 10.9, 0, 2.3, 0))),
    "pony tail": Hair(
        _SHORT,
        _row((0, 0.4, 0, 1.2, 0), (0, -1.6, 0, 1.5, 0), (0, -5.0, 0, 1.8, 0), (0, -9.0, 0, 0.7, 0), segment="locks"),
    ),
    "scarf": Hair(
        _row((1.9, 8.2, 0, 3.0, 0.9), (0.2, 7.3, 0, 4.75, 0.2), (-1.4, 6.6, 0, 4.8, 0.1), (-1.2, 3.6, 0, 4.5, 0.4),
             (0.4, 0.6, 0, 3.6, 0.5)),
        [*_row((0.6, 0.2, 0, 3.3, 0.3)), *_row((-0.4, 9.4, 0, 3.5, 1.6), (0, 7.0, 0, 4.2, 3.2), segment="thorax")],
    ),
}  # fmt: skip
"""Kinds of hair by name."""
