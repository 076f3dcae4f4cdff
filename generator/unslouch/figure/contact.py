"""What of a solved pose touches what, and what carries its weight. Gaps are in units: positive floats, negative is pressed in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from unslouch.figure.flesh import Spheres
from unslouch.figure.goals import touched
from unslouch.figure.grips import grip_of
from unslouch.figure.parts import PARTS, all_but
from unslouch.figure.settle import LIFTED, Settled, held
from unslouch.figure.surfaces import FLOOR, Round, Surface
from unslouch.figure.things import THICKNESS, cushioned, surfaces

TOUCHING = 0.5
"""Units: nearer than this is touching."""


class Contact(NamedTuple):
    """A part that lies on something, by the names that authors write."""

    part: str
    on: str
    gap: float
    implied: bool = False


@lru_cache(maxsize=64)
def contacts(pose: Settled) -> tuple[Contact, ...]:
    """Every part that was placed somewhere, carries, or lies where the base has it; kept for the last few poses."""
    found = {c.part: c for c in (*_lying(pose), *_supports(pose), *_placed(pose))}
    return tuple(c for c in found.values() if not (c.implied and c.gap > LIFTED))


def _lying(pose: Settled) -> Iterator[Contact]:
    room = surfaces(pose.things)
    for name, on in held(pose.posture).items():
        own = PARTS[name].flesh(pose.skeleton)
        if on.surface == "floor":
            yield _on_floor(pose, name, implied=on.implied)
        elif on.surface in room:
            yield Contact(name, on.surface, _gap(own, room[on.surface]), on.implied)
        elif on.surface in PARTS:
            other = Round(PARTS[on.surface].flesh(pose.skeleton))
            yield Contact(name, on.surface, _gap(own, other), on.implied)


def _supports(pose: Settled) -> Iterator[Contact]:
    """What was said to carry; of a base's, what was not lifted."""
    room, implied = surfaces(pose.things), not pose.posture.says("support")
    for name in pose.posture.support:
        surface = room.get(pose.posture.below(name), FLOOR)
        if surface is FLOOR:
            yield _on_floor(pose, name, implied=implied)
        else:
            yield Contact(name, pose.posture.below(name), _off(pose, name, surface), implied)


def _on_floor(pose: Settled, part: str, *, implied: bool) -> Contact:
    """A part on the floor, or on the cushion that is under it; a shin that slopes off its cushion is on the floor."""
    low = PARTS[part].flesh(pose.skeleton).lowest()
    soft = low - float(np.clip(low, *THICKNESS))
    if cushioned(pose.posture, part) and abs(soft) <= abs(low):
        return Contact(part, "cushion", soft, implied)
    return Contact(part, "floor", low, implied)


def _gap(own: Spheres, surface: Surface) -> float:
    return float(surface.gap(own.centres, own.radii))


def _off(pose: Settled, name: str, surface: Surface) -> float:
    """From a surface to a part; of a hand that closes round a bar, from its middle to that of the bar."""
    side, _, limb = name.partition(" ")
    if limb == "hand" and isinstance(surface, Round) and surface.bar:
        place = grip_of(pose.skeleton, side)
        return float(np.linalg.norm(surface.middle(place) - place))
    return _gap(PARTS[name].flesh(pose.skeleton), surface)


def _placed(pose: Settled) -> Iterator[Contact]:
    """Hands and feet that were put somewhere, but for those that were put in the air."""
    room = surfaces(pose.things)
    for limb, placements in (("foot", pose.posture.feet), ("hand", pose.posture.hands)):
        for side, placement in placements.items():
            name = f"{side} {limb}"
            own = PARTS[name].flesh(pose.skeleton)
            if placement.on in room:
                yield Contact(name, placement.on, _off(pose, name, room[placement.on]))
            elif touched(placement) and placement.on:
                together = placement.on == "other hand"
                yield Contact(name, placement.on, _gap(own, Round(all_but(pose.skeleton, side, limb, hands=together))))
