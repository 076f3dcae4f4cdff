"""What an author has still to complete: it may be left out, it is told, and nothing is made up in its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.content.test_model import EXERCISE, refusals, with_
from tests.content.test_schema import holds
from tests.helpers import ENGLISH, load_kept
from unslouch.cards import review_pack
from unslouch.cards.fill import of_exercise
from unslouch.cards.html import Renderer
from unslouch.cards.own_sheet import details, page
from unslouch.cli import main
from unslouch.content.amount import Range
from unslouch.content.model import Exercise
from unslouch.content.todo import TODOS
from unslouch.guide import sheet_address
from unslouch.guide.guide import Guide
from unslouch.pages.render import Pages
from unslouch.player import build as player

KEYS = [key for key in TODOS if key not in ("equipment", "side_words")]
BARE = f"name: Bare move\ntodo: [{', '.join(TODOS)}]\n"
NO_DOSE = """name: Shrug
summary: Lift your shoulders.
category: mobility
position: standing
laterality: bilateral
level: beginner
muscles: {primary: [traps]}
steps: [Lift both shoulders.]
todo: [dose]
"""


def written(content: Path, name: str, text: str) -> Path:
    file = content / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def bare(content: Path) -> Guide:
    written(content, "exercises/bare-move.yml", BARE)
    reading = load_kept(content)
    assert reading.problems == []
    assert reading.library
    return Guide(reading.library, ENGLISH)


@pytest.mark.parametrize("key", KEYS)
def test_what_todo_names_may_be_left_out_and_nothing_else(key):
    without = {name: value for name, value in EXERCISE.items() if name != key}
    assert refusals(Exercise, without) == [((key,), "missing")]
    assert not holds("exercise", without)
    assert Exercise.model_validate(without | {"todo": [key]}).todo == (key,)
    assert holds("exercise", without | {"todo": [key]})


def test_what_todo_names_and_is_there_is_as_good_as_ever():
    assert refusals(Exercise, with_(EXERCISE, todo=["dose"], dose={"sets": 3})) != []
    assert Exercise.model_validate(EXERCISE | {"todo": ["dose"]}).todo == ()
    assert Exercise.model_validate(EXERCISE | {"todo": ["side_words"]}).todo == ("side_words",)


def test_todo_names_what_there_is():
    assert refusals(Exercise, EXERCISE | {"todo": ["doses"]}) == [(("todo", 0), "literal_error")]
    assert not holds("exercise", EXERCISE | {"todo": ["doses"]})


@pytest.mark.long
def test_it_is_a_warning_of_its_own_and_holds_back_the_others(content):
    written(content, "exercises/bare-move.yml", BARE)
    written(content, "exercises/shrug.yml", NO_DOSE.replace("todo: [dose]", "dose: {sets: 1, reps: 9}\ntodo: [dose]"))
    reading = load_kept(content)
    assert [one.message for one in reading.todo] == [f"still to complete: {', '.join(TODOS)}"]
    assert "the exercise has no caution" in [one.message for one in reading.held]
    shrug = {one.message for one in reading.problems if one.file.endswith("shrug.yml")}
    assert shrug == {
        "`todo` still names what is given: dose",
        "the exercise has no caution",
        "the exercise has no source",
    }


@pytest.mark.whole
def test_check_lists_it_and_fails_for_it_only_when_strict(content):
    written(content, "exercises/bare-move.yml", BARE)
    known = CliRunner().invoke(main, ["check", "--content", str(content)])
    assert known.exit_code == 0
    assert "still to complete: summary, category" in known.output
    assert known.output.endswith("exercises with something still to complete: 1\n")
    assert "no caution" not in known.output
    strict = CliRunner().invoke(main, ["check", "--strict", "--content", str(content)])
    assert strict.exit_code == 1
    assert "no caution" in strict.output


@pytest.mark.whole
def test_the_page_says_what_is_missing(bare):
    page = Pages(bare).render()["exercises/bare-move.md"]
    for told in (
        "Not given yet: how many, and how often",
        "Not given yet: how it is done",
        "<strong>Main muscles:</strong> Not given yet",
        "<strong>Position:</strong> Not given yet",
        "<strong>Sides:</strong> Not given yet",
        "<strong>Level:</strong> Not given yet",
        "<strong>You need:</strong> Not given yet",
    ):
        assert told in page
    assert "None" not in page
    assert "play/" not in page
    assert "us-lead" not in page


@pytest.mark.whole
def test_search_engines_are_told_only_what_is_given(bare):
    text = Pages(bare).render()["exercises/bare-move.md"]
    graph = json.loads(text.partition('ld+json">')[2].partition("</script>")[0])["@graph"]
    assert [one["@type"] for one in graph] == ["WebPage", "ExercisePlan"]
    assert graph[1].keys() == {"@type", "@id", "name"}


@pytest.mark.whole
def test_lists_and_handout_say_nothing_of_what_is_not_given(bare):
    rows = Pages(bare).render()["exercises/index.md"]
    row = next(row for row in rows.split("<li ") if "bare-move" in row)
    assert "Not given yet: how many, and how often" in row
    assert "data-us-equipment" not in row
    assert "None" not in row
    handout = of_exercise(bare, bare.library.exercises["bare-move"])
    assert handout.facts == ()
    assert handout.intro == "Not given yet: how it is done"
    assert handout.dose == "Not given yet: how many, and how often"


@pytest.mark.whole
def test_nobody_is_led_through_it_nor_puts_it_on_a_sheet(bare):
    assert "play/bare-move.json" not in player.makes(bare)
    assert 'value="bare-move"' not in page(bare, Renderer.of(bare, pdfs=False))
    assert sheet_address.of_exercise(bare.library.exercises["bare-move"]) == ""


def routine_with(item: str) -> str:
    return f"name: Short\nsummary: A short one.\nblocks:\n  - name: All\n    exercises:\n      - {item}\n"


@pytest.mark.whole
def test_a_routine_that_gives_a_whole_dose_makes_it_whole(content):
    written(content, "exercises/shrug.yml", NO_DOSE)
    written(content, "routines/short.yml", routine_with("{exercise: shrug, dose: {sets: 2, reps: 10}}"))
    reading = load_kept(content)
    assert reading.library, reading.problems
    library, guide = reading.library, Guide(reading.library, ENGLISH)
    assert library.routine_seconds(library.routines["short"]).low == 2 * 30 + 15 + 20
    assert (
        guide.dose(library.exercises["shrug"], library.routines["short"].blocks[0].exercises[0]) == "2 × 10 repetitions"
    )
    assert guide.dose(library.exercises["shrug"]) == "Not given yet: how many, and how often"
    assert sheet_address.of_routine(library.routines["short"], library).endswith("x=shrug_2.10")
    assert json.loads(player.makes(guide)["play/shrug.json"]())["own"] == "2.10"
    assert details(guide, Renderer.of(guide, pdfs=False), library.exercises["shrug"])["said"]["sets"] == [2, 2]
    assert [one.sets for one in library.doses(library.exercises["shrug"])] == [Range(2, 2)]


@pytest.mark.long
@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("shrug", "`shrug` has no dose yet, and this routine gives it none"),
        ("{exercise: shrug, dose: {reps: 9}}", "`shrug` has no dose yet, and this routine gives it none"),
        ("{exercise: bare-move, dose: {sets: 1, reps: 9}}", "`bare-move` is not complete: position, laterality"),
    ],
)
def test_a_routine_needs_what_it_takes_to_do_it(content, item, told):
    written(content, "exercises/shrug.yml", NO_DOSE)
    written(content, "exercises/bare-move.yml", BARE)
    written(content, "routines/short.yml", routine_with(item))
    (problem,) = load_kept(content).errors
    assert problem.message.startswith(told)
    assert problem.line == 6


@pytest.mark.whole
def test_who_reviews_it_reads_what_is_missing(bare):
    pack = review_pack.html(bare, {})
    for told in (
        "how many, and how often",
        "Main muscles: not given yet",
        "Sides: not given yet",
        "You need: not given yet",
    ):
        assert told in pack
    assert "None" not in pack
