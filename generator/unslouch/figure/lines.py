"""Bands, straps and towels that are lines: round two limbs, from hands round a foot or a thigh, from hand to hand, to a door."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import SIDES, Material, Triple, sided
from unslouch.figure.flesh import Spheres, limb_profile, prop_spheres
from unslouch.figure.geometry import UP, Vector, cross, unit, vector, without
from unslouch.figure.grips import grip_of
from unslouch.figure.kinds import DOOR, HANDS, KINDS
from unslouch.figure.rests import is_loop
from unslouch.figure.settle import Settled
from unslouch.figure.shown import Prop
from unslouch.figure.skeleton import Skeleton
from unslouch.figure.solids import Points, rod

BAND_DRAWN = 0.45
"""The share of a band's width that it loses halfway between two limbs that stretch it."""
ANCHOR = 62.0
"""How high a band is fixed to a door: chest height of who sits, waist height of who stands."""
ANCHOR_SIZE = 1.7
"""The radius of what it is fixed with: seen as a knob of its own."""
OVER = 0.3
"""How far over the skin a loop lies."""
PLIES = 5
"""Lines of spheres side by side that a ribbon is drawn with."""


class Loop(NamedTuple):
    """What a band goes round: a segment of the standard body, a place in it, how thick it is there, which of its axes is its
    length."""

    segment: str
    centre: Vector
    radius: float
    axis: int = 1


def _round_limb(segment: str, along: float) -> Loop:
    radius, centre = limb_profile(segment, along)
    return Loop(f"*_{segment}", centre, radius)


AROUND = {
    "thighs": _round_limb("thigh", 0.7),
    "knees": _round_limb("thigh", 0.9),
    "ankles": _round_limb("shank", 0.8),
    "feet": Loop("*_foot", vector(4.2, -2.0, 0), 2.2, 0),
}
"""Both limbs that a band goes round."""


class Wrap(NamedTuple):
    """How a line goes round one limb: places in a segment on its inner side, on its back, on its outer side; its length's axis."""

    segment: str
    places: tuple[Triple, Triple, Triple]
    axis: int = 1


def _behind_thigh() -> Wrap:
    radius, centre = limb_profile("thigh", 0.62)
    sides = [centre + vector(-radius * 0.4, 0, z * (radius + 0.3)) for z in (-1, 1)]
    back = centre + vector(-radius - 0.4, 0, 0)
    return Wrap("*_thigh", (tuple(sides[0]), tuple(back), tuple(sides[1])))


WRAPS = {
    "thigh": _behind_thigh(),
    "foot": Wrap("*_foot", ((4.6, -1.6, -2.7), (4.6, -4.1, 0), (4.6, -1.6, 2.7)), 0),
}
"""By the limb."""


def line(prop: Prop, pose: Settled) -> Spheres:
    """A band, a strap or a towel as spheres."""
    if is_loop(prop):
        return loop(pose.skeleton, AROUND[prop.where])
    kind = KINDS[prop.kind]
    assert kind.ribbon is not None, "it is a line"
    width, thick = kind.ribbon
    fixed = [prop_spheres(_anchor(prop, pose)[None], ANCHOR_SIZE, Material.METAL)] if prop.where == DOOR else []
    ways = [np.concatenate([rod(p, q, thick) + across * w for p, q in pairwise(way)])
            for way, across in routes(prop, pose) for w in np.linspace(-width / 2, width / 2, PLIES)]  # fmt: skip
    return reduce(Spheres.and_also, fixed, prop_spheres(np.concatenate(ways), thick, kind.material))


def routes(prop: Prop, pose: Settled) -> Iterator[tuple[list[Vector], Vector]]:
    """The ways that a line takes, each with the direction in which it is wide."""
    body, ends = pose.skeleton, ends_of(prop, pose.skeleton)
    if prop.where == HANDS:
        yield ends, _wide(ends, UP)
    elif prop.where == DOOR:
        anchor = _anchor(prop, pose)
        yield from (([end, anchor], _wide([end, anchor], UP)) for end in ends)
    else:
        limbs = [(side, name) for name in WRAPS for side in SIDES if prop.where in (f"{side} {name}", _PLURALS[name])]
        yield _round(body, limbs, ends)


