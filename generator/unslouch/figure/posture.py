"""From a written pose to a posture: extend, merge, and remember where each number was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np

from unslouch.figure.angles import Angles
from unslouch.figure.body import SIDES
from unslouch.figure.geometry import FORWARD, RIGHT, UP, Matrix, Vector, columns, rotate_y, vector
from unslouch.figure.language import Figure, Path, Pose, PoseProblem
from unslouch.figure.names import BOTH
from unslouch.figure.people import STANDARD
from unslouch.figure.placement import FootPlacement, HandPlacement, Placement, Shift
from unslouch.figure.shown import Prop

JOINTS = ("hip", "knee", "ankle", "scapula", "shoulder", "elbow", "forearm", "wrist")
PLURALS = {f"{j}s": j for j in JOINTS if j != "scapula"} | {"scapulae": "scapula", "feet": "foot", "hands": "hand"}
MOVES = ("lean", "tilt", "roll", "turn", "raised")
Key = tuple[str, str, str]
"""Side (empty for trunk and neck), joint, movement."""

_RELAXED_ARMS = {"shoulders": {"abduction": 9}, "elbows": 12}
_HANDS_ON_THIGHS = {
    "shoulders": {"flexion": 14, "abduction": 12, "internal_rotation": 20},
    "elbows": 62,
    "forearms": 60,
}
_FOREARMS = {f"{side} forearm": f"{side} thigh" for side in SIDES}
_STANDING_LEGS = {"hips": {"rotation": 6, "abduction": 2}}
ORIENTATION: dict[str, Matrix] = {
    "supine": columns(UP, -FORWARD, RIGHT),
    "prone": columns(-UP, FORWARD, RIGHT),
    "side-lying-left": columns(RIGHT, FORWARD, UP),
    "side-lying-right": columns(-RIGHT, FORWARD, -UP),
    "hands-and-knees": columns(-UP, FORWARD, RIGHT),
}
"""Where the pelvis's own axes point, in bases that are not upright; the two sides are mirror images."""


def _side_lying(under: str, upper: str) -> dict[str, Any]:
    """On one side: the lower leg on the floor, the upper leg on it, the head on the lower arm, the other on the trunk."""
    return {
        f"{under}_shoulder": {"flexion": 165, "rotation": 40},
        f"{under}_elbow": 8,
        f"{upper}_shoulder": {"flexion": 10, "abduction": 4},
        f"{upper}_elbow": 10,
        f"{under}_hip": {"abduction": 0},
        f"{upper}_hip": {"abduction": -4},
        "ankles": -10,
        "neck": {"side_bend": 14 if under == "right" else -14},
        "support": [f"{under} shoulder", f"{under} buttock"],
        "contacts": {
            f"{under} shoulder": "floor",
            f"{under} buttock": "floor",
            f"{under} leg": "floor",
            f"{upper} leg": f"{under} leg",
            f"{under} arm": "floor",
            f"{upper} arm": "pelvis",
            f"{upper} forearm": f"{upper} thigh",
            "head": f"{under} arm",
        },
    }


BASES: dict[str, Pose] = {
    name: Pose.model_validate(pose)
    for name, pose in {
        "standing": {**_RELAXED_ARMS, **_STANDING_LEGS},
        "kneeling": {
            **_RELAXED_ARMS,
            "hips": {"abduction": 3},
            "knees": 91,
            "ankles": -60,
            "support": ["right knee", "left knee"],
            "contacts": {"shins": "floor"},
        },
        "half-kneeling": {
            **_RELAXED_ARMS,
            **_STANDING_LEGS,
            "right_knee": 91,
            "right_ankle": -58,
            "left_foot": {"at": {"forward": 25, "out": 8}},
            "support": ["right knee"],
            "contacts": {"right shin": "floor"},
            "anchor": "right knee",
        },
        "sitting": {
            **_HANDS_ON_THIGHS,
            "hips": {"flexion": 90, "abduction": 4},
            "knees": 90,
            "contacts": _FOREARMS,
            "props": ["chair"],
        },
        "long-sitting": {
            **_HANDS_ON_THIGHS,
            "elbows": 42,
            "hips": {"flexion": 87, "abduction": 3},
            "ankles": -10,
            "support": ["right buttock", "left buttock"],
            "contacts": {"legs": "floor", **_FOREARMS},
        },
        "supine": {
            "shoulders": {"abduction": 22, "extension": 12},
            "elbows": 8,
            "neck": 15,
            "forearms": 50,
            "hips": {"abduction": 6, "rotation": 10, "flexion": -7},
            "ankles": -20,
            "support": ["back", "pelvis"],
            "contacts": dict.fromkeys(("back", "pelvis", "legs", "elbows", "forearms", "head"), "floor"),
        },
        "prone": {
            "shoulders": {"flexion": 5, "abduction": 20},
            "elbows": 4,
            "neck": {"rotation": 60, "flexion": 11},
            "ankles": -55,
            "support": ["chest", "pelvis"],
            "contacts": {
                "chest": "floor",
                "pelvis": "floor",
                "legs": "floor",
                "arms": "floor",
                "head": "floor",
            },
        },
        "side-lying-left": {**_side_lying("left", "right")},
        "side-lying-right": {**_side_lying("right", "left")},
        # arms are longer than thighs, so the trunk rises toward the shoulders
        "hands-and-knees": {
            "lean": -14.4,
            "hips": 75.6,
            "knees": 90,
            "ankles": -60,
            "shoulders": 75.6,
            "elbows": 2,
            "neck": -20,
            "hands": "floor",
            "support": ["right knee", "left knee"],
            "contacts": {"shins": "floor"},
            "anchor": "left knee",
        },
    }.items()
}


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

    def says(self, key: str) -> bool:
        """Whether an author wrote a key, here or in a pose that this one extends."""
        return key in self.origin.get(key, ())

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
        self._origin: dict[object, Path] = {}

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
                    self._origin |= {(s, joint, movement): at(key, word) for s in sides}
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
                self._origin[key] = at(key)
            case tuple() if key == "props":
                self.props = value
            case str() if key == "anchor":
                self._anchor = value
        if isinstance(value, Placement):
            self._origin |= {f"{s}_{joint}": at(key) for s in sides}

    def _lie(self, contacts: Mapping[str, str], at: Callable[..., Path], *, implied: bool) -> None:
        """What parts lie on; a side's own word goes over the one for both."""
        for name in sorted(contacts, key=lambda n: n not in BOTH):
            parts = [f"{side} {BOTH[name]}" for side in SIDES] if name in BOTH else [name]
            self._contacts |= dict.fromkeys(parts, On(contacts[name], implied))
            self._origin |= dict.fromkeys(parts, at("contacts", name))

    def posture(self, base: str) -> Posture:
        """All of it, without what was undone."""
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
            self._origin,
            {side: hand.shape for side, hand in self._hands.items() if hand.shape},
        )
