"""The layers of a figure, from its depth map to traced shapes."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import CHAIN_NAMES, HAND_CHAINS, OTHER_SIDE, SIDES, Material
from unslouch.figure.clothes import hems, worn
from unslouch.figure.depth import (
    DepthMap,
    Grid,
    Mask,
    blurred,
    dilated,
    halved,
    shade,
    shaded_by_nearer,
    window_of,
)
from unslouch.figure.drawing import NEAR, OUTLINE, RIM, SILHOUETTE, TRACING, UNIT, Shape
from unslouch.figure.edges import edges
from unslouch.figure.face import EYE, LINE, face
from unslouch.figure.highlight import BELLY, CORE, working
from unslouch.figure.ink import ink, under_one_shirt
from unslouch.figure.props import solids_of
from unslouch.figure.scene import Scene
from unslouch.figure.settle import Settled
from unslouch.figure.trace import Layer, trace


@dataclass(frozen=True)
class Weight:
    """How heavy the lines are, in units: the outline's width, the ink's reach, the arrow's width; how exact they are."""

    outline: float
    ink: float
    arrow: float
    tolerance: float
    whole_face: bool = True
    """Whether a face has more than eyes."""
    sets_off: bool = True
    """Whether the near is set off from the far: a shade beside its edges, a thinner outline of limbs further off."""

    def thinner(self, zoom: float) -> Weight:
        """For what is drawn larger, so that its lines come out as wide as elsewhere."""
        outline, ink, arrow, tolerance = (x / zoom for x in (self.outline, self.ink, self.arrow, self.tolerance))
        return replace(self, outline=outline, ink=ink, arrow=arrow, tolerance=tolerance)

    def lines(self, unit: int) -> dict[str, float]:
        """The widths of lines by style, in drawing units, of which a percent of body height has ``unit``."""
        widths = {
            "o": self.outline,
            NEAR: FAR_OUTLINE * self.outline,
            "r": self.outline + RIM_WIDTH,
            "a": self.arrow,
            "b": self.arrow + HALO,
        } | THIN
        widths |= {LINE: 0.8 * self.ink, EYE: 1.7 * self.ink}
        return {style: width * unit for style, width in widths.items()}


HALO = 0.9
"""Units by which the arrow's halo, which sets it off from the ghost, is wider than the arrow."""
THIN = {"h": 0.6, "g": 0.8, "l": 0.6, "v": 0.6, "t": 0.8}
"""Lines that are alike in all pictures: of the ghost, of the floor, around a door, around the heads of arrows."""
RIM_WIDTH = 1.3
"""Units by which the rim is wider than the outline."""
REGULAR, BOLD = Weight(0.75, 0.55, 2.0, 0.27), Weight(1.35, 0.85, 2.8, 0.36, whole_face=False)
MOVING = replace(REGULAR, sets_off=False)
"""``BOLD`` is for pictures of about 96 pixels, ``MOVING`` for the many frames of a flip-book, which is to stay small."""


LEAST_HOLE = 5.0
"""Square units: a smaller gap between two limbs is a speck, and filled."""
FAR_OUTLINE = 0.6
"""How wide the outline of limbs further off is, as a share of the others'."""
LEAST_SHOWN = 4.0
"""Square units: a smaller piece of a working muscle is a sliver, and left out."""


OFF_OUTLINE = 1.4
"""Units beyond a body that have all of its outline."""
CLOTHES, TONES = 2.75, 5.5
"""Pixels that the edges of clothes and of tones may be off: a line lies over the one, and the other is soft."""
SLIT = 3
"""Pixels at half the resolution that limbs are apart on either side of a gap that is a speck of skin on what is worn."""
LEAST_SOLE = 8.0
"""Square units: a smaller piece of a sole, between two toes, is a white notch in a shoe, and left out."""


