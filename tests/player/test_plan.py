"""What the pages promise is what the player takes: the plan's vectors, which tests/js/plan.test.js reads too."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest

from tests.helpers import ENGLISH, ROOT, fixture_library
from unslouch.cards.own_sheet import amounts
from unslouch.content.amount import Duration
from unslouch.content.dose import (
    SECONDS_BETWEEN_SETS,
    SECONDS_TO_CHANGE_EXERCISE,
    SECONDS_TO_CHANGE_SIDES,
    Dose,
    seconds,
)
from unslouch.content.library import Library
from unslouch.guide import wording
from unslouch.guide.guide import Guide
from unslouch.player import build

VECTORS: dict[str, Any] = json.loads((ROOT / "tests/vectors/plan.json").read_text(encoding="utf-8"))
ITEMS = [item for plan in VECTORS["plans"] for item in plan["items"]]
AS_PROMISED = [plan for plan in VECTORS["plans"] if not plan["settings"].keys() & {"pauses"}]
EXTRA = 6
"""Where a segment has the seconds that no page promises."""


def exercise(item: dict[str, Any]) -> Any:
    return fixture_library().exercises["chair-squat"].model_copy(update={"laterality": item["laterality"]})


def dose(item: dict[str, Any]) -> Dose:
    return Dose.model_validate(item["dose"])


def taken(item: dict[str, Any]) -> Duration:
    """What Python counts of an item: of both sides, or of the one that a sheet names."""
    return seconds(dose(item), both_sides=False) if "side" in item else exercise(item).seconds(dose(item))


def test_seconds_that_nobody_sets_are_the_players():
    told = {key: VECTORS["seconds"][key] for key in ("sides", "exercise", "sets")}
    assert told == {
        "sides": SECONDS_TO_CHANGE_SIDES,
        "exercise": SECONDS_TO_CHANGE_EXERCISE,
        "sets": SECONDS_BETWEEN_SETS,
    }


@pytest.mark.parametrize("plan", AS_PROMISED, ids=lambda plan: plan["why"])
def test_a_plan_takes_what_pages_promise(plan):
    change = Duration(SECONDS_TO_CHANGE_EXERCISE, SECONDS_TO_CHANGE_EXERCISE)
    total = Duration(0, 0)
    for item in plan["items"]:
        if not item.get("out"):
            total = total + (taken(item) + change) * item.get("rounds", 1)
    assert total == Duration(*plan["seconds"])


@pytest.mark.parametrize("plan", VECTORS["plans"], ids=lambda plan: plan["why"])
def test_beyond_that_are_only_the_ways_to_the_floor_and_up(plan):
    done = [item["floor"] for item in plan["items"] if not item.get("out")]
    ways = sum(before != after for before, after in pairwise(done))
    stretched = plan["settings"].get("pauses", 1)
    assert sum(segment[EXTRA] for segment in plan["segments"]) == ways * VECTORS["seconds"]["floor"] * stretched


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["told"])
def test_an_item_is_what_the_player_is_given_and_a_page_says_of_its_dose(item):
    own = dose(item)
    one = exercise(item).model_copy(update={"dose": own}).named("one")
    given = amounts(Guide(Library({"one": one}, {}, fixture_library().safety), ENGLISH), one)
    assert json.loads(json.dumps(given)) == item["move"]
    only = {"l": "left", "r": "right"}.get(item.get("side", ""), "")
    said = wording.dose_in_short(own, ENGLISH, both_sides=one.both_sides, only=only)
    rounds = item.get("rounds", 1)
    assert item["told"] == wording.in_rounds(said, rounds, ENGLISH)


def test_words_are_those_that_the_page_is_given():
    given = build._data(Guide(fixture_library(), ENGLISH))
    for kind in ("words", "counted"):
        assert VECTORS[kind].items() <= given[kind].items()
