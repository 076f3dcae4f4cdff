"""How bodies differ: lengths, breadths and flesh, as shares of the one that all numbers of :mod:`body` are of.

Every place of a body is written in a segment's frame. A build stretches the frames, and with them all that is written
in them: joints, flesh, muscles, places for hands.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import numpy as np

from unslouch.figure.body import ANKLE_HEIGHT, LENGTH, SIDES, Station
from unslouch.figure.geometry import Vector, vector


class Build(NamedTuple):
    """Shares of the standard body, from side to side (``wide``), from front to back (``deep``), round and along."""

    legs: float = 1.0
    arms: float = 1.0
    trunk: float = 1.0
    """Lengths. The three go together: all people are 100 units tall."""
    shoulders: float = 1.0
    hips: float = 1.0
    """Breadths between the joints."""
    chest_wide: float = 1.0
    chest_deep: float = 1.0
    waist_wide: float = 1.0
    waist_deep: float = 1.0
    hips_wide: float = 1.0
    hips_deep: float = 1.0
    thighs: float = 1.0
    calves: float = 1.0
    upper_arms: float = 1.0
    forearms: float = 1.0
    neck: float = 1.0
    belly: float = 0.0
    bust: float = 0.0
    """Units that the flesh of waist and chest lies further ahead."""


class Stretch(NamedTuple):
    """What becomes of a place in a segment's frame: three shares of flesh, then a move ahead."""

    deep: float = 1.0
    long: float = 1.0
    wide: float = 1.0
    ahead: float = 0.0
    bones: float = 1.0
    """How wide joints lie apart that hang on the segment."""

    @property
    def joints(self) -> Vector:
        """Of joints, along X, Y and Z."""
        return vector(1, self.long, self.bones)

    @property
    def girth(self) -> float:
        """Of a radius that lies across the segment."""
        return (self.deep + self.wide) / 2

    def place(self, local: Vector) -> Vector:
        """A place of flesh."""
        return np.asarray(local * (self.deep, self.long, self.wide) + vector(self.ahead, 0, 0))

    def station(self, s: Station) -> Station:
        """A row of flesh: its depth by the one share, all of its breadth by the other."""
        radius = s.radius * self.deep
        half = max((s.radius + s.half_width) * self.wide - radius, 0.0) if s.half_width else 0.0
        x, y, z = (float(n) for n in self.place(np.array(s.place)))
        return s._replace(x=x, y=y, z=z, radius=radius, half_width=half)


BACK = 5.2
"""Units from the middle of the trunk to its back."""


@cache
def stretches(build: Build) -> Mapping[str, Stretch]:
    """By segment."""
    b = build

    def trunk(deep: float, wide: float, ahead: float, bones: float = 1.0) -> Stretch:
        """A segment of the trunk: it grows to the front, for all lie and lean on their backs alike."""
        return Stretch(deep, b.trunk, wide, ahead + BACK * (deep - 1), bones)

    waist, middle = (b.waist_deep, b.waist_wide), ((b.waist_deep + b.chest_deep) / 2, (b.chest_wide + b.waist_wide) / 2)
    found = {
        "pelvis": trunk(b.hips_deep, b.hips_wide, 0.4 * b.belly, b.hips)._replace(long=1.0),
        "spine0": trunk(*waist, b.belly),
        "spine1": trunk(*waist, b.belly),
        "spine2": trunk(*middle, 0.6 * (b.belly + b.bust)),
        "spine3": trunk(b.chest_deep, b.chest_wide, 0.3 * b.belly + b.bust),
        "thorax": trunk(b.chest_deep, b.chest_wide, 0.0, b.shoulders),
        "neck": Stretch(b.neck, 1.0, b.neck),
        "head": Stretch(),
        "locks": Stretch(),
    }
    limbs = {
        "buttock": Stretch(b.hips_deep, 1.0, b.hips_wide),
        "thigh": Stretch(b.thighs, b.legs, b.thighs),
        "shank": Stretch(b.calves, b.legs, b.calves),
        "foot": Stretch(),
        "toes": Stretch(),
        "upper_arm": Stretch(b.upper_arms, b.arms, b.upper_arms),
        "forearm": Stretch(b.forearms, b.arms, b.forearms),
        "hand": Stretch(),
    }
    return found | {f"{side}_{bone}": stretch for side in SIDES for bone, stretch in limbs.items()}


def hip_height(build: Build) -> float:
    """Of who stands straight."""
    return (LENGTH["thigh"] + LENGTH["shank"]) * build.legs + ANKLE_HEIGHT
