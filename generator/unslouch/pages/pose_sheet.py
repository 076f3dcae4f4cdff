"""All poses of one exercise on a page, for the author who is writing them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from unslouch.content import problems, yaml
from unslouch.content.problems import Problem
from unslouch.content.validate import read_as
from unslouch.figure import Figure, possible
from unslouch.guide import pictures, words
from unslouch.tools.kept import Cache
from unslouch.tools.templates import environment

SIZES = (96, 160, 320)
"""Pixels across: a thumbnail, a step's picture, the top of a page."""


@dataclass(frozen=True)
class Sheet:
    """What is drawn: the poses of a file."""

    id: str
    figure: Figure


def of_file(file: Path, cache: Cache, *, watched: bool = False) -> tuple[str, list[Problem]]:
    """The contact sheet as an HTML page, and what is wrong with the poses; with anything wrong it shows only that.

    Reads nothing but ``figure:``, so that poses can be seen before the rest is written.
    A ``watched`` page loads itself anew every second.
    """
    sheet, found = _read(file, cache)
    shown = []
    if sheet is not None and not found:
        drawn = pictures.draw([sheet], cache, words.load("en"))
        for pose in sheet.figure.poses:
            large, small = drawn.of(sheet, pose), drawn.of(sheet, pose, "small")
            assert large is not None
            assert small is not None
            shown.append((pose, large, {96: small, 160: small, 320: large}))
    templates = environment("unslouch.pages", html=True)
    template = templates.get_template("poses.html.j2")
    wrong = "\n\n".join(map(problems.in_full, found))
    return template.render(name=file.stem, shown=shown, wrong=wrong, watched=watched), found


def _read(file: Path, cache: Cache) -> tuple[Sheet | None, list[Problem]]:
    document, found = yaml.read(file, file.as_posix())
    if document is None:
        return None, found
    written = document.part("figure")
    if written is None:
        return None, [*found, document.problem((), "there is no `figure` here", "add `figure:` with `poses:` below it")]
    figure, wrong = read_as(Figure, written)
    if figure is None:
        return None, found + wrong
    wrong = [written.problem(one.path, one.message, one.hint) for one in possible.problems(figure, cache)]
    return Sheet(file.stem, figure), found + wrong
