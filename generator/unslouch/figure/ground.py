"""What a body stands on and stands out from: its shadow, the line of the floor, and its start as a ghost."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.depth import FAR_OUT, Box, DepthMap, Grid, Mask, blurred, dilated, grid_shape, halved, silhouette
from unslouch.figure.flesh import Spheres, flesh
from unslouch.figure.geometry import Matrix, vector
from unslouch.figure.settle import Settled

REACH = 9.0
"""Units above the floor up to which flesh casts a shadow on it; higher up the smaller."""
TOUCHES = 1.0
"""Units above the floor up to which flesh counts as resting on it."""
BEYOND = 5.0
"""Units that the line of the floor goes on past the body."""


@dataclass(frozen=True)
class Ground:
    """The floor under a body: discs of shadow in the picture plane, and how high the line of the floor is there.

    ``places`` (n, 2) and ``sizes`` (n,) in units; a disc is ``flatness`` times as tall as wide.
    """

    places: NDArray[np.float64]
    sizes: NDArray[np.float64]
    flatness: float
    height: float | None
    """Nothing where the body rests on no floor."""

    @property
    def box(self) -> Box | None:
        """What the shadow takes up."""
        if not len(self.sizes):
            return None
        reach = self.sizes[:, None] * [1, self.flatness]
        (left, bottom), (right, top) = (self.places - reach).min(0), (self.places + reach).max(0)
        return Box(float(left), float(bottom), float(right), float(top))

    def shadow(self, box: Box, scale: float) -> Grid:
        """Discs on the floor under what is low, at ``scale`` pixels a unit."""
        rows, cols = grid_shape(box, scale)
        grid = np.zeros((rows, cols), np.float32)
        x = box.left + (np.arange(cols) + 0.5) / scale
        y = box.top - (np.arange(rows) + 0.5) / scale
        for (cx, cy), r in zip(self.places, self.sizes, strict=True):
            i, j = np.searchsorted(x, [cx - r, cx + r])
            k, m = np.searchsorted(-y, [-cy - r * self.flatness, -cy + r * self.flatness])
            disc = ((x[None, i:j] - cx) / r) ** 2 + ((y[k:m, None] - cy) / (r * self.flatness)) ** 2 < 1
            grid[k:m, i:j][disc] = 1
        return blurred(grid, 2)

    def line(self, body: Box) -> NDArray[np.float64] | None:
        """The line of the floor through what the body rests on, as (2, 2): from left to right past the body."""
        if self.height is None:
            return None
        return np.array([[body.left - BEYOND, self.height], [body.right + BEYOND, self.height]])


def ground(pose: Settled, view: Matrix, start: Settled | None = None) -> Ground:
    """The floor as a camera sees it under a body; of a movement from a ``start``, with the shadow of what stands still."""
    cloud = flesh(pose.skeleton)
    heights = cloud.centres[:, 1] - cloud.radii
    on_floor = (cloud.centres * vector(1, 0, 1)) @ view.T
    resting = on_floor[heights < TOUCHES, 1]
    casting = heights < REACH if start is None else (heights < REACH) & ~_moves(start, pose)
    low = np.flatnonzero(casting)[::2]
    sizes = (cloud.radii[low] + 2.0) * (1 - np.maximum(0, heights[low]) / REACH / 1.3)
    middle = float(resting.min() + resting.max()) / 2 if len(resting) else None
    return Ground(on_floor[low, :2], sizes, max(abs(float(view[2][1])), 0.1), middle)


MOVED = 2.5
"""Units from which a chain of flesh counts as moved."""
HIDDEN = -0.65
"""The ghost is left out where the figure hides it: from this signed distance (less the outline's) to the silhouette."""
THINNEST = 1.8
"""Units across: what of a ghost peeps out less is left out."""


def moved(start: Settled, end: Settled) -> Spheres | None:
    """The flesh of the start whose chains are elsewhere in the end."""
    mask = _moves(start, end)
    return flesh(start.skeleton).where(mask) if mask.any() else None


def _moves(start: Settled, end: Settled) -> Mask:
    """Which spheres of the flesh are of chains that move."""
    before, after = flesh(start.skeleton), flesh(end.skeleton)
    far = np.linalg.norm(after.centres - before.centres, axis=1) > MOVED
    return np.isin(before.chain, np.unique(before.chain[far]))


GHOST_LEVEL = -0.35
"""The signed distance that is the ghost's edge."""


def peeping(ghost: Spheres, seen: DepthMap) -> Grid:
    """What of a ghost the figure does not hide, without slivers: above ``GHOST_LEVEL``, at half the resolution."""
    free = np.minimum(silhouette(ghost, seen.view, seen.box, seen.scale), HIDDEN - halved(seen.signed))
    inside = free > GHOST_LEVEL
    reach = max(1, round(THINNEST * seen.scale / 4))
    wide = dilated(~dilated(~inside, reach), reach + 1)
    return blurred(np.where(wide, free, FAR_OUT), 1)
