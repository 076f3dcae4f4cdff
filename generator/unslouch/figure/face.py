"""The face: eyes, brows, nose, mouth and ears as curves on the head, drawn where they are seen."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import CHAIN_NAMES
from unslouch.figure.depth import DepthMap
from unslouch.figure.drawing import Shape
from unslouch.figure.flesh import flesh
from unslouch.figure.names import Gaze
from unslouch.figure.skeleton import Skeleton, neutral_skeleton

EYE, LINE = "y", "e"
"""The styles: a dot, and a thin line."""
HIDDEN = 0.7
"""A point of the face is hidden by what lies this much nearer, in units."""
SAMPLES, ENOUGH = 7, 5
"""Points on a curve, and how many of them must be in sight; of an eye all."""
_SKIN = ("face", "nose", "right_ear", "left_ear")
_EARS = [CHAIN_NAMES.index(name) for name in ("face", "right_ear", "left_ear")]
"""What the line of an ear lies on; a scarf covers it."""
Flat = tuple[float, float]


class Feature(NamedTuple):
    """A curve over the skin of the head through three points, as seen ``along`` an axis of the head's frame.

    Along 0, from the front, a point is its height and its way to the right; along 2, from the right side, its height
    and its way forward; -2 is the left side's mirror image of that. Units.
    """

    style: str
    along: int
    points: tuple[Flat, Flat, Flat]
    upright: float = 0.0
    """It is left out when the head's height is foreshortened to less than this share."""


def _pair(style: str, *points: Flat, upright: float = 0.0) -> list[Feature]:
    """On the front, to the right and to the left."""
    a, b, c = points
    left = ((a[0], -a[1]), (b[0], -b[1]), (c[0], -c[1]))
    return [Feature(style, 0, (a, b, c), upright), Feature(style, 0, left, upright)]


FEATURES: list[Feature] = [
    *_pair(EYE, (5.05, 1.75), (5.2, 1.75), (5.35, 1.75)),
    *_pair(LINE, (6.85, 1.05), (7.05, 1.85), (6.6, 2.7), upright=0.9),
    Feature(LINE, 0, ((3.3, -0.5), (2.95, 0.0), (3.3, 0.5)), upright=0.9),
    Feature(LINE, 0, ((1.75, -1.15), (1.3, 0.0), (1.75, 1.15))),
    *(Feature(LINE, along, ((5.4, 0.1), (4.7, -0.8), (3.5, -0.1))) for along in (2, -2)),
]
"""Friendly and calm: the brows are slight arches, the mouth is about to smile. Of a head bowed toward
who looks on, brows would lie on the eyes and frown."""


GAZES: dict[Gaze, Flat] = {"ahead": (0, 0), "up": (0.6, 0), "down": (-0.6, 0), "right": (0, 0.65), "left": (0, -0.65)}
"""Where eyes look, from the person's own side: how far they go up and to the right on the face, in units."""


@cache
def _places(gaze: Gaze) -> NDArray[np.float64]:
    """Each feature as points on the skin, in the head's frame: (features, ``SAMPLES``, 3)."""
    head = neutral_skeleton().frames["head"]
    skin = flesh(neutral_skeleton()).of(_SKIN)
    centres = (skin.centres - head.origin) @ head.rotation
    return np.array([_on_skin(_looking(feature, GAZES[gaze]), centres, skin.radii) for feature in FEATURES])


def _looking(feature: Feature, way: Flat) -> Feature:
    """An eye moved on the face; all else as it is."""
    if feature.style != EYE:
        return feature
    a, b, c = ((up + way[0], aside + way[1]) for up, aside in feature.points)
    return feature._replace(points=(a, b, c))


def _on_skin(feature: Feature, centres: NDArray[np.float64], radii: NDArray[np.float64]) -> NDArray[np.float64]:
    """A feature's points on spheres of skin: (``SAMPLES``, 3)."""
    axis, sign = abs(feature.along), -1 if feature.along < 0 else 1
    share = np.linspace(0, 1, SAMPLES)
    through = np.stack([2 * (share - 0.5) * (share - 1), 4 * share * (1 - share), 2 * share * (share - 0.5)], 1)
    flat = through @ np.array(feature.points)
    off = flat[:, None] - centres[:, (1, 2 - axis)]
    inside = radii**2 - (off**2).sum(-1)
    depth = np.where(inside > 0, sign * centres[:, axis] + np.sqrt(np.maximum(inside, 0)), -np.inf).max(1)
    out = np.empty((SAMPLES, 3))
    out[:, (1, 2 - axis)], out[:, axis] = flat, sign * depth
    return out


def face(body: Skeleton, seen: DepthMap, unit: float, *, gaze: Gaze = "ahead", only_eyes: bool = False) -> list[Shape]:
    """What of the face is seen: each feature from its first to its last point in sight; ``unit`` is drawing units."""
    rotation, origin = body.frames["head"]
    places = (_places(gaze) @ rotation.T + origin) @ seen.view.T
    col = np.clip((places[..., 0] - seen.box.left) * seen.scale, 0, seen.depth.shape[1] - 1).astype(int)
    row = np.clip((seen.box.top - places[..., 1]) * seen.scale, 0, seen.depth.shape[0] - 1).astype(int)
    upright = np.hypot(*(seen.view @ rotation[:, 1])[:2])
    in_sight = seen.depth[row, col] < places[..., 2] + HIDDEN
    bare = np.isin(seen.chain[row, col], _EARS)
    shapes = []
    for feature, points, visible, on_ear in zip(FEATURES, places, in_sight, bare, strict=True):
        found = np.flatnonzero(visible & on_ear if feature.along else visible)
        enough = SAMPLES if feature.style == EYE else ENOUGH
        wanted = upright >= feature.upright and (feature.style == EYE or not only_eyes)
        if wanted and len(found) >= enough:
            run = points[found[0] : found[-1] + 1, :2]
            shapes.append(Shape(feature.style, _curve((run - [seen.box.left, seen.box.top]) * [unit, -unit])))
    return shapes


def _curve(run: NDArray[np.float64]) -> str:
    """A quadratic curve from the first point to the last, through the middle one, as path data."""
    first, last = run[0], run[-1]
    middle = (run[len(run) // 2] + run[(len(run) - 1) // 2]) / 2
    control = 2 * middle - (first + last) / 2
    (x, y), way = np.rint(first), np.rint(np.concatenate([control - first, last - first]))
    return f"M{x:.0f} {y:.0f}q" + " ".join(f"{n:.0f}" for n in way + 0.0).replace(" -", "-")
