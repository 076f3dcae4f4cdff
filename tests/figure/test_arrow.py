"""Arrows: along the way or around the turn of what moves, near it, and readable where they lie."""

import numpy as np
import pytest

from tests.figure.figure_helpers import drawing, figures, parse, read, settled, shown
from unslouch.figure.arrow import HEAD_LENGTH, NEAR, SHORTEST, arrows_of, distances, placed, smooth, swept, usual, way
from unslouch.figure.depth import camera
from unslouch.figure.flesh import flesh
from unslouch.figure.props import cloud_of
from unslouch.figure.scene import scene_of
from unslouch.figure.shown import Arrow

KICK = {"poses": {"start": {"base": "hands-and-knees"}, "end": {"from": "start", "right_hip": 0}}}


def view_of(scene):
    """As its camera has it."""
    return camera(scene.camera.azimuth, scene.camera.elevation)


def arrows(figure, name="end"):
    """Of a pose of a figure as data."""
    scene = scene_of(parse(figure), name)
    return arrows_of(scene, view_of(scene))


@pytest.mark.whole
def test_an_arrow_is_long_enough_and_off_the_body():
    start, end = settled(base="hands-and-knees"), settled(base="hands-and-knees", right_hip={"abduction": 12})
    view = camera(40, 10)
    cloud = flesh(end.skeleton)
    line = placed(Arrow(follows="right knee"), start, end, cloud, view)
    assert SHORTEST - 1 < distances(line)[-1] < SHORTEST + 1
    assert cloud.flat(view).clearance(line).min() > 2.5


HOLLOW = {"base": "supine", "feet": {"at": {"forward": 41, "out": 7}}, "pelvis": {"anterior_tilt": 20}}
FLAT = {"from": "start", "pelvis": {"posterior_tilt": 18}, "arrow": "waist"}


def test_the_waist_goes_down_when_the_pelvis_tips_back():
    """Knees and feet stay: an arrow of the pelvis' own turn reads as a bridge or a sit-up."""
    (arrow,) = arrows({"camera": {"azimuth": 88, "elevation": 14}, "poses": {"start": HOLLOW, "end": FLAT}})
    across, down = arrow.line[-1] - arrow.line[0]
    assert down < -3 * abs(across)


@pytest.mark.whole
@pytest.mark.parametrize("exercise", sorted(figures()))
def test_an_arrow_is_near_what_moves_or_on_the_body(exercise):
    figure = figures()[exercise]
    for name in figure.poses:
        scene = scene_of(figure, name)
        view = view_of(scene)
        for arrow, drawn in zip(scene.arrows or (), arrows_of(scene, view), strict=False):
            moved = swept(arrow, way(arrow, scene.start, scene.pose), view)
            assert moved.clearance(drawn.line).min() <= NEAR, name


SQUAT = {"feet": {"at": {"out": 2}}, "shift": {"forward": -15, "up": -21.5}, "lean": 26, "shoulders": 40, "elbows": 90}
CHAIR = {"props": [{"kind": "chair", "place": "behind", "at": 21}]}


STEP = {"base": "standing", "shift": {"up": -4}, "feet": {"at": {"out": 8}}}
STOOD = {
    "anchor": "left foot", "support": ["left foot"], "left_hip": {"adduction": 6, "flexion": 5},
    "left_knee": 10, "left_ankle": {"dorsiflexion": 5, "eversion": 6}, "right_knee": 10,
}  # fmt: skip
THERE_AND_BACK = {"follows": "right foot", "both_ways": True}


