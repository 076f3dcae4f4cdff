"""Figures drawn from poses: joint angles in, a drawing out.

    problems = solve(figure)              # is every pose one that a body can take?
    drawing = draw(figure, "end")         # shapes, sizes, and what it shows as phrases
    svg = write(drawing, words, "print")  # as SVG text; also "screen", "line" and "dark"

A :class:`Figure` is the value of an exercise's ``figure:``. The right side is the worked side; who shows the
left mirrors the picture and its phrases. Nothing here raises at authors: :func:`solve` returns
:class:`PoseProblem` values, and :func:`draw` marks them in the picture for who asks.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from unslouch.figure import check, compose
from unslouch.figure.drawing import Drawing, Form, Phrase
from unslouch.figure.language import Figure, PoseProblem
from unslouch.figure.posture import resolve
from unslouch.figure.scene import scene_of, settled, written
from unslouch.figure.svg import write

__all__ = [
    "Drawing",
    "Figure",
    "Form",
    "Phrase",
    "PoseProblem",
    "blank",
    "draw",
    "fingerprint",
    "loose_ends",
    "once",
    "problems_of",
    "solve",
    "write",
]


def solve(figure: Figure) -> list[PoseProblem]:
    """Every pose that a body cannot take, each problem once, at the place where it was written."""
    return once(problems_of(figure, name) for name in figure.poses)


def once(found: Iterable[list[PoseProblem]]) -> list[PoseProblem]:
    """The problems of several poses without what a pose has from another: the same place, the same part, other numbers."""
    problems: list[PoseProblem] = []
    for own in found:
        told = {(problem.path, problem.part) for problem in problems}
        problems += [problem for problem in dict.fromkeys(own) if (problem.path, problem.part) not in told]
    return problems


def problems_of(figure: Figure, name: str) -> list[PoseProblem]:
    """What is wrong with one pose, with what it has from others."""
    problems, (posture, _) = loose_ends(figure, name), resolve(figure, name)
    if posture is not None:
        problems += check.ranges(posture) or check.faults(settled(figure, name), ("poses", name))
    return problems


def loose_ends(figure: Figure, name: str) -> list[PoseProblem]:
    """What a pose names and there is not: the pose that it changes, the pose that it comes after."""
    after, problems = figure.poses[name].after, resolve(figure, name)[1]
    if after is None or after in figure.poses:
        return problems
    known = f"known: {', '.join(figure.poses)}"
    return [PoseProblem(("poses", name, "after"), f"there is no pose `{after}`", known), *problems]


def draw(figure: Figure, name: str, form: Form = "page", *, marked: bool = False) -> Drawing:
    """The picture of a pose in one of its forms, with what is wrong with it ``marked`` where that is asked.

    ``moving`` is for poses that a movement ends in. A pose that cannot be put together (it extends one that is not
    there) is a ValueError: :func:`problems_of` says why.
    """
    scene = scene_of(figure, name)
    if form == "moving":
        return compose.moving(scene)
    return compose.still(scene, small=form == "small", wrong=problems_of(figure, name) if marked else ())


def blank(figure: Figure, name: str, form: Form = "page") -> Drawing:
    """What :func:`draw` gives, without what takes long: its size and what it shows, and no shapes."""
    return compose.blank(scene_of(figure, name), form)


def fingerprint(figure: Figure, name: str, form: Form) -> str:
    """A short hash of all of a figure that a picture depends on: pose, start, camera.

    Poses that do not come into the picture do not matter.
    """
    around = figure.model_dump(exclude_unset=True, by_alias=True, exclude={"poses"})
    poses = [written(figure, pose) for pose in (name, figure.start_of(name)) if pose]
    content = [around, poses, form]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]
