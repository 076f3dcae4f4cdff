"""What a reader may choose on a sheet of their own, worked out beforehand."""

from __future__ import annotations

import json

import pytest

from tests.cards.cards_helpers import renderer
from tests.helpers import ENGLISH, fixture_library
from unslouch.cards import own_sheet
from unslouch.content.dose import Dose, PartialDose
from unslouch.content.library import Library
from unslouch.content.model import Block, RoutineExercise
from unslouch.guide import sheet_address as shared
from unslouch.guide.guide import Guide


@pytest.fixture(scope="module")
def guide_of_content() -> Guide:
    return Guide(fixture_library(), ENGLISH)


def test_a_routine_widens_what_may_be_chosen(guide_of_content):
    library = guide_of_content.library
    choices = own_sheet.choices(guide_of_content, library.exercises["chair-squat"])
    assert choices["sets"] == ["2", "1"]
    assert choices["reps"] == ["10-15", "8", "10", "11", "12", "13", "14", "15"]
    assert choices["own"] == "2.10-15"
    assert choices["rest"] == [["", "30 s"], ["15", "15 s"]]
    assert len(choices["doses"]) == 2 * 8 * 2

    more = PartialDose.model_validate({"sets": 4, "hold": "20 s", "reps": "5-6"})
    block = Block.model_construct(
        name="Odd", choose=None, exercises=(RoutineExercise(exercise="pigeon-pose", dose=more),), notes=None
    )
    odd = library.routines["desk-break"].model_copy(update={"blocks": (block,)}).named("odd")
    guide = Guide(Library(library.exercises, {"odd": odd}, library.safety), guide_of_content.words)
    choices = own_sheet.choices(guide, library.exercises["pigeon-pose"])
    assert choices["sets"] == ["4", "3", "2", "1"]
    assert choices["reps"] == ["", "5-6", "5", "6"]
    assert choices["hold"] == ["20", "30"]
    assert {choices["own"], "4.5-6.20"} <= choices["doses"].keys()
    chosen = "pigeon-pose_4.5-6.20"
    assert shared.of_routine(odd, library) == f"#v=1&c={shared.check(chosen)}&x={chosen}"


def test_a_routines_own_time_and_rest_are_kept(guide_of_content):
    library = guide_of_content.library
    longer = PartialDose.model_validate({"time": "5 min", "rest": "2 min"})
    item = RoutineExercise(exercise="pigeon-pose", dose=longer)
    block = Block.model_construct(name="Odd", choose=None, exercises=(item,), notes=None)
    odd = library.routines["desk-break"].model_copy(update={"blocks": (block,)}).named("odd")
    guide = Guide(Library(library.exercises, {"odd": odd}, library.safety), guide_of_content.words)
    choices = own_sheet.choices(guide, library.exercises["pigeon-pose"])
    assert choices["time"] == [["", ""], ["300", "5 min"]]
    assert choices["rest"] == [["", "15 s"], ["120", "2 min"]]
    key = shared.key(library.exercises["pigeon-pose"].dose.changed_by(longer), library.exercises["pigeon-pose"].dose)
    assert key == "2..30.300.120"
    assert choices["doses"][key][0] == "2 × 5 min, 30 s hold, each side"


def test_a_sheet_of_texts_that_nobody_checked_gives_no_day(guide_of_content):
    exercise = guide_of_content.library.exercises["side-squat"].model_copy(update={"reviewed": None})
    details = own_sheet.details(guide_of_content, renderer(guide_of_content.library), exercise)
    assert (details["reviewed"], details["checked"]) == ("", "")


def test_a_wide_range_offers_a_few_numbers_of_it(guide_of_content):
    exercise = guide_of_content.library.exercises["pigeon-pose"]
    wide = Dose.model_validate({"sets": 20, "reps": "1-9999", "hold": "1-9999 s"})
    choices = own_sheet.choices(guide_of_content, exercise.model_copy(update={"dose": wide}))
    assert choices["reps"][:3] == ["", "1-9999", "1"]
    assert choices["reps"][-1] == choices["hold"][-1] == "9999"
    assert len(choices["doses"]) <= own_sheet.MOST_DOSES
    widest = wide.model_copy(update={"rest": Dose.model_validate({"sets": 1, "reps": 1, "rest": "90 s"}).rest})
    assert len(json.dumps(own_sheet.choices(guide_of_content, exercise.model_copy(update={"dose": widest})))) < 60_000
