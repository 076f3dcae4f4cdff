"""What to change about a placement when a joint came out past its limit: words that an author can follow."""

from __future__ import annotations

import numpy as np

from unslouch.figure.goals import on_body
from unslouch.figure.limits import LIMITS
from unslouch.figure.posture import Posture, heading_of
from unslouch.figure.settle import Settled

_HAND = {
    ("shoulder", "flexion"): ("place the hand lower or nearer", "place the hand further forward"),
    ("shoulder", "abduction"): ("place the hand lower, or nearer the middle", "place the hand further out"),
    ("shoulder", "rotation"): (
        "place the hand further forward or nearer the middle, or turn its palm",
        "place the hand further out or further forward, or bend the elbow less",
    ),
    ("elbow", "flexion"): ("place the hand further from the shoulder", "place the hand nearer the shoulder"),
    ("forearm", "pronation"): ("turn the fingers less in (`fingers_out`)", "turn the fingers less out (`fingers_out`)"),
    ("wrist", "flexion"): (
        "place the hand nearer the body, or bring the elbow down",
        "place the hand further from the body, or bring the shoulders back from over it",
    ),
    ("wrist", "radial_deviation"): (
        "turn the fingers further out (more `fingers_out`)",
        "turn the fingers further in (less `fingers_out`)",
    ),
}
_FOOT = {
    ("hip", "flexion"): (
        "place the foot further from the trunk, or lean the trunk less forward",
        "place the foot further forward, or lean the trunk further forward",
    ),
    ("hip", "abduction"): ("place the foot nearer the middle", "place the foot further out"),
    ("hip", "rotation"): (
        "place the foot less far across the middle, or further from the hip",
        "place the foot less far out, or further from the hip",
    ),
    ("knee", "flexion"): ("place the foot further from the hip", "place the foot nearer the hip"),
    ("ankle", "dorsiflexion"): (
        "raise the heel (`heel_raised`), or bring the knee back over the foot",
        "bring the knee further over the foot, or turn the sole (`sole`)",
    ),
    ("ankle", "inversion"): (
        "place the foot further out, below the knee",
        "place the foot nearer the middle, below the knee",
    ),
    ("ankle", "rotation"): ("turn the toes less out (`turned_out`)", "turn the toes further out (`turned_out`)"),
}
_OF_LIMB = {"hand": _HAND, "foot": _FOOT}


def way_out(limb: str, joint: str, movement: str, *, too_much: bool) -> str:
    """What to do about a placed ``hand`` or ``foot``; empty where the joint is none of its own.

    ``too_much`` of the movement's positive direction, else of its negative one.
    """
    ways = _OF_LIMB.get(limb, {}).get((joint, movement))
    return ways[0 if too_much else 1] if ways else ""


TRUNK = 28.0
"""From the hips to the shoulders."""
UPRIGHT = 0.5
"""The least share of a trunk's length that is its height, of one who bends to reach."""
LEAST = 0.5
"""Units, and degrees: less is not worth a word."""


def the_place(name: str) -> str:
    """A place that can be touched, in a sentence: ``above left knee`` is the place above the left knee."""
    said = name.replace("of ", "of the ").replace("above ", "place above the ")
    return f"the {said}"


def nearer(pose: Settled, limb: str, slack: float) -> str:
    """What brings a limb (``right_hand``) to its place, of a pose in which some stay further than ``slack`` from theirs."""
    ways = [way for way in (_shift(pose, limb, slack), _bend(pose, limb)) if way]
    return ", ".join([*ways, "or choose a nearer place" if ways else "choose a nearer place"])


def _shift(pose: Settled, limb: str, slack: float) -> str:
    """The hips' move that would do it for all that are short; none for a place of the body, which goes with them."""
    if _on_body(pose, limb):
        return ""
    short = [way for each, way in pose.missed.items() if pose.shortfall[each] > slack and not _on_body(pose, each)]
    more = heading_of(pose.posture).T @ np.mean(short, axis=0)
    wanted = zip(("forward", "up", "right"), more, pose.posture.shift, strict=True)
    moves = ", ".join(f"{way}: {now + far:.0f}" for way, far, now in wanted if abs(far) >= LEAST)
    return f"move the hips (`shift: {{{moves}}}`)" if moves else ""


def _bend(pose: Settled, limb: str) -> str:
    """The trunk's bend that brings a hand nearer, of one who is upright."""
    pelvis = pose.skeleton.frames["pelvis"].rotation
    if limb.endswith("foot") or pelvis[1, 1] < UPRIGHT:
        return ""
    ahead, up, _ = pelvis.T @ pose.missed[limb]
    now = pose.posture.angle("", "trunk")
    bent = round(float(np.clip(now + np.degrees((ahead - up) / TRUNK), *LIMITS["trunk", "flexion"].norm)))
    return f"bend the trunk (`trunk: {bent}`)" if abs(bent - now) >= LEAST else ""


def _on_body(pose: Settled, limb: str) -> bool:
    side, part = limb.split("_")
    return on_body((pose.posture.feet if part == "foot" else pose.posture.hands)[side])


def carries(posture: Posture, side: str) -> bool:
    """Whether a placed foot may carry: both on the floor do, and one where support is named, or is the base's."""
    on_floor = [each for each, foot in posture.feet.items() if not on_body(foot)]
    return side not in on_floor or bool(posture.support) or len(on_floor) == 2 or posture.base != "standing"
