"""What people wear: where sleeves and trouser legs end, and what whole limbs are of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from unslouch.figure.body import Material

SHIRT, TROUSERS, SKIN, SHOE = Material.SHIRT, Material.TROUSERS, Material.SKIN, Material.SHOE


class Cut(NamedTuple):
    """Where a piece of clothing ends: a plane across an axis of a segment's frame."""

    chains: tuple[str, ...]
    segment: str
    axis: int
    at: float
    """Units along the axis on the right side; of Z, the left is its mirror image."""
    before: Material
    beyond: Material
    """What is of the one material becomes the other where it has more of the axis than that."""


class Garment(NamedTuple):
    """Sleeves, or the legs of trousers."""

    cut: Cut
    limbs: Mapping[str, Material]
    """What limbs are of before it is cut."""


SLEEVES: dict[str, Garment] = {
    "none": Garment(Cut(("torso", "*_shoulder", "*_trapezius"), "thorax", 2, 7.0, SHIRT, SKIN), {"*_upper_arm": SKIN}),
    "short": Garment(Cut(("*_upper_arm",), "*_upper_arm", 1, -10.2, SKIN, SHIRT), {"*_upper_arm": SKIN}),
    "long": Garment(Cut(("*_forearm",), "*_forearm", 1, -13.2, SKIN, SHIRT), {"*_upper_arm": SHIRT, "*_forearm": SKIN}),
}
LEGS: dict[str, Garment] = {
    "short": Garment(Cut(("*_thigh",), "*_thigh", 1, -17.5, SKIN, TROUSERS), {"*_thigh": SKIN, "*_shank": SKIN}),
    "leggings": Garment(Cut(("*_shank",), "*_shank", 1, -17.5, SKIN, TROUSERS), {"*_shank": SKIN}),
    "long": Garment(Cut(("*_shank",), "*_shank", 1, -21.2, SHOE, TROUSERS), {"*_shank": SHOE}),
}
NECKLINES: dict[str, float] = {"round": 3.6, "closed": 0.0}
"""Units about the pit of the neck in which the shirt is cut out."""
