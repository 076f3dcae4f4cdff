"""From a written pose to a posture: extend, merge, and remember where each number was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from unslouch.figure.angles import Angles
from unslouch.figure.body import SIDES
from unslouch.figure.geometry import FORWARD, RIGHT, UP, Matrix, Vector, columns, vector
from unslouch.figure.language import Figure, FootPlacement, HandPlacement, Path, Placement, Pose, PoseProblem

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
    """One pose with nothing left unsaid. ``origin`` leads from an angle or a limb to where it was written."""

    base: str = "standing"
    angles: Mapping[Key, float] = field(default_factory=dict)
    feet: Mapping[str, FootPlacement] = field(default_factory=dict)
    hands: Mapping[str, HandPlacement] = field(default_factory=dict)
    moves: Mapping[str, float] = field(default_factory=dict)
    shift: Vector = field(default_factory=lambda: np.zeros(3))
    support: tuple[str, ...] = ()
    anchor: str | None = None
    origin: Mapping[object, Path] = field(default_factory=dict)

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
    """Later layers over earlier ones and over the base; in one layer a side's own word over the plural.

    What comes from the base counts as written at the pose itself.
    """
    angles: dict[Key, float] = {}
    limbs: dict[str, dict[str, Placement]] = {"foot": {}, "hand": {}}
    moves: dict[str, float] = {}
    origin: dict[object, Path] = {}
    rest: dict[str, object] = {}
    own = layers[-1][0]
    for path, pose in [(None, BASES[base]), *layers]:

        def at(*keys: str, path: Path | None = path) -> Path:
            return own if path is None else (*path, *keys)

        for key in sorted(pose.model_fields_set, key=lambda k: k not in PLURALS):
            value = getattr(pose, key)
            if value is None:
                continue
            side, joint = key.split("_", 1) if key.startswith(("right_", "left_")) else ("", PLURALS.get(key, key))
            sides = SIDES if key in PLURALS else (side,)
            if isinstance(value, Angles):
                for movement, (degrees, word) in value.degrees().items():
                    for s in sides:
                        angles[s, joint, movement] = degrees
                        origin[s, joint, movement] = at(key, word)
            elif isinstance(value, Placement):
                for s in sides:
                    limbs[joint][s] = value
                    origin[f"{s}_{joint}"] = at(key)
            elif key in MOVES:
                moves[key] = value
            elif key in ("shift", "support", "anchor"):
                rest[key] = value
                origin[key] = at(key)
    placed = {limb: {s: p for s, p in found.items() if p.touches != "nothing"} for limb, found in limbs.items()}
    shift = rest.get("shift")
    return Posture(
        base,
        angles,
        placed["foot"],
        placed["hand"],
        moves,
        vector(shift.forward, shift.up, shift.right) if shift else np.zeros(3),
        tuple(rest.get("support", ())),
        rest.get("anchor"),
        origin,
    )
