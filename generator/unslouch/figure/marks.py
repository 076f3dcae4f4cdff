"""What is wrong with a pose, marked in its picture: a ring round the part, and a line to the place it does not reach.

An author who sees the wrong pose and where it is wrong mends it in one go; a message alone leaves both to guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from unslouch.figure.body import CHAIN_NAMES, SIDES
from unslouch.figure.depth import Box
from unslouch.figure.drawing import Shape
from unslouch.figure.flesh import flesh
from unslouch.figure.geometry import Matrix, Vector
from unslouch.figure.language import AND, Path, PoseProblem
from unslouch.figure.parts import PARTS
from unslouch.figure.settle import Settled

MARK, HALO = "x", "z"
"""The styles of a mark and of what sets it off from the body."""
RING = 4.5
"""Units from the middle of a part to the ring round it: a knee or a hand fits in."""
DOT = 0.8
"""Radius of the dot at the end of a gap, in units."""
SHORTEST_GAP = 0.5
"""Units; a shorter line would be lost in the ring."""
_JOINTS = {"hip": "thigh", "ankle": "foot", "wrist": "hand", "trunk": "spine2", "neck": "neck"}
"""Joints that are no parts, each at the origin of a segment."""


class Mark(NamedTuple):
    """Where something is wrong, in the world, and where it ought to be (or nothing)."""

    place: Vector
    goal: Vector | None


def marks(problems: Iterable[PoseProblem], pose: Settled) -> list[Mark]:
    """What of the problems has a place on the body, each place once."""
    parts = dict.fromkeys(part for problem in problems for part in _parts(problem))
    found = ((part, place_of(pose, part)) for part in parts)
    return [Mark(place, _goal(pose, part)) for part, place in found if place is not None]


def around(found: Iterable[Mark], view: Matrix, box: Box) -> Box:
    """A box with room for the marks."""
    for point in (point for mark in found for point in mark if point is not None):
        x, y, _ = (view @ point).tolist()
        box = box.around(Box(x, y, x, y).wider(RING))
    return box


def shapes(found: Iterable[Mark], view: Matrix, box: Box, unit: float) -> Iterator[Shape]:
    """The marks, to be drawn over everything, in drawing units; a halo sets them off from the body."""
    path = ""
    for place, goal in found:
        centre = _spot(place, view, box, unit)
        path += _circle(centre, RING * unit)
        if goal is not None and np.linalg.norm(goal - place) > SHORTEST_GAP:
            end = _spot(goal, view, box, unit)
            path += f"M{centre[0]} {centre[1]}L{end[0]} {end[1]}" + _circle(end, DOT * unit)
    if path:
        yield Shape(HALO, path)
        yield Shape(MARK, path)


def place_of(pose: Settled, part: str) -> Vector | None:
    """Where a part, a joint or a piece of flesh is, by the name that a problem gives it; nothing for any other word."""
    if part in PARTS:
        return pose.part(part)
    side, _, rest = part.rpartition(" ")
    segment = f"{side} {_JOINTS.get(rest, rest)}".strip().replace(" ", "_")
    if segment in pose.skeleton.frames:
        return pose.skeleton.point(segment)
    name = part.replace(" ", "_")
    return flesh(pose.skeleton).of({name}).centres.mean(0) if name in CHAIN_NAMES else None


def _parts(problem: PoseProblem) -> list[str]:
    """The parts that a problem is about: as it says itself, else those whose keys it stands at."""
    return problem.part.split(AND) if problem.part else _parts_at(problem.path)


def _parts_at(path: Path) -> list[str]:
    """``(…, "right_hand", "at")`` → right hand; a key for both sides is about neither more than the other."""
    words = (str(key).replace("_", " ") for key in path[2:])
    return [word for word in words if word.split(" ")[0] in (*SIDES, "trunk", "neck")][:1]


def _goal(pose: Settled, part: str) -> Vector | None:
    """Where a placed hand or foot ought to be; nothing for all others."""
    missed = pose.missed.get(part.replace(" ", "_"))
    return None if missed is None else pose.part(part) + missed


def _spot(point: Vector, view: Matrix, box: Box, unit: float) -> tuple[int, int]:
    """A point of the world in drawing units."""
    x, y, _ = view @ point
    return round((float(x) - box.left) * unit), round((box.top - float(y)) * unit)


def _circle(centre: tuple[int, int], radius: float) -> str:
    r = round(radius)
    return f"M{centre[0] - r} {centre[1]}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0z"
