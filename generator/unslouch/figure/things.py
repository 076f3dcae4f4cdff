"""Things that stand in the room: where a chair or a wall is, and what of it can be touched.

A thing has one place for all poses of a figure that share it, and does not move with the body.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import SIDES
from unslouch.figure.flesh import flesh
from unslouch.figure.geometry import FORWARD, RIGHT, UP, Matrix, Vector, vector
from unslouch.figure.names import SURFACES_OF
from unslouch.figure.parts import PARTS
from unslouch.figure.posture import Posture, heading_of
from unslouch.figure.shown import Prop
from unslouch.figure.skeleton import Skeleton
from unslouch.figure.surfaces import FLOOR, Plane, Surface

STANDING = tuple(SURFACES_OF)
SEAT_HEIGHTS = (18.0, 32.0)
"""How low and how high a chair's seat may be: 30 to 55 cm."""
CHAIR_SEAT = 25.5
"""Of a chair that nobody sits on: 43 cm."""
CHAIR_HALF, CHAIR_BACK, CHAIR_BAR = 11.0, 23.0, 0.9
BESIDE, WITHIN_REACH = 14.0, 10.0
"""From where a person began to the near edge of a chair: to stand clear of it, or to hold on to its back."""
ARM_TO_WALL = 30.0
"""From the shoulder to a wall that a hand is put on, the elbow a little bent."""
EASE = 4.0
"""From the rim of a seat to a hand on it."""


class Thing(NamedTuple):
    """Where a chair or a wall is: a point of its surface, and the way its front looks (a chair's: away from its back)."""

    kind: str
    place: Vector
    front: Vector

    @property
    def across(self) -> Vector:
        """To the thing's own right."""
        return np.cross(self.front, UP)

    def surfaces(self) -> dict[str, Plane]:
        """What of it can be touched, by the names that authors write."""
        if self.kind == "wall":
            return {"wall": Plane(self.place, self.front)}
        rest = self.place - self.front * CHAIR_HALF + UP * CHAIR_BACK
        return {"chair seat": Plane(self.place, UP), "chair back": Plane(rest, UP)}

    def footprint(self) -> NDArray[np.float64]:
        """Where it meets the floor, X and Z: the feet of a chair, the foot of a wall."""
        along = (CHAIR_HALF, -CHAIR_HALF) if self.kind == "chair" else (0.0,)
        feet = [self.place + self.front * x + self.across * z for x in along for z in (CHAIR_HALF, -CHAIR_HALF)]
        return np.array(feet)[:, [0, 2]]

    def nearest(self, name: str, place: Vector) -> Vector:
        """The point of a surface where a hand near ``place`` lies."""
        plane = self.surfaces()[name]
        if name == "wall":
            return place - ((place - plane.point) @ plane.normal) * plane.normal
        away = place - plane.point
        reach = CHAIR_HALF - EASE
        aside = np.clip(away @ self.across, -reach, reach) * self.across
        along = np.clip(away @ self.front, -reach, reach) * self.front
        return plane.point + aside + (along if name == "chair seat" else 0)


def uses(posture: Posture, kind: str) -> bool:
    """Whether a pose puts something on a chair, or on a wall."""
    palms = any(hand.palm != "down" for hand in posture.hands.values())
    return bool(_used(posture) & set(SURFACES_OF[kind])) or (kind == "wall" and palms)


def _used(posture: Posture) -> set[str | None]:
    """All that hands, feet and other parts are put on."""
    limbs = (*posture.hands.values(), *posture.feet.values())
    return {limb.touches for limb in limbs} | {on.surface for on in posture.contacts.values()}


CUSHIONS = ("cushion", "towel")
THICKNESS = (2.0, 9.0)
"""How thin and how thick a cushion or a folded towel is."""
CUSHION = 3.0
"""What one lifts that is put under a part of which nobody says how high it is."""


def on_cushions(posture: Posture) -> set[str]:
    """The parts under which a cushion or a towel was put; a towel may hold a thigh, and is under nothing."""
    return {prop.where for prop in posture.props if prop.kind in CUSHIONS and not prop.where.endswith("thigh")}


