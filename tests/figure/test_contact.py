"""What lies on something touches it, what carries nothing is told, and what stands somewhere stays there."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figure.figure_helpers import parse, settled, wrong_with
from tests.helpers import often
from unslouch.figure.balance import centre_of_mass
from unslouch.figure.bases import BASES
from unslouch.figure.between import settle_between
from unslouch.figure.contact import TOUCHING, contacts
from unslouch.figure.drop import drop, hanging_on
from unslouch.figure.names import PART_NAMES
from unslouch.figure.parts import PARTS
from unslouch.figure.report import warnings
from unslouch.figure.scene import settled as settled_in
from unslouch.figure.surfaces import FLOOR


def pose(**settings):
    return {"poses": {"start": settings}}


def gap(pose, part: str) -> float:
    """How far a part is from what it lies on."""
    return next(c.gap for c in contacts(pose) if c.part == part)


@pytest.mark.long
def test_every_name_of_a_part_has_flesh():
    assert list(PARTS) == list(PART_NAMES) or set(PARTS) == set(PART_NAMES)
    for part in PARTS.values():
        assert len(part.flesh(settled().skeleton).radii)


@pytest.mark.long
@pytest.mark.parametrize("base", BASES)
def test_what_a_base_has_lying_touches(base):
    found = contacts(settled(base=base))
    assert found or base == "standing"
    assert [c for c in found if abs(c.gap) > TOUCHING] == []
    assert wrong_with(pose(base=base)) == []
    assert warnings(parse(pose(base=base)), "start") == []


@pytest.mark.parametrize("base", ["supine", "prone", "side-lying-left", "side-lying-right"])
def test_a_lying_body_has_its_limbs_down(base):
    named = {c.part for c in contacts(settled(base=base))}
    assert {"head", "right leg", "left leg"} <= named


@often(0.6)
@given(
    st.sampled_from(["right knee", "left leg", "right elbow", "left arm", "head"]),
    st.floats(-8, 8),
    st.sampled_from(["supine", "prone", "hands-and-knees", "long-sitting"]),
)
@pytest.mark.whole
def test_a_dropped_part_touches_and_keeps_its_bones(name, height, base):
    body = settled(base=base).skeleton.moved(np.array([0, height, 0.0]))
    part = PARTS[name]
    fallen = drop(body, part, FLOOR)
    if fallen is body:
        return
    assert abs(part.flesh(fallen).lowest()) < 0.1
    for segment in hanging_on(part.turns):
        assert np.allclose(fallen.frames[segment].rotation @ fallen.frames[segment].rotation.T, np.eye(3))
    assert np.allclose(fallen.point(part.turns), body.point(part.turns))


def test_a_leg_that_was_lifted_stays_lifted():
    lifted = settled(base="side-lying-left", right_hip={"abduction": 35})
    assert "right leg" not in {c.part for c in contacts(lifted)}
    assert lifted.part("right foot")[1] > 25


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ({"base": "prone", "trunk": {"extension": 10}, "shoulders": 70, "elbows": 60, "contacts": {"elbows": "floor"}}, "right elbow"),
        ({"base": "supine", "right_hip": 30, "contacts": {"right leg": "left leg"}}, "right leg"),
        ({"base": "side-lying-left", "contacts": {"right knee": "floor"}, "right_hip": 50, "right_knee": 90}, "right knee"),
        ({"base": "standing", "props": [{"kind": "wall", "place": "behind"}], "contacts": {"head": "wall", "back": "wall"}}, "back"),
    ],
)  # fmt: skip
def test_a_part_is_put_where_the_pose_says(written, part):
    assert abs(gap(settled(**written), part)) < TOUCHING


def test_what_a_base_has_lying_is_never_pushed_under_the_floor():
    bridge = {"base": "supine", "feet": {"at": {"forward": 36, "out": 5}}, "lean": -33, "trunk": 8}
    assert wrong_with(pose(**bridge)) == []
    assert abs(gap(settled(**bridge), "head")) < TOUCHING


def test_two_parts_that_lean_on_a_wall_both_touch_it():
    sit = {
        "feet": {"at": {"forward": 22, "out": 6}},
        "shift": {"up": -22},
        "props": [{"kind": "wall", "place": "behind"}],
    }
    leaning = settled(**sit, contacts={"back": "wall", "pelvis": "wall", "head": "wall"})
    assert all(abs(gap(leaning, part)) < TOUCHING for part in ("back", "pelvis", "head"))


def test_a_part_that_cannot_come_down_is_told_with_its_distance():
    problems = wrong_with(pose(base="standing", contacts={"right elbow": "floor"}))
    assert [p.part for p in problems] == ["right elbow"]
    assert "cm above the floor" in problems[0].message
    assert problems[0].path == ("poses", "start", "contacts", "right elbow")


def test_a_support_that_floats_is_an_error():
    problems = wrong_with(pose(base="supine", hips=60, knees=90, support=["back", "right shin"]))
    assert "the right shin floats" in problems[0].message
    assert problems[0].part == "right shin"


def test_a_part_that_slopes_off_its_cushion_lies_on_the_floor():
    cushion = {"kind": "cushion", "place": "right knee"}
    kneeling = settled(base="half-kneeling", raised=3, props=[cushion], right_foot="nothing")
    found = {c.part: c for c in contacts(kneeling)}
    assert (found["right knee"].on, found["right shin"].on) == ("cushion", "floor")
    assert abs(found["right shin"].gap) <= TOUCHING


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"base": "standing", "lean": 60}, "falls over"),
        ({"base": "sitting", "raised": 60}, "nothing carries the body"),
        ({"base": "standing", "raised": 20}, "nothing carries the body"),
        ({"base": "sitting", "props": []}, "falls over"),
    ],
)
def test_a_body_that_nothing_holds_up_is_refused(written, told):
    problems = wrong_with(pose(**written))
    assert len(problems) == 1
    assert told in problems[0].message
    assert problems[0].hint


def test_a_weight_a_little_beside_its_feet_is_a_warning():
    figure = pose(base="standing", feet={"at": {"out": 5}}, shift={"forward": -9, "up": -1.5})
    assert wrong_with(figure) == []
    assert "behind what carries it" in warnings(parse(figure), "start")[0].message
    assert warnings(parse(pose(base="standing")), "start") == []


def test_the_weight_acts_near_the_hips_of_one_who_stands():
    place = centre_of_mass(settled())
    assert 53 < place[1] < 59  # 55 to 57 % of height (Winter)
    assert abs(place[2]) < 0.01


@pytest.mark.parametrize("on", ["wall", "chair seat", "chair back"])
def test_a_thing_that_is_not_there_cannot_be_touched(on):
    for written in ({"right_hand": on}, {"contacts": {"head": on}}):
        problems = wrong_with(pose(base="standing", **written))
        assert "there is no" in problems[0].message
        assert "props" in problems[0].hint


@pytest.mark.parametrize(
    ("prop", "written"),
    [
        ({"kind": "chair", "place": "front"}, {"hands": "chair back"}),
        ({"kind": "chair", "place": "left"}, {"left_hand": "chair back"}),
        ({"kind": "chair", "place": "front"}, {"base": "kneeling", "hands": "chair seat"}),
        ({"kind": "wall", "place": "front"}, {"hands": "wall"}),
        ({"kind": "wall", "place": "left", "at": 26}, {"left_hand": "wall"}),
        ({"kind": "chair", "place": "under"}, {"base": "sitting", "hands": "chair seat", "lean": 12, "hips": 102}),
    ],
)
def test_hands_lie_on_things(prop, written):
    figure = parse({"props": [prop], **pose(**written)})
    found = [c for c in contacts(settled_in(figure, "start")) if c.part.endswith("hand")]
    assert found
    assert all(abs(c.gap) < TOUCHING for c in found)


@pytest.mark.long
def test_a_chair_and_a_wall_stay_while_the_body_moves():
    poses = {
        "start": {"base": "sitting", "anchor": "right foot", "left_foot": {"at": {"out": -8}}},
        "end": {"base": "standing", "after": "start", "anchor": "right foot"},
    }
    figure = parse({"props": ["chair"], "poses": poses})
    start, end = (settled_in(figure, name) for name in poses)
    chairs = [next(iter(pose.things.values())) for pose in (start, end, settle_between(start, end, 0.5))]
    for chair in chairs[1:]:
        assert chair.place == pytest.approx(chairs[0].place)
    assert chairs[0].place[0] < -15


@pytest.mark.long
@pytest.mark.parametrize("share", [0.25, 0.5, 0.75])
def test_what_lies_in_both_poses_lies_between_them(share):
    start = settled(base="supine", shoulders={"abduction": 22})
    end = settled(base="supine", shoulders={"abduction": 80})
    between = settle_between(start, end, share)
    for part in ("right forearm", "left leg", "head"):
        assert abs(PARTS[part].flesh(between.skeleton).lowest()) < TOUCHING