@pytest.mark.parametrize(
    ("azimuth", "arrow", "start", "end"),
    [
        (72, THERE_AND_BACK, {**STOOD, "right_hip": {"extension": 18}}, {"right_hip": 45}),
        (180, THERE_AND_BACK, {**STOOD, "right_hip": {"adduction": 18, "flexion": 16}}, {"right_hip": {"abduction": 36}}),
        (10, {"follows": "right foot"}, STEP, {"shift": {"up": -5, "right": 6}, "right_foot": {"at": {"out": 21}}}),
        (10, {"follows": "left foot"}, STEP, {"shift": {"up": -5, "right": -6}, "left_foot": {"at": {"out": 21}}}),
    ],
)  # fmt: skip
def test_the_arrow_of_a_foot_lies_between_its_start_and_its_end(azimuth, arrow, start, end):
    """Not past the foot where it ends, nor only from the foot that stands."""
    poses = {"a": start, "end": {"from": "a", **end}}
    figure = {"camera": {"azimuth": azimuth, "elevation": 6}, "arrow": arrow, "poses": poses}
    (drawn,), scene = arrows(figure), scene_of(parse(figure), "end")
    went = np.array([(view_of(scene) @ pose.part(arrow["follows"]))[0] for pose in (scene.start, scene.pose)])
    tail, tip = drawn.line[0, 0], drawn.heads[0][0][0]
    assert abs((tail + tip) / 2 - went.mean()) < 6


@pytest.mark.long
@pytest.mark.parametrize("azimuth", [54, 72, 90])
def test_an_arrow_keeps_clear_of_a_chair_behind_the_body_and_near_the_hips(azimuth):
    poses = {"a": {}, "end": {**SQUAT, **CHAIR, "after": "a"}}
    scene = scene_of(parse({"camera": {"azimuth": azimuth, "elevation": 8}, "arrow": "pelvis", "poses": poses}), "end")
    view = view_of(scene)
    ((line, *_),) = arrows_of(scene, view)
    assert cloud_of(scene.pose, scene.props).flat(view).clearance(line).min() > 2.5
    moved = swept(Arrow(follows="pelvis"), way(Arrow(follows="pelvis"), scene.start, scene.pose), view)
    assert moved.clearance(line).min() <= NEAR


def test_a_short_way_keeps_its_direction():
    """An arm that is lifted a little goes forward, and so does its arrow."""
    start, end = settled(), settled(right_shoulder={"flexion": 8})
    line = placed(Arrow(follows="right hand"), start, end, flesh(end.skeleton), camera(90, 0))
    step = line[-1] - line[0]
    assert step[0] > 2 * abs(step[1])


def test_an_arrow_has_no_kink():
    hairpin = np.array([[0.0, 0.0], [4, 0], [8, 0], [9, 1], [9, 3], [8, 4], [4, 4], [0, 5]])
    steps = np.diff(smooth(hairpin), axis=0)
    turns = np.degrees(np.diff(np.unwrap(np.arctan2(steps[:, 1], steps[:, 0]))))
    assert np.sign(turns).min() == np.sign(turns).max(), "it bends one way"
    assert distances(smooth(hairpin))[-1] == pytest.approx(distances(hairpin)[-1])


@pytest.mark.long
def test_what_moves_furthest_has_an_arrow_unasked():
    poses = {name: settled(base="hands-and-knees", **more) for name, more in {"a": {}, "b": {"right_hip": 0}}.items()}
    assert usual(poses["a"], poses["b"], camera(90, 0)) == [Arrow(follows="right foot")]
    assert usual(poses["a"], poses["a"], camera(90, 0)) == []


@pytest.mark.parametrize(
    ("turned", "part"),
    [
        ({"neck": {"rotation": 40}}, "head"),
        ({"right_elbow": 90, "right_forearm": {"pronation": 60}}, "right forearm"),
        ({"left_shoulder": {"rotation": 30}}, "left upper arm"),
        ({"trunk": {"rotation": -30}}, "torso"),
        ({"right_ankle": {"inversion": 20}}, "right foot"),
    ],
)
def test_what_only_turns_has_a_turning_arrow_unasked(turned, part):
    bent = {joint: value for joint, value in turned.items() if joint == "right_elbow"}
    assert usual(settled(**bent), settled(**turned), camera(48, 8)) == [Arrow(turns=part)]


def test_a_close_up_has_an_arrow_of_what_it_shows():
    start, end = settled(), settled(right_ankle={"plantarflexion": 30}, left_ankle={"plantarflexion": 30})
    assert usual(start, end, camera(90, 6)) == [Arrow(follows="pelvis")]
    assert usual(start, end, camera(90, 6), "right foot", 0.4) == [Arrow(follows="right foot")]


