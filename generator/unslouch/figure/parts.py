"""The parts of the body that carry, touch, are followed or stay, by the names that authors write."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from unslouch.figure.body import ARM_CHAINS, CHAIN_NAMES, HAND_CHAINS, LEG_CHAINS, SIDES, Triple, sided
from unslouch.figure.flesh import Spheres, flesh_of
from unslouch.figure.skeleton import Skeleton


class Part(NamedTuple):
    """A part of the body: a point, its chains of flesh, and the joint that brings it to a surface."""

    segment: str
    point: Triple
    chains: tuple[str, ...]
    turns: str = ""
    """The segment that is turned about its own origin to bring the part somewhere; none for the trunk."""
    within: float = 99.0
    """Only flesh this near to the point belongs to the part, in units."""
    beyond: float = 0.0
    """Only flesh this far from the joint that turns it does."""
    hangs_on: str = ""
    """The part that is that joint, where there is one."""

    def flesh(self, body: Skeleton) -> Spheres:
        """The part's own spheres."""
        return _flesh(self, body)


@lru_cache(maxsize=128)
def _flesh(part: Part, body: Skeleton) -> Spheres:
    """A part's spheres; kept for the last few bodies, of which several things are asked."""
    cloud = flesh_of(body, part.chains)
    near = _far(cloud, body, part.segment, part.point) <= part.within * max(
        1.0, body.person.stretch[part.segment].girth
    )
    if part.turns:
        near &= _far(cloud, body, part.turns, (0, 0, 0)) >= part.beyond
    return cloud.where(near)


def _far(cloud: Spheres, body: Skeleton, segment: str, point: Triple) -> np.ndarray:
    """From a point to the middle of each sphere."""
    away = cloud.centres - body.point(segment, point)
    return np.sqrt((away**2).sum(1))


def limb_of(name: str) -> tuple[str, str] | None:
    """The side, and whether arm or leg, that a part of a limb belongs to."""
    side, _, bone = PARTS[name].turns.partition("_")
    return (side, "arm" if bone in ("upper_arm", "forearm", "hand") else "leg") if bone else None


def all_but(body: Skeleton, side: str, limb: str, *, hands: bool = False) -> Spheres:
    """What a hand or a foot of a side can touch of the body: all but its own limb and, where it is not the other hand, the arms."""
    own = {"locks"} | {f"{side}_{c}" for c in (*(LEG_CHAINS if limb == "foot" else ARM_CHAINS), "glute")}
    if not hands:
        own |= {f"{s}_{c}" for s in SIDES for c in ARM_CHAINS}
    return flesh_of(body, (c for c in CHAIN_NAMES if c not in own or (limb == "hand" and c.endswith("glute"))))


_HAND = tuple(f"*_{c}" for c in HAND_CHAINS)
_TRUNK = ("torso", "right_glute", "left_glute")
_MIDDLE = {
    "torso": Part("thorax", (0, 0, 0), _TRUNK),
    "back": Part("thorax", (0, 3, 0), ("torso",), within=11),
    "waist": Part("spine1", (0, 0, 0), ("torso",), within=8),
    "pelvis": Part("pelvis", (0, 0, 0), _TRUNK, within=12),
    "chest": Part("thorax", (0, 3, 0), ("torso",), within=11),
    "head": Part("head", (1, 4, 0), ("face", "hair", "nose"), "neck"),
}
_SIDED = {
    "thigh": Part("*_thigh", (0, -12, 0), ("*_thigh", "*_glute"), "*_thigh", beyond=8),
    "knee": Part("*_shank", (0, 0, 0), ("*_shank", "*_thigh"), "*_thigh", within=4.5),
    "shin": Part("*_shank", (0, -12, 0), ("*_shank", "*_cuff", "*_foot"), "*_shank", beyond=5, hangs_on="*_knee"),
    "leg": Part("*_shank", (0, -12, 0), ("*_thigh", "*_shank", "*_cuff", "*_foot"), "*_thigh", beyond=12),
    "foot": Part("*_foot", (3, -1, 0), ("*_foot", "*_cuff"), "*_foot"),
    "elbow": Part("*_forearm", (0, 0, 0), ("*_forearm", "*_upper_arm"), "*_upper_arm", within=4.3),
    "forearm": Part("*_forearm", (0, -7, 0), ("*_forearm", *_HAND), "*_forearm", beyond=3.7, hangs_on="*_elbow"),
    "arm": Part("*_forearm", (0, 0, 0), ("*_upper_arm", "*_forearm", *_HAND), "*_upper_arm", beyond=9),
    "hand": Part("*_hand", (0, -4, 0), _HAND, "*_hand"),
    "buttock": Part("*_buttock", (-2, 0, 0), ("*_glute",)),
    "shoulder": Part("*_upper_arm", (0, 0, 0), ("*_shoulder",)),
}


def _of(part: Part, side: str) -> Part:
    """A sided part for a side."""
    return part._replace(
        segment=sided(part.segment, side),
        chains=tuple(sided(c, side) for c in part.chains),
        turns=sided(part.turns, side),
        hangs_on=sided(part.hangs_on, side).replace("_", " "),
    )


PARTS: dict[str, Part] = _MIDDLE | {f"{s} {name}": _of(part, s) for s in SIDES for name, part in _SIDED.items()}
"""Every part by its name; the order in which limbs are brought to where they lie is that of the names."""
