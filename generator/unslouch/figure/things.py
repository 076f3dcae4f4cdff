"""Things that stand in the room: where they are, and what of them can be touched.

A thing has one place for all poses of a figure that share it, and does not move with the body.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import SIDES
from unslouch.figure.flesh import flesh, prop_spheres
from unslouch.figure.forms import Drum, Form, Globe, Rod, Top
from unslouch.figure.geometry import FORWARD, RIGHT, UP, Matrix, Vector, columns, cross, unit, vector
from unslouch.figure.kinds import KINDS, SURFACES_OF, UPRIGHT, Kind
from unslouch.figure.parts import PARTS
from unslouch.figure.posture import Posture, heading_of
from unslouch.figure.rests import lies_under, parts_on, sat_on
from unslouch.figure.shown import Prop
from unslouch.figure.skeleton import Skeleton
from unslouch.figure.solids import Placed, inside, rod
from unslouch.figure.surfaces import FLOOR, Plane, Round, Surface

STANDING = tuple(SURFACES_OF)
WITHIN_REACH = 10.0
"""From where a person began to the near edge of what hands hold on to."""
KNELT_ON = 5.0
"""From a knee to the near edge of what it is put on, beside which the other leg stands."""
SEAT_AHEAD = 13.0
"""From the hips to the front edge of what one sits on."""
HEADROOM = 3.0
"""Beyond the head, of something that is shorter than who lies on it."""
ARM_TO_WALL = 30.0
"""From the shoulder to a wall that a hand is put on, the elbow a little bent."""
EASE = 4.0
"""From the rim of a seat to a hand on it."""


class Thing(NamedTuple):
    """Where a thing is: the middle of its top (of a wall its foot), and the way its front looks (a chair's: away from its back)."""

    kind: str
    place: Vector
    front: Vector

    @property
    def what(self) -> Kind:
        """What there is to know of its kind."""
        return KINDS[self.kind]

    @property
    def form(self) -> Form:
        """What it is made of."""
        return self.what.form(float(self.place[1]))

    @property
    def across(self) -> Vector:
        """To the thing's own right."""
        return cross(self.front, UP)

    @property
    def axes(self) -> Matrix:
        """Its frame."""
        return columns(self.front, UP, self.across)

    @property
    def placed(self) -> Placed:
        """Its solids in the world."""
        return Placed(self.form.solids, self.axes, self.place, self.what.material)

    def surfaces(self) -> dict[str, Surface]:
        """What of it can be touched, by the names that authors write."""
        return {name: self._surface(spot) for name, spot in self.form.spots.items()}

    def _surface(self, spot: Top | Rod | Drum | Globe) -> Surface:
        match spot:
            case Top():
                return Plane(self.place + self.axes @ vector(*spot.point), self.axes @ vector(*spot.normal))
            case Globe():
                centres = np.array([spot.centre], float)
            case _:
                centres = rod(vector(*spot.start), vector(*spot.end), min(spot.radius, 1.0))
        own = prop_spheres(self.place + centres @ self.axes.T, spot.radius, self.what.material)
        return Round(own, bar=isinstance(spot, Rod))

    @property
    def plane(self) -> Plane:
        """The surface of something upright: where it is, and the way it looks."""
        return Plane(self.place, self.front)

    def footprint(self) -> NDArray[np.float64]:
        """Where it meets the floor, X and Z: its corners."""
        x, z = self.what.half
        feet = [self.place + self.front * u + self.across * v for u in dict.fromkeys((x, -x)) for v in (z, -z)]
        return np.array(feet)[:, [0, 2]]

    def touch(self, name: str, place: Vector) -> tuple[Vector, Vector]:
        """Where a limb near ``place`` touches a surface, and the way the surface looks there."""
        surface, spot = self.surfaces()[name], self.form.spots[name]
        if isinstance(surface, Round):
            return surface.touch(place)
        assert isinstance(spot, Top), "what is flat is a top"
        ahead = UP if spot.normal[1] < 0.5 else self.front
        away, point = place - surface.point, surface.point
        for axis, far in ((self.across, spot.across), (ahead, spot.along)):
            point = point + np.clip(away @ axis, -max(far - EASE, 0.0), max(far - EASE, 0.0)) * axis
        return point, surface.normal

    def depth(self, places: NDArray[np.float64]) -> NDArray[np.float64]:
        """How deep places (n, 3) are inside it; negative outside."""
        own = (places - self.place) @ self.axes
        return np.max([inside(solid, own) for solid in self.form.solids] or [np.full(len(places), -np.inf)], axis=0)


def uses(posture: Posture, kind: str) -> bool:
    """Whether a pose puts something on a thing of a kind."""
    palms = any(hand.palm != "down" for hand in posture.hands.values())
    return bool(_used(posture) & set(SURFACES_OF[kind])) or (kind == "wall" and palms)


def _used(posture: Posture) -> set[str | None]:
    """All that hands, feet and other parts are put on."""
    limbs = (*posture.hands.values(), *posture.feet.values())
    return {limb.touches for limb in limbs} | {on.surface for on in posture.contacts.values()}


THICKNESS = (2.0, 9.0)
"""How thin and how thick a cushion or a folded towel is."""
CUSHION = 3.0
"""What one lifts that is put under a part of which nobody says how high it is."""


def on_cushions(posture: Posture) -> set[str]:
    """The parts under which a cushion or a towel was put; a towel round a thigh or a foot, or held, is under nothing."""
    return {prop.where for prop in posture.props if lies_under(prop)}


def cushioned(posture: Posture, part: str) -> bool:
    """Whether a cushion lies under a part, or under one that shares its flesh."""
    return any(set(PARTS[where].chains) & set(PARTS[part].chains) for where in on_cushions(posture))


def lifted(posture: Posture) -> float:
    """How far above what it rests on is what carries: as it is written, else as a cushion under all of it lifts it."""
    soft = bool(posture.support) and all(cushioned(posture, part) for part in posture.support)
    return posture.moves.get("raised", CUSHION if soft else 0.0)


def stand(prop: Prop, body: Skeleton, posture: Posture) -> Thing:
    """Where a thing is when only this pose is known."""
    if SURFACES_OF[prop.kind][0] in UPRIGHT:
        return _wall(prop, body, posture)
    if prop.where == "under":
        return (_seat if sat_on(prop, posture.base) else _platform)(prop, body, posture)
    return _below(prop, body, posture) if parts_on(prop) else _beside(prop, body, posture)


def _directions(heading: Matrix) -> dict[str, Vector]:
    """Each side of a person as a direction in the world."""
    ahead, aside = heading @ FORWARD, heading @ RIGHT
    return {"front": ahead, "behind": -ahead, "right": aside, "left": -aside, "above": 0 * ahead}


def _seat(prop: Prop, body: Skeleton, posture: Posture) -> Thing:
    """Under the hips, as high as they are."""
    ahead, what = heading_of(posture) @ FORWARD, KINDS[prop.kind]
    assert what.seat is not None, "sat on"
    seat = float(np.clip(PARTS["pelvis"].flesh(body).lowest(), *what.seat))
    ahead_of_hips = SEAT_AHEAD - what.half[0]
    return Thing(prop.kind, body.point("pelvis") * vector(1, 0, 1) + ahead * ahead_of_hips + UP * seat, ahead)


def _platform(prop: Prop, body: Skeleton, posture: Posture) -> Thing:
    """Under the whole body: under its middle, or, of what is shorter than who lies on it, under the head."""
    ahead, what = heading_of(posture) @ FORWARD, KINDS[prop.kind]
    front = cross(UP, ahead) if what.lengthwise else ahead
    half, own = what.half[int(what.lengthwise)], flesh(body)
    reach = own.centres @ ahead
    low, high = float((reach - own.radii).min()), float((reach + own.radii).max())
    middle = (low + high) / 2
    if high - low > 2 * half:
        at_head = body.point("head") @ ahead > middle
        middle = high + HEADROOM - half if at_head else low - HEADROOM + half
    aside = own.centres @ cross(ahead, UP)
    place = ahead * middle + cross(ahead, UP) * float(aside.min() + aside.max()) / 2
    return Thing(prop.kind, place + UP * prop.tall, front)


def _below(prop: Prop, body: Skeleton, posture: Posture) -> Thing:
    """Under a part, across it."""
    parts = [PARTS[name] for name in parts_on(prop)]
    centre = np.mean([part.flesh(body).centres.mean(0) for part in parts], axis=0)
    along = body.frames[parts[0].segment].rotation[:, 1] * vector(1, 0, 1)
    front = unit(along) if along @ along > 0.04 else heading_of(posture) @ FORWARD
    return Thing(prop.kind, centre * vector(1, 0, 1) + UP * prop.tall, front)


def _beside(prop: Prop, body: Skeleton, posture: Posture) -> Thing:
    """On its side of where the person began; a chair's back toward a hand that holds it."""
    heading, what, used = heading_of(posture), KINDS[prop.kind], _used(posture)
    ahead, toward = heading @ FORWARD, _directions(heading)[prop.where]
    clear = WITHIN_REACH if "chair back" in used else _below_knee(prop, body, posture, toward, what.near)
    front = ahead if prop.where in ("behind", "above") else -toward if "chair seat" in used else toward
    return Thing(prop.kind, toward * (what.half[0] + clear if prop.at is None else prop.at) + UP * prop.tall, front)


def _below_knee(prop: Prop, body: Skeleton, posture: Posture, toward: Vector, clear: float) -> float:
    """How far off the near edge is of something at a person's side: below a knee or a shin that is put on it, else ``clear``."""
    on = [name for name, on in posture.contacts.items() if on.surface in SURFACES_OF[prop.kind]]
    parts = [PARTS[name] for name in on if name.split()[-1] in ("knee", "shin", "leg")]
    knelt = [float(body.point(part.segment, part.point) @ toward) for part in parts]
    return min(knelt) - KNELT_ON if knelt and prop.where in SIDES else clear


def _wall(prop: Prop, body: Skeleton, posture: Posture) -> Thing:
    """Where it is said to be; else at the hands and feet that are put on it, at the parts that lean on it; else beyond all."""
    toward = _directions(heading_of(posture))[prop.where]
    far = prop.at
    if far is None:
        far = max(_on_wall(prop, body, posture, toward), default=None)
    if far is None:
        cloud = flesh(body)
        far = float((cloud.centres @ toward + cloud.radii).max()) + KINDS[prop.kind].clear
    return Thing(prop.kind, toward * far, -toward)


def _on_wall(prop: Prop, body: Skeleton, posture: Posture, toward: Vector) -> list[float]:
    """How far out a wall is by each thing that is put on it."""
    found, surface = [], SURFACES_OF[prop.kind][0]
    heading = heading_of(posture)
    for side, sign in SIDES.items():
        hand, foot = posture.hands.get(side), posture.feet.get(side)
        palms = {"forward": ("front",), "out": (side,)}
        for placement, joint, length in ((hand, "upper_arm", ARM_TO_WALL), (foot, "thigh", ARM_TO_WALL + 6)):
            if placement is None:
                continue
            palm = getattr(placement, "palm", "down")
            if placement.touches != surface and (surface != "wall" or prop.where not in palms.get(palm, ())):
                continue
            if placement.at:
                found.append(float(heading @ vector(placement.at.forward, 0, sign * placement.at.out) @ toward))
            elif placement.touches == surface:
                found.append(float(body.point(f"{side}_{joint}") @ toward) + length)
    leaning = [name for name, on in posture.contacts.items() if on.surface == surface]
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
