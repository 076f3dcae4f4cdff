"""What readers choose routines by."""

from __future__ import annotations

from tests.helpers import ENGLISH, fixture_library
from unslouch.content.library import Library
from unslouch.guide import choices


def test_minutes_lead_to_a_routine_that_is_done_within_them():
    library = fixture_library()
    found = choices.by_minutes(library, ENGLISH)
    assert found
    assert [int(label.split()[0]) for label, _ in found] == sorted({int(label.split()[0]) for label, _ in found})
    for label, routine in found:
        assert label.endswith(" min")
        most = library.routine_seconds(routine).high / 60
        assert most <= int(label.split()[0]) + 0.5
        assert not [rung for rung in choices.RUNGS if most <= rung < int(label.split()[0])]
    assert "plan" not in {routine.id for _, routine in found}


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
