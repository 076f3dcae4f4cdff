"""Contact: a body on the floor, with every part where the pose puts it.

:func:`settle` grounds a posture's skeleton, brings limbs to what they lie on (see :mod:`drop`) and
reaches its targets (see :mod:`reach`). A target out of reach is reached for, and the distance that
is left is kept for :mod:`check` to report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from unslouch.figure.bearing import NEAR, grounded, sunk_on
from unslouch.figure.body import SIDES
from unslouch.figure.drop import FURTHEST, drop, press
from unslouch.figure.geometry import UP, Vector, unit
from unslouch.figure.goals import Goal, closed_round, foot_goal, hand_goal, landmark, on_body, touched
from unslouch.figure.grips import grip_of
from unslouch.figure.held import held_with_both
from unslouch.figure.kinds import SURFACES_OF
from unslouch.figure.names import THING_SURFACES
from unslouch.figure.parts import PARTS, Part, all_but, limb_of
from unslouch.figure.placement import FootPlacement
from unslouch.figure.posture import On, Posture
from unslouch.figure.reach import Bend, reach
from unslouch.figure.rests import sat_on
from unslouch.figure.shown import Prop
from unslouch.figure.skeleton import Frame, Skeleton, skeleton
from unslouch.figure.surfaces import Plane, Round, Surface
from unslouch.figure.things import CUSHION, Thing, on_cushions, stand, surfaces, uses

FURTHEST_PRESSED = 6.0
"""Units that a hand or foot is moved at most from a place of the body to where flesh meets flesh."""
MOST_RESTED = 3.0
"""Units that bodies of other builds are moved to lie on what the standard body lies on."""
EVEN = 0.02
"""Units that are not worth reaching anew."""
LIFTED = 1.5
"""Units: a part that its base has lying somewhere, and that is further from it than this, was lifted on purpose."""


@dataclass(frozen=True, eq=False)
class Settled:
    """A solved pose: the skeleton in the world (floor at height 0), how far each placement fell short, what stands about."""

    posture: Posture
    skeleton: Skeleton
    missed: Mapping[str, Vector]
    """From the joint of each placed limb (``right_hand``) to the place that it was to go to."""
    things: Mapping[Prop, Thing] = field(default_factory=dict)

    @property
    def shortfall(self) -> dict[str, float]:
        """How far each placement fell short, in units."""
        return {limb: float(np.linalg.norm(way)) for limb, way in self.missed.items()}

    def part(self, name: str) -> Vector:
        """Where a part is in the world."""
        return self.skeleton.point(PARTS[name].segment, PARTS[name].point)


def settle(posture: Posture, room: Mapping[Prop, Thing] | None = None) -> Settled:
    """Ground the posture, then bring each part to its place: feet, what lies, feet on the other leg, hands.

    ``room`` has the things that stand where other poses need them too.
    """
    body, standing = grounded(skeleton(posture), posture), posture.standing
    if sunk := sunk_on(body, posture, room or {}):
        body = grounded(body, posture, sunk)
    things = {prop: stand(prop, body, posture) for prop in standing} | dict(room or {})
    body, missed = _rested(body, posture, surfaces(things)), {}
    first = [side for side in posture.feet if not on_body(posture.feet[side])]
    unplaced = body
    for side in first:
        body, missed[f"{side}_foot"] = _placed(body, posture, side, "foot", things)
    if first and (posture.support or posture.contacts):  # a placed leg moves the buttock or the knee that carries
        if sunk:
            sunk = sunk_on(grounded(body, posture), posture, room or {})
        again = _rested(grounded(body, posture, sunk), posture, surfaces(things))
        if not _alike(body.frames["pelvis"], again.frames["pelvis"]):
            body = unplaced.like(body, again)
            for side in first:
                body, missed[f"{side}_foot"] = _placed(body, posture, side, "foot", things)
        things = {prop: stand(prop, body, posture) for prop in standing} | dict(room or {})
    body = lying(body, posture, surfaces(things))
    for side, limb in [*((s, "foot") for s in posture.feet if s not in first), *((s, "hand") for s in posture.hands)]:
        body, missed[f"{side}_{limb}"] = _placed(body, posture, side, limb, things)
    body = _closed(body, posture)
    for prop in standing:  # what nothing touches stands clear of all that was placed
        if prop not in (room or {}) and not uses(posture, prop.kind):
            things[prop] = stand(prop, body, posture)
    return Settled(posture, body, missed, things)


def _closed(body: Skeleton, posture: Posture) -> Skeleton:
    """Both hands turned along the one straight thing that they close round."""
    if not held_with_both(posture):
        return body
    places = {side: grip_of(body, side) for side in SIDES}
    for side, place in places.items():
        goal = closed_round(body, side, place, unit(places["right"] - places["left"]))
        body, _ = reach(body, side, "hand", goal, "near")
    return body


def _rested(body: Skeleton, posture: Posture, room: Mapping[str, Surface]) -> Skeleton:
    """The whole body moved until its trunk just touches the seat or the wall that a pose of the standard body puts it on."""
    for name, on in posture.contacts.items():
        surface = room.get(on.surface)
        if isinstance(surface, Plane) and on.surface != "floor" and not PARTS[name].turns:
            off = gap(body, PARTS[name], surface)
            if abs(off) <= MOST_RESTED:
                body = body.moved(-off * surface.normal)
    return body


def _alike(one: Frame, other: Frame) -> bool:
    """Whether a segment is where it was."""
    return all(np.allclose(a, b, rtol=0, atol=1e-6) for a, b in zip(one, other, strict=True))


def _placed(
    body: Skeleton, posture: Posture, side: str, limb: str, things: Mapping[Prop, Thing]
) -> tuple[Skeleton, Vector]:
    """One hand or foot at its place, and what it is short of it; where it is when it was put on a thing that is not there."""
    goal = goal_of(body, posture, side, limb, things)
    if goal is None:
        return body, np.zeros(3)
    reached, goal = touching(body, posture, side, limb, goal, things)
    return reached, goal.place - reached.frames[f"{side}_{limb}"].origin


def goal_of(body: Skeleton, posture: Posture, side: str, limb: str, things: Mapping[Prop, Thing]) -> Goal | None:
    """Where one hand or foot is to go; nothing where it was put on a thing that is not there."""
    placement = (posture.feet if limb == "foot" else posture.hands)[side]
    thing = next((t for t in things.values() if placement.touches in t.surfaces()), None)
    if placement.touches in THING_SURFACES and thing is None:
        return None
    if isinstance(placement, FootPlacement):
        return foot_goal(body, posture, side, placement, thing)
    return hand_goal(body, posture, side, placement, thing)


def touching(
    body: Skeleton,
    posture: Posture,
    side: str,
    limb: str,
    goal: Goal,
    things: Mapping[Prop, Thing],
    bend: Bend = "free",
) -> tuple[Skeleton, Goal]:
    """A limb at its goal, moved until its flesh just touches what it lies on; and that goal."""
    placement = (posture.feet if limb == "foot" else posture.hands)[side]
    reached, goal = reach(body, side, limb, goal, bend)
    surface: Surface | None = surfaces(things).get(placement.on)
    if isinstance(surface, Round) and surface.bar:
        return reached, goal
    way = surface.normal if isinstance(surface, Plane) else -surface.way(goal.place) if surface else UP
    if touched(placement) and placement.on not in ("", "other hand"):
        surface, way = Round(all_but(body, side, limb)), landmark(body, side, placement.on)[1]
    if surface is None:
        return reached, goal
    there = PARTS[f"{side} {limb}"].flesh(reached).moved(goal.place - reached.frames[f"{side}_{limb}"].origin)
    slack = press(there, surface, way, FURTHEST_PRESSED) or 0.0
    if abs(slack) <= EVEN:
        return reached, goal
    pressed = goal._replace(place=goal.place + way * slack, pivot=None)
    return reach(reached, side, limb, pressed, "near" if bend == "free" else bend)


def lying(body: Skeleton, posture: Posture, room: Mapping[str, Surface]) -> Skeleton:
    """Every limb turned to what it lies on: first those on floor and things, then those on other limbs."""
    kept = held(posture)
    for name in sorted(kept, key=lambda n: (kept[n].surface not in room, list(PARTS).index(n))):
        on, part = kept[name], PARTS[name]
        surface = surface_of(on, body, room)
        if on.surface == "floor" and name in posture.contacts.keys() & on_cushions(posture):
            surface = Plane(UP * CUSHION, UP)
        if surface is not None and part.turns:
            lifted = on.implied and gap(body, part, surface) > 0
            joint = PARTS.get(part.hangs_on)
            if joint and not lifted and gap(body, joint, surface) < -EVEN:  # no turn about it would bring the part out
                body = drop(body, joint, surface)
            body = drop(body, part, surface, NEAR if lifted else FURTHEST)
    return body


def gap(body: Skeleton, part: Part, surface: Surface) -> float:
    """From a surface to a part, in units; negative when it is pressed in."""
    own = part.flesh(body)
    return float(surface.gap(own.centres, own.radii))


def surface_of(on: On, body: Skeleton, room: Mapping[str, Surface]) -> Surface | None:
    """What something lies on; nothing where that thing is not there."""
    if on.surface in PARTS and on.surface not in room:
        return Round(PARTS[on.surface].flesh(body))
    return room.get(on.surface)


def held(posture: Posture) -> dict[str, On]:
    """What lies on something, less the implied for a limb of which the author says more."""
    implied = {name: On(posture.below(name), implied=True) for name in posture.support if PARTS[name].turns}
    said = {limb_of(name) for name, on in posture.contacts.items() if not on.implied}
    said |= {(s, "leg") for s in posture.feet} | {(s, "arm") for s in posture.hands}
    if seat := next((prop.kind for prop in posture.props if sat_on(prop, posture.base)), None):
        implied["pelvis"] = On(SURFACES_OF[seat][0], implied=True)
    both = implied | dict(posture.contacts)
    return {name: on for name, on in both.items() if not (on.implied and limb_of(name) in said)}
