"""From a written pose to a posture: extend, merge, and remember where each number was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from unslouch.figure.angles import Angles
from unslouch.figure.bases import BASES
from unslouch.figure.body import SIDES
from unslouch.figure.geometry import Matrix, Vector, rotate_y, vector
from unslouch.figure.kinds import KINDS, SURFACES_OF
from unslouch.figure.language import Figure, Path, Pose, PoseProblem
from unslouch.figure.names import BOTH
from unslouch.figure.people import STANDARD
from unslouch.figure.placement import FootPlacement, HandPlacement, Placement, Shift
from unslouch.figure.rests import sat_on, under
from unslouch.figure.shown import Prop

JOINTS = ("hip", "knee", "ankle", "scapula", "shoulder", "elbow", "forearm", "wrist")
PLURALS = {f"{j}s": j for j in JOINTS if j != "scapula"} | {"scapulae": "scapula", "feet": "foot", "hands": "hand"}
MOVES = ("lean", "tilt", "roll", "turn", "raised")
Key = tuple[str, str, str]
"""Side (empty for trunk and neck), joint, movement."""


class On(NamedTuple):
    """What a part lies on; ``implied`` by the base, which holds only while the part is near it."""

    surface: str
    implied: bool


@dataclass(frozen=True)
class Posture:
    """One pose with nothing left unsaid; degrees, and percent of body height.

    ``feet``, ``hands`` and ``hand_shapes`` (those that an author chose) are by side. ``origin`` leads from an angle or a limb
    (``right_foot``) to where it was written, ``person`` names whose body it is.
    """

    base: str = "standing"
    angles: Mapping[Key, float] = field(default_factory=dict)
    feet: Mapping[str, FootPlacement] = field(default_factory=dict)
    hands: Mapping[str, HandPlacement] = field(default_factory=dict)
    moves: Mapping[str, float] = field(default_factory=dict)
    shift: Vector = field(default_factory=lambda: np.zeros(3))
    support: tuple[str, ...] = ()
    contacts: Mapping[str, On] = field(default_factory=dict)
    anchor: str | None = None
    props: tuple[Prop, ...] = ()
    origin: Mapping[object, Path] = field(default_factory=dict)
    hand_shapes: Mapping[str, str] = field(default_factory=dict)
    person: str = STANDARD

    @property
    def standing(self) -> list[Prop]:
        """Its things that have a place of their own in the room."""
        return [prop for prop in self.props if KINDS[prop.kind].stands]

    def says(self, key: str) -> bool:
        """Whether an author wrote a key, here or in a pose that this one extends."""
        return key in self.origin.get(key, ())

    def below(self, part: str | None) -> str:
        """The surface that a part rests on; of no part, what the whole body does."""
        if part is None:
            return under("", self.props, self.base)[0]
        if part in self.contacts:
            return self.contacts[part].surface
        side, _, limb = part.partition(" ")
        placed = {"hand": self.hands, "foot": self.feet}.get(limb, {}).get(side)
        return placed.on if placed and placed.touches else under(part, self.props, self.base)[0]

    def stage(self, part: str | None) -> float:
        """How high the thing is that a part rests on; 0 on the floor, and on what is as high as who sits there."""
        surface = self.below(part)
        on = (p for p in self.props if surface in SURFACES_OF.get(p.kind, ()) and not sat_on(p, self.base))
        return next((prop.tall for prop in on), 0.0)

    def angle(self, side: str, joint: str, movement: str = "flexion") -> float:
        """Degrees; 0 when nothing was said."""
        return self.angles.get((side, joint, movement), 0.0)


def heading_of(posture: Posture) -> Matrix:
    """The way the whole person is turned."""
    return rotate_y(-posture.moves.get("turn", 0.0))


def resolve(figure: Figure, name: str) -> tuple[Posture | None, list[PoseProblem]]:
    """The pose called ``name`` with the poses it extends and its base, or why that cannot be."""
    layers: list[tuple[Path, Pose]] = []
    seen: list[str] = []
    current: str | None = name
    while current:
        path: Path = ("poses", current)
        if current in seen:
            return None, [PoseProblem((*path, "from"), f"`{current}` extends itself", " → ".join([*seen, current]))]
        if current not in figure.poses:
            known = ", ".join(figure.poses)
            where = ("poses", seen[-1], "from") if seen else path
            return None, [PoseProblem(where, f"there is no pose `{current}`", f"known: {known}")]
        seen.append(current)
        layers.insert(0, (path, figure.poses[current]))
        current = figure.poses[current].extends
    base = next((pose.base for _, pose in reversed(layers) if pose.base), "standing")
    merged = _merge(base, layers, figure.props if "props" in figure.model_fields_set else None)
    return replace(merged, person=figure.person or STANDARD), []


def _merge(base: str, layers: list[tuple[Path, Pose]], props: tuple[Prop, ...] | None) -> Posture:
    """Later layers over earlier ones and over the base, which counts as written at the pose itself."""
    merged = _Merged()
    merged.add(BASES[base], lambda *_: layers[-1][0], implied=True)
    if props is not None:
        merged.props = props
        merged.origin["props"] = ("props",)
    for path, pose in layers:
        merged.add(pose, lambda *keys, path=path: (*path, *keys))
    return merged.posture(base)


class _Merged:
    """What some layers say together."""

    def __init__(self) -> None:
        self._angles: dict[Key, float] = {}
        self._feet: dict[str, FootPlacement] = {}
        self._hands: dict[str, HandPlacement] = {}
        self._moves: dict[str, float] = {}
        self._shift = Shift()
        self._support: tuple[str, ...] = ()
        self._contacts: dict[str, On] = {}
        self.props: tuple[Prop, ...] = ()
        self._anchor: str | None = None
        self.origin: dict[object, Path] = {}

    def add(self, pose: Pose, at: Callable[..., Path], *, implied: bool = False) -> None:
        """One layer over the others, in which a side's own word goes over the plural; ``at`` is where it is written."""
        for key in sorted(pose.model_fields_set, key=lambda k: k not in PLURALS):
            if (value := getattr(pose, key)) is not None:
                self._add(key, value, at)
        self._lie(pose.contacts or {}, at, implied=implied)

    def _add(self, key: str, value: object, at: Callable[..., Path]) -> None:
        side, joint = key.split("_", 1) if key.startswith(("right_", "left_")) else ("", PLURALS.get(key, key))
        sides = tuple(SIDES) if key in PLURALS else (side,)
        match value:
            case Angles():
                for movement, (degrees, word) in value.degrees().items():
                    self._angles |= {(s, joint, movement): degrees for s in sides}
                    self.origin |= {(s, joint, movement): at(key, word) for s in sides}
            case FootPlacement():
                self._feet |= dict.fromkeys(sides, value)
            case HandPlacement():
                self._hands |= dict.fromkeys(sides, value)
            case Shift():
                self._shift = value
            case float() | int() if key in MOVES:
                self._moves[key] = value
            case tuple() if key == "support":
                self._support = value
                self.origin[key] = at(key)
            case tuple() if key == "props":
                self.props = value
                self.origin[key] = at(key)
            case str() if key == "anchor":
                self._anchor = value
        if isinstance(value, Placement):
            self.origin |= {f"{s}_{joint}": at(key) for s in sides}

    def _lie(self, contacts: Mapping[str, str], at: Callable[..., Path], *, implied: bool) -> None:
        """What parts lie on; a side's own word goes over the one for both."""
        for name in sorted(contacts, key=lambda n: n not in BOTH):
            parts = [f"{side} {BOTH[name]}" for side in SIDES] if name in BOTH else [name]
            self._contacts |= dict.fromkeys(parts, On(contacts[name], implied))
            self.origin |= dict.fromkeys(parts, at("contacts", name))

    def posture(self, base: str) -> Posture:
        """All of it, without what was undone; what the base has on the floor is on the thing that is under it."""
        for name, on in self._contacts.items():
            if on.implied and on.surface == "floor":
                surface, meant = under(name, self.props, base)
                self._contacts[name] = On(surface, implied=not meant)
        for side, hand in self._hands.items():
            if hand.touches == "floor" and self.origin[f"{side}_hand"][-1] not in ("hands", f"{side}_hand"):
                self._hands[side] = hand.model_copy(update={"touches": under("", self.props, base)[0]})
        return Posture(
            base,
            self._angles,
            {side: foot for side, foot in self._feet.items() if foot.touches != "nothing"},
            {side: hand for side, hand in self._hands.items() if not hand.hangs},
            self._moves,
            vector(self._shift.forward, self._shift.up, self._shift.right),
            self._support,
            {part: on for part, on in self._contacts.items() if on.surface != "nothing"},
            self._anchor,
            self.props,
            self.origin,
            {side: hand.shape for side, hand in self._hands.items() if hand.shape},
        )
