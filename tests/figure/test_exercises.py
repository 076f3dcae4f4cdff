"""The twelve exercises: nothing wrong with them, small enough, and told each in its own way."""

import re

import pytest

from tests.figure.figure_helpers import drawing, figures, pictures, svg
from unslouch.figure import solve

EXERCISES = list(figures())


def test_all_twelve_are_drawn():
    assert len(EXERCISES) == 12


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_pose_is_one_a_body_can_take(exercise):
    assert solve(figures()[exercise]) == []


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_exercise_has_a_start_and_an_end(exercise):
    assert {"start", "end"} <= set(figures()[exercise].poses)


@pytest.mark.parametrize(("exercise", "name"), pictures())
def test_a_picture_is_small(exercise, name):
    assert len(svg(exercise, name)) <= 6 * 1024


@pytest.mark.parametrize("exercise", EXERCISES)
def test_a_flip_book_is_at_most_twenty_five_kilobytes(exercise):
    assert len(svg(exercise, "end", "moving")) <= 25 * 1024


@pytest.mark.parametrize(("exercise", "name"), pictures())
def test_paths_are_whole_numbers_and_close(exercise, name):
    for shape in drawing(exercise, name).frames[0]:
        assert re.fullmatch(r"[Mczl\d\- ]*", shape.path)
        assert shape.path.endswith("z") or "c" not in shape.path


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_picture_of_an_exercise_tells_something_of_its_own(exercise):
    told = [drawing(exercise, name).told for name, pose in figures()[exercise].poses.items() if not pose.alt]
    assert len(set(told)) == len(told), told
