"""The floor, targets, reach."""

import json
import re

import numpy as np
import pytest

from tests.figure.figure_helpers import figures, more, parse, settled
from unslouch.figure.bases import BASES
from unslouch.figure.between import settle_between
from unslouch.figure.body import ANKLE_HEIGHT, OTHER_SIDE, SIDES
from unslouch.figure.flesh import flesh
from unslouch.figure.geometry import rotate_y
from unslouch.figure.goals import closed_round, touched
from unslouch.figure.grips import grip_of
from unslouch.figure.measure import elbow_angles, joints
from unslouch.figure.parts import PARTS, all_but
from unslouch.figure.posture import On, resolve
from unslouch.figure.reach import reach
from unslouch.figure.scene import settled as settled_in
from unslouch.figure.settle import _alike, gap, goal_of, held, settle, touching
from unslouch.figure.surfaces import Round
from unslouch.figure.things import CUSHION, surfaces


@pytest.mark.parametrize("base", BASES)
def test_every_base_rests_on_the_floor(base):
    assert flesh(settled(base=base).skeleton).lowest() == pytest.approx(0, abs=0.6)


def test_a_foot_said_to_be_on_the_floor_is_on_it():
    pose = settled(feet={"at": {"forward": 5, "out": 12}}, shift={"up": -10})
    for side, sign in (("right", 1), ("left", -1)):
        ankle, rotation = pose.skeleton.frames[f"{side}_foot"].origin, pose.skeleton.frames[f"{side}_foot"].rotation
        assert ankle == pytest.approx((5, ANKLE_HEIGHT, sign * 12), abs=0.1)
        assert rotation[:, 1] == pytest.approx((0, 1, 0))
        assert flesh(pose.skeleton).of([f"{side}_foot"]).lowest() == pytest.approx(0, abs=0.3)


def test_a_raised_heel_stands_on_the_ball_of_the_foot():
    pose = settled(feet={"at": {"out": 6}, "heel_raised": 40}, shift={"up": 2})
    foot = pose.skeleton
    assert foot.point("right_foot", (7, -ANKLE_HEIGHT, 0))[1] == pytest.approx(0, abs=0.4)
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


@pytest.mark.long
def test_a_movement_begins_and_ends_with_its_poses():
    start = settled(base="hands-and-knees")
    end = settled(base="hands-and-knees", right_hip={"abduction": 50})
    for share, pose in ((0, start), (1, end)):
        body = settle_between(start, end, share).skeleton
        for name in ("head", "right_shank", "left_hand"):
            assert np.allclose(body.point(name), pose.skeleton.point(name), atol=0.3)


@pytest.mark.long
@pytest.mark.parametrize(
    "pose",
    [
        {"right_hip": {"flexion": 60, "abduction": 20, "rotation": 30}, "left_foot": {"at": {"out": 4}}, "tilt": 8},
        {
            "base": "half-kneeling",
            "right_knee": 80,
            "trunk": {"side_bend": 12, "rotation": 9},
            "right_hand": "left hip",
        },
        {"base": "side-lying-left", "right_hip": {"abduction": 30}, "left_knee": 70, "left_hand": "side of head"},
        {"base": "hands-and-knees", "right_hip": {"abduction": 40}, "turn": 20, "shift": {"right": 3}},
    ],
)
def test_a_pose_written_for_the_other_side_is_the_mirror_image(pose):
    if pose.get("base") in ("half-kneeling", "hands-and-knees"):  # these bases have a side of their own
        pose = {"contacts": {"shins": "nothing"}, "support": ["right knee", "left knee"], **pose}
        pose = {"anchor": "pelvis", "right_foot": "nothing", "left_foot": "nothing", **pose}
        pose = {"left_hip": {"flexion": 77, "abduction": 0}, "knees": 90, "ankles": -58, **pose}
    one, other = settled(**pose).skeleton, settled(**_for_the_other_side(pose)).skeleton
    for segment, (_, origin) in one.frames.items():
        assert other.frames[_swapped(segment)].origin == pytest.approx(origin * [1, 1, -1], abs=0.02), segment


def _swapped(text: str) -> str:
    """Right for left and left for right."""
    return re.sub("right|left", lambda side: OTHER_SIDE[side[0]], text)


def _for_the_other_side(pose: dict) -> dict:
    """A pose as an author would write its mirror image."""
    other = json.loads(_swapped(json.dumps({**pose, "shift": {}})))
    for name in ("tilt", "turn"):
        other[name] = -pose.get(name, 0)
    other["shift"] = {"right": -pose.get("shift", {}).get("right", 0)}
    if "trunk" in pose:
        other["trunk"] = {movement: -degrees for movement, degrees in pose["trunk"].items()}
    return other


