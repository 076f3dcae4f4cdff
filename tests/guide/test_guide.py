"""What templates ask of a guide: addresses, words of a side, pictures, numbers in words."""

from __future__ import annotations

import pytest

from tests.content.test_library import exercise
from tests.content.test_library import library as library_of
from tests.helpers import ENGLISH, stand_ins
from unslouch.content.amount import Range
from unslouch.content.inline import parse
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options


@pytest.fixture
def guide(library) -> Guide:
    return Guide(library, ENGLISH, pictures=stand_ins(library), options=Options(site_url="https://example.org/guide"))


@pytest.mark.parametrize(
    ("path", "folder", "file"),
    [
        ("exercises/side-squat.md", "exercises/side-squat/", "exercises/side-squat.html"),
        ("exercises/index.md", "exercises/", "exercises/"),
        ("areas/hüfte.md", "areas/h%C3%BCfte/", "areas/h%C3%BCfte.html"),
    ],
)
def test_a_page_has_an_address_of_either_kind(library, path, folder, file):
    assert Guide(library, ENGLISH).place(path) == folder
    assert Guide(library, ENGLISH, options=Options(directory_urls=False)).place(path) == file


def test_a_site_without_an_address_has_no_urls(library, guide):
    assert guide.url("about.md") == "https://example.org/guide/about/"
    assert Guide(library, ENGLISH).url("about.md") == ""


def test_words_speak_of_the_default_side(library):
    left = Guide(library, ENGLISH, options=Options(default_side="left"))
    assert left.plain(parse("Lift your *{side}* leg, not the {other_side}.")) == "Lift your left leg, not the right."
    assert left.markdown(parse("the {side} leg")) == "the left leg"


def test_sides_can_be_switched_only_where_the_words_speak_of_one(library, guide):
    speaks = {id: guide.has_switch(one) for id, one in library.exercises.items()}
    assert speaks["crossed-stretch"]
    assert not speaks["chair-squat"]
    silent = exercise("silent", laterality="unilateral", steps=["Lie down."])
    assert not guide.has_switch(silent)
    assert guide.sides(silent) == ["right"]
    assert guide.switched(parse("the {side} leg"), silent) == "the right leg"


def test_a_picture_stands_for_both_sides_or_one(library, guide):
    squat = library.exercises["side-squat"]
    assert [(view.side, view.alt) for view in guide.views(squat, "end")] == [
        ("right", "end, right"),
        ("left", "end, left"),
    ]
    assert [view.side for view in guide.views(squat, "end", both=False)] == ["right"]
    assert guide.views(library.exercises["chair-squat"], "end") == []
    assert guide.thumbnail(library.exercises["chair-squat"]) == []


def test_routines_show_different_pictures(library, guide):
    shown = [guide.emblem(routine)[0].path for routine in library.routines.values() if guide.emblem(routine)]
    assert len(set(shown)) >= len(shown) - 1 > 1


def test_start_and_end_are_one_picture(library, guide):
    right, left = guide.pairs(library.exercises["side-squat"], "start", "end")
    assert (right.side, left.side) == ("right", "left")
    assert right.moving.path.endswith(".moving.svg")
    small = guide.small_pair(library.exercises["side-squat"])
    assert small.moving is None
    assert small.start.path.endswith("start.small.svg")
    assert guide.small_pair(library.exercises["chair-squat"]) is None


def test_cautions_in_few_words_only_where_all_have_them(library, guide):
    exercise = library.exercises["crossed-stretch"]
    assert guide.cares(exercise) == []
    short = exercise.model_copy(update={"cautions": exercise.cautions[:1]})
    assert guide.cares(short) == ["Sore knee"]


def test_a_routine_in_few_words(library, guide):
    assert guide.facts(library.routines["desk-break"])[0].endswith(" minutes")
    assert "Standing" in guide.facts(library.routines["desk-break"])
    assert not any("minute" in fact for fact in guide.facts(library.routines["plan"]))


def test_short_steps_are_those_of_cards(library, guide):
    steps = [guide.plain(step) for step in guide.short_steps(library.exercises["side-squat"])]
    assert len(steps) == 3
    assert steps[0] == "Stand with feet twice as wide as your shoulders."


def test_one_set_has_no_rest_and_a_routine_may_change_it(library, guide):
    routine = library.routines["desk-break"]
    rests = [guide.rest(library.exercises[item.exercise], item) for item in routine.blocks[0].exercises]
    assert [bool(rest) for rest in rests] == [True, True, False]
    assert "15" in rests[0]


def test_numbers_are_said_in_words(library, guide):
    routine = library.routines["desk-break"]
    often = {"times_per_day": Range(3, 3), "days_per_week": Range(2, 3)}
    assert guide.often(routine.model_copy(update=often)) == "3 times a day, 2–3 days a week"
    assert guide.often(routine.model_copy(update=dict.fromkeys(often))) == ""
    assert guide.minutes(library.routines["desk-break"]).endswith(" minutes")
    assert guide.checked([library.exercises["crossed-stretch"]]).endswith("3 November 2026.")


def test_what_only_some_of_a_choice_need_is_said_with_their_numbers(library, guide):
    needs = {id: guide.needs(routine) for id, routine in library.routines.items()}
    assert needs["desk-break"] == ["firm chair", "resistance band"]  # there is no choice
    assert needs["short-session"] == ["firm chair (for number 2 only)", "resistance band (for number 2 only)"]
    assert needs["plan"] == ["firm chair", "resistance band"]
    routine = library.routines["short-session"]
    stretch, strengthen = routine.blocks
    twice = strengthen.model_copy(update={"exercises": (*strengthen.exercises, strengthen.exercises[0])})
    needed = guide.needs(routine.model_copy(update={"blocks": (stretch, twice)}))
    assert needed[0] == "firm chair (for numbers 2, 4 only)"
    both = twice.model_copy(update={"choose": Range(2, 3)})  # who chooses two cannot do without
    assert guide.needs(routine.model_copy(update={"blocks": (stretch, both)}))[0] == "firm chair"


def test_an_exercise_knows_its_groups_and_the_routines_that_use_it(library, guide):
    crossed = library.exercises["crossed-stretch"]
    assert [group.path for group in guide.groups_of(crossed)] == [
        "categories/stretching.md",
        "areas/hips.md",
        "areas/lower-back.md",
    ]
    assert {routine.id for routine in guide.used_in(crossed)} == {"short-session", "whole-session"}
    alone = Guide(library_of(exercise("alone")), ENGLISH)
    assert alone.used_in(alone.library.exercises["alone"]) == []


def test_muscles_have_anatomical_names_each_once(guide):
    names = guide.anatomy(["glutes", "glutes", "quadriceps"])
    assert "gluteus maximus" in names
    assert len(names) == len(set(names))
