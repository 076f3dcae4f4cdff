"""All poses of one exercise on a page, for the author who is writing them: the wrong ones too, with what is wrong marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from unslouch.content import problems
from unslouch.content.problems import WARNING, Problem
from unslouch.figure.report import report
from unslouch.guide import pictures, words
from unslouch.guide.pictures import Picture
from unslouch.pages.pose_file import PoseFile
from unslouch.tools.kept import Cache
from unslouch.tools.templates import environment

SIZES = (96, 160, 320)
"""Pixels across: a thumbnail, a step's picture, the top of a page."""


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


def page(poses: PoseFile, cache: Cache, *, watched: bool = False) -> str:
    """The contact sheet as an HTML page. A ``watched`` page loads itself anew every second."""
    drawn = pictures.draw([poses], cache, words.load("en"), for_author=True)
    shown = [
        Shown(name, _in_full(poses.beside.get(name, ())), drawn.of(poses, name), drawn.of(poses, name, "small"))
        for name in poses.names
    ]
    template = environment("unslouch.pages", html=True).get_template("poses.html.j2")
    return template.render(name=poses.id, shown=shown, wrong=_in_full(poses.beside.get("", ())), watched=watched)


def _in_full(found: Iterable[Problem]) -> str:
    return "\n\n".join(map(problems.in_full, found))


def as_data(poses: PoseFile) -> dict[str, Any]:
    """The poses in numbers, for a program; ``problems`` only where there are any."""
    wrong = [asdict(problem) for problem in poses.errors]
    reported = {name: _reported(poses, name) for name in poses.figure.poses} if poses.figure else {}
    return {"poses": reported} | ({"problems": wrong} if wrong else {})


def _reported(poses: PoseFile, name: str) -> dict[str, Any]:
    assert poses.figure is not None
    poor = [one for one in poses.beside[name] if one.severity == WARNING]
    return asdict(report(poses.figure, name)) | {"warnings": [f"{one.message}: {one.hint}" for one in poor]}
