"""The movement arrow: the way of one part, long enough to read and clear of the body."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.flesh import Spheres
from unslouch.figure.geometry import Matrix
from unslouch.figure.parts import PARTS
from unslouch.figure.settle import Settled, settle_between
from unslouch.figure.shown import Arrow

Line = NDArray[np.float64]
"""Points of the picture plane, in units: (n, 2)."""

SHORTEST = 16.0
"""Units; a shorter way is drawn as a straight arrow of this length."""
TRIM = 0.1
"""The share left out at either end, so that the arrow touches neither pose."""
CLEAR = 4.0
"""Units between the arrow's middle line and the body."""
BEHIND = 1.5
"""How much less an arrow behind the body is liked, which seems to push it, than one ahead."""
HEAD_CLEAR = 1.4
"""Units between the corners of its head and the body."""
HEAD_LENGTH, HEAD_WIDTH = 5.6, 5.6


def way(arrow: Arrow, start: Settled, end: Settled, view: Matrix) -> Line:
    """Where the followed part goes, in the picture plane."""
    shares = (0.0, 1.0) if arrow.straight else np.linspace(0, 1, 7)
    part = PARTS[arrow.follows]
    places = []
    for share in shares:
        pose = start if share == 0 else end if share == 1 else settle_between(start, end, float(share))
        places.append(pose.skeleton.point(part.segment, part.point))
    return (np.array(places) @ view.T)[:, :2]


def lengths(line: Line) -> NDArray[np.float64]:
    """The distance along a line to each of its points."""
    return np.concatenate([[0], np.cumsum(np.sqrt((np.diff(line, axis=0) ** 2).sum(1)))])


def resampled(line: Line, begin: float, end: float, count: int) -> Line:
    """Points at even steps between two distances along a line."""
    along, at = lengths(line), np.linspace(begin, end, count)
    return np.stack([np.interp(at, along, line[:, i]) for i in (0, 1)], 1)


def readable(line: Line, body: Spheres) -> Line:
    """Trimmed at both ends, in front until clear of the body; a short way becomes straight, ``SHORTEST`` long."""
    total = lengths(line)[-1]
    begin, end = TRIM * total, (1 - TRIM) * total
    fine = np.linspace(begin, end, 24)
    free = np.flatnonzero(body.clearance(resampled(line, begin, end, 24)) >= CLEAR)
    if len(free) and fine[free[-1]] + HEAD_LENGTH - begin >= SHORTEST:
        return resampled(line, begin, fine[free[-1]], 9)
    if end - begin >= SHORTEST:
        return resampled(line, begin, end, 9)
    middle, direction = (line[0] + line[-1]) / 2, line[-1] - line[0]
    size = float(np.sqrt(direction @ direction))
    direction = direction / size if size > 1e-6 else np.array([0.0, 1.0])
    return np.stack([middle - direction * SHORTEST / 2, middle + direction * SHORTEST / 2])


def clear_of(line: Line, flat: Spheres) -> Line:
    """Moved the least way that keeps the line off the body: sideways, ahead or behind; below the floor at worst."""
    probe = np.concatenate([resampled(line, 0, lengths(line)[-1], 7), head(line)])
    needed = np.array([*[CLEAR - 0.5] * 7, *[HEAD_CLEAR] * 3])
    ahead = line[-1] - line[0]
    ahead = ahead / max(float(np.sqrt(ahead @ ahead)), 1e-6)
    aside = np.array([-ahead[1], ahead[0]]) * (-1 if ahead[0] < 0 else 1)  # up, so that mirror images move alike
    moves = np.array([a * ahead + b * aside for a in np.arange(-30, 31, 3.0) for b in np.arange(-33, 34, 3.0)])
    floor = float((flat.centres[:, 1] - flat.radii).min())
    below = np.maximum(0, floor - (probe[:, 1].min() + moves[:, 1]))
    along = moves @ ahead
    cost = np.hypot(moves @ aside, along * np.where(along < 0, BEHIND, 1)) + 3 * below
    order = np.argsort(cost, kind="stable")
    for group in np.array_split(order, 24):
        free = flat.clearance(probe[None] + moves[group][:, None])
        good = np.flatnonzero((free >= needed).all(1))
        if len(good):
            return line + moves[group[good[0]]]
    return line


def placed(arrow: Arrow, start: Settled, end: Settled, body: Spheres, view: Matrix) -> Line:
    """The arrow's middle line in the picture plane, from its tail to the base of its head's tip."""
    flat = body.flat(view)
    line = clear_of(readable(way(arrow, start, end, view), flat), flat)
    return line + np.array([arrow.right, arrow.up])


def head(line: Line) -> Line:
    """The three corners of the arrow head."""
    direction = line[-1] - line[-2]
    direction = direction / max(float(np.sqrt(direction @ direction)), 1e-6)
    aside = np.array([-direction[1], direction[0]])
    base = line[-1] - direction * HEAD_LENGTH * 0.3
    return np.array([base + direction * HEAD_LENGTH, base + aside * HEAD_WIDTH / 2, base - aside * HEAD_WIDTH / 2])
