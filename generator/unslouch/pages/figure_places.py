"""Every place of the body that a hand or a foot can be put on, in a pose that shows it.

A new place needs a line here; ``tests/pages/test_figure_guide.py`` finds it while it has none.
"""

from __future__ import annotations

from unslouch.figure.landmarks import LANDMARKS
from unslouch.pages.figure_keys import PoseData

LANDMARK_NAMES = tuple(name.replace("{}", "") for name in LANDMARKS)
"""Places of the body that a hand or a foot can be put on; most take ``left`` or ``right`` before them."""
_SIT: PoseData = {"base": "sitting"}
_STAND: PoseData = {"base": "standing"}
_KNEE_UP: PoseData = {"base": "supine", "anchor": "torso", "left_foot": {"at": {"forward": 41, "out": 6}}, "right_hip": 128,
                      "right_knee": 132, "shoulders": {"flexion": 45, "abduction": 15}}  # fmt: skip
_HEEL_BACK: PoseData = {"base": "standing", "right_hip": {"extension": 5}, "right_knee": 136, "support": ["left foot"],
                        "right_shoulder": {"extension": 40}, "camera": {"azimuth": 100}}  # fmt: skip
_CROSSED: PoseData = {"base": "sitting", "right_hip": {"flexion": 80, "abduction": 40, "rotation": 55}, "right_knee": 95,
                      "right_foot": "above left knee", "right_hand": "right shin", "left_hand": "left thigh",
                      "contacts": {"forearms": "nothing"}, "camera": {"azimuth": 40, "elevation": 14}}  # fmt: skip
_SOLES_IN: PoseData = {"base": "long-sitting", "hips": {"flexion": 118, "abduction": 40},
                       "feet": {"at": {"forward": 19, "out": 3.8}, "sole": "in"}, "camera": {"azimuth": 10, "elevation": 24}}  # fmt: skip
_FOLDED: PoseData = {"base": "long-sitting", "lean": 20, "hips": 110, "trunk": 55, "shoulders": 100}
_FRONT = {"camera": {"azimuth": 20}}
_BACK = {"camera": {"azimuth": 130}}

_SHOWN: dict[str, PoseData] = {
    "thigh": {**_SIT, "hands": "thigh"},
    "knee": {**_SIT, "hands": "knee"},
    "outside of knee": {**_SIT, "hands": "outside of knee"},
    "above knee": {**_CROSSED},
    "back of thigh": {**_KNEE_UP, "right_hip": 120, "right_knee": 70, "right_hand": "back of thigh"},
    "outside of thigh": {**_SIT, "hands": "outside of thigh"},
    "shin": {**_KNEE_UP, "hands": "right shin"},
    "ankle": {**_FOLDED, "hands": "ankle"},
    "inside of ankle": {**_SOLES_IN, "hands": "inside of ankle"},
    "foot": {**_FOLDED, "hands": "foot"},
    "toes": {**_SOLES_IN, "hands": "toes"},
    "heel": {**_HEEL_BACK, "right_hand": "heel"},
    "hip": {**_STAND, "hands": "hip", **_FRONT},
    "belly": {**_STAND, "hands": "belly", **_FRONT},
    "lower back": {**_STAND, "hands": "lower back", **_BACK},
    "side of head": {**_STAND, "right_hand": "side of head", **_FRONT},
    "back of head": {**_STAND, "hands": "back of head", **_BACK},
    "chest": {**_STAND, "hands": "chest", **_FRONT},
    "shoulder": {**_STAND, "right_hand": "left shoulder", **_FRONT},
    "other hand": {
        **_STAND,
        "shoulders": {"flexion": 50, "abduction": 30},
        "elbows": 110,
        "hands": "other hand",
        **_FRONT,
    },
}
"""By the place."""


def places() -> dict[str, PoseData]:
    """Every place, in the order of the table."""
    return {name: _SHOWN[name] for name in LANDMARK_NAMES}
