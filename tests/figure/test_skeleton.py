"""Known angles give known coordinates."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figure.figure_helpers import parse
from unslouch.figure.body import HIP_HALF_WIDTH, LENGTH, OTHER_SIDE, SIDES
from unslouch.figure.posture import Posture, resolve
from unslouch.figure.skeleton import PARENT, in_between, neutral_skeleton, skeleton


def posture(**angles) -> Posture:
    return Posture(angles={tuple(k.split("__")): v for k, v in angles.items()})


def test_standing_straight_hangs_the_leg_below_the_hip():
    body = neutral_skeleton()
    assert np.allclose(body.point("right_shank"), (0, -LENGTH["thigh"], HIP_HALF_WIDTH))
    assert np.allclose(body.point("left_foot"), (0, -LENGTH["thigh"] - LENGTH["shank"], -HIP_HALF_WIDTH))


@pytest.mark.parametrize("side", SIDES)
def test_ninety_degrees_of_hip_flexion_point_the_thigh_forward(side):
    body = skeleton(posture(**{f"{side}__hip__flexion": 90}))
    assert np.allclose(body.point(f"{side}_shank"), (LENGTH["thigh"], 0, SIDES[side] * HIP_HALF_WIDTH))


@pytest.mark.parametrize("side", SIDES)
def test_abduction_is_outward_on_both_sides(side):
    body = skeleton(posture(**{f"{side}__hip__abduction": 90}))
    assert np.allclose(body.point(f"{side}_shank"), (0, 0, SIDES[side] * (HIP_HALF_WIDTH + LENGTH["thigh"])))


@pytest.mark.parametrize("side", SIDES)
def test_external_rotation_turns_the_toes_outward(side):
    toes = skeleton(posture(**{f"{side}__hip__rotation": 90})).frames[f"{side}_foot"].rotation[:, 0]
    assert np.allclose(toes, (0, 0, SIDES[side]))


def test_a_bent_knee_takes_the_foot_back_and_a_bent_elbow_the_hand_forward():
    body = skeleton(posture(right__knee__flexion=90, right__elbow__flexion=90))
    assert body.point("right_foot")[0] == pytest.approx(-LENGTH["shank"])
    assert body.point("right_hand")[0] == pytest.approx(body.point("right_forearm")[0] + LENGTH["forearm"])


def test_dorsiflexion_lifts_the_toes_and_pronation_turns_the_palm_back():
    body = skeleton(posture(right__ankle__dorsiflexion=20, right__forearm__pronation=90))
    assert body.frames["right_foot"].rotation[1, 0] > 0
    palm = -body.frames["right_hand"].rotation[:, 2]
    assert np.allclose(palm, (-1, 0, 0), atol=1e-9)


def test_the_trunk_bends_forward_and_to_the_right():
    assert skeleton(Posture(angles={("", "trunk", "flexion"): 40})).point("head")[0] > 10
    assert skeleton(Posture(angles={("", "trunk", "side_bend"): 20})).point("head")[2] > 5
    turned = skeleton(Posture(angles={("", "trunk", "rotation"): 30})).frames["thorax"].rotation[:, 0]
    assert turned[2] > 0.4


def test_the_shoulder_rises_with_a_raised_arm():
    low, high = neutral_skeleton(), skeleton(posture(right__shoulder__flexion=170))
    assert high.point("right_upper_arm")[1] > low.point("right_upper_arm")[1] + 1.5


@pytest.mark.parametrize(
    ("base", "axis", "way"),
    [
        ("supine", 0, (0, 1, 0)),
        ("prone", 0, (0, -1, 0)),
        ("side-lying-left", 2, (0, 1, 0)),
        ("side-lying-right", 2, (0, -1, 0)),
    ],
)
def test_bases_lie_on_the_right_side_of_the_body(base, axis, way):
    rotation = skeleton(Posture(base=base)).frames["pelvis"].rotation
    assert np.allclose(rotation[:, axis], way)
    assert np.linalg.det(rotation) == pytest.approx(1)


def resolved(figure, name):
    return resolve(parse(figure), name)


def test_a_pose_extends_another_and_a_side_overrides_both():
    figure = {
        "poses": {
            "start": {"base": "kneeling", "hips": {"flexion": 10, "abduction": 5}},
            "end": {"from": "start", "right_hip": 40, "hips": 20},
        }
    }
    end, _ = resolved(figure, "end")
    assert end.base == "kneeling"
    assert end.angle("right", "hip") == 40
    assert end.angle("left", "hip") == 20
    assert end.angle("left", "hip", "abduction") == 5
    assert end.origin["left", "hip", "abduction"] == ("poses", "start", "hips", "abduction")
    assert end.origin["right", "hip", "flexion"] == ("poses", "end", "right_hip", "flexion")


def test_extension_is_negative_flexion():
    end, _ = resolved({"poses": {"a": {"right_hip": {"extension": 20}, "right_ankle": {"plantarflexion": 30}}}}, "a")
    assert end.angle("right", "hip") == -20
    assert end.angle("right", "ankle", "dorsiflexion") == -30


def test_nothing_undoes_a_placement():
    end, _ = resolved({"poses": {"a": {"base": "hands-and-knees", "right_hand": "nothing"}}}, "a")
    assert set(end.hands) == {"left"}


def test_a_circle_of_poses_and_an_unknown_pose_are_problems():
    _, problems = resolved({"poses": {"a": {"from": "b"}, "b": {"from": "a"}}}, "a")
    assert problems[0].path == ("poses", "a", "from")
    assert "extends itself" in problems[0].message
    _, problems = resolved({"poses": {"a": {"from": "c"}}}, "a")
    assert problems[0].path == ("poses", "a", "from")


angles = st.fixed_dictionaries(
    {
        ("right", "hip", "flexion"): st.floats(-30, 120),
        ("right", "hip", "abduction"): st.floats(-30, 45),
        ("left", "knee", "flexion"): st.floats(0, 140),
        ("left", "shoulder", "flexion"): st.floats(-50, 175),
        ("right", "elbow", "flexion"): st.floats(0, 145),
        ("", "trunk", "side_bend"): st.floats(-30, 30),
        ("", "neck", "rotation"): st.floats(-60, 60),
    }
)
LIMB_LENGTHS = [("thigh", "shank"), ("shank", "foot"), ("upper_arm", "forearm"), ("forearm", "hand")]
BONE = {"thigh": 24.5, "shank": 24.6, "upper_arm": 17.4, "forearm": 14.6}


@pytest.mark.long
@given(angles)
def test_bones_keep_their_length_and_frames_stay_rotations(given_angles):
    body = skeleton(Posture(angles=given_angles))
    for side in SIDES:
        for upper, lower in LIMB_LENGTHS:
            bone = body.point(f"{side}_{lower}") - body.point(f"{side}_{upper}")
            assert np.linalg.norm(bone) == pytest.approx(BONE[upper])
    for f in body.frames.values():
        assert np.allclose(f.rotation.T @ f.rotation, np.eye(3), atol=1e-9)


@pytest.mark.long
@settings(deadline=None)
@given(angles)
def test_the_other_sides_angles_give_the_mirror_image(given_angles):
    flipped = {
        (OTHER_SIDE.get(side, ""), joint, movement): -v if not side and movement != "flexion" else v
        for (side, joint, movement), v in given_angles.items()
    }
    one, two = skeleton(Posture(angles=given_angles)), skeleton(Posture(angles=flipped))
    flip = np.diag([1.0, 1.0, -1.0])
    for name, (rotation, origin) in one.frames.items():
        side, _, part = name.partition("_")
        other = two.frames[f"{OTHER_SIDE[side]}_{part}" if part else name]
        assert np.allclose(flip @ origin, other.origin, atol=1e-9), name
        assert np.allclose(flip @ rotation @ flip, other.rotation, atol=1e-6), name


@pytest.mark.long
@given(angles, st.floats(0, 1))
def test_a_body_in_between_keeps_its_bones(given_angles, share):
    body = in_between(neutral_skeleton(), skeleton(Posture(angles=given_angles)), share)
    for side in SIDES:
        for upper, lower in LIMB_LENGTHS:
            bone = body.point(f"{side}_{lower}") - body.point(f"{side}_{upper}")
            assert np.linalg.norm(bone) == pytest.approx(BONE[upper], rel=1e-4)
    assert set(body.frames) == set(neutral_skeleton().frames)


def test_every_segment_has_its_parent_before_it():
    known = {"pelvis"}
    for name, parent in PARENT.items():
        assert parent in known
        known.add(name)
