"""What moved, of a pose that would be told in the same words as the one it comes from: the movement itself, in one phrase."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from unslouch.figure.body import SIDES
from unslouch.figure.drawing import Phrase
from unslouch.figure.measure import joints
from unslouch.figure.settle import Settled


class Way(NamedTuple):
    """A way in which something goes: what is said of the more and of the less, and from how much on it is worth a word."""

    more: str
    less: str
    enough: float


_ELBOW, _ARM = Way("elbow_bent", "elbow_straight", 20), Way("arm_lifted", "arm_lowered", 10)
_HEEL = Way("heel_lifted", "heel_lowered", 1.5)
_MIDDLE = {
    ("trunk", "flexion"): Way("back_rounded", "back_arched", 12),
    ("trunk", "rotation"): Way("trunk_turned_right", "trunk_turned_left", 10),
    ("trunk", "side_bend"): Way("trunk_bent_right", "trunk_bent_left", 10),
    ("neck", "flexion"): Way("head_forward", "head_back", 15),
    ("neck", "rotation"): Way("head_turned_right", "head_turned_left", 15),
    ("neck", "side_bend"): Way("head_bent_right", "head_bent_left", 15),
    ("neck", "protraction"): Way("head_out", "head_in", 10),
}
"""Of the trunk and the neck, by movement."""
_RISES = {"chest": Way("chest_lifted", "chest_lowered", 1.5), "head": Way("head_lifted", "head_lowered", 3)}
"""Of what is higher or lower, in units."""
_TILT = Way("pelvis_forward", "pelvis_back", 10)


def slight(pose: Settled, start: Settled) -> list[Phrase]:
    """What moved most since the start; nothing where nothing moved enough to be worth a word."""
    found = max(_ways(pose, start), key=lambda each: each[0])
    return [found[1]] if found[0] >= 1 else []


def _ways(pose: Settled, start: Settled) -> Iterator[tuple[float, Phrase]]:
    """All that may have moved: how many times enough, and its phrase."""
    now, before = joints(pose.skeleton), joints(start.skeleton)
    yield from _of_sides(_ELBOW, lambda side: now[f"{side} elbow"]["flexion"] - before[f"{side} elbow"]["flexion"])
    yield from _of_sides(_ARM, lambda side: _rise(pose, start, f"{side} hand"))
    standing = [side for side in SIDES if side in pose.posture.feet and side in start.posture.feet]
    yield from _of_sides(_HEEL, lambda side: _rise(pose, start, f"{side} shin") if side in standing else 0.0)
    for (joint, movement), way in _MIDDLE.items():
        yield _of(way, now[joint][movement] - before[joint][movement])
    for part, way in _RISES.items():
        yield _of(way, _rise(pose, start, part))
    tilted = start.skeleton.frames["pelvis"].rotation.T @ pose.skeleton.frames["pelvis"].rotation[:, 1]
    yield _of(_TILT, float(np.degrees(np.arctan2(tilted[0], tilted[1]))))


def _rise(pose: Settled, start: Settled, part: str) -> float:
    return float(pose.part(part)[1] - start.part(part)[1])


def _of(way: Way, amount: float, side: str = "") -> tuple[float, Phrase]:
    """How many times enough an amount is, and what is said; a word for right or left at its end is its side."""
    key, _, own = (way.more if amount > 0 else way.less).rpartition("_")
    phrase = Phrase(key, own) if own in SIDES else Phrase(f"{key}_{own}", side)
    return abs(amount) / way.enough, phrase


def _of_sides(way: Way, amount: Callable[[str], float]) -> Iterator[tuple[float, Phrase]]:
    """Of either side; of both in one where both go the same way far enough."""
    amounts = {side: amount(side) for side in SIDES}
    right, left = amounts.values()
    if min(abs(right), abs(left)) >= way.enough and right * left > 0:
        yield _of(way, max(right, left, key=abs), "both")
    else:
        yield from (_of(way, each, side) for side, each in amounts.items())