class Canvas:
    """Collects the frames of a drawing, each from back to front; grids are traced together at the end."""

    def __init__(self, scale: float, unit: float = UNIT):
        """``scale`` is pixels a percent of body height of the grids to come, ``unit`` drawing units."""
        self._scale, self.unit = scale, unit
        self._frames: list[list[tuple[str, Layer | str]]] = []

    def begin(self) -> None:
        """A new frame, into which all goes from now on."""
        self._frames.append([])

    def grid(
        self,
        style: str,
        grid: Grid,
        *,
        level: float = 0.5,
        tolerance: float = 0.2,
        least: float = 0.6,
        hole: float | None = None,
        scale: float = 0,
    ) -> None:
        """A layer to be traced: rows from the top, inside where it is above ``level``, at ``scale`` pixels a unit.

        ``tolerance`` is in units, ``least`` and ``hole`` are in square units.
        """
        scale = scale or self._scale
        hole = None if hole is None else hole * scale**2
        layer = Layer(grid, self.unit / scale, level, tolerance * scale, least * scale**2, hole)
        self._frames[-1].append((style, layer))

    def shape(self, shape: Shape) -> None:
        """A shape as it is."""
        self._frames[-1].append(shape)

    def frames(self) -> tuple[tuple[Shape, ...], ...]:
        """All shapes; those of which nothing is left are left out."""
        paths = iter(trace([item for frame in self._frames for _, item in frame if isinstance(item, Layer)]))
        traced = (
            [Shape(style, next(paths) if isinstance(item, Layer) else item) for style, item in frame]
            for frame in self._frames
        )
        return tuple(tuple(shape for shape in frame if shape.path or shape in TRACING) for frame in traced)


_HEAD = [CHAIN_NAMES.index(n) for n in ("neck", "face", "nose")]


def _part_numbers() -> NDArray[np.int8]:
    """The body part of each chain, for shading: the trunk is one, a hand is one; no shade on the head."""
    numbers = np.arange(len(CHAIN_NAMES), dtype=np.int8)
    numbers[CORE] = CORE[0]
    numbers[_HEAD] = -1
    for side in SIDES:
        own = [CHAIN_NAMES.index(f"{side}_{c}") for c in HAND_CHAINS]
        numbers[own] = -1
        numbers[CHAIN_NAMES.index(f"{side}_cuff")] = CHAIN_NAMES.index(f"{side}_foot")
        numbers[CHAIN_NAMES.index(f"{side}_ear")] = -1
    numbers[[CHAIN_NAMES.index("hair"), CHAIN_NAMES.index("locks")]] = -1
    return np.append(numbers, np.array([-1, -1], np.int8))  # chain -2 and -1: nothing, a prop


_PART_OF_CHAIN = _part_numbers()


def _far_limbs(seen: DepthMap, pose: Settled) -> Mask:
    """Pixels of limb segments that lie clearly behind their counterpart."""
    groups = (("thigh",), ("shank", "foot", "cuff"), ("upper_arm",), ("forearm", *HAND_CHAINS))
    behind: list[int] = []
    for group in groups:
        near = {s: seen.view[2] @ pose.skeleton.point(f"{s}_{group[0]}", (0, -8, 0)) for s in SIDES}
        behind += [CHAIN_NAMES.index(f"{s}_{c}") for s in SIDES if near[s] < near[OTHER_SIDE[s]] - 4 for c in group]
    return seen.shows(behind)


def narrow_gaps(seen: Mask) -> Mask:
    """What is not seen between two limbs that are near each other: the silhouette fills it, and so must what they wear."""
    return ~seen & ~dilated(~dilated(seen, SLIT), SLIT)


def clothes_of(canvas: Canvas, seen: DepthMap, material: NDArray[np.int8], lines: Mask, tolerance: float) -> None:
    """What is not skin, at half the resolution: nearly all of its edges lie under lines."""
    material = material[::2, ::2]
    gaps = narrow_gaps(material >= 0)
    for kind in Material:
        own = (material == kind) | ((material == Material.SOLE) & (kind is Material.SHOE))
        if kind is Material.SKIN or not own.any():
            continue
        here = window_of(own, 3)
        own, grid = own[here], np.zeros(own.shape, np.float32)
        near = dilated(own, 1) & (own | (material[here] < 0) | lines[here])
        grid[here] = blurred(near | (gaps[here] & dilated(own, SLIT)), 1)
        least = LEAST_SOLE if kind is Material.SOLE else 1.5
        canvas.grid(
            f"s{int(kind)}", grid, tolerance=max(tolerance, CLOTHES / seen.scale), least=least, scale=seen.scale / 2
        )


