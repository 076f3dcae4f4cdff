"""The page of a reader's own week: what it says without a script, and what its scripts are given."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.guide.pseudo import Pseudo, english, met_in_data
from tests.helpers import ENGLISH, catalogue, fixture_library
from unslouch.content.library import Library
from unslouch.guide import play_address
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.pages import my_week
from unslouch.pages.render import Pages

LIBRARY = fixture_library()


def page(library: Library = LIBRARY, **options: Any) -> str:
    return Pages(Guide(library, ENGLISH, options=Options(**options))).render()["week/index.md"]


def data_of(page: str) -> Any:
    return json.loads(re.search(r'<script type="application/json">(.*?)</script>', page)[1])


@pytest.mark.whole
def test_without_a_script_it_says_what_it_would_do_and_offers_calendar_and_paper():
    text = page()
    assert ENGLISH.say("journal_without_script") in text
    assert '<a href="plan.ics" download>Calendar file (08:00)</a>' in text
    assert 'href="../routines/plan/card/index.html#print"' in text
    assert "card" not in page(cards="none").partition("<script")[0]


@pytest.mark.long
def test_scripts_are_given_routines_and_plans_and_which_exercises_have_a_next_one():
    data = data_of(page())
    assert [(plan["id"], plan["days"][0]) for plan in data["plans"]] == [("plan", ["short-session"])]
    assert set(data["routines"]) == {id for id, routine in LIBRARY.routines.items() if routine.blocks}
    short = data["routines"]["short-session"]
    assert short["play"] == f"../{play_address.of_routine(LIBRARY.routines['short-session'], LIBRARY)}"
    assert short["page"] == "../routines/short-session/"
    assert data["exercises"] == ["crossed-stretch", "donkey-kick"]
    assert data["language"] == "en-GB"


@pytest.mark.long
def test_a_guide_without_a_plan_has_the_page_as_well():
    routines = {id: routine for id, routine in LIBRARY.routines.items() if routine.blocks}
    text = page(Library(LIBRARY.exercises, routines, LIBRARY.safety))
    assert data_of(text)["plans"] == []
    assert ".ics" not in text.partition("<script")[0]


@pytest.mark.long
def test_hostile_names_stay_words():
    bad = '</script><img src=x onerror="alert(1)">{{ 1 }}'
    routine = LIBRARY.routines["desk-break"].model_copy(update={"name": bad}).named("desk-break")
    plan = LIBRARY.routines["plan"].model_copy(update={"name": bad}).named("plan")
    text = page(Library(LIBRARY.exercises, LIBRARY.routines | {"desk-break": routine, "plan": plan}, LIBRARY.safety))
    assert "<img src=x" not in text
    assert data_of(text)["routines"]["desk-break"]["name"] == bad


@pytest.mark.parametrize("key", ["words", "counted"])
def test_scripts_say_nothing_that_is_not_in_the_catalogue(key):
    guide = Guide(LIBRARY, Pseudo(catalogue("en")))
    assert english(met_in_data(my_week.data(guide)[key], ())) == []
