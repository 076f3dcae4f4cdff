"""Curves through lines of points: Schneider's fit, all lines at once.

Each round fits a cubic to every open span at once (sums per span by ``reduceat``) and halves those that miss.
That is what makes it fast in numpy; the result is Schneider's ("An Algorithm for Automatically Fitting Digitized
Curves", Graphics Gems, 1990) curve by curve.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""(…, 2)"""
Ways = NDArray[np.float64]
"""(2, …): places or directions, all X before all Y."""
Vector = NDArray[np.float64]
Indices = NDArray[np.int64]

ROUNDS = 12
"""Halvings after which a span is taken as it is."""


class Spans(NamedTuple):
    """Lines to be fitted, in pixels."""

    points: Ways
    """(2, m): the samples of one line after those of the other."""
    sizes: Indices
    """(n,): how many each line has."""
    start: Ways
    """(2, n): the unit tangent at either end of each, pointing inward."""
    end: Ways
    tolerance: Vector
    """(n,)"""


def fit(spans: Spans) -> tuple[Points, Indices]:
    """Cubics through each line, (k, 4, 2), those of one line after those of the other; and how many each line has."""
    points, sizes, tolerance = spans.points, spans.sizes, spans.tolerance
    first = np.cumsum(sizes) - sizes
    arc = np.concatenate([[0], np.cumsum(lengths(np.diff(points)))])
    low, high, start, end = first, first + sizes - 1, spans.start, spans.end
    found: list[Points] = []
    begins: list[Indices] = []
    for round_ in range(ROUNDS + 1):
        curves, error, worst = _fit_round(_Open(points, arc, low, high, start, end), tolerance)
        good = (error <= tolerance**2) | (high - low <= 2) | (round_ == ROUNDS)
        found.append(curves[..., good])
        begins.append(low[good])
        rest = np.flatnonzero(~good)
        if not len(rest):
            break
        low, high, start, end, tolerance = low[rest], high[rest], start[:, rest], end[:, rest], tolerance[rest]
        split = np.clip(worst[rest], low + 1, high - 1)
        reach = np.minimum(3, np.minimum(split - low, high - split))
        middle = points[:, split - reach] - points[:, split + reach]
        middle /= np.maximum(lengths(middle), 1e-9)
        start, end = np.concatenate([start, -middle], 1), np.concatenate([middle, end], 1)
        low, high = np.concatenate([low, split]), np.concatenate([split, high])
        tolerance = np.tile(tolerance, 2)
    begin = np.concatenate(begins)
    order = np.argsort(begin)  # a line's samples stand before those of the next
    counts = np.diff(np.searchsorted(begin[order], first), append=len(begin))
    return np.concatenate(found, -1)[..., order].transpose(2, 0, 1), counts


def _dot(one: Ways, other: Ways) -> Vector:
    """The scalar products of directions (2, m)."""
    return one[0] * other[0] + one[1] * other[1]


def lengths(ways: Ways) -> Vector:
    """How long directions (2, m) are."""
    return np.sqrt(_dot(ways, ways))


class _Open:
    """The n spans of a round and their m samples, one span's after the other's.

    Of places and directions all X stand before all Y, (2, m): numpy is several times as fast along long rows.
    """

    def __init__(self, points: Ways, arc: Vector, low: Indices, high: Indices, start: Ways, end: Ways) -> None:
        """Spans run from sample ``low`` to ``high`` (n,) of all ``points``; ``arc`` is the way along those so far."""
        counts = high - low + 1
        self.low = low
        self.begins: Indices = np.concatenate([[0], np.cumsum(counts)[:-1]])
        """(n,): where each span's samples begin."""
        self.span: Indices = np.repeat(np.arange(len(low)), counts)
        """(m,): the span of each sample."""
        self.index: Indices = np.arange(len(self.span)) + np.take(low - self.begins, self.span)
        """(m,): the number of each sample among all points."""
        self.samples = np.take(points, self.index, 1)
        """(2, m)"""
        self.length: Vector = np.maximum(arc[high] - arc[low], 1e-9)
        """(n,): along the samples."""
        self.along: Vector = (arc[self.index] - self.of(arc[low])) / self.of(self.length)
        """(m,): the share of its span's length at which each sample is, from 0 to 1."""
        self.p0, self.p3 = points[:, low], points[:, high]
        """(2, n): the ends of each span."""
        self.start, self.end = start, end
        """(2, n): the tangents there."""
        self.p0_of, self.p3_of, self.start_of, self.end_of = map(self.of, (self.p0, self.p3, start, end))
        """(2, m): the same for each sample."""

    def of(self, values: Vector) -> Vector:
        """(…, m): for each sample that of its span, of (…, n)."""
        return np.take(values, self.span, -1)


