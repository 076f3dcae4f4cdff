"""How a part of the body comes to lie on a surface: it is turned, or slid, until its flesh just touches.

One way for all: a thigh about the hip until the knee is on the floor, a straight leg onto the other,
a head about the neck, an upper arm about the shoulder, the whole body about what it lies on already.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.flesh import Spheres
from unslouch.figure.geometry import Vector, cross, from_axis_angle, skew, unit
from unslouch.figure.parts import PARTS, Part
from unslouch.figure.skeleton import PARENT, Frame, Skeleton
from unslouch.figure.surfaces import Plane, Surface, nearest_touch

FURTHEST = 120.0
"""Degrees that a limb turns at most to come to a surface it was put on."""
HINGES = ("shank", "forearm")
"""Segments that only bend, or turn with the one above about its length."""


def drop(body: Skeleton, part: Part, surface: Surface, most: float = FURTHEST) -> Skeleton:
    """The part's limb turned as little as lets its flesh touch; the body as it is when no turn does."""
    own = part.flesh(body)
    turned, axis = _hinge(body, part, own, surface)
    pivot = body.frames[turned].origin
    arms = own.centres - pivot
    surface = surface.near(pivot, float(np.linalg.norm(arms, axis=1).max() + own.radii.max()))

    def gap(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        return surface.gap(pivot + _turned(arms, axis, degrees), own.radii)

    degrees = nearest_touch(gap, most)
    return body if degrees is None else turn(body, turned, np.radians(degrees) * axis)


def lay(body: Skeleton, heights: Mapping[str, float], normal: Vector, most: float) -> Skeleton:
    """The whole body turned so that two parts of the trunk lie on planes that look along ``normal``, and not only one.

    ``heights`` say how far along the normal the plane of each part is.
    """

    def nearest(part: tuple[Spheres, float]) -> float:
        own, height = part
        return float((own.centres @ normal - own.radii).min()) - height

    lying = ((PARTS[name].flesh(body), height) for name, height in heights.items())
    (one, low), (other, high) = sorted(lying, key=nearest)
    pivot, axis = one.centres.mean(0), unit(cross(normal, other.centres.mean(0) - one.centres.mean(0)))
    plane = Plane(pivot, normal)

    def gap(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        far, near = (plane.gap(pivot + _turned(p.centres - pivot, axis, degrees), p.radii) for p in (other, one))
        return far - near - (high - low)

    degrees = nearest_touch(gap, most)
    if degrees is None:
        return body
    matrix = from_axis_angle(np.radians(degrees) * axis)
    return body.changed(
        {n: Frame(matrix @ f.rotation, pivot + matrix @ (f.origin - pivot)) for n, f in body.frames.items()}
    )


def press(own: Spheres, surface: Surface, way: Vector, most: float) -> float | None:
    """How far along ``way`` spheres are to be moved until they just touch."""
    if isinstance(surface, Plane):
        far = -float(surface.gap(own.centres, own.radii)) / float(way @ surface.normal)
        return far if abs(far) <= most else None
    surface = surface.near(own.centres.mean(0), 12)
    return nearest_touch(lambda moves: surface.gap(own.centres + moves[:, None, None] * way, own.radii), most)


def turn(body: Skeleton, segment: str, by: Vector) -> Skeleton:
    """A segment and all that hangs on it turned about its own origin; ``by`` is an axis as long as the angle (radians)."""
    matrix, pivot = from_axis_angle(by), body.frames[segment].origin
    moved = {}
    for name in hanging_on(segment):
        rotation, origin = body.frames[name]
        moved[name] = Frame(matrix @ rotation, pivot + matrix @ (origin - pivot))
    return body.changed(moved)


@cache
def hanging_on(segment: str) -> tuple[str, ...]:
    """A segment and those below it."""
    below = [name for name, parent in PARENT.items() if parent == segment]
    return (segment, *(deeper for name in below for deeper in hanging_on(name)))


def _hinge(body: Skeleton, part: Part, own: Spheres, surface: Surface) -> tuple[str, Vector]:
    """The segment to turn and its axis: the one that takes the part to the surface fastest, of those it can turn about."""
    rotation, pivot = body.frames[part.turns]
    middle = own.centres.mean(0)
    best = cross(unit(middle - pivot), surface.way(middle))
    if part.turns.partition("_")[2] not in HINGES:
        return part.turns, unit(best) if best @ best > 1e-4 else rotation[:, 2]
    above = PARENT[part.turns]
    _, along, across = body.frames[above].rotation.T  # a forearm's own axes turn with the hand, the elbow's does not
    return (above, along) if abs(along @ best) > abs(across @ best) else (part.turns, across)


def _turned(arms: NDArray[np.float64], axis: Vector, degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    """Arms (n, 3) turned about an axis by each of some angles: (angles, n, 3), by Rodrigues' formula."""
    radians = np.radians(degrees)
    cosine, sine = np.cos(radians), np.sin(radians)
    along = np.outer(arms @ axis, axis)
    ways = np.array([arms, arms @ skew(axis).T, along])
    return (np.stack([cosine, sine, 1 - cosine], 1) @ ways.reshape(3, -1)).reshape(-1, *arms.shape)
