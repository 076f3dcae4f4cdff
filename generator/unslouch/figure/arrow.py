"""Movement arrows: the way of one part or its turn, long enough to read, near what moves, off the body and the
things about it, or across them where there is no room.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.between import settle_between
from unslouch.figure.body import SIDES
from unslouch.figure.flesh import Spheres, flesh_of
from unslouch.figure.geometry import PICTURE_UP, Line, Matrix, length, unit
from unslouch.figure.parts import PARTS
from unslouch.figure.props import cloud_of
from unslouch.figure.scene import Scene
from unslouch.figure.settle import Settled
from unslouch.figure.shown import TURNING, Arrow
from unslouch.figure.turning import CLEAR, tilted, turn, turned

SHORTEST = 16.0
"""Units; a shorter way is drawn longer, straight on at either end."""
TRIM = 0.1
"""The share left out at either end, so that the arrow touches neither pose."""
NEAR = 8.0
"""Units between the arrow and the flesh that moves, on its way, at most: one that finds no such place off the body
goes across it."""
AHEAD, BEHIND = 1.2, 1.5
"""How much less an arrow is liked that is moved along the way, past the end or back before the start, than one aside."""
HEAD_CLEAR = 1.4
"""Units between the corners of its head and the body."""
HEAD_LENGTH, HEAD_WIDTH = 5.6, 5.6
SAMPLES = 7
"""Poses of a movement that a way goes through."""


class Drawn(NamedTuple):
    """An arrow in the picture plane: from its tail to the base of its head's tip, where it may have a head as well."""

    line: Line
    both_ways: bool
    size: float

    @property
    def heads(self) -> list[Line]:
        """The corners of its heads."""
        ways = (self.line, self.line[::-1]) if self.both_ways else (self.line,)
        return [head(line, self.size) for line in ways]


def arrows_of(scene: Scene, view: Matrix, size: float = 1.0) -> list[Drawn]:
    """The arrows of a scene: the author's, else one of what moves furthest; none where nothing comes before.

    In a close-up all lengths that are about the arrow, not the body, are ``size`` times what they are elsewhere.
    """
    if scene.start is None:
        return []
    shown, body = wanted(scene, view, size), cloud_of(scene.pose, scene.props)
    make = [(turn if arrow.turns else placed)(arrow, scene.start, scene.pose, body, view, size) for arrow in shown]
    return [Drawn(line, arrow.both_ways, size) for line, arrow in zip(make, shown, strict=True)]


def wanted(scene: Scene, view: Matrix, size: float = 1.0) -> tuple[Arrow, ...]:
    """What the arrows of a scene show, as :func:`arrows_of` says."""
    if scene.start is None:
        return ()
    if scene.arrows is not None:
        return scene.arrows
    return tuple(usual(scene.start, scene.pose, view, scene.camera.close_up, size))


FOLLOWED = ("pelvis", *(f"{s} {p}" for p in ("foot", "hand", "knee", "elbow") for s in SIDES), "head")
"""The parts that an arrow may follow unasked; of those that move about as far the first is the one."""
AS_FAR = 0.7
"""Of the furthest way: this much is about as far."""
MOVES, TURNS = 2.0, 10.0
"""Units and degrees from which a part counts as moved."""
CARRIED = 14.0
"""Units up to which arms and legs are only carried along by a trunk or a head that turns."""


def usual(start: Settled, end: Settled, view: Matrix, close_up: str | None = None, size: float = 1.0) -> list[Arrow]:
    """The arrow of a movement of which the author says nothing: what moves furthest, else what turns most."""
    parts = (close_up,) if close_up else FOLLOWED
    ways = {name: length(view[:2] @ (end.part(name) - start.part(name))) for name in parts}
    furthest, turns = max(ways.values()), {name: turned(name, start, end) for name in TURNING}
    spun = [name for name in ("torso", "head") if abs(turns[name]) >= TURNS and 2 * tilted(name, start, end) < 1]
    if spun and furthest < CARRIED:
        return [Arrow(turns=spun[0])]
    if furthest >= MOVES * size:
        return [Arrow(follows=next(name for name in parts if ways[name] >= AS_FAR * furthest))]
    most = max(TURNING, key=lambda name: abs(turns[name]))
    return [Arrow(turns=most)] if abs(turns[most]) >= TURNS else []


def way(arrow: Arrow, start: Settled, end: Settled) -> list[Settled]:
    """The poses that the followed part goes through."""
    return [start, *(() if arrow.straight else _between(start, end)), end]


@lru_cache(maxsize=8)
def _between(start: Settled, end: Settled) -> tuple[Settled, ...]:
    """Poses at even steps of a movement; kept for the other forms of its picture."""
    return tuple(settle_between(start, end, float(share)) for share in np.linspace(0, 1, SAMPLES)[1:-1])


def distances(line: Line) -> NDArray[np.float64]:
    """The distance along a line to each of its points."""
    return np.concatenate([[0], np.cumsum(np.sqrt((np.diff(line, axis=0) ** 2).sum(1)))])