def cushioned(posture: Posture, part: str) -> bool:
    """Whether a cushion lies under a part, or under one that shares its flesh."""
    return any(set(PARTS[where].chains) & set(PARTS[part].chains) for where in on_cushions(posture))


def lifted(posture: Posture) -> float:
    """How far above the floor what carries is: as it is written, else as a cushion under all of it lifts it."""
    soft = bool(posture.support) and all(cushioned(posture, part) for part in posture.support)
    return posture.moves.get("raised", CUSHION if soft else 0.0)


def stand(prop: Prop, body: Skeleton, posture: Posture) -> Thing:
    """Where a thing is when only this pose is known."""
    return (_wall if prop.kind == "wall" else _chair)(prop, body, posture)


def _directions(heading: Matrix) -> dict[str, Vector]:
    """Each side of a person as a direction in the world."""
    ahead, aside = heading @ FORWARD, heading @ RIGHT
    return {"front": ahead, "behind": -ahead, "right": aside, "left": -aside}


def _chair(prop: Prop, body: Skeleton, posture: Posture) -> Thing:
    """Under the hips, as high as they are; else on its side of where the person began, with its back toward the hand."""
    heading = heading_of(posture)
    ahead = heading @ FORWARD
    if prop.where == "under":
        seat = float(np.clip(PARTS["pelvis"].flesh(body).lowest(), *SEAT_HEIGHTS))
        return Thing("chair", body.point("pelvis") * vector(1, 0, 1) + ahead * 2 + UP * seat, ahead)
    toward = _directions(heading)[prop.where]
    used = _used(posture)
    near = CHAIR_HALF + (WITHIN_REACH if "chair back" in used else BESIDE)
    front = ahead if prop.where == "behind" else -toward if "chair seat" in used else toward
    return Thing("chair", toward * (near if prop.at is None else prop.at) + UP * CHAIR_SEAT, front)


def _wall(prop: Prop, body: Skeleton, posture: Posture) -> Thing:
    """Where it is said to be; else at the hands and feet that are put on it, at the parts that lean on it; else beyond all."""
    toward = _directions(heading_of(posture))[prop.where]
    far = prop.at
    if far is None:
        far = max(_on_wall(prop, body, posture, toward), default=None)
    if far is None:
        cloud = flesh(body)
        far = float((cloud.centres @ toward + cloud.radii).max())
    return Thing("wall", toward * far, -toward)


def _on_wall(prop: Prop, body: Skeleton, posture: Posture, toward: Vector) -> list[float]:
    """How far out a wall is by each thing that is put on it."""
    found = []
    heading = heading_of(posture)
    for side, sign in SIDES.items():
        hand, foot = posture.hands.get(side), posture.feet.get(side)
        palms = {"forward": ("front",), "out": (side,)}
        for placement, joint, length in ((hand, "upper_arm", ARM_TO_WALL), (foot, "thigh", ARM_TO_WALL + 6)):
            if placement is None:
                continue
            palm = getattr(placement, "palm", "down")
            if placement.touches != "wall" and prop.where not in palms.get(palm, ()):
                continue
            if placement.at:
                found.append(float(heading @ vector(placement.at.forward, 0, sign * placement.at.out) @ toward))
            elif placement.touches == "wall":
                found.append(float(body.point(f"{side}_{joint}") @ toward) + length)
    leaning = [name for name, on in posture.contacts.items() if on.surface == "wall"]
    for name in [n for n in leaning if not PARTS[n].turns] or leaning:  # limbs can be brought to it
        own = PARTS[name].flesh(body)
        found.append(float((own.centres @ toward + own.radii).max()))
    return found


def surfaces(things: Mapping[Prop, Thing]) -> dict[str, Surface]:
    """All that can be touched in the room, by name."""
    found: dict[str, Surface] = {"floor": FLOOR}
    for thing in things.values():
        found |= thing.surfaces()
    return found
