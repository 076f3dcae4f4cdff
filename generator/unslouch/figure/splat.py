"""Spheres splatted into a picture: which is nearest at each pixel, how near it is, and how far the outline is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Grid = NDArray[np.float32]
Floats = NDArray[np.float64]

NOWHERE = np.float32(-1e9)
FAR_OUT = np.float32(-3.0)
"""The signed distance of pixels that no sphere comes near."""
MARGIN = np.float32(3)
"""Pixels around a sphere at which its signed distance counts."""
SMALL = 48
"""Pixels across: smaller spheres are splatted many at a time."""


class _Splat:
    """Spheres as they lie in a picture, and what is seen there so far."""

    def __init__(self, placed: Floats, radii: Floats, columns: Grid, lines: Grid) -> None:
        shape, pixel = (len(lines), len(columns)), columns[1] - columns[0]
        self.depth = np.full(shape, NOWHERE, np.float32)
        self.sphere = np.full(shape, -1, np.int32)
        self.signed = np.full(shape, FAR_OUT, np.float32)
        self._columns, self._lines = columns, lines
        self._across, self._up, self._near = placed.astype(np.float32).T
        self._radii = radii.astype(np.float32)
        self._reach = self._radii + MARGIN * pixel
        self._left, self._top = (
            np.floor(away / pixel).astype(int)
            for away in (self._across - self._reach - columns[0], lines[0] - self._up - self._reach)
        )
        self._sides = (2 * self._reach / pixel).astype(int) + 3

    def all(self) -> None:
        """Every sphere: the large ones one by one, the others with those of about their size."""
        for i in np.flatnonzero(self._sides > SMALL).tolist():
            self._one(i)
        steps = np.where(self._sides > SMALL, -1, -(-self._sides // 4))
        for step in np.unique(steps[steps >= 0]).tolist():
            self._many(np.flatnonzero(steps == step), 4 * step)

    def _one(self, i: int) -> None:
        """One sphere."""
        edges = (self._top[i], self._top[i] + self._sides[i], self._left[i], self._left[i] + self._sides[i])
        top, bottom, left, right = (max(int(edge), 0) for edge in edges)
        square = np.s_[top:bottom, left:right]
        dx, dy = self._columns[left:right] - self._across[i], self._lines[top:bottom] - self._up[i]
        inside = (self._radii[i] ** 2 - dx * dx)[None, :] - (dy * dy)[:, None]
        part, front = self.signed[square], self.depth[square]
        np.maximum(part, inside * (np.float32(0.5) / self._radii[i]), out=part)
        with np.errstate(invalid="ignore"):  # the root of a negative is nan: outside the sphere, and never nearer
            height = np.sqrt(inside) + self._near[i]
            nearer = height > front
        np.copyto(front, height, where=nearer)
        np.copyto(self.sphere[square], i, where=nearer)

    def _many(self, which: NDArray[np.int64], side: int) -> None:
        """Spheres that squares of ``side`` pixels hold: every pixel of them in one long row."""
        rows, cols = self.depth.shape
        row, col = (first[which, None] + np.arange(side) for first in (self._top, self._left))
        dx = self._columns[np.clip(col, 0, cols - 1)] - self._across[which, None]
        dy = self._lines[np.clip(row, 0, rows - 1)] - self._up[which, None]
        dx[(col < 0) | (col >= cols)] = dy[(row < 0) | (row >= rows)] = np.inf
        radii = self._radii[which]
        inside = (radii[:, None] ** 2 - dx * dx)[:, None] - (dy * dy)[:, :, None]
        pixels = (row * cols)[:, :, None] + col[:, None]
        near = inside > (radii**2 - self._reach[which] ** 2)[:, None, None]
        owner, pixels, inside = np.repeat(np.arange(len(which)), near.sum((1, 2))), pixels[near], inside[near]
        np.maximum.at(self.signed.reshape(-1), pixels, inside * (np.float32(0.5) / radii)[owner])
        on_it = inside > 0
        owner, pixels = owner[on_it], pixels[on_it]
        height, depth = np.sqrt(inside[on_it]) + self._near[which][owner], self.depth.reshape(-1)
        np.maximum.at(depth, pixels, height)
        seen = height == depth[pixels]
        self.sphere.reshape(-1)[pixels[seen]] = which[owner[seen]]


def splatted(placed: Floats, radii: Floats, columns: Grid, lines: Grid) -> tuple[Grid, NDArray[np.int32], Grid]:
    """Depth, sphere and signed distance at each pixel (see :class:`depth.DepthMap`).

    ``placed`` (n, 3) is across, up and near; ``columns`` and ``lines`` are where the pixels are across and up, at even
    steps. Many spheres of about one size are splatted at a time, which spares most of the work of starting numpy.
    """
    splat = _Splat(placed, radii, columns, lines)
    splat.all()
    return splat.depth, splat.sphere, splat.signed
