"""Exercises of other kinds can be written too."""

import pytest

from tests.figure.figure_helpers import more
from unslouch.figure import draw, solve, write


@pytest.mark.whole
@pytest.mark.parametrize("exercise", more())
def test_another_exercise_is_solved_and_drawn(exercise):
    figure = more()[exercise]
    assert solve(figure) == []
    for name in figure.poses:
        assert len(write(draw(figure, name), "A body.", "print")) <= 8 * 1024
