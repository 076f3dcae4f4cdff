"""The movement from one solved pose to another, with its contacts kept."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from unslouch.figure.bearing import ground_chains, stands_on_both
from unslouch.figure.body import SIDES
from unslouch.figure.flesh import flesh_of
from unslouch.figure.geometry import Vector, between, vector
from unslouch.figure.goals import Goal, on_body
from unslouch.figure.kinds import KIND_OF
from unslouch.figure.parts import PARTS
from unslouch.figure.posture import On, Posture
from unslouch.figure.reach import reach
from unslouch.figure.settle import LIFTED, Settled, gap, goal_of, held, lying, surface_of, touching
from unslouch.figure.skeleton import Skeleton, in_between
from unslouch.figure.things import surfaces


def settle_between(start: Settled, end: Settled, share: float) -> Settled:
    """The movement from one pose to another, a ``share`` of the way, with its contacts kept."""
    body = in_between(start.skeleton, end.skeleton, share)
    body = _steadied(body, start, end, share)
    body = lying(body, _shared(start, end), surfaces(end.things))
    for limb in ("foot", "hand"):
        for side in SIDES:
            before, after = (getattr(p.posture, "feet" if limb == "foot" else "hands").get(side) for p in (start, end))
            if not (before or after):
                continue
            if before == after and on_body(before):
                goal, ends = goal_of(body, end.posture, side, limb, end.things), []
                for p in (start, end):
                    first = goal_of(p.skeleton, p.posture, side, limb, end.things)
                    ends += [(first, p.skeleton.frames[f"{side}_{limb}"].rotation)] if first else []
                if goal and len(ends) == 2:
                    goal = goal.turned_as(ends[0], ends[1], share)
                    body, _ = touching(body, end.posture, side, limb, goal, end.things, "own")
                continue
            a, b = (p.skeleton.frames[f"{side}_{limb}"] for p in (start, end))
            rotation = between(a.rotation, b.rotation, share)
            bends = [getattr(p, "heel_raised", 0.0) for p in (before, after)]
            bend = bends[0] + share * (bends[1] - bends[0])
            edge = limb == "foot" and any(placed and placed.touches in KIND_OF for placed in (before, after))
            goal = Goal(_way(a.origin, b.origin, share, edge=edge), rotation, None, bend)
            body, _ = reach(body, side, limb, goal, "own")
    return Settled(end.posture, body, {}, end.things)


CLIMB = 3.0
"""Units up or down from which a limb that is put on a thing goes round the thing's edge."""
EARLY, LATE = 0.45, 0.3
"""When, as a share of the movement, such a limb is at its height, and when it begins to go forward."""


def _way(start: Vector, end: Vector, share: float, *, edge: bool) -> Vector:
    """A place between two: on a straight line; over an ``edge`` first up and then across, or first across and then down."""
    climb = float(end[1] - start[1])
    if not edge or abs(climb) < CLIMB:
        return start + share * (end - start)
    if climb < 0:
        return _way(end, start, 1 - share, edge=True)
    up, across = min(1.0, share / EARLY), max(0.0, (share - LATE) / (1 - LATE))
    return start + (end - start) * vector(across, up, across)


@lru_cache(maxsize=8)
def _shared(start: Settled, end: Settled) -> Posture:
    """The end with only those contacts that both poses have: what lies in both does not leave its place between.

    Kept for the next step of the same movement, as is what follows.
    """
    before, after = _touching_on(start), _touching_on(end)
    kept = {name: On(on, implied=True) for name, on in after.items() if before.get(name) == on}
    return replace(end.posture, support=(), contacts=kept)


def _touching_on(pose: Settled) -> dict[str, str]:
    """What lies on what, less the implied of which the pose lifts the limb."""
    room, found = surfaces(pose.things), {}
    for name, on in held(pose.posture).items():
        surface = surface_of(on, pose.skeleton, room)
        if surface and not (on.implied and gap(pose.skeleton, PARTS[name], surface) > LIFTED):
            found[name] = on.surface
    return found


@lru_cache(maxsize=16)
def _lowest(body: Skeleton, chains: frozenset[str]) -> float:
    """How high the lowest point of either end of a movement is."""
    return flesh_of(body, chains).lowest()


def _steadied(body: Skeleton, start: Settled, end: Settled, share: float) -> Skeleton:
    """Keep what rests on the floor at its height, and the anchor at its place."""
    chains = ground_chains(start.posture) & ground_chains(end.posture)
    if chains and not (stands_on_both(start.posture) or stands_on_both(end.posture)):
        before, after = (_lowest(s, frozenset(chains)) for s in (start.skeleton, end.skeleton))
        low = flesh_of(body, chains).lowest()
        body = body.moved(vector(0, before + share * (after - before) - low, 0))
    anchor = end.posture.anchor
    if anchor and anchor == start.posture.anchor:
        part = PARTS[anchor]
        a, b, now = (s.point(part.segment, part.point) for s in (start.skeleton, end.skeleton, body))
        body = body.moved((a + share * (b - a) - now) * vector(1, 0, 1))
    return body
