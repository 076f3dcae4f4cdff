"""Outlines."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import often
from unslouch.figure.contours import contours
from unslouch.figure.curves import Spans, fit
from unslouch.figure.cut import Loops, cut
from unslouch.figure.trace import Layer, area, path_data, trace


def disc(radius=20.0, size=60):
    y, x = np.mgrid[:size, :size]
    return radius - np.hypot(x - size / 2 + 0.5, y - size / 2 + 0.5)


def square(side=30, size=60):
    grid = np.zeros((size, size))
    grid[15 : 15 + side, 15 : 15 + side] = 1
    return grid


def test_the_contour_of_a_disc_is_a_circle():
    (loop,) = contours(disc(), 0)
    radius = np.hypot(*(loop - 29.5).T)
    assert abs(radius - 20).max() < 0.05
    assert area(loop) == pytest.approx(np.pi * 400, rel=0.01)


def test_outlines_close_even_at_the_edge():
    (loop,) = contours(np.ones((10, 12)), 0.5)
    assert np.linalg.norm(loop[0] - loop[-1]) < 2
    assert area(loop) > 100


@often(0.4)
@given(st.integers(0, 10_000))
def test_every_contour_is_a_closed_loop(seed):
    grid = np.random.default_rng(seed).random((20, 20))
    for loop in contours(grid, 0.5):
        steps = np.linalg.norm(np.diff(np.vstack([loop, loop[:1]]), axis=0), axis=1)
        assert steps.max() < 1.5


def test_a_square_has_four_corners_and_a_disc_none():
    assert len(Loops(contours(square())).corners()) == 4
    assert len(Loops(contours(disc(), 0)).corners()) == 0


def points_of(path: str):
    """Sampled points of a path made of M and relative c."""
    numbers = [int(n) for n in re.findall(r"-?\d+", path)]
    here, samples = np.array(numbers[:2], float), []
    for i in range(2, len(numbers), 6):
        controls = np.vstack([here, here + np.array(numbers[i : i + 6]).reshape(3, 2)])
        for t in np.linspace(0, 1, 12):
            w = np.array([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3])
            samples.append(w @ controls)
        here = controls[3]
    return np.array(samples), here, np.array(numbers[:2])


@pytest.mark.parametrize("tolerance", [0.5, 1.0, 2.0])
def test_the_curves_stay_within_tolerance(tolerance):
    (path,) = trace([Layer(disc(), 10, level=0, tolerance=tolerance)])
    samples, _, _ = points_of(path)
    radius = np.hypot(*(samples - 300).T) / 10
    assert abs(radius - 20).max() < tolerance + 0.15


def test_paths_close_where_they_began():
    for path in trace([Layer(disc(), 10, level=0), Layer(square(), 10)]):
        assert path.endswith("z")
        _, end, start = points_of(path)
        assert np.abs(end - start).max() <= 1


def test_a_loop_of_one_curve_is_no_point():
    """It ends where it starts: taken for a straight line it was a shoe that was not drawn."""
    (path,) = path_data(np.array([[(0, 0), (30, 70), (60, -50), (0, 0)]], float), np.ones(1, int), np.ones(1))
    assert "c" in path


def test_a_circle_takes_few_curves():
    (path,) = trace([Layer(disc(), 10, level=0, tolerance=1)])
    assert path.count(" ") + path.count("-") < 60


def test_small_specks_are_left_out_and_nothing_gives_nothing():
    grid = np.zeros((30, 30))
    grid[5:8, 5:8] = 1
    assert trace([Layer(grid, least=30), Layer(np.zeros((8, 8)))]) == ["", ""]


def spans(*lines):
    """Points of each line and its tangents at either end, to be fitted within half a pixel."""
    points, start, end = zip(*lines, strict=True)
    sizes = np.array([len(each) for each in points])
    return Spans(np.concatenate(points).T, sizes, np.array(start).T, np.array(end).T, np.full(len(lines), 0.5))


def test_lines_are_cut_alike_alone_or_together():
    lines = [contours(square())[0], contours(disc(), 0)[0], contours(square())[0] + 3.0]
    (together, counts), alone = cut(lines, np.ones(3)), [cut([line], np.ones(1))[0] for line in lines]
    assert counts.tolist() == [4, 2, 4]
    for column, each in zip(together, zip(*alone, strict=True), strict=True):
        assert np.array_equal(column, np.concatenate(each, -1))


def test_a_straight_span_is_one_curve():
    line = np.stack([np.arange(50.0), np.zeros(50)], 1)
    curves, counts = fit(spans((line, (1.0, 0), (-1.0, 0))))
    assert counts.tolist() == [1]
    assert path_data(curves, counts, np.ones(1)) == ["M0 0l50 0z"]


def test_spans_are_fitted_alike_alone_or_together():
    (loop,) = contours(disc(), 0)
    lines = [(loop[:40], (0.0, 1), (0.0, 1)), (loop[30:80], (1.0, 0), (1.0, 0))]
    (together, counts), alone = fit(spans(*lines)), [fit(spans(line)) for line in lines]
    assert counts.tolist() == [len(curves) for curves, _ in alone]
    assert np.allclose(together, np.concatenate([curves for curves, _ in alone]))


def test_a_hole_may_be_smaller_than_what_is_left_out_as_a_speck():
    """A small gap in ink stays open: it is no black blob."""
    grid = square()
    grid[25:30, 25:30] = 0
    assert area(contours(grid, 0.5)[0]) * area(contours(grid, 0.5)[1]) < 0
    filled, open_ = trace([Layer(grid, least=50), Layer(grid, least=50, hole=10)])
    assert filled.count("M") == 1
    assert open_.count("M") == 2