def resampled(line: Line, begin: float, end: float, count: int) -> Line:
    """Points at even steps between two distances along a line."""
    along, at = distances(line), np.linspace(begin, end, count)
    return np.stack([np.interp(at, along, line[:, i]) for i in (0, 1)], 1)


def readable(line: Line, body: Spheres, size: float, *, both_ways: bool = False) -> Line:
    """Trimmed at both ends, in front until clear of the body; a short way goes on at both ends to ``SHORTEST``.

    One that goes ``both_ways`` is as long as the whole way.
    """
    total = distances(line)[-1]
    begin, end = TRIM * total, (1 - TRIM) * total
    fine = np.linspace(begin, end, 24)
    free = np.flatnonzero(body.clearance(resampled(line, begin, end, 24)) >= CLEAR * size)
    if not both_ways and len(free) and fine[free[-1]] + HEAD_LENGTH * size - begin >= SHORTEST * size:
        return smooth(resampled(line, begin, fine[free[-1]], 9))
    if end - begin >= SHORTEST * size:
        return smooth(resampled(line, begin, end, 9))
    return smooth(_longer(line, total, size))


def _longer(line: Line, total: float, size: float) -> Line:
    """A short way, and as much before and after it as is wanting."""
    more = max(SHORTEST * size - total, 0) / 2
    first, last = (unit(line[1] - line[0]), unit(line[-1] - line[-2])) if total > 1e-6 else (PICTURE_UP, PICTURE_UP)
    whole = np.concatenate([line[:1] - first * more, line, line[-1:] + last * more])
    return resampled(whole, 0, distances(whole)[-1], 9)


def smooth(line: Line) -> Line:
    """The one bend (a parabola from end to end) that is nearest to a line, and as long: a kink in an arrow says nothing."""
    total = float(distances(line)[-1])
    along = distances(line) / max(total, 1e-6)
    own = 2 * along * (1 - along)
    ends = np.outer((1 - along) ** 2, line[0]) + np.outer(along**2, line[-1])
    bend = own @ (line - ends) / max(float(own @ own), 1e-6)
    bent = ends + np.outer(own, bend)
    middle = bent.mean(0)
    return middle + (bent - middle) * total / max(float(distances(bent)[-1]), 1e-6)


def beside(line: Line, flat: Spheres, moved: Spheres, size: float) -> Line:
    """Moved the least way that keeps it off the body and near ``moved``; where it is if there is no such place.

    Rather sideways than ahead or behind, rather above the floor than below.
    """
    probe = np.concatenate([resampled(line, 0, distances(line)[-1], 7), head(line, size)])
    needed = np.array([*[CLEAR] * 7, *[HEAD_CLEAR] * 3]) * size
    ahead = unit(line[-1] - line[0])
    aside = np.array([-ahead[1], ahead[0]]) * (-1 if ahead[0] < 0 else 1)  # up, so that mirror images move alike
    along, across = np.arange(-30, 31, 3.0)[:, None, None], np.arange(-33, 34, 3.0)[:, None]
    moves = (along * ahead + across * aside).reshape(-1, 2) * size
    floor = float((flat.centres[:, 1] - flat.radii).min())
    below = np.maximum(0, floor - (probe[:, 1].min() + moves[:, 1]))
    forward = moves @ ahead
    cost = np.hypot(moves @ aside, forward * np.where(forward < 0, BEHIND, AHEAD)) + below
    order = np.argsort(cost, kind="stable")
    for group in np.array_split(order, 48):
        places = probe[None] + moves[group][:, None]
        free = np.flatnonzero((flat.clearance(places) >= needed).all(1))
        near = free[moved.clearance(places[free][:, :7]).min(1) <= NEAR * size]
        if len(near):
            return line + moves[group[near[0]]]
    return line


def swept(arrow: Arrow, poses: list[Settled], view: Matrix) -> Spheres:
    """The flesh of the followed part, all along its way, laid flat."""
    part = PARTS[arrow.follows or ""]
    clouds = [flesh_of(pose.skeleton, part.chains).flat(view) for pose in poses]
    columns = zip(*((c.centres, c.radii, c.chain, c.material) for c in clouds), strict=True)
    return Spheres(*(np.concatenate(column) for column in columns))


def placed(arrow: Arrow, start: Settled, end: Settled, body: Spheres, view: Matrix, size: float = 1.0) -> Line:
    """The way of the followed part, near it, and off the body where there is room."""
    poses, flat = way(arrow, start, end), body.flat(view)
    line = (np.array([pose.part(arrow.follows or "") for pose in poses]) @ view.T)[:, :2]
    line = beside(readable(line, flat, size, both_ways=arrow.both_ways), flat, swept(arrow, poses, view), size)
    return line + np.array([arrow.right, arrow.up])


def head(line: Line, size: float) -> Line:
    """The three corners of the arrow head."""
    direction = unit(line[-1] - line[-2])
    aside = np.array([-direction[1], direction[0]])
    length, half = HEAD_LENGTH * size, HEAD_WIDTH * size / 2
    base = line[-1] - direction * length * 0.3
    return np.array([base + direction * length, base + aside * half, base - aside * half])
