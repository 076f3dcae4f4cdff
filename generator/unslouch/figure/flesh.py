"""From bones to flesh: the chains of :mod:`body` as a cloud of spheres.

How a chain is sampled depends on the body alone, never on the pose. So every sample's
weights, radius and material are worked out once, and a pose costs two matrix products.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import CHAIN_NAMES, CHAINS, LENGTH, SIDES, Station, hand_chains
from unslouch.figure.geometry import Matrix, Vector, frame, unit, vector
from unslouch.figure.people import Person
from unslouch.figure.skeleton import Frame, Skeleton, neutral_skeleton

BUMP = 0.08
"""How far, in units, the gap between two spheres may dip below a smooth surface."""

OPPOSITE = 1e-3
"""Length of the mean of two side axes below which they count as opposite, and the mean has no direction."""


@dataclass(frozen=True)
class Spheres:
    """Spheres in the world, in units. Shapes: (n, 3), or (n, 2) once they are laid flat; (n,), (n,), (n,).

    ``chain`` is an index into ``CHAIN_NAMES``, or -1 for a prop; ``material`` a ``body.Material``.
    """

    centres: NDArray[np.float64]
    radii: NDArray[np.float64]
    chain: NDArray[np.int64]
    material: NDArray[np.int64]

    def of(self, chains: Iterable[str]) -> Spheres:
        """The spheres that belong to the chains."""
        wanted = [CHAIN_NAMES.index(c) for c in chains]
        return self.where(np.isin(self.chain, wanted))

    def where(self, mask: NDArray[np.bool_]) -> Spheres:
        """The spheres where the mask holds."""
        return Spheres(self.centres[mask], self.radii[mask], self.chain[mask], self.material[mask])

    def and_also(self, other: Spheres) -> Spheres:
        """Both together."""
        return Spheres(
            np.concatenate([self.centres, other.centres]),
            np.concatenate([self.radii, other.radii]),
            np.concatenate([self.chain, other.chain]),
            np.concatenate([self.material, other.material]),
        )

    def moved(self, by: Vector) -> Spheres:
        """The same, moved."""
        return Spheres(self.centres + by, self.radii, self.chain, self.material)

    def flat(self, view: Matrix) -> Spheres:
        """As discs in the picture plane of a camera."""
        return Spheres((self.centres @ view.T)[:, :2], self.radii, self.chain, self.material)

    def lowest(self) -> float:
        """The height of the lowest point."""
        return float((self.centres[:, 1] - self.radii).min())

    def clearance(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Distance from each point to the nearest surface, negative inside; points (..., 3), or (..., 2) when flat."""
        flat = points.reshape(-1, points.shape[-1]).astype(np.float32)
        own = self.centres[:, : flat.shape[1]].astype(np.float32)
        square = flat @ (-2 * own.T)  # what follows is done in place: there are many
        square += (own**2).sum(1)
        square += (flat**2).sum(1)[:, None]
        near = np.sqrt(np.maximum(square, 0, out=square), out=square)
        near -= self.radii.astype(np.float32)
        return near.min(1).astype(float).reshape(points.shape[:-1])


def prop_spheres(centres: NDArray[np.float64], radii: float | NDArray[np.float64], material: int) -> Spheres:
    """Spheres that belong to no part of the body."""
    n = len(centres)
    return Spheres(
        np.asarray(centres, float), np.broadcast_to(radii, n).astype(float), np.full(n, -1), np.full(n, material)
    )


LOCKS = "locks"
"""The chain, and the frame, of hair that hangs."""
TIED_AT, OUT_OF = vector(-4.9, 7.9, 0), vector(-0.4, 6.6, 0)
"""Where on the head a pony tail begins, and the middle of the skull, away from which it stands."""
LIES_OFF = 0.25
"""How much of its way is away from the skull, at least."""
FALL, THICK = 8.0, 1.7
"""Units that it is long, and the least that its middle is above the floor."""


def hanging(body: Skeleton) -> Frame:
    """The frame of a pony tail: it hangs along -Y, lies along the neck where its root faces up, and on the floor."""
    root, middle = body.point("head", TIED_AT), body.point("head", OUT_OF)
    out = unit(root - middle)
    upward = max(0.0, float(out[1]))
    way = unit(vector(0, -1, 0) + upward * (out - body.frames["head"].rotation[:, 1]))
    way = unit(way + max(0.0, LIES_OFF - float(way @ out)) * out)
    lowest = np.clip((THICK - root[1]) / FALL, -1, 0.95)
    if way[1] < lowest:
        flat = way * vector(1, 0, 1)
        flat = flat if flat @ flat > 1e-6 else out * vector(1, 0, 1) + vector(1e-3, 0, 0)
        way = unit(flat) * np.sqrt(1 - lowest**2) + vector(0, lowest, 0)
    return Frame(frame(-way, body.frames["head"].rotation[:, 2]), root)


