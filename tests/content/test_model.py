"""What an exercise, a routine and the safety notes may hold. How it is told to authors is in test_validate.py and test_problems.py."""

from __future__ import annotations

import copy
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from unslouch.content import model as models
from unslouch.content import vocabulary
from unslouch.content.amount import Range
from unslouch.content.dose import Dose
from unslouch.content.image import Image
from unslouch.content.inline import parse
from unslouch.content.model import LONGEST_NOTE, Block, Exercise, Routine, Safety, Week
from unslouch.content.rendering import plain
from unslouch.content.statement import Statement
from unslouch.fields import Written, kebab_case

EXERCISE: dict[str, Any] = {
    "name": "Test move",
    "summary": "A move for tests.",
    "category": "stretching",
    "position": "supine",
    "laterality": "bilateral",
    "level": "beginner",
    "muscles": {"primary": ["glutes"]},
    "dose": {"sets": 3, "hold": "30 s"},
    "steps": ["Lie down.", {"text": "Get up.", "figure": "end"}],
}
BLOCK: dict[str, Any] = {"name": "Stretch", "exercises": ["one-move", {"exercise": "other", "dose": {"sets": 2}}]}
ROUTINE: dict[str, Any] = {"name": "Short", "summary": "A routine for tests.", "blocks": [BLOCK]}
WEEK: dict[str, Any] = {"name": "Plan", "summary": "A week for tests.", "week": {"monday": ["short"]}}
IMAGE = {"file": "images/bridge.jpg", "alt": "A bridge", "credit": "Me", "licence": "CC-BY-4.0"}
SIGNS = {"action": "Call.", "signs": ["Chest pain"]}
SAFETY: dict[str, Any] = {
    "stop_rule": ["Stop if it hurts."],
    "red_flags": {"emergency": SIGNS, "soon": SIGNS},
    "disclaimer": "Not advice.",
    "clinical_review": "Nobody yet.",
    "card_line": "Stop if it hurts.",
}


