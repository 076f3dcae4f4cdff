"""Things in the hands: where each is, and how a hand lies that closes round a bar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from unslouch.figure.body import SIDES
from unslouch.figure.geometry import UP, Matrix, Vector, columns, cross, unit, vector, without
from unslouch.figure.grips import grip_of
from unslouch.figure.kinds import ALONG_BACK, BOTH_HANDS, HANDS, KINDS, KNEES
from unslouch.figure.posture import Posture
from unslouch.figure.shown import Prop
from unslouch.figure.skeleton import Skeleton
from unslouch.figure.solids import Placed

_ON_BACK = (("pelvis", vector(-6.6, 2, 0)), ("head", vector(-6.0, 5, 0)))
"""Two places along which a stick on the back lies."""


def held_with_both(posture: Posture) -> bool:
    """Whether both hands close round one thing that is straight."""
    return any(prop.where == BOTH_HANDS and KINDS[prop.kind].grip == "grip" for prop in posture.props)


_KNEE, KNEE_THICK = vector(2, -21, 0), 3.3
"""A place in a thigh between which and the other's a thing may be held, and how thick the thigh is there."""
PALM = 1.25
"""From a hand's middle line to its palm."""


UPRIGHT = 0.75
"""How far up a hand's thumb points when what hangs in it turns its handle level."""


class Holding(NamedTuple):
    """A thing that is held: its axes, its origin, and how much room there is between what holds it (0 where it does not matter)."""

    axes: Matrix
    origin: Vector
    room: float = 0.0


def holdings(prop: Prop, body: Skeleton) -> Iterator[Holding]:
    """Where a held thing is, once for each of them."""
    right, left = (_within(prop, body, side) for side in SIDES)
    rotations = [body.frames[f"{side}_hand"].rotation for side in SIDES]
    if prop.where == BOTH_HANDS:
        room = float(np.linalg.norm(right - left)) - 2 * PALM
        yield Holding(_hung(unit(right - left), -rotations[0][:, 1], prop), (right + left) / 2, room)
    elif prop.where == ALONG_BACK:
        low, high = (body.point(segment, place) for segment, place in _ON_BACK)
        yield Holding(_hung(unit(high - low), body.frames["pelvis"].rotation[:, 0], prop), (low + high) / 2)
    elif prop.where == KNEES:
        one, other = (body.point(f"{side}_thigh", _KNEE) for side in SIDES)
        yield Holding(np.eye(3), (one + other) / 2, float(np.linalg.norm(one - other)) - 2 * KNEE_THICK)
    for side, rotation, place in zip(SIDES, rotations, (right, left), strict=True):
        if prop.where in (HANDS, f"{side} hand"):
            upright = KINDS[prop.kind].hangs and abs(rotation[1, 0]) > UPRIGHT
            yield Holding(_hung(rotation[:, 2 if upright else 0], rotation[:, 1], prop), place)


def _within(prop: Prop, body: Skeleton, side: str) -> Vector:
    """Where a hand has what it holds: within its fingers; of a thing that lies in it, in the palm of both, or on that of one."""
    kind = KINDS[prop.kind]
    if kind.grip == "grip":
        return grip_of(body, side)
    off = PALM + kind.height / 2 if prop.where != BOTH_HANDS else 0.0
    return body.point(f"{side}_hand", (0.5, -4.8, -SIDES[side] * off))


def _hung(axis: Vector, up: Vector, prop: Prop) -> Matrix:
    """The axes of something held along an axis; what hangs points down from there."""
    hanging = without(UP, axis)
    up = hanging if KINDS[prop.kind].hangs and hanging @ hanging > 0.05 else without(up, axis)
    return columns(axis, unit(up), cross(axis, unit(up)))


def held(prop: Prop, body: Skeleton) -> Iterator[Placed]:
    """A held thing in the world, once for each of them."""
    kind = KINDS[prop.kind]
    for axes, origin, room in holdings(prop, body):
        height = float(np.clip(room, *kind.fits)) if kind.fits and room else prop.tall
        yield Placed(kind.form(height).solids, axes, origin, kind.material)
