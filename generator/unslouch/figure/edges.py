"""Edges of things that are no step in depth: where two faces of a block meet, round the end of a roll.

Without them a box is a slab of one colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from unslouch.figure.depth import DepthMap, Grid, Mask, dilated
from unslouch.figure.forms import Box, Drum, Solid
from unslouch.figure.geometry import Vector, unit, vector
from unslouch.figure.solids import Placed, Points, outward, rim_of

FACING = 0.06
"""How much of a face must look at the camera for its edge to be a line."""
SEEN = 0.5
"""Units of depth that an edge may lie behind what is drawn there."""
STEP = 0.12
"""Units between the places of an edge."""


def edges(seen: DepthMap, things: Iterable[Placed], width: float) -> Grid:
    """The edges that are seen, 0.5 at the edge of a line."""
    line = np.zeros(seen.seen.shape, bool)
    for thing in things:
        toward = seen.view[2] @ thing.rotation
        for solid in thing.solids:
            for places in _edges(solid, toward):
                _mark(line, seen, thing.origin + places @ thing.rotation.T)
    return dilated(line, max(1, round(width * seen.scale / 2))).astype(np.float32)


def _mark(line: Mask, seen: DepthMap, places: Points) -> None:
    """Those of some places in the world that nothing hides, in the picture."""
    x, y, depth = (places @ seen.view.T).T
    rows, cols = ((v * seen.scale).astype(int) for v in (seen.box.top - y, x - seen.box.left))
    there = (rows >= 0) & (cols >= 0) & (rows < line.shape[0]) & (cols < line.shape[1])
    rows, cols, depth = rows[there], cols[there], depth[there]
    free = (seen.depth[rows, cols] < depth + SEEN) & (seen.chain[rows, cols] == -1)
    line[rows[free], cols[free]] = True


def _edges(solid: Solid, toward: Vector) -> Iterator[Points]:
    """The edges of which both faces look at a camera that is ``toward``, in the solid's frame."""
    match solid:
        case Box():
            yield from _of_box(solid, toward)
        case Drum():
            yield from _of_drum(solid, toward)


def _of_box(box: Box, toward: Vector) -> Iterator[Points]:
    """The three that end in the corner nearest the camera, less those of a face that looks aside."""
    low, high = np.array(box.low) + box.radius, np.array(box.high) - box.radius
    ways = np.sign(toward)
    corner = np.where(ways > 0, high, low)
    for axis in range(3):
        aside = np.delete(np.arange(3), axis)
        if (np.abs(toward[aside]) > FACING).all():
            places = np.tile(corner, (_count(float(high[axis] - low[axis])), 1))
            places[:, axis] = np.linspace(low[axis], high[axis], len(places))
            places[:, aside] += box.radius * ways[aside] * np.sqrt(0.5)
            yield places


def _of_drum(drum: Drum, toward: Vector) -> Iterator[Points]:
    """Round the end that looks at the camera, as far as the side behind it does too."""
    start, end, edge = vector(*drum.start), vector(*drum.end), rim_of(drum)
    along = unit(end - start)
    facing = float(along @ toward)
    if abs(facing) > FACING:
        place, way = (end, along) if facing > 0 else (start, -along)
        out = outward(drum, _count(2 * np.pi * drum.radius))
        out = out[out @ toward > FACING]
        yield place - edge * way + (drum.radius - edge) * out + edge * np.sqrt(0.5) * (out + way)


def _count(length: float) -> int:
    return max(2, int(length / STEP))
