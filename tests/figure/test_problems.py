"""Everything an author can get wrong is told: errors of form by line and column, errors of a body by path."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figure.figure_helpers import read, wrong_with
from tests.helpers import often
from unslouch.content.problems import Problem
from unslouch.figure import PoseProblem, solve


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
        ("on: floor", "on", "which YAML reads as true", "if the word itself is meant"),
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
    assert re.match(r"move the hips \(`shift: {forward: -?\d+, up: -\d+}`\), lean \d+ more", problem.hint)
    assert problem.part == "right hand"


def test_a_pose_that_inherits_a_placement_is_named_where_it_does_not_work():
    start = {"base": "supine", "right_foot": {"at": {"forward": 30, "out": 5}}, "right_hip": 45, "right_knee": 90}
    problem = only({"poses": {"start": start, "end": {"from": "start", "lean": -40}}})
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
def test_any_angles_are_solved_or_refused(base, angles):
    for problem in wrong_with(pose(base=base, **angles)):
        assert problem.path[:2] == ("poses", "start")
