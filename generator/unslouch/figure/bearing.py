"""How a body is put on what carries it: the floor, a thing, a bar that it hangs from."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from unslouch.figure.body import ARM_CHAINS, CHAIN_NAMES, LEG_CHAINS, SIDES
from unslouch.figure.drop import lay
from unslouch.figure.flesh import flesh
from unslouch.figure.geometry import FORWARD, UP, vector
from unslouch.figure.goals import on_body
from unslouch.figure.grips import grip_of
from unslouch.figure.kinds import BARS
from unslouch.figure.parts import PARTS
from unslouch.figure.posture import Posture, heading_of
from unslouch.figure.shown import Prop
from unslouch.figure.skeleton import Skeleton
from unslouch.figure.surfaces import Round
from unslouch.figure.things import Thing, lifted, stand, surfaces

NEAR = 8.0
"""Degrees that a part is turned at most to lie where its base implies: one that was lifted further stays lifted."""
MOST_LAIN = 25.0
"""Degrees that the whole body is turned at most, so that two parts of the trunk lie on a surface and not one."""
MOST_PROPPED = 45.0
"""The same, so that one of them lies on a thing that is higher than what the other lies on."""
NONE: Mapping[str, float] = MappingProxyType({})
SETTLES = 12
"""How often at most a body is put anew on something round, which it touches elsewhere when it slopes otherwise."""
TOUCHES = 0.05
"""Units off something round that are near enough."""


def sunk_on(body: Skeleton, posture: Posture, room: Mapping[Prop, Thing]) -> dict[str, float]:
    """How far below the top of something round what carries is that lies across it, by part; of a body on its top."""
    sunk: dict[str, float] = {}
    names = {*posture.support, *(name for name in posture.contacts if not PARTS[name].turns)}
    for _ in range(SETTLES):
        there = surfaces({prop: room.get(prop) or stand(prop, body, posture) for prop in posture.standing})
        round_ones = {n: s for n in names if isinstance(s := there.get(posture.below(n)), Round) and not s.bar}
        gaps = {name: _gap(body, name, surface) for name, surface in round_ones.items()}
        if max(map(abs, gaps.values()), default=0) < TOUCHES:
            break
        sunk = {name: sunk.get(name, 0) + gap for name, gap in gaps.items()}
        body = grounded(body, posture, sunk)
    return sunk


def _gap(body: Skeleton, name: str, surface: Round) -> float:
    own = PARTS[name].flesh(body)
    return float(surface.gap(own.centres, own.radii))


def stage(posture: Posture, part: str, sunk: Mapping[str, float]) -> float:
    """How high the place is that a part rests on."""
    return posture.stage(part) - sunk.get(part, 0.0)


def stands_on_both(posture: Posture) -> bool:
    """Whether both feet are on the floor and the hips are where standing puts them, less the shift."""
    on_floor = all(side in posture.feet and not on_body(posture.feet[side]) for side in SIDES)
    return posture.base == "standing" and on_floor and not posture.support


def ground_chains(posture: Posture) -> set[str]:
    """The chains whose lowest point is put on the floor: the supports', else all but placed limbs'."""
    if posture.support:
        return {chain for name in posture.support for chain in PARTS[name].chains}
    placed = {"locks"} | {f"{side}_{c}" for side in posture.feet for c in LEG_CHAINS}
    placed |= {f"{side}_{c}" for side in posture.hands for c in ARM_CHAINS}
    return {name for name in CHAIN_NAMES if name not in placed}


def _bearing(body: Skeleton, posture: Posture, name: str) -> float:
    """How high the place of a part is by which it rests: its lowest, or what it hangs by."""
    side, _, limb = name.partition(" ")
    return (
        float(grip_of(body, side)[1])
        if limb == "hand" and posture.below(name) in BARS
        else PARTS[name].flesh(body).lowest()
    )


def _lowest(body: Skeleton, posture: Posture, sunk: Mapping[str, float]) -> float:
    """The height of the lowest point of what carries."""
    if posture.support:
        return min(_bearing(body, posture, name) - stage(posture, name, sunk) for name in posture.support)
    return flesh(body).of(ground_chains(posture)).lowest() - posture.stage(None)


def grounded(body: Skeleton, posture: Posture, sunk: Mapping[str, float] = NONE) -> Skeleton:
    """Put the body on the floor, then its anchor (or its hips) at the origin, then shift it; twice is as once."""
    if not any(posture.moves.get(move) for move in ("lean", "tilt", "raised")):
        level = {"floor", *(posture.below(name) for name in (None, *posture.support))} - {"wall"}
        for on_it, normal in ((level, UP), ({"wall"}, heading_of(posture) @ FORWARD)):
            lying = {
                n: stage(posture, n, sunk)
                for n, on in posture.contacts.items()
                if on.surface in on_it and not PARTS[n].turns
            }
            if len(lying) == 2:
                implied = all(posture.contacts[name].implied for name in lying)
                furthest = MOST_LAIN if len(set(lying.values())) == 1 else MOST_PROPPED
                body = lay(body, lying, normal, NEAR if implied else furthest)
    if stands_on_both(posture):
        on = min(posture.stage(f"{side} foot") for side in SIDES)
        body = body.moved(vector(0, body.person.hip_height + on - body.point("pelvis")[1], 0))
    else:
        body = body.moved(vector(0, lifted(posture) - _lowest(body, posture, sunk), 0))
    kept = PARTS[posture.anchor or "pelvis"]
    body = body.moved(-body.point(kept.segment, kept.point) * vector(1, 0, 1))
    return body.moved(heading_of(posture) @ posture.shift)
