"""What things are made of: solids, and places that can be touched.

Each thing has a frame of its own: X to its front, Y up, Z to its right, in percent of body height. Of one that
stands, the origin is the middle of its top (of a wall or a door: its foot), and its form is a function of how high
that is. Of one that a hand holds, the origin is in the closed hand, and X lies along what the hand closes round.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf
from typing import NamedTuple

from unslouch.figure.body import Triple


class Rod(NamedTuple):
    """A round bar with round ends."""

    start: Triple
    end: Triple
    radius: float


class Drum(NamedTuple):
    """A cylinder with flat ends."""

    start: Triple
    end: Triple
    radius: float


class Globe(NamedTuple):
    """A ball."""

    centre: Triple
    radius: float


class Slab(NamedTuple):
    """A board: its middle, its two half sides, half its thickness."""

    centre: Triple
    one: Triple
    other: Triple
    radius: float


class Box(NamedTuple):
    """A block, by two opposite corners; its edges are rounded by a radius."""

    low: Triple
    high: Triple
    radius: float


class Top(NamedTuple):
    """A flat place that can be touched: its middle, which way it looks, how far it goes along X or Y and along Z."""

    point: Triple = (0, 0, 0)
    normal: Triple = (0, 1, 0)
    along: float = inf
    across: float = inf


Solid = Rod | Drum | Globe | Slab | Box
Spot = Top | Rod | Drum | Globe
"""What can be touched: a flat place, a round one, a bar (:class:`Rod`) that hands close round."""


class Form(NamedTuple):
    """What a thing is made of, and what of it can be touched, by the names that authors write."""

    solids: tuple[Solid, ...] = ()
    spots: Mapping[str, Spot] = {}


CHAIR_HALF, CHAIR_BACK, CHAIR_BAR = 11.0, 23.0, 0.9


def _legs(half: tuple[float, float], height: float, radius: float, tops: tuple[float, float]) -> tuple[Rod, ...]:
    """Four legs from the floor, those in front and those at the back with tops of their own."""
    return tuple(
        Rod((x, radius - height, z), (x, top, z), radius)
        for x, top in zip((half[0], -half[0]), tops, strict=True)
        for z in (-half[1], half[1])
    )


def chair(height: float) -> Form:
    """A seat on four legs, with a back."""
    half, bar = CHAIR_HALF, CHAIR_BAR
    seat = Slab((0, -bar, 0), (half, 0, 0), (0, 0, half), bar)
    legs = _legs((half, half), height, bar, (-bar, CHAIR_BACK - bar))
    back = Slab((-half, CHAIR_BACK - 4 - bar, 0), (0, 0, half), (0, 4, 0), bar)
    spots = {"chair seat": Top(along=half, across=half), "chair back": Top((-half, CHAIR_BACK, 0), (0, 1, 0), 0, half)}
    return Form((seat, *legs, back), spots)


def on_legs(name: str, half: tuple[float, float], thick: float, leg: float) -> Callable[[float], Form]:
    """A flat top on four legs."""

    def form(height: float) -> Form:
        x, z = half
        top = Box((-x, -thick, -z), (x, 0, z), min(thick / 2, 1.6))
        legs = _legs((x - 2, z - 3), height, leg, (-thick, -thick))
        return Form((top, *legs), {name: Top(along=x, across=z)})

    return form


def block(name: str, half: tuple[float, float], edge: float) -> Callable[[float], Form]:
    """A block from the floor up."""

    def form(height: float) -> Form:
        x, z = half
        return Form((Box((-x, -height, -z), (x, 0, z), edge),), {name: Top(along=x, across=z)})

    return form


def wall(name: str, *solids: Solid, across: float = inf) -> Callable[[float], Form]:
    """An upright surface from the floor up; with nothing else it is drawn flat."""
    return lambda _: Form(solids, {name: Top((0, 0, 0), (1, 0, 0), inf, across)})


_POST, _DOORWAY, _LINTEL = 2.0, 25.5, 121.0
"""Half the thickness of a door's frame, half its width from post to post, how high it is: 87 by 206 cm."""


def door_frame(_: float) -> Form:
    """Two posts, one to each side of who stands between them, and what lies on them."""
    posts = [Box((-2 * _POST, 0, z - _POST), (0, _LINTEL, z + _POST), 0.8) for z in (_DOORWAY, -_DOORWAY)]
    lintel = Box((-2 * _POST, _LINTEL, -_DOORWAY - _POST), (0, _LINTEL + 2 * _POST, _DOORWAY + _POST), 0.8)
    return Form((*posts, lintel), {"door frame": Top((0, 0, 0), (1, 0, 0), inf, _DOORWAY + _POST)})


def on_posts(name: str, half: float, posts: float, thick: float) -> Callable[[float], Form]:
    """A bar that hands close round, across the person, on two posts."""

    def form(height: float) -> Form:
        across = Rod((0, 0, -half), (0, 0, half), 0.9)
        upright = [Rod((0, 0, z), (0, thick - height, z), thick) for z in (-posts, posts)]
        return Form((across, *upright), {name: across})

    return form


def ball(height: float) -> Form:
    """A ball on the floor."""
    ball = Globe((0, -height / 2, 0), height / 2)
    return Form((ball,), {"ball": ball})


def roller(height: float) -> Form:
    """A roll on the floor."""
    roller = Drum((0, -height / 2, -14), (0, -height / 2, 14), height / 2)
    return Form((roller,), {"foam roller": roller})


def round(height: float) -> Form:
    """A ball in the hands."""
    return Form((Globe((0, 0, 0), height / 2),))


def made_of(*solids: Solid) -> Callable[[float], Form]:
    """Solids that do not depend on anything."""
    return lambda _: Form(solids)