def _on_hands_and_knees() -> list:
    """Every pose on hands and knees: of the site, of the other exercises, and the base itself."""
    found = {**figures(), **more(), "base": parse({"poses": {"start": {"base": "hands-and-knees"}}})}
    return [
        pytest.param(figure, name, id=f"{exercise}-{name}")
        for exercise, figure in found.items()
        for name in figure.poses
        if resolve(figure, name)[0].base == "hands-and-knees"
    ]


@pytest.mark.long
@pytest.mark.parametrize(("figure", "name"), _on_hands_and_knees())
def test_arms_on_hands_and_knees_are_straight_and_never_bend_backwards(figure, name):
    posture, _ = resolve(figure, name)
    pose = settle(posture)
    for side in posture.hands:
        shoulder, elbow, wrist = (pose.skeleton.point(f"{side}_{s}") for s in ("upper_arm", "forearm", "hand"))
        assert joints(pose.skeleton)[f"{side} elbow"]["flexion"] < 3
        assert pose.shortfall[f"{side}_hand"] < 0.5
        arm = wrist - shoulder
        aside = (elbow - shoulder) - arm * ((elbow - shoulder) @ arm) / (arm @ arm)
        assert aside[0] <= 0, "the elbow is ahead of the line from shoulder to wrist"


@pytest.mark.long
@pytest.mark.parametrize(("base", "lifted", "part"), [
    ("hands-and-knees", {"right_hip": 0}, "right foot"),
    ("prone", {"right_hip": {"extension": 20}}, "right foot"),
    ("supine", {"left_hip": {"flexion": 60}}, "left foot"),
])  # fmt: skip
def test_a_limb_that_is_lifted_leaves_the_floor_at_once(base, lifted, part):
    start, end = settled(base=base), settled(base=base, **lifted)
    rise = [settle_between(start, end, share).part(part)[1] - start.part(part)[1] for share in (0.06, 0.12, 1)]
    assert 0.02 * rise[2] < rise[0] < rise[1] < rise[2]


@pytest.mark.parametrize("pronation", [-60, 0, 45])
def test_a_forearm_comes_to_the_floor_without_leaving_the_elbow_s_hinge(pronation):
    more = {"shoulders": {"abduction": 40}, "elbows": 90, "forearms": {"pronation": pronation}}
    body = settled(base="supine", **more, contacts={"forearms": "floor"}).skeleton
    for side in SIDES:
        assert abs(elbow_angles(body, side)[1]) < 0.1
        assert abs(PARTS[f"{side} forearm"].flesh(body).lowest()) < 0.1


@pytest.mark.parametrize("flexion", [30, 80, 110])
def test_a_forearm_whose_elbow_would_be_deep_under_the_floor_takes_the_elbow_with_it(flexion):
    pose = settled(base="prone", shoulders={"flexion": flexion}, elbows=90, contacts={"forearms": "floor"})
    for side in SIDES:
        assert abs(PARTS[f"{side} forearm"].flesh(pose.skeleton).lowest()) < 0.1
        assert PARTS[f"{side} elbow"].flesh(pose.skeleton).lowest() > -0.5


WALL_AHEAD, WALL_ASIDE = {"kind": "wall", "place": "front"}, {"kind": "wall", "place": "left", "at": 26}
CHAIR_AHEAD, STEP_AHEAD = {"kind": "chair", "place": "front"}, {"kind": "step", "place": "front"}
CROSSED = {"base": "supine", "right_foot": "left knee", "left_hip": 60, "left_knee": 90}


@pytest.mark.parametrize(
    ("props", "written", "surface"),
    [
        ([WALL_AHEAD], {"hands": "wall"}, "wall"),
        ([WALL_ASIDE], {"left_hand": "wall"}, "wall"),
        ([CHAIR_AHEAD], {"hands": "chair back"}, "chair back"),
        ([CHAIR_AHEAD], {"base": "kneeling", "hands": "chair seat"}, "chair seat"),
        ([STEP_AHEAD], {"right_foot": "step"}, "step"),
        ([WALL_AHEAD], {"base": "supine", "feet": "wall"}, "wall"),
        ([], {"right_hand": "hip"}, None),
        ([], {"right_hand": "chest"}, None),
        ([], CROSSED, None),
    ],
)
def test_the_flesh_of_a_limb_just_touches_what_it_is_put_on(props, written, surface):
    pose = settled_in(parse({"props": props, "poses": {"start": written}}), "start")
    placed = {
        **{f"{side} foot": one for side, one in pose.posture.feet.items()},
        **{f"{side} hand": one for side, one in pose.posture.hands.items()},
    }
    assert placed
    for name, placement in placed.items():
        if surface or touched(placement):
            side, limb = name.split()
            on = surfaces(pose.things)[surface] if surface else Round(all_but(pose.skeleton, side, limb))
            assert abs(gap(pose.skeleton, PARTS[name], on)) < 0.05
            assert pose.shortfall[f"{side}_{limb}"] < 0.001


