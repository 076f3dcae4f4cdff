"""From grids to smooth outlines: marching squares, Schneider's curve fit, short paths.

All outlines of a drawing are fitted together: each round fits a cubic to every open span
at once (sums per span by ``reduceat``) and halves those that miss. That is what makes it
fast in numpy; the result is Schneider's ("An Algorithm for Automatically Fitting Digitized
Curves", Graphics Gems, 1990) curve by curve.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

# For the 16 patterns of a cell's corners (1 top left, 2 top right, 4 bottom right, 8 bottom left):
# the edges (0 top, 1 right, 2 bottom, 3 left) where the line enters and leaves, inside on its left.
_CROSSINGS = {
    1: [(3, 0)], 2: [(0, 1)], 3: [(3, 1)], 4: [(1, 2)], 5: [(3, 2), (1, 0)], 6: [(0, 2)], 7: [(3, 2)],
    8: [(2, 3)], 9: [(2, 0)], 10: [(0, 3), (2, 1)], 11: [(2, 1)], 12: [(1, 3)], 13: [(1, 0)], 14: [(0, 3)],
}  # fmt: skip
CORNER = 50.0
"""Degrees of turn that make a corner."""
CORNER_SPAN = 4
"""Samples on either side over which a turn is measured."""
ROUNDS = 12
"""Halvings after which a span is taken as it is."""


@dataclass(frozen=True)
class Layer:
    """A grid to outline at ``level``: curves within ``tolerance`` pixels, loops of at least ``least`` square pixels.

    ``size`` is what a pixel measures in the drawing.
    """

    grid: NDArray
    size: float = 1.0
    level: float = 0.5
    tolerance: float = 1.2
    least: float = 20.0


def contours(grid: NDArray, level: float = 0.5) -> list[Points]:
    """The closed lines where a grid crosses ``level``, as (n, 2) of x, y in pixels (whole numbers at their centres)."""
    above = grid > level
    rows, cols = np.flatnonzero(above.any(1)), np.flatnonzero(above.any(0))
    if not len(rows):
        return []
    top, left = max(rows[0] - 1, 0), max(cols[0] - 1, 0)  # a line lies within a pixel of what is inside
    padded = np.pad(grid[top : rows[-1] + 2, left : cols[-1] + 2], 1, constant_values=min(0.0, level - 1.0))
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
    following = dict(zip(np.concatenate(starts).tolist(), np.concatenate(ends).tolist(), strict=True))
    flat = padded.ravel()
    loops = []
    while following:
        start, current = following.popitem()
        loop = [start]
        while current != start:
            loop.append(current)
            current = following.pop(current)
        edges = np.array(loop)
        pixel, down = edges >> 1, edges & 1
        a = flat[pixel].astype(float)
        b = flat[pixel + np.where(down, width, 1)]
        t = (level - a) / (b - a)
        loops.append(np.stack([pixel % width + t * (1 - down) - 1 + left, pixel // width + t * down - 1 + top], 1))
    return loops


def area(loop: Points) -> float:
    """The area inside a closed line, in square pixels."""
    x, y = loop.T
    return abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2


def corners(loop: Points) -> NDArray[np.int64]:
    """Where a closed line turns sharply: the sharpest sample of each turn over ``CORNER``."""
    wrapped = np.concatenate([loop[-CORNER_SPAN:], loop, loop[:CORNER_SPAN]])
    before, after = loop - wrapped[: -2 * CORNER_SPAN], wrapped[2 * CORNER_SPAN :] - loop
    sine = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    turn = np.abs(np.degrees(np.arctan2(sine, (before * after).sum(1))))
    if turn.max() <= CORNER:
        return np.zeros(0, int)
    around = np.concatenate([turn[-CORNER_SPAN:], turn, turn[:CORNER_SPAN]])
    peak = np.lib.stride_tricks.sliding_window_view(around, 2 * CORNER_SPAN + 1).max(1)
    found = np.flatnonzero((turn > CORNER) & (turn >= peak))
    if len(found) > 1:
        found = found[np.diff(found, prepend=found[-1] - len(loop)) > CORNER_SPAN]
    return found


def fit(spans: Sequence[tuple[Points, NDArray, NDArray, float]]) -> list[list[Points]]:
    """Cubics through each span (points, unit tangent at either end pointing inward, tolerance): lists of (4, 2)."""
    if not spans:
        return []
    sizes = np.array([len(s[0]) for s in spans])
    first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    points = np.concatenate([s[0] for s in spans])
    steps = np.sqrt((np.diff(points, axis=0) ** 2).sum(1))
    arc = np.concatenate([[0], np.cumsum(steps)])
    done: list[list[tuple[int, Points]]] = [[] for _ in spans]
    owner = np.arange(len(spans))
    low, high = first, first + sizes - 1
    tangents = np.array([s[1] for s in spans]), np.array([s[2] for s in spans])
    tolerance = np.array([s[3] for s in spans])
    for round_ in range(ROUNDS + 1):
        curves, error, worst = _fit_round(points, arc, low, high, *tangents, tolerance[owner])
        good = (error <= tolerance[owner] ** 2) | (high - low <= 2) | (round_ == ROUNDS)
        for i in np.flatnonzero(good).tolist():
            done[owner[i]].append((int(low[i]), curves[i]))
        rest = np.flatnonzero(~good)
        if not len(rest):
            break
        split = np.clip(worst[rest], low[rest] + 1, high[rest] - 1)
        reach = np.minimum(3, np.minimum(split - low[rest], high[rest] - split))
        middle = points[split - reach] - points[split + reach]
        middle /= np.maximum(np.sqrt((middle**2).sum(1, keepdims=True)), 1e-9)
        owner = np.concatenate([owner[rest], owner[rest]])
        tangents = np.concatenate([tangents[0][rest], -middle]), np.concatenate([middle, tangents[1][rest]])
        low, high = np.concatenate([low[rest], split]), np.concatenate([split, high[rest]])
    return [[curve for _, curve in sorted(found, key=lambda pair: pair[0])] for found in done]


def _fit_round(points, arc, low, high, start_tangent, end_tangent, tolerance):
    """One least-squares cubic a span, improved by Newton's steps: control points, worst squared error and where."""
    counts = high - low + 1
    begins = np.concatenate([[0], np.cumsum(counts)[:-1]])
    span = np.repeat(np.arange(len(low)), counts)
    index = np.arange(len(span)) - begins[span] + low[span]
    p = points[index]
    length = np.maximum(arc[high] - arc[low], 1e-9)
    u = (arc[index] - arc[low][span]) / length[span]
    p0, p3 = points[low], points[high]
    chord = np.sqrt(((p3 - p0) ** 2).sum(1))
    t1, t2 = start_tangent[span], end_tangent[span]
    cross = (start_tangent * end_tangent).sum(1)
    best_error = np.full(len(low), np.inf)
    best = np.zeros((len(low), 4, 2))
    best_worst = low.copy()
    for attempt in range(3):
        v = 1 - u
        b0, b1, b2, b3 = v * v * v, 3 * u * v * v, 3 * u * u * v, u * u * u
        rest = p - (b0 + b1)[:, None] * p0[span] - (b2 + b3)[:, None] * p3[span]
        on1, on2 = (t1 * rest).sum(1), (t2 * rest).sum(1)
        a11, a22, a12, x1, x2 = (
            np.add.reduceat(term, begins) for term in (b1 * b1, b2 * b2, b1 * b2, b1 * on1, b2 * on2)
        )
        a12 = a12 * cross
        det = a11 * a22 - a12 * a12
        safe = np.where(np.abs(det) > 1e-9, det, 1)
        alpha1, alpha2 = (x1 * a22 - x2 * a12) / safe, (a11 * x2 - a12 * x1) / safe
        wild = (
            (np.abs(det) <= 1e-9)
            | (np.minimum(alpha1, alpha2) < 1e-3 * length)
            | (np.maximum(alpha1, alpha2) > 2 * length)
        )
        alpha1, alpha2 = np.where(wild, chord / 3, alpha1), np.where(wild, chord / 3, alpha2)
        p1, p2 = p0 + alpha1[:, None] * start_tangent, p3 + alpha2[:, None] * end_tangent
        curve = np.stack([p0, p1, p2, p3], 1)
        off = b0[:, None] * p0[span] + b1[:, None] * p1[span] + b2[:, None] * p2[span] + b3[:, None] * p3[span] - p
        error = (off * off).sum(1)
        most = np.maximum.reduceat(error, begins)
        is_most = np.flatnonzero(error == most[span])
        worst = low.copy()
        worst[span[is_most]] = index[is_most]
        better = most < best_error
        best_error, best[better], best_worst = (
            np.where(better, most, best_error),
            curve[better],
            np.where(better, worst, best_worst),
        )
        hopeful = (best_error > tolerance**2) & (best_error < 16 * tolerance**2)
        if attempt == 2 or not hopeful.any():
            break
        d1 = 3 * (
            (v * v)[:, None] * (p1 - p0)[span]
            + (2 * u * v)[:, None] * (p2 - p1)[span]
            + (u * u)[:, None] * (p3 - p2)[span]
        )
        d2 = 6 * (v[:, None] * (p2 - 2 * p1 + p0)[span] + u[:, None] * (p3 - 2 * p2 + p1)[span])
        slope = (d1 * d1).sum(1) + (off * d2).sum(1)
        u = np.clip(u - (off * d1).sum(1) / np.where(np.abs(slope) < 1e-9, 1, slope), 0, 1)
    return best, best_error, best_worst


