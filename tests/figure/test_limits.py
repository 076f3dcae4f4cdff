"""Ranges of motion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figure.figure_helpers import wrong_with
from unslouch.figure.limits import LIMITS, RANGES, check, past


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


@pytest.mark.parametrize("key", LIMITS)
def test_all_that_is_measured_has_a_limit_with_words_and_a_source(key):
    limit = LIMITS[key]
    assert limit.most[0] <= limit.norm[0] < limit.norm[1] <= limit.most[1]
    assert limit.positive
    assert limit.negative
    assert limit.source


@given(st.sampled_from(sorted(LIMITS)), st.floats(-400, 400))
def test_what_is_past_a_limit_is_counted_in_degrees(key, degrees):
    low, high = LIMITS[key].most
    assert past(*key, degrees) == max(0, degrees - high, low - degrees)


@pytest.mark.parametrize(
    ("pose", "part", "message"),
    [
        ({"pelvis": {"anterior_tilt": 40}}, "pelvis", "40° of anterior tilt"),
        ({"left_scapula": {"depression": 30}}, "left scapula", "30° of depression"),
        ({"right_wrist": {"ulnar_deviation": 60}}, "right wrist", "60° of ulnar deviation"),
        ({"neck": {"retraction": 50}}, "neck", "50° of retraction"),
        ({"right_elbow": {"extension": 30}}, "right elbow", "30° of extension"),
        ({"knees": {"extension": 30}}, "right knee", "30° of extension"),
    ],
)
def test_every_word_of_a_joint_has_a_limit_that_a_pose_is_held_to(pose, part, message):
    problem = wrong_with({"poses": {"start": pose}})[0]
    assert problem.part == part
    assert problem.message.startswith(f"{part}: {message}")
    assert len(problem.path) == 4