def test_a_limb_that_was_pressed_looks_for_its_bend_near_where_it_is_and_in_a_movement_keeps_it(monkeypatch):
    pose = settled_in(parse({"props": [WALL_AHEAD], "poses": {"start": {"hands": "wall"}}}), "start")
    asked = []

    def watched(body, side, limb, goal, bend="free"):
        asked.append((side, limb, bend))
        return reach(body, side, limb, goal, bend)

    monkeypatch.setattr("unslouch.figure.settle.reach", watched)
    goal = goal_of(pose.skeleton, pose.posture, "right", "hand", pose.things)
    for bend, bends in ((None, ["free", "near"]), ("near", ["near", "near"]), ("own", ["own", "own"])):
        asked.clear()
        more = {} if bend is None else {"bend": bend}
        touching(pose.skeleton, pose.posture, "right", "hand", goal, pose.things, **more)
        assert asked == [("right", "hand", one) for one in bends]


def test_a_limb_on_a_thing_that_is_not_there_stays_and_misses_nothing():
    pose, still = settled(right_hand="wall"), settled()
    assert pose.missed["right_hand"].tolist() == [0, 0, 0]
    assert np.array_equal(pose.skeleton.frames["right_hand"].origin, still.skeleton.frames["right_hand"].origin)


def test_segments_are_where_they_were_to_the_millionth_of_a_unit():
    here = settled().skeleton.moved(np.array([500.0, 0, 0])).frames["pelvis"]
    near, off = (here._replace(origin=here.origin + np.array([far, 0, 0])) for far in (5e-7, 3e-6))
    assert _alike(here, near)
    assert not _alike(here, off)
    assert not _alike(here, here._replace(rotation=here.rotation @ rotate_y(0.01)))


@pytest.mark.parametrize("name", ["head", "right foot", "left elbow", "pelvis", "back"])
def test_a_part_is_where_its_place_on_its_segment_is(name):
    pose, part = settled(base="supine"), PARTS[name]
    rotation, origin = pose.skeleton.frames[part.segment]
    assert pose.part(name) == pytest.approx(origin + rotation @ part.point)


@pytest.mark.parametrize("written", [
    {"shoulders": 40, "elbows": 30},
    {"shoulders": {"flexion": 90, "abduction": 20}, "elbows": 20},
    {"right_shoulder": 70, "left_shoulder": 35, "elbows": 15},
])  # fmt: skip
def test_both_hands_close_round_the_one_thing_they_hold(written):
    held = settled_in(
        parse({"props": [{"kind": "stick", "place": "both hands"}], "poses": {"start": written}}), "start"
    )
    free = settled(**written)
    right, left = (grip_of(held.skeleton, side) for side in SIDES)
    along = (right - left) / np.linalg.norm(right - left)
    for side in SIDES:
        hand = held.skeleton.frames[f"{side}_hand"].rotation
        round_it = closed_round(held.skeleton, side, grip_of(held.skeleton, side), along).rotation
        assert held.part(f"{side} hand") == pytest.approx(free.part(f"{side} hand"), abs=6)
        assert hand == pytest.approx(round_it, abs=0.08)
        assert not np.allclose(hand, free.skeleton.frames[f"{side}_hand"].rotation, atol=0.05)


@pytest.mark.parametrize("id", ["foam-roller", "thoracic-extension"])
@pytest.mark.parametrize("name", ["start", "end"])
def test_a_part_lies_on_top_of_something_round(id, name):
    pose = settled_in(more()[id], name)
    (roller,) = (surface for on, surface in surfaces(pose.things).items() if on == "foam roller")
    names = {*pose.posture.support, *pose.posture.contacts}
    (part,) = (name for name in names if pose.posture.below(name) == "foam roller")
    assert abs(gap(pose.skeleton, PARTS[part], roller)) < 0.1
    assert all(missed < 0.6 for missed in pose.shortfall.values())


