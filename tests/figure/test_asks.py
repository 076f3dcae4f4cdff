"""What poses ask of the body: each word where a pose shows it and not where it only comes near, and the number that made it so."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import kept, often
from unslouch.figure import asks
from unslouch.figure.asks import ASKS, Asked, most, of_figure, of_pose
from unslouch.figure.language import Figure
from unslouch.figure.scene import settled
from unslouch.tools.kept import Cache

PRESS_UP = {
    "base": "prone",
    "trunk": {"extension": 44},
    "support": ["pelvis"],
    "hands": {"at": {"forward": 22, "out": 14}},
}
SQUAT = {"shift": {"forward": -15, "up": -23}, "feet": {"at": {"out": 11}}, "lean": 36, "trunk": {"extension": 4}}
LUNGE = {"base": "half-kneeling", "right_hip": {"extension": 22}, "right_knee": 68}
CROSSED = {
    "base": "supine",
    "left_hip": 55,
    "left_knee": 92,
    "left_foot": {"at": {"forward": 24, "out": 5}},
    "right_hip": {"flexion": 80, "abduction": 72, "rotation": 60},
    "right_knee": 100,
    "right_foot": "above left knee",
}

SHOWN: dict[str, tuple[dict[str, Any], set[str]]] = {
    "standing": ({"base": "standing"}, set()),
    "sitting on a chair": ({"base": "sitting"}, set()),
    "kneeling": ({"base": "kneeling"}, {"floor", "kneel"}),
    "half-kneeling": ({"base": "half-kneeling"}, {"floor", "kneel"}),
    "half-kneeling on a cushion": (
        {"base": "half-kneeling", "raised": 3.5, "props": [{"kind": "cushion", "place": "right knee"}]},
        {"floor", "kneel"},
    ),
    "sitting on the floor": ({"base": "long-sitting"}, {"floor"}),
    "on the back": ({"base": "supine"}, {"floor", "lie-flat"}),
    "on the front": ({"base": "prone"}, {"floor", "lie-flat"}),
    "on one side, an arm under the head": ({"base": "side-lying-left"}, {"floor", "overhead"}),
    "on all fours": ({"base": "hands-and-knees"}, {"floor", "kneel", "hands-bear-weight"}),
    "a leg lifted": ({"right_hip": 40, "left_foot": {"at": {"out": 0}}, "support": ["left foot"]}, {"one-leg"}),
    "a squat": (SQUAT, {"deep-hip-bend", "deep-knee-bend"}),
    "sitting, a leg stretched": ({"base": "sitting", "right_knee": 10}, set()),
    "a lunge": (LUNGE, {"floor", "kneel", "hip-behind", "deep-knee-bend"}),
    "a leg swung across": (
        {"right_hip": {"adduction": 18, "flexion": 14}, "support": ["left foot"]},
        {"one-leg", "leg-across"},
    ),
    "an ankle over the other thigh": (CROSSED, {"floor", "lie-flat", "leg-across"}),
    "on the front, chest pressed up": (PRESS_UP, {"floor", "hands-bear-weight"}),
    "feet twice as wide as the shoulders": ({"feet": {"at": {"out": 24}}, "shift": {"up": -5.2}}, {"legs-wide"}),
    "feet as wide as the hips": ({"feet": {"at": {"out": 11}}, "shift": {"up": -0.8}}, set()),
    "an arm raised forward": ({"right_shoulder": 90}, set()),
    "an arm overhead": ({"right_shoulder": {"abduction": 160}}, {"overhead"}),
    "a hand on the wall": (
        {"props": [{"kind": "wall", "place": "front"}], "hands": {"at": {"forward": 27, "out": 14}, "height": 78}},
        set(),
    ),
}  # fmt: skip


def figure_of(pose: dict[str, Any]) -> Figure:
    return Figure.model_validate({"poses": {"it": pose}})


def asked(pose: dict[str, Any]) -> dict[str, Asked]:
    return most(of_pose(settled(figure_of(pose), "it"), "it"))


@pytest.mark.long
@pytest.mark.parametrize(("pose", "expected"), SHOWN.values(), ids=SHOWN)
def test_a_pose_asks_what_it_shows_and_nothing_else(pose, expected):
    found = asked(pose)
    assert set(found) == expected, found


@pytest.mark.parametrize(
    ("pose", "ask", "because"),
    [
        (LUNGE, "hip-behind", "takes the right thigh 22° behind"),
        (SQUAT, "deep-hip-bend", "bends the right hip to 118°"),
        ({"base": "kneeling"}, "kneel", "kneels on the right knee"),
        ({"base": "hands-and-knees"}, "hands-bear-weight", "bears weight on the right hand and the left hand"),
    ],
)
def test_a_finding_says_what_made_it_so(pose, ask, because):
    assert asked(pose)[ask].because == because


@given(st.floats(0, 120))
@often(0.1)
@pytest.mark.whole
def test_a_hip_is_deeply_bent_from_a_little_past_a_right_angle(degrees):
    found = asked({"base": "supine", "right_hip": degrees, "right_knee": degrees})
    assert ("deep-hip-bend" in found) == (round(degrees, 3) > asks.PAST_RIGHT_ANGLE)
    assert found.get("deep-hip-bend", Asked("floor", "", "", degrees)).amount == pytest.approx(degrees, abs=0.5)


@given(st.sampled_from(["right", "left"]), st.floats(-35, 60))
@often(0.1)
@pytest.mark.whole
def test_a_leg_is_behind_by_what_walking_does_not_need(side, degrees):
    found = asked({f"{side}_hip": degrees, "support": [f"{'left' if side == 'right' else 'right'} foot"]})
    assert ("hip-behind" in found) == (round(degrees, 3) < -asks.BEHIND)


def test_of_several_poses_the_one_that_asks_most_is_told():
    figure = Figure.model_validate(
        {"poses": {"start": {"base": "supine", "right_hip": 100}, "end": {"from": "start", "right_hip": 115}}}
    )
    found = most(of_figure(figure, Cache(kept())))
    assert (found["deep-hip-bend"].pose, round(found["deep-hip-bend"].amount)) == ("end", 115)
    assert (found["floor"].pose, list(found)) == ("start", [ask for ask in ASKS if ask in found])


def test_it_is_worked_out_once(tmp_path, monkeypatch):
    figure, cache = figure_of({"base": "kneeling"}), Cache(tmp_path)
    first = of_figure(figure, cache)
    monkeypatch.setattr(asks, "of_pose", lambda *_: 1 / 0)
    assert of_figure(figure, cache) == first != []


def test_nothing_is_asked_by_a_pose_that_no_body_can_take():
    assert of_figure(figure_of({"base": "kneeling", "right_knee": 170}), Cache(kept())) == []
