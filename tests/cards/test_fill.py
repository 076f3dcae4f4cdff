"""What the sheets of routines, weeks and single exercises say."""

from __future__ import annotations

from html import unescape

import pytest

from tests.cards.cards_helpers import DRAWN, make, renderer
from tests.helpers import guide_of
from unslouch.cards.build import Job
from unslouch.cards.fill import of_exercise, of_week
from unslouch.cards.fill import sheets as sheets_of
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


def test_a_card_says_what_its_exercises_ask_once_each_with_words(guide):
    sheets = {sheet.id: sheet for sheet in sheets_of(guide)}
    assert sheets["donkey-kick"].asks == (
        ("floor", "get to the floor"),
        ("kneel", "kneel"),
        ("hands-bear-weight", "weight on hands"),
    )
    asked = [ask for ask, _ in sheets["whole-session"].asks]
    assert len(asked) == len(set(asked)) > 3
    assert sheets["plan"].asks == sheets["chair-squat"].asks == ()


def test_a_handout_shows_what_comes_before_and_after(guide):
    sheets = {sheet.id: sheet for sheet in sheets_of(guide)}
    kick = sheets["donkey-kick"]
    assert [(stage.name, stage.way) for stage in kick.stages] == [
        ("Chair squat", ""),
        ("Donkey kick", "Easier"),
        ("Donkey kick", "This exercise"),
        ("Donkey kick", "Harder"),
    ]
    assert [len(stage.pictures) for stage in kick.stages] == [0, 1, 1, 0]
    assert {view.path for stage in kick.stages for view in stage.pictures} <= kick.pictures
    assert kick.when == "12 are easy on two days in a row."
    assert sheets["marching"].stages == sheets["whole-session"].stages == ()


def test_a_week_without_routines_has_a_card(library):
    rest = Routine.model_validate({"name": "Rest", "summary": "Nothing.", "week": {"monday": []}}).named("rest")
    guide = guide_of(Library(library.exercises, {"rest": rest}, library.safety))
    sheet = of_week(guide, rest)
    assert sheet.facts == ("No equipment",)
    html = renderer(library).card(sheet, Fit(LADDER[0], 0))
    assert (
        "<strong>Rest day:</strong> <bdi>Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday</bdi>" in html
    )


def test_a_week_shows_the_exercises_of_its_days_with_boxes_to_tick(cards, guide, library):
    sheet = of_week(guide, library.routines["plan"])
    (part,) = sheet.parts
    assert (part.name, part.note) == ("Short session", guide.minutes(library.routines["short-session"]))
    assert part.days == ("Mon", "", "Wed", "", "", "", "")
    assert [row.name for row in part.rows] == ["Crossed stretch", "Chair squat", "Marching"]
    assert [(row.number, row.steps, row.caution) for row in part.rows] == [(n, (), "") for n in (1, 2, 3)]
    assert sheet.notes[0] == ("Rest day", ("Tuesday, Thursday, Friday, Saturday, Sunday",))
    html = cards.files["routines/plan/card/index.html"].decode()
    assert html.count('<span class="box">') == 2
    assert {view.path for view in part.rows[0].pictures} <= sheet.pictures


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


def test_a_handout_names_a_few_sources_the_sound_ones_first_and_has_its_cautions_whole(guide, library):
    exercise = library.exercises["crossed-stretch"]
    shown = of_exercise(guide, exercise)
    assert shown.sources == 'Sources: A <b>source</b>; A "study".'
    assert shown.before[0].texts == ("Leave it out with a sore knee; see safety.", "Hold on to something.")
    poor = [exercise.sources[0].model_copy(update={"kind": None, "title": f"Page {n}"}) for n in range(5)]
    many = of_exercise(guide, exercise.model_copy(update={"sources": (*poor, *exercise.sources)}))
    assert many.sources == 'Sources: A <b>source</b>; A "study"; Page 0; Page 1; and 3 more online.'
