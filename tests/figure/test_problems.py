"""Everything an author can get wrong is told: errors of form by line and column, errors of a body by path."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.figure.figure_helpers import read, settled, wrong_with
from tests.helpers import often
from unslouch.content.problems import Problem
from unslouch.figure import PoseProblem, solve
from unslouch.figure.marks import marks


def refused(text: str) -> Problem:
    """The one thing wrong with the form of a figure written in YAML."""
    _, problems = read(text)
    assert len(problems) == 1, problems
    return problems[0]


def refused_pose(line: str) -> Problem:
    """The one thing wrong with a pose of one line."""
    problem = refused(f"poses:\n  start:\n    {line}\n")
    assert problem.line == 3
    return problem


def underlined(problem: Problem) -> str:
    """What the caret points at."""
    return problem.excerpt[problem.column - 1 :][: problem.length]


def only(figure) -> PoseProblem:
    problems = wrong_with(figure)
    assert len(problems) == 1, problems
    return problems[0]


def pose(**settings):
    return {"poses": {"start": settings}}


@pytest.mark.parametrize(
    ("line", "marked", "message", "hint"),
    [
        ("right_hipp: 30", "right_hipp", "unknown key `right_hipp`", "did you mean `right_hip`?"),
        ("right_hip: {flextion: 30}", "flextion", "unknown key `flextion`", "did you mean `flexion`?"),
        ("on: floor", "on", "unknown key `on`", ""),
        ("right_knee: ninety", "ninety", "takes a number, not text", ""),
        ("shift: {up: -.8}", "-.8", "takes a number, not text", "write -0.8"),
        ("right_knee: true", "true", "", ""),
        ("right_knee: {flexion: true}", "true", "`flexion` takes a number, not true or false", ""),
        ("right_knee: {flexion: [90]}", "[", "`flexion` takes a number, not a list", ""),
        ("right_knee: {flexion: .nan}", ".nan", "`flexion` takes a number", ""),
        ("right_knee: {flexion: .inf}", ".inf", "`flexion` takes a number", ""),
        ("right_knee: 900", "900", "must be 400 or less", ""),
        ("right_hip: {flexion: 10, extension: 10}", "", "give flexion or extension, not both", "20 of extension"),
        ("base: half-kneelin", "half-kneelin", "not a word known for `base`", "did you mean `half-kneeling`?"),
        ("right_hand: left kne", "left kne", "not a word known", "did you mean `left knee`?"),
        ("highlight: [right glute]", "right glute", "not a word known", "did you mean `right glutes`?"),
        ("props: [mat, {kind: cushion, place: ankles}]", "ankles", "a cushion has no place `ankles`", "known: pelvis"),
        ("props: [trampoline]", "trampoline", "not a word known", ""),
    ],
)
def test_an_error_of_form_is_marked_and_explained(line, marked, message, hint):
    problem = refused_pose(line)
    assert marked in underlined(problem), (underlined(problem), problem)
    assert message in problem.message
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize("text", ["", "[]", "x", "{}", "poses: {}", "poses: {Start: {}}", "poses: {a: }"])
def test_a_figure_of_the_wrong_form_is_a_problem(text):
    figure, problems = read(text)
    assert figure is None
    assert problems


def test_an_angle_past_its_limit_is_at_the_place_where_it_was_written():
    figure = {"poses": {"start": {"right_hip": {"flexion": 20}}, "end": {"from": "start", "knees": {"flexion": 190}}}}
    problems = wrong_with(figure)
    assert {p.path for p in problems} == {("poses", "end", "knees", "flexion")}
    assert problems[0].message == "right knee: 190° of flexion is more than the joint allows (158°)"


def test_an_inherited_fault_is_told_once():
    figure = {"poses": {"start": {"right_knee": 190}, "end": {"from": "start", "right_hip": 20}}}
    assert only(figure).path == ("poses", "start", "right_knee", "flexion")


def test_out_of_reach_says_by_how_much():
    problem = only(pose(base="standing", right_hand="left heel"))
    assert problem.path == ("poses", "start", "right_hand")
    assert re.match(r"the right hand does not reach the left heel: it stays \d+ cm too high", problem.message)
    assert problem.hint == "bend the trunk (`trunk: 80`), or choose a nearer place"
    assert problem.part == "right hand"


@pytest.mark.long
def test_a_pose_that_inherits_a_placement_is_named_where_it_does_not_work():
    start = {"base": "supine", "right_foot": {"at": {"forward": 30, "out": 5}}, "right_hip": 45, "right_knee": 90}
    problem = only({"poses": {"start": start, "end": {"from": "start", "shift": {"forward": -40}}}})
    assert problem.path == ("poses", "start", "right_foot")
    assert problem.message.endswith(", in `end`")


def test_a_part_under_the_floor_is_named():
    problem = only(
        pose(base="standing", support=["right foot"], left_hip={"extension": 5}, right_hip=60, right_knee=60)
    )
    assert problem.path == ("poses", "start")
    assert "left foot" in problem.message
    assert "under the floor" in problem.message


def test_one_part_through_another_is_named():
    problem = only(pose(base="standing", right_shoulder={"abduction": 0, "internal_rotation": 85}, right_elbow=90))
    assert "goes through" in problem.message
    crossing = only(pose(base="standing", right_hip={"adduction": 9}, left_hip={"adduction": 9}))
    assert "right" in crossing.message
    assert "left" in crossing.message


def test_unknown_poses_are_named():
    assert only({"poses": {"end": {"from": "begin"}}}).path == ("poses", "end", "from")
    assert only({"poses": {"end": {"after": "begin"}}}).path == ("poses", "end", "after")


def test_a_pose_that_extends_itself_is_a_problem_and_no_endless_loop():
    problems = wrong_with({"poses": {"a": {"from": "b"}, "b": {"from": "a"}}})
    assert problems
    assert all("extends itself" in p.message for p in problems)


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)
KEYS = """base from after contacts right_hip hips knees trunk shift feet hands right_hand support anchor camera arrow
props lean"""
keys = st.sampled_from(KEYS.split())


@often(1.5)
@given(st.dictionaries(keys, anything, max_size=4))
@pytest.mark.whole
def test_nothing_raises_at_authors(written):
    figure, problems = read(pose(**written))
    for problem in problems or solve(figure):
        assert problem.message


@often(0.6)
@given(
    st.sampled_from(["standing", "kneeling", "sitting", "supine", "prone", "side-lying-left", "hands-and-knees"]),
    st.dictionaries(
        st.sampled_from(["right_hip", "left_knee", "trunk", "right_shoulder", "elbows", "lean"]),
        st.integers(-400, 400),
        max_size=4,
    ),
)
@pytest.mark.whole
def test_any_angles_are_solved_or_refused(base, angles):
    for problem in wrong_with(pose(base=base, **angles)):
        assert problem.path[:2] == ("poses", "start")


STANDS = {"base": "standing", "feet": {"at": {"out": 6}}}
BESIDE = {**STANDS, "right_hand": {"at": {"forward": 10, "out": 42}, "height": 60}}
BEHIND = {**STANDS, "right_hand": {"at": {"forward": -32, "out": 14}, "height": 45}}
CROSSED = {"base": "standing", "right_foot": "above left knee", "left_foot": {"at": {"out": 5}}}


@pytest.mark.long
@pytest.mark.parametrize(
    ("pose", "hint", "followed"),
    [
        ({**BESIDE}, "right: ", "shift"),
        ({**BEHIND}, "forward: -", "shift"),
        ({**STANDS, "right_hand": {"at": {"forward": 62, "out": 8}, "height": 60}}, "forward: ", "shift"),
        ({"base": "standing", "feet": {"at": {"out": 40}}}, "{up: -", "shift"),
        ({"base": "standing", "right_hand": "above left knee"}, "bend the trunk", "trunk"),
        ({"base": "standing", "hands": "shin"}, "bend the trunk", "trunk"),
        ({"base": "half-kneeling", "left_foot": {"at": {"forward": 55, "out": 8}}}, "shift", "shift"),
        (CROSSED, "the placed foot carries no weight", {"support": ["left foot"]}),
        ({**STANDS, "shift": {"up": -28}}, "heel_raised", {"feet": {"at": {"out": 6}, "heel_raised": 30}}),
        ({"base": "supine", "right_foot": {"at": {"forward": 5, "out": 5}}}, "further from the hip",
         {"right_foot": {"at": {"forward": 9, "out": 5}}}),
        ({"base": "sitting", "raised": 60}, "lower `raised`", {"raised": 0}),
        ({"base": "standing", "lean": 60}, "unless the feet are placed", {"feet": {"at": {"out": 6}}}),
    ],
)  # fmt: skip
def test_a_hint_that_is_followed_helps(pose, hint, followed):
    (first, *_) = found = wrong_with({"poses": {"start": pose}})
    assert hint in first.hint
    assert not re.search(r": -?0[,}]", first.hint), "a move that is none"
    if isinstance(followed, str):
        written = re.search(rf"`({followed}: [^`]+)`", first.hint)[1]
        followed = yaml.safe_load(written)
    better = wrong_with({"poses": {"start": {**pose, **followed}}})
    assert _how_bad(better) < _how_bad(found)


def _how_bad(problems) -> float:
    """All centimetres and degrees that are told; nothing where nothing is wrong."""
    told = (re.sub(r"on a person of 170 cm|\(.*?\)", "", one.message) for one in problems)
    return sum(float(number) for message in told for number in re.findall(r"\d+", message))


def test_what_is_wrong_with_both_hands_alike_and_written_once_is_one_problem():
    problem = only(pose(base="standing", hands={"at": {"forward": 60, "out": 10}, "height": 80}))
    assert problem.path == ("poses", "start", "hands")
    assert "the right hand does not reach" in problem.message
    assert problem.message.endswith("the left hand likewise")
    rings = marks([problem], settled(base="standing"))
    assert len(rings) == 2
    apart = {side: {"at": {"forward": 60, "out": 10}, "height": 80} for side in ("right_hand", "left_hand")}
    assert len(wrong_with(pose(base="standing", **apart))) == 2


def test_who_raises_a_heel_by_less_than_nothing_is_told_of_the_toes():
    problem = refused_pose("feet: {at: {out: 6}, heel_raised: -10}")
    assert "a heel is raised by 0 to 80 degrees" in problem.message
    assert "sole: forward" in problem.hint
    assert wrong_with(pose(base="sitting", right_foot={"at": {"forward": 43, "out": 6}, "sole": "forward"})) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [("right heel", "right foot"), ("left toes", "left foot"), ("right fingers", "right hand"), ("chin", "head")],
)
def test_an_arrow_may_follow_only_parts_and_the_nearest_is_named(written, meant):
    problem = refused(f"arrow: {written}\nposes:\n  start: {{base: standing}}\n")
    assert problem.hint == f"did you mean `{meant}`?"


def test_the_hint_about_a_thing_names_the_limb_that_goes_through_it():
    through = {"props": [{"kind": "bench", "place": "front"}], "poses": {"a": {"base": "hands-and-knees"}}}
    problem = only(through)
    assert "right upper arm" in problem.message
    assert "`right_hand: bench`" in problem.hint
    assert "foot" not in problem.hint


ROW = {
    "base": "standing",
    "lean": 68,
    "shift": {"forward": -12, "up": -6},
    "feet": {"at": {"out": 6}},
    "right_elbow": 100,
}


def test_what_is_held_comes_away_from_the_body_by_the_arm_that_the_hint_names():
    props = [{"kind": "dumbbell", "place": "right hand"}]
    problem = only({"props": props, "poses": {"a": {**ROW, "right_shoulder": {"extension": 18}}}})
    assert problem.message == "the dumbbell goes through the right thigh"
    assert "`right_shoulder: {abduction: 20}`" in problem.hint
    assert (
        wrong_with({"props": props, "poses": {"a": {**ROW, "right_shoulder": {"extension": 18, "abduction": 20}}}})
        == []
    )
