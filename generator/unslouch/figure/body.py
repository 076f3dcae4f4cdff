"""The body that every figure is drawn from: lengths, flesh, named points, muscles.

Numbers are percent of body height (one unit is 1.7 cm on a person of 170 cm).
Lengths follow Drillis and Contini (1966), as tabled by Winter, with the upper arm
slightly shortened;
radii were fitted by eye to those lengths.

Every segment has its own frame, and all frames coincide with the world (X forward,
Y up, Z right) in the anatomical standing position, thumbs forward. A limb segment's
origin is its upper joint and it runs along -Y. Sided data is written for the right
side; ``*`` stands for ``right`` or ``left`` and Z is mirrored for the left.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

Triple = tuple[float, float, float]
"""X, Y and Z."""

CENTIMETRES_PER_UNIT = 1.7
"""What one unit (1 % of body height) measures on a person of 170 cm."""

SIDES = {"right": 1, "left": -1}
OTHER_SIDE = {"right": "left", "left": "right"}

LENGTH = {"thigh": 24.5, "shank": 24.6, "upper_arm": 17.4, "forearm": 14.6, "foot": 15.0}
"""Joint to joint (the foot: heel to toe)."""
ANKLE_HEIGHT = 3.9
BALL_OF_FOOT = (7.0, -2.5, 0.0)
"""From the ankle: where the toes begin, on which a raised heel pivots."""
HIP_HALF_WIDTH = 4.9
SHOULDER_HALF_WIDTH = 9.4
STANDING_HIP_HEIGHT = LENGTH["thigh"] + LENGTH["shank"] + ANKLE_HEIGHT

SPINE_BASE = 6.0
"""From the hips' centre up to the lowest of the four joints that share the trunk's angle."""
SPINE_STEP = 5.0
"""From one of those joints to the next: the thorax begins 21 above the hips."""
SHOULDER_HEIGHT = 6.9
NECK_BASE = (-0.9, 9.6, 0.0)
HEAD_BASE = (0.8, 5.2, 0.0)


class Material(IntEnum):
    """What a visible point is made of."""

    SHIRT = 0
    SHORTS = 1
    SKIN = 2
    SHOE = 3
    HAIR = 4
    BAND = 5
    PROP = 6
    CLOTH = 7


class Station(NamedTuple):
    """A sphere of flesh at a place in a segment; ``half_width`` draws it out along the segment's Z."""

    segment: str
    x: float
    y: float
    z: float
    radius: float
    half_width: float
    material: Material

    @property
    def place(self) -> Triple:
        """Where it is in the segment's frame."""
        return self.x, self.y, self.z


SHIRT, SHORTS, SKIN, SHOE, HAIR = (Material(i) for i in range(5))

_MIDLINE: dict[str, list[Station]] = {
    "torso": [
        Station("pelvis", -0.6, -2.2, 0, 4.3, 3.4, SHORTS),
        Station("pelvis", -0.6, 2.5, 0, 5.4, 4.0, SHORTS),
        Station("pelvis", -0.2, 6.5, 0, 5.2, 3.3, SHORTS),
        Station("spine0", 0, 2, 0, 4.9, 2.9, SHIRT),
        Station("spine1", 0.1, 2.5, 0, 4.8, 2.7, SHIRT),
        Station("spine2", 0.3, 3, 0, 5.2, 3.1, SHIRT),
        Station("spine3", 0.5, 1.5, 0, 5.6, 3.9, SHIRT),
        Station("thorax", 0.4, 3.6, 0, 5.3, 4.9, SHIRT),
        Station("thorax", -0.3, 6.4, 0, 3.8, 5.9, SHIRT),
        Station("thorax", -0.7, 8.4, 0, 2.7, 3.9, SHIRT),
        Station("thorax", -0.8, 10, 0, 2.4, 1.4, SHIRT),
    ],
    "neck": [
        Station("thorax", -0.8, 8.6, 0, 2.9, 0.6, SKIN),
        Station("neck", -0.1, 2, 0, 2.55, 0, SKIN),
        Station("head", 0.2, 0.6, 0, 2.6, 0, SKIN),
    ],
    "face": [
        Station("head", 3, 0.7, 0, 1.9, 0.7, SKIN),
        Station("head", 2.5, 1.6, 0, 2.6, 0.8, SKIN),
        Station("head", 1.5, 4, 0, 4.2, 0.3, SKIN),
        Station("head", 1.2, 6, 0, 4.7, 0, SKIN),
        Station("head", -1, 6.4, 0, 4.6, 0, SKIN),
    ],
    "nose": [Station("head", 5.4, 4.9, 0, 0.7, 0, SKIN), Station("head", 5.9, 3.7, 0, 0.85, 0, SKIN)],
    "hair": [
        Station("head", 0.9, 8, 0, 4.55, 0, HAIR),
        Station("head", -1.2, 6.9, 0, 5, 0, HAIR),
        Station("head", -1.6, 4.6, 0, 4.3, 0.3, HAIR),
    ],
}


def _finger(z: float, length: float, radius: float) -> list[Station]:
    """A finger from the knuckle row at -4.4, slightly bent as at rest (the palm faces -Z on the right)."""
    x = z  # fingers lie side by side along X, the index finger next to the thumb
    return [
        Station("*_hand", 0.55 * x, -1.5, 0, radius + 0.2, 0, SKIN),
        Station("*_hand", x, -4.4, 0, radius + 0.12, 0, SKIN),
        Station("*_hand", 1.12 * x, -4.4 - 0.55 * length, -0.1, radius, 0, SKIN),
        Station("*_hand", 1.15 * x, -4.4 - length, -0.5, radius - 0.14, 0, SKIN),
    ]


