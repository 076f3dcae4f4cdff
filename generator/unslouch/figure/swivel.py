"""Which way a knee or an elbow points: of all ways that lead to the goal, the one that asks least of the joints.

A limb of two bones whose ends are held still turns about the line between them. Every way of a fine round is
tried at once; of ways that cost alike the one counts that is nearest to the pose's own bend.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import CHAINS, SIDES
from unslouch.figure.geometry import Vector
from unslouch.figure.measure import ANKLE, HIP, SHOULDER, WRIST, ball, ball_angles
from unslouch.figure.people import Person
from unslouch.figure.skeleton import Skeleton

Array = NDArray[np.float64]

JOINT_RADIUS = {"foot": 3.05, "hand": 2.0}
"""Of the knee and of the elbow: how high its middle is when it lies on the floor."""
COARSE = np.array(sorted(range(-170, 181, 10), key=abs), float)
EASIEST = 60
"""Ways of an arm, the easiest for its joints, that are looked at for flesh."""
ROUND = np.array(sorted(range(-179, 181), key=abs), float)
FINE = np.array(sorted(range(-9, 10), key=abs), float)
"""Degrees of swing, the smallest first; positive is the same way in the mirror on either side."""
SWING_COST = {"foot": 0.15, "hand": 0.1}
"""Of a degree of swing, in degrees past a joint's range: what keeps near ties at the pose's own bend."""
USUAL = {"foot": 0.0, "hand": 1.0}
"""What a degree past the usual range costs: an arm follows its hand, a leg is posed by its angles."""
UNDER_FLOOR = 200.0
"""Of a unit that a knee or an elbow is under the floor."""
INSIDE = 8.0
"""Of a unit that an arm is inside the trunk, the head or a leg."""
PRESSED, GIVES = 1.2, 0.8
"""Units by which an arm may press into the flesh that it lies on, and the share of what a body has more that gives way."""


_ARM_SPOTS = (("tip", 0.0, 2.0), ("tip", 0.25, 2.1), ("tip", 0.5, 1.9), ("tip", 0.75, 1.6), ("root", 0.5, 2.6))
"""Places on an arm from its elbow, a share of the way to its tip or its root, and how thick it is there."""
_TO_ROOT = np.array([end == "root" for end, *_ in _ARM_SPOTS])
_SHARES, _THICK = np.array([spot[1:] for spot in _ARM_SPOTS]).T


class Reaching(NamedTuple):
    """A limb on its way to some goals, a row for each: from its root along a direction, its middle joint off that line."""

    side: str
    limb: str
    root: Vector
    tip: Array
    """(n, 3), as are the two that follow."""
    direction: Array
    bend: Array
    """Where the middle joint points of itself."""
    along: Array
    """(n,): units from the root along the direction to below the middle joint."""
    aside: Array
    """(n,): units from there to the middle joint."""
    end: Array | None
    """(n, 3, 3): the frame that the hand or foot must have; None where it keeps its angle."""
    extra: Array
    """(n,): what a goal costs beside its limb."""
    thick: float = 1.0
    """Times the standard body's limb."""

    def rows(self, index: NDArray[np.int64]) -> Reaching:
        """Some of the goals."""
        end = None if self.end is None else self.end[index]
        tip, direction, bend, along, aside, extra = (
            a[index] for a in (self.tip, self.direction, self.bend, self.along, self.aside, self.extra)
        )
        return Reaching(self.side, self.limb, self.root, tip, direction, bend, along, aside, end, extra, self.thick)


class Ways(NamedTuple):
    """Some ways of a limb, in rows: where the middle joint is, and the frames of both bones, on one hinge."""

    middle: Array
    upper: Array
    lower: Array


def ways(limb: Reaching, swings: Array) -> Ways:
    """The limb with its bend swung by some degrees, one for each row, about the line from root to tip."""
    radians = np.radians(swings * SIDES[limb.side])[:, None]
    across = _cross(limb.direction, limb.bend)
    cosine, sine = np.cos(radians), np.sin(radians)
    middle = limb.root + limb.along[:, None] * limb.direction
    middle += limb.aside[:, None] * (cosine * limb.bend + sine * across)
    hinge = (sine * limb.bend - cosine * across) * (-1 if limb.limb == "foot" else 1)
    return Ways(middle, _frames(limb.root - middle, hinge), _frames(middle - limb.tip, hinge))


def _frames(y: Array, z: Array) -> Array:
    """Frames (n, 3, 3) with their Y along ``y`` and their Z along the unit ``z``, which is at right angles to it."""
    y = y / np.sqrt(np.einsum("ij,ij->i", y, y))[:, None]
    frames = np.empty((len(y), 3, 3))
    frames[..., 0], frames[..., 1], frames[..., 2] = _cross(y, z), y, z
    return frames


def _cross(a: Array, b: Array) -> Array:
    """Cross products of rows; a fifth of the time that numpy's own takes for so few."""
    (a0, a1, a2), (b0, b1, b2) = a.T, b.T
    out = np.empty((len(a), 3))
    out[:, 0], out[:, 1], out[:, 2] = a1 * b2 - a2 * b1, a2 * b0 - a0 * b2, a0 * b1 - a1 * b0
    return out


