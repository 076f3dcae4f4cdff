"""The drawing: layers of a depth map as shapes, with arrow, ghost and props, and the flip-book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from typing import NamedTuple

import numpy as np

from unslouch.figure import alt, marks
from unslouch.figure import arrow as arrows
from unslouch.figure.arrow import Line
from unslouch.figure.depth import Box, blurred, bounds, camera, depth_map, halved, silhouette
from unslouch.figure.drawing import UNIT, Drawing, Shape
from unslouch.figure.flesh import flesh
from unslouch.figure.geometry import Matrix
from unslouch.figure.language import PoseProblem
from unslouch.figure.paint import BOLD, REGULAR, Canvas, Weight, cloud_of, contact_shadow, paint
from unslouch.figure.props import FLAT, flat_outline, outline_box
from unslouch.figure.scene import Scene
from unslouch.figure.settle import settle_between

MARGIN = 2.0


def _points(line: Line, box: Box) -> str:
    """Picture-plane points as path data."""
    whole = np.rint((line - [box.left, box.top]) * [UNIT, -UNIT]).astype(int)
    return " ".join(f"{x} {y}" for x, y in whole.tolist()).replace(" -", "-")


def _arrow(line: Line, box: Box) -> list[Shape]:
    """An arrow with a halo that sets it off from the ghost."""
    shaft, tip = _points(line, box), _points(arrows.head(line), box)
    return [Shape("b", f"M{shaft}M{tip}z"), Shape("a", f"M{shaft}"), Shape("t", f"M{tip}z")]


HIDDEN = -0.65
"""The ghost is left out where the figure hides it: from this signed distance (less the outline's) to the silhouette."""
GHOST_ROOM = 1.3
"""A ghost that would make the picture this much larger across is left out: use two panels."""


def ghost_fits(pose: Box, start: Box) -> bool:
    """Whether the ghost of the start leaves the figure large enough."""
    both = pose.around(start)
    return max(both.width, both.height) <= GHOST_ROOM * max(pose.width, pose.height)


class _Flat(NamedTuple):
    """A wall or a mat: its style, and its outline in the picture plane."""

    style: str
    outline: Line

    def shape(self, box: Box) -> Shape:
        """Where it is in the drawing."""
        return Shape(self.style, f"M{_points(self.outline, box)}z")


def _flats(scene: Scene, view: Matrix) -> list[_Flat]:
    return [_Flat(p.kind[0], flat_outline(p, scene.pose, view)) for p in scene.props if p.kind in FLAT]


def _drawing(scene: Scene, canvas: Canvas, box: Box, weight: Weight) -> Drawing:
    """What is on the canvas, with its size and its words."""
    told = alt.describe(scene.pose, scene.start, props=scene.props)
    return Drawing(round(box.width * UNIT), round(box.height * UNIT), canvas.frames(), weight.lines(), told)


STILL_SCALE, MOVING_SCALE = 5.0, 4.0
"""Pixels a unit of the depth maps."""


def still(scene: Scene, *, small: bool = False, wrong: Sequence[PoseProblem] = ()) -> Drawing:
    """One picture, with what is ``wrong`` marked; a ``small`` one has heavier lines and no ghost."""
    view, weight = camera(scene.camera.azimuth, scene.camera.elevation), BOLD if small else REGULAR
    cloud = cloud_of(scene.pose, scene.props)
    box = bounds(cloud, view)
    ghost = flesh(scene.start.skeleton) if scene.start and not small else None
    if ghost and not ghost_fits(box, bounds(ghost, view)):
        ghost = None
    if ghost:
        box = box.around(bounds(ghost, view))
    line = None
    if scene.arrow and scene.start:
        line = arrows.placed(scene.arrow, scene.start, scene.pose, cloud, view)
        box = box.around(outline_box(np.concatenate([line, arrows.head(line)])).wider(1.5))
    flats = _flats(scene, view)
    for flat in flats:
        box = box.around(outline_box(flat.outline))
    marked = marks.marks(wrong, scene.pose)
    box = marks.around(marked, view, box).wider(MARGIN)
    canvas = Canvas(STILL_SCALE)
    canvas.begin()
    for flat in flats:
        canvas.shape(flat.shape(box))
    coarse = STILL_SCALE / 2
    canvas.grid("c", contact_shadow(scene.pose, view, box, coarse), tolerance=0.8, least=2, scale=coarse)
    seen = depth_map(cloud, view, box, STILL_SCALE)
    if ghost:
        peeping = np.minimum(silhouette(ghost, view, box, STILL_SCALE), HIDDEN - halved(seen.signed))
        canvas.grid("g", blurred(peeping, 1), level=-0.35, tolerance=0.6, least=4, scale=coarse)
    paint(canvas, seen, scene, weight, shaded=True, tolerance=weight.tolerance)
    for shape in _arrow(line, box) if line is not None else ():
        canvas.shape(shape)
    for shape in marks.shapes(marked, view, box):
        canvas.shape(shape)
    return _drawing(scene, canvas, box, weight)


FRAMES = 8


def moving(scene: Scene) -> Drawing:
    """The movement from ``scene.start`` to ``scene.pose`` as a flip-book, its steps smaller at either end."""
    assert scene.start is not None, "a movement has a start"
    view = camera(scene.camera.azimuth, scene.camera.elevation)
    shares = 0.5 - 0.5 * np.cos(np.pi * np.arange(FRAMES) / (FRAMES - 1))
    poses = [settle_between(scene.start, scene.pose, float(share)) for share in shares[1:-1]]
    poses = [scene.start, *poses, scene.pose]
    clouds = [cloud_of(pose, scene.props) for pose in poses]
    flats = _flats(scene, view)
    boxes = [*(bounds(cloud, view) for cloud in clouds), *(outline_box(flat.outline) for flat in flats)]
    box = reduce(Box.around, boxes).wider(MARGIN)
    canvas = Canvas(MOVING_SCALE)
    for pose, cloud in zip(poses, clouds, strict=True):
        canvas.begin()
        for flat in flats:
            canvas.shape(flat.shape(box))
        seen = depth_map(cloud, view, box, MOVING_SCALE)
        paint(canvas, seen, replace(scene, pose=pose), REGULAR, shaded=False, tolerance=0.5)
    return _drawing(scene, canvas, box, REGULAR)
