"""Where hands and feet go, and how a limb gets there: two-bone inverse kinematics.

A goal is worked out from a placement and the body as it is; :func:`reach` bends the limb
toward it with the pose's own knee or elbow as pole, and never through the floor.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

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
from unslouch.figure.names import THING_SURFACES
from unslouch.figure.placement import FootPlacement, HandPlacement, Placement
from unslouch.figure.posture import Posture, heading_of
from unslouch.figure.skeleton import Frame, Skeleton, toes_of
from unslouch.figure.things import Thing

LIMBS = {
    "foot": ("thigh", "shank", "foot", LENGTH["thigh"], LENGTH["shank"]),
    "hand": ("upper_arm", "forearm", "hand", LENGTH["upper_arm"], LENGTH["forearm"]),
}
"""Upper bone, lower bone, end, and the two bones' lengths."""
JOINT_RADIUS = {"foot": 3.05, "hand": 2.0}
"""Of the knee and of the elbow: how high its middle is when it lies on the floor."""
STRAIGHT = 0.9999
"""How far a limb stretches, of its whole length: one that is quite straight has no plane to bend in."""
SWINGS = sorted(range(-165, 181, 5), key=abs)
"""Degrees, the smallest first."""
PALM = 1.25
"""From a hand's middle line to the surface its palm lies on."""
WRIST_TO_PALM = 5.0
HAND_BREADTH = 6.0
"""Between two hands that hold the same place."""
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


def reach(body: Skeleton, side: str, limb: str, goal: Goal) -> tuple[Skeleton, float]:
    """Bend a limb so that its end comes to the goal; the rest of the distance when it is out of reach.

    The plane of the bend is the pole's, or that of the knee or elbow as it is.
    """
    upper, lower, end, long, short = LIMBS[limb]
    names = [f"{side}_{n}" for n in (upper, lower, end)]
    (upper_rotation, root), (_, joint), (end_rotation, _) = (body.frames[n] for n in names)
    kept = body.frames[names[1]].rotation.T @ end_rotation
    away = goal.place - root
    distance = float(np.sqrt(away @ away))
    length = float(np.clip(distance, abs(long - short) + 0.05, (long + short) * STRAIGHT))
    direction = unit(away)
    is_leg = limb == "foot"
    bend = without(joint - root if goal.pole is None else goal.pole, direction)
    if bend @ bend < 1e-6:
        bend = without(upper_rotation[:, 0] * (1 if is_leg else -1), direction)
    cosine = np.clip((long**2 + length**2 - short**2) / (2 * long * length), -1, 1)
    bend = _above_floor(unit(bend), direction, root + long * cosine * direction, long * np.sqrt(1 - cosine**2), limb)
    middle = root + long * (cosine * direction + np.sqrt(1 - cosine**2) * bend)
    tip = root + direction * length
    hinge = np.cross(middle - root, tip - middle) * (-1 if is_leg else 1)
    if np.sqrt(hinge @ hinge) < 0.02 * long * short:  # a straight limb has no plane of its own
        hinge = upper_rotation[:, 2]
    lower_rotation = frame(middle - tip, hinge)
    frames = {
        names[0]: Frame(frame(root - middle, hinge), root),
        names[1]: Frame(lower_rotation, middle),
        names[2]: Frame(lower_rotation @ kept if goal.rotation is None else goal.rotation, tip),
    }
    if is_leg:
        frames[f"{side}_toes"] = toes_of(frames[names[2]], goal.toe_bend)
    return body.changed(frames), max(0.0, distance - length)


def _above_floor(bend: Vector, axis: Vector, centre: Vector, size: float, limb: str) -> Vector:
    """The bend's direction, swung about the limb's axis as little as keeps the knee or elbow off the floor."""
    least = JOINT_RADIUS[limb]
    for swing in SWINGS:
        way = from_axis_angle(np.radians(swing) * axis) @ bend
        if centre[1] + size * way[1] >= least:
            return way
    return bend


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
    return Goal(place - unit(fingers) * WRIST_TO_PALM, frame(-fingers, sign * normal), None)


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
        if placement.turned_out is not None or toes @ toes < 0.36:
            toes = rotate_y(-sign * (4.0 if placement.turned_out is None else placement.turned_out)) @ ahead
        toes = unit(toes)
        pivot = BALL_OF_FOOT[0] if placement.heel_raised else 0.0
        flat = columns(toes, UP, np.cross(toes, UP)) @ rotate_z(-placement.heel_raised)
        ankle = place + toes * pivot + flat @ vector(-pivot, ANKLE_HEIGHT, 0)
        prone = body.frames["pelvis"].rotation[1, 0] < -0.5
        return Goal(ankle, flat, toes + UP * (-0.3 if prone else 0.3), placement.heel_raised)
    place = place + UP * {"up": SOLE_GAP, "forward": HEEL_GAP}.get(placement.sole, EDGE_GAP)
    shank_way = unit((place - knee) * vector(1, 0, 1))
    up_axis, toes = {
        "in": (heading @ vector(0, 0.35, sign), ahead),
        "up": (-UP, shank_way),
        "back": (ahead + 0.3 * UP, shank_way),
        "forward": (-shank_way, UP),
    }[placement.sole]
    return Goal(place, frame(up_axis, np.cross(toes, up_axis)), knee_way)
