"""From a grid to the closed lines where it crosses a level: marching squares, walked edge by edge.

An edge is a pair of pixels next to each other, one inside and one outside. A line goes through the middle of each with
the inside on its left: from an edge over the two pixels ahead to the next, so that all steps are known at once.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.curves import Indices, Points


def contours(grid: NDArray[np.floating], level: float = 0.5) -> list[Points]:
    """The closed lines where a grid crosses ``level``, as (n, 2) of x, y in pixels (whole numbers at their centres)."""
    above = grid > level
    rows, cols = np.flatnonzero(above.any(1)), np.flatnonzero(above.any(0))
    if not len(rows):
        return []
    top, left = max(rows[0] - 1, 0), max(cols[0] - 1, 0)  # a line lies within a pixel of what is inside
    part = grid[top : rows[-1] + 2, left : cols[-1] + 2]
    padded = np.full((part.shape[0] + 2, part.shape[1] + 2), min(0.0, level - 1.0), part.dtype)
    padded[1:-1, 1:-1] = part
    flat, width = padded.ravel(), padded.shape[1]
    inside = flat > level
    across, down = np.flatnonzero(inside[:-1] != inside[1:]), np.flatnonzero(inside[:-width] != inside[width:])
    edges = np.concatenate([2 * across, 2 * down + 1])  # numbered: twice the first pixel, plus 1 of one that goes down
    edges.sort()
    first, is_down = edges >> 1, edges & 1
    second = first + np.where(is_down, width, 1)
    here = flat[first].astype(float)
    share = (level - here) / (flat[second] - here)
    row, col = np.divmod(first, width)
    x, y = col + share * (1 - is_down) - 1 + left, row + share * is_down - 1 + top
    number = np.empty(2 * len(flat), np.int64)
    number[edges] = np.arange(len(edges))
    points = np.stack([x, y], 1)
    return [points[loop] for loop in _rounds(number[_next(inside, first, second, width)])]


def _next(inside: NDArray[np.bool_], first: Indices, second: Indices, width: int) -> Indices:
    """The number of the edge that the line comes to after each edge between two pixels."""
    starts_inside = inside[first]
    left, right = np.where(starts_inside, first, second), np.where(starts_inside, second, first)
    way = right - left
    ahead = np.where(way == 1, -width, np.where(way == -1, width, np.where(way > 0, 1, -1)))
    far_left, far_right = left + ahead, right + ahead
    to_right, on = inside[far_right], inside[far_left]
    left = np.where(to_right, far_right, np.where(on, far_left, left))
    right = np.where(to_right, right, np.where(on, far_right, far_left))
    low = np.minimum(left, right)
    return 2 * low + (left + right - 2 * low != 1)


def _rounds(following: Indices) -> list[Indices]:
    """The rounds of things each of which is followed by one."""
    rounds, after, first = [], following.tolist(), 0
    fresh = bytearray(b"\1" * len(after))
    marks = np.frombuffer(fresh, np.uint8)
    while (first := fresh.find(1, first)) >= 0:
        found, current = [first], after[first]
        while current != first:
            found.append(current)
            current = after[current]
        rounds.append(np.array(found))
        marks[rounds[-1]] = 0
    return rounds
