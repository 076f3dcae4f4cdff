"""What is worn where: soles under the shoes, the neck of the shirt, and hems where one piece of clothing ends."""

from __future__ import annotations

from functools import reduce

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import BALL_OF_FOOT, CHAIN_NAMES, SIDES, Material, sided
from unslouch.figure.depth import DepthMap, Grid, blurred, dilated, window_of
from unslouch.figure.garments import Cut
from unslouch.figure.geometry import Vector, vector
from unslouch.figure.skeleton import Skeleton

SOLE = -2.85
"""Below this height in the foot's frame (from the ankle, in units) a shoe is sole."""
NECKLINE = vector(0.9, 10.6, 0)
"""The pit of the neck in the thorax's frame, about which the shirt is cut out."""
COLLAR = 0.8
"""Units above the pit, up to which a shirt covers the neck that it is not cut out from."""
BEHIND = 2.0
"""Behind the pit a way counts this many times: at the back a shirt goes up to the neck."""
Z = 2
"""The axis to the right, of which the left side has the mirror image."""
STEP = 0.8
"""Units of depth between two pixels that are two surfaces, the one before the other."""
HEM = 0.7
"""A hem's line is this share of the ink's width."""
_WORN = np.array([kind in (Material.SHIRT, Material.TROUSERS, Material.SKIN, Material.SHOE, Material.SOLE)
                  for kind in Material] + [False])  # fmt: skip
"""Materials between which there is a hem; the last is that of nothing (-1)."""


def worn(seen: DepthMap, body: Skeleton) -> NDArray[np.int8]:
    """The material seen at each pixel: with the soles of the shoes, and clothes where they end."""
    material = seen.material.copy()
    if body.person.neck_room:
        _neckline(material, seen, body)
    for side in SIDES:
        _sole(material, seen, body, side)
        for garment in body.person.garments:
            _cut(material, seen, body, garment.cut, side)
    return material


def _neckline(material: NDArray[np.int8], seen: DepthMap, body: Skeleton) -> None:
    """The shirt's edge: cut out about the pit of the neck, and up to the collar on the neck behind and beside it."""
    torso, neck = (seen.chain == CHAIN_NAMES.index(chain) for chain in ("torso", "neck"))
    if torso.any():
        here = window_of(torso | neck, 0)
        off = (seen.places(here) - body.point("thorax", NECKLINE)) @ body.frames["thorax"].rotation
        back = np.minimum(off[..., 0], 0)
        near = (off**2).sum(-1) + (BEHIND**2 - 1) * back**2 < body.person.neck_room**2
        material[here][near & torso[here]] = Material.SKIN
        material[here][~near & neck[here] & (off[..., 1] < COLLAR)] = Material.SHIRT


def _cut(material: NDArray[np.int8], seen: DepthMap, body: Skeleton, cut: Cut, side: str) -> None:
    """What lies beyond the plane where a sleeve or a trouser leg ends."""
    first, *more = (seen.chain == CHAIN_NAMES.index(sided(chain, side)) for chain in cut.chains)
    own = reduce(np.logical_or, more, first)
    if own.any():
        segment, here = sided(cut.segment, side), window_of(own, 0)
        origin, axis = _axis(body, segment, cut.axis)
        far = cut.at * body.person.stretch[segment].joints[cut.axis]
        beyond = seen.along(here, origin, axis * SIDES[side] if cut.axis == Z else axis) > far
        material[here][beyond & own[here] & (material[here] == cut.before)] = cut.beyond


def _axis(body: Skeleton, segment: str, axis: int) -> tuple[Vector, Vector]:
    """The origin of a segment's frame and one of its axes."""
    rotation, origin = body.frames[segment]
    return origin, rotation[:, axis]


def _sole(material: NDArray[np.int8], seen: DepthMap, body: Skeleton, side: str) -> None:
    """The sole of a shoe: what is low in the frame of the foot, or of the toes ahead of their joint."""
    foot = seen.chain == CHAIN_NAMES.index(f"{side}_foot")
    if foot.any():
        here = window_of(foot, 0)
        heel, toes = (seen.along(here, *_axis(body, f"{side}_{part}", 1)) for part in ("foot", "toes"))
        ahead = seen.along(here, *_axis(body, f"{side}_foot", 0)) > BALL_OF_FOOT[0]
        low = np.where(ahead, toes + BALL_OF_FOOT[1], heel) < SOLE
        material[here][low & foot[here]] = Material.SOLE


def hems(seen: DepthMap, material: NDArray[np.int8], width: float) -> Grid:
    """The line where one piece of clothing ends on the other or on the skin, 0.5 at the edge of the line."""
    worn, neck = _WORN[material], seen.chain == CHAIN_NAMES.index("neck")
    line = np.zeros(worn.shape, bool)
    for one, other in ((np.s_[1:], np.s_[:-1]), (np.s_[:, 1:], np.s_[:, :-1])):
        ends = worn[one] & worn[other] & (material[one] != material[other])
        ends &= (np.abs(seen.depth[one] - seen.depth[other]) < STEP) & (neck[one] == neck[other])
        line[one] |= ends
        line[other] |= ends
    wider = max(0, round((HEM * width * seen.scale - 2) / 2))
    return blurred(dilated(line, wider), 2) * np.float32(1.4)