def _near(canvas: Canvas, seen: DepthMap, far: Mask) -> None:
    """All but the limbs further off and what is about them, roughly: the outline is no line within the body."""
    if far.any():
        far, seen_at_all = far[::2, ::2], seen.seen[::2, ::2]
        about = dilated(far, round(OFF_OUTLINE * seen.scale / 2)) & ~seen_at_all
        canvas.grid(NEAR, blurred(~(far | about), 3), tolerance=2.5, least=12, hole=12, scale=seen.scale / 2)


def _tones(canvas: Canvas, seen: DepthMap, behind: Grid, material: NDArray[np.int8], tolerance: float) -> None:
    """What is ``behind`` and form shadow: one tone on skin, one on what is worn."""
    dark = np.maximum(behind, shade(seen, _PART_OF_CHAIN[seen.chain]))
    skin = dilated(material[::2, ::2] == Material.SKIN, 1)
    for style, there in (("d", ~skin | (material[::2, ::2] != Material.SKIN)), ("ds", skin)):
        canvas.grid(
            style,
            blurred(dark * there, 2),
            tolerance=max(tolerance, min(TONES / seen.scale, 1.1)),
            least=8,
            scale=seen.scale / 2,
        )


APART, NARROW = 1.5, 1.0
"""Units: pieces of a working muscle on the same flesh that are nearer to each other are one; what of it is narrower is a
spur, and left out."""


def rounded(mask: Mask, seen: DepthMap) -> Mask:
    """A mask with its narrow gaps filled, where the flesh is seen that it lies on, and without spurs."""
    gap, spur = (max(1, round(width / 2 * seen.scale)) for width in (APART, NARROW))
    whole = mask | (~dilated(~dilated(mask, gap), gap) & seen.shows(np.unique(seen.chain[mask])))
    return dilated(~dilated(~whole, spur), spur)


def paint(canvas: Canvas, seen: DepthMap, scene: Scene, weight: Weight, tolerance: float) -> None:
    """Back to front: silhouette in skin, clothes, far-limb tone, form shadow, working muscle, ink, face, outline."""
    canvas.shape(RIM)
    canvas.grid(SILHOUETTE, seen.signed, level=-0.35, tolerance=tolerance, hole=LEAST_HOLE)
    material = worn(seen, scene.pose.skeleton)
    inked = ink(seen, weight.ink) * under_one_shirt(seen, scene.pose.skeleton, weight.ink)
    np.maximum(inked, hems(seen, material, weight.ink), out=inked)
    things = [placed for prop in scene.props for placed in solids_of(prop, scene.pose)]
    np.maximum(inked, edges(seen, things, weight.ink), out=inked)
    clothes_of(canvas, seen, material, halved(inked > 0.5) > 0, tolerance)
    far = _far_limbs(seen, scene.pose)
    behind = np.maximum(halved(far), shaded_by_nearer(seen)) if weight.sets_off else halved(far)
    _tones(canvas, seen, behind, material, tolerance)
    if scene.highlight:
        strength = working(seen.half, scene.pose.skeleton, scene.highlight)
        for style, level in (("h", 0.0), ("h2", BELLY)):
            shown = blurred(rounded(strength > level, seen.half), max(2, round(0.8 * seen.scale)))
            canvas.grid(style, shown, tolerance=max(0.4, tolerance / 2), least=LEAST_SHOWN, scale=seen.scale / 2)
    canvas.grid("i", blurred(inked, 1), tolerance=1.4 * tolerance, least=1.8, hole=0.4)
    for shape in face(scene.pose.skeleton, seen, canvas.unit, gaze=scene.gaze, only_eyes=not weight.whole_face):
        canvas.shape(shape)
    if weight.sets_off:
        _near(canvas, seen, far)
    canvas.shape(OUTLINE)
