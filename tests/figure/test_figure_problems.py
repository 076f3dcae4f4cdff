"""Everything an author can get wrong comes back as a value with a path."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.figure import PoseProblem, parse, solve


def only(figure) -> PoseProblem:
    problems = solve(figure)
    assert len(problems) == 1, problems
    return problems[0]


def pose(**settings):
    return {"poses": {"start": settings}}


def test_an_unknown_joint_names_the_nearest():
    problem = only(pose(right_hipp=30))
    assert problem.path == ("poses", "start", "right_hipp")
    assert "`right_hipp` is not a joint" in problem.message
    assert problem.hint == "did you mean `right_hip`?"


def test_an_unknown_movement_names_the_nearest():
    problem = only(pose(right_hip={"flextion": 30}))
    assert problem.path == ("poses", "start", "right_hip", "flextion")
    assert problem.hint == "did you mean `flexion`?"


def test_a_text_where_a_number_is_meant_says_how_to_write_it():
    problem = only(pose(shift={"up": "-.8"}))
    assert problem.path == ("poses", "start", "shift", "up")
    assert problem.hint.startswith("write -0.8")
    assert only(pose(right_knee="ninety")).path[:3] == ("poses", "start", "right_knee")


@pytest.mark.parametrize("value", [True, [90], float("nan"), float("inf")])
def test_what_is_no_number_is_refused(value):
    assert only(pose(right_knee={"flexion": value})).path == ("poses", "start", "right_knee", "flexion")


def test_the_key_on_is_explained():
    assert "true and false" in solve(pose(right_foot={True: "floor"}))[0].hint


def test_an_angle_past_its_limit_is_at_the_place_where_it_was_written():
    figure = {"poses": {"start": {"right_hip": {"flexion": 20}}, "end": {"from": "start", "knees": {"flexion": 190}}}}
    problems = solve(figure)
    assert {p.path for p in problems} == {("poses", "end", "knees", "flexion")}
    assert problems[0].message == "right knee: 190° of flexion is more than the joint allows (158°)"


def test_an_inherited_fault_is_told_once():
    figure = {"poses": {"start": {"right_knee": 190}, "end": {"from": "start", "right_hip": 20}}}
    assert only(figure).path == ("poses", "start", "right_knee", "flexion")


def test_out_of_reach_says_by_how_much():
    problem = only(pose(base="standing", right_hand="left heel"))
    assert problem.path == ("poses", "start", "right_hand")
    assert problem.message.startswith("the right hand does not reach the left heel: ")
    assert problem.message.endswith(" cm short on a person of 170 cm")


def test_a_part_under_the_floor_is_named():
    problem = only(
        pose(base="standing", support=["right foot"], left_hip={"extension": 5}, right_hip=60, right_knee=60)
    )
    assert problem.path == ("poses", "start")
    assert "left foot" in problem.message
    assert "under the floor" in problem.message


def test_one_part_through_another_is_named():
    problem = only(pose(base="sitting", right_shoulder={"abduction": 0, "internal_rotation": 85}, right_elbow=90))
    assert "goes through" in problem.message
    crossing = only(pose(base="standing", right_hip={"adduction": 9}, left_hip={"adduction": 9}))
    assert "right" in crossing.message
    assert "left" in crossing.message


def test_two_words_for_one_movement_are_refused():
    assert "not both" in only(pose(right_hip={"flexion": 10, "extension": 10})).message


def test_unknown_values_name_the_nearest():
    assert only(pose(base="half-kneelin")).hint == "did you mean `half-kneeling`?"
    assert only({"highlight": ["right glute"], **pose()}).hint == "did you mean `right glutes`?"
    assert only(pose(right_hand="left kne")).hint == "did you mean `left knee`?"


def test_unknown_poses_are_named():
    assert only({"poses": {"end": {"from": "begin"}}}).path == ("poses", "end", "from")
    assert only({"poses": {"end": {"after": "begin"}}}).path == ("poses", "end", "after")


def test_a_pose_that_extends_itself_is_a_problem_and_no_endless_loop():
    problems = solve({"poses": {"a": {"from": "b"}, "b": {"from": "a"}}})
    assert problems
    assert all("extends itself" in p.message for p in problems)


@pytest.mark.parametrize(
    "written", [None, [], "x", {}, {"poses": {}}, {"poses": {"Start": {}}}, {"poses": {"a": None}}]
)
def test_a_figure_of_the_wrong_form_is_a_problem(written):
    figure, problems = parse(written)
    assert figure is None
    assert problems


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10) | st.booleans(), inner, max_size=3)
    ),
    max_leaves=8,
)
KEYS = """base from after right_hip hips knees trunk shift feet hands right_hand support anchor camera arrow
props lean"""
keys = st.sampled_from(KEYS.split())


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(keys, anything, max_size=4))
def test_solve_never_raises_at_authors(written):
    for problem in solve({"poses": {"start": written}}):
        assert problem.message
        assert problem.path[:1] == ("poses",)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["standing", "kneeling", "sitting", "supine", "prone", "side-lying-left", "hands-and-knees"]),
    st.dictionaries(
        st.sampled_from(["right_hip", "left_knee", "trunk", "right_shoulder", "elbows", "lean"]),
        st.floats(-400, 400),
        max_size=4,
    ),
)
def test_any_angles_are_solved_or_refused(base, angles):
    for problem in solve({"poses": {"start": {"base": base, **angles}}}):
        assert problem.path[:2] == ("poses", "start")


def test_a_prop_in_a_place_it_cannot_have_is_a_problem():
    problem = only({"props": ["mat", {"kind": "cushion", "place": "ankles"}], **pose()})
    assert problem.path == ("props", 1)
    assert "a cushion has no place `ankles`" in problem.message
