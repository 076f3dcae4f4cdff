"""From a written pose to a posture: extend, merge, and remember where each number was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from unslouch.figure.angles import Angles
from unslouch.figure.body import SIDES
from unslouch.figure.geometry import FORWARD, RIGHT, UP, Matrix, Vector, columns, vector
from unslouch.figure.language import Figure, Path, Pose, PoseProblem
from unslouch.figure.placement import FootPlacement, HandPlacement, Placement, Shift

JOINTS = ("hip", "knee", "ankle", "shoulder", "elbow", "forearm", "wrist")
PLURALS = {f"{j}s": j for j in JOINTS} | {"feet": "foot", "hands": "hand"}
MOVES = ("lean", "tilt", "roll", "turn", "raised")
Key = tuple[str, str, str]
"""Side (empty for trunk and neck), joint, movement."""

_RELAXED_ARMS = {"shoulders": {"abduction": 9}, "elbows": 12}
_STANDING_LEGS = {"hips": {"rotation": 6, "abduction": 2}}
ORIENTATION: dict[str, Matrix] = {
    "supine": columns(UP, -FORWARD, RIGHT),
    "prone": columns(-UP, FORWARD, RIGHT),
    "side-lying-left": columns(RIGHT, FORWARD, UP),
    "side-lying-right": columns(-RIGHT, FORWARD, -UP),
    "hands-and-knees": columns(-UP, FORWARD, RIGHT),
}
"""Where the pelvis's own axes point, in bases that are not upright; the two sides are mirror images."""

BASES: dict[str, Pose] = {
    name: Pose.model_validate(pose)
    for name, pose in {
        "standing": {**_RELAXED_ARMS, **_STANDING_LEGS},
        "kneeling": {**_RELAXED_ARMS, "hips": {"abduction": 3}, "knees": 90, "ankles": -60},
        "half-kneeling": {
            **_RELAXED_ARMS,
            **_STANDING_LEGS,
            "right_knee": 90,
            "right_ankle": -58,
            "left_foot": {"at": {"forward": 25, "out": 8}},
            "anchor": "right knee",
        },
        "sitting": {**_RELAXED_ARMS, "hips": {"flexion": 90, "abduction": 4}, "knees": 90},
        "long-sitting": {**_RELAXED_ARMS, "hips": {"flexion": 90, "abduction": 3}, "ankles": -10},
        "supine": {
            "shoulders": {"abduction": 16},
            "elbows": 4,
            "forearms": 50,
            "hips": {"abduction": 3, "rotation": 10},
            "ankles": -20,
        },
        "prone": {"shoulders": {"abduction": 15}, "ankles": -55},
        "side-lying-left": {"ankles": -10},
        "side-lying-right": {"ankles": -10},
        # arms are longer than thighs, so the trunk rises toward the shoulders
        "hands-and-knees": {
            "lean": -13,
            "hips": 77,
            "knees": 90,
            "ankles": -60,
            "shoulders": 73.5,
            "elbows": 14,
            "neck": -20,
            "hands": "floor",
            "anchor": "left knee",
        },
    }.items()
}


@dataclass(frozen=True)
class Posture:
    """One pose with nothing left unsaid; degrees, and percent of body height.

    ``feet``, ``hands`` and ``hand_shapes`` (those that an author chose) are by side. ``origin`` leads from an angle or a limb (``right_foot``) to where it was written.
    """

    base: str = "standing"
    angles: Mapping[Key, float] = field(default_factory=dict)
    feet: Mapping[str, FootPlacement] = field(default_factory=dict)
    hands: Mapping[str, HandPlacement] = field(default_factory=dict)
    moves: Mapping[str, float] = field(default_factory=dict)
    shift: Vector = field(default_factory=lambda: np.zeros(3))
    support: tuple[str, ...] = ()
    anchor: str | None = None
    origin: Mapping[object, Path] = field(default_factory=dict)
    hand_shapes: Mapping[str, str] = field(default_factory=dict)

    def angle(self, side: str, joint: str, movement: str = "flexion") -> float:
        """Degrees; 0 when nothing was said."""
        return self.angles.get((side, joint, movement), 0.0)


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
    return _merge(base, layers), []


def _merge(base: str, layers: list[tuple[Path, Pose]]) -> Posture:
    """Later layers over earlier ones and over the base, which counts as written at the pose itself."""
    merged = _Merged()
    merged.add(BASES[base], lambda *_: layers[-1][0])
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
        self._anchor: str | None = None
        self._origin: dict[object, Path] = {}

    def add(self, pose: Pose, at: Callable[..., Path]) -> None:
        """One layer over the others, in which a side's own word goes over the plural; ``at`` is where it is written."""
        for key in sorted(pose.model_fields_set, key=lambda k: k not in PLURALS):
            if (value := getattr(pose, key)) is not None:
                self._add(key, value, at)

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
            case str() if key == "anchor":
                self._anchor = value
        if isinstance(value, Placement):
            self._origin |= {f"{s}_{joint}": at(key) for s in sides}

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
            self._anchor,
            self._origin,
            {side: hand.shape for side, hand in self._hands.items() if hand.shape},
        )
