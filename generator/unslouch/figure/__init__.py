"""Figures drawn from poses: joint angles in, SVG out.

    problems = solve(figure)                     # is every pose one that a body can take?
    svg = draw(figure, "end", start="start")     # colours as CSS variables
    paper = recolour(svg, "print")               # literal colours; also "line" and "dark"

A :class:`Figure` is the value of an exercise's ``figure:``. The right side is the worked
side; ``side="left"`` gives the mirror image. Nothing here raises at authors: :func:`solve`
returns :class:`PoseProblem` values, and the drawing functions expect a figure that it found
nothing wrong with.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from unslouch.figure import alt as words
from unslouch.figure import check, compose
from unslouch.figure.body import OTHER_SIDE
from unslouch.figure.language import Figure, PoseProblem
from unslouch.figure.palette import recolour
from unslouch.figure.posture import resolve
from unslouch.figure.scene import scene_of, written
from unslouch.figure.settle import settle

__all__ = [
    "Figure",
    "PoseProblem",
    "animate",
    "describe",
    "draw",
    "fingerprint",
    "recolour",
    "solve",
    "start_of",
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
            wrong = check.ranges(posture) or check.contacts(settle(posture), ("poses", name))
        problems += wrong
    return list(dict.fromkeys(problems))


def start_of(figure: Figure, name: str) -> str | None:
    """The pose that a pose's movement comes from: its own ``after``; for ``end``, the pose it changes."""
    pose = figure.poses[name]
    return pose.after or (pose.extends if name == "end" else None)


def draw(
    figure: Figure,
    name: str,
    *,
    side: str = "right",
    start: str | None = None,
    ghost: bool = True,
    variant: str = "colour",
    weight: str = "regular",
    prefix: str = "f",
    alt: str | None = None,
) -> str:
    """The picture of a pose as SVG text.

    ``start`` names the pose the movement comes from: it adds the arrow and, where there is
    room, the ghost. ``variant``: colour (CSS variables), print, line, dark. ``weight``: regular,
    or bold for about 96 pixels. ``alt`` replaces the description.
    """
    scene = scene_of(figure, name, side, start, ghost)
    text = describe(figure, name, start=start, side=side) if alt is None else alt
    return recolour(compose.draw(scene, alt=text, prefix=prefix, weight=weight), variant)


def animate(
    figure: Figure,
    name: str,
    start: str,
    *,
    side: str = "right",
    variant: str = "colour",
    weight: str = "regular",
    prefix: str = "f",
    alt: str | None = None,
) -> str:
    """The movement between two poses as a flip-book that is still until asked (see :func:`svg.animate`)."""
    scene = scene_of(figure, name, side, start, ghost=False)
    text = describe(figure, name, start=start, side=side) if alt is None else alt
    return recolour(compose.animate(scene, alt=text, prefix=prefix, weight=weight), variant)


def describe(figure: Figure, name: str, *, start: str | None = None, side: str = "right") -> str:
    """The alt text of a pose, at most 150 characters."""
    own = figure.poses[name].alt
    if own:
        return own.replace("{side}", side).replace("{other_side}", OTHER_SIDE[side])
    shown = scene_of(figure, name, "right", start, ghost=False)
    return words.describe(shown.pose, shown.start, props=shown.props, side=side)


def fingerprint(figure: Figure, name: str, **options: Any) -> str:
    """A short hash of all of a figure that a picture depends on: pose, start, camera.

    ``options`` are those given to :func:`draw` or :func:`animate`. Other poses of the figure do not matter.
    """
    around = figure.model_dump(exclude_unset=True, by_alias=True, exclude={"poses"})
    poses = [written(figure, pose) for pose in (name, options.get("start")) if pose]
    content = [around, poses, sorted(options.items())]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]
