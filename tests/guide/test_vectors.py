"""What the generator and the script of the own sheet both work out, held together by one file; tests/js/ reads it too."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs

import pytest

from tests.helpers import ENGLISH, ROOT, fixture_library
from unslouch.cards.fill import of_routine
from unslouch.content.dose import Dose, Range, minutes
from unslouch.content.library import Library
from unslouch.content.model import Block, RoutineExercise
from unslouch.guide import sheet_address
from unslouch.guide.guide import Guide

VECTORS: dict[str, Any] = json.loads((ROOT / "tests/vectors/sheet_address.json").read_text(encoding="utf-8"))


def test_version_and_bound_are_those_of_the_vectors():
    assert (VECTORS["version"], VECTORS["most"]) == (sheet_address.VERSION, sheet_address.MOST)


@pytest.mark.parametrize("made", VECTORS["made"], ids=lambda made: made["hash"])
def test_an_address_is_made_as_the_script_makes_it(made):
    said = {key: value for key, (value,) in parse_qs(made["hash"].lstrip("#"), keep_blank_values=True).items()}
    if said:
        assert said["c"] == sheet_address.check(made["items"], made["name"], "1" if made["large"] else "")
    if made["items"] and not made["name"] and not made["large"]:
        assert sheet_address.written(made["items"].split(",")) == made["hash"]


@pytest.mark.parametrize("each", VECTORS["doses"], ids=lambda each: each["key"])
def test_a_dose_is_written_as_the_script_writes_it(each):
    assert sheet_address.key(Dose.model_validate(each["dose"]), Dose.model_validate(each["own"])) == each["key"]


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
        dose = Dose.model_validate({"sets": 1, "time": f"{one['seconds']} s"})
        made = template.model_copy(update={"level": one["level"], "equipment": tuple(one["equipment"]), "dose": dose})
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
