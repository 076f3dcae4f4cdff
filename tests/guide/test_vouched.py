"""Who has reviewed a page or a card is said while it counts, and of nothing more than was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.helpers import ENGLISH
from unslouch.cards.fill import of_exercise, of_routine
from unslouch.content.library import Library
from unslouch.content.review import Review, Reviewed, fingerprint
from unslouch.guide.guide import Guide

DAY = date(2026, 11, 23)
NOBODY = "Nobody has reviewed this yet."


def signed(entry: Any, *readers: str, scope: Any = "whole", on: date = DAY) -> Any:
    """The entry with a review by each of the readers."""
    words = fingerprint(entry, scope)
    made = tuple(Review(by=by, role="physiotherapist", on=on, scope=scope, words=words) for by in readers)
    return entry.model_copy(update={"reviews": made})


def said(guide: Guide, *entries: Reviewed) -> str:
    return guide.plain(guide.vouched(*entries))


@pytest.fixture
def guide(library: Library) -> Guide:
    return Guide(library, ENGLISH, today=DAY)


def test_a_reader_is_named_with_role_and_day(guide, library):
    assert said(guide, library.exercises["marching"]) == (
        "Reviewed by Ann Example, physiotherapist (HCPC PH00000), on 2 November 2026."
    )
    both = signed(library.exercises["chair-squat"], "Ann", "Bo", scope="text")
    assert said(guide, both) == (
        "Text reviewed by Ann, physiotherapist, on 23 November 2026. "
        "Text reviewed by Bo, physiotherapist, on 23 November 2026."
    )


def test_a_review_of_the_pictures_says_nothing_of_the_text(guide, library):
    one = signed(library.exercises["chair-squat"], "Ann", scope="pictures")
    assert said(guide, one) == f"Pictures reviewed by Ann, physiotherapist, on 23 November 2026. {NOBODY}"


def test_nobody_is_named_once_the_words_change_or_the_day_has_passed(library):
    marching = library.exercises["marching"]
    edited = marching.model_copy(update={"name": "March"})
    assert said(Guide(library, ENGLISH, today=DAY), edited) == NOBODY
    assert said(Guide(library, ENGLISH, today=date(2126, 11, 3)), marching) == NOBODY


def test_a_handout_says_it_of_its_exercise(guide, library):
    assert of_exercise(guide, library.exercises["marching"]).review.startswith("Reviewed by Ann Example")
    assert of_exercise(guide, library.exercises["chair-squat"]).review == NOBODY


def test_the_card_of_a_routine_says_it_only_of_who_has_read_all_that_is_on_it(library):
    routine = signed(library.routines["short-session"], "Ann", "Bo")
    exercises = library.exercises_of(routine)
    by_ann = {one.id: signed(one, "Ann", on=date(2026, 11, 1)) for one in exercises}
    read = replace(library, exercises={**library.exercises, **by_ann})
    guide = Guide(read, ENGLISH, today=DAY)
    assert of_routine(guide, routine).review == "Reviewed by Ann, physiotherapist, on 1 November 2026."
    assert said(guide, routine).count("Reviewed by") == 2, "the page has the routine's own words"
    unread = replace(read, exercises={**read.exercises, exercises[0].id: exercises[0]})
    assert of_routine(Guide(unread, ENGLISH, today=DAY), routine).review == NOBODY