def off_the_floor(limb: Reaching) -> float:
    """The least swing that keeps the middle joint of the one row off the floor; 0 where none does."""
    least = limb.thick * JOINT_RADIUS[limb.limb]
    if ways(limb, np.zeros(1)).middle[0, 1] >= least:
        return 0.0
    clear = ways(limb.rows(np.zeros(len(ROUND), int)), ROUND).middle[:, 1] >= least
    return float(ROUND[np.argmax(clear)])


def cost_as_it_is(limb: Reaching, body: Skeleton) -> float:
    """What the first row costs without a swing."""
    first, still = limb.rows(np.zeros(1, int)), np.zeros(1)
    cost = float(_cost_of_joints(first, body, still)[0])
    return cost if limb.limb == "foot" else cost + float(_cost_of_flesh(first, body, still)[0])


def easiest(limb: Reaching, body: Skeleton) -> tuple[int, float]:
    """The row and its swing that cost least: by a coarse round of all rows, then by a fine one about the best."""
    row = np.repeat(np.arange(len(limb.tip)), len(COARSE))
    best, swing = _least(limb, body, row, np.tile(COARSE, len(limb.tip)))
    return _least(limb, body, np.full(len(FINE), best), FINE + swing)


def easiest_near(limb: Reaching, body: Skeleton) -> tuple[int, float]:
    """As :func:`easiest`, of the first row, within a few degrees."""
    return _least(limb, body, np.zeros(len(FINE), int), FINE)


def _least(limb: Reaching, body: Skeleton, row: NDArray[np.int64], swings: Array) -> tuple[int, float]:
    """Of some rows with swings the one that costs least; flesh in the way is looked for where the joints cost least."""
    rows = limb.rows(row)
    cost = _cost_of_joints(rows, body, swings) + SWING_COST[limb.limb] * np.abs(swings) + rows.extra
    if limb.limb == "foot":
        best = int(np.argmin(cost))
    else:
        easy = np.argsort(cost, kind="stable")[:EASIEST]
        best = int(easy[np.argmin(cost[easy] + _cost_of_flesh(rows.rows(easy), body, swings[easy]))])
    return int(row[best]), float(swings[best])


def _cost_of_joints(limb: Reaching, body: Skeleton, swings: Array) -> Array:
    """What each row with its swing asks of the joints and of the floor."""
    way, sign, is_leg = ways(limb, swings), SIDES[limb.side], limb.limb == "foot"
    trunk = body.frames["pelvis" if is_leg else "thorax"].rotation
    root = ball(HIP if is_leg else SHOULDER)
    usual = USUAL[limb.limb]
    cost = root.cost(ball_angles(trunk.T @ way.upper, sign, root), usual)
    if limb.end is not None:
        tip = ball(ANKLE if is_leg else WRIST)
        turn = way.lower.transpose(0, 2, 1) @ limb.end
        cost += tip.cost(ball_angles(turn if is_leg else turn.transpose(0, 2, 1), sign, tip), usual)
    return cost + UNDER_FLOOR * np.maximum(0.0, limb.thick * JOINT_RADIUS[limb.limb] - way.middle[:, 1])


def _cost_of_flesh(limb: Reaching, body: Skeleton, swings: Array) -> Array:
    """What each row of an arm with its swing asks of the flesh in the way."""
    return INSIDE * _inside(limb, ways(limb, swings), body)


def _inside(limb: Reaching, way: Ways, body: Skeleton) -> Array:
    """Units that an arm is inside trunk, head and legs, more than flesh gives."""
    centres, radii = _obstacles(body)
    shares, thick = _SHARES[:, None, None], _THICK[:, None]
    points = way.middle + shares * (np.where(_TO_ROOT[:, None, None], limb.root, limb.tip) - way.middle)
    square = points.reshape(-1, 3) @ (-2 * centres.T)
    square += (centres**2).sum(1)
    square += (points**2).sum(-1).reshape(-1, 1)
    far = np.sqrt(np.maximum(square, 0, out=square), out=square)
    nearest = (far - radii).min(1).reshape(len(_SHARES), -1)
    return np.maximum(0.0, thick * limb.thick - PRESSED - nearest).sum(0)


def _obstacles(body: Skeleton) -> tuple[Array, Array]:
    """Spheres that an arm goes round: middles (n, 3) and radii (n,)."""
    spots = _obstacle_spots(body.person)
    centres = [body.frames[s].origin + places @ body.frames[s].rotation.T for s, (places, _) in spots.items()]
    return np.concatenate(centres), np.concatenate([radii for _, radii in spots.values()])


@cache
def _obstacle_spots(person: Person) -> dict[str, tuple[Array, Array]]:
    """Stations of trunk, head and legs by segment: places (n, 3), three across a broad one, and radii."""
    found: dict[str, list[tuple[float, ...]]] = {}
    for chain in ("torso", "face", *(f"{side}_{bone}" for side in SIDES for bone in ("thigh", "shank"))):
        for station, usual in zip(person.chains[chain], CHAINS[chain], strict=True):
            for across in (-1, 0, 1) if station.half_width > 1 else (0,):
                radius = station.radius - GIVES * max(0.0, station.radius - usual.radius)
                spot = (station.x, station.y, station.z + across * station.half_width, radius)
                found.setdefault(station.segment, []).append(spot)
    return {segment: (np.array(spots)[:, :3], np.array(spots)[:, 3]) for segment, spots in found.items()}
