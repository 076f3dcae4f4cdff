"""Things beside the body: a band, a chair, a cushion, a towel as spheres; a wall and a mat as flat shapes.

Spheres are occluded with the body. Walls and mats stand behind it, as outlines in the
picture plane. Sizes are percent of body height (a chair seat of 22 is 37 cm).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import SIDES, Material
from unslouch.figure.depth import Box
from unslouch.figure.flesh import Spheres, flesh, limb_profile, prop_spheres
from unslouch.figure.geometry import FORWARD, RIGHT, UP, Matrix, Vector, unit, vector, without
from unslouch.figure.parts import PARTS
from unslouch.figure.settle import Settled
from unslouch.figure.shown import Prop
from unslouch.figure.things import CHAIR_BACK, CHAIR_BAR, CHAIR_HALF, Thing

FLAT = ("wall", "mat")
WALL_BEYOND, WALL_DEPTH, WALL_HEIGHT = 5.0, 2.5, 60.0
"""How far a wall goes on past the body, how thick it is, and how high at least."""
SEEN_FLAT = 0.25
"""A wall that turns less of its face to the camera is no background."""
BAND_WIDTH, BAND_THICKNESS, BAND_DRAWN = 1.6, 0.5, 0.45
"""How wide and how thick a band is; the share of its width that it loses halfway between two limbs that stretch it."""
BAND_PLACES = {"thighs": ("thigh", 0.7), "ankles": ("shank", 0.8)}
"""The limb segment and the share of its length that a band goes round."""


def cloud_of(pose: Settled, props: Sequence[Prop]) -> Spheres:
    """The body and the props that it may hide, or that hide it."""
    cloud = flesh(pose.skeleton)
    for prop in props:
        if prop.kind not in FLAT:
            cloud = cloud.and_also(prop_of(prop, pose))
    return cloud


def prop_of(prop: Prop, pose: Settled) -> Spheres:
    """A prop that is not flat, as spheres."""
    if prop.kind == "band":
        return band(pose, *BAND_PLACES[prop.where])
    if prop.kind == "towel" and prop.where.endswith("thigh"):
        return strap(pose, prop.where)
    return chair(pose.things[prop]) if prop.kind == "chair" else cushion(pose, prop.where)


def band(pose: Settled, segment: str, along: float) -> Spheres:
    """An elastic loop round both limbs: straight between them, round their outsides."""
    radius, centre = limb_profile(segment, along)
    radius += 0.3
    left, right = (pose.skeleton.point(f"{s}_{segment}", centre) for s in ("left", "right"))
    axes = [pose.skeleton.frames[f"{s}_{segment}"].rotation[:, 1] for s in ("left", "right")]
    across = unit(right - left)
    front = np.cross(unit(without(axes[0] + axes[1], across)), across)
    ribbon: list[tuple[Vector, Vector]] = []
    span = float(np.linalg.norm(right - left))
    drawn = BAND_DRAWN * np.clip(span / (2 * radius) - 1, 0, 1)
    for t in np.linspace(0, 1, int(span / 0.5) + 2):
        along_limb = unit(axes[0] + (axes[1] - axes[0]) * t) * (1 - drawn * np.sin(np.pi * t))
        ribbon += [(left + (right - left) * t + front * radius * face, along_limb) for face in (1, -1)]
    for angle in np.radians(np.linspace(-90, 90, 24)):
        for place, outward, axis in ((right, across, axes[1]), (left, -across, axes[0])):
            out = unit(without(outward, axis))
            ribbon.append((place + radius * (np.cos(angle) * out + np.sin(angle) * np.cross(axis, out)), axis))
    widths = np.linspace(-BAND_WIDTH / 2, BAND_WIDTH / 2, 5)
    return prop_spheres(np.array([p + a * w for p, a in ribbon for w in widths]), BAND_THICKNESS, Material.BAND)


def smooth_spacing(radius: float) -> float:
    """How far apart spheres may be so that no ink is drawn between them."""
    return float(np.sqrt(8 * radius * 0.08))


def rod(start: Vector, end: Vector, radius: float) -> NDArray[np.float64]:
    """Centres along a line."""
    count = max(2, int(np.ceil(np.linalg.norm(end - start) / smooth_spacing(radius))) + 1)
    return start + np.linspace(0, 1, count)[:, None] * (end - start)


def slab(centre: Vector, one: Vector, other: Vector, radius: float) -> NDArray[np.float64]:
    """Centres over a rectangle given by its half sides."""
    steps = [int(np.ceil(2 * np.linalg.norm(v) / smooth_spacing(radius))) + 1 for v in (one, other)]
    u, v = (np.linspace(-1, 1, n) for n in steps)
    return centre + (u[:, None, None] * one + v[None, :, None] * other).reshape(-1, 3)


def chair(thing: Thing) -> Spheres:
    """A chair where it stands: its seat, its legs and its back."""
    seat, across = thing.place - UP * CHAIR_BAR, thing.across
    pieces = [slab(seat, thing.front * CHAIR_HALF, across * CHAIR_HALF, CHAIR_BAR)]
    for x in (-CHAIR_HALF, CHAIR_HALF):
        for z in (-CHAIR_HALF, CHAIR_HALF):
            foot = seat - thing.front * x + across * z
            top = foot[1] + (CHAIR_BACK if x > 0 else 0)
            pieces.append(rod(foot * vector(1, 0, 1) + UP * CHAIR_BAR, vector(foot[0], top, foot[2]), CHAIR_BAR))
    rest = seat - thing.front * CHAIR_HALF + UP * (CHAIR_BACK - 4)
    pieces.append(slab(rest, across * CHAIR_HALF, UP * 4, CHAIR_BAR))
    return prop_spheres(np.concatenate(pieces), CHAIR_BAR, Material.PROP)


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


def strap(pose: Settled, place: str) -> Spheres:
    """A towel behind a thigh, its ends in both hands."""
    side = place.split()[0]
    radius, centre = limb_profile("thigh", 0.62)
    back = pose.skeleton.point(f"{side}_thigh", centre + vector(-radius - 0.4, 0, 0))
    axis = pose.skeleton.frames[f"{side}_thigh"].rotation[:, 1]
    sides = [
        pose.skeleton.point(f"{side}_thigh", centre + vector(-radius * 0.4, 0, z * (radius + 0.3))) for z in (-1, 1)
    ]
    hands = sorted(
        (pose.skeleton.point(f"{s}_hand", (0, -4, 0)) for s in SIDES), key=lambda p: float(p @ (sides[1] - sides[0]))
    )
    way = [hands[0], sides[0], back, sides[1], hands[1]]
    line = np.concatenate([rod(p, q, 0.6) for p, q in pairwise(way)])
    return prop_spheres(np.concatenate([line + axis * w for w in (-1.2, -0.6, 0, 0.6, 1.2)]), 0.5, Material.CLOTH)


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
        axes = thing.front, UP, thing.across
    corners = np.array([sum(s * axis for s, axis in zip(corner, axes, strict=True)) for corner in product(*sides)])
    return convex_hull((corners @ view.T)[:, :2])


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
