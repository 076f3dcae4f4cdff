"""What the figure tests share: the figures and drawings of the fixture, and a pose solved in one line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.helpers import drawn, fixture_library
from unslouch.content import yaml
from unslouch.content.problems import Problem
from unslouch.content.validate import read_as
from unslouch.figure import Figure, PoseProblem, solve
from unslouch.figure.posture import resolve
from unslouch.figure.settle import Settled, settle


@cache
def figures() -> dict[str, Figure]:
    """The figures of the fixture's exercises, by id."""
    return {id: exercise.figure for id, exercise in fixture_library().exercises.items() if exercise.figure}


def pictures() -> list[tuple[str, str]]:
    """Every exercise and pose."""
    return [(exercise, name) for exercise, figure in figures().items() for name in figure.poses]


def drawing(exercise: str, name: str) -> str:
    """A pose of the fixture as its page shows it, with arrow and ghost; drawn once for all tests."""
    return shown(exercise, figures()[exercise], name)


def shown(id: str, figure: Figure, name: str) -> str:
    """A figure's pose as a page shows it; not drawn again while neither it nor how figures are drawn changes."""
    one = Drawn(id, figure)
    return drawn([one]).of(one, name).svg


@dataclass(frozen=True)
class Drawn:
    """Something that has poses, as an exercise has."""

    id: str
    figure: Figure


def read(written: Any) -> tuple[Figure | None, list[Problem]]:
    """A figure as its YAML gives it; data are written as JSON, which is YAML."""
    text = written if isinstance(written, str) else json.dumps(written)
    document, problems = yaml.parse(text, "figure.yml")
    if document is None:
        return None, problems
    figure, refused = read_as(Figure, document)
    return figure, problems + refused


def parse(written: Any) -> Figure:
    """A figure with nothing wrong in its form."""
    figure, problems = read(written)
    assert figure is not None, problems
    return figure


def wrong_with(written: Any) -> list[PoseProblem]:
    """What a body could not do of a figure whose form is right."""
    return solve(parse(written))


def settled(**pose: Any) -> Settled:
    """A pose written as YAML would give it, solved."""
    posture, problems = resolve(parse({"poses": {"only": pose}}), "only")
    assert not problems
    assert posture is not None
    return settle(posture)
