"""Where hands and feet go, and how a limb gets there: two-bone inverse kinematics.

A goal is worked out from a placement and the body as it is; :func:`reach` bends the limb
toward it with the pose's own knee or elbow as pole, and never through the floor.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from unslouch.figure import swivel
from unslouch.figure.body import ANKLE_HEIGHT, BALL_OF_FOOT, LENGTH, OTHER_SIDE, SIDES, sided
from unslouch.figure.geometry import (
    FORWARD,
    RIGHT,
    UP,
    Matrix,
    Vector,
    columns,
    frame,
    from_axis_angle,
    rotate_y,
    rotate_z,
    unit,
    vector,
    without,
)
from unslouch.figure.landmarks import LANDMARKS
from unslouch.figure.limits import LIMITS
from unslouch.figure.measure import WRIST, ball, ball_angles, elbow_angles
from unslouch.figure.names import THING_SURFACES
from unslouch.figure.placement import FootPlacement, HandPlacement, Placement
from unslouch.figure.posture import Posture, heading_of
from unslouch.figure.skeleton import Frame, Skeleton, toes_of
from unslouch.figure.swivel import Reaching
from unslouch.figure.things import Thing

LIMBS = {
    "foot": ("thigh", "shank", "foot", LENGTH["thigh"], LENGTH["shank"]),
    "hand": ("upper_arm", "forearm", "hand", LENGTH["upper_arm"], LENGTH["forearm"]),
}
"""Upper bone, lower bone, end, and the two bones' lengths."""
STRAIGHT = 0.9999
"""How far a limb stretches, of its whole length: one that is quite straight has no plane to bend in."""
TURNS = (15, -15, 30, -30, 45, -45, 60, -60, 90)
"""Degrees that a hand or a foot turns where it lies, outward first, where the author left that open."""
TURN_COST = 0.2
"""Of such a degree, in degrees past a joint's range."""
EASY = 0.5
"""Degrees past the joints' ranges up to which a limb points where it did."""
WORTH_A_TURN = 8.0
"""Degrees past the joints' ranges from which a hand or a foot turns."""
PALM = 1.25
"""From a hand's middle line to the surface its palm lies on."""
WRIST_TO_PALM = 5.0
HAND_BREADTH = 6.0
"""Between two hands that hold the same place."""
POINTED_SHORT_OF_STRAIGHT = 24.0
"""Degrees between shin and a foot that is pointed as far as lying on its back asks."""
TOES_AHEAD, TOES_BELOW, TOES_RADIUS = 9.7, 2.75, 1.15
"""Of the tips of the toes, from the ankle."""
SOLE_GAP, EDGE_GAP, HEEL_GAP = 2.2, 2.6, 4.2
"""From the ankle to a part of the body that the foot rests on."""


_LANDMARKS = {name.format(""): spot for name, spot in LANDMARKS.items()}


def touched(placement: Placement | None) -> str | None:
    """The place of the body that a limb is placed on; nothing on the floor, on a thing or where it hangs."""
    return None if placement is None or placement.touches in ("floor", *THING_SURFACES) else placement.touches


def on_body(placement: Placement | None) -> bool:
    """Whether a limb is placed on the body, and not on the floor or a wall."""
    return touched(placement) is not None


class Goal(NamedTuple):
    """Where a limb's end goes: its joint, its frame (None keeps the angle), the direction its bend points (or None)."""

    place: Vector
    rotation: Matrix | None
    pole: Vector | None
    toe_bend: float = 0.0
    pivot: tuple[Vector, Vector] | None = None
    """The place, and the axis through it, about which the end may turn; None where the author said how it points."""

    def turned(self, degrees: float) -> Goal:
        """The same, turned about its pivot; on the floor toward the right."""
        if self.pivot is None or self.rotation is None:
            return self
        place, axis = self.pivot
        turn = from_axis_angle(np.radians(-degrees) * axis)
        pole = None if self.pole is None else turn @ self.pole
        return self._replace(place=place + turn @ (self.place - place), rotation=turn @ self.rotation, pole=pole)


def reach(body: Skeleton, side: str, limb: str, goal: Goal, *, own_bend: bool = False) -> tuple[Skeleton, float]:
    """Bend a limb so that its end comes to the goal; the rest of the distance when it is out of reach.

    The knee or elbow points where that asks least of the joints (see :mod:`swivel`), starting from the pole, or
    from where it points now; with ``own_bend`` it stays there, so that frames of a movement follow each other.
    """
    goals = [goal]
    limb_on_way = _on_way(body, side, limb, goals)
    if own_bend:
        row, swing = 0, swivel.off_the_floor(limb_on_way)
    elif (cost := swivel.cost_as_it_is(limb_on_way, body)) < EASY:
        row, swing = 0, 0.0
    else:
        if goal.pivot is not None and cost > WORTH_A_TURN:
            goals += [goal.turned(degrees * SIDES[side]) for degrees in TURNS]
            limb_on_way = _on_way(body, side, limb, goals)
        row, swing = swivel.easiest(limb_on_way, body)
    goal, limb_on_way = goals[row], limb_on_way.rows(np.array([row]))
    way = swivel.ways(limb_on_way, np.array([swing]))
    upper, lower, end = (f"{side}_{n}" for n in LIMBS[limb][:3])
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
    return body.changed(frames), max(0.0, float((goal.place - tip) @ limb_on_way.direction[0]))


