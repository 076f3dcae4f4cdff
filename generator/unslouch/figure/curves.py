"""Curves through lines of points: Schneider's fit, all lines at once.

Each round fits a cubic to every open span at once (sums per span by ``reduceat``) and halves those that miss.
That is what makes it fast in numpy; the result is Schneider's ("An Algorithm for Automatically Fitting Digitized
Curves", Graphics Gems, 1990) curve by curve.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""(…, 2)"""
Vector = NDArray[np.float64]
Indices = NDArray[np.int64]

ROUNDS = 12
"""Halvings after which a span is taken as it is."""


class Spans(NamedTuple):
    """Lines to be fitted, in pixels."""

    points: Points
    """(m, 2): the samples of one line after those of the other."""
    sizes: Indices
    """(n,): how many each line has."""
    start: Points
    """(n, 2): the unit tangent at either end of each, pointing inward."""
    end: Points
    tolerance: Vector
    """(n,)"""


def fit(spans: Spans) -> list[list[Points]]:
    """Cubics through each line, as lists of (4, 2) control points."""
    points, sizes, tolerance = spans.points, spans.sizes, spans.tolerance
    first = np.cumsum(sizes) - sizes
    steps = np.sqrt((np.diff(points, axis=0) ** 2).sum(1))
    arc = np.concatenate([[0], np.cumsum(steps)])
    done: list[list[tuple[int, Points]]] = [[] for _ in sizes]
    owner = np.arange(len(sizes))
    low, high = first, first + sizes - 1
    tangents = spans.start, spans.end
    for round_ in range(ROUNDS + 1):
        curves, error, worst = _fit_round(_Open(points, arc, low, high, *tangents), tolerance[owner])
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


class _Open:
    """The n spans of a round and their m samples, one span's after the other's."""

    def __init__(self, points: Points, arc: Vector, low: Indices, high: Indices, start: Points, end: Points) -> None:
        """Spans run from sample ``low`` to ``high`` (n,) of all ``points``; ``arc`` is the way along those so far."""
        counts = high - low + 1
        self.low = low
        self.begins: Indices = np.concatenate([[0], np.cumsum(counts)[:-1]])
        """(n,): where each span's samples begin."""
        self.span: Indices = np.repeat(np.arange(len(low)), counts)
        """(m,): the span of each sample."""
        self.index: Indices = np.arange(len(self.span)) - self.begins[self.span] + low[self.span]
        """(m,): the number of each sample among all points."""
        self.samples = points[self.index]
        """(m, 2)"""
        self.length: Vector = np.maximum(arc[high] - arc[low], 1e-9)
        """(n,): along the samples."""
        self.along: Vector = (arc[self.index] - arc[low][self.span]) / self.length[self.span]
        """(m,): the share of its span's length at which each sample is, from 0 to 1."""
        self.p0, self.p3 = points[low], points[high]
        """(n, 2): the ends of each span."""
        self.start, self.end = start, end
        """(n, 2): the tangents there."""


def _fit_round(spans: _Open, tolerance: Vector) -> tuple[Points, Vector, Indices]:
    """One least-squares cubic a span, improved by Newton's steps: control points (n, 4, 2), worst squared error
    (n,) and the number of the sample where it is (n,)."""
    u = spans.along
    best_error = np.full(len(spans.low), np.inf)
    best = np.zeros((len(spans.low), 4, 2))
    best_worst = spans.low.copy()
    for attempt in range(3):
        curve = _least_squares(spans, u)
        off = _off(spans, curve, u)
        error = (off * off).sum(1)
        most = np.maximum.reduceat(error, spans.begins)
        is_most = np.flatnonzero(error == most[spans.span])
        worst = spans.low.copy()
        worst[spans.span[is_most]] = spans.index[is_most]
        better = most < best_error
        best[better] = curve[better]
        best_error, best_worst = np.where(better, most, best_error), np.where(better, worst, best_worst)
        hopeful = (best_error > tolerance**2) & (best_error < 16 * tolerance**2)
        if attempt == 2 or not hopeful.any():
            break
        u = _newton(spans, curve, off, u)
    return best, best_error, best_worst


def _bernstein(u: Vector) -> tuple[Vector, Vector, Vector, Vector]:
    """How much each control point of a cubic counts at shares of its way."""
    v = 1 - u
    return v * v * v, 3 * u * v * v, 3 * u * u * v, u * u * u


def _least_squares(spans: _Open, u: Vector) -> Points:
    """For each span the cubic (n, 4, 2) along its tangents nearest to its samples, which are at shares ``u`` (m,)."""
    b0, b1, b2, b3 = _bernstein(u)
    span, p0, p3 = spans.span, spans.p0, spans.p3
    rest = spans.samples - (b0 + b1)[:, None] * p0[span] - (b2 + b3)[:, None] * p3[span]
    on1, on2 = (spans.start[span] * rest).sum(1), (spans.end[span] * rest).sum(1)
    a11, a22, a12, x1, x2 = (
        np.add.reduceat(term, spans.begins) for term in (b1 * b1, b2 * b2, b1 * b2, b1 * on1, b2 * on2)
    )
    a12 = a12 * (spans.start * spans.end).sum(1)
    det = a11 * a22 - a12 * a12
    safe = np.where(np.abs(det) > 1e-9, det, 1)
    alpha1, alpha2 = (x1 * a22 - x2 * a12) / safe, (a11 * x2 - a12 * x1) / safe
    wild = (
        (np.abs(det) <= 1e-9)
        | (np.minimum(alpha1, alpha2) < 1e-3 * spans.length)
        | (np.maximum(alpha1, alpha2) > 2 * spans.length)
    )
    third = np.sqrt(((p3 - p0) ** 2).sum(1)) / 3
    alpha1, alpha2 = np.where(wild, third, alpha1), np.where(wild, third, alpha2)
    return np.stack([p0, p0 + alpha1[:, None] * spans.start, p3 + alpha2[:, None] * spans.end, p3], 1)


def _off(spans: _Open, curve: Points, u: Vector) -> Points:
    """From each sample to its place on its span's curve: (m, 2)."""
    b0, b1, b2, b3 = (b[:, None] for b in _bernstein(u))
    p0, p1, p2, p3 = (curve[:, i][spans.span] for i in range(4))
    return b0 * p0 + b1 * p1 + b2 * p2 + b3 * p3 - spans.samples


def _newton(spans: _Open, curve: Points, off: Points, u: Vector) -> Vector:
    """Shares (m,) at which the samples are nearer to the curve."""
    p0, p1, p2, p3 = (curve[:, i] for i in range(4))
    span, v = spans.span, 1 - u
    d1 = 3 * (
        (v * v)[:, None] * (p1 - p0)[span] + (2 * u * v)[:, None] * (p2 - p1)[span] + (u * u)[:, None] * (p3 - p2)[span]
    )
    d2 = 6 * (v[:, None] * (p2 - 2 * p1 + p0)[span] + u[:, None] * (p3 - 2 * p2 + p1)[span])
    slope = (d1 * d1).sum(1) + (off * d2).sum(1)
    return np.clip(u - (off * d1).sum(1) / np.where(np.abs(slope) < 1e-9, 1, slope), 0, 1)
