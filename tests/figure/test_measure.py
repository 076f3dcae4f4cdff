"""What joints do is read back from a body; of equal descriptions the one that a joint can do."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.helpers import often
from unslouch.figure import limits
from unslouch.figure.body import SIDES
from unslouch.figure.flesh import flesh
from unslouch.figure.geometry import ball_joint
from unslouch.figure.limits import RANGES
from unslouch.figure.measure import FORWARD_OF_SIDE, HIP, POLE, SHOULDER, ball, ball_angles, joints
from unslouch.figure.posture import Posture
from unslouch.figure.skeleton import skeleton

MOVEMENTS = ("flexion", "abduction", "rotation")
MIDDLE = ("trunk", "neck", "pelvis")
KEYS = [
    (side, joint, movement) for joint, movement in RANGES for side in (("",) if joint in MIDDLE else ("right", "left"))
]


def _within(kind: str) -> st.SearchStrategy[dict]:
    """Every joint's every angle in range."""
    return st.fixed_dictionaries({key: st.floats(*getattr(RANGES[key[1:]], kind)) for key in KEYS})


in_range = _within("norm")
anything = st.dictionaries(st.sampled_from(KEYS), st.floats(-400, 400))


def _measured(angles: dict) -> dict[str, dict[str, float]]:
    return joints(skeleton(Posture(angles=angles)))


def _plain(angles: dict) -> dict:
    """Without what moves two joints at once, or turns the pelvis against the thighs."""
    return {k: 0.0 if k[1] in ("pelvis", "scapula") else v for k, v in angles.items()}


@given(in_range)
@pytest.mark.whole
def test_angles_in_range_are_read_back(angles):
    angles = _plain(angles)
    found = _measured(angles)
    for (side, joint, movement), degrees in angles.items():
        if joint not in ("pelvis", "scapula", "shoulder"):
            assert found[f"{side} {joint}".strip()][movement] == pytest.approx(degrees, abs=1e-5), (
                side,
                joint,
                movement,
            )


three = [st.floats(*RANGES["shoulder", m].most) for m in MOVEMENTS]


@given(*three, st.sampled_from([1, -1]))
def test_a_shoulder_in_range_reads_as_the_same_turn_in_range(flexion, abduction, rotation, side):
    assume(abs(abduction - 90) > POLE)
    assume(abduction < 90 or flexion < FORWARD_OF_SIDE)
    written = ball_joint(flexion, abduction, rotation, side)
    read = ball_angles(written, side, ball(SHOULDER))
    assert np.allclose(ball_joint(*read, side), written, atol=1e-6)
    assert past(read) < 1e-3


def past(read) -> float:
    """Degrees past a shoulder's limits."""
    return sum(limits.past("shoulder", m, float(d)) for m, d in zip(MOVEMENTS, read, strict=True))


@pytest.mark.parametrize("side", SIDES.values())
@pytest.mark.parametrize("abduction", [85.0, 89.999999, 90.0, 94.0])
@pytest.mark.parametrize(("flexion", "rotation"), [(0, 0), (80, -80), (-50, 60), (150, -60)])
def test_near_the_pole_flexion_and_rotation_are_shared_so_that_both_are_in_range(side, abduction, flexion, rotation):
    for told in ((flexion, rotation), (flexion + 100, rotation - 100), (flexion - 200, rotation + 200)):
        read = ball_angles(ball_joint(told[0], abduction, told[1], side), side, ball(SHOULDER))
        assert past(read) == 0


@pytest.mark.parametrize("side", SIDES.values())
@pytest.mark.parametrize("flexion", [-10, 80, 150])
def test_an_arm_held_out_sideways_whose_elbow_would_bend_backwards_is_past_its_limits(side, flexion):
    read = ball_angles(ball_joint(flexion, 88, 180 - flexion, side), side, ball(SHOULDER))
    assert past(read) > 60
    assert read[0] == 0
    assert abs(read[2]) > 150


def test_an_arm_turned_too_far_in_is_not_told_as_one_that_went_over_the_top():
    read = ball_angles(ball_joint(-22, -2, -120), 1, ball(SHOULDER))
    assert read == pytest.approx((-22, -2, -120))
    assert past(read) > 20


