"""The poses of a file as far as they can be read: what is wrong with one hides neither it nor the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path
from typing import Any

from unslouch.content import lint_figure, validate, yaml
from unslouch.content.document import Document
from unslouch.content.load import words_for
from unslouch.content.model import Exercise
from unslouch.content.own_words import OwnWords
from unslouch.content.problems import ERROR, WARNING, Problem, in_order
from unslouch.figure import Figure, PoseProblem, loose_ends, once, problems_of, report

POSES = "poses"
FOUNDATIONS = ("base", "from")
"""Keys without which a pose is another one: it is not drawn where they are wrong, and without any other key it is."""
_Told = tuple[str, Problem]
"""A problem, and the pose that it is about; no name where it is about none."""


@dataclass(frozen=True)
class PoseFile:
    """What there is of a file's poses."""

    id: str
    figure: Figure | None = None
    """The poses that can be drawn, without what could not be read."""
    names: tuple[str, ...] = ()
    """All poses, in the order they are written in."""
    problems: tuple[Problem, ...] = ()
    """All that is wrong or should be better, once, in the order of the file."""
    beside: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    """The same by pose, each with what it has from others; under no name what is about no pose."""

    @property
    def errors(self) -> list[Problem]:
        """What keeps the file from being used."""
        return [problem for problem in self.problems if problem.severity == ERROR]


def read(file: Path) -> PoseFile:
    """The poses of a file. Little but ``figure:`` is read, so that poses can be seen before the rest is written."""
    document, found = yaml.read(file, file.as_posix())
    written = document.part("figure") if document else None
    if document is None or written is None:
        if document is not None:
            found.append(document.problem((), "there is no `figure` here", "add `figure:` with `poses:` below it"))
        return PoseFile(file.stem, problems=tuple(found), beside={"": tuple(found)})
    names = _names(written)
    wrong: list[_Told] = [("", problem) for problem in found]
    echoes: set[Problem] = set()
    figure = _salvaged(written, names, wrong)
    if figure:
        unfit = {name: problems_of(figure, name) for name in figure.poses}
        wrong += [(name, _at(written, one)) for name, own in unfit.items() for one in own]
        echoes = {_at(written, one) for own in unfit.values() for one in own}
        echoes -= {_at(written, one) for one in once(unfit.values())}
        wrong += _poor(figure, written, {name for name, _ in wrong})
        wrong += _unsaid(document, wrong, words_for(file))
    beside = {each: tuple(in_order(p for name, p in wrong if name == each)) for each in ("", *names)}
    for name in names:
        if not beside[name] and not (figure and name in figure.poses):
            beside[name] = (written.problem((POSES, name, "from"), "the pose that it starts from cannot be drawn"),)
    return PoseFile(file.stem, figure, names, tuple(in_order(p for _, p in wrong if p not in echoes)), beside)


def _at(written: Document, one: PoseProblem) -> Problem:
    return written.problem(one.path, one.message, one.hint)


def _poor(figure: Figure, written: Document, wrong: set[str]) -> Iterator[_Told]:
    """What pictures would not show; of poses in which anything is ``wrong`` nothing, for they will be others."""
    for name in figure.poses:
        for one in report.warnings(figure, name) if name not in wrong else ():
            yield name, written.problem(one.path, one.message, one.hint, severity=WARNING)


def _unsaid(document: Document, wrong: Iterable[_Told], own: OwnWords) -> Iterator[_Told]:
    """What the steps say and the pictures lack, once the whole exercise can be read."""
    exercise = validate.read_as(Exercise, document, own)[0]
    if exercise and all(problem.severity != ERROR for _, problem in wrong):
        yield from lint_figure.of_steps(exercise, document)


def _names(written: Document) -> tuple[str, ...]:
    poses = written.data.get(POSES) if isinstance(written.data, dict) else None
    return tuple(name for name in poses if isinstance(name, str)) if isinstance(poses, dict) else ()


def _salvaged(written: Document, names: tuple[str, ...], wrong: list[tuple[str, Problem]]) -> Figure | None:
    """What can be drawn of a figure; what is wrong with the rest goes to ``wrong``, by the pose it stands in."""
    while found := _faults(written, names):
        wrong += [(_pose(path, names), problem) for path, problem in found if problem]
        parts = {_part(path) for path, _ in found}
        if () in parts:
            return None
        written = reduce(_without, parts, written)
    return Figure.model_validate(written.data)


def _faults(written: Document, names: tuple[str, ...]) -> list[tuple[validate.Path, Problem | None]]:
    """What keeps a figure from being drawn. What is only an echo of a pose that was taken out is no problem."""
    if found := validate.faults(Figure, written):
        return [*found]
    figure = Figure.model_validate(written.data)
    loose = [one for name in figure.poses for one in loose_ends(figure, name) if one.path[1] == name]
    lost = set(names) - set(figure.poses)
    return [
        (one.path, None if written.node(one.path).value in lost else written.problem(one.path, one.message, one.hint))
        for one in loose
    ]


def _pose(path: validate.Path, names: tuple[str, ...]) -> str:
    """The pose that a place lies in; nothing where it lies in none."""
    return next((name for name in names if path[:2] == (POSES, name)), "")


def _part(path: validate.Path) -> validate.Path:
    """What has to go for a place to go: a setting of the figure or of a pose, or the pose where it would be another."""
    if path[:1] != (POSES,):
        return path[:1]
    if len(path) < 2:
        return ()
    return path[:2] if path[2:3] and path[2] in FOUNDATIONS else path[:3]


def _without(written: Document, path: validate.Path) -> Document:
    """The same document, its data without a part."""

    def less(data: Any, path: validate.Path) -> Any:
        key, *below = path
        return {k: less(v, tuple(below)) if below and k == key else v for k, v in data.items() if below or k != key}

    return replace(written, root=replace(written.root, value=less(written.data, path)))
