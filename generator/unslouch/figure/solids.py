"""The solids of things as spheres in the world, and how deep a place is inside them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.flesh import Spheres, prop_spheres
from unslouch.figure.forms import Box, Drum, Globe, Rod, Slab, Solid
from unslouch.figure.geometry import Matrix, Vector, cross, unit, vector, without

Points = NDArray[np.float64]
DRUM_EDGE = 0.9
"""By how much the edges of a drum are rounded, in units."""


def smooth_spacing(radius: float) -> float:
    """How far apart spheres may be so that no ink is drawn between them."""
    return float(np.sqrt(8 * radius * 0.08))


def rod(start: Vector, end: Vector, radius: float) -> Points:
    """Centres along a line."""
    count = max(2, int(np.ceil(np.linalg.norm(end - start) / smooth_spacing(radius))) + 1)
    return start + np.linspace(0, 1, count)[:, None] * (end - start)


def slab(centre: Vector, one: Vector, other: Vector, radius: float) -> Points:
    """Centres over a rectangle given by its half sides."""
    steps = [int(np.ceil(2 * np.linalg.norm(v) / smooth_spacing(radius))) + 1 for v in (one, other)]
    u, v = (np.linspace(-1, 1, n) for n in steps)
    return centre + (u[:, None, None] * one + v[None, :, None] * other).reshape(-1, 3)


class Placed(NamedTuple):
    """Solids of one frame that is turned and placed in the world."""

    solids: Sequence[Solid]
    rotation: Matrix
    origin: Vector
    material: int

    def spheres(self) -> Spheres:
        """The solids as spheres."""
        pieces = [_sampled(solid) for solid in self.solids]
        centres = np.concatenate([centres for centres, _ in pieces])
        radii = np.concatenate([np.broadcast_to(radius, len(centres)) for centres, radius in pieces])
        return prop_spheres(self.origin + centres @ self.rotation.T, radii, self.material)


@singledispatch
def _sampled(solid: Solid) -> tuple[Points, float]:
    """The centres of a solid's spheres in its frame, and their radius."""
    raise TypeError(solid)


@_sampled.register
def _(solid: Rod) -> tuple[Points, float]:
    return rod(vector(*solid.start), vector(*solid.end), solid.radius), solid.radius


@_sampled.register
def _(solid: Globe) -> tuple[Points, float]:
    return np.array([solid.centre], float), solid.radius


@_sampled.register
def _(solid: Slab) -> tuple[Points, float]:
    return slab(vector(*solid.centre), vector(*solid.one), vector(*solid.other), solid.radius), solid.radius


@_sampled.register
def _(solid: Box) -> tuple[Points, float]:
    low, high = np.array(solid.low) + solid.radius, np.array(solid.high) - solid.radius
    middle, half = (low + high) / 2, np.maximum((high - low) / 2, 0.01) * np.eye(3)
    faces = []
    for axis, way in product(range(3), (1, -1)):
        one, other = (half[other] for other in range(3) if other != axis)
        faces.append(slab(middle + way * half[axis], one, other, solid.radius))
    return np.concatenate(faces), solid.radius


@_sampled.register
def _(solid: Drum) -> tuple[Points, float]:
    start, end = vector(*solid.start), vector(*solid.end)
    along, edge = unit(end - start), rim_of(solid)
    start, end = start + edge * along, end - edge * along
    spacing = smooth_spacing(edge)
    pieces = []
    for away in np.arange(solid.radius - edge, 0, -spacing):
        ring = away * outward(solid, int(np.ceil(2 * np.pi * away / spacing)))
        lengths = rod(start, end, edge) if away == solid.radius - edge else np.array([start, end])
        pieces.append((lengths[:, None] + ring).reshape(-1, 3))
    return np.concatenate(pieces), edge


def rim_of(drum: Drum) -> float:
    """How round the edges of a drum are."""
    return min(DRUM_EDGE, drum.radius / 2)


def outward(drum: Drum, count: int) -> Points:
    """Directions away from a drum's middle line, as many all round."""
    along = unit(vector(*drum.end) - vector(*drum.start))
    one = unit(without(vector(along[1], along[2], along[0]), along))
    turns = np.linspace(0, 2 * np.pi, count + 1)[:-1, None]
    return np.cos(turns) * one + np.sin(turns) * cross(along, one)


def inside(solid: Solid, places: Points) -> NDArray[np.float64]:
    """How deep places (n, 3) of its frame are inside a solid; negative outside, and of what is thin."""
    match solid:
        case Box():
            low, high = np.array(solid.low), np.array(solid.high)
            return np.minimum(places - low, high - places).min(1)
        case Globe():
            return solid.radius - np.linalg.norm(places - solid.centre, axis=1)
        case Drum():
            start, end = vector(*solid.start), vector(*solid.end)
            along = (places - start) @ unit(end - start)
            aside = np.linalg.norm(places - start - along[:, None] * unit(end - start), axis=1)
            return np.minimum(solid.radius - aside, np.minimum(along, np.linalg.norm(end - start) - along))
        case _:
            return np.full(len(places), -np.inf)
