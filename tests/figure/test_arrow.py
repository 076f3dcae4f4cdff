"""The movement arrow: long enough to read, and off the body."""

import numpy as np
import pytest

from tests.figure.figure_helpers import settled
from unslouch.figure.arrow import SHORTEST, head, lengths, placed, readable, resampled, way
from unslouch.figure.depth import camera
from unslouch.figure.flesh import flesh
from unslouch.figure.language import Arrow


def test_an_arrow_is_long_enough_and_off_the_body():
    start, end = settled(base="hands-and-knees"), settled(base="hands-and-knees", right_hip={"abduction": 12})
    view = camera(40, 10)
    cloud = flesh(end.skeleton)
    line = placed(Arrow(follows="right knee"), start, end, cloud, view)
    assert lengths(line)[-1] == pytest.approx(SHORTEST)
    flat = (cloud.centres @ view.T)[:, :2]
    distance = np.linalg.norm(flat[None] - line[:, None], axis=2) - cloud.radii[None]
    assert distance.min() > 2.5


def test_the_way_of_a_part_goes_from_one_pose_to_the_other():
    start, end = settled(base="standing"), settled(base="standing", right_hip=40, right_knee=60)
    for straight in (True, False):
        line = way(Arrow(follows="right knee", straight=straight), start, end, np.eye(3))
        assert line[0] == pytest.approx(start.part("right knee")[:2])
        assert line[-1] == pytest.approx(end.part("right knee")[:2])


def test_a_way_of_nothing_is_an_arrow_all_the_same():
    body = flesh(settled(base="standing").skeleton).flat(camera(0, 0))
    assert lengths(readable(np.zeros((2, 2)), body))[-1] == pytest.approx(SHORTEST)


def test_points_at_even_steps_keep_the_ends():
    corner = np.array([[0, 0], [3, 0], [3, 4.0]])
    steps = resampled(corner, 0, 7, 8)
    assert np.diff(lengths(steps)) == pytest.approx(np.ones(7))
    assert (steps[0] == corner[0]).all()
    assert (steps[-1] == corner[-1]).all()


def test_the_head_points_where_the_line_goes():
    tip, one, other = head(np.array([[0, 0], [0, 9.0]]))
    assert tip[1] > 9 > one[1] == other[1]
    assert one[0] == -other[0] != 0