@pytest.mark.parametrize("person", ["ada", "kofi", "tom"])
@pytest.mark.parametrize(("props", "written", "part", "on"), [
    ([{"kind": "wall", "place": "behind"}],
     {"feet": {"at": {"forward": 22, "out": 6}}, "shift": {"up": -22}, "contacts": {"back": "wall"}}, "back", "wall"),
    ([{"kind": "chair", "place": "under"}], {"base": "sitting"}, "pelvis", "chair seat"),
])  # fmt: skip
def test_every_build_leans_and_sits_on_what_is_there(person, props, written, part, on):
    pose = settled_in(parse({"person": person, "props": props, "poses": {"start": written}}), "start")
    assert abs(gap(pose.skeleton, PARTS[part], surfaces(pose.things)[on])) < 0.1
    assert all(missed < 0.1 for missed in pose.shortfall.values())
    assert all(abs(PARTS[f"{side} foot"].flesh(pose.skeleton).lowest()) < 0.3 for side in pose.posture.feet)


def test_a_foot_goes_to_the_other_leg_where_that_is_by_then():
    crossed = {"base": "sitting", "right_foot": "left knee", "left_foot": {"at": {"forward": 30, "out": 12}}}
    pose = settled_in(parse({"props": [{"kind": "chair", "place": "under"}], "poses": {"start": crossed}}), "start")
    on = Round(all_but(pose.skeleton, "right", "foot"))
    assert pose.skeleton.frames["left_foot"].origin[0] == pytest.approx(pose.skeleton.point("pelvis")[0] + 30, abs=0.1)
    assert abs(gap(pose.skeleton, PARTS["right foot"], on)) < 0.1
    assert pose.shortfall["right_foot"] < 0.1


def test_a_wall_that_nothing_touches_stands_clear_of_what_was_placed_and_one_that_is_there_stays():
    def posture(at, **more):
        wall = {"props": [WALL_AHEAD], "poses": {"start": {"left_foot": at, **more}}}
        return resolve(parse(wall), "start")[0]

    near, far = ({"at": {"forward": ahead, "out": 5}} for ahead in (0, 40))
    walls = [next(iter(settle(posture(at)).things.items())) for at in (near, far)]
    assert walls[1][1].place[0] > walls[0][1].place[0] + 5
    prop, there = walls[0]
    assert settle(posture(far), {prop: there}).things[prop] is there
    leant_on = [settle(posture(at, hands="wall")).things[prop].place[0] for at in (near, far)]
    assert leant_on[0] == pytest.approx(leant_on[1])


@pytest.mark.parametrize("person", ["ada", "kofi"])
@pytest.mark.parametrize(("prop", "written", "part", "on"), [
    ({"kind": "wall", "place": "behind"},
     {"feet": {"at": {"forward": 22, "out": 6}}, "shift": {"up": -22}, "contacts": {"back": "wall"}}, "back", "wall"),
    ({"kind": "chair", "place": "under"}, {"base": "sitting", "contacts": {"pelvis": "chair seat"}}, "pelvis", "chair seat"),
])  # fmt: skip
def test_every_build_is_moved_to_what_stands_where_another_s_pose_has_it(person, prop, written, part, on):
    figure = {"props": [prop], "poses": {"start": written}}
    room = settle(resolve(parse(figure), "start")[0]).things
    other = settle(resolve(parse({"person": person, **figure}), "start")[0], room)
    assert other.things == room
    assert abs(gap(other.skeleton, PARTS[part], surfaces(room)[on])) < 0.05


def test_a_limb_on_a_cushion_lies_as_high_as_that_is():
    written = {"base": "half-kneeling", "raised": 3, "right_foot": "nothing", "contacts": {"right knee": "floor"}}
    pose = settled_in(
        parse({"props": [{"kind": "cushion", "place": "right knee"}], "poses": {"start": written}}), "start"
    )
    assert PARTS["right knee"].flesh(pose.skeleton).lowest() == pytest.approx(CUSHION, abs=0.1)


def _held(**written):
    return held(resolve(parse({"poses": {"start": written}}), "start")[0])


def test_what_lies_is_what_carries_and_what_the_author_says_less_the_limbs_said_more_of():
    assert _held(base="supine").keys() >= {"right forearm", "left forearm", "right leg", "left leg"}
    assert not _held(base="supine", right_hand="belly").keys() & {"right forearm", "right arm", "right elbow"}
    assert "left forearm" in _held(base="supine", right_hand="belly")
    assert not _held(base="supine", feet={"at": {"forward": 30}}).keys() & {"right leg", "left leg"}
    assert _held(base="supine", support=["right shin"])["right shin"] == On("floor", implied=True)
    seat = {"base": "sitting", "props": [{"kind": "chair", "place": "under"}]}
    assert _held(**seat)["pelvis"] == On("chair seat", implied=True)
    assert "pelvis" not in _held(base="standing", props=[{"kind": "chair", "place": "front"}])