@given(*[st.floats(*RANGES["hip", m].most) for m in ("flexion", "abduction", "rotation")])
def test_an_array_of_turns_is_read_as_each_of_them(flexion, abduction, rotation):
    turns = np.array([ball_joint(flexion, abduction, rotation, -1), ball_joint(rotation, flexion, abduction, -1)])
    together = ball_angles(turns, -1, ball(HIP))
    for turn, read in zip(turns, together, strict=True):
        assert ball_angles(turn, -1, ball(HIP)) == pytest.approx(read)


@pytest.mark.long
@often(0.5)
@given(anything)
def test_all_that_is_measured_of_any_body_is_finite_and_has_a_limit(angles):
    for name, movements in _measured(angles).items():
        joint = name.split(" ", 1)[1] if name.startswith(("right ", "left ")) else name
        for movement, degrees in movements.items():
            assert np.isfinite(degrees), (name, movement)
            assert (joint, movement) in limits.LIMITS


def test_elbows_and_knees_past_straight_are_negative():
    found = _measured({("right", "elbow", "flexion"): -10.0, ("left", "knee", "flexion"): -8.0})
    assert found["right elbow"]["flexion"] == pytest.approx(-10)
    assert found["left knee"]["flexion"] == pytest.approx(-8)
    assert found["left knee"]["rotation"] == pytest.approx(0)


def test_a_pelvis_that_tips_bends_hips_and_lower_back_and_leaves_ribs_and_thighs():
    plain, tipped = skeleton(Posture()), skeleton(Posture(angles={("", "pelvis", "anterior_tilt"): 12.0}))
    found = joints(tipped)
    assert found["right hip"]["flexion"] == pytest.approx(12)
    assert found["trunk"]["flexion"] == pytest.approx(-12)
    assert found["lower lumbar"]["flexion"] < -10
    for name in ("thorax", "head", "right_thigh", "left_foot"):
        assert np.allclose(tipped.frames[name].rotation, plain.frames[name].rotation)
    assert tipped.point("thorax")[0] == pytest.approx(plain.point("thorax")[0], abs=0.1)
    hollow = tipped.point("spine2")[0] - plain.point("spine2")[0]
    assert hollow > 0.3, "the lower back goes forward"


@pytest.mark.parametrize(("movement", "axis", "way"), [("elevation", 1, 1), ("protraction", 0, 1)])
@pytest.mark.parametrize("side", SIDES)
def test_a_shoulder_blade_takes_the_arm_with_it(side, movement, axis, way):
    rest, moved = skeleton(Posture()), skeleton(Posture(angles={(side, "scapula", movement): 20.0}))
    by = moved.point(f"{side}_upper_arm") - rest.point(f"{side}_upper_arm")
    assert by[axis] * way > 2
    assert moved.point(f"{side}_hand") - rest.point(f"{side}_hand") == pytest.approx(by)
    assert joints(moved)[f"{side} scapula"][movement] == pytest.approx(20, abs=2)


def test_a_gliding_head_stays_level():
    rest, glided = skeleton(Posture()), skeleton(Posture(angles={("", "neck", "protraction"): -20.0}))
    assert np.allclose(glided.frames["head"].rotation, rest.frames["head"].rotation)
    assert glided.point("head")[0] < rest.point("head")[0] - 1.5
    neck = joints(glided)["neck"]
    assert neck["protraction"] == pytest.approx(-20)
    assert neck["flexion"] == pytest.approx(0)


def test_the_wrist_bends_toward_the_thumb():
    hand = skeleton(Posture(angles={("left", "wrist", "radial_deviation"): 20.0})).frames["left_hand"].rotation
    assert -hand[0, 1] > 0.3, "the thumb's side is in front"


@pytest.mark.long
@often(0.5)
@given(anything)
def test_flesh_is_finite_whatever_the_angles(angles):
    assert np.isfinite(flesh(skeleton(Posture(angles=angles))).centres).all()


@pytest.mark.parametrize("movement", ["rotation", "abduction"])
def test_an_arm_turned_right_round_has_flesh(movement):
    angles = {("right", "shoulder", movement): 180.0, ("right", "hip", movement): 180.0}
    assert np.isfinite(flesh(skeleton(Posture(angles=angles))).centres).all()
