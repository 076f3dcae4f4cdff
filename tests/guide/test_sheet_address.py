"""How a sheet of one's own is written in its address."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from tests.content.test_dose import DOSES
from tests.helpers import fixture_library, many
from unslouch.content.dose import Dose, PartialDose
from unslouch.content.library import Library
from unslouch.content.model import Block, RoutineExercise
from unslouch.guide import sheet_address


def written(items: str, routine: str = "") -> str:
    more = {"r": routine} if routine else {}
    said = f"&r={routine}" if routine else ""
    return f"#v=1&c={sheet_address.check(items, more=more)}{said}&x={items}"


def dose(**given) -> Dose:
    return Dose.model_validate({"sets": 2, **given})


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ({"reps": "10-12"}, "2.10-12"),
        ({"hold": "30 s"}, "2..30"),
        ({"time": "5 min"}, "2...300"),
        ({"reps": 5, "hold": "20 s"}, "2.5.20"),
    ],
)
def test_a_dose_is_its_numbers_and_ends_in_no_full_stop(written, key):
    assert sheet_address.key(dose(**written), dose(**written)) == key


def test_rest_and_manner_are_written_only_where_they_are_not_the_exercises_own():
    own = dose(reps=10, rest="30 s")
    assert sheet_address.key(own, own) == "2.10"
    longer = own.changed_by(PartialDose.model_validate({"rest": "60 s"}))
    assert sheet_address.key(longer, own) == "2.10...60"
    slow = own.changed_by(PartialDose.model_validate({"tempo": 10}))
    assert re.fullmatch(r"2\.10\.\.\.\.[0-9a-f]{4}", sheet_address.key(slow, own))


@pytest.mark.long
@given(DOSES, DOSES)
def test_any_dose_is_safe_in_an_address(one, own):
    read, other = (Dose.model_validate(given) for given in (one, own))
    assert re.fullmatch(r"[\da-f.-]*[\da-f]", sheet_address.key(read, other))


def test_a_sheet_of_one_exercise_has_its_own_dose():
    library = fixture_library()
    assert sheet_address.of_exercise(library.exercises["crossed-stretch"]) == written("crossed-stretch_3..30")


def test_a_routine_gives_its_doses_and_as_many_of_a_choice_as_may_be_chosen():
    library = fixture_library()
    assert sheet_address.of_routine(library.routines["short-session"], library) == written(
        "crossed-stretch_2..20,chair-squat_2.10-15", "short-session"
    )


def test_a_sheet_starts_as_the_whole_of_a_routine(library):
    item = RoutineExercise(exercise="pigeon-pose")
    more = many(sheet_address.MOST + 1).exercises
    blocks = [
        Block.model_construct(name=id, choose=None, exercises=(item.model_copy(update={"exercise": id}),), notes=None)
        for id in more
    ]
    long = library.routines["desk-break"].model_copy(update={"blocks": tuple(blocks)})
    start = sheet_address.of_routine(long, Library(more, {}, library.safety))
    assert start.count(",") == sheet_address.MOST  # one more than a sheet holds: its page says so
