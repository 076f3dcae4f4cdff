"""From grids to smooth outlines: curves fitted to their contours, short paths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.contours import contours
from unslouch.figure.curves import Points, fit
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
