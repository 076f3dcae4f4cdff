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

from collections.abc import Mapping
from enum import IntEnum
from math import cos, radians, sin
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
    TROUSERS = 1
    SKIN = 2
    SHOE = 3
    HAIR = 4
    BAND = 5
    PROP = 6
    CLOTH = 7
    SOLE = 8


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


SHIRT, TROUSERS, SKIN, SHOE, HAIR = (Material(i) for i in range(5))

_MIDLINE: dict[str, list[Station]] = {
    "torso": [
        Station("pelvis", -0.6, -2.2, 0, 4.3, 3.4, TROUSERS),
        Station("pelvis", -0.6, 2.5, 0, 5.4, 4.0, TROUSERS),
        Station("pelvis", -0.2, 6.5, 0, 5.2, 3.3, TROUSERS),
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
    "nose": [Station("head", 5.3, 4.9, 0, 0.55, 0, SKIN), Station("head", 5.85, 3.6, 0, 0.68, 0, SKIN)],
    "hair": [
        Station("head", 3.1, 8.3, 0.8, 1.9, 0.6, HAIR),
        Station("head", 0.4, 7.6, 0, 4.35, 0.2, HAIR),
        Station("head", -1.4, 6.9, 0, 4.5, 0.1, HAIR),
        Station("head", -2.4, 4.6, 0, 3.3, 0.5, HAIR),
    ],
    "locks": [],  # what of hair stands off, hangs or is tied: see :mod:`hair`
}


class Hand(NamedTuple):
    """The shape of a hand: bends of the fingers at knuckle, middle and tip joint, how far they fan out, the thumb.

    Degrees; the palm faces -Z on the right and the thumb is toward +X.
    """

    bends: Triple
    more: float
    """Each finger from the index on bends this much more than the one before, at the first two joints."""
    fan: float
    """Between neighbours."""
    thumb: tuple[Triple, Triple, Triple]
    """From its root to its tip."""


HANDS: dict[str, Hand] = {
    "rest": Hand((14, 22, 12), 5, 1, ((0.9, -1.2, -0.3), (2.3, -3.2, -0.9), (2.7, -5.5, -1.3))),
    "flat": Hand((0, 3, 3), 0, 3, ((0.9, -1.2, -0.2), (2.3, -3.2, -0.4), (2.9, -5.7, -0.4))),
    "spread": Hand((0, 3, 3), 0, 11, ((0.9, -1.2, -0.2), (2.7, -2.9, -0.4), (4.3, -4.9, -0.4))),
    "hold": Hand((26, 32, 20), 3, 0, ((0.9, -1.2, -0.6), (2.6, -2.6, -1.7), (2.9, -4.2, -3.2))),
    "grip": Hand((62, 84, 50), 2, 0, ((0.9, -1.2, -0.7), (2.3, -2.9, -1.9), (1.3, -4.5, -3.1))),
}
"""What a hand does: hang loose, lie, carry weight, lie round a limb, close round a bar."""
_FINGERS = {
    "index": (1.8, 4.0, 0.62),
    "middle": (0.6, 4.6, 0.64),
    "ring": (-0.6, 4.2, 0.62),
    "little": (-1.75, 3.3, 0.57),
}
"""Place in the row of knuckles along X, length, radius."""
_BONES = (0.44, 0.31, 0.25)
"""The shares of a finger's three bones in its length."""


def _finger(name: str, hand: Hand) -> list[Station]:
    """A finger of a right hand, from its root in the palm over the row of knuckles at -4.4."""
    x, length, radius = _FINGERS[name]
    number = list(_FINGERS).index(name)
    aside = radians(hand.fan * (1.5 - number))
    places, bend = [(0.55 * x, -1.5, 0.0), (x, -4.4, 0.0)], 0.0
    for joint, bone in enumerate(_BONES):
        bend += radians(hand.bends[joint] + hand.more * number * (joint < 2))
        along, down = bone * length * cos(bend), bone * length * sin(bend)
        x, y, z = places[-1]
        places.append((x + along * sin(aside), y - along * cos(aside), z - down))
    radii = (radius + 0.2, radius + 0.14, radius + 0.04, radius - 0.02, radius - 0.1)
    return [Station("*_hand", *place, r, 0, SKIN) for place, r in zip(places, radii, strict=True)]


def _digits(hand: Hand) -> dict[str, list[Station]]:
    """The chains of a hand's fingers and its thumb."""
    thumb = [Station("*_hand", *place, r, 0, SKIN) for place, r in zip(hand.thumb, (1.05, 0.85, 0.62), strict=True)]
    return {**{f"*_{name}": _finger(name, hand) for name in _FINGERS}, "*_thumb": thumb}


_SIDED: dict[str, list[Station]] = {
    "*_ear": [Station("head", -0.3, 5, 4.5, 0.7, 0, SKIN), Station("head", -0.1, 4, 4.5, 0.6, 0, SKIN)],
    "*_thigh": [
        Station("*_thigh", -0.5, 1.2, -0.6, 5, 0, TROUSERS),
        Station("*_thigh", 0, -3, -0.1, 5.2, 0, TROUSERS),
        Station("*_thigh", 0.3, -9, 0, 4.75, 0, TROUSERS),
        Station("*_thigh", 0.4, -12.5, 0, 4.4, 0, TROUSERS),
        Station("*_thigh", 0.3, -18, 0, 3.6, 0, TROUSERS),
        Station("*_thigh", 0.1, -22, 0, 3.15, 0, TROUSERS),
        Station("*_thigh", 0, -24.5, 0, 3.05, 0, TROUSERS),
    ],
    # The buttock's frame turns half as far as the thigh, so that it slides and flattens over a bent hip.
    "*_glute": [
        Station("pelvis", -1.5, 3.0, 3.6, 4.4, 0, TROUSERS),
        Station("*_buttock", -2.4, -0.4, -0.9, 4.8, 0, TROUSERS),
        Station("*_thigh", -1.3, -4.6, 0.1, 4.3, 0, TROUSERS),
    ],
    "*_shank": [
        Station("*_shank", 0, 0, 0, 3.05, 0, TROUSERS),
        Station("*_shank", -0.3, -3.5, 0, 2.95, 0, TROUSERS),
        Station("*_shank", -0.9, -8, 0, 3.2, 0, TROUSERS),
        Station("*_shank", -0.6, -14, 0, 2.6, 0, TROUSERS),
        Station("*_shank", -0.1, -20, 0, 1.95, 0, TROUSERS),
        Station("*_shank", 0, -23.6, 0, 1.85, 0, TROUSERS),
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
    **_digits(HANDS["rest"]),
}


def sided(name: str, side: str) -> str:
    """``*_thigh`` for a side: ``right_thigh``."""
    return name.replace("*", side)


def _on(side: str, chains: Mapping[str, list[Station]]) -> dict[str, list[Station]]:
    """Sided chains on a side."""
    sign = SIDES[side]
    return {
        sided(name, side): [s._replace(segment=sided(s.segment, side), z=s.z * sign) for s in stations]
        for name, stations in chains.items()
    }


def hand_chains(side: str, shape: str) -> dict[str, list[Station]]:
    """The fingers and the thumb of a hand in one of the shapes of :data:`HANDS`."""
    return _on(side, _digits(HANDS[shape]))


CHAINS: dict[str, list[Station]] = _MIDLINE | _on("right", _SIDED) | _on("left", _SIDED)
"""Flesh: each chain a row of stations, with radii that follow a monotone cubic between them."""
CHAIN_NAMES = list(CHAINS)

HAND_CHAINS = ("palm", "index", "middle", "ring", "little", "thumb")
LEG_CHAINS = ("thigh", "shank", "foot", "cuff")
ARM_CHAINS = ("trapezius", "shoulder", "upper_arm", "forearm", *HAND_CHAINS)
