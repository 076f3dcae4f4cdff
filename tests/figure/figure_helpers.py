"""What the figure tests share: the twelve exercises' figures, and a pose solved in one line."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from conftest import ROOT

from generator import source
from generator.explain import read_as
from generator.figure import Figure, PoseProblem, solve
from generator.figure.contact import Settled, settle
from generator.figure.posture import resolve
from generator.library import load
from generator.problems import Problem


@cache
def figures() -> dict[str, Figure]:
    """The figures of the site's own exercises, by id."""
    library = load(ROOT / "content").library
    assert library is not None
    return {id: exercise.figure for id, exercise in library.exercises.items() if exercise.figure}


def read(written: Any) -> tuple[Figure | None, list[Problem]]:
    """A figure as its YAML gives it (JSON is YAML)."""
    document, problems = source.parse(json.dumps(written), "figure.yml")
    return read_as(Figure, document) if document else (None, problems)


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
