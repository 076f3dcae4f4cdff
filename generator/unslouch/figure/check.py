"""Whether a solved pose is one that a body can take: ranges, reach, contact, floor, collisions, balance.

Distances in messages are centimetres on a person of 170 cm.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from unslouch.figure import balance, contact, limits
from unslouch.figure.body import CENTIMETRES_PER_UNIT, CHAIN_NAMES, CHAINS, HAND_CHAINS, SIDES
from unslouch.figure.flesh import Spheres, flesh
from unslouch.figure.language import Path, PoseProblem
from unslouch.figure.measure import joints
from unslouch.figure.names import THING_SURFACES
from unslouch.figure.parts import PARTS
from unslouch.figure.people import Person
from unslouch.figure.posture import Posture, heading_of
from unslouch.figure.settle import Settled
from unslouch.figure.swivel import GIVES
from unslouch.figure.things import surfaces
from unslouch.figure.ways_out import carries, nearer, the_place, way_out

REACH_SLACK = 0.9
"""Units that a hand or foot may fall short: soft tissue gives."""
FLOOR_SLACK = 1.2
"""Units that flesh may be pressed into the floor."""
SLACK = contact.TOUCHING + 0.05
"""Units that a part may be off what it was put on."""
DEEP = 0.6
"""Units by which the middle of a thinner part must be inside a thicker one to count as a collision."""


def ranges(posture: Posture) -> list[PoseProblem]:
    """Every written angle that is past what its joint does, at the place where it was written."""
    problems = []
    for (side, joint, movement), degrees in posture.angles.items():
        name = f"{side} {joint}".strip()
        excess = limits.check(joint, movement, degrees, name=name)
        if excess:
            problems.append(PoseProblem(posture.origin[side, joint, movement], *excess, name))
    return problems


def faults(pose: Settled, path: Path) -> list[PoseProblem]:
    """What a solved pose does that a body does not. ``path`` leads to the pose."""
    short = _reach(pose, path)
    found = _missing(pose, path) or short + _reached_ranges(pose, path, {problem.part for problem in short})
    if found:
        return found  # the rest would only echo it
    cloud = flesh(pose.skeleton)
    return (
        _floating(pose, path)
        or _under_floor(pose, cloud, path)
        or _collisions(cloud, pose.skeleton.person, path)
        or balance.topples(pose, path)
    )


def _missing(pose: Settled, path: Path) -> list[PoseProblem]:
    """Parts put on a wall or a chair that is not there."""
    room = surfaces(pose.things)
    posture = pose.posture
    wanted = {part: (posture.origin.get(part), on.surface) for part, on in posture.contacts.items() if not on.implied}
    for limb, placements in (("foot", posture.feet), ("hand", posture.hands)):
        wanted |= {
            f"{side} {limb}": (_where(pose, f"{side}_{limb}", path), str(p.touches)) for side, p in placements.items()
        }
    return [
        PoseProblem(
            where or path,
            f"there is no {on.split()[0]} for the {part}",
            f"add `props: [{on.split()[0]}]` to the pose or the figure, with its `place`",
            part,
        )
        for part, (where, on) in wanted.items()
        if on in THING_SURFACES and on not in room
    ]


def _floating(pose: Settled, path: Path) -> list[PoseProblem]:
    """Parts that were put on something and do not touch it."""
    return [
        PoseProblem(
            pose.posture.origin.get(part) or pose.posture.origin.get(part.replace(" ", "_")) or path,
            f"the {part} floats {gap * CENTIMETRES_PER_UNIT:.0f} cm {'above' if on == 'floor' else 'off'} the {on}",
            _way_to(part, on),
            part,
        )
        for part, on, gap, implied in contact.contacts(pose)
        if gap > SLACK and not implied
    ]


def _way_to(part: str, on: str) -> str:
    """What brings a part to what it is to touch: a turn for a limb, the weight for the trunk."""
    if not PARTS[part].turns:
        return "lower `raised`, put a cushion or a chair under it, or take it out of `support`"
    if part.endswith(("hand", "foot")):
        return "bring the body nearer (`lean`, `trunk`, `shift`), or choose a nearer place"
    return (
        f"say `contacts: {{{part}: {on}}}` to have it turned there; if it was, bring its joint nearer, or leave it out"
    )


def _where(pose: Settled, limb: str, path: Path) -> Path:
    """Where a limb's placement was written; the pose itself when it came from the base."""
    return pose.posture.origin.get(limb) or path


