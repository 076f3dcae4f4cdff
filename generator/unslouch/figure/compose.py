"""The drawing: layers of a depth map as shapes, with arrow, ghost and props, and the flip-book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from typing import NamedTuple

import numpy as np

from unslouch.figure import alt, marks
from unslouch.figure.arrow import Drawn, arrows_of
from unslouch.figure.between import settle_between
from unslouch.figure.depth import Box, bounds, camera, depth_map
from unslouch.figure.drawing import UNIT, Drawing, Form, Shape
from unslouch.figure.flesh import Spheres, flesh
from unslouch.figure.geometry import Line, Matrix
from unslouch.figure.ground import (
    GHOST_LEVEL,
    GHOST_PIECE,
    LEAST_WAY,
    TELLING,
    Ground,
    ground,
    moved,
    peeping,
    recognised,
)
from unslouch.figure.kinds import KINDS
from unslouch.figure.language import PoseProblem
from unslouch.figure.paint import BOLD, MOVING, REGULAR, Canvas, Weight, paint
from unslouch.figure.parts import PARTS
from unslouch.figure.props import FLAT, cloud_of, flat_outline, on_edge, outline_box
from unslouch.figure.scene import Scene
from unslouch.figure.settle import Settled

Frames = tuple[tuple[Shape, ...], ...]

MARGIN = 2.0


CUT = 2.5
"""Units of the body that are drawn past each edge of a close-up, where they are not seen."""
CLOSE, LARGEST = 60.0, 3.0
"""Units across that a close-up is made to look like, by at most this many times."""
AROUND = 6.0
"""Units around the part that a close-up shows."""


class Frame(NamedTuple):
    """The part of the picture plane that a drawing shows, its drawing units per unit, and how many times larger."""

    box: Box
    unit: int = UNIT
    zoom: float = 1.0

    @property
    def scale(self) -> float:
        """Drawing units per unit of the picture plane."""
        return self.unit * self.zoom

    @property
    def cut(self) -> int:
        """Drawing units past each edge that are not seen."""
        return round(CUT * self.scale) if self.zoom > 1 else 0


def close_up(scene: Scene, view: Matrix) -> tuple[Box, float] | None:
    """The box around the part that a close-up shows, now and before, and how many times larger it is drawn."""
    if scene.camera.close_up is None:
        return None
    chains = PARTS[scene.camera.close_up].chains
    poses = [scene.pose, scene.start] if scene.start else [scene.pose]
    box = reduce(Box.around, (bounds(flesh(pose.skeleton).of(chains), view) for pose in poses)).wider(AROUND)
    return box, float(np.clip(CLOSE / max(box.width, box.height), 1.001, LARGEST))


def _points(line: Line, frame: Frame) -> str:
    """Picture-plane points as path data: the first, and from each to the next."""
    whole = np.rint((line - [frame.box.left, frame.box.top]) * [frame.scale, -frame.scale]).astype(int)
    first, *steps = (f"{x} {y}" for x, y in (whole[0].tolist(), *np.diff(whole, axis=0).tolist()))
    return f"{first}l{' '.join(steps)}".replace(" -", "-").replace("l ", "l")


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
GROUND = (WALL, "m")
"""The styles of what shows where the floor is; a door is too narrow."""


class _Flat(NamedTuple):
    """A wall or a mat: its style, and its outline in the picture plane."""

    style: str
    outline: Line
    on_edge: bool
    """Whether it is a wall of which nothing but the edge is seen: then it is no background, and has a line round it."""

    def shapes(self, frame: Frame) -> Iterator[Shape]:
        """Where it is in the drawing, and the line in which a wall meets the floor."""
        outline = f"M{_points(self.outline, frame)}z"
        yield Shape(self.style, outline)
        if self.on_edge:
            yield Shape("l", outline)
        elif self.style == WALL:
            low = self.outline[self.outline[:, 1] < self.outline[:, 1].mean()]
            yield Shape("l", f"M{_points(low[np.argsort(low[:, 0])], frame)}")


class _Behind(NamedTuple):
    """What stands behind the body and never moves: walls, mats, and the line of the floor, which a wall's foot and a mat replace.

    A wall that is seen on its edge has no foot to speak of.
    """

    flats: list[_Flat]
    floor: Line | None

    def _line(self) -> list[Line]:
        hides = any(flat.style in GROUND and not flat.on_edge for flat in self.flats)
        return [] if self.floor is None or hides else [self.floor]

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
    return [
        _Flat(KINDS[p.kind].outline, flat_outline(p, scene.pose, view), on_edge(p, scene.pose, view))
        for p in scene.props
        if p.kind in FLAT
    ]


def _drawing(scene: Scene, frames: Frames, frame: Frame, weight: Weight) -> Drawing:
    """What is drawn, with its size and its words."""
    told = alt.describe(scene.pose, scene.start, props=scene.props)
    width, height = (round(size * frame.scale) - 2 * frame.cut for size in (frame.box.width, frame.box.height))
    lines, person = weight.lines(frame.unit), scene.pose.skeleton.person.name
    return Drawing(width, height, frames, lines, told, frame.unit, frame.cut, person=person)


def _backdrop(canvas: Canvas, behind: _Behind, floor: Ground, frame: Frame, scale: float) -> None:
    """A new frame with what stands behind and the shadow on the floor, at ``scale`` pixels a unit."""
    canvas.begin()
    for shape in behind.shapes(frame):
        canvas.shape(shape)
    canvas.grid("c", floor.shadow(frame.box, scale), tolerance=0.8, least=2, hole=np.inf, scale=scale)


STILL_SCALE, MOVING_SCALE = 5.0, 3.0
"""Pixels a unit of the depth maps."""
MOVING_TOLERANCE, MOVING_UNIT = 0.95, 5
"""How exact the lines of a flip-book are, in units, and its drawing units per unit."""


class _Still(NamedTuple):
    """A picture before it is painted: what is in it, and where."""

    cloud: Spheres
    ghost: Spheres | None
    floor: Ground
    behind: _Behind
    arrows: list[Drawn]
    marked: list[marks.Mark]
    frame: Frame


def _still(scene: Scene, view: Matrix, *, small: bool, wrong: Sequence[PoseProblem] = ()) -> _Still:
    cloud, close = cloud_of(scene.pose, scene.props), close_up(scene, view)
    box, zoom = close or (bounds(cloud, view), 1.0)
    ghost = moved(scene.start, scene.pose, LEAST_WAY / zoom) if scene.start and not small else None
    if ghost and not close:
        ghost = recognised(ghost, cloud, view, STILL_SCALE)
        ghost = ghost if ghost and ghost_fits(box, bounds(ghost, view)) else None
        box = box.around(bounds(ghost, view)) if ghost else box
    floor = ground(scene.pose, view)
    arrows, flats = arrows_of(scene, view, 1 / zoom), _flats(scene, view)
    behind, lines = _Behind(flats, floor.line(box)), [part for one in arrows for part in (one.line, *one.heads)]
    boxes = [outline_box(line).wider(MARGIN / zoom) for line in lines] if close else [*map(outline_box, lines)]
    if not close:
        boxes += [*behind.boxes(), *([floor.box] if floor.box else [])]
    marked = marks.marks(wrong, scene.pose)
    box = marks.around(marked, view, reduce(Box.around, boxes, box)).wider(CUT if close else MARGIN)
    return _Still(cloud, ghost, floor, behind, arrows, marked, Frame(box, zoom=zoom))


def still(scene: Scene, *, small: bool = False, wrong: Sequence[PoseProblem] = ()) -> Drawing:
    """One picture, with what is ``wrong`` marked; a ``small`` one has heavier lines and no ghost."""
    view, weight = camera(scene.camera.azimuth, scene.camera.elevation), BOLD if small else REGULAR
    shown = _still(scene, view, small=small, wrong=wrong)
    ghost, frame, box, zoom = shown.ghost, shown.frame, shown.frame.box, shown.frame.zoom
    scale = STILL_SCALE * zoom
    canvas = Canvas(scale, frame.scale)
    coarse = scale / 2
    _backdrop(canvas, shown.behind, shown.floor, frame, coarse)
    seen = depth_map(shown.cloud, view, box, scale)
    if ghost:
        free = peeping(ghost, seen, PARTS[scene.camera.close_up].chains if scene.camera.close_up else TELLING)
        canvas.grid("g", free, level=GHOST_LEVEL, tolerance=0.8, least=GHOST_PIECE / zoom**2, scale=coarse)
    thin = weight.thinner(zoom)
    paint(canvas, seen, scene, thin, thin.tolerance)
    for shape in _arrows(shown.arrows, frame):
        canvas.shape(shape)
    for shape in marks.shapes(shown.marked, view, box, frame.scale):
        canvas.shape(shape)
    return _drawing(scene, canvas.frames(), frame, weight)


FRAMES = 16


class _Moving(NamedTuple):
    """A flip-book before it is painted: its poses, and what stands about them."""

    poses: list[Settled]
    clouds: list[Spheres]
    floor: Ground
    behind: _Behind
    frame: Frame


def _moving(scene: Scene, view: Matrix) -> _Moving:
    assert scene.start is not None, "a movement has a start"
    shares = 0.5 - 0.5 * np.cos(np.pi * np.arange(FRAMES) / (FRAMES - 1))
    poses = [settle_between(scene.start, scene.pose, float(share)) for share in shares[1:-1]]
    poses = [replace(scene.start, things=scene.pose.things), *poses, scene.pose]
    clouds = [cloud_of(pose, scene.props) for pose in poses]
    box, zoom = close_up(scene, view) or (reduce(Box.around, (bounds(cloud, view) for cloud in clouds)), 1.0)
    floor = ground(scene.pose, view, scene.start)
    behind = _Behind(_flats(scene, view), floor.line(box))
    if zoom == 1:
        box = reduce(Box.around, [*behind.boxes(), *([floor.box] if floor.box else [])], box)
    return _Moving(poses, clouds, floor, behind, Frame(box.wider(MARGIN if zoom == 1 else CUT), MOVING_UNIT, zoom))


def moving(scene: Scene) -> Drawing:
    """The movement from ``scene.start`` to ``scene.pose`` as a flip-book, its steps smaller at either end."""
    view = camera(scene.camera.azimuth, scene.camera.elevation)
    shown = _moving(scene, view)
    frame, scale = shown.frame, MOVING_SCALE * shown.frame.zoom
    canvas, thin = Canvas(scale, frame.scale), MOVING.thinner(frame.zoom)
    _backdrop(canvas, shown.behind, shown.floor, frame, scale / 2)
    for pose, cloud in zip(shown.poses, shown.clouds, strict=True):
        canvas.begin()
        seen = depth_map(cloud, view, frame.box, scale)
        paint(canvas, seen, replace(scene, pose=pose), thin, MOVING_TOLERANCE / frame.zoom)
    drawn = _drawing(scene, canvas.frames(), frame, MOVING)
    return replace(drawn, behind=drawn.frames[0], frames=drawn.frames[1:])


def blank(scene: Scene, form: Form) -> Drawing:
    """A picture's size and words, and nothing drawn yet: in a fraction of the time."""
    view = camera(scene.camera.azimuth, scene.camera.elevation)
    if form == "moving":
        return _drawing(scene, (), _moving(scene, view).frame, MOVING)
    return _drawing(scene, (), _still(scene, view, small=form == "small").frame, REGULAR)
