"""The drawing: layers of a depth map as shapes, with arrow, ghost and props, and the flip-book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from typing import NamedTuple

import numpy as np

from unslouch.figure import alt, marks
from unslouch.figure.arrow import Drawn, Line, arrows_of
from unslouch.figure.depth import Box, bounds, camera, depth_map
from unslouch.figure.drawing import UNIT, Drawing, Shape
from unslouch.figure.geometry import Matrix
from unslouch.figure.ground import GHOST_LEVEL, ground, moved, peeping
from unslouch.figure.language import PoseProblem
from unslouch.figure.paint import BOLD, REGULAR, Canvas, Weight, cloud_of, paint
from unslouch.figure.props import FLAT, flat_outline, outline_box
from unslouch.figure.scene import Scene
from unslouch.figure.settle import settle_between

MARGIN = 2.0


class Frame(NamedTuple):
    """The part of the picture plane that a drawing shows, and its drawing units per unit."""

    box: Box
    unit: int = UNIT


def _points(line: Line, frame: Frame) -> str:
    """Picture-plane points as path data."""
    whole = np.rint((line - [frame.box.left, frame.box.top]) * [frame.unit, -frame.unit]).astype(int)
    return " ".join(f"{x} {y}" for x, y in whole.tolist()).replace(" -", "-")


def _arrows(drawn: list[Drawn], frame: Frame) -> Iterator[Shape]:
    """Arrows, each with a halo that sets it off from the ghost and from the body."""
    for arrow in drawn:
        shaft, tips = _points(arrow.line, frame), "".join(f"M{_points(tip, frame)}z" for tip in arrow.heads)
        yield from (Shape("b", f"M{shaft}{tips}"), Shape("a", f"M{shaft}"), Shape("t", tips))


GHOST_ROOM = 1.3
"""A ghost that would make the picture this much larger across is left out: use two panels."""


def ghost_fits(pose: Box, start: Box) -> bool:
    """Whether the ghost of the start leaves the figure large enough."""
    both = pose.around(start)
    return max(both.width, both.height) <= GHOST_ROOM * max(pose.width, pose.height)


WALL = "w"
"""The style of a wall, whose foot shows where the floor is."""


class _Flat(NamedTuple):
    """A wall or a mat: its style, and its outline in the picture plane."""

    style: str
    outline: Line

    def shapes(self, frame: Frame) -> Iterator[Shape]:
        """Where it is in the drawing, and the line in which a wall meets the floor."""
        yield Shape(self.style, f"M{_points(self.outline, frame)}z")
        if self.style == WALL:
            low = self.outline[self.outline[:, 1] < self.outline[:, 1].mean()]
            yield Shape("l", f"M{_points(low[np.argsort(low[:, 0])], frame)}")


class _Behind(NamedTuple):
    """What stands behind the body and never moves: walls, mats, and the line of the floor, which a wall's foot replaces."""

    flats: list[_Flat]
    floor: Line | None

    def _line(self) -> list[Line]:
        hidden = self.floor is None or any(flat.style == WALL for flat in self.flats)
        return [] if self.floor is None or hidden else [self.floor]

    def boxes(self) -> list[Box]:
        """What it takes up."""
        return [outline_box(line) for line in [*self._line(), *(flat.outline for flat in self.flats)]]

    def shapes(self, frame: Frame) -> Iterator[Shape]:
        """Where it is in the drawing."""
        for flat in self.flats:
            yield from flat.shapes(frame)
        for line in self._line():
            yield Shape("l", f"M{_points(line, frame)}")


def _flats(scene: Scene, view: Matrix) -> list[_Flat]:
    return [_Flat(p.kind[0], flat_outline(p, scene.pose, view)) for p in scene.props if p.kind in FLAT]


