"""Inner lines: where one part of the body lies before another, and where flesh folds."""

from __future__ import annotations

import numpy as np

from unslouch.figure.body import CHAIN_NAMES
from unslouch.figure.depth import DepthMap, Grid, Mask, dilated

SLOPE, FOLD = 0.1, 0.35
"""The surface rises on both sides of a pixel: up to this share of the steeper side it is a slope beside a step, and
from this share on it is a fold."""
_HEAD = [CHAIN_NAMES.index(name) for name in ("face", "nose", "hair", "right_ear", "left_ear")]


def ink(seen: DepthMap, width: float = 0.55, threshold: float = 0.6) -> Grid:
    """Strength from 0 to 1, with 0.5 the edge of a line about ``width`` units wide on the far side.

    Second difference of depth in 8 directions: a step or a crease is deep, a slope cancels. In a fold, where a line
    would come from both sides, each is half as wide: two lines that meet are no wider than one.
    """
    depth = np.where(seen.seen, seen.depth, np.nan).astype(np.float32)
    reach = max(1, int(np.ceil(width * seen.scale)))
    padded = np.pad(depth, reach, constant_values=np.nan)
    rows, cols = depth.shape
    strongest = np.zeros_like(depth)

    def rises(angle: float, far: float) -> tuple[Grid, Grid]:
        """How much nearer the surface is ``far`` pixels off on either side."""
        dx, dy = round(far * np.cos(angle)), round(far * np.sin(angle))
        one = padded[reach + dy : reach + dy + rows, reach + dx : reach + dx + cols] - depth
        return one, padded[reach - dy : reach - dy + rows, reach - dx : reach - dx + cols] - depth

    for angle in np.arange(8) * np.pi / 8:
        one, other = rises(angle, width * seen.scale)
        both = one + other
        rise = np.minimum(one, other) / np.maximum(np.maximum(one, other), np.float32(0.1))
        fold = np.clip((rise - SLOPE) / (FOLD - SLOPE), 0, 1)
        near, far = rises(angle, width * seen.scale / 2)
        both += fold * (2 * (near + far) - both)
        np.fmax(strongest, both, out=strongest)  # not-a-number, at the silhouette, never wins
    strength = np.clip(strongest / (2 * threshold), 0, 1)
    strength[_quiet(seen, reach)] = 0
    return strength


def _quiet(seen: DepthMap, reach: int) -> Mask:
    """The head away from all that is not head: its own forms have no ink, :mod:`face` draws them."""
    head = np.isin(seen.chain, _HEAD)
    return head & ~dilated(~head, reach)
