"""What the generator and the script of the own sheet both work out, held together by one file; tests/js/ reads it too."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs

import pytest

from tests.helpers import ENGLISH, ROOT, fixture_library
from unslouch.cards import own_sheet
from unslouch.cards.fill import of_routine
from unslouch.content import dose
from unslouch.content.amount import Duration, Range
from unslouch.content.dose import Dose, minutes
from unslouch.content.library import Library
from unslouch.content.model import Block, RoutineExercise
from unslouch.guide import sheet_address, wording
from unslouch.guide.guide import Guide

VECTORS: dict[str, Any] = json.loads((ROOT / "tests/vectors/sheet_address.json").read_text(encoding="utf-8"))


def test_version_and_bound_are_those_of_the_vectors():
    assert (VECTORS["version"], VECTORS["most"]) == (sheet_address.VERSION, sheet_address.MOST)
    assert VECTORS["letters"] == sheet_address.LETTERS


@pytest.mark.parametrize("made", VECTORS["made"], ids=lambda made: made["hash"])
def test_an_address_is_made_as_the_script_makes_it(made):
    said = {key: value for key, (value,) in parse_qs(made["hash"].lstrip("#"), keep_blank_values=True).items()}
    more = made.get("more", {})
    if said:
        assert said["c"] == sheet_address.check(made["items"], made["name"], "1" if made["large"] else "", more)
    if made["items"] and not made["name"] and not made["large"]:
        assert sheet_address.written(made["items"].split(","), more) == made["hash"]


@pytest.mark.parametrize("each", VECTORS["doses"], ids=lambda each: each["key"])
def test_a_dose_is_written_as_the_script_writes_it(each):
    how_much, own = Dose.model_validate(each["dose"]), Dose.model_validate(each["own"])
    assert sheet_address.key(how_much, own, each.get("rounds", 1)) == each["key"]


def test_the_script_says_numbers_in_the_catalogues_words():
    assert VECTORS["counted"] == own_sheet.counted(ENGLISH)


@pytest.mark.parametrize("each", VECTORS["amounts"], ids=lambda each: each["amount"])
def test_an_amount_is_said_and_counted_as_the_script_does(each):
    how_much, both_sides = Dose.model_validate(each["dose"]), each["both_sides"]
    assert sheet_address.key(how_much, how_much) == each["key"]
    assert sheet_address.number(how_much.rest) == each["rest_key"]
    strain = wording.strain(how_much, ENGLISH)
    more = {"with": strain} if strain else {}
    assert each["manner"] == {"unit": how_much.unit or "", "tenths": dose.tenths(how_much)} | more
    assert wording.dose_in_short(how_much, ENGLISH, both_sides=both_sides) == each["amount"]
    assert wording.rest_in_short(how_much, ENGLISH) == each["rest"]
    taken = dose.seconds(how_much, both_sides=both_sides, in_turn=each["in_turn"])
    assert taken == Duration(*each["seconds"])


@pytest.mark.parametrize("each", VECTORS["minutes"], ids=lambda each: str(each["minutes"]))
def test_minutes_are_those_that_the_script_counts(each):
    total = Range(0, 0)
    for low, high in each["seconds"]:
        total = total + Range(low + each["pause"], high + each["pause"])
    assert minutes(total) == Range(*each["minutes"])


@pytest.mark.parametrize("each", VECTORS["facts"], ids=lambda each: each["facts"])
def test_a_cards_facts_are_those_that_the_script_puts_together(each):
    library = fixture_library()
    template = library.exercises["chair-squat"]
    exercises = {}
    for number, one in enumerate(each["exercises"]):
        lasting = Dose.model_validate({"sets": 1, "time": f"{one['seconds']} s"})
        changed = {"level": one["level"], "equipment": tuple(one["equipment"]), "dose": lasting}
        made = template.model_copy(update=changed)
        exercises[f"made-up-{number}"] = made.named(f"made-up-{number}")
    items = tuple(RoutineExercise(exercise=id) for id in exercises)
    block = Block.model_construct(name="All", choose=None, exercises=items, notes=None)
    routine = library.routines["desk-break"].model_copy(update={"blocks": (block,), "days_per_week": None})
    guide = Guide(Library(exercises, {routine.id: routine}, library.safety), ENGLISH)
    assert " · ".join(of_routine(guide, routine).facts) == each["facts"]


def test_a_routine_that_repeats_an_exercise_keeps_it():
    library = fixture_library()
    items = tuple(RoutineExercise(exercise=id) for id in ("side-squat", "pigeon-pose", "side-squat"))
    block = Block.model_construct(name="All", choose=None, exercises=items, notes=None)
    routine = library.routines["desk-break"].model_copy(update={"blocks": (block,)})
    ids = [item.partition("_")[0] for item in sheet_address.of_routine(routine, library).split("x=")[1].split(",")]
    assert ids == ["side-squat", "pigeon-pose", "side-squat"]
