"""What a solved pose asks of the body, in the closed vocabulary by which readers choose: kneel, floor, one-leg …

It is about what the body must do, never about who has what. Each finding names the pose and the number that made it
so, for an author to check. Limits without a source by name are ours ([K], common knowledge of the field).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

import numpy as np
from pydantic import TypeAdapter

from unslouch.figure import balance, possible
from unslouch.figure.body import CENTIMETRES_PER_UNIT, SIDES, STANDING_HIP_HEIGHT
from unslouch.figure.contact import contacts
from unslouch.figure.language import Figure
from unslouch.figure.measure import Joints, joints
from unslouch.figure.names import THING_SURFACES
from unslouch.figure.parts import PARTS
from unslouch.figure.rests import holds, sat_on
from unslouch.figure.scene import settled
from unslouch.figure.settle import Settled
from unslouch.tools import kept
from unslouch.tools.kept import Cache

Ask = Literal[
    "floor",
    "kneel",
    "lie-flat",
    "one-leg",
    "hands-bear-weight",
    "deep-hip-bend",
    "hip-behind",
    "leg-across",
    "legs-wide",
    "deep-knee-bend",
    "overhead",
    "band-grip",
]
"""The whole vocabulary, in the order of telling."""
ASKS: tuple[Ask, ...] = get_args(Ask)

PAST_RIGHT_ANGLE = 95.0
"""Degrees from which a bend counts as past 90°: two readers of a goniometer differ by 5."""
BEHIND = 10.0
"""Degrees of hip extension that walking needs; more is a leg taken behind."""
ACROSS = 2.0
"""Units that an ankle is past the middle of the pelvis when a leg crosses it."""
WIDE = 45.0
"""Degrees of abduction of both hips together. A stride to the side has 30, a wide stance 50."""
KNEE_FOLDED = 135.0
"""Degrees at which a knee that carries nothing is at the end of its active range (AAOS; see :mod:`limits`)."""
RAISED_ARM = 120.0
"""Degrees between an upper arm and the ribs, from hanging."""
DOWN = 1.5
"""Units: flesh this near to the floor rests on it."""
FACING = 0.7
"""The share of a direction that is up or down from which it counts as such: within 45 degrees."""
PROPPED = 30.0
"""Degrees that a trunk is off upright from which the arms of who sits or lies with hands down carry it."""


@dataclass(frozen=True)
class Asked:
    """One thing that a pose asks."""

    ask: Ask
    pose: str
    because: str
    """What the pose does, with the number: ``bends the right hip to 119°``."""
    amount: float = 0.0
    """The number, by which the pose that asks most is told of."""


class _Body(NamedTuple):
    """A pose as the rules ask about it."""

    pose: Settled
    joints: Joints
    down: frozenset[str]
    """The parts that rest on the floor, or on a cushion there."""
    borne: frozenset[str]
    """Those, and the parts that rest on a bed, a bench or a table under all of the body."""
    seated: bool
    """Whether the pelvis is on a chair."""

    def axis(self, segment: str, axis: int) -> float:
        """How far up one axis of a segment points: 0 its front, 1 its length."""
        return float(self.pose.skeleton.frames[segment].rotation[1, axis])

    @property
    def sits(self) -> bool:
        """Whether the hips rest on something."""
        return self.seated or not self.down.isdisjoint(("pelvis", "right buttock", "left buttock"))


_Found = Iterator[tuple[str, float]]
"""What a pose does, and its number."""


def _body(pose: Settled) -> _Body:
    resting = {c.part for c in contacts(pose) if c.on == "cushion"}
    low = {name for name, part in PARTS.items() if part.flesh(pose.skeleton).lowest() <= DOWN}
    seated = any(sat_on(prop, pose.posture.base) for prop in pose.posture.props)
    top = pose.posture.stage(None) + DOWN
    on_it = {name for name, part in PARTS.items() if part.flesh(pose.skeleton).lowest() <= top}
    return _Body(pose, joints(pose.skeleton), frozenset(resting | low), frozenset(resting | low | on_it), seated)


def _both(body: _Body, part: str) -> list[str]:
    """The parts of this name that are down."""
    return [name for side in SIDES if (name := f"{side} {part}") in body.down]


_ON_FEET = {f"{side} {part}" for side in SIDES for part in ("foot", "shin", "leg")}
_ARMS = {f"{side} {part}" for side in SIDES for part in ("hand", "forearm", "arm")}
"""Parts that may be down without the body being so; shin and leg have the foot's flesh, forearm and arm the hand's."""


def _floor(body: _Body) -> _Found:
    low = body.pose.skeleton.point("pelvis")[1] < STANDING_HIP_HEIGHT / 2
    others = sorted(body.down - _ON_FEET - _ARMS) or (sorted(_both(body, "hand")) if low else [])
    if others:
        yield f"has the {others[0]} on the floor", 0.0


def _kneel(body: _Body) -> _Found:
    if body.sits or "chest" in body.borne:
        return
    for side in SIDES:
        if f"{side} knee" in body.borne and body.axis(f"{side}_shank", 0) < -FACING:
            yield f"kneels on the {side} knee", 0.0


def _lie_flat(body: _Body) -> _Found:
    if "chest" in body.borne and abs(front := body.axis("thorax", 0)) > FACING:
        yield f"lies on the {'back' if front > 0 else 'front'}", 0.0


def _one_leg(body: _Body) -> _Found:
    feet = [c.part for c in contacts(body.pose) if c.part.endswith("foot") and c.on == "chair seat"]
    feet += _both(body, "foot")
    if len(feet) == 1 and not body.seated and not body.down - _ON_FEET - _ARMS and not _both(body, "hand"):
        yield f"stands on the {feet[0]} alone", 0.0


def _hands(body: _Body) -> _Found:
    on = {c.part for c in contacts(body.pose) if c.on in THING_SURFACES}
    hands = [f"{side} hand" for side in SIDES if f"{side} hand" in body.down | on or f"{side} elbow" in body.down]
    if not hands or "chest" in body.down:
        return
    lean = float(np.degrees(np.arccos(np.clip(body.axis("thorax", 1), -1, 1))))
    propped = body.sits and lean > PROPPED
    if propped or balance.far_without_arms(body.pose) > balance.TOPPLES:
        yield f"bears weight on the {' and the '.join(hands)}", 0.0


def _deep_hip_bend(body: _Body) -> _Found:
    yield from _bent(body, "hip", PAST_RIGHT_ANGLE)


def _bent(body: _Body, joint: str, limit: float) -> _Found:
    for side in SIDES:
        if (degrees := body.joints[f"{side} {joint}"]["flexion"]) > limit:
            yield f"bends the {side} {joint} to {degrees:.0f}°", degrees


def _hip_behind(body: _Body) -> _Found:
    for side in SIDES:
        if (degrees := -body.joints[f"{side} hip"]["flexion"]) > BEHIND:
            yield f"takes the {side} thigh {degrees:.0f}° behind", degrees


def _leg_across(body: _Body) -> _Found:
    pelvis = body.pose.skeleton.frames["pelvis"]
    for side, outward in SIDES.items():
        ankle = body.pose.skeleton.frames[f"{side}_foot"].origin - pelvis.origin
        past = -outward * float(pelvis.rotation[:, 2] @ ankle)
        if past > ACROSS:
            yield f"brings the {side} foot {past * CENTIMETRES_PER_UNIT:.0f} cm past the body's middle", past


def _legs_wide(body: _Body) -> _Found:
    apart = sum(body.joints[f"{side} hip"]["abduction"] for side in SIDES)
    if apart > WIDE:
        yield f"has the legs {apart:.0f}° apart", apart


def _deep_knee_bend(body: _Body) -> _Found:
    lies = body.sits or "chest" in body.down
    yield from _bent(body, "knee", KNEE_FOLDED if lies else PAST_RIGHT_ANGLE)


def _overhead(body: _Body) -> _Found:
    hanging = -body.pose.skeleton.frames["thorax"].rotation[:, 1]
    for side in SIDES:
        along = -body.pose.skeleton.frames[f"{side}_upper_arm"].rotation[:, 1]
        degrees = float(np.degrees(np.arccos(np.clip(hanging @ along, -1, 1))))
        if degrees > RAISED_ARM:
            yield f"raises the {side} arm to {degrees:.0f}°", degrees


def _band_grip(body: _Body) -> _Found:
    for prop in body.pose.posture.props:
        if prop.kind in ("band", "strap") and any(holds(prop, side) for side in SIDES):
            yield f"holds a {prop.kind}", 0.0


_RULES: dict[Ask, Callable[[_Body], _Found]] = {
    "floor": _floor,
    "kneel": _kneel,
    "lie-flat": _lie_flat,
    "one-leg": _one_leg,
    "hands-bear-weight": _hands,
    "deep-hip-bend": _deep_hip_bend,
    "hip-behind": _hip_behind,
    "leg-across": _leg_across,
    "legs-wide": _legs_wide,
    "deep-knee-bend": _deep_knee_bend,
    "overhead": _overhead,
    "band-grip": _band_grip,
}


def of_pose(pose: Settled, name: str) -> list[Asked]:
    """What one solved pose asks; ``name`` is what it is called."""
    body = _body(pose)
    return [Asked(ask, name, *found) for ask, rule in _RULES.items() for found in rule(body)]


_ASKED = TypeAdapter(list[Asked])


def of_figure(figure: Figure, cache: Cache) -> list[Asked]:
    """What every pose of a figure asks, found once and kept; nothing of a figure that no body can take."""
    if possible.problems(figure, cache):
        return []
    key = possible.key(figure)
    return kept.kept(cache, "asks", {key: figure}, _of_all, _ASKED)[key]


def _of_all(figure: Figure) -> list[Asked]:
    return [one for name in figure.poses for one in of_pose(settled(figure, name), name)]


def most(asked: Iterable[Asked]) -> dict[Ask, Asked]:
    """Of each thing asked the pose that asks most of it, in the order of :data:`ASKS`."""
    found: dict[Ask, Asked] = {}
    for one in asked:
        if one.ask not in found or one.amount > found[one.ask].amount:
            found[one.ask] = one
    return {ask: found[ask] for ask in ASKS if ask in found}
