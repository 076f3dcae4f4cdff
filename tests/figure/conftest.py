"""The twelve exercises' figures, parsed once."""

from __future__ import annotations

import pytest
from figure_helpers import EXERCISES, load

from generator.figure import Figure


@pytest.fixture(scope="session")
def figures() -> dict[str, Figure]:
    return {exercise: load(exercise) for exercise in EXERCISES}