@dataclass(frozen=True)
class _Sampling:
    """What of the flesh does not depend on the pose: n spheres that hang on s stations, in units."""

    segments: list[str]
    """Of each station."""
    stations: NDArray[np.int64]
    """(s,): which of all stations these are."""
    weights: NDArray[np.float64]
    """(n, s): how much each station counts for the middle of each sphere, before its offset."""
    side_weights: NDArray[np.float64]
    """(n, s): and for the direction of the offset, sideways."""
    offsets: NDArray[np.float64]
    """(n,), as are those below."""
    radii: NDArray[np.float64]
    chain: NDArray[np.int64]
    material: NDArray[np.int64]


class _Sample(NamedTuple):
    """A sphere of a chain; stations by their number in the chain."""

    weights: dict[int, float]
    side_weights: dict[int, float]
    offset: float
    radius: float
    material: int


@lru_cache(maxsize=64)
def flesh(skeleton: Skeleton) -> Spheres:
    """The flesh of a skeleton, about six hundred spheres; kept for the last few skeletons."""
    return _hung(skeleton, _sampling(skeleton.person))


def flesh_of(skeleton: Skeleton, chains: Iterable[str]) -> Spheres:
    """The flesh of some chains alone, at a fraction of the cost of all."""
    return _hung(skeleton, _sampling_of(skeleton.person, frozenset(chains)))


def _hung(skeleton: Skeleton, s: _Sampling) -> Spheres:
    """Spheres hung on a skeleton's stations."""
    frames = skeleton.frames
    if LOCKS in s.segments:
        frames = {**frames, LOCKS: hanging(skeleton)}
    rotations = np.array([frames[name].rotation for name in s.segments])
    origins = np.array([frames[name].origin for name in s.segments])
    stations = origins + np.einsum("nij,nj->ni", rotations, _local(skeleton.person, skeleton.hands)[s.stations])
    sideways = _sideways(s.side_weights, rotations[:, :, 2])
    centres = s.weights @ stations + sideways * s.offsets[:, None]
    return Spheres(centres, s.radii, s.chain, s.material)