def _fit_round(spans: _Open, tolerance: Vector) -> tuple[Points, Vector, Indices]:
    """One least-squares cubic a span, improved by Newton's steps: control points (4, 2, n), worst squared error
    (n,) and the number of the sample where it is (n,)."""
    u = spans.along
    best_error = np.full(len(spans.low), np.inf)
    best = np.zeros((4, 2, len(spans.low)))
    best_worst = spans.low.copy()
    for attempt in range(3):
        shares = _bernstein(u)
        curve = _least_squares(spans, shares)
        off, controls = _off(spans, curve, shares)
        error = _dot(off, off)
        most = np.maximum.reduceat(error, spans.begins)
        is_most = np.flatnonzero(error == spans.of(most))
        worst = spans.low.copy()
        worst[spans.span[is_most]] = spans.index[is_most]
        better = most < best_error
        best = np.where(better, curve, best)
        best_error, best_worst = np.where(better, most, best_error), np.where(better, worst, best_worst)
        hopeful = (best_error > tolerance**2) & (best_error < 16 * tolerance**2)
        if attempt == 2 or not hopeful.any():
            break
        u = _newton(controls, off, u)
    return best, best_error, best_worst


def _bernstein(u: Vector) -> tuple[Vector, Vector, Vector, Vector]:
    """How much each control point of a cubic counts at shares of its way."""
    v = 1 - u
    return v * v * v, 3 * u * v * v, 3 * u * u * v, u * u * u


def _least_squares(spans: _Open, shares: Sequence[Vector]) -> Points:
    """For each span the cubic (4, 2, n) along its tangents nearest to its samples, of which ``shares`` (m,) say where."""
    b0, b1, b2, b3 = shares
    p0, p3 = spans.p0, spans.p3
    rest = spans.samples - (b0 + b1) * spans.p0_of - (b2 + b3) * spans.p3_of
    on1, on2 = _dot(spans.start_of, rest), _dot(spans.end_of, rest)
    a11, a22, a12, x1, x2 = (
        np.add.reduceat(term, spans.begins) for term in (b1 * b1, b2 * b2, b1 * b2, b1 * on1, b2 * on2)
    )
    a12 = a12 * _dot(spans.start, spans.end)
    det = a11 * a22 - a12 * a12
    safe = np.where(np.abs(det) > 1e-9, det, 1)
    alpha1, alpha2 = (x1 * a22 - x2 * a12) / safe, (a11 * x2 - a12 * x1) / safe
    wild = (
        (np.abs(det) <= 1e-9)
        | (np.minimum(alpha1, alpha2) < 1e-3 * spans.length)
        | (np.maximum(alpha1, alpha2) > 2 * spans.length)
    )
    third = lengths(p3 - p0) / 3
    alpha1, alpha2 = np.where(wild, third, alpha1), np.where(wild, third, alpha2)
    return np.array([p0, p0 + alpha1 * spans.start, p3 + alpha2 * spans.end, p3])


def _off(spans: _Open, curve: Points, shares: Sequence[Vector]) -> tuple[Ways, Sequence[Ways]]:
    """From each sample to its place on its span's curve, (2, m); and that curve's control points."""
    b0, b1, b2, b3 = shares
    p0, p1, p2, p3 = spans.p0_of, spans.of(curve[1]), spans.of(curve[2]), spans.p3_of
    return b0 * p0 + b1 * p1 + b2 * p2 + b3 * p3 - spans.samples, (p0, p1, p2, p3)


def _newton(controls: Sequence[Ways], off: Ways, u: Vector) -> Vector:
    """Shares (m,) at which the samples are nearer to their curves, of which ``controls`` (2, m) are the points."""
    p0, p1, p2, p3 = controls
    v = 1 - u
    d1 = 3 * ((v * v) * (p1 - p0) + (2 * u * v) * (p2 - p1) + (u * u) * (p3 - p2))
    d2 = 6 * (v * (p2 - 2 * p1 + p0) + u * (p3 - 2 * p2 + p1))
    slope = _dot(d1, d1) + _dot(off, d2)
    return np.clip(u - _dot(off, d1) / np.where(np.abs(slope) < 1e-9, 1, slope), 0, 1)
