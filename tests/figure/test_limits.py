"""Ranges of motion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unslouch.figure.limits import RANGES, check


def test_a_usual_angle_is_fine():
    assert check("knee", "flexion", 90) is None


def test_an_impossible_angle_names_joint_angle_and_limit():
    excess = check("hip", "flexion", 170, name="right hip")
    assert excess.message == "right hip: 170° of flexion is more than the joint allows (150°)"
    assert "AAOS gives 120°" in excess.hint


def test_the_other_direction_is_named():
    assert "60° of extension is more" in check("hip", "flexion", -60).message
    assert "internal rotation" in check("hip", "rotation", -70).message


@pytest.mark.parametrize("key", RANGES)
def test_a_limit_holds_the_norm_inside_the_most(key):
    limit = RANGES[key]
    assert limit.most[0] <= limit.norm[0] < limit.norm[1] <= limit.most[1]


@given(st.sampled_from(sorted(RANGES)), st.floats(-400, 400))
def test_only_angles_past_the_most_are_refused(key, degrees):
    low, high = RANGES[key].most
    assert (check(*key, degrees) is None) == (low - 0.5 <= degrees <= high + 0.5)
