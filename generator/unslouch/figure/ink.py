"""Inner lines: where one part of the body lies before another, and where flesh folds."""

from __future__ import annotations

import numpy as np

from unslouch.figure.body import CHAIN_NAMES, SIDES
from unslouch.figure.depth import DepthMap, Grid, Mask, blurred, dilated, window_of
from unslouch.figure.skeleton import Skeleton

APART, SLOPE, FOLD = 1.6, 0.1, 0.35
"""A fold is what is no wider than twice ``APART`` lines. The surface rises on both sides of a pixel: up to this share of the steeper side it is a slope beside a step, and
from this share on it is a fold."""
SHOULDER = 3.9
"""Units from the joint of a shoulder within which the arm is one with the trunk."""
GRAZING = 0.2
"""This share of how steeply a surface falls away is no crease: flesh seen from its edge is a little uneven."""
_HEAD = [CHAIN_NAMES.index(name) for name in ("face", "nose", "hair", "locks", "right_ear", "left_ear")]

_NECK = [CHAIN_NAMES.index("neck")]
_AROUND_NECK = [CHAIN_NAMES.index(name) for name in ("torso", *(f"{side}_trapezius" for side in SIDES))]


STEP = 0.6
"""Units of depth: the second difference from which a step or a crease is a line."""


def ink(seen: DepthMap, width: float = 0.55) -> Grid:
    """Strength from 0 to 1, with 0.5 the edge of a line about ``width`` units wide on the far side.

    Second difference of depth in 8 directions: a step or a crease is deep, a slope cancels. In a fold, where lines
    would come from both sides and run together, each is half as wide.
    """
    here = window_of(seen.seen, 0) if seen.seen.any() else np.s_[:0, :0]
    depth = np.where(seen.seen[here], seen.depth[here], np.nan)
    margin = int(np.ceil(APART * width * seen.scale))
    around = np.pad(depth, margin, constant_values=np.nan)
    rows, cols = depth.shape

    def rises(direction: int, far: float) -> tuple[Grid, Grid]:
        """How much nearer the surface is ``far`` units off, on either side."""
        angle = np.pi / 8 * direction
        dx, dy = (round(far * seen.scale * part) for part in (np.cos(angle), np.sin(angle)))
        left, top, right, bottom = margin - dx, margin - dy, margin + dx, margin + dy
        one, other = around[bottom : bottom + rows, right : right + cols], around[top : top + rows, left : left + cols]
        return one - depth, other - depth

    wide, thin, lesser, greater, falls = (np.full_like(depth, 1e-3) for _ in range(5))
    for direction in range(8):  # fmax: not-a-number, at the silhouette, never wins
        for lines, far, scale in ((wide, width, 1), (thin, width / 2, 2)):
            one, other = rises(direction, far)
            if lines is wide:
                np.fmax(falls, -np.minimum(one, other), out=falls)
            one += other
            np.fmax(lines, np.multiply(one, scale, out=one), out=lines)
        if direction % 2 == 0:
            one, other = rises(direction, APART * width)
            np.fmax(greater, np.maximum(one, other), out=greater)
            np.fmax(lesser, np.minimum(one, other, out=one), out=lesser)
    fold = np.clip((lesser / greater - SLOPE) / (FOLD - SLOPE), 0, 1)
    strength = np.zeros_like(seen.depth)
    strength[here] = np.clip((wide + fold * (thin - wide) - GRAZING * falls) / (2 * STEP), 0, 1)
    strength[_quiet(seen, max(1, round(width * seen.scale)))] = 0
    return strength


def _quiet(seen: DepthMap, reach: int) -> Mask:
    """The head away from all that is not head: its own forms have no ink, :mod:`face` draws them."""
    head = seen.shows(_HEAD)
    return head & ~dilated(~head, reach)


def under_one_shirt(seen: DepthMap, body: Skeleton, width: float) -> Grid:
    """The share of ink that is drawn: none around the top of a shoulder, where the arm goes over into the trunk."""
    share = np.ones_like(seen.depth)
    reach = max(1, round(1.5 * width * seen.scale))
    for side in SIDES:
        joint = body.point(f"{side}_upper_arm")
        here = seen.around(joint, SHOULDER + 3 * width)
        chain = seen.chain[here]
        if not chain.size:  # a close-up of another part
            continue
        arm = np.isin(chain, [CHAIN_NAMES.index(f"{side}_{c}") for c in ("shoulder", "upper_arm")])
        trunk = np.isin(chain, [CHAIN_NAMES.index(c) for c in ("torso", f"{side}_trapezius")])
        near = arm & (np.linalg.norm(seen.places(here) - joint, axis=-1) < SHOULDER)
        joined = dilated(near, reach) & ~dilated(~(arm | trunk), reach)
        share[here] = np.minimum(share[here], 1 - blurred(joined, reach))
    return share * _at_the_neck(seen, reach)


def _at_the_neck(seen: DepthMap, reach: int) -> Grid:
    """None where a neck rises out of a shirt, which has another colour: seen along it the two would be a smear."""
    neck, trunk = seen.shows(_NECK), seen.shows(_AROUND_NECK)
    share = np.ones_like(seen.depth)
    if neck.any():
        here = window_of(neck, 3 * reach)
        neck, trunk = neck[here], trunk[here]
        share[here] = 1 - blurred(
            dilated(neck, reach) & dilated(trunk, reach) & ~dilated(~(neck | trunk), reach), reach
        )
    return share
