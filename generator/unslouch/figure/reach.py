"""How a limb gets to its goal: two-bone inverse kinematics, bent where that asks least, never through the floor."""

from __future__ import annotations

from typing import Literal

import numpy as np

from unslouch.figure import swivel
from unslouch.figure.body import LENGTH, SIDES
from unslouch.figure.geometry import (
    Matrix,
    Vector,
    rotate_y,
    rotate_z,
    unit,
    without,
)
from unslouch.figure.goals import Goal
from unslouch.figure.limits import LIMITS
from unslouch.figure.measure import WRIST, ball, ball_angles, elbow_angles
from unslouch.figure.skeleton import Frame, Skeleton, toes_of
from unslouch.figure.swivel import Reaching

LIMBS = {
    "foot": ("thigh", "shank", "foot"),
    "hand": ("upper_arm", "forearm", "hand"),
}
"""Upper bone, lower bone, end."""
STRAIGHT = 0.9999
"""How far a limb stretches, of its whole length: one that is quite straight has no plane to bend in."""
TINY = 1e-6
"""The square of a length that has no direction."""
TURNS = tuple(way * degrees for degrees in range(15, 91, 15) for way in (1, -1))
"""Degrees that a hand or a foot turns where it lies, outward first, where the author left that open."""
TURN_COST = 0.2
"""Of such a degree, in degrees past a joint's range."""
EASY = 0.5
"""Degrees past the joints' ranges up to which a limb points where it did."""
WORTH_A_TURN = 8.0
"""Degrees past the joints' ranges from which a hand or a foot turns."""


Bend = Literal["free", "near", "own"]
"""Where a knee or an elbow may point: anywhere, near to where it points, or only there."""


def reach(body: Skeleton, side: str, limb: str, goal: Goal, bend: Bend = "free") -> tuple[Skeleton, Goal]:
    """Bend a limb so that its end comes to the goal, or as near as it reaches; and the goal, turned where it was.

    The knee or elbow points where that asks least of the joints (see :mod:`swivel`), starting from the pole, or
    from where it points now. A limb that was put ``near`` has not far to look; in a movement it keeps its ``own``
    bend, so that frames follow each other.
    """
    goals = [goal]
    limb_on_way = _on_way(body, side, limb, goals, bend)
    if bend == "own":
        row, swing = 0, swivel.off_the_floor(limb_on_way)
    elif (cost := swivel.cost_as_it_is(limb_on_way, body)) < EASY:
        row, swing = 0, 0.0
    elif bend == "near":
        row, swing = swivel.easiest_near(limb_on_way, body)
    else:
        if goal.pivot is not None and cost > WORTH_A_TURN:
            goals += [goal.turned(degrees * SIDES[side]) for degrees in TURNS]
            limb_on_way = _on_way(body, side, limb, goals)
        row, swing = swivel.easiest(limb_on_way, body)
    goal, limb_on_way = goals[row], limb_on_way.rows(np.array([row]))
    way = swivel.ways(limb_on_way, np.array([swing]))
    upper, lower, end = (f"{side}_{n}" for n in LIMBS[limb])
    rotation, tip = way.lower[0], limb_on_way.tip[0]
    if limb == "hand":
        rotation = rotation @ _pronation(body, side, rotation, goal.rotation)
    kept = body.turn(lower, end)
    frames = {
        upper: Frame(way.upper[0], limb_on_way.root),
        lower: Frame(rotation, way.middle[0]),
        end: Frame(rotation @ kept if goal.rotation is None else goal.rotation, tip),
    }
    if limb == "foot":
        frames[f"{side}_toes"] = toes_of(frames[end], goal.toe_bend)
    return body.changed(frames), goal


def _on_way(body: Skeleton, side: str, limb: str, goals: list[Goal], bend: Bend = "free") -> Reaching:
    """The limb stretched toward each goal, with the direction of its bend: the pole's, or its own as it is."""
    upper, lower, _ = LIMBS[limb]
    stretch = body.person.stretch
    long, short = (LENGTH[bone] * stretch[f"{side}_{bone}"].long for bone in (upper, lower))
    (upper_rotation, root), (_, joint) = body.frames[f"{side}_{upper}"], body.frames[f"{side}_{lower}"]
    away = np.array([goal.place for goal in goals]) - root
    length = np.clip(np.sqrt((away**2).sum(1)), abs(long - short) + 0.05, (long + short) * STRAIGHT)
    direction = np.array([unit(way) if way @ way > TINY else -upper_rotation[:, 1] for way in away])
    hinged = upper_rotation[:, 0] * (1 if limb == "foot" else -1)  # the hinge says it also of a straight limb
    bends = []
    for goal, way in zip(goals, direction, strict=True):
        own = joint - root if goal.pole is None else goal.pole
        bends.append(_across(way, own if bend == "free" else hinged, hinged, upper_rotation[:, 1]))
    along = (long**2 + length**2 - short**2) / (2 * length)
    aside = np.sqrt(np.maximum(long**2 - along**2, 0.0))
    end = None if goals[0].rotation is None else np.array([goal.rotation for goal in goals])
    extra = TURN_COST * np.abs([0, *TURNS][: len(goals)])
    tip = root + direction * length[:, None]
    thick = stretch[f"{side}_{lower}"].girth
    return Reaching(side, limb, root, tip, direction, np.array(bends), along, aside, end, extra, thick)


def _across(way: Vector, *choices: Vector) -> Vector:
    """The direction at right angles to a way of the first choice that has one."""
    found = (without(choice, way) for choice in choices)
    return unit(next(across for across in found if across @ across > TINY))


def _pronation(body: Skeleton, side: str, forearm: Matrix, hand: Matrix | None) -> Matrix:
    """How far the forearm turns with the hand, from its elbow's hinge; as far as before where the hand keeps its angle."""
    if hand is None:
        elbow, _ = elbow_angles(body, side)
        return rotate_z(-elbow) @ body.turn(f"{side}_upper_arm", f"{side}_forearm")
    sign = SIDES[side]
    degrees = ball_angles(hand.T @ forearm, sign, ball(WRIST))[2]
    low, high = LIMITS["forearm", "pronation"].most
    return rotate_y(sign * np.clip(degrees, low, high))
