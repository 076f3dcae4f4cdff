"""What of a solved pose touches what, and what carries its weight. Gaps are in units: positive floats, negative is pressed in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from unslouch.figure.flesh import Spheres
from unslouch.figure.goals import touched
from unslouch.figure.parts import PARTS, all_but
from unslouch.figure.settle import Settled, held
from unslouch.figure.shown import Prop
from unslouch.figure.surfaces import Flesh, Surface
from unslouch.figure.things import surfaces

TOUCHING = 0.5
"""Units: nearer than this is touching."""
LIFTED = 1.5
"""Units: a part that its base has lying somewhere, and that is further from it than this, was lifted on purpose."""
CUSHIONS = ("cushion", "towel")
THICKNESS = (2.0, 9.0)
"""How thin and how thick a cushion or a rolled towel is."""


class Contact(NamedTuple):
    """A part that lies on something, by the names that authors write."""

    part: str
    on: str
    gap: float
    implied: bool = False


def contacts(pose: Settled) -> list[Contact]:
    """Every part that was placed somewhere, carries, or lies where the base has it."""
    found = {c.part: c for c in (*_lying(pose), *_supports(pose), *_placed(pose))}
    return [c for c in found.values() if not (c.implied and c.gap > LIFTED)]


def _lying(pose: Settled) -> Iterator[Contact]:
    room = surfaces(pose.things)
    for name, on in held(pose.posture).items():
        own = PARTS[name].flesh(pose.skeleton)
        if on.surface == "floor":
            yield _on_floor(pose, name, implied=on.implied)
        elif on.surface in room:
            yield Contact(name, on.surface, _gap(own, room[on.surface]), on.implied)
        elif on.surface in PARTS:
            other = Flesh(PARTS[on.surface].flesh(pose.skeleton))
            yield Contact(name, on.surface, _gap(own, other), on.implied)


def _supports(pose: Settled) -> Iterator[Contact]:
    """What was said to carry; of a base's, what was not lifted."""
    for name in pose.posture.support:
        yield _on_floor(pose, name, implied=not pose.posture.says("support"))


def _on_floor(pose: Settled, part: str, *, implied: bool) -> Contact:
    """A part on the floor, or on the cushion that is under it."""
    low = PARTS[part].flesh(pose.skeleton).lowest()
    if any(_is_under(prop, part) for prop in pose.posture.props):
        return Contact(part, "cushion", low - float(np.clip(low, *THICKNESS)), implied)
    return Contact(part, "floor", low, implied)


def _is_under(prop: Prop, part: str) -> bool:
    """Whether a cushion or a towel lies under a part, or under one that shares its flesh."""
    return prop.kind in CUSHIONS and bool(set(PARTS[prop.where].chains) & set(PARTS[part].chains))


def _gap(own: Spheres, surface: Surface) -> float:
    return float(surface.gap(own.centres, own.radii))


def _placed(pose: Settled) -> Iterator[Contact]:
    """Hands and feet that were put somewhere, but for those that were put in the air."""
    room = surfaces(pose.things)
    for limb, placements in (("foot", pose.posture.feet), ("hand", pose.posture.hands)):
        for side, placement in placements.items():
            name = f"{side} {limb}"
            own = PARTS[name].flesh(pose.skeleton)
            if placement.on in room:
                yield Contact(name, placement.on, _gap(own, room[placement.on]))
            elif touched(placement) and placement.on:
                together = placement.on == "other hand"
                yield Contact(name, placement.on, _gap(own, Flesh(all_but(pose.skeleton, side, limb, hands=together))))
