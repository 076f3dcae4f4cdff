"""How a sheet lays out its rows and pictures."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.cards.cards_helpers import SHORT, made_up
from unslouch.cards.fill import of_exercise, of_routine


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


def test_rows_are_left_out_from_the_end_over_several_parts():
    parts = tuple(replace(part, name=name) for name in "AB" for part in made_up(2, SHORT).parts)
    sheet = replace(made_up(2, SHORT), parts=parts)
    left = {count: [len(part.rows) for part in sheet.without_last(count).parts] for count in range(5)}
    assert left == {0: [2, 2], 1: [2, 1], 2: [2, 0], 3: [1, 0], 4: [0, 0]}


def test_a_routines_rows_stand_one_below_the_other():
    sheet = made_up(4, SHORT)
    assert (sheet.abreast, replace(sheet, kind="exercise").abreast) == (1, 2)
    assert (sheet.folder, replace(sheet, kind="exercise").folder) == ("routines/made-up", "exercises/made-up")


def test_more_exercises_of_a_week_stand_side_by_side():
    for count, abreast, lines in ((12, 3, 4), (13, 4, 4), (24, 4, 6), (30, 6, 5)):
        week = replace(made_up(count, SHORT), kind="week")
        assert (week.abreast, week.lines) == (abreast, lines)
    two = replace(made_up(4, SHORT), kind="week", parts=made_up(4, SHORT).parts * 2)
    assert two.lines == 4  # each routine begins a line


def test_a_part_has_a_head_where_there_is_something_to_say():
    (part,) = made_up(2, SHORT).parts
    for parts, headed in (((part,), False), ((part, part), True), ((replace(part, note="Slowly."),), True)):
        assert replace(made_up(2, SHORT), parts=parts).headed == headed
