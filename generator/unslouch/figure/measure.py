"""Every joint of a solved body in all its angles, as an author writes them: what came out of hands and feet placed.

A ball joint's three angles have more than one name for the same turn: bent, opened and turned by (f, a, r) is
also (f ± 180, 180 - a, r ± 180), and where the limb points straight along the axis of the first angle (a = 90) only
the first and the third together are defined. Of equal descriptions the one counts that is least past what the
joint does, so that a turn that a body can take never reads as one that it cannot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import SIDES
from unslouch.figure.geometry import rotate_z
from unslouch.figure.limits import LIMITS
from unslouch.figure.skeleton import NECK_JOINTS, TRUNK_JOINTS, Skeleton, clavicle

Array = NDArray[np.float64]
Joints = Mapping[str, Mapping[str, float]]
"""Degrees by joint (``right hip``) and movement (``flexion``)."""

POLE = 10.0
"""Degrees from the pole within which all shares of the first and the third angle count as equal: what two readers of
a goniometer differ by."""

FORWARD_OF_SIDE = 90.0
"""Degrees of flexion up to which an arm is raised sideways; told as further forward and past the side, it would be
turned half about its length."""
SPARE = 2.0
"""Degrees short of a limit from which a choice of ways counts it as reached."""


@dataclass(frozen=True, eq=False)
class Ball:
    """What :func:`geometry.ball_joint` calls flexion, abduction and rotation, as some joints call it: arrays (..., 3).

    ``signs`` make an author's angle of a plain one; ``most`` and ``norm`` are (2, ..., 3), least and greatest.
    ``twists`` (...) says where a limb at the pole is turned about its length by the first and third angle together,
    and may be by no more than the third: an arm held out sideways. Else each of the two may give its part.
    """

    signs: Array
    most: Array
    norm: Array
    twists: NDArray[np.bool_]

    @cached_property
    def middle(self) -> Array:
        """The middle of the range of each angle."""
        return self.most.mean(0)

    @cached_property
    def within(self) -> Array:
        """The range of each angle, less what counts as reached."""
        return self.most + np.array([SPARE, -SPARE]).reshape(2, *[1] * (self.most.ndim - 1))

    @cached_property
    def any_twists(self) -> bool:
        """Whether any row is of a joint that twists."""
        return bool(self.twists.any())

    def near(self, angles: Array) -> Array:
        """The same angles within half a turn of the middle of their range."""
        turns = angles - self.middle
        turns /= 360
        return angles - 360 * np.rint(turns, out=turns)

    def cost(self, angles: Array, usual: float) -> Array:
        """How hard angles (..., 3) are for the joint: degrees past the most count tenfold, past the norm ``usual``."""
        hard = 10 * _past(angles, self.within)
        return hard + usual * _past(angles, self.norm) if usual else hard

    def shared(self, total: Array, plain: Array, way: Array) -> Array:
        """The same turns at the pole: first and third angle, whose sum is ``total``, both in range if that can be."""
        low, high = np.sort(self.most * self.signs, 0)
        thirds = np.sort([way * (total - low[..., 0]), way * (total - high[..., 0])], 0)
        third = np.clip(np.clip(plain[..., 2], *thirds), low[..., 2], high[..., 2])
        return np.stack([total - way * third, np.broadcast_to(plain[..., 1], third.shape), third], -1)


def _past(angles: Array, limits: Array) -> Array:
    """Degrees past limits (2, ..., 3), the three angles together."""
    low, high = limits
    past = np.maximum(angles - high, low - angles)
    np.maximum(past, 0.0, out=past)
    return past[..., 0] + past[..., 1] + past[..., 2]


Names = tuple[tuple[str, str], ...]
"""Joint and movement of each of a ball's three angles."""


def _of(joint: str, *movements: str) -> Names:
    """Three movements of one joint."""
    return tuple((joint, movement) for movement in movements)


HIP = _of("hip", "flexion", "abduction", "rotation")
KNEE = _of("knee", "flexion", "abduction", "rotation")
ANKLE = _of("ankle", "dorsiflexion", "inversion", "rotation")
SHOULDER = _of("shoulder", "flexion", "abduction", "rotation")
WRIST = (("wrist", "radial_deviation"), ("wrist", "flexion"), ("forearm", "pronation"))
"""Of the inverse of the hand's turn from the elbow's hinge: the forearm turns first, then the wrist bends."""
_NEGATIVE = {("knee", "flexion"), ("ankle", "inversion"), ("wrist", "radial_deviation")}
SPINE = {name: _of(name, "flexion", "side_bend", "rotation") for name in (*TRUNK_JOINTS, *NECK_JOINTS)}
_NEGATIVE |= {(name, movement) for name in SPINE for movement in ("flexion", "side_bend")}
"""Movements that turn against :func:`geometry.ball_joint`'s angle."""


@cache
def ball(*names: Names) -> Ball:
    """What is known of some ball joints, a row for each; of one joint without rows."""
    signs = np.array([[-1.0 if key in _NEGATIVE else 1.0 for key in three] for three in names])
    most, norm = (
        np.array([[getattr(LIMITS[key], kind) for key in three] for three in names], float).transpose(2, 0, 1)
        for kind in ("most", "norm")
    )
    twists = np.array([three == SHOULDER for three in names])
    if len(names) > 1:
        return Ball(signs, most, norm, twists)
    return Ball(signs[0], most[:, 0], norm[:, 0], twists[0])


