"""The twelve exercises: nothing wrong with them, and small enough."""

import re

import pytest
from figure_helpers import EXERCISES, load

from generator.figure import animate, describe, draw, solve, start_of

PICTURES = [(e, name) for e in EXERCISES for name in load(e).poses]
MOVEMENTS = [(e, name) for e, name in PICTURES if start_of(load(e), name)]


def test_there_are_twelve():
    assert len(EXERCISES) == 12


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_pose_is_one_a_body_can_take(figures, exercise):
    assert solve(figures[exercise]) == []


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_exercise_has_a_start_and_an_end(figures, exercise):
    assert {"start", "end"} <= set(figures[exercise].poses)


@pytest.mark.parametrize(("exercise", "name"), PICTURES)
def test_a_picture_is_at_most_six_kilobytes(figures, exercise, name):
    assert len(draw(figures[exercise], name)) <= 6 * 1024


@pytest.mark.parametrize(("exercise", "name"), MOVEMENTS)
def test_a_picture_with_arrow_and_ghost_is_little_larger(figures, exercise, name):
    assert len(draw(figures[exercise], name, start=start_of(figures[exercise], name))) <= 7 * 1024


@pytest.mark.parametrize("exercise", EXERCISES)
def test_a_flip_book_is_at_most_twenty_five_kilobytes(figures, exercise):
    figure = figures[exercise]
    name = next(n for n in figure.poses if start_of(figure, n))
    assert len(animate(figure, name, start_of(figure, name))) <= 25 * 1024


@pytest.mark.parametrize(("exercise", "name"), PICTURES)
def test_paths_are_whole_numbers_and_close(figures, exercise, name):
    drawing = draw(figures[exercise], name)
    for path in re.findall(r'<path[^>]* d="([^"]*)"', drawing):
        assert re.fullmatch(r"[Mczl\d\- ]+", path)
        assert path.endswith("z") or "c" not in path


@pytest.mark.parametrize(("exercise", "name"), PICTURES)
def test_alternative_texts_are_short_sentences(figures, exercise, name):
    for side in ("right", "left"):
        words = describe(figures[exercise], name, start=start_of(figures[exercise], name), side=side)
        assert 10 < len(words) <= 150
        assert words[0].isupper()
        assert words.endswith(".")
        assert "{" not in words
