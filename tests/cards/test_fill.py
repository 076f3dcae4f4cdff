"""What the sheets of routines, weeks and single exercises say."""

from __future__ import annotations

from html import unescape

import pytest

from tests.cards.cards_helpers import DRAWN, make, renderer
from tests.helpers import guide_of
from unslouch.cards.build import Job
from unslouch.cards.fill import of_exercise, of_week
from unslouch.cards.fit import LADDER, Fit
from unslouch.content.library import Library
from unslouch.content.model import Routine


def test_every_name_and_note_of_a_routine_is_on_its_card(cards, guide, library):
    for id, routine in library.routines.items():
        text = unescape(cards.files[f"routines/{id}/card/index.html"].decode())
        notes = [routine.notes, *(block.notes for block in routine.blocks)]
        told = [routine.name, *(guide.plain(note) for note in notes if note)]
        told += [block.name for block in routine.blocks if len(routine.blocks) > 1]
        assert [one for one in told if one not in text] == []


def test_a_week_without_routines_has_a_card(library):
    rest = Routine.model_validate({"name": "Rest", "summary": "Nothing.", "week": {"monday": []}}).named("rest")
    guide = guide_of(Library(library.exercises, {"rest": rest}, library.safety))
    sheet = of_week(guide, rest)
    assert sheet.facts == ("No equipment",)
    assert "Rest day" in renderer(library).card(sheet, Fit(LADDER[0], 0))


def test_a_week_has_a_box_for_each_routine_of_a_day(cards):
    html = cards.files["routines/plan/card/index.html"].decode()
    assert html.count("Short session (") == 2
    assert html.count("Rest day") == 5
    assert 'class="day"' not in html


def test_a_step_before_the_first_picture_is_told_below_it(guide, library):
    (part,) = of_exercise(guide, library.exercises["crossed-stretch"]).parts
    assert all(row.pictures for row in part.rows)
    assert [(row.number, len(row.steps)) for row in part.rows] == [(1, 3)]


@pytest.mark.pdf
def test_an_exercise_without_pictures_has_a_handout(guide, library):
    plain = library.exercises["side-squat"]
    plain = plain.model_copy(update={"steps": tuple(step.model_copy(update={"figure": None}) for step in plain.steps)})
    sheet = of_exercise(guide, plain)
    assert (sheet.row_count, sheet.abreast, sheet.pictured) == (1, 1, False)
    made = make(Job(sheet, renderer(library), DRAWN))
    assert made.fit.fits
    assert made.lost == 0


def test_a_handout_tells_all_that_its_page_does(guide, library):
    exercise = library.exercises["side-squat"]
    sheet = of_exercise(guide, exercise)
    steps = [step for part in sheet.parts for row in part.rows for step in row.steps]
    assert len(steps) == len(exercise.steps)
    assert all(row.pictures for part in sheet.parts for row in part.rows)
    told = " ".join(text for _, texts in sheet.notes for text in texts)
    assert "heavy chair" in told
    (care,) = sheet.before
    assert care.head == "Before you start"
    assert "hip replacement" in " ".join(care.texts)