def _on_way(body: Skeleton, side: str, limb: str, goals: list[Goal]) -> Reaching:
    """The limb stretched toward each goal, with the direction of its bend: the pole's, or its own as it is."""
    upper, lower, _, long, short = LIMBS[limb]
    (upper_rotation, root), (_, joint) = body.frames[f"{side}_{upper}"], body.frames[f"{side}_{lower}"]
    away = np.array([goal.place for goal in goals]) - root
    length = np.clip(np.sqrt((away**2).sum(1)), abs(long - short) + 0.05, (long + short) * STRAIGHT)
    direction = np.array([unit(way) for way in away])
    bends = []
    for goal, way in zip(goals, direction, strict=True):
        bend = without(joint - root if goal.pole is None else goal.pole, way)
        if bend @ bend < 1e-6:
            bend = without(upper_rotation[:, 0] * (1 if limb == "foot" else -1), way)
        bends.append(unit(bend))
    along = (long**2 + length**2 - short**2) / (2 * length)
    aside = np.sqrt(np.maximum(long**2 - along**2, 0.0))
    end = None if goals[0].rotation is None else np.array([goal.rotation for goal in goals])
    extra = TURN_COST * np.abs([0, *TURNS][: len(goals)])
    tip = root + direction * length[:, None]
    return Reaching(side, limb, root, tip, direction, np.array(bends), along, aside, end, extra)


def _pronation(body: Skeleton, side: str, forearm: Matrix, hand: Matrix | None) -> Matrix:
    """How far the forearm turns with the hand, from its elbow's hinge; as far as before where the hand keeps its angle."""
    if hand is None:
        elbow, _ = elbow_angles(body, side)
        return rotate_z(-elbow) @ body.turn(f"{side}_upper_arm", f"{side}_forearm")
    sign = SIDES[side]
    degrees = ball_angles(hand.T @ forearm, sign, ball(WRIST))[2]
    low, high = LIMITS["forearm", "pronation"].most
    return rotate_y(sign * np.clip(degrees, low, high))


def landmark(body: Skeleton, side: str, name: str, *, up_the_limb: float = 0.0) -> tuple[Vector, Vector, Vector]:
    """A named place as a limb of ``side`` touches it: point, outward normal, direction of the fingers.

    ``up_the_limb`` moves it toward the trunk, to make room for two hands.
    """
    owner = next((s for s in SIDES if f"{s} " in name), None)
    spot = _LANDMARKS[name.replace(f"{owner} ", "") if owner else name]
    owner = owner or side
    mirror = vector(1, 1, SIDES[owner])
    rotation, origin = body.frames[sided(spot.segment, owner)]
    point = origin + rotation @ ((spot.point + UP * up_the_limb) * mirror)
    normal = unit(rotation @ (spot.outward * mirror))
    if spot.fingers is None:
        return point, normal, unit(without(point - body.frames[f"{side}_upper_arm"].origin, normal))
    across = spot.segment.startswith("*") and owner != side
    fingers = spot.fingers * vector(1, 1, -1) if across else spot.fingers
    return point, normal, unit(rotation @ (fingers * mirror))


def _above(direction: Vector, least: float) -> Vector:
    """A unit vector raised so that it climbs at least ``least``: fingers that would go through the floor."""
    least = min(least, 0.9)
    if direction[1] >= least:
        return direction
    return unit(direction * vector(1, 0, 1)) * np.sqrt(1 - least**2) + UP * least


def hand_goal(body: Skeleton, posture: Posture, side: str, placement: HandPlacement, thing: Thing | None) -> Goal:
    """The wrist and the hand's frame: palm to the surface, which may be that of a thing."""
    sign = SIDES[side]
    origin = body.frames[f"{side}_hand"].origin
    heading = heading_of(posture)
    if spot := touched(placement):
        shared = spot == touched(posture.hands.get(OTHER_SIDE[side])) and f"{OTHER_SIDE[side]} " in spot
        place, normal, fingers = landmark(body, side, spot, up_the_limb=HAND_BREADTH * shared)
        place = place + normal * placement.height
        fingers = _above(fingers, (PALM - place[1]) / WRIST_TO_PALM)
    elif thing:
        place = _on_thing(body, posture, side, placement, thing)
        normal = thing.surfaces()[str(placement.touches)].normal
        away = (place - body.frames[f"{side}_upper_arm"].origin) * vector(1, 0, 1)
        fingers = UP if normal[1] < 0.5 else unit(away)
    else:
        flat = heading @ rotate_y(-sign * placement.fingers_out) @ FORWARD
        ahead, outward = heading @ FORWARD, heading @ (sign * RIGHT)
        normal, fingers = {"down": (UP, flat), "forward": (-ahead, UP), "out": (-outward, UP)}[placement.palm]
        if placement.at:
            place = heading @ vector(placement.at.forward, 0, sign * placement.at.out)
        else:
            place = origin * vector(1, 0, 1) + fingers * WRIST_TO_PALM
        place = place + UP * placement.height
    place = place + normal * PALM
    wrist = place - unit(fingers) * WRIST_TO_PALM
    said = "fingers_out" in placement.model_fields_set or spot == "other hand"
    return Goal(wrist, frame(-fingers, sign * normal), None, pivot=None if said else (place, unit(normal)))


