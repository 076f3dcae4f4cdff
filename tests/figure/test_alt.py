"""What a picture shows: the position, what moved, the hands, the things. Its words are held by guide/test_alt_words.py."""

import pytest

from tests.figure.figure_helpers import everyday, more, settled
from unslouch.figure import Phrase
from unslouch.figure.alt import describe
from unslouch.figure.scene import scene_of
from unslouch.figure.shown import Prop


def _keys(**pose) -> list[str]:
    """What is told of a pose by itself."""
    return [phrase.key for phrase in describe(settled(**pose))]


@pytest.mark.parametrize(
    ("base", "told"),
    [
        ("standing", Phrase("standing")),
        ("hands-and-knees", Phrase("hands_and_knees")),
        ("half-kneeling", Phrase("half_kneeling", "right")),
        ("side-lying-left", Phrase("side_lying", "left")),
    ],
)
def test_the_position_comes_first_with_the_side_it_has(base, told):
    assert describe(settled(base=base))[0] == told


@pytest.mark.parametrize(
    ("start", "change", "told"),
    [
        ({}, {"right_hip": {"abduction": 30}}, Phrase("leg_swung_aside", "right")),
        ({}, {"left_hip": {"flexion": 40}, "left_knee": 10}, Phrase("leg_swung_forward", "left")),
        ({}, {"shift": {"up": -20}, "feet": {"at": {"out": 8}}}, Phrase("hips_lowered")),
        ({"base": "supine"}, {"hips": 100, "knees": 20}, Phrase("leg_to_chest", "both")),
    ],
)
def test_what_moved_since_the_start_is_told(start, change, told):
    assert told in describe(settled(**start, **change), settled(**start))


def test_nothing_is_said_of_what_stays():
    pose = settled(base="standing")
    assert describe(pose, pose) == (Phrase("standing"),)


@pytest.mark.long
def test_hands_are_told_in_one_phrase_where_they_do_the_same():
    on_hip = Phrase("at_hip", "both")
    assert describe(settled(hands="hip"))[-1] == Phrase("hands", what=on_hip)
    assert describe(settled(right_hand="left hip"))[-1] == Phrase("hand", "right", Phrase("at_hip", "left"))
    assert _keys(right_hand="hip", left_hand="chest")[-2:] == ["hand", "hand"]


def test_a_wall_and_a_mat_go_without_saying():
    props = [Prop(kind="wall", place="behind"), Prop(kind="mat"), Prop(kind="band", place="ankles")]
    told = describe(settled(base="standing"), props=[*props, Prop(kind="cushion", place="right knee")])
    assert told[1:] == (Phrase("band_ankles"), Phrase("cushion", what=Phrase("under_knee", "right")))


@pytest.mark.parametrize(
    ("start", "change", "told"),
    [
        ({"shoulders": 72}, {"shoulders": 72, "elbows": 90}, Phrase("elbow_bent", "both")),
        ({}, {"left_shoulder": 150}, Phrase("arm_lifted", "left")),
        ({"feet": {"at": {"out": 5}}}, {"feet": {"at": {"out": 5}, "heel_raised": 30}, "shift": {"forward": 3, "up": 3}},
         Phrase("heel_lifted", "both")),
        ({"base": "hands-and-knees"}, {"lean": -50, "hips": 40, "trunk": 56}, Phrase("back_rounded")),
        ({"base": "sitting"}, {"trunk": {"rotation": 40}}, Phrase("trunk_turned", "right")),
        ({"base": "sitting"}, {"neck": {"side_bend": -30}}, Phrase("head_bent", "left")),
        ({"base": "sitting", "neck": {"protraction": 24}}, {"neck": {"retraction": 14}}, Phrase("head_in")),
        ({"base": "supine", "anchor": "torso", "feet": {"at": {"forward": 41, "out": 7}}, "pelvis": {"anterior_tilt": 18}}, {"pelvis": {"posterior_tilt": 14}}, Phrase("pelvis_back")),
    ],
)  # fmt: skip
def test_a_pose_that_would_read_like_its_start_says_what_moved_most(start, change, told):
    before, after = settled(**start), settled(**{**start, **change})
    assert describe(after, before)[1] == told
    assert told not in describe(before)
    assert told not in describe(after)


@pytest.mark.whole
def test_no_two_poses_of_a_movement_read_alike():
    for id, figure in (everyday() | more()).items():
        for start, end in figure.movements():
            one, other = (scene_of(figure, name) for name in (start, end))
            assert describe(one.pose, one.start) != describe(other.pose, other.start), id
