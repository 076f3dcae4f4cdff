"""Flesh where it has no business: under the floor, in another part of the body, in a thing; and things that go through it."""

from __future__ import annotations

import numpy as np

from unslouch.figure.body import (
    ARM_CHAINS,
    CENTIMETRES_PER_UNIT,
    CHAIN_NAMES,
    CHAINS,
    HAND_CHAINS,
    LEG_CHAINS,
    SIDES,
    Material,
)
from unslouch.figure.flesh import Spheres
from unslouch.figure.held import held
from unslouch.figure.kinds import ALONG_BACK, DOOR, HANDS, KINDS, KNEES, SURFACES_OF
from unslouch.figure.language import Path, PoseProblem
from unslouch.figure.lines import tight
from unslouch.figure.people import Person
from unslouch.figure.settle import Settled
from unslouch.figure.shown import Prop
from unslouch.figure.solids import Points
from unslouch.figure.swivel import GIVES

FLOOR_SLACK = 1.2
"""Units that flesh may be pressed into the floor."""
DEEP = 0.6
"""Units by which the middle of a thinner part must be inside a thicker one to count as a collision."""


def _name(chain: int) -> str:
    """A chain as an author says it: ``right_upper_arm`` → right upper arm; fingers are the hand."""
    name = CHAIN_NAMES[chain]
    side, _, part = name.partition("_")
    if side not in SIDES:
        return {"face": "head", "hair": "head", "nose": "head", "locks": "head"}.get(name, name)
    part = {"glute": "buttock", "shank": "shin", "cuff": "ankle"}.get(part, "hand" if part in HAND_CHAINS else part)
    return f"{side} {part.replace('_', ' ')}"


def under_floor(pose: Settled, cloud: Spheres, path: Path) -> list[PoseProblem]:
    """The part that is deepest under the floor, if any is."""
    pressed = max(0.0, -pose.posture.moves.get("raised", 0.0))
    depth = cloud.radii - cloud.centres[:, 1] - pressed
    worst: dict[str, float] = {}
    for chain in np.unique(cloud.chain):
        deepest = float(depth[cloud.chain == chain].max())
        if deepest > FLOOR_SLACK:
            name = _name(chain)
            worst[name] = max(deepest, worst.get(name, 0.0))
    if not worst:
        return []
    name, deepest = max(worst.items(), key=lambda item: item[1])
    return [
        PoseProblem(
            path,
            f"the {name} is {deepest * CENTIMETRES_PER_UNIT:.0f} cm under the floor",
            "name what carries the weight in `support`, or place the foot or hand",
            name,
        )
    ]


_LEG = ("thigh", "shank", "foot")
_ARM = ("upper_arm", "forearm", "palm")
SOFT = 3.2
"""As ``DEEP``, for thighs, which press into each other without harm."""


def _pairs() -> list[tuple[int, int]]:
    """Chains that have no business inside each other."""
    legs = [f"{s}_{c}" for s in SIDES for c in _LEG]
    arms = [f"{s}_{c}" for s in SIDES for c in _ARM]
    far_arms = [a for a in arms if not a.endswith("upper_arm")]
    pairs = [(a, b) for a in legs for b in legs if a.startswith("right") and b.startswith("left")]
    pairs += [(a, b) for a in far_arms for b in [*legs, "torso", "face", "hair"]]
    pairs += [(a, b) for a in far_arms for b in far_arms if a.startswith("right") and b.startswith("left")]
    pairs += [(a, b) for a in legs if not a.endswith("thigh") for b in ("torso", "face")]
    pairs += [(f"{s}_foot", f"{s}_thigh") for s in SIDES]
    return [(CHAIN_NAMES.index(a), CHAIN_NAMES.index(b)) for a, b in pairs]


_PAIRS = _pairs()


def _soft(person: Person, chain: int) -> float:
    """Units by which the flesh gives that someone has more than the standard body."""
    name = CHAIN_NAMES[chain]
    if name == "hair":
        return 0.0
    more = max(own.radius - usual.radius for own, usual in zip(person.chains[name], CHAINS[name], strict=True))
    return GIVES * max(0.0, more)


