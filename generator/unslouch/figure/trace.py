"""From grids to smooth outlines: marching squares, curves fitted to them, short paths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.curves import Points, fit
from unslouch.figure.cut import cut

# For the 16 patterns of a cell's corners (1 top left, 2 top right, 4 bottom right, 8 bottom left):
# the edges (0 top, 1 right, 2 bottom, 3 left) where the line enters and leaves, inside on its left.
_CROSSINGS = {
    1: [(3, 0)], 2: [(0, 1)], 3: [(3, 1)], 4: [(1, 2)], 5: [(3, 2), (1, 0)], 6: [(0, 2)], 7: [(3, 2)],
    8: [(2, 3)], 9: [(2, 0)], 10: [(0, 3), (2, 1)], 11: [(2, 1)], 12: [(1, 3)], 13: [(1, 0)], 14: [(0, 3)],
}  # fmt: skip


@dataclass(frozen=True)
class Layer:
    """A grid to outline at ``level``: curves within ``tolerance`` pixels, loops of at least ``least`` square pixels.

    ``size`` is what a pixel measures in the drawing. ``hole`` is the least of a hole, where that is another: what is
    left out of it is filled.
    """

    grid: NDArray[np.floating]
    size: float = 1.0
    level: float = 0.5
    tolerance: float = 1.2
    least: float = 20.0
    hole: float | None = None

    def shows(self, loop: Points) -> bool:
        """Whether a loop is large enough; a hole runs the other way round."""
        if len(loop) < 8:
            return False
        size = area(loop)
        least = self.least if size > 0 or self.hole is None else self.hole
        return abs(size) >= least


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
    inside = padded > level
    code = inside[:-1, :-1].astype(np.uint8) | inside[:-1, 1:] << 1 | inside[1:, 1:] << 2 | inside[1:, :-1] << 3
    width = padded.shape[1]
    rows, cols = np.nonzero((code != 0) & (code != 15))
    kinds, cells = code[rows, cols], rows * width + cols
    # an edge's number: twice its first pixel, plus 1 if it goes down
    edge = np.array([0, 2 + 1, 2 * width, 1])
    starts, ends = [], []
    for kind, pairs in _CROSSINGS.items():
        at = 2 * cells[kinds == kind]
        for enter, leave in pairs:
            starts.append(at + edge[enter])
            ends.append(at + edge[leave])
    start, end = np.concatenate(starts), np.concatenate(ends)
    order = np.argsort(start)
    edges = start[order]
    pixel, down = edges >> 1, edges & 1
    flat = padded.ravel()
    a = flat[pixel].astype(float)
    t = (level - a) / (flat[pixel + np.where(down, width, 1)] - a)
    points = np.stack([pixel % width + t * (1 - down) - 1 + left, pixel // width + t * down - 1 + top], 1)
    return [points[loop] for loop in _rounds(np.searchsorted(edges, end[order]).tolist())]


def _rounds(following: list[int]) -> list[list[int]]:
    """The rounds of things each of which is followed by one."""
    rounds, fresh = [], bytearray(b"\1" * len(following))
    for first in range(len(following)):
        current, found = first, []
        while fresh[current]:
            fresh[current] = 0
            found.append(current)
            current = following[current]
        if found:
            rounds.append(found)
    return rounds


def area(loop: Points) -> float:
    """The area inside a closed line, in square pixels; negative for a hole."""
    x, y = loop.T
    around = y[:-1] @ x[1:] - x[:-1] @ y[1:] + y[-1] * x[0] - x[-1] * y[0]
    return float(around) / 2


def trace(layers: Sequence[Layer]) -> list[str]:
    """The path data of each layer's outlines, empty where there is none."""
    lines: list[Points] = []
    owners: list[int] = []
    for number, layer in enumerate(layers):
        loops = [loop for loop in contours(layer.grid, layer.level) if layer.shows(loop)]
        lines += sorted(loops, key=lambda each: tuple(each.min(0)))
        owners += [number] * len(loops)
    paths = [""] * len(layers)
    if lines:
        spans, counts = cut(lines, np.array([layers[number].tolerance for number in owners]))
        curves = iter(fit(spans))
        for number, count in zip(owners, counts.tolist(), strict=True):
            paths[number] += path_data([c for _ in range(count) for c in next(curves)], layers[number].size)
    return paths


STRAIGHT = 1.5
"""Drawing units that a curve may bend and be written as a line."""


def path_data(curves: Sequence[Points], scale: float) -> str:
    """A closed path of cubics and lines in whole relative numbers, without rounding drift."""
    if not curves:
        return ""
    whole = np.rint((np.array(curves) + 0.5) * scale).astype(int)
    ways = whole[:, 1:] - whole[:, :1]
    ways = ways[ways.any((1, 2))]
    written, last = f"M{whole[0, 0, 0]} {whole[0, 0, 1]}", ""
    for way, straight in zip(ways.reshape(-1, 6).tolist(), _are_straight(ways).tolist(), strict=True):
        command, numbers = ("l", way[4:]) if straight else ("c", way)
        written += (command if command != last else " ") + " ".join(map(str, numbers))
        last = command
    return f"{written}z".replace(" -", "-") if last else ""


def _are_straight(ways: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which cubics, given by their control points from their start, are as good as lines."""
    ends = ways[:, 2].astype(float)
    length = np.maximum(np.hypot(*ends.T), 1e-9)[:, None]
    controls = ways[:, :2]
    aside = np.abs(controls[..., 0] * ends[:, None, 1] - controls[..., 1] * ends[:, None, 0]) / length
    along = (controls * ends[:, None]).sum(2) / length
    about = length + STRAIGHT >= np.hypot(*controls.T).T  # one that ends where it starts is a loop, not a point
    return ((aside <= STRAIGHT) & (along >= 0) & (along <= length) & about).all(1)
