"""How a limb gets to its goal: bones keep their length, and what is out of reach is told."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figure.figure_helpers import settled
from tests.helpers import often
from unslouch.figure.body import LANDMARKS, LENGTH, OTHER_SIDE
from unslouch.figure.language import FootPlacement, HandPlacement
from unslouch.figure.reach import Goal, landmark, on_body, reach, touched
from unslouch.figure.skeleton import neutral_skeleton


def test_out_of_reach_keeps_the_distance():
    body = neutral_skeleton()
    hip = body.point("right_thigh")
    _, short = reach(body, "right", "foot", Goal(hip + np.array([80.0, 0, 0]), None, None))
    assert short == pytest.approx(80 - (LENGTH["thigh"] + LENGTH["shank"]), abs=0.05)


@often(0.6)
@given(st.floats(-25, 35), st.floats(-45, -25), st.floats(-5, 20))
def test_reaching_keeps_bones_and_gets_there(x, y, z):
    body = neutral_skeleton()
    target = body.point("right_thigh") + np.array([x, y, z])
    distance = np.linalg.norm([x, y, z])
    solved, short = reach(body, "right", "foot", Goal(target, None, None))
    thigh = solved.point("right_shank") - solved.point("right_thigh")
    assert np.linalg.norm(thigh) == pytest.approx(LENGTH["thigh"])
    if distance < LENGTH["thigh"] + LENGTH["shank"] - 0.1:
        assert short == pytest.approx(0, abs=1e-9)
        assert np.allclose(solved.point("right_foot"), target, atol=1e-6)


def test_only_what_touches_the_body_is_on_it():
    for nowhere in (None, HandPlacement(), FootPlacement(touches="floor")):
        assert touched(nowhere) is None
        assert not on_body(nowhere)
    assert touched(HandPlacement(touches="left knee")) == "left knee"


@pytest.mark.parametrize("name", LANDMARKS)
def test_a_place_of_one_side_is_the_mirror_image_of_the_others(name):
    body = neutral_skeleton()
    right, left = (landmark(body, side, name.format("")) for side in OTHER_SIDE)
    for ours, theirs in zip(right, left, strict=True):
        assert np.abs(ours) == pytest.approx(np.abs(theirs), abs=1e-9)
    assert np.linalg.norm(right[1:], axis=1) == pytest.approx([1, 1])


def test_a_place_may_be_the_other_sides():
    body = neutral_skeleton()
    assert (landmark(body, "right", "left knee")[0] == landmark(body, "left", "knee")[0]).all()


def test_a_knee_follows_the_toes():
    ahead, aside = (
        settled(feet={"at": {"out": 12}, "turned_out": out}, shift={"up": -20}).skeleton.point("right_shank")
        for out in (0, 40)
    )
    assert aside[2] > ahead[2]
