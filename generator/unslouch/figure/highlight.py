"""Working muscles on the flesh: where they are, and what share of them a picture shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import CHAIN_NAMES, SIDES, sided
from unslouch.figure.depth import DepthMap, Grid
from unslouch.figure.flesh import Spheres
from unslouch.figure.geometry import Vector, vector
from unslouch.figure.muscles import MUSCLES, Strip, sides_of
from unslouch.figure.skeleton import Skeleton

Floats = NDArray[np.float64]
BELLY = 0.42
"""From this strength on a place is the belly of the muscle, shown deeper."""
EDGE = 14.0
"""Square units: a muscle of which less is in sight is seen from its edge, and shown wider."""
WIDER = 1.6

CORE = [i for i, n in enumerate(CHAIN_NAMES) if n == "torso" or n.endswith(("glute", "shoulder"))]
"""The chains of the trunk."""


@cache
def _chains_over(strip: Strip, side: str) -> tuple[int, ...]:
    """The chains of flesh that a muscle shows through: those of its limbs, or the trunk and what joins it."""
    chains: set[int] = set()
    for segment in {spot.segment for spot in strip}:
        limb = segment.removeprefix("*_")
        if segment.startswith("*") and limb != "buttock":
            chains.add(CHAIN_NAMES.index(f"{side}_{limb}"))
        else:
            joined = (f"{side}_thigh", f"{side}_upper_arm", f"{side}_shoulder", "neck")
            chains |= {*CORE, *(CHAIN_NAMES.index(name) for name in joined)}
    return tuple(sorted(chains))


class Course:
    """A strip of one side on a solved body: round cones from spot to spot, and the chains it shows through."""

    def __init__(self, strip: Strip, side: str, body: Skeleton):
        """``strip`` as written for the right side."""
        mirror = vector(1, 1, SIDES[side])
        self.places = np.array([body.point(sided(s.segment, side), np.array(s.place) * mirror) for s in strip])
        self.radii = np.array([s.radius * body.person.stretch[sided(s.segment, side)].girth for s in strip])
        self.chains = _chains_over(strip, side)

    def strength(self, points: Floats, wider: float = 1.0) -> Floats:
        """Of each of (n, 3) places: 1 on the muscle's middle line, nothing at its edge, negative beyond it."""
        best = np.full(len(points), -1.0)
        for (a, b), (from_, to) in zip(pairwise(self.places), pairwise(self.radii * wider), strict=True):
            line = b - a
            along = np.clip((points - a) @ line / max(float(line @ line), 1e-9), 0, 1)
            distance = np.linalg.norm(points - a - along[:, None] * line, axis=1)
            np.maximum(best, 1 - distance / (from_ + along * (to - from_)), out=best)
        return best

    def window(self, seen: DepthMap) -> tuple[slice, slice]:
        """The rows and columns of a picture in which it can be."""
        flat, reach = (self.places @ seen.view.T)[:, :2], self.radii.max() * WIDER
        left, bottom = flat.min(0) - reach
        right, top = flat.max(0) + reach
        rows = (max(int((seen.box.top - y) * seen.scale), 0) for y in (top, bottom))
        columns = (max(int((x - seen.box.left) * seen.scale), 0) for x in (left, right))
        return slice(*rows), slice(*columns)


def courses(body: Skeleton, names: Sequence[str]) -> Iterator[Course]:
    """Each strip of the muscles on each of their sides, once, however often it is named."""
    for muscle, side in dict.fromkeys((muscle, side) for muscle, sides in map(sides_of, names) for side in sides):
        yield from (Course(strip, side, body) for strip in MUSCLES[muscle])


def working(seen: DepthMap, body: Skeleton, names: Sequence[str]) -> Grid:
    """How strongly a working muscle shows at each pixel: above 0 it does, from ``BELLY`` on as its belly."""
    out = np.full(seen.depth.shape, -1, np.float32)
    for course in courses(body, names):
        here = course.window(seen)
        allowed = seen.shows(course.chains, here)
        points = seen.places(here)[allowed]
        strength = course.strength(points)
        if 0 < (strength > 0).sum() < EDGE * seen.scale**2:
            strength = course.strength(points, WIDER)
        out[here][allowed] = np.maximum(out[here][allowed], strength)
    return out


def _directions(count: int) -> Floats:
    """Directions spread evenly over a sphere (a Fibonacci spiral): (count, 3)."""
    i = np.arange(count) + 0.5
    height, turn = 1 - 2 * i / count, np.pi * (1 + 5**0.5) * i
    flat = np.sqrt(1 - height**2)
    return np.stack([flat * np.cos(turn), height, flat * np.sin(turn)], 1)


Area = tuple[Floats, Floats]
"""Of a surface: (n, 3) places and (n, 3) outward pieces of area."""


def area(cloud: Spheres, body: Skeleton, names: Sequence[str]) -> Area:
    """The flesh's surface over the muscles."""
    found = [_surface(course, cloud) for course in courses(body, names)]
    places, areas = (np.concatenate(each) for each in zip(*found, strict=True))
    return places, areas


def _surface(course: Course, cloud: Spheres, dots: int = 64) -> Area:
    flesh = cloud.where(np.isin(cloud.chain, course.chains))
    near = course.strength(flesh.centres, 1 + float(flesh.radii.max()) / float(course.radii.min())) > 0
    flesh = flesh.where(near)
    outward = _directions(dots)
    places = (flesh.centres[:, None] + flesh.radii[:, None, None] * outward).reshape(-1, 3)
    areas = ((4 * np.pi / dots) * flesh.radii[:, None, None] ** 2 * outward).reshape(-1, 3)
    there = course.strength(places) > 0
    places, areas = places[there], areas[there]
    outside = flesh.clearance(places) > -0.05
    return places[outside], areas[outside]


def _visible(places: Floats, seen: DepthMap) -> NDArray[np.bool_]:
    """Which places no other flesh hides."""
    flat = places @ seen.view.T
    rows, cols = seen.depth.shape
    col = np.clip(((flat[:, 0] - seen.box.left) * seen.scale).astype(int), 0, cols - 1)
    row = np.clip(((seen.box.top - flat[:, 1]) * seen.scale).astype(int), 0, rows - 1)
    return seen.depth[row, col] < flat[:, 2] + 1 / seen.scale


def share_in_sight(seen: DepthMap, muscles: Area) -> float:
    """The area of the working muscles in a picture, as a share of what the best view of them would show.

    The best view is that with the most area, of all around, with nothing before it: 1 is as good as it gets.
    """
    places, areas = muscles
    toward: Vector = seen.view[2]
    shown = np.maximum(areas @ toward, 0)[_visible(places, seen)].sum()
    best = np.maximum(areas @ _directions(60).T, 0).sum(0).max()
    return float(min(shown / max(best, 1e-9), 1.0))
