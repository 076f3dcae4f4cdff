"""Where hands and feet go: a goal is worked out from a placement and the body as it is."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from unslouch.figure.body import ANKLE_HEIGHT, BALL_OF_FOOT, OTHER_SIDE, SIDES, sided
from unslouch.figure.geometry import (
    FORWARD,
    RIGHT,
    UP,
    Matrix,
    Vector,
    between,
    columns,
    cross,
    frame,
    from_axis_angle,
    rotate_y,
    rotate_z,
    unit,
    vector,
    without,
)
from unslouch.figure.grips import GRIP
from unslouch.figure.kinds import UPRIGHT
from unslouch.figure.landmarks import LANDMARKS
from unslouch.figure.names import THING_SURFACES
from unslouch.figure.placement import FootPlacement, HandPlacement, Placement
from unslouch.figure.posture import Posture, heading_of
from unslouch.figure.skeleton import Skeleton
from unslouch.figure.surfaces import Round
from unslouch.figure.things import Thing

PALM = 1.25
"""From a hand's middle line to the surface its palm lies on."""
WRIST_TO_PALM = 5.0
HAND_BREADTH = 6.0
"""Between two hands that hold the same place."""
POINTED_SHORT_OF_STRAIGHT = 24.0
"""Degrees between shin and a foot that is pointed as far as lying on its back asks."""
TOES_AHEAD, TOES_BELOW, TOES_RADIUS = 9.7, 2.75, 1.15
"""Of the tips of the toes, from the ankle."""
OVERHAND = 0.35
"""From how far the thumbs point outward they stay so; else they point to each other."""
TUCKED = 80.0
"""Degrees that the heel is up of a foot whose sole faces back."""
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

    def turned_as(self, start: tuple[Goal, Matrix], end: tuple[Goal, Matrix], share: float) -> Goal:
        """The same in a movement, turned a ``share`` of the way as its ends were: each a goal, and what came of it."""
        if self.pivot is None or self.rotation is None:
            return self
        before, after = (np.eye(3) if g.rotation is None else g.rotation.T @ turned for g, turned in (start, end))
        turn = self.rotation @ between(before, after, share) @ self.rotation.T
        place = self.pivot[0]
        return self._replace(place=place + turn @ (self.place - place), rotation=turn @ self.rotation)


def landmark(body: Skeleton, side: str, name: str, *, up_the_limb: float = 0.0) -> tuple[Vector, Vector, Vector]:
    """A named place as a limb of ``side`` touches it: point, outward normal, direction of the fingers.

    ``up_the_limb`` moves it toward the trunk, to make room for two hands.
    """
    owner = next((s for s in SIDES if f"{s} " in name), None)
    spot = _LANDMARKS[name.replace(f"{owner} ", "") if owner else name]
    owner = owner or side
    mirror = vector(1, 1, SIDES[owner])
    rotation = body.frames[sided(spot.segment, owner)].rotation
    point = body.point(sided(spot.segment, owner), (spot.point + UP * up_the_limb) * mirror)
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


def closed_round(body: Skeleton, side: str, place: Vector, axis: Vector) -> Goal:
    """A hand closed round a bar at a place: it goes on as the forearm does, and may turn about the bar.

    The thumbs point to each other, upward on an upright bar, or outward where they already do.
    """
    sign = SIDES[side]
    now, middle = body.frames[f"{side}_hand"].rotation[:, 0], body.frames["thorax"].rotation[:, 2] * -sign
    inward = middle if abs(axis @ UP) < 0.7 else UP
    axis = axis if axis @ inward > 0 else -axis
    axis = -axis if now @ axis < -OVERHAND else axis
    along = without(place - body.frames[f"{side}_forearm"].origin, axis)
    rotation = columns(axis, -unit(along), cross(axis, -unit(along)))
    wrist = place - rotation @ body.person.stretch[f"{side}_hand"].place(GRIP * vector(1, 1, sign))
    return Goal(wrist, rotation, None, pivot=(place, axis))


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
    elif thing and isinstance(bar := thing.surfaces()[str(placement.touches)], Round) and bar.bar:
        near = _near(body, posture, side, placement)
        return closed_round(body, side, bar.middle(near), thing.axes[:, 2])
    elif thing:
        place, normal = _on_thing(body, posture, side, placement, thing)
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


