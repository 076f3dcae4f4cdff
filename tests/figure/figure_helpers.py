"""What the figure tests share: the figures and drawings of the fixture, and a pose solved in one line."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.helpers import ROOT, data_of, drawn, fixture_library
from unslouch.content import yaml as source
from unslouch.content.problems import Problem
from unslouch.content.validate import read_as
from unslouch.figure import Drawing, Figure, Form, PoseProblem, solve, write
from unslouch.figure.people import STANDARD
from unslouch.figure.posture import resolve
from unslouch.figure.settle import Settled, settle


@cache
def figures() -> dict[str, Figure]:
    """The figures of the fixture's exercises, by id, shown by the person of whom poses are written."""
    return {
        id: exercise.figure.shown_by(STANDARD)
        for id, exercise in fixture_library().exercises.items()
        if exercise.figure
    }


@cache
def more() -> dict[str, Figure]:
    """The figures of exercises beyond the twelve, by id."""
    return {id: parse(figure) for id, figure in data_of(ROOT / "tests/figure/more.yml").items()}


def pictures() -> list[tuple[str, str]]:
    """Every exercise and pose."""
    return [(exercise, name) for exercise, figure in figures().items() for name in figure.poses]


def drawing(exercise: str, name: str, form: Form = "page") -> Drawing:
    """A picture of the fixture; drawn once for all tests."""
    return shown(exercise, figures()[exercise], name, form)


def shown(id: str, figure: Figure, name: str, form: Form = "page") -> Drawing:
    """A figure's pose as it is drawn; not drawn again while neither it nor how figures are drawn changes."""
    one = Drawn(id, figure)
    found = drawn([one]).of(one, name, form)
    assert found is not None
    return found.drawing


def svg(exercise: str, name: str, form: Form = "page") -> str:
    """The file of a picture as it is sent to readers."""
    return write(drawing(exercise, name, form), "A body.", "screen")


@dataclass(frozen=True)
class Drawn:
    """Something that has poses, as an exercise has."""

    id: str
    figure: Figure


def read(written: Any) -> tuple[Figure | None, list[Problem]]:
    """A figure as its YAML gives it; data are written as JSON, which is YAML."""
    text = written if isinstance(written, str) else json.dumps(written)
    document, problems = source.parse(text, "figure.yml")
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
