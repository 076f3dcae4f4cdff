"""A depth map of spheres: which one is seen at each pixel, and how far the outline is.

Orthographic. Occlusion is exact, so there is no painter's order and there are no seams at
joints. The signed distance keeps outlines smooth at any resolution.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import CHAIN_NAMES, Material
from unslouch.figure.flesh import Spheres
from unslouch.figure.geometry import UP, Matrix, Vector, unit, vector
from unslouch.figure.splat import FAR_OUT, Grid, splatted

Mask = NDArray[np.bool_]


def camera(azimuth: float, elevation: float) -> Matrix:
    """Rows: the picture's right, its up, and toward the viewer, in the world. Degrees; see :class:`language.Camera`."""
    a, e = np.radians(azimuth), np.radians(elevation)
    toward = vector(np.cos(e) * np.cos(a), np.sin(e), np.cos(e) * np.sin(a))
    right = unit(np.cross(UP, toward))
    return np.array([right, np.cross(toward, right), toward])


@dataclass(frozen=True)
class Box:
    """A part of the picture plane, in units: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """Across, in units."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Up and down, in units."""
        return self.top - self.bottom

    def around(self, other: Box) -> Box:
        """The smallest that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def wider(self, margin: float) -> Box:
        """With a margin on all sides."""
        return Box(self.left - margin, self.bottom - margin, self.right + margin, self.top + margin)


def bounds(spheres: Spheres, view: Matrix) -> Box:
    """What the spheres take up of the picture plane."""
    flat = (spheres.centres @ view.T)[:, :2]
    low = (flat - spheres.radii[:, None]).min(0)
    high = (flat + spheres.radii[:, None]).max(0)
    return Box(float(low[0]), float(low[1]), float(high[0]), float(high[1]))


@dataclass(frozen=True)
class DepthMap:
    """What is seen, pixel by pixel; row 0 is the top. ``scale`` is pixels a unit.

    ``depth`` toward the viewer (``NOWHERE`` where nothing is), ``sphere`` the index seen
    (-1: none), ``signed`` distance to the silhouette in units, positive inside.
    """

    spheres: Spheres
    view: Matrix
    box: Box
    scale: float
    depth: Grid
    sphere: NDArray[np.int32]
    signed: Grid

    @cached_property
    def seen(self) -> Mask:
        """Where anything is."""
        return self.sphere >= 0

    @cached_property
    def chain(self) -> NDArray[np.int8]:
        """The chain seen at each pixel: -1 for a prop, -2 for nothing."""
        return self._of_each(self.spheres.chain, -2)

    @cached_property
    def material(self) -> NDArray[np.int8]:
        """The material seen at each pixel; -1 for nothing."""
        return self._of_each(self.spheres.material, -1)

    @cached_property
    def half(self) -> DepthMap:
        """The same at half the resolution, of every second pixel."""
        every = np.s_[::2, ::2]
        own = (self.depth[every], self.sphere[every], self.signed[every])
        return DepthMap(self.spheres, self.view, self.box, self.scale / 2, *own)

    def _of_each(self, numbers: NDArray[np.int64], nothing: int) -> NDArray[np.int8]:
        """What a sphere has, at each pixel; where there is none the index is -1, that of the last."""
        return np.append(numbers, nothing).astype(np.int8)[self.sphere]

    def shows(self, chains: Iterable[int], window: tuple[slice, slice] = np.s_[:, :]) -> Mask:
        """Where some chains are seen, in some rows and columns."""
        table = np.zeros(len(CHAIN_NAMES) + 2, bool)  # its last two are of what has no chain
        table[list(chains)] = True
        return table[self.chain[window]]

    def axes(self) -> tuple[Grid, Grid]:
        """The picture-plane coordinates of pixel columns and rows."""
        rows, cols = self.depth.shape
        x = self.box.left + (np.arange(cols, dtype=np.float32) + 0.5) / self.scale
        y = self.box.top - (np.arange(rows, dtype=np.float32) + 0.5) / self.scale
        return x, y

    def places(self, window: tuple[slice, slice]) -> NDArray[np.float64]:
        """Where the points seen in some rows and columns are in the world: (rows, columns, 3)."""
        x, y = self.axes()
        depth = self.depth[window]
        flat = np.broadcast_arrays(x[None, window[1]], y[window[0], None], depth)
        return np.stack(flat, -1).astype(np.float64) @ self.view

    def around(self, place: Vector, reach: float) -> tuple[slice, slice]:
        """The rows and columns within some units of a place in the world."""
        x, y, _ = self.view @ place
        row, col, far = (v * self.scale for v in (self.box.top - y, x - self.box.left, reach))
        return slice(*(max(round(row + d), 0) for d in (-far, far))), slice(
            *(max(round(col + d), 0) for d in (-far, far))
        )

    def along(self, window: tuple[slice, slice], origin: Vector, axis: Vector) -> Grid:
        """How far the points seen in some rows and columns are from a place in the world along an axis there."""
        x, y = self.axes()
        across, up, near = (self.view @ axis).astype(np.float32)
        flat = x[None, window[1]] * across + (y[window[0], None] * up - np.float32(origin @ axis))
        return np.asarray(flat + self.depth[window] * near, np.float32)


def grid_shape(box: Box, scale: float) -> tuple[int, int]:
    """Rows and columns of a box's pixels: even, so that it can be halved."""
    return 2 * int(np.ceil(box.height * scale / 2)), 2 * int(np.ceil(box.width * scale / 2))