_SIDED: dict[str, list[Station]] = {
    "*_ear": [Station("head", -0.3, 5, 4.5, 0.7, 0, SKIN), Station("head", -0.1, 4, 4.5, 0.6, 0, SKIN)],
    "*_thigh": [
        Station("*_thigh", -0.5, 1.2, -0.6, 5, 0, SHORTS),
        Station("*_thigh", 0, -3, -0.1, 5.2, 0, SHORTS),
        Station("*_thigh", 0.3, -9, 0, 4.75, 0, SHORTS),
        Station("*_thigh", 0.4, -12.5, 0, 4.4, 0, SHORTS),
        Station("*_thigh", 0.3, -18, 0, 3.6, 0, SKIN),
        Station("*_thigh", 0.1, -22, 0, 3.15, 0, SKIN),
        Station("*_thigh", 0, -24.5, 0, 3.05, 0, SKIN),
    ],
    # The buttock's frame turns half as far as the thigh, so that it slides and flattens over a bent hip.
    "*_glute": [
        Station("pelvis", -1.5, 3.0, 3.6, 4.4, 0, SHORTS),
        Station("*_buttock", -2.4, -0.4, -0.9, 4.8, 0, SHORTS),
        Station("*_thigh", -1.3, -4.6, 0.1, 4.3, 0, SHORTS),
    ],
    "*_shank": [
        Station("*_shank", 0, 0, 0, 3.05, 0, SKIN),
        Station("*_shank", -0.3, -3.5, 0, 2.95, 0, SKIN),
        Station("*_shank", -0.9, -8, 0, 3.2, 0, SKIN),
        Station("*_shank", -0.6, -14, 0, 2.6, 0, SKIN),
        Station("*_shank", -0.1, -20, 0, 1.95, 0, SKIN),
        Station("*_shank", 0, -23.6, 0, 1.85, 0, SKIN),
    ],
    "*_foot": [
        Station("*_foot", -2.3, -2, 0, 1.9, 0.1, SHOE),
        Station("*_foot", 0, -1.7, 0, 2.2, 0.1, SHOE),
        Station("*_foot", 3, -1.9, 0.1, 1.95, 0.5, SHOE),
        Station("*_foot", 7, -2.5, 0.2, 1.4, 1.15, SHOE),
        Station("*_toes", 2.7, -0.25, 0, 1.15, 0.9, SHOE),
    ],
    "*_cuff": [Station("*_shank", 0, -22.6, 0, 1.95, 0, SHOE), Station("*_foot", 0, -0.6, 0, 2.1, 0, SHOE)],
    # From the neck to the shoulder: inside the trunk at rest, and what rises with a shrugged shoulder.
    "*_trapezius": [
        Station("thorax", -1, 8.7, 1.5, 2.2, 0, SHIRT),
        Station("*_upper_arm", 0, 0, 0, 2.7, 0, SHIRT),
    ],
    "*_shoulder": [Station("thorax", -0.4, 6, 5, 3.9, 0, SHIRT), Station("*_upper_arm", 0, 0, 0, 3, 0, SHIRT)],
    "*_upper_arm": [
        Station("*_upper_arm", 0, 0.1, 0, 3, 0, SHIRT),
        Station("*_upper_arm", 0, -4, 0, 2.95, 0, SHIRT),
        Station("*_upper_arm", 0.1, -8, 0, 2.7, 0, SHIRT),
        Station("*_upper_arm", 0.1, -12, 0, 2.35, 0, SKIN),
        Station("*_upper_arm", 0, -17.4, 0, 2, 0, SKIN),
    ],
    "*_forearm": [
        Station("*_forearm", 0, 0, 0, 2, 0, SKIN),
        Station("*_forearm", 0, -4, 0, 2.15, 0, SKIN),
        Station("*_forearm", 0, -10, 0, 1.7, 0, SKIN),
        Station("*_forearm", 0, -14.6, 0, 1.35, 0, SKIN),
    ],
    "*_palm": [
        Station("*_hand", 0, 0, 0, 1.3, 0, SKIN),
        Station("*_hand", 0.1, -2, 0, 1.25, 0, SKIN),
        Station("*_hand", 0, -4.2, 0, 1.05, 0, SKIN),
    ],
    "*_index": _finger(1.75, 4.0, 0.68),
    "*_middle": _finger(0.58, 4.6, 0.7),
    "*_ring": _finger(-0.58, 4.2, 0.68),
    "*_little": _finger(-1.7, 3.2, 0.62),
    "*_thumb": [
        Station("*_hand", 0.9, -1.2, -0.2, 1.05, 0, SKIN),
        Station("*_hand", 2.5, -3.4, -0.6, 0.85, 0, SKIN),
        Station("*_hand", 3.3, -6.0, -0.8, 0.62, 0, SKIN),
    ],
}


def sided(name: str, side: str) -> str:
    """``*_thigh`` for a side: ``right_thigh``."""
    return name.replace("*", side)


def _both_sides() -> dict[str, list[Station]]:
    """All chains by name, the sided ones for right and left."""
    chains = dict(_MIDLINE)
    for side, sign in SIDES.items():
        for name, stations in _SIDED.items():
            chains[sided(name, side)] = [s._replace(segment=sided(s.segment, side), z=s.z * sign) for s in stations]
    return chains


CHAINS: dict[str, list[Station]] = _both_sides()
"""Flesh: each chain a row of stations, with radii that follow a monotone cubic between them."""
CHAIN_NAMES = list(CHAINS)

HAND_CHAINS = ("palm", "index", "middle", "ring", "little", "thumb")
LEG_CHAINS = ("thigh", "shank", "foot", "cuff")
ARM_CHAINS = ("trapezius", "shoulder", "upper_arm", "forearm", *HAND_CHAINS)
