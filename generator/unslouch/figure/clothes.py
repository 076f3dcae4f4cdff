"""What is worn where: soles under the shoes, the neck of the shirt, and hems where one piece of clothing ends."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import BALL_OF_FOOT, CHAIN_NAMES, SIDES, Material
from unslouch.figure.depth import DepthMap, Grid, blurred, dilated, window_of
from unslouch.figure.geometry import vector
from unslouch.figure.skeleton import Skeleton

SOLE = -2.85
"""Below this height in the foot's frame (from the ankle, in units) a shoe is sole."""
NECKLINE, NECK_ROOM = vector(0.4, 10.4, 0), 3.9
"""Within this distance of a place in the thorax's frame the shirt is cut out."""
CUTS = {
    "upper_arm": (-10.2, Material.SHIRT, Material.SKIN),
    "thigh": (-15.4, Material.SHORTS, Material.SKIN),
    "shank": (-21.2, Material.SKIN, Material.SHOE),
}
"""Where a sleeve, a trouser leg and a sock end: how far down the limb, what is above, what below."""
STEP = 0.8
"""Units of depth between two pixels that are two surfaces, the one before the other."""
HEM = 0.7
"""A hem's line is this share of the ink's width."""
_WORN = np.array([kind in (Material.SHIRT, Material.SHORTS, Material.SKIN, Material.SHOE, Material.SOLE)
                  for kind in Material] + [False])  # fmt: skip
"""Materials between which there is a hem; the last is that of nothing (-1)."""


def worn(seen: DepthMap, body: Skeleton) -> NDArray[np.int64]:
    """The material seen at each pixel, with the soles of the shoes and the neck cut out of the shirt."""
    material = seen.material.copy()
    _cut_neckline(material, seen, body)
    for side in SIDES:
        _sole(material, seen, body, side)
        for limb, (down, above, below) in CUTS.items():
            own = seen.chain == CHAIN_NAMES.index(f"{side}_{limb}")
            if own.any():
                here = window_of(own, 0)
                high = _height(seen.places(here), body, f"{side}_{limb}") > down
                material[here][own[here]] = np.where(high, above, below)[own[here]]
    return material


def _sole(material: NDArray[np.int64], seen: DepthMap, body: Skeleton, side: str) -> None:
    """The sole of a shoe."""
    shoe = (seen.chain == CHAIN_NAMES.index(f"{side}_foot")) & (material == Material.SHOE)
    if shoe.any():
        here = window_of(shoe, 0)
        places = seen.places(here)
        heel, toes = (_height(places, body, f"{side}_{part}") for part in ("foot", "toes"))
        ahead = (places - body.frames[f"{side}_foot"].origin) @ body.frames[f"{side}_foot"].rotation[:, 0]
        low = np.where(ahead < BALL_OF_FOOT[0], heel, toes + BALL_OF_FOOT[1]) < SOLE
        material[here][low & shoe[here]] = Material.SOLE


def _cut_neckline(material: NDArray[np.int64], seen: DepthMap, body: Skeleton) -> None:
    """Skin where the shirt leaves the neck free."""
    shirt = (seen.chain == CHAIN_NAMES.index("torso")) & (material == Material.SHIRT)
    if shirt.any():
        here = window_of(shirt, 0)
        near = np.linalg.norm(seen.places(here) - body.point("thorax", NECKLINE), axis=-1) < NECK_ROOM
        material[here][near & shirt[here]] = Material.SKIN


def _height(places: NDArray[np.float64], body: Skeleton, segment: str) -> NDArray[np.float64]:
    """How high places in the world are in a segment's frame."""
    rotation, origin = body.frames[segment]
    return (places - origin) @ rotation[:, 1]


def hems(seen: DepthMap, material: NDArray[np.int64], width: float) -> Grid:
    """The line where one piece of clothing ends on the other or on the skin, 0.5 at the edge of the line."""
    worn = _WORN[material]
    line = np.zeros(worn.shape, bool)
    for one, other in ((np.s_[1:], np.s_[:-1]), (np.s_[:, 1:], np.s_[:, :-1])):
        ends = worn[one] & worn[other] & (material[one] != material[other])
        ends &= np.abs(seen.depth[one] - seen.depth[other]) < STEP
        line[one] |= ends
        line[other] |= ends
    wider = max(0, round((HEM * width * seen.scale - 2) / 2))
    return blurred(dilated(line, wider), 2) * np.float32(1.4)
