"""The twelve exercises' figures, parsed once."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.figure import Figure, parse

POSES = Path(__file__).parent / "poses"
EXERCISES = sorted(path.stem for path in POSES.glob("*.yml"))


def load(exercise: str) -> Figure:
    figure, problems = parse(yaml.safe_load((POSES / f"{exercise}.yml").read_text()))
    assert not problems
    assert figure is not None
    return figure


@pytest.fixture(scope="session")
def figures() -> dict[str, Figure]:
    return {exercise: load(exercise) for exercise in EXERCISES}


def settled(**pose):
    """A pose written as YAML would give it, solved."""
    from generator.figure.contact import settle
    from generator.figure.posture import resolve

    figure, problems = parse({"poses": {"only": pose}})
    assert not problems, problems
    posture, problems = resolve(figure, "only")
    assert not problems
    return settle(posture)
