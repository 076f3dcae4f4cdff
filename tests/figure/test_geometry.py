"""Rotations and frames."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unslouch.figure.geometry import (
    FORWARD,
    RIGHT,
    UP,
    axis_angle,
    ball_joint,
    between,
    frame,
    from_axis_angle,
    rotate_x,
    rotate_y,
    rotate_z,
    unit,
)

angle = st.floats(-179, 179)
small = st.floats(-80, 80)


def test_rotations_turn_the_way_they_say():
    assert np.allclose(rotate_z(90) @ FORWARD, UP)
    assert np.allclose(rotate_x(90) @ UP, RIGHT)
    assert np.allclose(rotate_y(90) @ RIGHT, FORWARD)


@given(angle, small, angle)
def test_axis_angle_is_undone(a, b, c):
    rotation = ball_joint(a, b, c)
    assert np.allclose(from_axis_angle(axis_angle(rotation)), rotation, atol=1e-5)


@given(angle, small, angle, st.floats(0, 1))
def test_between_is_a_rotation_and_keeps_its_ends(a, b, c, share):
    start, end = ball_joint(a, b, c), ball_joint(c / 2, -b, a / 2)
    middle = between(start, end, share)
    assert np.allclose(middle.T @ middle, np.eye(3), atol=1e-6)
    assert np.allclose(between(start, end, 0), start)
    assert np.allclose(between(start, end, 1), end, atol=1e-4)


vectors = st.tuples(*[st.floats(-10, 10)] * 3).map(np.array).filter(lambda v: np.linalg.norm(v) > 0.1)


@pytest.mark.long
@given(vectors, vectors)
def test_a_frame_is_right_handed_and_follows_its_long_axis(y, z):
    made = frame(y, z)
    assert np.isclose(np.linalg.det(made), 1)
    assert np.allclose(made[:, 1], unit(y))
