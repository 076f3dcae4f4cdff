"""A hand that closes round something: where its middle is."""

from __future__ import annotations

from unslouch.figure.body import SIDES
from unslouch.figure.geometry import Vector, vector
from unslouch.figure.skeleton import Skeleton

GRIP = vector(0, -4.3, -1.3)
"""The middle of what a right hand closes round, in its frame."""


def grip_of(body: Skeleton, side: str) -> Vector:
    """The middle of what a closed hand holds."""
    return body.point(f"{side}_hand", GRIP * vector(1, 1, SIDES[side]))
