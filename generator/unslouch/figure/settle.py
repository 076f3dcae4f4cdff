"""Contact: a body on the floor, with hands and feet where the pose puts them.

:func:`settle` grounds a posture's skeleton and reaches its targets (see :mod:`reach`). A target
out of reach is reached for, and the distance that is left is kept for :mod:`check` to report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from unslouch.figure.body import ARM_CHAINS, CHAIN_NAMES, HAND_CHAINS, LEG_CHAINS, SIDES, STANDING_HIP_HEIGHT, sided
from unslouch.figure.flesh import flesh
from unslouch.figure.geometry import Vector, between, vector
from unslouch.figure.posture import Posture
from unslouch.figure.reach import Goal, foot_goal, hand_goal, heading_of, on_body, reach
from unslouch.figure.skeleton import Skeleton, in_between, skeleton


class Part(NamedTuple):
    """A part of the body that carries, is followed or stays: a point, and its chains of flesh."""

    segment: str
    point: tuple[float, float, float]
    chains: tuple[str, ...]


def _parts() -> dict[str, Part]:
    """Every part by the name that an author writes."""
    parts = {
        "torso": Part("thorax", (0, 0, 0), ("torso", "right_glute", "left_glute")),
        "pelvis": Part("pelvis", (0, 0, 0), ("torso", "right_glute", "left_glute")),
        "head": Part("head", (1, 4, 0), ("face", "hair")),
    }
    for side in SIDES:
        of = {
            "knee": Part("*_shank", (0, 0, 0), ("*_shank", "*_thigh")),
            "shin": Part("*_shank", (0, -12, 0), ("*_shank",)),
            "foot": Part("*_foot", (3, -1, 0), ("*_foot", "*_cuff")),
            "elbow": Part("*_forearm", (0, 0, 0), ("*_forearm", "*_upper_arm")),
            "forearm": Part("*_forearm", (0, -7, 0), ("*_forearm",)),
            "hand": Part("*_hand", (0, -4, 0), tuple(f"*_{c}" for c in HAND_CHAINS)),
            "buttock": Part("*_buttock", (-2, 0, 0), ("*_glute",)),
            "shoulder": Part("*_upper_arm", (0, 0, 0), ("*_shoulder",)),
        }
        for name, part in of.items():
            parts[f"{side} {name}"] = Part(
                sided(part.segment, side), part.point, tuple(sided(c, side) for c in part.chains)
            )
    return parts


PARTS: dict[str, Part] = _parts()


@dataclass(frozen=True)
class Settled:
    """A solved pose: the skeleton in the world (floor at height 0), and how far each placement fell short."""

    posture: Posture
    skeleton: Skeleton
    shortfall: Mapping[str, float]

    def part(self, name: str) -> Vector:
        """Where a part is in the world."""
        return self.skeleton.point(PARTS[name].segment, PARTS[name].point)


def settle(posture: Posture) -> Settled:
    """Ground the posture, then reach: feet, feet that rest on the other leg, hands."""
    body = _grounded(skeleton(posture), posture)
    shortfall: dict[str, float] = {}
    for side in sorted(posture.feet, key=lambda s: on_body(posture.feet[s])):
        goal = foot_goal(body, posture, side, posture.feet[side])
        body, shortfall[f"{side}_foot"] = reach(body, side, "foot", goal)
    for side, placement in posture.hands.items():
        goal = hand_goal(body, posture, side, placement)
        body, shortfall[f"{side}_hand"] = reach(body, side, "hand", goal)
    return Settled(posture, body, shortfall)


def settle_between(start: Settled, end: Settled, share: float) -> Settled:
    """The movement from one pose to another, a ``share`` of the way, with its contacts kept."""
    body = in_between(start.skeleton, end.skeleton, share)
    body = _steadied(body, start, end, share)
    for limb in ("foot", "hand"):
        for side in SIDES:
            before, after = (getattr(p.posture, "feet" if limb == "foot" else "hands").get(side) for p in (start, end))
            if not (before or after):
                continue
            if before == after and on_body(before):
                make = foot_goal if limb == "foot" else hand_goal
                first, last = (
                    (make(p.skeleton, p.posture, side, before), p.skeleton.frames[f"{side}_{limb}"].rotation)
                    for p in (start, end)
                )
                goal = make(body, end.posture, side, before).turned_as(first, last, share)
            else:
                a, b = (p.skeleton.frames[f"{side}_{limb}"] for p in (start, end))
                rotation = between(a.rotation, b.rotation, share)
                bends = [getattr(p, "heel_raised", 0.0) for p in (before, after)]
                bend = bends[0] + share * (bends[1] - bends[0])
                goal = Goal(a.origin + share * (b.origin - a.origin), rotation, None, bend)
            body, _ = reach(body, side, limb, goal, own_bend=True)
    return Settled(end.posture, body, {})


def _steadied(body: Skeleton, start: Settled, end: Settled, share: float) -> Skeleton:
    """Keep what rests on the floor at its height, and the anchor at its place."""
    chains = _ground_chains(start.posture) & _ground_chains(end.posture)
    if chains and not (_stands_on_both(start.posture) or _stands_on_both(end.posture)):
        low, before, after = (flesh(s).of(chains).lowest() for s in (body, start.skeleton, end.skeleton))
        body = body.moved(vector(0, before + share * (after - before) - low, 0))
    anchor = end.posture.anchor
    if anchor and anchor == start.posture.anchor:
        part = PARTS[anchor]
        a, b, now = (s.point(part.segment, part.point) for s in (start.skeleton, end.skeleton, body))
        body = body.moved((a + share * (b - a) - now) * vector(1, 0, 1))
    return body


def _stands_on_both(posture: Posture) -> bool:
    """Whether both feet are on the floor and the hips are where standing puts them, less the shift."""
    on_floor = all(side in posture.feet and not on_body(posture.feet[side]) for side in SIDES)
    return posture.base == "standing" and on_floor and not posture.support


def _ground_chains(posture: Posture) -> set[str]:
    """The chains whose lowest point is put on the floor: the supports', else all but placed limbs'."""
    if posture.support:
        return {chain for name in posture.support for chain in PARTS[name].chains}
    placed = {f"{side}_{c}" for side in posture.feet for c in LEG_CHAINS}
    placed |= {f"{side}_{c}" for side in posture.hands for c in ARM_CHAINS}
    return {name for name in CHAIN_NAMES if name not in placed}


def _grounded(body: Skeleton, posture: Posture) -> Skeleton:
    """Put the body on the floor, then its anchor (or nothing) at the origin, then shift it."""
    if _stands_on_both(posture):
        body = body.moved(vector(0, STANDING_HIP_HEIGHT, 0))
    else:
        lowest = flesh(body).of(_ground_chains(posture)).lowest()
        body = body.moved(vector(0, posture.moves.get("raised", 0.0) - lowest, 0))
    if posture.anchor:
        part = PARTS[posture.anchor]
        body = body.moved(-body.point(part.segment, part.point) * vector(1, 0, 1))
    return body.moved(heading_of(posture) @ posture.shift)
