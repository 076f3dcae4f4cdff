"""Whether a body is held up: what carries it, where its weight acts, and how far one is from the other."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from unslouch.figure.body import ARM_CHAINS, CENTIMETRES_PER_UNIT, CHAIN_NAMES, SIDES
from unslouch.figure.contact import TOUCHING, Contact, contacts
from unslouch.figure.flesh import Spheres, flesh
from unslouch.figure.geometry import FORWARD, RIGHT, UP, Vector
from unslouch.figure.goals import touched
from unslouch.figure.kinds import BARS
from unslouch.figure.language import Path, PoseProblem
from unslouch.figure.names import THING_SURFACES
from unslouch.figure.parts import PARTS
from unslouch.figure.posture import heading_of
from unslouch.figure.props import convex_hull
from unslouch.figure.settle import Settled
from unslouch.figure.surfaces import FLOOR, Plane, Surface

SEATED = ("pelvis", "right buttock", "left buttock", "right thigh", "left thigh")
"""Parts that put the whole of a chair under the body."""
SOFT = 1.2
"""Units by which flesh that carries is pressed flat: so far from a surface it still rests on it."""
LYING = ("supine", "prone", "side-lying-left", "side-lying-right")
"""Bases in which a body may lie a little beside its weight: it rolls, and does not fall."""
SWAY = 2.0
"""Units that the weight may be outside what carries it: flesh gives, and muscles hold."""
TOPPLES = 10.0
"""Units from which nobody keeps standing, and the pose is an error."""

_MASSES: dict[str, tuple[float, str, tuple[float, float, float]]] = {
    "head": (0.081, "head", (0, 3, 0)),
    "thorax": (0.216, "spine3", (0, 2, 0)),
    "belly": (0.139, "spine0", (0, 3, 0)),
    "pelvis": (0.142, "pelvis", (0, 2, 0)),
} | {
    f"{side}_{name}": (mass, f"{side}_{name}", (0, -depth, 0))
    for side in SIDES
    for name, mass, depth in (
        ("upper_arm", 0.028, 7.6),
        ("forearm", 0.016, 6.3),
        ("hand", 0.006, 5.0),
        ("thigh", 0.100, 10.6),
        ("shank", 0.0465, 10.7),
        ("foot", 0.0145, 2.0),
    )
}
"""Share of the body's mass, segment and place of its centre (Winter, *Biomechanics and Motor Control*, after Dempster)."""


def centre_of_mass(pose: Settled) -> Vector:
    """Where the body's weight acts, in the world."""
    places = [share * pose.skeleton.point(segment, place) for share, segment, place in _MASSES.values()]
    return np.sum(places, axis=0) / sum(share for share, *_ in _MASSES.values())


def base_of_support(pose: Settled, without: Collection[str] = ()) -> NDArray[np.float64]:
    """The points on the ground (n, 2) that the body rests on: X and Z of all flesh on the floor and on things.

    ``without`` are chains that are not to count.
    """
    found = [_footprint(flesh(pose.skeleton).of(c for c in CHAIN_NAMES if c not in without), FLOOR)]
    room = {name: (thing, plane) for thing in pose.things.values() for name, plane in thing.surfaces().items()}
    for part, on, gap, _ in contacts(pose):
        if not set(PARTS[part].chains) - set(without):
            continue
        own = PARTS[part].flesh(pose.skeleton)
        if on == "cushion":
            found.append(_footprint(own, Plane(UP * own.lowest(), UP)))
        elif on in room and gap <= SOFT:
            thing, plane = room[on]
            found.append(thing.footprint() if part in SEATED else _footprint(own, plane, on))
    if (platform := room.get(pose.posture.below(None))) is not None:
        found.append(_footprint(flesh(pose.skeleton).of(c for c in CHAIN_NAMES if c not in without), platform[1]))
    for limb, placements in (("foot", pose.posture.feet), ("hand", pose.posture.hands)):
        for side, placement in placements.items():
            here = set(PARTS[f"{side} {limb}"].chains) - set(without)
            if here and placement.height and not touched(placement):  # on a thing that has no name
                own = PARTS[f"{side} {limb}"].flesh(pose.skeleton)
                found.append(_footprint(own, Plane(UP * own.lowest(), UP)))
    return np.concatenate(found)