def _sideways(weights: NDArray[np.float64], axes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Unit directions (n, 3) between the side axes of stations (s, 3); the heaviest's own where two point opposite ways."""
    between = weights @ axes
    length = np.linalg.norm(between, axis=1, keepdims=True)
    opposite = length[:, 0] < OPPOSITE
    between[opposite], length[opposite] = axes[np.argmax(weights[opposite], 1)], 1.0
    return between / length


@cache
def _sampling_of(person: Person, chains: frozenset[str]) -> _Sampling:
    """The sampling of some chains."""
    s = _sampling(person)
    own = np.isin(s.chain, [CHAIN_NAMES.index(c) for c in chains])
    used = np.flatnonzero((s.weights[own] != 0).any(0) | (s.side_weights[own] != 0).any(0))
    return _Sampling(
        [s.segments[i] for i in used],
        s.stations[used],
        s.weights[np.ix_(own, used)],
        s.side_weights[np.ix_(own, used)],
        s.offsets[own],
        s.radii[own],
        s.chain[own],
        s.material[own],
    )


@cache
def _local(person: Person, hands: tuple[str, str]) -> NDArray[np.float64]:
    """Where each station is in its segment, with the hands in some shapes: (s, 3)."""
    chains = dict(person.chains)
    for side, shape in zip(SIDES, hands, strict=True):
        chains |= hand_chains(side, shape)
    return np.array([s.place for chain in chains.values() for s in chain], float)


@cache
def _sampling(person: Person) -> _Sampling:
    """Sample every chain of a person on the neutral body, finer where the flesh is thin."""
    rest = neutral_skeleton(person.name)
    frames = {**rest.frames, LOCKS: hanging(rest)}
    stations = [s for chain in person.chains.values() for s in chain]
    samples: list[_Sample] = []
    chain_of: list[int] = []
    first: list[int] = []
    begin = 0
    for index, (name, chain) in enumerate(person.chains.items()):
        places = np.array([frames[s.segment].origin + frames[s.segment].rotation @ s.place for s in chain])
        if name == LOCKS and person.kind_of_hair.loose:
            own = [_Sample({i: 1.0}, {i: 1.0}, 0.0, s.radius, int(s.material)) for i, s in enumerate(chain)]
        else:
            own = list(_chain_samples(chain, places, smooth=name == "torso")) if chain else []
        samples += own
        chain_of += [index] * len(own)
        first += [begin] * len(own)
        begin += len(chain)
    return _Sampling(
        [s.segment for s in stations],
        np.arange(len(stations)),
        _table([s.weights for s in samples], first, len(stations)),
        _table([s.side_weights for s in samples], first, len(stations)),
        np.array([s.offset for s in samples]),
        np.array([s.radius for s in samples]),
        np.array(chain_of),
        np.array([s.material for s in samples]),
    )


def _table(weights: list[dict[int, float]], first: list[int], width: int) -> NDArray[np.float64]:
    """Weights by station as rows (n, ``width``); ``first`` is the column of each row's station 0."""
    table = np.zeros((len(weights), width))
    for row, (own, begin) in enumerate(zip(weights, first, strict=True)):
        for station, weight in own.items():
            table[row, begin + station] = weight
    return table


def _chain_samples(chain: list[Station], places: NDArray[np.float64], *, smooth: bool) -> Iterator[_Sample]:
    """The spheres along one chain, whose stations are at ``places`` (s, 3) on the neutral body."""
    last = len(chain) - 1
    lengths = np.maximum(np.linalg.norm(np.diff(places, axis=0), axis=1), 1e-6)
    profile = np.array([(s.radius, s.half_width) for s in chain])
    slopes = _monotone_slopes(profile, lengths)
    for i in range(last):
        spacing = np.sqrt(8 * min(profile[i, 0], profile[i + 1, 0]) * BUMP)
        steps = max(1, int(np.ceil(lengths[i] / spacing)))
        for j in range(steps + (i == last - 1)):
            t = j / steps
            h00, h10, h01, h11 = 2 * t**3 - 3 * t**2 + 1, t**3 - 2 * t**2 + t, 3 * t**2 - 2 * t**3, t**3 - t**2
            blend = (
                h00 * profile[i]
                + h10 * lengths[i] * slopes[i]
                + h01 * profile[i + 1]
                + h11 * lengths[i] * slopes[i + 1]
            )
            radius, half = float(blend[0]), max(float(blend[1]), 0.0)
            along = {i: 1 - t, i + 1: t}
            if smooth:  # a Catmull-Rom curve, whose points are weighted sums of four stations
                along = {}
                tangents = ((i + 1, h10), (max(i - 1, 0), -h10), (min(i + 2, last), h11), (i, -h11))
                for station, weight in ((i, h00), (i + 1, h01), *((s, w / 2) for s, w in tangents)):
                    along[station] = along.get(station, 0) + weight
            count = 1 if half < 0.05 else 1 + max(1, int(np.ceil(2 * half / np.sqrt(8 * radius * BUMP))))
            for offset in np.linspace(-half, half, count) if count > 1 else (0.0,):
                yield _Sample(along, {i: 1 - t, i + 1: t}, float(offset), radius, int(chain[i].material))


def _monotone_slopes(values: NDArray[np.float64], lengths: NDArray[np.float64]) -> NDArray[np.float64]:
    """Slopes of a monotone cubic (Fritsch and Butland's harmonic mean): no bulge between two stations."""
    steps = np.diff(values, axis=0) / lengths[:, None]
    slopes = np.zeros_like(values)
    slopes[0], slopes[-1] = steps[0], steps[-1]
    product, total = steps[:-1] * steps[1:], steps[:-1] + steps[1:]
    slopes[1:-1] = np.where(product > 0, 2 * product / np.where(product > 0, total, 1), 0)
    return slopes


def limb_profile(chain: str, along: float, person: Person | None = None) -> tuple[float, Vector]:
    """Radius, of the standard body or a person's, and centre (in the standard segment's frame, right side) of a limb at a
    share of its length."""
    stations, girth = CHAINS[f"right_{chain}"], person.stretch[f"right_{chain}"].girth if person else 1.0
    depth = along * LENGTH[chain]
    down = [-s.y for s in stations]
    x = float(np.interp(depth, down, [s.x for s in stations]))
    return girth * float(np.interp(depth, down, [s.radius for s in stations])), np.array([x, -depth, 0.0])
