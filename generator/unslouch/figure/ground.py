"""What a body stands on and stands out from: its shadow, the line of the floor, and its start as a ghost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import CHAIN_NAMES, LEG_CHAINS, SIDES
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
from unslouch.figure.forms import Rod
from unslouch.figure.geometry import Matrix, unit, vector
from unslouch.figure.parts import PARTS
from unslouch.figure.settle import Settled
from unslouch.figure.surfaces import FLOOR, Plane

REACH = 9.0
"""Units from the floor or a wall up to which flesh casts a shadow on it; further off the smaller."""
TOUCHES = 1.0
"""Units above the floor up to which flesh counts as resting on it."""
NEARLY = 3.0
"""Units from it: what has nothing as near as this casts no shadow, which would be a loose speck."""
BEYOND = 5.0
"""Units that the line of the floor goes on past the body."""
FROM_ABOVE = 0.7
"""How much of the camera's way leads down (the sine of its elevation) from which on the floor is all around, and no line."""
DEEP = 12.0
"""Units in the picture between the nearest and the furthest that rests on the floor, from which on a line behind it all would
hang in the air above the nearest: then the shadows alone say where the floor is."""
FALLS = (0.8, -1.2)
"""Units to the right and up by which a shadow on a wall lies beside what casts it: the light is from the upper left."""


class Shadow(NamedTuple):
    """What lies near a flat surface, as discs of shadow in the picture plane, in units."""

    places: NDArray[np.float64]
    """(n, 2)."""
    sizes: NDArray[np.float64]
    """(n,): across, where a disc is widest."""
    flatness: float
    """How wide it is the other way, as a share of that."""
    flat: NDArray[np.float64]
    """(2,): the direction of that other way."""

    @property
    def _reach(self) -> NDArray[np.float64]:
        """(n, 2): how far each disc goes along X and along Y."""
        widest = np.array([self.flat[1], -self.flat[0]])
        return self.sizes[:, None] * np.hypot(widest, self.flatness * self.flat)

    def corners(self) -> NDArray[np.float64]:
        """The lowest and the highest of X and Y."""
        reach = self._reach
        return np.array([(self.places - reach).min(0), (self.places + reach).max(0)])

    def fill(self, grid: Grid, box: Box, scale: float) -> None:
        """Its discs as ones in a picture of ``box`` at ``scale`` pixels a unit."""
        x = box.left + (np.arange(grid.shape[1]) + 0.5) / scale
        y = box.top - (np.arange(grid.shape[0]) + 0.5) / scale
        for (cx, cy), r, (wide, tall) in zip(self.places, self.sizes, self._reach, strict=True):
            i, j = np.searchsorted(x, [cx - wide, cx + wide])
            k, m = np.searchsorted(-y, [-cy - tall, -cy + tall])
            dx, dy = x[None, i:j] - cx, y[k:m, None] - cy
            across, other = dx * self.flat[1] - dy * self.flat[0], dx * self.flat[0] + dy * self.flat[1]
            grid[k:m, i:j][across**2 + (other / self.flatness) ** 2 < r * r] = 1


@dataclass(frozen=True)
class Ground:
    """What a body stands on and leans on: its shadows, and how high the line of the floor is in the picture plane."""

    floor: Shadow
    walls: tuple[Shadow, ...]
    height: float | None
    """Nothing where the body rests on no floor, or is seen from above."""

    @property
    def shadows(self) -> list[Shadow]:
        """All that have anything in them."""
        return [shadow for shadow in (self.floor, *self.walls) if len(shadow.sizes)]

    @property
    def box(self) -> Box | None:
        """What the shadows take up."""
        if not self.shadows:
            return None
        corners = np.concatenate([shadow.corners() for shadow in self.shadows])
        return Box(*map(float, (*corners.min(0), *corners.max(0))))

    def shadow(self, box: Box, scale: float) -> Grid:
        """All of them, at ``scale`` pixels a unit."""
        grid = np.zeros(grid_shape(box, scale), np.float32)
        for shadow in self.shadows:
            shadow.fill(grid, box, scale)
        return blurred(grid, 2)

    def line(self, body: Box) -> NDArray[np.float64] | None:
        """The line of the floor through what the body rests on, as (2, 2): from left to right past the body."""
        if self.height is None:
            return None
        return np.array([[body.left - BEYOND, self.height], [body.right + BEYOND, self.height]])