def _spans(loop: Points, tolerance: float) -> list[tuple[Points, NDArray, NDArray, float]]:
    """A closed line cut at its corners (or, when it has none, in two smooth halves)."""
    marks = corners(loop)
    n = len(loop)
    smooth = not len(marks)
    if smooth:
        marks = np.array([0, n // 2])
    spans = []
    for i, j in zip(marks, [*marks[1:], marks[0] + n], strict=True):
        piece = loop[np.arange(i, j + 1) % n]
        reach = min(3, len(piece) - 1)
        if smooth:
            start, end = loop[(i + 3) % n] - loop[i - 3], loop[(j - 3) % n] - loop[(j + 3) % n]
        else:
            start, end = piece[reach] - piece[0], piece[-1 - reach] - piece[-1]
        spans.append((_thinned(piece), _unit(start), _unit(end), tolerance))
    return spans


def _thinned(piece: Points) -> Points:
    """Every second sample, and both ends: enough for a curve, and twice as fast."""
    return piece if len(piece) < 12 else np.concatenate([piece[:-1:2], piece[-1:]])


def _unit(v: NDArray) -> NDArray:
    """A direction with length 1."""
    return v / max(float(np.sqrt(v @ v)), 1e-9)


def trace(layers: Sequence[Layer]) -> list[str]:
    """The path data of each layer's outlines, empty where there is none."""
    spans, shapes = [], []
    for number, layer in enumerate(layers):
        loops = [loop for loop in contours(layer.grid, layer.level) if len(loop) >= 8 and area(loop) >= layer.least]
        for loop in sorted(loops, key=lambda each: tuple(each.min(0))):
            own = _spans(loop, layer.tolerance)
            shapes.append((number, len(spans), len(spans) + len(own)))
            spans += own
    curves = fit(spans)
    paths = [""] * len(layers)
    for number, begin, end in shapes:
        paths[number] += path_data([c for s in curves[begin:end] for c in s], layers[number].size)
    return paths


STRAIGHT = 1.5
"""Drawing units that a curve may bend and be written as a line."""


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
    return ((aside <= STRAIGHT) & (along >= 0) & (along <= length)).all(1)
