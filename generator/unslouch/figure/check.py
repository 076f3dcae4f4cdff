"""Whether a solved pose is one that a body can take: ranges, reach, contact, floor, collisions, balance.

Distances in messages are centimetres on a person of 170 cm.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from unslouch.figure import balance, collide, contact, limits
from unslouch.figure.body import CENTIMETRES_PER_UNIT, SIDES
from unslouch.figure.flesh import flesh
from unslouch.figure.kinds import DOOR, KIND_OF
from unslouch.figure.language import AND, Path, PoseProblem
from unslouch.figure.measure import joints
from unslouch.figure.names import THING_SURFACES
from unslouch.figure.parts import PARTS
from unslouch.figure.posture import Posture, heading_of
from unslouch.figure.settle import Settled
from unslouch.figure.things import surfaces
from unslouch.figure.ways_out import carries, nearer, the_place, way_out

REACH_SLACK = 0.9
"""Units that a hand or foot may fall short: soft tissue gives."""
SLACK = contact.TOUCHING + 0.05
"""Units that a part may be off what it was put on."""


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
        return _paired(found)  # the rest would only echo it
    cloud = flesh(pose.skeleton)
    return _paired(
        _floating(pose, path)
        or collide.under_floor(pose, cloud, path)
        or collide.collisions(cloud, pose.skeleton.person, path)
        or collide.in_things(pose, cloud, path)
        or collide.through_held(pose, cloud, path)
        or balance.topples(pose, path)
    )


def _paired(found: list[PoseProblem]) -> list[PoseProblem]:
    """One problem of what is wrong with both sides alike and was written once: `hands: …`."""
    paired: dict[tuple[Path, str], PoseProblem] = {}
    for problem in found:
        key = problem.path, _ANY_SIDE.sub("", problem.message.partition(" stays ")[0])
        if first := paired.get(key):
            message = f"{first.message}; the {problem.part} likewise"
            problem = replace(first, message=message, part=f"{first.part}{AND}{problem.part}")
        paired[key] = problem
    return [*paired.values()]


_ANY_SIDE = re.compile(r"right|left|[\d.]")
"""What may differ between two problems that are one."""


def _missing(pose: Settled, path: Path) -> list[PoseProblem]:
    """Parts put on a wall or a chair that is not there."""
    room = surfaces(pose.things)
    posture = pose.posture
    wanted = {part: (posture.origin.get(part), on.surface) for part, on in posture.contacts.items() if not on.implied}
    for limb, placements in (("foot", posture.feet), ("hand", posture.hands)):
        wanted |= {
            f"{side} {limb}": (_where(pose, f"{side}_{limb}", path), str(p.touches)) for side, p in placements.items()
        }
    return _doorless(pose, path) + [
        PoseProblem(
            where or path,
            f"there is no {KIND_OF[on]} for the {part}",
            f"add `props: [{KIND_OF[on]}]` to the pose or the figure, with its `place`",
            part,
        )
        for part, (where, on) in wanted.items()
        if on in THING_SURFACES and on not in room
    ]


def _doorless(pose: Settled, path: Path) -> list[PoseProblem]:
    """Bands fixed to a door that is not there."""
    posture = pose.posture
    if any(prop.kind == DOOR for prop in posture.props):
        return []
    hint = "add the door before it: `props: [{kind: door, place: front}, {kind: band, place: door}]`"
    return [
        PoseProblem(
            (*posture.origin.get("props", path), number, "place"), f"there is no door for the {prop.kind}", hint
        )
        for number, prop in enumerate(posture.props)
        if prop.where == DOOR
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