def refusals(model: type[Written], data: Any) -> list[tuple[tuple[Any, ...], str]]:
    """Where ``data`` is not ``model``, and pydantic's type of each error."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        return [(detail["loc"], detail["type"]) for detail in error.errors()]
    return []


def told(model: type[Written], data: Any) -> list[str]:
    """The words of every refusal."""
    with pytest.raises(ValidationError) as refused:
        model.model_validate(data)
    return [detail["msg"] for detail in refused.value.errors()]


def with_(data: dict[str, Any], **changed: Any) -> dict[str, Any]:
    return copy.deepcopy(data) | changed


WHOLE = {Exercise: EXERCISE, Routine: ROUTINE, Safety: SAFETY, Block: BLOCK, Image: IMAGE}
REQUIRED = {
    Exercise: ["name", "summary", "category", "position", "laterality", "level", "muscles", "dose", "steps"],
    Routine: ["name", "summary"],
    Safety: ["stop_rule", "red_flags", "disclaimer", "clinical_review", "card_line"],
    Block: ["name", "exercises"],
    Image: ["file", "alt", "credit", "licence"],
}


@pytest.mark.parametrize("model", REQUIRED)
def test_exactly_the_required_keys_are_required(model):
    assert refusals(model, WHOLE[model]) == []
    assert sorted(refusals(model, {})) == [((key,), "missing") for key in sorted(REQUIRED[model])]


@pytest.mark.parametrize("model", WHOLE)
@pytest.mark.parametrize("key", ["nam", "Name", "id", "_id", "on"])
def test_an_unknown_key_is_refused(model, key):
    assert refusals(model, with_(WHOLE[model], **{key: "x"})) == [((key,), "extra_forbidden")]


@pytest.mark.parametrize("model", WHOLE)
def test_what_was_read_stays_as_it_is(model):
    read = model.model_validate(WHOLE[model])
    for name in model.model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(read, name, "other")
    lists = [value for value in read.__dict__.values() if isinstance(value, list)]
    assert lists == []


@pytest.mark.parametrize("model", WHOLE)
@pytest.mark.parametrize("data", [None, [], "text", 3, True])
def test_what_is_no_mapping_is_refused(model, data):
    assert [kind for _, kind in refusals(model, data)] == ["model_type"]


def test_an_entry_knows_the_id_it_was_given_and_no_other():
    read = Exercise.model_validate(EXERCISE)
    assert read.id == ""
    assert read.named("test-move").id == "test-move"
    assert "id" not in Exercise.model_fields


@pytest.mark.parametrize("id", ["a", "a1", "side-squat", "4-point-kneel", "2026", "a" * 80])
def test_an_id_in_kebab_case_is_welcome(id):
    assert refusals(Exercise, with_(EXERCISE, related=[id])) == []


@pytest.mark.parametrize(
    "id",
    ["", "A", "Side-squat", "side_squat", "side squat", "-a", "a-", "a--b", "é", "a" * 81, 3, True],
)
def test_any_other_id_is_refused_wherever_one_is_meant(id):
    for model, data, place in (
        (Exercise, with_(EXERCISE, related=[id]), ("related", 0)),
        (Exercise, with_(EXERCISE, steps=["Sit.", {"text": "Lie.", "figure": id}]), ("steps", 1, "figure")),
        (Block, with_(BLOCK, exercises=["a", {"exercise": id}]), ("exercises", 1, "exercise")),
        (Week, {"monday": [id]}, ("monday", 0)),
    ):
        assert [loc for loc, _ in refusals(model, data)] == [place]


@pytest.mark.parametrize(
    "file", ["a.yml", "exercises/a.yml", "../exercises/a", "exercises\\a.YAML", "./a.md", "a/", " a "]
)
def test_a_file_that_is_named_is_its_id(file):
    assert Exercise.model_validate(with_(EXERCISE, related=[file], easier_first=file)).related == ("a",)
    assert Block.model_validate(with_(BLOCK, exercises=[file])).exercises[0].exercise == "a"
    assert Week.model_validate({"monday": [file]}).monday == ("a",)


@pytest.mark.long
@given(st.text())
def test_kebab_case_of_any_words_is_an_id_or_nothing(words):
    id = kebab_case(words)[:80].rstrip("-")
    assert id == "" or refusals(Exercise, with_(EXERCISE, related=[id])) == []
    assert kebab_case(id) == id


@pytest.mark.parametrize(
    ("laterality", "both_sides"), [("bilateral", False), ("unilateral", True), ("alternating", True)]
)
def test_a_dose_is_for_each_side_unless_both_work_at_once(laterality, both_sides):
    assert Exercise.model_validate(with_(EXERCISE, laterality=laterality)).both_sides == both_sides


VOCABULARY = {
    "category": vocabulary.CATEGORIES,
    "position": vocabulary.POSITIONS,
    "laterality": vocabulary.LATERALITIES,
    "level": vocabulary.LEVELS,
}


@pytest.mark.parametrize("key", VOCABULARY)
def test_every_word_of_the_vocabulary_is_known_and_no_other(key):
    for word in VOCABULARY[key]:
        assert refusals(Exercise, with_(EXERCISE, **{key: word})) == []
    for word in ("", "nonsense", VOCABULARY[key][0].upper(), f" {VOCABULARY[key][0]}", 0, True, None, []):
        assert refusals(Exercise, with_(EXERCISE, **{key: word})) == [((key,), "literal_error")]


def test_every_muscle_and_every_piece_of_equipment_is_known():
    muscles = {"primary": list(vocabulary.MUSCLES), "secondary": list(vocabulary.MUSCLES)}
    everything = with_(
        EXERCISE, muscles=muscles, equipment=list(vocabulary.EQUIPMENT), optional_equipment=list(vocabulary.EQUIPMENT)
    )
    assert refusals(Exercise, everything) == []
    assert refusals(Exercise, with_(EXERCISE, muscles={"primary": []})) == [(("muscles", "primary"), "too_short")]


def test_a_step_is_a_text_or_a_text_with_a_pose():
    first, second = Exercise.model_validate(EXERCISE).steps
    assert (plain(first.text), first.figure) == ("Lie down.", None)
    assert (plain(second.text), second.figure) == ("Get up.", "end")
    assert refusals(Exercise, with_(EXERCISE, steps=[])) == [(("steps",), "too_short")]
    assert refusals(Exercise, with_(EXERCISE, steps=["Breathe."] * 40)) == []
    assert refusals(Exercise, with_(EXERCISE, steps=["Breathe."] * 41)) == [(("steps",), "too_long")]
    assert refusals(Exercise, with_(EXERCISE, steps=["Lie.", ["Breathe."]])) == [(("steps", 1), "model_type")]


@pytest.mark.parametrize("key", ["name", "summary", "breathing", "feel", "easier", "harder"])
def test_text_has_words_in_it_and_no_white_space_around(key):
    written = getattr(Exercise.model_validate(with_(EXERCISE, **{key: "  Slowly. \n"})), key)
    assert written == "Slowly." if key == "name" else written == parse("Slowly.")
    assert refusals(Exercise, with_(EXERCISE, **{key: " \n "})) == [((key,), "string_too_short")]
    assert refusals(Exercise, with_(EXERCISE, **{key: "x" * 2001})) == [((key,), "string_too_long")]
    for wrong in (3, True, date(2026, 11, 23), ["x"], {"x": "y"}, b"x"):
        assert refusals(Exercise, with_(EXERCISE, **{key: wrong})) == [((key,), "string_type")]


@pytest.mark.parametrize(
    "key", ["aliases", "areas", "equipment", "mistakes", "cautions", "related", "sources", "images"]
)
def test_what_is_a_list_is_not_written_as_one_word(key):
    assert refusals(Exercise, with_(EXERCISE, **{key: []})) == []
    for wrong in ("towel", 3, None, {"a": "b"}):
        assert refusals(Exercise, with_(EXERCISE, **{key: wrong})) == [((key,), "tuple_type")]


@pytest.mark.parametrize("wrong", ["2026-11-23", datetime(2026, 11, 23, 10), 20261123, True])
def test_a_review_is_a_day(wrong):
    assert Exercise.model_validate(with_(EXERCISE, reviewed=date(2026, 11, 23))).reviewed == date(2026, 11, 23)
    assert [loc for loc, _ in refusals(Exercise, with_(EXERCISE, reviewed=wrong))] == [("reviewed",)]


@pytest.mark.parametrize(
    "url", ["https://example.org/a?b=c#d", "http://x.org", "https://example.org/ä", "https://[::1]/"]
)
def test_a_source_is_on_the_web(url):
    assert refusals(Exercise, with_(EXERCISE, sources=[{"title": "A page", "url": url}])) == []


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "//example.org",
        "ftp://example.org",
        "javascript:alert(1)",
        "https://",
        "https://a b",
        'https://a"b',
        "https://a<b",
        " https://example.org",
        "https://example.org/" + "x" * 500,
    ],
)
def test_a_source_elsewhere_is_refused(url):
    told = refusals(Exercise, with_(EXERCISE, sources=[{"title": "A page", "url": url}]))
    assert [loc for loc, _ in told] == [("sources", 0, "url")]


@pytest.mark.parametrize(
    "file", ["a.jpg", "images/a.png", "images/deep/a b.webp", "images/ü.svg", "a..b/c.gif", "./a.avif"]
)
def test_a_picture_below_content_is_welcome(file):
    assert refusals(Image, with_(IMAGE, file=file)) == []


@pytest.mark.parametrize(
    "file",
    [
        "../a.jpg",
        "images/../../a.jpg",
        "images/..",
        "..\\a.jpg",
        "images\\..\\a.jpg",
        "/etc/a.jpg",
        "\\\\server\\a.jpg",
        "C:\\a.jpg",
        "c:a.jpg",
        "~/a.jpg",
        "~user/a.jpg",
    ],
)
def test_a_picture_that_is_not_surely_below_content_is_refused(file):
    assert [loc for loc, _ in refusals(Image, with_(IMAGE, file=file))] == [("file",)]


@pytest.mark.parametrize(
    "file", ["", "a", "a.html", "a.jpg.exe", "a.JPG.txt", "jpg", "a.svgz", "a.pdf", "x" * 200 + ".jpg"]
)
def test_a_file_that_is_no_picture_is_refused(file):
    assert [loc for loc, _ in refusals(Image, with_(IMAGE, file=file))] == [("file",)]


def test_an_item_of_a_block_is_an_id_or_an_id_with_a_dose():
    first, second = Block.model_validate(BLOCK).exercises
    assert (first.exercise, first.dose) == ("one-move", None)
    assert second.exercise == "other"
    assert second.dose is not None
    assert (second.dose.sets, second.dose.reps) == (Range(2, 2), None)
    for items, kind in (([], "too_short"), (["a"] * 41, "too_long")):
        assert refusals(Block, with_(BLOCK, exercises=items)) == [(("exercises",), kind)]


@pytest.mark.parametrize(
    ("choose", "count"), [(None, Range(4, 4)), (1, Range(1, 1)), ("3-4", Range(3, 4)), (4, Range(4, 4))]
)
def test_a_block_counts_what_the_reader_does(choose, count):
    assert Block.model_validate({"name": "B", "exercises": ["a", "b", "c", "d"], "choose": choose}).count == count


@pytest.mark.parametrize("choose", [5, "3-5", 0, "0-2", "4-3", "all", True])
def test_nobody_chooses_more_than_there_is_or_nothing(choose):
    assert len(refusals(Block, {"name": "B", "exercises": ["a", "b", "c", "d"], "choose": choose})) == 1


def test_a_routine_has_blocks_or_a_week():
    assert refusals(Routine, ROUTINE) == refusals(Routine, WEEK) == []
    neither = {key: value for key, value in ROUTINE.items() if key != "blocks"}
    assert told(Routine, neither) == ["a routine has either `blocks` or a `week`"]
    assert told(Routine, with_(neither, week=None)) == ["a routine has either `blocks` or a `week`"]
    assert told(Routine, {**ROUTINE, **WEEK}) == ["a routine has either `blocks` or a `week`, not both"]
    assert refusals(Routine, with_(ROUTINE, blocks=[])) == [(("blocks",), "too_short")]
    assert refusals(Routine, with_(ROUTINE, blocks=[BLOCK] * 13)) == [(("blocks",), "too_long")]


def test_a_week_has_its_days_in_order_and_rests_on_the_silent_ones():
    week = Week.model_validate({"sunday": ["b"], "monday": ["a", "b"], "tuesday": []})
    days = dict(week.days())
    assert [day for day, _ in week.days()] == list(vocabulary.DAYS)
    assert {day: ids for day, ids in days.items() if ids} == {"monday": ("a", "b"), "sunday": ("b",)}
    assert refusals(Week, {"Monday": ["a"]}) == [(("Monday",), "extra_forbidden")]
    assert refusals(Week, {"monday": "a"}) == [(("monday",), "tuple_type")]


@pytest.mark.parametrize(
    ("days", "right"), [(1, True), (7, True), ("2-7", True), (8, False), ("2-8", False), (0, False)]
)
def test_a_week_has_seven_days(days, right):
    assert (refusals(Routine, with_(ROUTINE, days_per_week=days)) == []) == right
    dose = {"sets": 1, "reps": 1, "days_per_week": days}
    assert (refusals(Exercise, with_(EXERCISE, dose=dose)) == []) == right


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Sit down.", "Sit down."),
        ({"text": "Sit down."}, "Sit down."),
        ({"text": "Sit down.", "card": True}, "Sit down."),
        ({"text": "Sit down.", "card": False}, ""),
        ({"text": "Sit down on a chair.", "card": " Sit down. "}, "Sit down."),
    ],
)
def test_a_card_shows_a_step_as_it_is_or_shorter_or_not_at_all(written, shown):
    exercise = Exercise.model_validate(with_(EXERCISE, steps=[written]))
    assert plain(exercise.steps[0].on_card) == shown


def test_the_line_for_cards_is_short_enough_for_a_card():
    assert refusals(Safety, with_(SAFETY, card_line="x" * 300)) == []
    assert [loc for loc, _ in refusals(Safety, with_(SAFETY, card_line="x" * 301))] == [("card_line",)]
    assert refusals(Safety, with_(SAFETY, stop_rule=[])) == [(("stop_rule",), "too_short")]
    assert refusals(Safety, with_(SAFETY, emergency_number=112)) == [(("emergency_number",), "string_type")]


@pytest.mark.parametrize("number", ["112", "112 or 999", "+44 (0)20 7946-0000", "112 または 119", "112; SMS: 114"])
def test_a_number_to_call_may_have_words(number):
    assert refusals(Safety, with_(SAFETY, emergency_number=number)) == []


@pytest.mark.parametrize(
    "number", ["[999](javascript:x)", "<a>", "**112**", "`112`", "{side}", "112|999", "1_1_2", "1\\2"]
)
def test_a_number_to_call_is_no_markup(number):
    assert [loc for loc, _ in refusals(Safety, with_(SAFETY, emergency_number=number))] == [("emergency_number",)]


# To the letter


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ({"squat": {"sets": 2}}, "write `{exercise: squat, dose: {sets: 2}}`"),
        ({"squat": None}, "write `squat`"),
        ({"squat": {}}, "write `squat`"),
    ],
)
def test_an_exercise_of_a_routine_that_is_written_as_a_key_is_told_how_it_is(given, hint):
    with pytest.raises(PydanticCustomError) as told:
        models._routine_exercise(given)
    assert told.value.message() == "`squat` is no key of an exercise in a routine"
    assert (told.value.context or {})["hint"] == hint


@pytest.mark.parametrize("given", [{"exercise": None}, {"dose": {"sets": 2}}, {"squat": 5}, {"a": None, "b": None}, 5])
def test_what_is_no_such_slip_is_left_to_the_format(given):
    assert models._routine_exercise(given) == given


def test_an_id_alone_is_an_exercise_of_a_routine():
    assert models._routine_exercise("squat") == {"exercise": "squat"}


def test_a_note_has_the_room_of_a_sheet():
    fits = Statement(parse("a" * LONGEST_NOTE))
    assert models._short(fits) is fits
    with pytest.raises(PydanticCustomError) as told:
        models._short(Statement(parse("a" * (LONGEST_NOTE + 1))))
    assert told.value.message() == f"the note is longer than the {LONGEST_NOTE} letters a sheet has room for"
    assert (told.value.context or {})["hint"] == "say it shorter"


@pytest.mark.parametrize(
    ("laterality", "one_side", "taken"), [("bilateral", False, 40), ("unilateral", False, 88), ("unilateral", True, 40)]
)
def test_an_exercise_takes_its_time_on_the_sides_it_has(laterality, one_side, taken):
    move = Exercise.model_validate({**EXERCISE, "laterality": laterality})
    dose = Dose.model_validate({"sets": 1, "hold": "40 s"})
    assert move.seconds(dose, one_side=one_side).low == taken
    turns = Exercise.model_validate({**EXERCISE, "laterality": "alternating"})
    assert turns.seconds(Dose.model_validate({"sets": 1, "reps": 10}).model_copy(update={"tempo": 2.0})).low == 40


def test_what_is_named_knows_its_file_and_how_it_was_written():
    named = Exercise.model_validate(EXERCISE).named("one", "one.yml", {"name": "Test"})
    assert (named.id, named.file, named.written) == ("one", "one.yml", {"name": "Test"})
    alone = Exercise.model_validate(EXERCISE).named("one")
    assert (alone.id, alone.file, alone.written) == ("one", "", {})
