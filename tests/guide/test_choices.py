"""What readers choose routines by."""

from __future__ import annotations

from tests.helpers import ENGLISH, fixture_library
from unslouch.content.library import Library
from unslouch.guide import choices, wording


def test_readers_begin_with_the_first_routines_the_shortest_first():
    library = fixture_library()
    found = choices.starts(library, ENGLISH)
    assert {start.routine.id for start in found} == {id for id, one in library.routines.items() if one.blocks}
    times = [library.routine_seconds(start.routine).high for start in found]
    assert times == sorted(times)
    many = Library(library.exercises, {f"r{n}": found[0].routine for n in range(9)}, library.safety, library.asks)
    assert len(choices.starts(many, ENGLISH)) == choices.AT_ONCE


def test_a_routine_says_its_own_minutes_and_where_it_is_done():
    library = fixture_library()
    for start in choices.starts(library, ENGLISH):
        told = wording.minutes(library.routine_seconds(start.routine), ENGLISH)
        assert start.minutes.removesuffix(" min") == told.removesuffix(" minutes").removesuffix(" minute")
        down = any("floor" in library.asks_of(one) for one in library.exercises_of(start.routine))
        assert (start.place == ENGLISH.say("list_floor")) == down
    up = Library(library.exercises, library.routines, library.safety, {})
    assert choices.place(up, up.routines["desk-break"], ENGLISH) == "On your feet"


def test_a_picture_stands_for_one_routine_while_there_are_others():
    library = fixture_library()
    found = choices.emblems(library, lambda exercise: exercise.figure is not None)
    assert set(found) == set(library.routines)
    assert len({exercise.id for exercise in found.values()}) >= len(found) - 1 > 1


def test_where_all_are_taken_the_first_stands_for_it():
    library = fixture_library()
    routine = library.routines["desk-break"]
    many = Library(library.exercises, {f"r{number}": routine for number in range(9)}, library.safety)
    assert choices.emblems(many, lambda _: True)["r8"].id == library.exercises_of(routine)[0].id
    assert choices.emblems(many, lambda _: False) == {}