def _elsewhere(where: Path, path: Path) -> str:
    """Which pose it is about, when that only inherits what was written."""
    return "" if where[: len(path)] == path else f", in `{path[-1]}`"


def _reach(pose: Settled, path: Path) -> list[PoseProblem]:
    """Hands and feet that do not get to their place."""
    problems = []
    for limb, distance in pose.shortfall.items():
        if distance <= REACH_SLACK:
            continue
        side, part = limb.split("_")
        placement = (pose.posture.feet if part == "foot" else pose.posture.hands)[side]
        target = the_place(placement.touches) if placement.touches else "its place"
        ahead, up, aside = heading_of(pose.posture).T @ pose.missed[limb]
        where = _where(pose, limb, path)
        problems.append(
            PoseProblem(
                where,
                f"the {side} {part} does not reach {target}: it stays {_off(ahead, up, aside)} on a person of 170 cm"
                + _elsewhere(where, path),
                nearer(pose, limb, REACH_SLACK),
                f"{side} {part}",
            )
        )
    return problems


def _off(ahead: float, up: float, aside: float) -> str:
    """Where a part stays that should be so many units further ahead, up and to the right: its two largest ways."""
    words = (("too far back", "too far ahead"), ("too low", "too high"), ("too far left", "too far right"))
    ways = sorted(zip((ahead, up, aside), words, strict=True), key=lambda way: -abs(way[0]))
    told = [(abs(far) * CENTIMETRES_PER_UNIT, word[int(far < 0)]) for far, word in ways]
    return " and ".join(f"{far:.0f} cm {word}" for i, (far, word) in enumerate(told[:2]) if i == 0 or far >= 2)


def _reached_ranges(pose: Settled, path: Path, short: Collection[str]) -> list[PoseProblem]:
    """Joints that came out past their limits: the worst of each limb, told where the limb was placed.

    Nothing of the limbs that are too ``short`` for their places: as they are stretched they will not stay.
    """
    worst: dict[str, tuple[float, PoseProblem]] = {}
    for name, movements in joints(pose.skeleton).items():
        side, joint = _sided(name)
        limb = _limb_of(side, joint)
        if limb.replace("_", " ") in short:
            continue
        for movement, degrees in movements.items():
            past = limits.past(joint, movement, degrees)
            if past > max(limits.ROUNDING, worst.get(limb, (0.0,))[0]):
                worst[limb] = past, _came_out(pose, path, name, movement, degrees)
    return [problem for _, problem in worst.values()]


def _sided(name: str) -> tuple[str, str]:
    """A joint's side, empty in the middle of the body, and the joint."""
    side, _, joint = name.partition(" ")
    return (side, joint) if side in SIDES else ("", name)


def _limb_of(side: str, joint: str) -> str:
    """The hand or foot that a joint leads to (``right_foot``); the joint itself in the middle of the body."""
    if not side:
        return joint
    return f"{side}_foot" if joint in ("hip", "knee", "ankle") else f"{side}_hand"


def _came_out(pose: Settled, path: Path, name: str, movement: str, degrees: float) -> PoseProblem:
    """A joint past its limit, and what to change."""
    side, joint = _sided(name)
    limb = _limb_of(side, joint)
    kind = limb.removeprefix(f"{side}_")
    placed = side in (pose.posture.feet if kind == "foot" else pose.posture.hands)
    where = _where(pose, limb, path) if placed else pose.posture.origin.get((side, joint, movement)) or path
    message, hint = limits.excess(joint, movement, round(degrees), name)
    way = way_out(kind, joint, movement, too_much=degrees > 0) if placed else ""
    if kind == "foot" and placed and not carries(pose.posture, side):
        way = f"the placed foot carries no weight: name it in `support` (`support: [{side} foot]`), or {way or 'place both'}"
    return PoseProblem(where, message + _elsewhere(where, path), f"{way}; {hint}" if way else hint, name)


def _name(chain: int) -> str:
    """A chain as an author says it: ``right_upper_arm`` → right upper arm; fingers are the hand."""
    name = CHAIN_NAMES[chain]
    side, _, part = name.partition("_")
    if side not in SIDES:
        return {"face": "head", "hair": "head", "nose": "head", "locks": "head"}.get(name, name)
    part = {"glute": "buttock", "shank": "shin", "cuff": "ankle"}.get(part, "hand" if part in HAND_CHAINS else part)
    return f"{side} {part.replace('_', ' ')}"


def _under_floor(pose: Settled, cloud: Spheres, path: Path) -> list[PoseProblem]:
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


def _collisions(cloud: Spheres, person: Person, path: Path) -> list[PoseProblem]:
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