def _on_thing(body: Skeleton, posture: Posture, side: str, placement: Placement, thing: Thing) -> tuple[Vector, Vector]:
    """Where a thing is touched, nearest to the place that is written, else to where the limb is; and the way it looks there."""
    return thing.touch(str(placement.touches), _near(body, posture, side, placement))


def _near(body: Skeleton, posture: Posture, side: str, placement: Placement) -> Vector:
    """Near what place a limb is to touch a thing."""
    limb = "hand" if isinstance(placement, HandPlacement) else "foot"
    near = body.frames[f"{side}_{limb}"].origin
    if placement.touches in UPRIGHT and limb == "hand":
        near = body.frames[f"{side}_upper_arm"].origin - 2 * UP
    elif placement.touches == posture.below(None) and limb == "hand":  # what is under all of the body is as the floor
        near = near + WRIST_TO_PALM * (heading_of(posture) @ FORWARD)
    if placement.at:
        near = near * UP + heading_of(posture) @ vector(placement.at.forward, 0, SIDES[side] * placement.at.out)
    if placement.height:
        near = near * vector(1, 0, 1) + UP * placement.height
    return near


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
        place, normal = _on_thing(body, posture, side, placement, thing)
        if normal[1] < 0.5:
            return Goal(place + normal * ANKLE_HEIGHT, frame(normal, cross(UP, normal)), knee_way)
    if placement.sole in ("down", "back"):
        back = placement.sole == "back"  # on the tucked toes, which point at the knee
        raised = placement.heel_raised or TUCKED * back
        toes = ((knee - place) if back else rotation[:, 0]) * vector(1, 0, 1)
        turned = placement.turned_out is not None or rotation[1, 1] < 0
        if toes @ toes < 0.36 or (turned and not back):
            toes = rotate_y(-sign * (4.0 if placement.turned_out is None else placement.turned_out)) @ ahead
        toes = unit(toes)
        pivot = BALL_OF_FOOT[0] if raised else 0.0
        flat = columns(toes, UP, cross(toes, UP)) @ rotate_z(-raised)
        ankle = place + toes * pivot + flat @ vector(-pivot, ANKLE_HEIGHT, 0)
        prone = body.frames["pelvis"].rotation[1, 0] < -0.5
        free = (place, UP) if placement.turned_out is None else None
        return Goal(ankle, flat, toes + UP * (-0.3 if prone else 0.3), raised, free)
    drop, gap = _of_foot_on_its_back(knee, place)
    place = place + UP * {"up": gap, "forward": HEEL_GAP}.get(placement.sole, EDGE_GAP)
    shank_way = unit((place - knee) * vector(1, 0, 1))
    back = np.cos(drop) * shank_way - np.sin(drop) * UP
    up_axis, toes = {
        "in": (heading @ vector(0, 0.35, sign), ahead),
        "up": (-np.cos(drop) * UP - np.sin(drop) * shank_way, back),
        "forward": (-shank_way, UP),
    }[placement.sole]
    free = None if placement.sole == "in" else (place, UP)  # soles that meet point where the person faces
    return Goal(place, frame(up_axis, cross(toes, up_axis)), knee_way, pivot=free)


def _of_foot_on_its_back(knee: Vector, place: Vector) -> tuple[float, float]:
    """How steeply, in radians, a foot slants whose back is on the floor, and the height of its ankle.

    The ankle does not go straight, so the foot slants more than the shin and rests on its toes.
    """
    slope = np.arctan2(max(0.0, knee[1] - place[1] - SOLE_GAP), np.linalg.norm((place - knee) * vector(1, 0, 1)))
    drop = float(np.radians(POINTED_SHORT_OF_STRAIGHT) + slope)
    return drop, max(SOLE_GAP, TOES_AHEAD * np.sin(drop) - TOES_BELOW * np.cos(drop) + TOES_RADIUS)