def tight(prop: Prop, pose: Settled) -> Points:
    """The middle of a line that is straight between the hands, or from them to a door; of one round a limb, nothing."""
    if prop.where not in (HANDS, DOOR):
        return np.empty((0, 3))
    return np.concatenate([rod(*ends, 1.0) for way, _ in routes(prop, pose) for ends in pairwise(way)])


_PLURALS = {"thigh": "thighs", "foot": "feet"}


def ends_of(prop: Prop, body: Skeleton) -> list[Vector]:
    """Where the ends of a line are."""
    to = prop.to or HANDS
    if to == HANDS:
        return [grip_of(body, side) for side in SIDES]
    side, limb = to.split()
    return [grip_of(body, side) if limb == "hand" else body.point(f"{side}_shank", (1.6, -20.5, 0))]


def _round(body: Skeleton, limbs: Sequence[tuple[str, str]], ends: list[Vector]) -> tuple[list[Vector], Vector]:
    """From the one end round one limb, or round two, to the other; each end to the side that it is on."""
    way: list[Vector] = []
    for side, name in limbs:
        segment, places, _ = WRAPS[name]
        way += [body.point(sided(segment, side), place) for place in places]
    side, name = limbs[0]
    if len(limbs) == 2:  # over the soles: right outside, right, left, left outside
        way = [way[2], way[1], way[4], way[5]]
    along = way[-1] - way[0]
    ends = sorted(ends, key=lambda end: float(end @ along))
    across = body.frames[sided(WRAPS[name].segment, side)].rotation[:, WRAPS[name].axis]
    return [ends[0], *way, ends[-1]], across


def _anchor(prop: Prop, pose: Settled) -> Vector:
    """Where on a door a band is fixed; where the hips are when there is no door."""
    doors = [thing for thing in pose.things.values() if thing.kind == DOOR]
    height = ANCHOR if prop.height is None else prop.height
    if not doors:
        return pose.part("pelvis")
    return doors[0].place + doors[0].front * 0.6 + UP * height


def _wide(way: list[Vector], up: Vector) -> Vector:
    across = without(up, way[-1] - way[0])
    return unit(across) if across @ across > 1e-3 else vector(1, 0, 0)


def loop(body: Skeleton, round_both: Loop) -> Spheres:
    """An elastic loop round both limbs: straight between them, round their outsides."""
    segment, centre, limb, axis = round_both
    radius = limb * body.person.stretch[sided(segment, "right")].girth + OVER
    left, right = (body.point(sided(segment, s), centre) for s in ("left", "right"))
    axes = [body.frames[sided(segment, s)].rotation[:, axis] for s in ("left", "right")]
    across = unit(right - left)
    front = cross(unit(without(axes[0] + axes[1], across)), across)
    ribbon: list[tuple[Vector, Vector]] = []
    span = float(np.linalg.norm(right - left))
    drawn = BAND_DRAWN * np.clip(span / (2 * radius) - 1, 0, 1)
    for t in np.linspace(0, 1, int(span / 0.5) + 2):
        along_limb = unit(axes[0] + (axes[1] - axes[0]) * t) * (1 - drawn * np.sin(np.pi * t))
        ribbon += [(left + (right - left) * t + front * radius * face, along_limb) for face in (1, -1)]
    for angle in np.radians(np.linspace(-90, 90, 24)):
        for place, outward, axis_of in ((right, across, axes[1]), (left, -across, axes[0])):
            out = unit(without(outward, axis_of))
            ribbon.append((place + radius * (np.cos(angle) * out + np.sin(angle) * cross(axis_of, out)), axis_of))
    kind = KINDS["band"]
    assert kind.ribbon is not None, "a band is a line"
    widths = np.linspace(-kind.ribbon.width / 2, kind.ribbon.width / 2, PLIES)
    return prop_spheres(places(ribbon, widths), kind.ribbon.thickness, kind.material)


def places(ribbon: list[tuple[Vector, Vector]], widths: NDArray[np.float64]) -> NDArray[np.float64]:
    """The centres of a ribbon's spheres: its middle line, each point with the direction in which it is wide."""
    return np.array([p + a * w for p, a in ribbon for w in widths])
