"""Arrows of what turns: the front of a ring around it, or, where the ring is seen as a circle, an arc beside it."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

import numpy as np

from unslouch.figure.flesh import Spheres
from unslouch.figure.geometry import PICTURE_UP, Line, Matrix, Vector, axis_angle, length, unit
from unslouch.figure.settle import Settled
from unslouch.figure.shown import Arrow

CLEAR = 3.5
"""Units between an arrow's middle line and the body."""


class _Turn(NamedTuple):
    """Where a part's turn is shown: a ring about a segment's length, around a point of it."""

    segment: str
    point: tuple[float, float, float]
    radius: float
    axis: int = 1
    """The segment's own axis that runs along its length: 0 is forward."""


_RINGS = {
    "head": _Turn("head", (-0.2, 11, 0), 7.2),
    "torso": _Turn("thorax", (0, 1, 0), 13.0),
    "pelvis": _Turn("pelvis", (0, 4, 0), 12.0),
    "upper arm": _Turn("upper_arm", (0, -10, 0), 6.0),
    "forearm": _Turn("forearm", (0, -8.5, 0), 5.5),
    "thigh": _Turn("thigh", (0, -14, 0), 8.0),
    "foot": _Turn("foot", (3.0, -2.0, 0), 5.0, 0),
}
FLATTEST = 0.32
"""Of a ring's width, its height at least: seen from the side it would be a line."""
HALF_TURN = 118.0
"""Degrees that a turn's arrow goes to either side of the ring's front."""
FACING, HALF_ARC = 0.7, 50.0
"""How much of a turn's axis points at the camera from which on its ring is seen as a circle, and would lie over what turns:
degrees that the arc beside that goes to either side of its middle."""
MOSTLY = 0.5
"""The share of a part's turn that is about its length, from which the arrow goes about that."""


def _ring(name: str) -> _Turn:
    side, _, part = name.partition(" ")
    return _RINGS[part]._replace(segment=f"{side}_{_RINGS[part].segment}") if part else _RINGS[name]


def _axis(ring: _Turn, pose: Settled) -> Vector:
    return pose.skeleton.frames[ring.segment].rotation[:, ring.axis]


def turned(name: str, start: Settled, end: Settled) -> float:
    """Degrees that a part turns about its own length."""
    ring = _ring(name)
    return float(np.degrees(_turn_of(ring, start, end) @ _axis(ring, end)))


def _turn_of(ring: _Turn, start: Settled, end: Settled) -> Vector:
    """The whole turn of a part: its axis, as long as the angle in radians."""
    before, after = (pose.skeleton.frames[ring.segment].rotation for pose in (start, end))
    return axis_angle(after @ before.T)


def way_of_turn(name: str, start: Settled, end: Settled) -> float:
    """How far the ring around a part goes with it, in units."""
    ring = _ring(name)
    return ring.radius * length(_turn_of(ring, start, end))


def _turned_about(ring: _Turn, start: Settled, end: Settled) -> Vector:
    """The axis that an arrow goes around: the part's length, or the axis of a turn that is mostly about another one."""
    own, whole = _axis(ring, end), _turn_of(ring, start, end)
    mostly = own if abs(float(whole @ own)) >= MOSTLY * length(whole) else whole / length(whole)
    return mostly if float(whole @ mostly) >= 0 else -mostly


def tilted(name: str, start: Settled, end: Settled) -> float:
    """How far a part's length points elsewhere, as a share of its turn about it."""
    ring = _ring(name)
    before, after = _axis(ring, start), _axis(ring, end)
    tilt = np.degrees(np.arccos(np.clip(before @ after, -1, 1)))
    return float(tilt / max(abs(turned(name, start, end)), 1e-6))


def turn(arrow: Arrow, start: Settled, end: Settled, body: Spheres, view: Matrix, size: float = 1.0) -> Line:
    """The front of a ring around what turns, across the body; beside it where the axis points at the camera."""
    assert arrow.turns is not None
    ring = _ring(arrow.turns)
    axis = view @ _turned_about(ring, start, end)
    centre = (view @ end.skeleton.point(ring.segment, ring.point))[:2]
    if abs(float(axis[2])) > FACING:
        ahead = (view @ end.skeleton.frames[ring.segment].rotation[:, 0])[:2]
        arc = _about(centre, ring.radius, float(axis[2]), ahead, body.flat(view), size)
        return arc + np.array([arrow.right, arrow.up])
    along = unit(axis[:2]) if length(axis[:2]) > 0.05 else PICTURE_UP
    across = np.array([along[1], -along[0]])
    front = along if axis[2] < 0 else -along
    height = max(abs(float(axis[2])), FLATTEST)
    angles = np.radians(np.linspace(-HALF_TURN, HALF_TURN, 21))  # the turn goes `across` at the ring's front
    line = centre + ring.radius * (np.outer(np.sin(angles), across) + np.outer(np.cos(angles), front) * height)
    return line + np.array([arrow.right, arrow.up])


def _about(centre: Line, radius: float, way: float, ahead: Line, flat: Spheres, size: float) -> Line:
    """An arc around a point: least over the body, rather near to ``ahead`` than far from it, rather small than large."""
    angles = np.radians(np.linspace(-HALF_ARC, HALF_ARC, 13)) * np.sign(way)
    first = np.arctan2(ahead[1], ahead[0])
    places = list(product(np.radians(np.arange(-180, 180, 15)), (0.8, 1.0, 1.2, 1.4)))
    arcs = np.array(
        [radius * r * np.stack([np.cos(first + a + angles), np.sin(first + a + angles)], 1) for a, r in places]
    )
    over = np.maximum(0, CLEAR * size - flat.clearance(arcs + centre)).sum(1)
    cost = over + [6 * abs(a) + 4 * r for a, r in places]
    return np.asarray(centre + arcs[int(cost.argmin())])
