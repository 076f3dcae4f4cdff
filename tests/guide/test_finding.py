"""What lists can be narrowed by, and what their entries say to the script. What fits is tested in tests/js/fitting.test.js."""

from __future__ import annotations

import pytest

from tests.content.test_library import exercise, library
from tests.helpers import ENGLISH
from unslouch.content.library import Library
from unslouch.content.model import Routine
from unslouch.guide import finding


def routine(*blocks: dict, id: str = "r") -> Routine:
    named = [{"name": f"Part {number}", **block} for number, block in enumerate(blocks)]
    return Routine.model_validate({"name": "R", "summary": "S.", "blocks": named}).named(id)


@pytest.fixture
def asking() -> Library:
    """Four exercises, each asking something else, and routines that let readers pick or do not."""
    asks = {"kneeling": ("floor", "kneel"), "lying": ("floor", "lie-flat"), "standing": ("one-leg",), "sitting": ()}
    made = library(*(exercise(id, areas=["Hips"]) for id in asks))
    routines = {
        "all": routine({"exercises": ["kneeling", "standing"]}, id="all"),
        "some": routine({"exercises": ["kneeling", "standing", "sitting"], "choose": "1-2"}, id="some"),
        "floor": routine({"exercises": ["kneeling", "lying"], "choose": 1}, {"exercises": ["sitting"]}, id="floor"),
        "week": Routine.model_validate({"name": "W", "summary": "S.", "week": {"monday": ["some", "floor"]}}).named(
            "week"
        ),
    }
    return Library(made.exercises, routines, made.safety, asks)


def test_only_what_occurs_can_be_asked_for_and_every_exercise_answers():
    two = library(exercise("a", areas=["Lower back"], equipment=["chair"]), exercise("b", level="intermediate"))
    asked = dict(finding.of_exercises(two, ENGLISH))
    assert [value for value, _ in asked["equipment"]] == ["none", "chair"]
    assert [value for value, _ in asked["level"]] == ["beginner", "intermediate"]
    for one in two.exercises.values():
        said = finding.facts_of_exercise(two, one)
        for name, options in asked.items():
            assert set(said[name].split()) <= {value for value, _ in options}, name


def test_what_leaves_no_choice_is_not_asked_for():
    assert finding.of_exercises(library(exercise("a", equipment=["wall"])), ENGLISH) == []


def test_a_reader_can_do_without_what_any_exercise_asks(asking):
    assert finding.asked(asking) == ["floor", "kneel", "lie-flat", "one-leg"]


def test_an_entry_says_what_it_asks_and_a_routine_how_many_are_to_be_done(asking):
    assert finding.facts_of_exercise(asking, asking.exercises["kneeling"])["blocks"] == "1:floor kneel"
    assert finding.facts_of_exercise(asking, asking.exercises["sitting"])["blocks"] == "1:"
    said = {id: finding.facts_of_routine(asking, one)["blocks"] for id, one in asking.routines.items()}
    assert said == {
        "all": "2:floor kneel|one-leg",
        "some": "1:floor kneel|one-leg|",
        "floor": "1:floor kneel|floor lie-flat;1:",
        "week": "1:floor kneel|one-leg|;1:floor kneel|floor lie-flat;1:",
    }


def test_a_routine_asks_what_no_pick_avoids(asking):
    said = {id: finding.unavoidable(asking, one) for id, one in asking.routines.items()}
    assert said == {"all": ["floor", "kneel", "one-leg"], "some": [], "floor": ["floor"], "week": ["floor"]}


def test_routines_are_narrowed_by_what_their_exercises_need():
    made = library(exercise("a", areas=["Hips"], equipment=["wall"]), exercise("b", areas=["Groin"]))
    routines = {"x": routine({"exercises": ["a", "b"]}, id="x"), "y": routine({"exercises": ["b"]}, id="y")}
    both = Library(made.exercises, routines, made.safety)
    assert {name: [value for value, _ in options] for name, options in finding.of_routines(both, ENGLISH)} == {
        "area": ["groin", "hips"],
        "equipment": ["none", "wall"],
    }
    assert finding.facts_of_routine(both, routines["x"]) == {"blocks": "2:|", "area": "hips groin", "equipment": "wall"}
    assert finding.facts_of_routine(both, routines["y"])["equipment"] == "none"
