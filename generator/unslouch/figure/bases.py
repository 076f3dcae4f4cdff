"""The positions that poses start from, as poses themselves, and how the pelvis lies in those that are not upright."""

from __future__ import annotations

from typing import Any

from unslouch.figure.body import SIDES
from unslouch.figure.geometry import FORWARD, RIGHT, UP, Matrix, columns
from unslouch.figure.language import Pose

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
            "contacts": {
                "back": "floor",
                "pelvis": "floor",
                "legs": "floor",
                "elbows": "floor",
                "forearms": "floor",
                "head": "floor",
            },
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