def silhouette(spheres: Spheres, view: Matrix, box: Box, scale: float) -> Grid:
    """Only the signed distance to the outline, at half the ``scale``; roughly, from every second sphere."""
    rows, cols = (n // 2 for n in grid_shape(box, scale))
    scale /= 2
    signed = np.full((rows, cols), FAR_OUT, np.float32)
    columns = box.left + (np.arange(cols, dtype=np.float32) + 0.5) / scale
    lines = box.top - (np.arange(rows, dtype=np.float32) + 0.5) / scale
    for (x, y, _), r in zip((spheres.centres @ view.T).tolist()[::2], spheres.radii.tolist()[::2], strict=True):
        reach = r + 3 / scale
        left, right = max(int((x - reach - box.left) * scale), 0), max(int((x + reach - box.left) * scale) + 1, 0)
        top, bottom = max(int((box.top - y - reach) * scale), 0), max(int((box.top - y + reach) * scale) + 1, 0)
        dx, dy = columns[left:right] - np.float32(x), lines[top:bottom] - np.float32(y)
        part = signed[top:bottom, left:right]
        inside = (np.float32(r * r) - dx * dx)[None, :] - (dy * dy)[:, None]
        inside *= np.float32(0.5 / r)
        np.maximum(part, inside, out=part)
    return signed


def halved(grid: Grid | Mask) -> Grid:
    """Half the resolution: the mean of every two by two pixels."""
    g = np.asarray(grid, np.float32)
    return (g[::2, ::2] + g[1::2, ::2] + g[::2, 1::2] + g[1::2, 1::2]) / np.float32(4)


def depth_map(spheres: Spheres, view: Matrix, box: Box, scale: float = 6.0) -> DepthMap:
    """Splat every sphere into its own square of the picture."""
    rows, cols = grid_shape(box, scale)
    columns = box.left + (np.arange(cols, dtype=np.float32) + 0.5) / np.float32(scale)
    lines = box.top - (np.arange(rows, dtype=np.float32) + 0.5) / np.float32(scale)
    return DepthMap(spheres, view, box, scale, *splatted(spheres.centres @ view.T, spheres.radii, columns, lines))


def window_of(mask: Mask, margin: int) -> tuple[slice, slice]:
    """The rows and columns that hold a mask, and a margin; the mask is not empty."""
    rows, cols = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    return (
        slice(max(rows[0] - margin, 0), rows[-1] + margin + 1),
        slice(max(cols[0] - margin, 0), cols[-1] + margin + 1),
    )


def blurred(grid: Grid | Mask, times: int) -> Grid:
    """Smoothed by 1-2-1 both ways, some times."""
    out = np.asarray(grid, np.float32)
    for _ in range(times):
        wide = np.empty((out.shape[0] + 2, out.shape[1] + 2), np.float32)
        wide[1:-1, 1:-1] = out
        wide[0], wide[-1] = wide[1], wide[-2]
        wide[:, 0], wide[:, -1] = wide[:, 1], wide[:, -2]
        tall = wide[:-2] + wide[2:]
        tall += wide[1:-1]
        tall += wide[1:-1]
        out = tall[:, :-2] + tall[:, 2:]
        out += tall[:, 1:-1]
        out += tall[:, 1:-1]
        out *= np.float32(1 / 16)
    return out


def dilated(mask: Mask, pixels: int) -> Mask:
    """The mask grown by some pixels, alternately in a diamond and a square."""
    for step in range(pixels):
        grown = mask.copy()
        grown[1:] |= mask[:-1]
        grown[:-1] |= mask[1:]
        source = grown.copy() if step % 2 else mask
        grown[:, 1:] |= source[:, :-1]
        grown[:, :-1] |= source[:, 1:]
        mask = grown
    return mask


def _highest(grid: Grid, pixels: int) -> Grid:
    """The highest of each pixel's neighbours within some pixels, alternately in a diamond and a square."""
    for step in range(pixels):
        grown = grid.copy()
        np.maximum(grown[1:], grid[:-1], out=grown[1:])
        np.maximum(grown[:-1], grid[1:], out=grown[:-1])
        source = grown.copy() if step % 2 else grid
        np.maximum(grown[:, 1:], source[:, :-1], out=grown[:, 1:])
        np.maximum(grown[:, :-1], source[:, 1:], out=grown[:, :-1])
        grid = grown
    return grid


def _box_mean(grids: Grid, reach: int) -> Grid:
    """The mean of each grid over squares of 2 * reach + 1, by running sums; nothing beyond the edge."""
    size = 2 * reach + 1
    for _ in range(2):  # down the rows, then, turned, down the columns
        count, rows, cols = grids.shape
        total = np.zeros((count, rows + size, cols), np.float32)
        np.cumsum(grids, axis=1, out=total[:, reach + 1 : reach + 1 + rows])
        total[:, reach + 1 + rows :] = total[:, reach + rows, None]
        grids = (total[:, size:] - total[:, :-size]).swapaxes(1, 2)
    return grids / np.float32(size**2)


LIGHT = unit(vector(-0.55, 0.75, 0.55))
"""Where the light comes from, in the picture: from the upper left, in front."""


def shade(seen: DepthMap, parts: NDArray[np.int8], *, darkest: float = 0.12, softness: float = 0.55) -> Grid:
    """Form shadow: where the light, averaged inside each body part over ``softness`` units, falls short.

    ``parts`` numbers the body part of every pixel; negative ones get no shade. At half the resolution.
    """
    half = np.s_[::2, ::2]
    index, part = seen.sphere[half], parts[half]
    x, y = (a[::2] for a in seen.axes())
    toward = (seen.spheres.centres @ (seen.view.T @ LIGHT)).astype(np.float32)
    light = LIGHT.astype(np.float32)
    bright = x[None] * light[0] + (y * light[1])[:, None]
    bright += seen.depth[half] * light[2]
    bright -= toward[index]
    bright /= seen.spheres.radii.astype(np.float32)[index]
    out = np.zeros(part.shape, np.float32)
    reach = max(1, round(softness * seen.scale / 2))
    for number in np.flatnonzero(np.bincount(part[part >= 0])):
        window = window_of(part == number, 1)
        inside = (part[window] == number).astype(np.float32)
        means = np.stack([np.where(inside > 0, bright[window], 0), inside])
        for _ in range(2):
            means = _box_mean(means, reach)
        dark = (inside > 0) & (means[0] < darkest * means[1])
        out[window][dark] = 1
    return out


DROP, BESIDE = 3.0, 2.0
"""Units of depth by which a part must be nearer to shade what it hides, and units beside its edge that are shaded."""


def shaded_by_nearer(seen: DepthMap) -> Mask:
    """Where what is nearer sets itself off from flesh, or a band about it, that lies behind. At half the resolution.

    Limbs of one colour that cross would else be told apart by a line alone.
    """
    depth = seen.depth[::2, ::2]
    nearest = _highest(np.where(seen.seen[::2, ::2], depth, -np.inf), max(1, round(BESIDE * seen.scale / 2)))
    worn = (seen.chain >= 0) | (seen.material == Material.BAND)
    return worn[::2, ::2] & (nearest - depth > DROP)
