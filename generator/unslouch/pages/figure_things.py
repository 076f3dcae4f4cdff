"""Every thing at each of its places, in a pose that shows what it is for.

A new place needs a line here only where a standing body does not show it.
"""

from __future__ import annotations

from unslouch.figure.kinds import PLACES
from unslouch.pages.figure_keys import UP, PoseData

_ARMS_OUT: PoseData = {"base": "standing", "shoulders": {"flexion": 70, "abduction": 10}, "elbows": 15}
_CARRIED: PoseData = {"base": "standing", "shoulders": {"flexion": 22, "abduction": 8}, "elbows": 10}
_BEFORE_HIPS: PoseData = {"base": "standing", "hands": {"at": {"forward": 12, "out": 3}, "height": 51}}
_LEG_UP: PoseData = {"base": "supine", "right_hip": 75, "right_knee": 8, "shoulders": 45, "elbows": 60}
_LEFT_UP: PoseData = {"base": "supine", "left_hip": 75, "left_knee": 8, "shoulders": 45, "elbows": 60}
_ROWING: PoseData = {"base": "standing", "shoulders": 10, "elbows": 80}
_CROOK: PoseData = {"base": "supine", "feet": {"at": {"forward": 40, "out": 6}}}
_LYING = {"base": "supine"}
_SIT = {"base": "sitting"}

_SHOWN: dict[tuple[str, str], PoseData] = {
    ("mat", ""): _LYING,
    ("step", "front"): {"base": "standing", "right_foot": "step", "left_foot": {"at": {"out": 5}}},
    ("step", "under"): {"base": "standing", "feet": {"at": {"out": 6}, "touches": "step"}},
    ("bench", "under"): {"base": "supine", "hips": 45, "knees": 80, "contacts": {"legs": "nothing"},
                         "feet": {"at": {"forward": 24, "out": 12}}},
    ("bed", "under"): _LYING,
    ("table", "front"): {"base": "standing", "feet": {"at": {"out": 6}}, "lean": 24, "shift": {"forward": -6, "up": -2}, "hands": "table"},
    ("table", "under"): {"base": "prone"},
    ("door frame", "front"): {"base": "standing", "shoulders": {"abduction": 90, "rotation": 88}, "elbows": 90,
                              "contacts": {"forearms": "door frame"}, "camera": {"azimuth": 35}},
    ("bar", "above"): {"base": "standing", "support": ["right hand", "left hand"], "hands": "bar",
                       "shoulders": {"flexion": 165, "abduction": 15}},
    ("rail", "front"): {"base": "standing", "hands": "rail", "shoulders": 30, "elbows": 40},
    ("ball", "legs"): {"base": "supine", "hips": 88, "knees": 88},
    ("foam roller", "back"): {**_CROOK, "support": ["back", "pelvis"]},
    ("foam roller", "pelvis"): {**_CROOK, "support": ["pelvis", "back"], "contacts": {"head": "floor"}},
    ("foam roller", "legs"): _LYING,
    ("stick", "both hands"): {**_ARMS_OUT, "shoulders": 110},
    ("stick", "back"): {"base": "standing", "right_hand": "back of head", "left_hand": "lower back", "camera": {"azimuth": 100}},
    ("barbell", "both hands"): _CARRIED,
    ("dumbbell", "both hands"): _BEFORE_HIPS,
    ("kettlebell", "both hands"): _BEFORE_HIPS,
    ("small ball", "both hands"): _ARMS_OUT,
    ("small ball", "knees"): {"base": "supine", "feet": {"at": {"forward": 40, "out": 9}}},
    ("band", "hands"): _ARMS_OUT,
    ("band", "knees"): {**UP, "camera": {"azimuth": 20}},
    ("band", "feet"): {**UP, "camera": {"azimuth": 20}},
    ("band", "right foot"): _LEG_UP,
    ("band", "left foot"): _LEFT_UP,
    ("band", "door"): _ROWING,
    ("towel", "hands"): _ARMS_OUT,
    **{(kind, f"right {limb}"): _LEG_UP for kind, limb in (("strap", "foot"), ("strap", "thigh"), ("towel", "foot"))},
    **{(kind, f"left {limb}"): _LEFT_UP for kind, limb in (("strap", "foot"), ("strap", "thigh"), ("towel", "foot"))},
    **{("foam roller", f"{side} thigh"): {
        "base": "long-sitting", "support": [f"{side} thigh"], "lean": -54, "hips": 36, "trunk": 20, "shift": {"forward": -2},
        "hands": {"at": {"forward": -22, "out": 14}},
        f"{'left' if side == 'right' else 'right'}_foot": {"at": {"forward": 26, "out": 8}},
    } for side in ("right", "left")},
}  # fmt: skip
"""By the thing and its place."""

_AT: dict[str, PoseData] = {
    "head": _LYING,
    "pelvis": {"base": "long-sitting"},
    "right buttock": {"base": "long-sitting"},
    "left buttock": {"base": "long-sitting"},
    "right knee": {"base": "half-kneeling"},
    "left knee": {"base": "kneeling"},
    "right thigh": {"base": "supine", "right_hip": 80, "right_knee": 60},
    "left thigh": {"base": "supine", "left_hip": 80, "left_knee": 60},
    "under": _SIT,
    "ankles": {**UP, "camera": {"azimuth": 20}},
    "thighs": {**UP, "camera": {"azimuth": 20}},
}
"""By the place alone; standing for all others."""


def things() -> dict[str, PoseData]:
    """Every thing at each of its places."""
    poses: dict[str, PoseData] = {}
    for kind, places in PLACES.items():
        for place in dict.fromkeys(places) or ("",):
            prop = {"kind": kind, "place": place} if place else {"kind": kind}
            pose = _SHOWN.get((kind, place)) or _AT.get(place, {"base": "standing"})
            props = [{"kind": "door", "place": "front"}, prop] if place == "door" else [prop]
            poses[f"{kind} {place}".strip()] = {**pose, "props": props}
    return poses