def _on_thing(body: Skeleton, posture: Posture, side: str, placement: Placement, thing: Thing) -> Vector:
    """Where a thing is touched: nearest to the place that is written, else to where the limb is."""
    limb = "hand" if isinstance(placement, HandPlacement) else "foot"
    near = body.frames[f"{side}_{limb}"].origin
    if placement.touches == "wall" and limb == "hand":
        near = body.frames[f"{side}_upper_arm"].origin - 2 * UP
    if placement.at:
        near = near * UP + heading_of(posture) @ vector(placement.at.forward, 0, SIDES[side] * placement.at.out)
    if placement.height:
        near = near * vector(1, 0, 1) + UP * placement.height
    return thing.nearest(str(placement.touches), near)


def foot_goal(body: Skeleton, posture: Posture, side: str, placement: FootPlacement, thing: Thing | None) -> Goal:
    """The ankle, the foot's frame and where the knee points."""
    sign = SIDES[side]
    rotation, origin = body.frames[f"{side}_foot"]
    knee = body.frames[f"{side}_shank"].origin
    knee_way = unit(knee - body.frames[f"{side}_thigh"].origin)
    if spot := touched(placement):
        place, normal, _ = landmark(body, side, spot)
        return Goal(place + normal * (SOLE_GAP + placement.height), None, knee_way)
    heading = heading_of(posture)
    ahead = heading @ vector(1, 0, 0)
    place = origin * vector(1, 0, 1)
    if placement.at:
        place = heading @ vector(placement.at.forward, 0, sign * placement.at.out)
    place = place + UP * placement.height
    if thing:
        place = _on_thing(body, posture, side, placement, thing)
        normal = thing.surfaces()[str(placement.touches)].normal
        if normal[1] < 0.5:
            return Goal(place + normal * ANKLE_HEIGHT, frame(normal, np.cross(UP, normal)), knee_way)
    if placement.sole == "down":
        toes = rotation[:, 0] * vector(1, 0, 1)
        if placement.turned_out is not None or toes @ toes < 0.36 or rotation[1, 1] < 0:
            toes = rotate_y(-sign * (4.0 if placement.turned_out is None else placement.turned_out)) @ ahead
        toes = unit(toes)
        pivot = BALL_OF_FOOT[0] if placement.heel_raised else 0.0
        flat = columns(toes, UP, np.cross(toes, UP)) @ rotate_z(-placement.heel_raised)
        ankle = place + toes * pivot + flat @ vector(-pivot, ANKLE_HEIGHT, 0)
        prone = body.frames["pelvis"].rotation[1, 0] < -0.5
        free = (place, UP) if placement.turned_out is None else None
        return Goal(ankle, flat, toes + UP * (-0.3 if prone else 0.3), placement.heel_raised, free)
    drop, gap = _of_foot_on_its_back(knee, place)
    place = place + UP * {"up": gap, "forward": HEEL_GAP}.get(placement.sole, EDGE_GAP)
    shank_way = unit((place - knee) * vector(1, 0, 1))
    back = np.cos(drop) * shank_way - np.sin(drop) * UP
    up_axis, toes = {
        "in": (heading @ vector(0, 0.35, sign), ahead),
        "up": (-np.cos(drop) * UP - np.sin(drop) * shank_way, back),
        "back": (ahead + 0.3 * UP, shank_way),
        "forward": (-shank_way, UP),
    }[placement.sole]
    free = None if placement.sole == "in" else (place, UP)  # soles that meet point where the person faces
    return Goal(place, frame(up_axis, np.cross(toes, up_axis)), knee_way, pivot=free)


def _of_foot_on_its_back(knee: Vector, place: Vector) -> tuple[float, float]:
    """How steeply, in radians, a foot slants whose back is on the floor, and the height of its ankle.

    The ankle does not go straight, so the foot slants more than the shin and rests on its toes.
    """
    slope = np.arctan2(max(0.0, knee[1] - place[1] - SOLE_GAP), np.linalg.norm((place - knee) * vector(1, 0, 1)))
    drop = float(np.radians(POINTED_SHORT_OF_STRAIGHT) + slope)
    return drop, max(SOLE_GAP, TOES_AHEAD * np.sin(drop) - TOES_BELOW * np.cos(drop) + TOES_RADIUS)