def _drawing(scene: Scene, canvas: Canvas, frame: Frame, weight: Weight) -> Drawing:
    """What is on the canvas, with its size and its words."""
    told = alt.describe(scene.pose, scene.start, props=scene.props)
    width, height = round(frame.box.width * frame.unit), round(frame.box.height * frame.unit)
    return Drawing(width, height, canvas.frames(), weight.lines(frame.unit), told, frame.unit)


STILL_SCALE, MOVING_SCALE = 5.0, 3.0
"""Pixels a unit of the depth maps."""
MOVING_TOLERANCE, MOVING_UNIT = 0.8, 5
"""How exact the lines of a flip-book are, in units, and its drawing units per unit."""


def still(scene: Scene, *, small: bool = False, wrong: Sequence[PoseProblem] = ()) -> Drawing:
    """One picture, with what is ``wrong`` marked; a ``small`` one has heavier lines and no ghost."""
    view, weight = camera(scene.camera.azimuth, scene.camera.elevation), BOLD if small else REGULAR
    cloud = cloud_of(scene.pose, scene.props)
    box = bounds(cloud, view)
    ghost = moved(scene.start, scene.pose) if scene.start and not small else None
    if ghost and not ghost_fits(box, bounds(ghost, view)):
        ghost = None
    if ghost:
        box = box.around(bounds(ghost, view))
    floor = ground(scene.pose, view)
    arrows, flats = arrows_of(scene, cloud, view), _flats(scene, view)
    behind, lines = _Behind(flats, floor.line(box)), [part for one in arrows for part in (one.line, *one.heads)]
    boxes = [*behind.boxes(), *map(outline_box, lines)] + ([floor.box] if floor.box else [])
    marked = marks.marks(wrong, scene.pose)
    box = marks.around(marked, view, reduce(Box.around, boxes, box)).wider(MARGIN)
    frame, canvas = Frame(box), Canvas(STILL_SCALE)
    canvas.begin()
    for shape in behind.shapes(frame):
        canvas.shape(shape)
    coarse = STILL_SCALE / 2
    canvas.grid("c", floor.shadow(box, coarse), tolerance=0.8, least=2, scale=coarse)
    seen = depth_map(cloud, view, box, STILL_SCALE)
    if ghost:
        canvas.grid("g", peeping(ghost, seen), level=GHOST_LEVEL, tolerance=0.6, least=4, scale=coarse)
    paint(canvas, seen, scene, weight, shaded=True, tolerance=weight.tolerance)
    for shape in _arrows(arrows, frame):
        canvas.shape(shape)
    for shape in marks.shapes(marked, view, box):
        canvas.shape(shape)
    return _drawing(scene, canvas, frame, weight)


FRAMES = 16


def moving(scene: Scene) -> Drawing:
    """The movement from ``scene.start`` to ``scene.pose`` as a flip-book, its steps smaller at either end."""
    assert scene.start is not None, "a movement has a start"
    view = camera(scene.camera.azimuth, scene.camera.elevation)
    shares = 0.5 - 0.5 * np.cos(np.pi * np.arange(FRAMES) / (FRAMES - 1))
    poses = [settle_between(scene.start, scene.pose, float(share)) for share in shares[1:-1]]
    poses = [scene.start, *poses, scene.pose]
    clouds = [cloud_of(pose, scene.props) for pose in poses]
    body = reduce(Box.around, (bounds(cloud, view) for cloud in clouds))
    behind = _Behind(_flats(scene, view), ground(scene.pose, view).line(body))
    box = reduce(Box.around, behind.boxes(), body).wider(MARGIN)
    frame, canvas = Frame(box, MOVING_UNIT), Canvas(MOVING_SCALE, MOVING_UNIT)
    for pose, cloud in zip(poses, clouds, strict=True):
        canvas.begin()
        seen = depth_map(cloud, view, box, MOVING_SCALE)
        paint(canvas, seen, replace(scene, pose=pose), REGULAR, shaded=True, tolerance=MOVING_TOLERANCE)
    return replace(_drawing(scene, canvas, frame, REGULAR), behind=tuple(behind.shapes(frame)))
