"""Exercises of other kinds can be written too."""

from pathlib import Path

import pytest
import yaml

from tests.figure.figure_helpers import parse, shown
from unslouch.figure import solve

MORE = yaml.safe_load((Path(__file__).parent / "more.yml").read_text())


@pytest.mark.parametrize("exercise", MORE)
def test_another_exercise_is_solved_and_drawn(exercise):
    figure = parse(MORE[exercise])
    assert solve(figure) == []
    for name in figure.poses:
        assert len(shown(exercise, figure, name)) <= 7 * 1024