def _footprint(own: Spheres, surface: Surface, on: str = "") -> NDArray[np.float64]:
    """The middles of the spheres that touch a surface, seen from above; of a hand on a bar, all of it."""
    touching = surface.gaps(own.centres, own.radii) <= (np.inf if on in BARS else SOFT)
    return own.centres[touching][:, [0, 2]]


def far_without_arms(pose: Settled) -> float:
    """How far the weight is beside what else than the arms carries it, in units; without end where nothing does."""
    ground = base_of_support(pose, without=[f"{side}_{chain}" for side in SIDES for chain in ARM_CHAINS])
    if not len(ground):
        return np.inf
    return float(np.linalg.norm(_outside(centre_of_mass(pose)[[0, 2]], ground)))


def topples(pose: Settled, path: Path) -> list[PoseProblem]:
    """A body that nothing holds up: an error."""
    far, problems = _balance(pose, path)
    return problems if far > TOPPLES else []


def sways(pose: Settled, path: Path) -> list[PoseProblem]:
    """A body whose weight is a little beside what carries it: a warning."""
    far, problems = _balance(pose, path)
    return problems if SWAY < far <= TOPPLES and pose.posture.base not in LYING else []


def _balance(pose: Settled, path: Path) -> tuple[float, list[PoseProblem]]:
    """How far the weight is beside what carries it, in units (without end when nothing does), and that in words."""
    ground = base_of_support(pose)
    if not len(ground):
        return np.inf, [_hovering(pose, path)]
    away = _outside(centre_of_mass(pose)[[0, 2]], ground)
    far = float(np.linalg.norm(away))
    carriers = ", ".join(c.part for c in contacts(pose) if c.gap <= TOUCHING and not _on_flesh(c)) or "its lowest part"
    where = f"{far * CENTIMETRES_PER_UNIT:.0f} cm {_side(pose, away)} what carries it ({carriers})"
    return far, [
        PoseProblem(
            path,
            f"the body falls over: its weight is {where}",
            "put a foot, a hand or a knee under the weight, or move the hips over the feet (`shift`): "
            "`lean` and `tilt` turn the legs too unless the feet are placed",
            "pelvis",
        )
    ]


def _on_flesh(contact: Contact) -> bool:
    return contact.on not in ("floor", "cushion", *THING_SURFACES)


def _hovering(pose: Settled, path: Path) -> PoseProblem:
    """Nothing touches anything: which part is nearest to the floor or its seat, and how far from it."""
    nearest = min((c for c in contacts(pose) if not _on_flesh(c)), key=lambda c: c.gap, default=None)
    low = flesh(pose.skeleton).lowest()
    part, on, gap = (nearest.part, nearest.on, nearest.gap) if nearest else ("body", "floor", low)
    return PoseProblem(
        path,
        f"nothing carries the body: the {part} is {gap * CENTIMETRES_PER_UNIT:.0f} cm above the {on}",
        "lower `raised`, or put a thing or a placed hand or foot under it",
        part if nearest else "",
    )


def _side(pose: Settled, away: NDArray[np.float64]) -> str:
    """Where something is, as the person sees it."""
    heading = heading_of(pose.posture)
    ahead, aside = ((heading @ axis)[[0, 2]] @ away for axis in (FORWARD, RIGHT))
    if abs(ahead) >= abs(aside):
        return "ahead of" if ahead > 0 else "behind"
    return "to the right of" if aside > 0 else "to the left of"


def _outside(point: NDArray[np.float64], ground: NDArray[np.float64]) -> NDArray[np.float64]:
    """From the nearest point of the ground's convex hull to a point; zero inside."""
    corners = convex_hull(ground) if len(ground) > 2 else ground
    begin, along = corners, np.roll(corners, -1, 0) - corners
    away = point - begin
    if len(corners) > 2 and (along[:, 0] * away[:, 1] - along[:, 1] * away[:, 0] >= 0).all():
        return np.zeros(2)
    length = np.maximum((along**2).sum(1), 1e-9)
    share = np.clip((away * along).sum(1) / length, 0, 1)
    to = away - share[:, None] * along
    return to[np.argmin((to**2).sum(1))]
