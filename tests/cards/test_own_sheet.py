"""What the sheet that readers put together is given of each exercise."""

from __future__ import annotations

import json
import re

import pytest

from tests.cards.cards_helpers import renderer
from tests.helpers import ENGLISH, fixture_library
from unslouch.cards import own_sheet
from unslouch.content.dose import PartialDose
from unslouch.content.inline import Inline
from unslouch.content.library import Library
from unslouch.content.model import Block, RoutineExercise
from unslouch.guide import sheet_address as shared
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options


@pytest.fixture(scope="module")
def library() -> Library:
    return fixture_library()


def with_doses(library: Library, id: str, *doses: dict) -> Library:
    """The exercise alone, with a routine that gives it these doses."""
    items = tuple(RoutineExercise(exercise=id, dose=PartialDose.model_validate(one)) for one in doses)
    block = Block.model_construct(name="Odd", choose=None, exercises=items, notes=None)
    odd = library.routines["desk-break"].model_copy(update={"blocks": (block,)}).named("odd")
    return Library({id: library.exercises[id]}, {"odd": odd}, library.safety)


def test_what_authors_say_is_known_from_the_exercise_and_from_routines(library):
    amounts = own_sheet.amounts(Guide(library, ENGLISH), library.exercises["chair-squat"])
    assert amounts["own"] == "2.10-15"
    assert amounts["said"] == {"sets": [2, 2], "reps": [8, 15], "rest": [15, 30]}
    assert amounts["needed"] == ["sets", "reps", "rest"]
    assert amounts["rest"] == "30"
    assert amounts["sides"] == 1


def test_a_routine_widens_what_an_author_says(library):
    more = with_doses(library, "pigeon-pose", {"sets": 4, "hold": "20 s", "reps": "5-6", "rest": "2 min"})
    amounts = own_sheet.amounts(Guide(more, ENGLISH), more.exercises["pigeon-pose"])
    assert amounts["said"] == {"sets": [2, 4], "reps": [5, 6], "hold": [20, 30], "rest": [15, 120]}
    assert "reps" not in amounts["needed"]


def test_doses_that_differ_in_everything_are_no_product_without_end(library):
    doses = [
        {"reps": 1 + n, "time": f"{1 + n} s", "rest": f"{1 + n} s", "unit": f"u{n}", "tempo": 1 + n} for n in range(40)
    ]
    many = with_doses(library, "pigeon-pose", *doses)
    amounts = own_sheet.amounts(Guide(many, ENGLISH), many.exercises["pigeon-pose"])
    assert len(amounts["manners"]) == 41
    assert len(json.dumps(amounts)) < 5000


def test_each_unit_and_tempo_of_an_author_is_known_by_its_letters(library):
    odd = with_doses(library, "pigeon-pose", {"reps": 5, "unit": "slow breaths", "tempo": 10})
    exercise = odd.exercises["pigeon-pose"]
    item = odd.routines["odd"].blocks[0].exercises[0]
    letters = shared.key(odd.dose(item), exercise.dose).rpartition(".")[2]
    assert own_sheet.amounts(Guide(odd, ENGLISH), exercise)["manners"][letters] == {
        "unit": "slow breaths",
        "tenths": 100,
    }


def test_an_exercise_of_one_side_has_a_row_for_each(library):
    guide = Guide(library, ENGLISH, options=Options(default_side="left"))
    rows = own_sheet.details(guide, renderer(library), library.exercises["pigeon-pose"])["rows"]
    assert list(rows) == ["l", "r"]
    assert rows["l"] != rows["r"]
    assert "left" in rows["l"]
    assert list(own_sheet.details(guide, renderer(library), library.exercises["chair-squat"])["rows"]) == ["l"]


def test_it_is_known_what_who_does_one_side_only_need_not_read(library):
    guide, write = Guide(library, ENGLISH), renderer(library)
    for id, changes in (("donkey-kick", ["Change sides."]), ("chair-squat", [])):
        exercise = library.exercises[id]
        last = exercise.steps[-1].model_copy(update={"card": Inline(("Lower slowly. Change sides.",))})
        exercise = exercise.model_copy(update={"steps": (*exercise.steps[:-1], last)})
        assert own_sheet.details(guide, write, exercise)["changes"] == changes


def test_it_is_known_which_steps_repeat_the_dose_in_digits_or_in_letters(library):
    exercise = library.exercises["pigeon-pose"]
    assert exercise.dose is not None
    low = exercise.dose.hold.low
    card = exercise.steps[0].model_copy(update={"card": Inline((f"Hold for {low} seconds.",))})
    exercise = exercise.model_copy(update={"steps": (card, *exercise.steps[1:])})
    first, *rest = own_sheet.details(Guide(library, ENGLISH), renderer(library), exercise)["repeats"]
    assert first == ["hold"]
    assert all(one == [] for one in rest)


def test_a_sheet_of_texts_that_nobody_checked_gives_no_day(library):
    exercise = library.exercises["side-squat"].model_copy(update={"reviewed": None})
    details = own_sheet.details(Guide(library, ENGLISH), renderer(library), exercise)
    assert (details["reviewed"], details["checked"]) == ("", "")


def test_only_a_routine_to_choose_from_is_named_in_its_address(library):
    named = {id for id, one in library.routines.items() if "&r=" in shared.of_routine(one, library)}
    assert named == {id for id, one in library.routines.items() if any(block.choose for block in one.blocks)}
    assert named


def test_the_page_knows_of_each_exercise_what_it_asks(library):
    guide = Guide(library, ENGLISH)
    html = own_sheet.page(guide, renderer(library))
    data = json.loads(re.search(r'id="data">(.*?)</script>', html)[1])
    choices = {one["id"]: one for group in data["groups"] for one in group["exercises"]}
    assert {id: one["blocks"].removeprefix("1:").split() for id, one in choices.items()} == {
        id: library.asks_of(one) for id, one in library.exercises.items()
    }
    assert html.count("<h1") == 1
