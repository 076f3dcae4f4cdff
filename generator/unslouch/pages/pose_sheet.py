"""All poses of one exercise on a page, for the author who is writing them: the wrong ones too, with what is wrong marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from functools import reduce
from pathlib import Path
from typing import Any

from unslouch.content import problems, validate, yaml
from unslouch.content.document import Document
from unslouch.content.problems import Problem, in_order
from unslouch.figure import Figure, loose_ends, problems_of
from unslouch.figure.report import Report, report
from unslouch.guide import pictures, words
from unslouch.guide.pictures import Picture
from unslouch.tools.kept import Cache
from unslouch.tools.templates import environment

SIZES = (96, 160, 320)
"""Pixels across: a thumbnail, a step's picture, the top of a page."""
POSES = "poses"
FOUNDATIONS = ("base", "from")
"""Keys without which a pose is another one: it is not drawn where they are wrong, and without any other key it is."""


@dataclass(frozen=True)
class Sheet:
    """What there is of a file's poses."""

    id: str
    figure: Figure | None
    """The poses that can be drawn, without what could not be read."""
    names: tuple[str, ...] = ()
    """All poses, in the order they are written in."""
    problems: tuple[Problem, ...] = ()
    """All that is wrong, once, in the order of the file."""
    beside: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    """What is wrong with each pose, with what it has from others; under no name what is wrong with no pose."""


@dataclass(frozen=True)
class Shown:
    """One pose on the page."""

    name: str
    wrong: str
    large: Picture | None
    small: Picture | None

    def sizes(self) -> list[tuple[int, Picture]]:
        """Pixels across, and the picture that is seen at that size."""
        return [(size, picture) for size in SIZES if (picture := self.large if size > 160 else self.small)]


def page(sheet: Sheet, cache: Cache, *, watched: bool = False) -> str:
    """The contact sheet as an HTML page. A ``watched`` page loads itself anew every second."""
    drawn = pictures.draw([sheet], cache, words.load("en"), moving=False)
    shown = [
        Shown(name, _in_full(sheet.beside.get(name, ())), drawn.of(sheet, name), drawn.of(sheet, name, "small"))
        for name in sheet.names
    ]
    template = environment("unslouch.pages", html=True).get_template("poses.html.j2")
    return template.render(name=sheet.id, shown=shown, wrong=_in_full(sheet.beside.get("", ())), watched=watched)


def _in_full(found: Iterable[Problem]) -> str:
    return "\n\n".join(map(problems.in_full, found))


def read(file: Path) -> Sheet:
    """The poses of a file. Reads nothing but ``figure:``, so that poses can be seen before the rest is written."""
    document, found = yaml.read(file, file.as_posix())
    written = document.part("figure") if document else None
    if written is None:
        if document is not None:
            found.append(document.problem((), "there is no `figure` here", "add `figure:` with `poses:` below it"))
        return Sheet(file.stem, None, problems=tuple(found), beside={"": tuple(found)})
    wrong = [("", problem) for problem in found]
    names = _names(written)
    figure = _salvaged(written, names, wrong)
    drawn = figure.poses if figure else {}
    if figure:
        unfit = ((name, one) for name in drawn for one in problems_of(figure, name))
        wrong += [(name, written.problem(one.path, one.message, one.hint)) for name, one in unfit]
    beside = {each: tuple(in_order(p for name, p in wrong if name == each)) for each in ("", *names)}
    for name in names:
        if not beside[name] and name not in drawn:
            beside[name] = (written.problem((POSES, name, "from"), "the pose that it starts from cannot be drawn"),)
    return Sheet(file.stem, figure, names, tuple(in_order(p for _, p in wrong)), beside)


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


def as_data(sheet: Sheet) -> dict[str, Any]:
    """The poses in numbers, for a program; ``problems`` only where there are any."""
    poses = {name: _reported(report(sheet.figure, name)) for name in sheet.figure.poses} if sheet.figure else {}
    wrong = [asdict(problem) for problem in sheet.problems]
    return {"poses": poses} | ({"problems": wrong} if wrong else {})


def _reported(pose: Report) -> dict[str, Any]:
    return asdict(pose) | {"warnings": [f"{one.message}: {one.hint}" for one in pose.warnings]}
