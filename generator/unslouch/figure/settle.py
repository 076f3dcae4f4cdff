"""Contact: a body on the floor, with every part where the pose puts it.

:func:`settle` grounds a posture's skeleton, brings limbs to what they lie on (see :mod:`drop`) and
reaches its targets (see :mod:`reach`). A target out of reach is reached for, and the distance that
is left is kept for :mod:`check` to report.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from unslouch.figure.body import ARM_CHAINS, CHAIN_NAMES, LEG_CHAINS, SIDES
from unslouch.figure.drop import FURTHEST, drop, lay, press
from unslouch.figure.flesh import flesh, flesh_of
from unslouch.figure.geometry import FORWARD, UP, Vector, between, vector
from unslouch.figure.goals import Goal, foot_goal, hand_goal, landmark, on_body, touched
from unslouch.figure.names import THING_SURFACES
from unslouch.figure.parts import PARTS, Part, all_but, limb_of
from unslouch.figure.placement import FootPlacement
from unslouch.figure.posture import On, Posture, heading_of
from unslouch.figure.reach import Bend, reach
from unslouch.figure.shown import Prop
from unslouch.figure.skeleton import Frame, Skeleton, in_between, skeleton
from unslouch.figure.surfaces import Flesh, Plane, Surface
from unslouch.figure.things import CUSHION, STANDING, Thing, lifted, on_cushions, stand, surfaces, uses

FURTHEST_PRESSED = 6.0
"""Units that a hand or foot is moved at most from a place of the body to where flesh meets flesh."""
MOST_LAIN = 25.0
"""Degrees that the whole body is turned at most, so that two parts of the trunk lie on a surface and not one."""
MOST_RESTED = 3.0
"""Units that bodies of other builds are moved to lie on what the standard body lies on."""
EVEN = 0.02
"""Units that are not worth reaching anew."""
LIFTED = 1.5
"""Units: a part that its base has lying somewhere, and that is further from it than this, was lifted on purpose."""
NEAR = 8.0
"""Degrees that a part is turned at most to lie where its base implies: one that was lifted further stays lifted."""


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
    body = _grounded(skeleton(posture), posture)
    standing = [prop for prop in posture.props if prop.kind in STANDING]
    things = {prop: stand(prop, body, posture) for prop in standing} | dict(room or {})
    body, missed = _rested(body, posture, surfaces(things)), {}
    feet = sorted(posture.feet, key=lambda side: on_body(posture.feet[side]))
    first = [side for side in feet if not on_body(posture.feet[side])]
    unplaced = body
    for side in first:
        body, missed[f"{side}_foot"] = _placed(body, posture, side, "foot", things)
    if first and (posture.support or posture.contacts):  # a placed leg moves the buttock or the knee that carries
        grounded = _rested(_grounded(body, posture), posture, surfaces(things))
        if not _alike(body.frames["pelvis"], grounded.frames["pelvis"]):
            body = unplaced.like(body, grounded)
            for side in first:
                body, missed[f"{side}_foot"] = _placed(body, posture, side, "foot", things)
        things = {prop: stand(prop, body, posture) for prop in standing} | dict(room or {})
    body = _lying(body, posture, surfaces(things))
    for side, limb in [*((s, "foot") for s in feet if s not in first), *((s, "hand") for s in posture.hands)]:
        body, missed[f"{side}_{limb}"] = _placed(body, posture, side, limb, things)
    for prop in standing:  # what nothing touches stands clear of all that was placed
        if prop not in (room or {}) and not uses(posture, prop.kind):
            things[prop] = stand(prop, body, posture)
    return Settled(posture, body, missed, things)


def _rested(body: Skeleton, posture: Posture, room: Mapping[str, Surface]) -> Skeleton:
    """The whole body moved until its trunk just touches the seat or the wall that a pose of the standard body puts it on."""
    for name, on in posture.contacts.items():
        surface = room.get(on.surface)
        if isinstance(surface, Plane) and on.surface != "floor" and not PARTS[name].turns:
            gap = _gap(body, PARTS[name], surface)
            if abs(gap) <= MOST_RESTED:
                body = body.moved(-gap * surface.normal)
    return body


def _alike(one: Frame, other: Frame) -> bool:
    """Whether a segment is where it was."""
    return all(np.allclose(a, b, rtol=0, atol=1e-6) for a, b in zip(one, other, strict=True))


def _placed(
    body: Skeleton, posture: Posture, side: str, limb: str, things: Mapping[Prop, Thing]
) -> tuple[Skeleton, Vector]:
    """One hand or foot at its place, and what it is short of it; where it is when it was put on a thing that is not there."""
    goal = _goal(body, posture, side, limb, things)
    if goal is None:
        return body, np.zeros(3)
    reached, goal = _touching(body, posture, side, limb, goal, things)
    return reached, goal.place - reached.frames[f"{side}_{limb}"].origin


def _goal(body: Skeleton, posture: Posture, side: str, limb: str, things: Mapping[Prop, Thing]) -> Goal | None:
    """Where one hand or foot is to go; nothing where it was put on a thing that is not there."""
    placement = (posture.feet if limb == "foot" else posture.hands)[side]
    thing = next((t for t in things.values() if placement.touches in t.surfaces()), None)
    if placement.touches in THING_SURFACES and thing is None:
        return None
    if isinstance(placement, FootPlacement):
        return foot_goal(body, posture, side, placement, thing)
    return hand_goal(body, posture, side, placement, thing)


def _touching(
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
    way = surface.normal if isinstance(surface, Plane) else UP
    if touched(placement) and placement.on not in ("", "other hand"):
        surface, way = Flesh(all_but(body, side, limb)), landmark(body, side, placement.on)[1]
    if surface is None:
        return reached, goal
    there = PARTS[f"{side} {limb}"].flesh(reached).moved(goal.place - reached.frames[f"{side}_{limb}"].origin)
    slack = press(there, surface, way, FURTHEST_PRESSED) or 0.0
    if abs(slack) <= EVEN:
        return reached, goal
    pressed = goal._replace(place=goal.place + way * slack, pivot=None)
    return reach(reached, side, limb, pressed, "near" if bend == "free" else bend)


def _lying(body: Skeleton, posture: Posture, room: Mapping[str, Surface]) -> Skeleton:
    """Every limb turned to what it lies on: first those on floor and things, then those on other limbs."""
    kept = held(posture)
    for name in sorted(kept, key=lambda n: (kept[n].surface not in room, list(PARTS).index(n))):
        on, part = kept[name], PARTS[name]
        surface = _surface(on, body, room)
        if on.surface == "floor" and name in posture.contacts.keys() & on_cushions(posture):
            surface = Plane(UP * CUSHION, UP)
        if surface is not None and part.turns:
            lifted = on.implied and _gap(body, part, surface) > 0
            joint = PARTS.get(part.hangs_on)
            if joint and not lifted and _gap(body, joint, surface) < -EVEN:  # no turn about it would bring the part out
                body = drop(body, joint, surface)
            body = drop(body, part, surface, NEAR if lifted else FURTHEST)
    return body


def _gap(body: Skeleton, part: Part, surface: Surface) -> float:
    """From a surface to a part, in units; negative when it is pressed in."""
    own = part.flesh(body)
    return float(surface.gap(own.centres, own.radii))


def _surface(on: On, body: Skeleton, room: Mapping[str, Surface]) -> Surface | None:
    """What something lies on; nothing where that thing is not there."""
    if on.surface in PARTS and on.surface not in room:
        return Flesh(PARTS[on.surface].flesh(body))
    return room.get(on.surface)


def held(posture: Posture) -> dict[str, On]:
    """What lies on something, less the implied for a limb of which the author says more."""
    implied = {name: On("floor", implied=True) for name in posture.support if PARTS[name].turns}
    said = {limb_of(name) for name, on in posture.contacts.items() if not on.implied}
    said |= {(s, "leg") for s in posture.feet} | {(s, "arm") for s in posture.hands}
    if any(prop.kind == "chair" and prop.where == "under" for prop in posture.props):
        implied["pelvis"] = On("chair seat", implied=True)
    both = implied | dict(posture.contacts)
    return {name: on for name, on in both.items() if not (on.implied and limb_of(name) in said)}


def settle_between(start: Settled, end: Settled, share: float) -> Settled:
    """The movement from one pose to another, a ``share`` of the way, with its contacts kept."""
    body = in_between(start.skeleton, end.skeleton, share)
    body = _steadied(body, start, end, share)
    body = _lying(body, _shared(start, end), surfaces(end.things))
    for limb in ("foot", "hand"):
        for side in SIDES:
            before, after = (getattr(p.posture, "feet" if limb == "foot" else "hands").get(side) for p in (start, end))
            if not (before or after):
                continue
            if before == after and on_body(before):
                goal, ends = _goal(body, end.posture, side, limb, end.things), []
                for p in (start, end):
                    first = _goal(p.skeleton, p.posture, side, limb, end.things)
                    ends += [(first, p.skeleton.frames[f"{side}_{limb}"].rotation)] if first else []
                if goal and len(ends) == 2:
                    goal = goal.turned_as(ends[0], ends[1], share)
                    body, _ = _touching(body, end.posture, side, limb, goal, end.things, "own")
                continue
            a, b = (p.skeleton.frames[f"{side}_{limb}"] for p in (start, end))
            rotation = between(a.rotation, b.rotation, share)
            bends = [getattr(p, "heel_raised", 0.0) for p in (before, after)]
            bend = bends[0] + share * (bends[1] - bends[0])
            goal = Goal(a.origin + share * (b.origin - a.origin), rotation, None, bend)
            body, _ = reach(body, side, limb, goal, "own")
    return Settled(end.posture, body, {}, end.things)


def _shared(start: Settled, end: Settled) -> Posture:
    """The end with only those contacts that both poses have: what lies in both does not leave its place between."""
    before, after = _touching_on(start), _touching_on(end)
    kept = {name: On(on, implied=True) for name, on in after.items() if before.get(name) == on}
    return replace(end.posture, support=(), contacts=kept)


def _touching_on(pose: Settled) -> dict[str, str]:
    """What lies on what, less the implied of which the pose lifts the limb."""
    room, found = surfaces(pose.things), {}
    for name, on in held(pose.posture).items():
        surface = _surface(on, pose.skeleton, room)
        if surface and not (on.implied and _gap(pose.skeleton, PARTS[name], surface) > LIFTED):
            found[name] = on.surface
    return found


def _steadied(body: Skeleton, start: Settled, end: Settled, share: float) -> Skeleton:
    """Keep what rests on the floor at its height, and the anchor at its place."""
    chains = _ground_chains(start.posture) & _ground_chains(end.posture)
    if chains and not (_stands_on_both(start.posture) or _stands_on_both(end.posture)):
        low, before, after = (flesh_of(s, chains).lowest() for s in (body, start.skeleton, end.skeleton))
        body = body.moved(vector(0, before + share * (after - before) - low, 0))
    anchor = end.posture.anchor
    if anchor and anchor == start.posture.anchor:
        part = PARTS[anchor]
        a, b, now = (s.point(part.segment, part.point) for s in (start.skeleton, end.skeleton, body))
        body = body.moved((a + share * (b - a) - now) * vector(1, 0, 1))
    return body


def _stands_on_both(posture: Posture) -> bool:
    """Whether both feet are on the floor and the hips are where standing puts them, less the shift."""
    on_floor = all(side in posture.feet and not on_body(posture.feet[side]) for side in SIDES)
    return posture.base == "standing" and on_floor and not posture.support


def _ground_chains(posture: Posture) -> set[str]:
    """The chains whose lowest point is put on the floor: the supports', else all but placed limbs'."""
    if posture.support:
        return {chain for name in posture.support for chain in PARTS[name].chains}
    placed = {"locks"} | {f"{side}_{c}" for side in posture.feet for c in LEG_CHAINS}
    placed |= {f"{side}_{c}" for side in posture.hands for c in ARM_CHAINS}
    return {name for name in CHAIN_NAMES if name not in placed}


def _lowest(body: Skeleton, posture: Posture) -> float:
    """The height of the lowest point of what carries."""
    if posture.support:
        return min(PARTS[name].flesh(body).lowest() for name in posture.support)
    return flesh(body).of(_ground_chains(posture)).lowest()


def _grounded(body: Skeleton, posture: Posture) -> Skeleton:
    """Put the body on the floor, then its anchor (or its hips) at the origin, then shift it; twice is as once."""
    if not any(posture.moves.get(move) for move in ("lean", "tilt", "raised")):
        for surface, normal in (("floor", UP), ("wall", heading_of(posture) @ FORWARD)):
            lying = [n for n, on in posture.contacts.items() if on.surface == surface and not PARTS[n].turns]
            if len(lying) == 2:
                implied = posture.contacts[lying[0]].implied
                body = lay(body, lying, normal, NEAR if implied else MOST_LAIN)
    if _stands_on_both(posture):
        body = body.moved(vector(0, body.person.hip_height - body.point("pelvis")[1], 0))
    else:
        body = body.moved(vector(0, lifted(posture) - _lowest(body, posture), 0))
    kept = PARTS[posture.anchor or "pelvis"]
    body = body.moved(-body.point(kept.segment, kept.point) * vector(1, 0, 1))
    return body.moved(heading_of(posture) @ posture.shift)
