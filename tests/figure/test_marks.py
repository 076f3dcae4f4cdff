"""What is wrong with a pose is marked where it is wrong."""

import numpy as np
import pytest

from tests.figure.figure_helpers import parse, settled
from unslouch.figure import PoseProblem, draw, problems_of
from unslouch.figure.check import REACH_SLACK
from unslouch.figure.marks import HALO, MARK, marks, place_of

SHORT = {"base": "long-sitting", "right_hand": {"at": {"forward": -40, "out": 14}}}


def about(part="", path=("poses", "start")):
    return PoseProblem(path, "wrong", part=part)


def styles(pose, form="page"):
    return [shape.style for shape in draw(parse({"poses": {"start": pose}}), "start", form, marked=True).frames[0]]


@pytest.mark.parametrize("form", ["page", "small"])
@pytest.mark.whole
def test_a_pose_with_a_problem_is_drawn_with_it_marked_over_everything(form):
    assert styles(SHORT, form)[-2:] == [HALO, MARK]
    assert MARK not in styles({"base": "long-sitting"}, form)


def test_a_hand_that_falls_short_is_marked_with_its_place():
    pose = settled(**SHORT)
    (mark,) = marks([about("right hand")], pose)
    assert np.allclose(mark.place, pose.part("right hand"))
    assert np.linalg.norm(mark.goal - mark.place) == pytest.approx(pose.shortfall["right_hand"], abs=0.1)
    assert pose.shortfall["right_hand"] > REACH_SLACK


@pytest.mark.whole
def test_a_picture_has_room_for_its_marks():
    far = draw(
        parse({"poses": {"start": {"base": "standing", "right_hand": {"at": {"forward": 90}}}}}), "start", marked=True
    )
    near = draw(parse({"poses": {"start": {"base": "standing"}}}), "start")
    assert far.width > near.width + 400


@pytest.mark.parametrize(
    "part",
    ["right hand", "left knee", "right hip", "left ankle", "right wrist", "neck", "trunk", "torso", "right buttock",
     "left upper arm", "right thigh", "right shin", "head", "hair", "right forearm"],
)  # fmt: skip
def test_every_part_that_a_problem_names_has_a_place(part):
    assert place_of(settled(base="sitting"), part) is not None


def test_a_joint_is_found_by_the_key_that_a_problem_stands_at():
    pose = settled(base="sitting")
    at_key = marks([about(path=("poses", "start", "right_knee", "flexion"))], pose)
    assert np.allclose(at_key[0].place, pose.part("right knee"))
    assert marks([about(path=("poses", "start", "support")), about("soul")], pose) == []


@pytest.mark.long
def test_each_problem_of_a_pose_names_its_part():
    written = [
        {"right_knee": 190},
        {"right_hand": "left heel"},
        {"support": ["right foot"], "left_hip": {"extension": 5}, "right_hip": 60, "right_knee": 60},
        {"base": "sitting", "right_shoulder": {"internal_rotation": 85}, "right_elbow": 90},
    ]
    for pose in written:
        for problem in problems_of(parse({"poses": {"start": pose}}), "start"):
            assert place_of(settled(**pose), problem.part) is not None, problem
