"""The twelve exercises: nothing wrong with them, small enough, and told in words."""

import re

import pytest

from tests.figure.figure_helpers import drawing, figures, pictures
from unslouch.figure import alt, animate, solve, start_of

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
    assert len(drawing(exercise, name)) <= 6 * 1024


@pytest.mark.parametrize("exercise", EXERCISES)
def test_a_flip_book_is_at_most_twenty_five_kilobytes(exercise):
    figure = figures()[exercise]
    assert len(animate(figure, "end", start_of(figure, "end"))) <= 25 * 1024


@pytest.mark.parametrize(("exercise", "name"), pictures())
def test_paths_are_whole_numbers_and_close(exercise, name):
    for path in re.findall(r'<path[^>]* d="([^"]*)"', drawing(exercise, name)):
        assert re.fullmatch(r"[Mczl\d\- ]+", path)
        assert path.endswith("z") or "c" not in path


@pytest.mark.parametrize("side", ["right", "left"])
@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_picture_of_an_exercise_has_words_of_its_own(exercise, side):
    figure = figures()[exercise]
    told = [alt(figure, name, start=start_of(figure, name), side=side) for name in figure.poses]
    assert len(set(told)) == len(told), told
    for words in told:
        assert re.fullmatch(r"[A-Z][^{}]{9,148}\.", words)
