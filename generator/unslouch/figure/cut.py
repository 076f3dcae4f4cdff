"""Closed lines cut into spans that a curve is fitted to, all lines at once: at their corners, or in two smooth halves."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.curves import Indices, Points, Spans, Vector, Ways, lengths

CORNER = 50.0
"""Degrees of turn that make a corner."""
CORNER_SPAN = 4
"""Samples on either side over which a turn is measured."""
TANGENT_SPAN = 3
"""Samples over which the direction at the end of a span is measured."""
FEW = 12
"""Of more samples than this every second one is enough for a curve, and twice as fast."""


class Loops:
    """Some closed lines, one after the other."""

    def __init__(self, loops: Sequence[Points]) -> None:
        self.points: Ways = np.concatenate(loops).T.copy()
        """(2, m)"""
        self.size: Indices = np.array([len(loop) for loop in loops])
        """(n,): samples of each line."""
        self.begin: Indices = np.cumsum(self.size) - self.size
        self.owner: Indices = np.repeat(np.arange(len(loops)), self.size)
        """(m,): the line of each sample."""

    def at(self, loop: Indices, sample: Indices) -> Indices:
        """The numbers among all samples of some of a line, counted from its first and round and round."""
        return self.begin[loop] + sample % self.size[loop]

    def corners(self) -> Indices:
        """Where a line turns sharply: the sharpest sample of each turn over ``CORNER``."""
        own = np.arange(len(self.owner)) - self.begin[self.owner]
        first, last = (self.points[:, self.at(self.owner, own + way)] for way in (-CORNER_SPAN, CORNER_SPAN))
        (before_x, before_y), (after_x, after_y) = self.points - first, last - self.points
        sine, cosine = before_x * after_y - before_y * after_x, before_x * after_x + before_y * after_y
        turn = np.abs(np.degrees(np.arctan2(sine, cosine + 0.0)))  # -0.0, of samples that coincide, is half a turn
        sharp = np.flatnonzero(turn > CORNER)
        loop, near = self.owner[sharp], np.arange(-CORNER_SPAN, CORNER_SPAN + 1)[:, None]
        found = sharp[turn[sharp] >= turn[self.at(loop, own[sharp] + near)].max(0)]
        return found[self._apart(found)]

    def _apart(self, found: Indices) -> NDArray[np.bool_]:
        """Which samples are far enough from the one before, of those of the same line; one alone is."""
        loop = self.owner[found]
        counts = np.bincount(loop, minlength=len(self.size))
        last = np.cumsum(counts)[loop] - 1
        before = np.where(_first(loop), found[last] - self.size[loop], np.roll(found, 1))
        return (found - before > CORNER_SPAN) | (counts[loop] == 1)


def _first(group: Indices) -> NDArray[np.bool_]:
    """Which are the first of their group, of numbers in groups one after the other."""
    return np.diff(group, prepend=-1) > 0


def cut(lines: Sequence[Points], tolerance: Vector) -> tuple[Spans, Indices]:
    """The spans of some lines, within (n,) pixels of which a curve has to be; and how many each line has."""
    loops = Loops(lines)
    marks = loops.corners()
    smooth = np.bincount(loops.owner[marks], minlength=len(lines)) == 0
    halves = np.concatenate([loops.begin[smooth], (loops.begin + loops.size // 2)[smooth]])
    marks = np.sort(np.concatenate([marks, halves]))
    loop = loops.owner[marks]
    counts = np.bincount(loop, minlength=len(lines))
    first = (np.cumsum(counts) - counts)[loop]
    is_last = np.append(_first(loop)[1:], True)
    low = marks - loops.begin[loop]
    high = np.where(is_last, low[first] + loops.size[loop], np.append(low[1:], 0))
    start, end = _tangents(loops, loop, low, high, smooth[loop])
    points, sizes = _samples(loops, loop, low, high)
    return Spans(points, sizes, start, end, tolerance[loop]), counts


def _tangents(loops: Loops, loop: Indices, low: Indices, high: Indices, smooth: NDArray[np.bool_]) -> tuple[Ways, Ways]:
    """The unit directions into each span from either end: there it is a corner, or the line goes on smoothly."""
    inward = np.where(smooth, TANGENT_SPAN, np.minimum(TANGENT_SPAN, high - low))
    outward = np.where(smooth, TANGENT_SPAN, 0)
    start = loops.points[:, loops.at(loop, low + inward)] - loops.points[:, loops.at(loop, low - outward)]
    end = loops.points[:, loops.at(loop, high - inward)] - loops.points[:, loops.at(loop, high + outward)]
    return _units(start), _units(end)


def _units(ways: Ways) -> Ways:
    """Directions with length 1."""
    return ways / np.maximum(lengths(ways), 1e-9)


def _samples(loops: Loops, loop: Indices, low: Indices, high: Indices) -> tuple[Ways, Indices]:
    """The samples of all spans, of long ones every second and both ends; and how many of each."""
    far = high - low
    step = np.where(far + 1 < FEW, 1, 2)
    sizes = -(-far // step) + 1
    span = np.repeat(np.arange(len(loop)), sizes)
    number = np.arange(len(span)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    along = np.minimum(number * step[span], far[span])
    return loops.points[:, loops.at(loop[span], low[span] + along)], sizes
