"""Exercises beyond the twelve can be written too."""

import pytest

from tests.figure.figure_helpers import more
from unslouch.figure import draw, solve, start_of


@pytest.mark.parametrize("exercise", more())
def test_another_exercise_is_solved_and_drawn(exercise):
    figure = more()[exercise]
    assert solve(figure) == []
    for name in figure.poses:
        assert len(draw(figure, name, start=start_of(figure, name))) <= 7 * 1024