@pytest.mark.parametrize("way_round", [1, -1])
def test_a_turning_arrow_goes_the_way_of_the_turn(way_round):
    """A head seen from the front that turns to its right goes to the picture's left, in front."""
    figure = {"camera": "front", "poses": {"a": {}, "end": {"from": "a", "neck": {"rotation": 40 * way_round}}}}
    (drawn,) = arrows(figure)
    middle = len(drawn.line) // 2
    assert np.sign(drawn.line[middle + 1, 0] - drawn.line[middle - 1, 0]) == -way_round


@pytest.mark.parametrize("way_round", [1, -1])
def test_a_turning_arrow_goes_around_the_axis_of_a_turn_that_is_across(way_round):
    """A pelvis seen from its right that tips forward turns clockwise: the arrow goes so, beside the hips and not over them."""
    tips = {"from": "a", "pelvis": {"anterior_tilt": 12 * way_round}}
    figure = parse({"camera": "side", "arrow": {"turns": "pelvis"}, "poses": {"a": {}, "end": tips}})
    scene = scene_of(figure, "end")
    view = view_of(scene)
    (drawn,) = arrows_of(scene, view)
    from_hips = drawn.line - (view @ scene.pose.skeleton.point("pelvis", (0, 4, 0)))[:2]
    steps = np.diff(drawn.line, axis=0)
    clockwise = from_hips[:-1, 1] * steps[:, 0] - from_hips[:-1, 0] * steps[:, 1]
    assert (np.sign(clockwise) == way_round).all()
    assert flesh(scene.pose.skeleton).flat(view).clearance(drawn.line).min() > 1


@pytest.mark.whole
def test_an_arrow_has_two_heads_for_there_and_back():
    (one,) = arrows({**KICK, "arrow": {"follows": "right foot"}})
    (two,) = arrows({**KICK, "arrow": {"follows": "right foot", "both_ways": True}})
    assert (len(one.heads), len(two.heads)) == (1, 2)
    tip = two.heads[1][0]
    assert np.linalg.norm(tip - two.line[0]) < HEAD_LENGTH
    assert (two.line[0] - two.line[1]) @ (tip - two.line[0]) > 0


@pytest.mark.parametrize(
    ("written", "count"),
    [("right foot", 1), ("none", 0), (["right foot", {"turns": "head"}], 2), ({"follows": "right foot"}, 1)],
)
def test_arrows_are_written_short_or_long(written, count):
    assert len(arrows({**KICK, "arrow": written})) == count


def test_a_pose_may_have_none_where_the_figure_has_one():
    none = {**KICK, "arrow": "right foot", "poses": {**KICK["poses"], "end": {**KICK["poses"]["end"], "arrow": "none"}}}
    assert arrows(none) == []
    assert not {"a", "b", "t"} & {shape.style for shape in shown("none", parse(none), "end").frames[0]}


@pytest.mark.parametrize(
    ("setting", "hint"),
    [
        ({"arrow": "right fot"}, "right foot"),
        ({"arrow": ["head", "right fot"]}, "right foot"),
        ({"arrow": {"turns": "hed"}}, "head"),
        ({"arrow": {}}, "follows: right foot"),
        ({"arrow": {"follows": "head", "turns": "head"}}, "turns: head"),
        ({"camera": "sid"}, "side"),
        ({"camera": {"close_up": "right hnd"}}, "right hand"),
    ],
)
def test_a_slip_in_what_is_shown_has_a_hint(setting, hint):
    figure, problems = read({**KICK, **setting})
    assert figure is None
    assert len(problems) == 1
    assert hint in problems[0].hint


@pytest.mark.parametrize(("word", "azimuth"), [("front", 0), ("side", 90), ("back", 180), ("three-quarter", 48)])
def test_a_camera_is_a_word_or_angles(word, azimuth):
    assert parse({**KICK, "camera": word}).camera.azimuth == azimuth
    turned = parse({**KICK, "camera": {"view": word, "elevation": 20}}).camera
    assert (turned.azimuth, turned.elevation) == (azimuth, 20)


def test_a_halo_lies_below_every_arrow():
    found = [shape.style for shape in drawing("donkey-kick", "end").frames[0]]
    assert found[-3:] == ["b", "a", "t"]