def ground(pose: Settled, view: Matrix, start: Settled | None = None) -> Ground:
    """The floor and walls as a camera sees them by a body; of a movement from a ``start``, with the shadow of what stands still."""
    cloud = flesh(pose.skeleton)
    still = ~_moves(start, pose) if start is not None else np.ones(len(cloud.radii), bool)
    heights = cloud.centres[:, 1] - cloud.radii
    resting = (cloud.centres * vector(1, 0, 1) @ view.T)[heights < TOUCHES, 1]
    beneath: list[NDArray[np.float64]] = []
    walls = [thing for thing in pose.things.values() if thing.what.outline and view[2] @ thing.front > 0]
    for thing in pose.things.values():  # things lie still
        if thing.form.solids:
            own = thing.placed.spheres()
            low = own.where(own.centres[:, 1] - own.radii < TOUCHES)
            if not any(isinstance(solid, Rod) for solid in thing.form.solids):  # thin legs have no shadow
                cloud = cloud.and_also(own)
            beneath.append((low.centres * vector(1, 0, 1) @ view.T)[:, 1])
    if not len(resting):  # the body is up on something
        resting = np.concatenate([resting, *beneath])
    still = np.append(still, np.ones(len(cloud.radii) - len(still), bool))
    return Ground(
        _shadow(cloud, FLOOR, view, still),
        tuple(_shadow(cloud, wall.plane, view, still, FALLS) for wall in walls),
        float(resting.max()) if len(resting) and view[2, 1] < FROM_ABOVE and np.ptp(resting) < DEEP else None,
    )


def _shadow(cloud: Spheres, plane: Plane, view: Matrix, still: Mask, falls: tuple[float, float] = (0, 0)) -> Shadow:
    """Of what is near a plane and has something that all but touches it; in the picture it ``falls`` so far beside that."""
    heights = plane.gaps(cloud.centres, cloud.radii)
    casting = (heights < REACH) & np.isin(cloud.chain, cloud.chain[heights < NEARLY])
    near = np.flatnonzero(casting & still)[::2]
    below = cloud.centres[near] - (heights + cloud.radii)[near, None] * plane.normal
    sizes = (cloud.radii[near] + 2.0) * (1 - np.maximum(0, heights[near]) / REACH / 1.3)
    across, up, facing = view @ plane.normal
    return Shadow((below @ view.T)[:, :2] + falls, sizes, max(abs(float(facing)), 0.1), unit(np.array([across, up])))


MOVED = 2.5
"""Units from which a chain of flesh counts as moved."""
FAR, LEAST_WAY = 0.65, 16.0
"""Of the furthest way, and in units: a limb, or trunk with head and arms, that goes less only follows, or lies so near to
where it was that its ghost is a second edge of the figure; it has none."""
HIDDEN = -0.65
"""The ghost is left out where the figure hides it: from this signed distance (less the outline's) to the silhouette."""
THINNEST = 1.8
"""Units across: what of a ghost peeps out less is left out."""


def _group(chains: Iterable[str]) -> Mask:
    """Which chains, in the order of all, belong to a group."""
    return np.isin(CHAIN_NAMES, list(chains))


_LEGS = {side: _group(f"{side}_{chain}" for chain in LEG_CHAINS) for side in SIDES}
_GROUPS = (*_LEGS.values(), ~np.any(list(_LEGS.values()), axis=0))
"""What has a ghost together, or none: either leg, and all the rest."""
_AROUND_HEAD = _GROUPS[-1] & ~_group([*PARTS["head"].chains, "locks", "neck", "right_ear", "left_ear"])
"""Trunk and arms: a head before or behind them is no outline by which one knows it."""


BODILY = 0.75
"""Of the way of the head: where the hips go as far, the trunk is carried off, and its ghost hangs on nothing: a bust."""


