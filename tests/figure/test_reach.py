"""Hands and feet get to their place with the elbow or knee where it asks least of the joints."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figure.figure_helpers import figures, more, settled, wrong_with
from tests.helpers import often
from unslouch.figure import limits
from unslouch.figure.between import settle_between
from unslouch.figure.body import LENGTH, SIDES
from unslouch.figure.goals import Goal
from unslouch.figure.measure import joints
from unslouch.figure.parts import PARTS
from unslouch.figure.posture import resolve
from unslouch.figure.reach import Bend, reach
from unslouch.figure.settle import settle
from unslouch.figure.skeleton import neutral_skeleton

ARM = ("shoulder", "elbow", "forearm", "wrist")
LEG = ("hip", "knee", "ankle")
BUTTERFLY = {
    "base": "long-sitting",
    "hips": {"flexion": 118, "abduction": 40},
    "feet": {"at": {"forward": 19, "out": 3.2}, "sole": "in"},
}


def past(pose, side: str, names: tuple[str, ...]) -> dict[str, float]:
    """Degrees past their limits, by joint and movement, of what is past them."""
    body = joints(pose.skeleton)
    found = {f"{joint} {m}": limits.past(joint, m, d) for joint in names for m, d in body[f"{side} {joint}"].items()}
    return {name: degrees for name, degrees in found.items() if degrees > limits.ROUNDING}


@pytest.mark.long
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize(
    "pose",
    [
        {"hands": "hip"},
        {"hands": "thigh", "base": "sitting"},
        {"hands": "back of head"},
        {"hands": "lower back"},
        {"hands": "belly", "base": "supine"},
        {"hands": "other hand", "elbows": 100},
        {"base": "hands-and-knees"},
        {"base": "long-sitting", "hands": {"at": {"forward": -22, "out": 12}}, "lean": -35},
        {"hands": {"at": {"forward": 16, "out": 10}, "height": 72, "palm": "forward"}},
        {"base": "sitting", "hands": "outside of knee", "trunk": 30},
        {**BUTTERFLY, "hands": "inside of ankle"},
    ],
)
def test_an_arm_that_reaches_a_usual_place_has_all_its_joints_in_range(pose, side):
    assert past(settled(**pose), side, ARM) == {}


@pytest.mark.long
@pytest.mark.parametrize("side", SIDES)
def test_an_elbow_never_bends_backwards(side):
    for pose in ({"hands": "hip"}, {"base": "hands-and-knees"}, {"hands": "back of head"}):
        assert joints(settled(**pose).skeleton)[f"{side} elbow"]["flexion"] > -1


@pytest.mark.long
def test_fingers_turn_where_the_author_left_them_open_and_the_wrist_asks_for_it():
    pose = {"base": "long-sitting", "lean": -35, "hands": {"at": {"forward": -22, "out": 12}}}
    free = settled(**pose)
    pose["hands"]["fingers_out"] = 0
    said = settled(**pose)
    assert -said.skeleton.frames["right_hand"].rotation[:, 1] == pytest.approx((1, 0, 0), abs=1e-6)
    assert -free.skeleton.frames["right_hand"].rotation[0, 1] < 0.98
    assert np.allclose(*(p.skeleton.point("right_hand", (0, -5, 0)) * [1, 0, 1] for p in (free, said)), atol=1e-6)


def test_a_forearm_turns_with_its_hand():
    pose = settled(base="sitting", hands="thigh")
    assert joints(pose.skeleton)["right forearm"]["pronation"] > 20
    shared = pose.skeleton.turn("right_forearm", "right_hand")
    assert abs(np.degrees(np.arctan2(shared[0, 2], shared[2, 2]))) < 15, "what turns is the forearm, not the wrist"


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("raised", [0, 4])
def test_a_foot_on_its_back_is_pointed_no_further_than_an_ankle_goes(side, raised):
    feet = {"at": {"forward": -24, "out": 5}, "sole": "up"}
    pose = settled(base="kneeling", support=["right knee", "left knee"], raised=raised, feet=feet)
    assert past(pose, side, LEG) == {}


def test_tucked_toes_point_to_the_head_of_who_lies_prone():
    pose = settled(base="prone", raised=12, feet={"at": {"forward": -54, "out": 5}, "heel_raised": 60})
    assert past(pose, "right", LEG) == {}
    assert pose.skeleton.frames["right_foot"].rotation[0, 0] > 0.4


def _movements() -> list:
    found = {**figures(), **more()}
    return [
        pytest.param(figure, *movement, id=f"{exercise}-{movement[1]}")
        for exercise, figure in found.items()
        for movement in figure.movements()
    ]


@pytest.mark.whole
@pytest.mark.parametrize(("figure", "before", "after"), _movements())
def test_elbows_and_knees_do_not_jump_between_the_frames_of_a_movement(figure, before, after):
    start, end = (settle(resolve(figure, name)[0]) for name in (before, after))
    frames = [settle_between(start, end, share).skeleton for share in np.linspace(0, 1, 17)]
    for segment in (f"{side}_{bone}" for side in SIDES for bone in ("forearm", "shank")):
        ways = np.linalg.norm(np.diff([body.point(segment) for body in frames], axis=0), axis=1)
        assert ways.max() < 3 * ways.mean() + 2.5, (segment, ways.round(1))
        turns = [one.frames[segment].rotation.T @ other.frames[segment].rotation for one, other in pairwise(frames)]
        if segment.endswith("shank"):
            assert min(float(np.trace(turn)) for turn in turns) > 2.6, "turned by more than 37 degrees"


@pytest.mark.long
@often(0.4)
@given(
    *[st.floats(-30, 30)] * 3,
    st.sampled_from(["hand", "foot"]),
    st.sampled_from(list(SIDES)),
    st.sampled_from(get_args(Bend)),
)
def test_any_goal_gives_bones_that_are_finite_and_rotations(x, y, z, limb, side, bend):
    body = neutral_skeleton()
    root = body.point(f"{side}_{'upper_arm' if limb == 'hand' else 'thigh'}")
    solved, _ = reach(body, side, limb, Goal(root + np.array([x, y, z]), None, None), bend)
    for frame in solved.frames.values():
        assert np.allclose(frame.rotation.T @ frame.rotation, np.eye(3), atol=1e-6)


def test_a_goal_in_the_root_itself_is_survived():
    body = neutral_skeleton()
    solved, _ = reach(body, "right", "hand", Goal(body.point("right_upper_arm"), np.eye(3), None))
    assert all(np.isfinite(frame.rotation).all() for frame in solved.frames.values())


def test_a_joint_that_came_out_past_its_limit_is_told_where_the_limb_was_placed():
    pose = {"base": "supine", "right_hip": {"flexion": 80, "rotation": 60}, "right_foot": "chest"}
    (problem,) = wrong_with({"poses": {"start": pose}})
    assert problem.path == ("poses", "start", "right_foot")
    assert problem.part.startswith("right ")
    assert "more than the joint allows" in problem.message
    assert problem.hint


def test_out_of_reach_keeps_the_distance():
    body = neutral_skeleton()
    hip = body.point("right_thigh")
    solved, goal = reach(body, "right", "foot", Goal(hip + np.array([80.0, 0, 0]), None, None))
    assert np.linalg.norm(goal.place - solved.point("right_foot")) == pytest.approx(
        80 - (LENGTH["thigh"] + LENGTH["shank"]), abs=0.05
    )


@often(0.6)
@given(st.floats(-25, 35), st.floats(-45, -25), st.floats(-5, 20))
def test_reaching_keeps_bones_and_gets_there(x, y, z):
    body = neutral_skeleton()
    target = body.point("right_thigh") + np.array([x, y, z])
    distance = np.linalg.norm([x, y, z])
    solved, _ = reach(body, "right", "foot", Goal(target, None, None))
    thigh = solved.point("right_shank") - solved.point("right_thigh")
    assert np.linalg.norm(thigh) == pytest.approx(LENGTH["thigh"])
    if distance < LENGTH["thigh"] + LENGTH["shank"] - 0.1:
        assert np.allclose(solved.point("right_foot"), target, atol=1e-6)


@pytest.mark.parametrize("turned", [-20, 0, 20])
def test_a_sole_that_faces_back_stands_on_tucked_toes_in_line_with_the_shin(turned):
    pose = settled(base="kneeling", hips={"rotation": turned}, contacts={"shins": "nothing"}, feet={"sole": "back"})
    for side in SIDES:
        rotation, ankle = pose.skeleton.frames[f"{side}_foot"]
        shin = (pose.skeleton.point(f"{side}_shank") - ankle) * [1, 0, 1]
        assert rotation[1, 0] < -0.9, "the toes point down"
        assert rotation[:, 1] @ shin / np.linalg.norm(shin) > 0.9, "the back of the foot faces the knee"
        assert abs(PARTS[f"{side} foot"].flesh(pose.skeleton).lowest()) < 0.5
