"""Figures drawn from poses: joint angles in, a drawing out.

    problems = solve(figure)              # is every pose one that a body can take?
    drawing = draw(figure, "end")         # shapes, sizes, and what it shows as phrases
    svg = write(drawing, words, "print")  # as SVG text; also "screen", "line" and "dark"

A :class:`Figure` is the value of an exercise's ``figure:``. The right side is the worked side; who shows the
left mirrors the picture and its phrases. Nothing here raises at authors: :func:`solve` returns
:class:`PoseProblem` values, and :func:`draw` expects a figure that it found nothing wrong with.
"""

from __future__ import annotations

import hashlib
import json

from unslouch.figure import balance, check, compose
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
    "draw",
    "fingerprint",
    "solve",
    "warnings",
    "write",
]


def solve(figure: Figure) -> list[PoseProblem]:
    """Every pose that a body cannot take, each problem at the place where it was written."""
    problems: list[PoseProblem] = []
    for name, pose in figure.poses.items():
        if pose.after is not None and pose.after not in figure.poses:
            known = f"known: {', '.join(figure.poses)}"
            problems.append(PoseProblem(("poses", name, "after"), f"there is no pose `{pose.after}`", known))
        posture, wrong = resolve(figure, name)
        if posture is not None:
            wrong = check.ranges(posture) or check.contacts(settled(figure, name), ("poses", name))
        problems += wrong
    return list(dict.fromkeys(problems))


def warnings(figure: Figure) -> list[PoseProblem]:
    """What a body could hardly do: poses whose weight is beside what carries it. For a figure that solves."""
    return [
        problem
        for name in figure.poses
        if resolve(figure, name)[0] is not None
        for problem in balance.sways(settled(figure, name), ("poses", name))
    ]


def draw(figure: Figure, name: str, form: Form = "page") -> Drawing:
    """The picture of a pose in one of its forms; ``moving`` is for poses that a movement ends in."""
    scene = scene_of(figure, name)
    return compose.moving(scene) if form == "moving" else compose.still(scene, small=form == "small")


def fingerprint(figure: Figure, name: str, form: Form) -> str:
    """A short hash of all of a figure that a picture depends on: pose, start, camera.

    Poses that do not come into the picture do not matter.
    """
    around = figure.model_dump(exclude_unset=True, by_alias=True, exclude={"poses"})
    poses = [written(figure, pose) for pose in (name, figure.start_of(name)) if pose]
    content = [around, poses, form]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]
