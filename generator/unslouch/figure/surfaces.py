"""What a part of the body can lie on: a plane (floor, wall, seat) or what is round; both say how far spheres are from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.flesh import Spheres
from unslouch.figure.geometry import UP, Vector, unit, vector

Points = NDArray[np.float64]
"""Middles of spheres, (..., n, 3)."""


@dataclass(frozen=True, eq=False)
class Plane:
    """A flat surface through ``point``, solid on the side that ``normal`` points away from."""

    point: Vector
    normal: Vector

    def gap(self, centres: Points, radii: NDArray[np.float64]) -> NDArray[np.float64]:
        """From the surface to the nearest of n spheres, in units, negative when pressed in: (...) of (..., n, 3)."""
        return self.gaps(centres, radii).min(-1)

    def gaps(self, centres: Points, radii: NDArray[np.float64]) -> NDArray[np.float64]:
        """To each of the spheres: (..., n)."""
        along = centres.reshape(-1, 3) @ self.normal  # of many rows numpy is fastest in one table
        return along.reshape(centres.shape[:-1]) - (radii + self.point @ self.normal)

    def way(self, place: Vector) -> Vector:
        """The direction from a place to the surface."""
        return -self.normal

    def near(self, place: Vector, far: float) -> Plane:
        """What of the surface is within so many units of a place."""
        return self


@dataclass(frozen=True, eq=False)
class Round:
    """The surface of spheres: of another part of the body, of a ball, of a bar."""

    spheres: Spheres
    bar: bool = False
    """Whether hands close round it, and do not lie on it."""

    def gap(self, centres: Points, radii: NDArray[np.float64]) -> NDArray[np.float64]:
        """As :meth:`Plane.gap`."""
        return self.gaps(centres, radii).min(-1)

    def gaps(self, centres: Points, radii: NDArray[np.float64]) -> NDArray[np.float64]:
        """As :meth:`Plane.gaps`."""
        own, places = self.spheres, centres.reshape(-1, 3)
        far = places @ (-2 * own.centres.T)  # what follows is done in place: there are many
        far += (own.centres**2).sum(1)
        far += np.einsum("ij,ij->i", places, places)[:, None]
        np.sqrt(np.maximum(far, 0, out=far), out=far)
        far -= own.radii
        return far.min(1).reshape(centres.shape[:-1]) - radii

    def way(self, place: Vector) -> Vector:
        """As :meth:`Plane.way`."""
        return unit(self._nearest(place)[0])

    def _nearest(self, place: Vector) -> tuple[Vector, float]:
        """From a place to the middle of the nearest sphere, and that sphere's radius."""
        away = self.spheres.centres - place
        nearest = np.argmin(np.linalg.norm(away, axis=1) - self.spheres.radii)
        return away[nearest], float(self.spheres.radii[nearest])

    def middle(self, place: Vector) -> Vector:
        """The middle of the nearest of its spheres: of a bar, a place on its axis."""
        return place + self._nearest(place)[0]

    def touch(self, place: Vector) -> tuple[Vector, Vector]:
        """The point of the surface that is nearest to a place, and the way it looks there."""
        away, radius = self._nearest(place)
        return place + away - radius * unit(away), -unit(away)

    def near(self, place: Vector, far: float) -> Round:
        """As :meth:`Plane.near`; the nearest sphere when there is none."""
        away = np.linalg.norm(self.spheres.centres - place, axis=1) - self.spheres.radii
        return Round(self.spheres.where(away <= max(far, float(away.min()))), self.bar)


Surface = Plane | Round
FLOOR = Plane(vector(0, 0, 0), UP)
FEWEST_STEPS = 9
"""How many moves are tried at least between one way and the other; of many, one every second degree."""


CLOSE = 0.4
"""Units from a surface that are as good as touching, of what only passes by it."""


def nearest_touch(gap: Callable[[NDArray[np.float64]], NDArray[np.float64]], most: float) -> float | None:
    """The smallest of the moves from ``-most`` to ``most`` that closes a gap; none when no move does.

    ``gap`` gives the gap after each of some moves; it is followed from coarse to fine.
    """
    low, high = -most, most
    for steps in (max(FEWEST_STEPS, int(most) + 1), FEWEST_STEPS, FEWEST_STEPS):
        moves = np.linspace(low, high, steps)
        gaps = gap(moves)
        crossed = np.flatnonzero(gaps[:-1] * gaps[1:] <= 0)
        if not len(crossed):
            least = int(np.argmin(np.abs(gaps)))
            passes = 0 < least < len(moves) - 1
            return float(moves[least]) if passes and abs(gaps[least]) < CLOSE else None
        first = crossed[np.argmin(np.minimum(abs(moves[crossed]), abs(moves[crossed + 1])))]
        low, high = float(moves[first]), float(moves[first + 1])
    before, after = gaps[first], gaps[first + 1]
    return low + (high - low) * float(before / (before - after)) if before != after else low
