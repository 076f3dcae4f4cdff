"""What stands on a card, for routines, weeks and single exercises."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from tests.cards.cards_helpers import DRAWN, SHORT, made_up, make, renderer
from tests.helpers import ENGLISH, guide_of, many
from unslouch.cards.build import Job
from unslouch.cards.fill import of_exercise, of_routine, of_week
from unslouch.cards.fit import LADDER, Fit
from unslouch.cards.html import Renderer
from unslouch.content.library import Library
from unslouch.content.model import Block, Routine, RoutineExercise
from unslouch.guide import sheet_address
from unslouch.guide.guide import Guide


def test_without_an_address_there_is_no_code(library):
    guide = guide_of(library)
    guide.site_url = ""
    html = renderer(library).card(of_routine(guide, library.routines["desk-break"]), Fit(LADDER[0], 0))
    assert "Scan to open" not in html


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


def test_a_routine_without_pictures_has_no_place_for_them(library):
    plain = {id: exercise.model_copy(update={"figure": None}) for id, exercise in library.exercises.items()}
    guide = Guide(Library(plain, library.routines, library.safety), ENGLISH)
    html = renderer(library).card(of_routine(guide, library.routines["desk-break"]), Fit(LADDER[0], 0))
    assert "Start and end" not in html
    assert " bare" in html
    assert " bare" not in renderer(library).card(made_up(2, SHORT), Fit(LADDER[0], 0))


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


def test_a_week_has_a_box_for_each_routine_of_a_day(cards):
    html = cards.files["routines/plan/card/index.html"].decode()
    assert html.count("Short session (") == 2
    assert html.count("Rest day") == 5
    assert 'class="day"' not in html


def test_the_foot_says_sources_licence_date_and_address(guide, library):
    html = replace(Renderer.of(guide), licence="CC BY 4.0.").card(
        of_exercise(guide, library.exercises["side-squat"]), Fit(LADDER[0], 0)
    )
    foot = html[html.index('class="source"') :]
    told = ["Nobody has reviewed", "Sources: Lateral lunges", "Text last checked on", "CC BY 4.0.", "example.org/guide"]
    assert [foot.index(one) for one in told] == sorted(foot.index(one) for one in told)


def test_a_handout_names_a_few_sources_the_sound_ones_first_and_its_cautions_in_short(guide, library):
    exercise = library.exercises["crossed-stretch"]
    shown = of_exercise(guide, exercise)
    assert shown.sources == 'Sources: A <b>source</b>; A "study".'
    assert shown.before[0].texts == ("Sore knee? Leave it out.", "Hold on to something.")
    poor = [exercise.sources[0].model_copy(update={"kind": None, "title": f"Page {n}"}) for n in range(5)]
    many = of_exercise(guide, exercise.model_copy(update={"sources": (*poor, *exercise.sources)}))
    assert many.sources == 'Sources: A <b>source</b>; A "study"; Page 0; Page 1; and 3 more online.'


def test_a_block_to_choose_from_is_marked_and_has_boxes(cards):
    html = cards.files["routines/short-session/card/index.html"].decode()
    assert "Choose 1 of these 2" in html
    assert html.count('class="pick"') == 2
    assert 'class="pick"' not in cards.files["routines/desk-break/card/index.html"].decode()


def test_pictures_of_a_lying_body_are_stacked(guide, library):
    rows = {row.name: row for part in of_routine(guide, library.routines["whole-session"]).parts for row in part.rows}
    assert rows["Crossed stretch"].stacked
    assert not rows["Side squat"].stacked


def test_pictures_of_a_handout_stand_side_by_side_to_one_scale(guide, library, cards):
    abreast = {id: of_exercise(guide, exercise).abreast for id, exercise in library.exercises.items()}
    assert abreast["donkey-kick"] == 3
    assert abreast["pigeon-pose"] == 2  # four pictures in two lines of two
    sheet = of_exercise(guide, library.exercises["pigeon-pose"])
    html = cards.files["exercises/pigeon-pose/card/index.html"].decode()
    assert "--rows:2;--type" in html
    assert re.findall(r"--tall:(\d+)", html) == [
        str(max(view.height for row in sheet.parts[0].rows for view in row.pictures))
    ]


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


def test_sentences_follow_each_other_and_dots_part_what_is_none(cards):
    html = cards.files["exercises/donkey-kick/card/index.html"].decode()
    assert "still hurts.</bdi> <bdi>With a sore knee" in html
    assert "lift higher</bdi> · <bdi>Straightening" in html


def test_cards_with_pictures_say_what_red_is(cards):
    for id, told in (("routines/whole-session", 1), ("exercises/donkey-kick", 1), ("routines/plan", 0)):
        assert cards.files[f"{id}/card/index.html"].decode().count("Red shows the muscles it is for.") == told


def test_the_left_side_has_mirrored_pictures_and_its_own_words(library):
    left = guide_of(library, default_side="left")
    html = renderer(library).card(of_routine(left, library.routines["desk-break"]), Fit(LADDER[0], 0))
    assert 'class="mirrored"' in html
    assert "Bend your left knee" in html
