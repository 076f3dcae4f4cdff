"""What a body stands on and stands out from: its shadow, the line of the floor, and its start as a ghost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import SIDES
from unslouch.figure.depth import (
    FAR_OUT,
    Box,
    DepthMap,
    Grid,
    Mask,
    blurred,
    bounds,
    dilated,
    grid_shape,
    halved,
    silhouette,
)
from unslouch.figure.flesh import Spheres, flesh
from unslouch.figure.geometry import Matrix, vector
from unslouch.figure.parts import PARTS
from unslouch.figure.settle import Settled

REACH = 9.0
"""Units above the floor up to which flesh casts a shadow on it; higher up the smaller."""
TOUCHES = 1.0
"""Units above the floor up to which flesh counts as resting on it."""
NEARLY = 3.0
"""Units above the floor: what has nothing as low as this casts no shadow, which would be a loose speck."""
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
    casting = (heights < REACH) & np.isin(cloud.chain, cloud.chain[heights < NEARLY])
    if start is not None:
        casting &= ~_moves(start, pose)
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
GHOST_PIECE = 60.0
"""Square units, about a foot: a smaller piece of a ghost says nothing, and is left out."""
WHOLE = 2 / 3
"""The share of a head or a foot that must peep out for it to be known as one."""
HALF = 1 / 2
"""The share of the shank that a foot must have with it."""


def peeping(ghost: Spheres, seen: DepthMap) -> Grid:
    """What of a ghost the figure does not hide, without slivers: above ``GHOST_LEVEL``, at half the resolution."""
    return _free(silhouette(ghost, seen.view, seen.box, seen.scale), halved(seen.signed), seen.scale)


def ghost_reads(ghost: Spheres, body: Spheres, view: Matrix, scale: float) -> bool:
    """Whether one sees what a ghost is of: a large piece has a whole head, or a foot on its shank. Others are only bags."""
    box = bounds(body, view).around(bounds(ghost, view)).wider(1)
    inside = _free(silhouette(ghost, view, box, scale), silhouette(body, view, box, scale), scale) > GHOST_LEVEL
    least = GHOST_PIECE * scale**2 / 4

    def peeps(chains: Iterable[str], share: float) -> bool:
        """Whether so much of some chains is in sight, in a large piece."""
        own = silhouette(ghost.of(chains), view, box, scale) > GHOST_LEVEL
        return bool((own & inside).sum() > share * own.sum()) and bool(_grown(own & inside, inside).sum() >= least)

    return peeps(PARTS["head"].chains, WHOLE) or any(
        peeps(PARTS[f"{side} foot"].chains, WHOLE) and peeps([f"{side}_shank"], HALF) for side in SIDES
    )


def _grown(seed: Mask, inside: Mask) -> Mask:
    """The pieces of a mask in which a seed lies."""
    size = -1
    while seed.sum() != size:
        size = int(seed.sum())
        seed = dilated(seed, 1) & inside
    return seed


def _free(own: Grid, hiding: Grid, scale: float) -> Grid:
    """A signed distance where another does not hide it, without slivers, both at half the ``scale``."""
    free = np.minimum(own, HIDDEN - hiding)
    inside = free > GHOST_LEVEL
    reach = max(1, round(THINNEST * scale / 4))
    wide = dilated(~dilated(~inside, reach), reach + 1)
    return blurred(np.where(wide, free, FAR_OUT), 1)