def moved(start: Settled, end: Settled, least: float = LEAST_WAY) -> Spheres | None:
    """The flesh of the start whose chains are elsewhere in the end, where they move far: ``least`` units at least."""
    before, ways = flesh(start.skeleton), _ways(start, end)
    own = [ways[group[before.chain]].max() for group in _GROUPS]
    far = [group for group, way in zip(_GROUPS, own, strict=True) if way >= max(FAR * max(own), least)]
    if not far or (far[-1] is _GROUPS[-1] and _carried_off(start, end)):
        return None
    mask = _moves(start, end) & np.any(far, axis=0)[before.chain]
    return before.where(mask) if mask.any() else None


def _carried_off(start: Settled, end: Settled) -> bool:
    """Whether the trunk went as a whole, not about its hips or its hands."""
    hips, head = (np.linalg.norm(end.part(part) - start.part(part)) for part in ("pelvis", "head"))
    return bool(hips > BODILY * head)


def _ways(start: Settled, end: Settled) -> NDArray[np.float64]:
    """How far each sphere of the flesh moves."""
    return np.linalg.norm(flesh(end.skeleton).centres - flesh(start.skeleton).centres, axis=1)


def _moves(start: Settled, end: Settled) -> Mask:
    """Which spheres of the flesh are of chains that move."""
    chain = flesh(start.skeleton).chain
    return np.isin(chain, np.unique(chain[_ways(start, end) > MOVED]))


GHOST_LEVEL = -0.35
"""The signed distance that is the ghost's edge."""
GHOST_PIECE = 60.0
"""Square units, about a foot: a smaller piece of a ghost says nothing, and is left out."""
HALF, WHOLE = 1 / 2, 2 / 3
"""The share of what moved that must peep out, and of its head or foot, for one to know what it is of."""
_FEET = {side: PARTS[f"{side} foot"].chains for side in SIDES}
TELLING = (*PARTS["head"].chains, *(chain for chains in _FEET.values() for chain in chains))
"""Head and feet: by them one knows what a piece of a ghost is."""


def peeping(ghost: Spheres, seen: DepthMap, telling: Iterable[str] = TELLING) -> Grid:
    """What of a ghost the figure does not hide: above ``GHOST_LEVEL``, at half the resolution.

    Only the pieces that hold something ``telling``, without slivers.
    """
    free = _free(silhouette(ghost, seen.view, seen.box, seen.scale), halved(seen.signed), seen.scale)
    known = silhouette(ghost.of(telling), seen.view, seen.box, seen.scale) > GHOST_LEVEL
    pieces = _grown(known & (free > GHOST_LEVEL), free > GHOST_LEVEL)
    return np.where(dilated(pieces, 2), free, FAR_OUT)


def recognised(ghost: Spheres, body: Spheres, view: Matrix, scale: float, shown: Iterable[str] = ()) -> Spheres | None:
    """What of a ghost one can tell what it is of: either leg, or trunk with head and arms, of which the most is in sight.

    The rest would only be bags, slivers, and pieces cut loose from the body.
    """
    box = bounds(body, view).around(bounds(ghost, view)).wider(1)
    hiding = silhouette(body, view, box, scale)

    def seen(part: Spheres, hiding: Grid) -> tuple[Mask, Mask]:
        """Where a part is in sight, and where it is at all."""
        own = silhouette(part, view, box, scale)
        return _free(own, hiding, scale) > GHOST_LEVEL, own > GHOST_LEVEL

    def is_known(own: Spheres, telling: Iterable[str]) -> bool:
        if not own.radii.size:
            return False
        free, whole = seen(own, hiding)
        if free.sum() <= HALF * whole.sum():
            return False
        about = silhouette(own.where(_AROUND_HEAD[own.chain]), view, box, scale)
        tells, all_of_it = seen(own.of(telling), np.maximum(hiding, about))
        return bool(tells.sum() > WHOLE * all_of_it.sum() and _grown(tells & free, free).sum() > HALF * whole.sum())

    asked = zip(_GROUPS, (*_FEET.values(), PARTS["head"].chains), strict=True)
    known = [group for group, telling in asked if is_known(ghost.where(group[ghost.chain]), telling)]
    return ghost.where(np.any(known, axis=0)[ghost.chain]) if known else None


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
