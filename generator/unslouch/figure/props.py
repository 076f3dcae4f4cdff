"""Things beside the body as they are drawn: most as spheres; a wall, a door and a mat as flat shapes.

Spheres are occluded with the body. What is flat stands behind it, as an outline in the picture plane.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import product

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import Material
from unslouch.figure.depth import Box
from unslouch.figure.flesh import Spheres, flesh, prop_spheres
from unslouch.figure.geometry import FORWARD, RIGHT, UP, Matrix, vector
from unslouch.figure.held import held
from unslouch.figure.kinds import KINDS
from unslouch.figure.lines import line
from unslouch.figure.parts import PARTS
from unslouch.figure.rests import lies_under
from unslouch.figure.settle import Settled
from unslouch.figure.shown import Prop
from unslouch.figure.solids import Placed, slab

FLAT = tuple(name for name, kind in KINDS.items() if kind.outline)
WALL_BEYOND, WALL_DEPTH, WALL_HEIGHT = 5.0, 2.5, 60.0
"""How far a wall goes on past the body, how thick it is, and how high at least."""
DOOR_HEIGHT = 119.0
SEEN_FLAT = 0.25
"""A wall that turns less of its face to the camera is no background."""
ON_EDGE = 0.05
"""A wall that turns less of its face to the camera is a line and no more."""


def cloud_of(pose: Settled, props: Sequence[Prop]) -> Spheres:
    """The body and the props that it may hide, or that hide it."""
    cloud = flesh(pose.skeleton)
    for prop in props:
        if (own := prop_of(prop, pose)) is not None:
            cloud = cloud.and_also(own)
    return cloud


def prop_of(prop: Prop, pose: Settled) -> Spheres | None:
    """A prop as spheres; nothing of what is only an outline."""
    if lies_under(prop):
        return cushion(pose, prop.where)
    if KINDS[prop.kind].ribbon:
        return line(prop, pose)
    pieces = [placed.spheres() for placed in solids_of(prop, pose)]
    return reduce(Spheres.and_also, pieces) if pieces else None


def solids_of(prop: Prop, pose: Settled) -> list[Placed]:
    """What a prop is made of, of one that is no line, no cushion and no mere outline."""
    kind = KINDS[prop.kind]
    if prop in pose.things:
        return [pose.things[prop].placed] if pose.things[prop].form.solids else []
    return [] if kind.ribbon or kind.outline or lies_under(prop) else list(held(prop, pose.skeleton))


def cushion(pose: Settled, place: str) -> Spheres:
    """A flat cushion, or a folded towel, between a part and the floor."""
    part = PARTS[place]
    low = flesh(pose.skeleton).of(part.chains)
    near = low.where(np.linalg.norm((low.centres - pose.part(place)) * vector(1, 0, 1), axis=1) < 9)
    thickness = float(np.clip(near.lowest(), 2.0, 9.0))
    radius = thickness / 2
    under = near.centres[:, [0, 2]].mean(0)
    centres = slab(vector(under[0], radius, under[1]), FORWARD * 7, RIGHT * (15 if place == "pelvis" else 7), radius)
    return prop_spheres(centres, radius, Material.CLOTH)


def flat_outline(prop: Prop, pose: Settled, view: Matrix) -> NDArray[np.float64]:
    """A mat's or a wall's outline in the picture plane: the convex hull of its box, as (n, 2)."""
    cloud = flesh(pose.skeleton)
    low, high = (cloud.centres - cloud.radii[:, None]).min(0), (cloud.centres + cloud.radii[:, None]).max(0)
    if prop.kind == "mat":
        sides = ((low[0] - 5, high[0] + 5), (-1.0, -0.1), (low[2] - 5, high[2] + 5))
        axes = FORWARD, UP, RIGHT
    else:
        thing = pose.things[prop]
        along, surface = cloud.centres @ thing.across, float(thing.place @ thing.front)
        facing, aside = view[2] @ thing.front, view[2] @ thing.across
        if facing > SEEN_FLAT:  # as far as the body is seen before it, too: its edge would run into the outline
            seen = along - (cloud.centres @ thing.front - surface) * aside / facing
            along = np.concatenate([along, seen])
        beyond = float(cloud.radii.max()) + WALL_BEYOND
        sides = (
            (surface, surface - WALL_DEPTH),
            (0.0, max(high[1] + 3, WALL_HEIGHT)),
            (along.min() - beyond, along.max() + beyond),
        )
        if (breadth := KINDS[prop.kind].breadth) is not None:
            middle = float(thing.place @ thing.across)
            sides = (sides[0], (0.0, DOOR_HEIGHT), (middle - breadth, middle + breadth))
        axes = thing.front, UP, thing.across
    corners = np.array([sum(s * axis for s, axis in zip(corner, axes, strict=True)) for corner in product(*sides)])
    return convex_hull((corners @ view.T)[:, :2])


def on_edge(prop: Prop, pose: Settled, view: Matrix) -> bool:
    """Whether only the edge of a wall is seen."""
    return prop.kind == "wall" and abs(float(view[2] @ pose.things[prop].front)) < ON_EDGE


def convex_hull(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """The corners of the convex hull, counterclockwise (Andrew's monotone chain)."""
    ordered = sorted(map(tuple, points.tolist()))

    def half(run: list[tuple[float, float]]) -> list[tuple[float, float]]:
        out: list[tuple[float, float]] = []
        for p in run:
            while len(out) > 1 and (
                (out[-1][0] - out[-2][0]) * (p[1] - out[-2][1]) - (out[-1][1] - out[-2][1]) * (p[0] - out[-2][0])
                <= 1e-9
            ):
                out.pop()
            out.append(p)
        return out[:-1]

    return np.array(half(ordered) + half(ordered[::-1]))


def outline_box(points: NDArray[np.float64]) -> Box:
    """The box around an outline."""
    (left, bottom), (right, top) = points.min(0), points.max(0)
    return Box(float(left), float(bottom), float(right), float(top))
