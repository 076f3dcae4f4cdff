"""From grids to smooth outlines: curves fitted to their contours, short paths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.contours import contours
from unslouch.figure.curves import Indices, Points, Vector, fit
from unslouch.figure.cut import cut


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
        spans, spans_of = cut(lines, np.array([layers[number].tolerance for number in owners]))
        curves, curves_of = fit(spans)
        counts = np.add.reduceat(curves_of, np.cumsum(spans_of) - spans_of)
        written = path_data(curves, counts, np.array([layers[number].size for number in owners]))
        for number, path in zip(owners, written, strict=True):
            paths[number] += path
    return paths


STRAIGHT = 1.5
"""Drawing units that a curve may bend and be written as a line."""


def path_data(curves: Points, counts: Indices, scale: Vector) -> list[str]:
    """Closed paths of cubics (k, 4, 2) and lines in whole relative numbers, without rounding drift.

    So many of the curves belong to each path, (n,), and are ``scale`` times as large in the drawing, (n,).
    """
    whole = np.rint((curves + 0.5) * np.repeat(scale, counts)[:, None, None]).astype(int)
    ways = whole[:, 1:] - whole[:, :1]
    steps = list(zip(_are_straight(ways).tolist(), ways.reshape(-1, 6).tolist(), strict=True))
    last = np.cumsum(counts)
    first = last - counts
    starts = whole[first, 0].tolist()
    return [_path(x, y, steps[i:j]) for (x, y), i, j in zip(starts, first.tolist(), last.tolist(), strict=True)]


def _path(x: int, y: int, steps: Sequence[tuple[bool, list[int]]]) -> str:
    """A path from its first point on; nothing if it does not go anywhere."""
    written, last = [], ""
    for straight, way in steps:
        if any(way):
            command, numbers = ("l", way[4:]) if straight else ("c", way)
            written += [command if command != last else " ", " ".join(map(str, numbers))]
            last = command
    return f"M{x} {y}{''.join(written)}z".replace(" -", "-") if last else ""


def _are_straight(ways: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which cubics, given by their control points from their start, are as good as lines."""
    controls, ends = ways[:, :2].astype(float), ways[:, 2:].astype(float)
    x, y, end_x, end_y = controls[..., 0], controls[..., 1], ends[..., 0], ends[..., 1]
    length = np.maximum(np.hypot(end_x, end_y), 1e-9)
    aside = np.abs(x * end_y - y * end_x) / length
    along = (x * end_x + y * end_y) / length
    about = length + STRAIGHT >= np.hypot(x, y)  # one that ends where it starts is a loop, not a point
    return ((aside <= STRAIGHT) & (along >= 0) & (along <= length) & about).all(1)
