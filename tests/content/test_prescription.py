"""What home programmes prescribe, from the file to every face: page, card, own sheet, player, data for machines."""

from __future__ import annotations

import json

import pytest

from tests.content.test_problems import GOOD, content, found  # noqa: F401  (a fixture)
from tests.helpers import ENGLISH, fixture_library
from unslouch.cards import fill, own_sheet
from unslouch.content import validate, yaml
from unslouch.content.amount import Duration, Range
from unslouch.content.dose import Dose
from unslouch.content.library import Library
from unslouch.content.model import Exercise, Routine
from unslouch.guide import play_address, sheet_address
from unslouch.guide.guide import Guide
from unslouch.pages.render import Pages
from unslouch.player import moves

PLAN = """\
name: After the operation
summary: Three rounds, more on the operated side.
times_per_day: 2
blocks:
  - name: Round
    rounds: 3
    exercises:
      - exercise: chair-squat
        dose: {sets: 2-3, reps: 8-10, load: red band, effort: 5-7}
        notes: Stop if your knee swells.
      - {exercise: pigeon-pose, side: left, dose: {sets: 1, hold: 20 s}}
      - {exercise: pigeon-pose, side: right}
  - name: End
    exercises: [marching]
"""


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The fixture with the plan, and a video of one of its exercises."""
    library = fixture_library()
    document, _ = yaml.parse(PLAN, "plan.yml")
    assert document
    plan, problems = validate.read_as(Routine, document)
    assert problems == []
    assert plan
    squat = library.exercises["chair-squat"]
    filmed = Exercise.model_validate(
        {**_written(squat), "video": {"url": "https://example.org/v?a=1", "title": "Squats [filmed]"}}
    ).named("chair-squat", "exercises/chair-squat.yml")
    return Guide(
        Library(
            library.exercises | {"chair-squat": filmed},
            {"plan": plan.named("plan", "routines/plan.yml")},
            library.safety,
        ),
        ENGLISH,
    )


def _written(exercise: Exercise) -> dict[str, object]:
    return {key: getattr(exercise, key) for key in exercise.model_fields_set} | {
        "steps": [str(step.text[0]) for step in exercise.steps],
        "cautions": ["Leave it out with a sore knee."],
        "summary": "Sitting down.",
    }


def routine(guide: Guide) -> Routine:
    return guide.library.routines["plan"]


def test_minutes_count_rounds_and_sides(guide):
    library, block = guide.library, routine(guide).blocks[0]
    squat = library.exercises["chair-squat"].seconds(library.dose(block.exercises[0]))
    pigeon = library.exercises["pigeon-pose"]
    assert library.dose(block.exercises[1]).hold == Duration(20, 20)
    left, right = (pigeon.seconds(library.dose(item), one_side=True) for item in block.exercises[1:])
    one_round = squat + left + right + Duration(60, 60)
    assert library.block_seconds(block) == one_round * 3


def test_the_page_says_all_of_it(guide):
    page = Pages(guide).page("routine.md.j2", "routines/plan.md", routine=routine(guide))
    for said in (
        "<strong>3 rounds</strong>",
        "2–3 × 8–10 repetitions, red band, effort 5–7 of 10",
        "Stop if your knee swells.",
        "1 × 20-second hold, left side only",
        "right side only",
        "2 times a day",
    ):
        assert said in page, said
    left = page.split("left side only")[1].split("</ul>")[0]
    assert "Change sides" not in left
    exercise = Pages(guide).page(
        "exercise.md.j2", "exercises/chair-squat.md", exercise=guide.library.exercises["chair-squat"]
    )
    assert 'Video, on another site: <a href="https://example.org/v?a=1">Squats &#91;filmed&#93;</a>' in exercise
    assert '"@type":"VideoObject","name":"Squats [filmed]","url":"https://example.org/v?a=1"' in exercise
    assert "<iframe" not in exercise


def test_the_card_says_all_of_it(guide):
    sheet = fill.of_routine(guide, routine(guide))
    round_, end = sheet.parts
    assert (round_.choose, end.choose) == ("3 rounds", "")
    first, left, right = round_.rows
    assert first.dose == "2–3 × 8–10, red band, effort 5–7 of 10"
    assert first.note == "Stop if your knee swells."
    assert left.dose == "1 × 20 s hold, left side only"
    assert right.dose.endswith(", right side only")
    assert not any("Change sides" in step for step in (*left.steps, *right.steps))
    assert left.steps != right.steps
    assert "2 times a day" in sheet.facts


def test_the_own_sheets_address_carries_all_of_it(guide):
    address = sheet_address.of_routine(routine(guide), guide.library)
    manner = sheet_address.manner(
        guide.library.dose(routine(guide).blocks[0].exercises[0]), guide.library.exercises["chair-squat"].dose
    )
    assert "&t=2&k1=Stop+if+your+knee+swells.&x=" in address
    listed = address.partition("&x=")[2].split(",")
    assert listed[0] == f"chair-squat_2-3.8-10....{manner}.3"
    assert listed[1].startswith("pigeon-pose_1..20")
    assert listed[1].endswith(".3_l")
    assert listed[2].endswith(".3_r")
    assert not listed[3].endswith((".3", "_r"))
    given = own_sheet.amounts(guide, guide.library.exercises["chair-squat"])
    assert given["manners"][manner]["with"] == "red band, effort 5–7 of 10"
    assert given["said"]["sets"][1] == 3


def test_the_player_is_given_all_of_it(guide):
    block = moves.routine(guide, routine(guide))["blocks"][0]
    assert block["told"] == "3 rounds"
    assert block["items"][0][2:] == ["", "Stop if your knee swells."]
    assert [item[2:] for item in block["items"][1:]] == [["l"], ["r"]]
    assert "&k1=" not in play_address.of_routine(routine(guide), guide.library)
    assert (
        play_address.listed(routine(guide), guide.library)
        == sheet_address.of_routine(routine(guide), guide.library).partition("&x=")[2]
    )


def test_machines_are_told(guide):
    page = Pages(guide).page("routine.md.j2", "routines/plan.md", routine=routine(guide))
    data = json.loads(page.partition('ld+json">')[2].partition("</script>")[0])
    assert "2 times a day" in json.dumps(data)


EXERCISE = "exercises/test-move.yml"
ROUTINE = "name: R\nsummary: S.\nblocks:\n  - name: B\n    exercises:\n      - {{exercise: {}}}\n"


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("chair-squat, side: right", "`side` of a bilateral exercise"),
        ("chair-squat, dose: {reps: none}", "nothing is left to do"),
        ("chair-squat, notes: " + "x" * 121, "longer than the 120 letters"),
        ("chair-squat, side: both", "not a word known for `side`"),
        ("chair-squat, dose: {reps: none, hold: 30 s}", ""),
        ("chair-squat, dose: {rest: none}", ""),
    ],
)
def test_what_does_not_go_together_is_told(content, item, told):  # noqa: F811
    problems = [p for p in found(content, ROUTINE.format(item), "content/routines/r.yml") if p.severity == "error"]
    assert [told in problem.message for problem in problems] == [True] * bool(told)


def test_a_part_that_is_taken_away_is_gone():
    document, _ = yaml.parse("sets: 3\nreps: 8\nhold: 5 s\nrest: 30 s\nload: 2 kg\neffort: 5", "d.yml")
    assert document
    own, _ = validate.read_as(Dose, document)
    part = type(
        routine_item := Routine.model_validate(
            {
                "name": "R",
                "summary": "S.",
                "blocks": [
                    {
                        "name": "B",
                        "exercises": [
                            {
                                "exercise": "a",
                                "dose": {"hold": "none", "rest": "none", "load": "none", "effort": "none"},
                            }
                        ],
                    }
                ],
            }
        )
        .blocks[0]
        .exercises[0]
        .dose
    )
    assert part
    left = own.changed_by(routine_item)
    assert (left.sets, left.reps) == (Range(3, 3), Range(8, 8))
    assert (left.hold, left.rest, left.load, left.effort) == (None, None, None, None)


def test_case_30_is_taken(content):  # noqa: F811
    text = GOOD.replace(
        "{sets: 3, hold: 30 s}", "{sets: 2-3, reps: 10-15, hold: 3-5 s, days_per_week: 7, times_per_day: 3}"
    )
    assert found(content, text) == []
