"""The floor, targets, reach."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figure.figure_helpers import figures, pictures, settled
from tests.helpers import often
from unslouch.figure.body import ANKLE_HEIGHT, LENGTH
from unslouch.figure.flesh import flesh
from unslouch.figure.posture import BASES, mirrored, resolve
from unslouch.figure.reach import Goal, reach
from unslouch.figure.settle import PARTS, settle, settle_between
from unslouch.figure.skeleton import neutral_skeleton


@pytest.mark.parametrize("base", [b for b in BASES if b not in ("half-kneeling", "hands-and-knees")])
def test_the_lowest_point_of_a_base_is_on_the_floor(base):
    assert flesh(settled(base=base).skeleton).lowest() == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("base", ["half-kneeling", "hands-and-knees"])
def test_bases_with_placed_limbs_rest_on_the_floor(base):
    assert flesh(settled(base=base).skeleton).lowest() == pytest.approx(0, abs=0.6)


def test_a_foot_said_to_be_on_the_floor_is_on_it():
    pose = settled(feet={"at": {"forward": 5, "out": 12}}, shift={"up": -10})
    for side, sign in (("right", 1), ("left", -1)):
        ankle, rotation = pose.skeleton.frames[f"{side}_foot"].origin, pose.skeleton.frames[f"{side}_foot"].rotation
        assert ankle == pytest.approx((5, ANKLE_HEIGHT, sign * 12))
        assert rotation[:, 1] == pytest.approx((0, 1, 0))
        assert flesh(pose.skeleton).of([f"{side}_foot"]).lowest() == pytest.approx(0, abs=0.3)


def test_a_raised_heel_stands_on_the_ball_of_the_foot():
    pose = settled(feet={"at": {"out": 6}, "heel_raised": 40}, shift={"up": 2})
    foot = pose.skeleton
    assert foot.point("right_foot", (7, -ANKLE_HEIGHT, 0))[1] == pytest.approx(0, abs=1e-6)
    assert foot.frames["right_foot"].origin[1] > ANKLE_HEIGHT + 3
    assert flesh(foot).of(["right_foot"]).lowest() == pytest.approx(0, abs=0.6)
    assert foot.frames["right_toes"].rotation[:, 1] == pytest.approx((0, 1, 0))


@pytest.mark.parametrize("place", ["hip", "left knee", "chest", "belly", "outside of thigh"])
def test_a_hand_on_the_body_lies_on_its_surface(place):
    pose = settled(base="sitting", right_hand=place, trunk=25)
    assert pose.shortfall["right_hand"] < 0.9
    palm = pose.skeleton.point("right_hand", (0, -5, 0))
    others = ["torso", "right_thigh", "left_thigh", "right_glute", "right_shank", "left_shank"]
    assert abs(float(flesh(pose.skeleton).of(others).clearance(palm[None])[0])) < 3.2


def test_palms_meet_in_front_of_the_chest():
    pose = settled(hands="other hand", shoulders=40, elbows=100)
    hands = [pose.skeleton.point(f"{s}_hand", (0, -5, 0)) for s in ("right", "left")]
    assert np.linalg.norm(hands[0] - hands[1]) < 4


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


def test_a_knee_never_bends_below_the_floor():
    pose = settled(
        base="long-sitting", hips={"flexion": 60, "abduction": 60}, feet={"at": {"forward": 20, "out": 4}, "sole": "in"}
    )
    assert pose.skeleton.point("right_shank")[1] >= 3.04


def test_the_anchor_stays_at_the_origin():
    pose = settled(base="standing", support=["left foot"], anchor="left foot", right_hip={"abduction": 30})
    part = PARTS["left foot"]
    assert pose.skeleton.point(part.segment, part.point)[[0, 2]] == pytest.approx((0, 0))


def test_a_movement_keeps_its_planted_feet():
    start = settled(feet={"at": {"out": 12}}, shift={"up": -1})
    end = settled(feet={"at": {"out": 12}}, shift={"up": -24, "forward": -12}, lean=35)
    for share in (0.25, 0.5, 0.75):
        middle = settle_between(start, end, share)
        for side in ("right", "left"):
            planted = start.skeleton.frames[f"{side}_foot"].origin
            assert np.allclose(middle.skeleton.frames[f"{side}_foot"].origin, planted, atol=0.05)


def test_a_movement_begins_and_ends_with_its_poses():
    start = settled(base="hands-and-knees")
    end = settled(base="hands-and-knees", right_hip={"abduction": 50})
    for share, pose in ((0, start), (1, end)):
        body = settle_between(start, end, share).skeleton
        for name in ("head", "right_shank", "left_hand"):
            assert np.allclose(body.point(name), pose.skeleton.point(name), atol=0.3)


@pytest.mark.parametrize(("exercise", "name"), pictures())
def test_solving_the_mirrored_posture_gives_the_mirror_image(exercise, name):
    posture, _ = resolve(figures()[exercise], name)
    image, mirror = settle(posture).skeleton.mirrored(), settle(mirrored(posture)).skeleton
    for segment in image.frames:
        assert np.allclose(image.frames[segment].origin, mirror.frames[segment].origin, atol=1e-5), segment
        assert np.allclose(image.frames[segment].rotation, mirror.frames[segment].rotation, atol=1e-5), segment