def collisions(cloud: Spheres, person: Person, path: Path) -> list[PoseProblem]:
    """Parts whose middle lies inside another part."""
    groups = {}
    for chain in {c for pair in _PAIRS for c in pair}:
        own = np.flatnonzero(cloud.chain == chain)
        groups[chain] = cloud.centres[own], cloud.radii[own]
    found: dict[tuple[str, str], float] = {}
    for one, other in _PAIRS:
        (a, ra), (b, rb) = groups[one], groups[other]
        if ((a.min(0) - 6 > b.max(0)) | (b.min(0) - 6 > a.max(0))).any():
            continue
        distance = np.sqrt(((a[:, None] - b[None]) ** 2).sum(-1))
        depth = float((np.maximum(ra[:, None], rb[None]) - distance).max())
        depth -= max(_soft(person, one), _soft(person, other)) if depth > DEEP else 0.0
        thighs = CHAIN_NAMES[one].endswith("thigh") and CHAIN_NAMES[other].endswith("thigh")
        if depth > (SOFT if thighs else DEEP):
            names = (_name(one), _name(other))
            found[names] = max(depth, found.get(names, 0.0))
    if not found:
        return []
    (first, second), _ = max(found.items(), key=lambda item: item[1])
    return [
        PoseProblem(
            path,
            f"the {first} goes through the {second}",
            "move one of them; check the side and the sign of its angles",
            first,
        )
    ]


SINKS = {Material.FOAM: 4.0, Material.CLOTH: 3.0}
"""Units by which the middle of flesh may sink into a thing that gives; into others ``DEEP``."""


def in_things(pose: Settled, cloud: Spheres, path: Path) -> list[PoseProblem]:
    """The part that is deepest inside something that stands there."""
    deepest, where = 0.0, (0, "")
    for thing in pose.things.values():
        depths = thing.depth(cloud.centres) - SINKS.get(thing.what.material, DEEP)
        if (most := float(depths.max())) > deepest:
            deepest, where = most, (int(cloud.chain[depths.argmax()]), thing.kind)
    if not deepest:
        return []
    name, kind = _name(where[0]), where[1]
    hint = f"{_onto(CHAIN_NAMES[where[0]], kind)}move it with `at`, or choose another `place`"
    return [PoseProblem(path, f"the {name} goes through the {kind}", hint, name)]


def _onto(chain: str, kind: str) -> str:
    """How the limb of a chain is put on a thing; nothing for the rest of the body."""
    side, _, part = chain.partition("_")
    limb = "hand" if part in ARM_CHAINS else "foot" if part in LEG_CHAINS else ""
    return f"put the limb on it (`{side}_{limb}: {SURFACES_OF[kind][0]}`), " if limb else ""


def through_held(pose: Settled, cloud: Spheres, path: Path) -> list[PoseProblem]:
    """What is in the hands and goes through the rest of the body."""
    holding = {f"{side}_{chain}" for side in SIDES for chain in (*HAND_CHAINS, "forearm")}
    body = cloud.of(chain for chain in CHAIN_NAMES if chain not in holding)
    for prop in pose.posture.props:
        own = _middle(prop, pose)
        if not len(own):
            continue
        clear = body.clearance(own)
        place = own[clear.argmin()]
        chain = int(body.chain[np.argmin(np.linalg.norm(body.centres - place, axis=1) - body.radii)])
        if clear.min() < -DEEP - _soft(pose.skeleton.person, chain):
            name = _name(chain)
            return [PoseProblem(path, f"the {prop.kind} goes through the {name}", _away(prop.where), name)]
    return []


def _middle(prop: Prop, pose: Settled) -> Points:
    """The middle of what must not go through the body."""
    kind = KINDS[prop.kind]
    if kind.ribbon:
        return tight(prop, pose)
    if kind.stands or not kind.grip or prop.where in (ALONG_BACK, KNEES):
        return np.empty((0, 3))
    return np.concatenate([each.spheres().centres for each in held(prop, pose.skeleton)])


def _away(where: str) -> str:
    """How what is held comes away from the body."""
    if where in (HANDS, DOOR):
        return "keep the hands ahead of the body: `shoulders: {flexion: 90, abduction: 60}`"
    side, _, _ = where.partition(" ")
    if side in SIDES:
        return f"bring that arm out (`{side}_shoulder: {{abduction: 20}}`, with its flexion beside it), or forward"
    return "bring the arms forward (`shoulders: {flexion: 20}`), or out (`shoulders: {abduction: 20}`)"