_OTHER_NAME = np.array([1.0, -1.0, 1.0])
"""Times the angles, and half a turn more: their other description."""


def ball_angles(rotation: Array, side: Array | int, of: Ball) -> Array:
    """Angles in degrees (..., 3) of rotations (..., 3, 3): of all descriptions the one least past the limits."""
    plain = np.empty(rotation.shape[:-1])
    plain[..., 0] = np.arctan2(-rotation[..., 0, 1], rotation[..., 1, 1])
    plain[..., 1] = -side * np.arcsin(np.minimum(np.maximum(rotation[..., 2, 1], -1), 1))
    plain[..., 2] = -side * np.arctan2(-rotation[..., 2, 0], rotation[..., 2, 2])
    plain *= 180 / np.pi
    readings = np.stack([plain, plain * _OTHER_NAME + 180])
    abduction = plain[..., 1]
    too_far = np.zeros(abduction.shape, bool)
    at_pole = np.abs(abduction) > 90 - POLE
    if at_pole.any():
        total = np.degrees(np.arctan2(rotation[..., 1, 0], rotation[..., 0, 0]))
        total = np.stack([total - 360, total, total + 360])
        readings = np.concatenate([readings, of.shared(total, plain, np.sign(abduction))])
        twisted = of.near(np.stack([0 * abduction, abduction, total[1]], -1))
        too_far = at_pole & of.twists & (twisted != np.clip(twisted, *of.most))[..., 2]
    readings = of.near(readings * of.signs)
    past = _past(readings, of.most) + 1e-3 * _past(readings, of.norm)
    if of.any_twists:
        past[1] += np.where(of.twists & (readings[1, ..., 0] > FORWARD_OF_SIDE), np.inf, 0.0)
    if len(past) == 2:
        return np.where((past[1] < past[0])[..., None], readings[1], readings[0])
    past[2:] += np.where(at_pole, 1e-3, np.inf)
    best = np.argmin(past, 0)
    read = np.take_along_axis(readings, best[None, ..., None], 0)[0]
    return np.where(too_far[..., None], twisted, read) if too_far.any() else read


@lru_cache(maxsize=64)
def joints(body: Skeleton) -> Joints:
    """Every joint by the name that an author gives it, and its angles in degrees; kept for the last few bodies."""
    turns, names, sides = zip(*_turns(body), strict=True)
    angles = ball_angles(np.array(turns), np.array([SIDES.get(side, 1) for side in sides]), ball(*names))
    found: dict[str, dict[str, float]] = {}
    for three, side, names_of in zip(angles, sides, names, strict=True):
        for (joint, movement), degrees in zip(names_of, three, strict=True):
            found.setdefault(f"{side} {joint}".strip(), {})[movement] = float(degrees)
    for side in SIDES:
        found[f"{side} elbow"] = dict(zip(("flexion", "abduction"), elbow_angles(body, side), strict=True))
        found[f"{side} scapula"] = dict(zip(("elevation", "protraction"), clavicle(body, side), strict=True))
    return found | _wholes(found)


def _turns(body: Skeleton) -> list[tuple[Array, Names, str]]:
    """Every ball joint's turn, from frame to frame."""
    found = []
    for side in SIDES:
        for names, upper, lower in (
            (HIP, "pelvis", f"{side}_thigh"),
            (KNEE, f"{side}_thigh", f"{side}_shank"),
            (ANKLE, f"{side}_shank", f"{side}_foot"),
            (SHOULDER, "thorax", f"{side}_upper_arm"),
        ):
            found.append((body.turn(upper, lower), names, side))
        hand = body.turn(f"{side}_upper_arm", f"{side}_hand")
        found.append((hand.T @ rotate_z(elbow_angles(body, side)[0]), WRIST, side))
    spine = TRUNK_JOINTS | NECK_JOINTS
    return found + [(body.turn(*segments), SPINE[name], "") for name, segments in spine.items()]


def elbow_angles(body: Skeleton, side: str) -> tuple[float, float]:
    """An elbow's flexion, negative past straight, and what it is off its hinge, outward."""
    turn = body.turn(f"{side}_upper_arm", f"{side}_forearm")
    outward = -SIDES[side] * np.arcsin(np.clip(turn[2, 1], -1, 1))
    return float(np.degrees(np.arctan2(-turn[0, 1], turn[1, 1]))), float(np.degrees(outward))


def _wholes(found: Joints) -> dict[str, dict[str, float]]:
    """What trunk and neck do as wholes: their joints' angles together."""
    wholes = {
        whole: {m: sum(found[part][m] for part in parts) for m in ("flexion", "side_bend", "rotation")}
        for whole, parts in (("trunk", TRUNK_JOINTS), ("neck", NECK_JOINTS))
    }
    lower, upper = (found[name]["flexion"] for name in NECK_JOINTS)
    wholes["neck"]["protraction"] = (lower - upper) / 2
    return wholes
