"""What a word that the format does not know was most likely meant to be, by how it reads and by what it means.

Spelling alone turns meanings round: `retraction` reads like `rotation`, `ball` like `wall`, `hand` like `head`. So words
of the field that the format has another word for are listed here, and so are those that it has no word for.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator

from unslouch.content.problems import did_you_mean

MEANT: dict[str, tuple[str, ...]] = {
    # movements
    "external rotation": ("rotation",),
    "lateral rotation": ("rotation",),
    "outward rotation": ("rotation",),
    "medial rotation": ("internal_rotation",),
    "inward rotation": ("internal_rotation",),
    "lateral flexion": ("side_bend",),
    "side flexion": ("side_bend",),
    "side bending": ("side_bend",),
    "bend": ("flexion", "dorsiflexion"),
    "flex": ("flexion", "dorsiflexion"),
    "hyperextension": ("extension",),
    "extension": ("extension", "plantarflexion"),
    "dorsal flexion": ("dorsiflexion",),
    "plantar flexion": ("plantarflexion",),
    "twist": ("rotation", "turn"),
    "rotate": ("rotation", "turn"),
    "shrug": ("elevation",),
    "retract": ("retraction",),
    "squeeze": ("retraction",),
    "protract": ("protraction",),
    "forward tilt": ("anterior_tilt",),
    "backward tilt": ("posterior_tilt",),
    # keys of a pose
    "scapula": ("right_scapula",),
    "shoulder blade": ("right_scapula",),
    "shoulder blades": ("scapulae",),
    "pelvic tilt": ("pelvis",),
    "hip": ("right_hip", "pelvis"),
    "knee": ("right_knee", "right knee"),
    "ankle": ("right_ankle",),
    "shoulder": ("right_shoulder", "right shoulder"),
    "elbow": ("right_elbow", "right elbow"),
    "forearm": ("right_forearm", "right forearm"),
    "wrist": ("right_wrist", "right hand"),
    "hand": ("hand", "right_hand", "right hand", "other hand"),
    "foot": ("right_foot", "right foot"),
    "arm": ("right_shoulder", "right arm", "right hand", "hand"),
    "leg": ("right_hip", "right leg", "right foot", "foot"),
    "thigh": ("right_hip", "right knee", "knee"),
    "hips": ("hip", "pelvis"),
    "knees": ("knee", "right knee"),
    "shoulders": ("shoulder", "right shoulder"),
    "elbows": ("right elbow",),
    "hands": ("right hand", "other hand"),
    "feet": ("right foot", "foot"),
    "arms": ("shoulders", "right hand"),
    "legs": ("hips", "right foot"),
    "spine": ("trunk", "torso"),
    "back": ("trunk", "torso", "lower back"),
    "torso": ("trunk",),
    "trunk": ("torso",),
    "chest": ("torso",),
    "body": ("torso",),
    "head": ("neck",),
    "neck": ("head",),
    "bottom": ("pelvis", "right buttock"),
    "buttocks": ("glutes", "right buttock"),
    "position": ("base",),
    "posture": ("base",),
    "extends": ("from",),
    "previous": ("after",),
    "view": ("camera",),
    "muscles": ("highlight",),
    "equipment": ("props",),
    "things": ("props",),
    "prop": ("props",),
    "up": ("height", "raised"),
    "above": ("height", "elevation"),
    "lift": ("height", "raised", "up"),
    "height": ("raised", "elevation", "up"),
    "angle": ("azimuth",),
    "direction": ("azimuth",),
    "part": ("follows",),
    "out": ("turned_out", "fingers_out"),
    "type": ("kind",),
    "where": ("place",),
    "behind": ("back",),
    "top": ("above",),
    "fist": ("grip",),
    "open": ("spread",),
    # positions
    "lying": ("supine",),
    "on back": ("supine",),
    "back lying": ("supine",),
    "crook lying": ("supine",),
    "hook lying": ("supine",),
    "face up": ("supine",),
    "face down": ("prone",),
    "front lying": ("prone",),
    "on stomach": ("prone",),
    "plank": ("prone",),
    "side lying": ("side-lying-left",),
    "all fours": ("hands-and-knees",),
    "four point kneeling": ("hands-and-knees",),
    "quadruped": ("hands-and-knees",),
    "table top": ("hands-and-knees",),
    "tall kneeling": ("kneeling",),
    "lunge": ("half-kneeling",),
    "seated": ("sitting",),
    "upright": ("standing",),
    # places and things
    "ground": ("floor",),
    "waist": ("hip",),
    "abdomen": ("belly",),
    "stomach": ("belly",),
    "free": ("nothing",),
    "none": ("nothing",),
    "stool": ("chair",),
    "pillow": ("cushion",),
    "loop": ("band",),
    "rubber band": ("band",),
    "resistance band": ("band",),
    "yoga mat": ("mat",),
}
"""What authors write → what the format may call it; the first that fits the place is meant. A side before it is kept."""

_SHOULDER_BLADE = "a shoulder blade has a key of its own: `right_scapula`, `left_scapula`, or `scapulae` for both"
_PLACE = "say where that is, in percent of body height: {at: {forward: 30, out: 8}, height: 60}"
EXPLAINED: dict[str, str] = {
    **dict.fromkeys(
        ("retraction", "protraction", "elevation", "depression", "shrug", "retract", "protract"),
        _SHOULDER_BLADE,
    ),
    "pelvis": "`pelvis` is a key of its own, as `lean`, `tilt` and `shift` are",
    "forward": "a place stands under `at`: {at: {forward: 30, out: 8}}",
    "up": "`height` stands beside `at`: {at: {forward: 30}, height: 40}",
    "height": "`height` stands beside `at`: {at: {forward: 30}, height: 40}",
    "straight": "0 degrees is straight",
    **dict.fromkeys(("door", "door frame", "doorway", "wall", "chair", "table", "bed", "bench", "step"), _PLACE),
    **dict.fromkeys(
        ("ball", "stick", "dumbbell", "kettlebell", "bar", "foam roller", "roller", "strap", "box"),
        _PLACE,
    ),
}
"""Words of the field that the format has none for, with what to do instead (or nothing to say)."""


def hint(word: str, known: Collection[str]) -> str:
    """What to write instead of a word, of those that are ``known`` at its place."""
    if meant := next(_meant(word, known), None):
        return f"did you mean `{meant}`?"
    if (plain := _plain(word)) in EXPLAINED:
        listed = f"it can be one of: {', '.join(known)}" if 0 < len(known) <= 30 else ""
        of_places = EXPLAINED[plain] if EXPLAINED[plain] != _PLACE or "other hand" in known else ""
        return of_places or listed
    alike = [one for one in known if _side(one) in ("", _side(word)) or not _side(word)]
    return _either(word, alike) or did_you_mean(word, alike)


def _meant(word: str, known: Collection[str]) -> Iterator[str]:
    """The known words of the same meaning, the likeliest first."""
    plain, side = _plain(word), _side(word)
    yield from (one for one in known if _plain(one) == plain)
    yield from (one for one in MEANT.get(plain, ()) if one in known)
    sided = (one.replace("right", side) for one in MEANT.get(plain.removeprefix(side).strip(), ()) if side)
    yield from (one for one in sided if one in known and _side(one) == side)


def _either(word: str, known: Collection[str]) -> str:
    """Two known words that are equally near: naming one of `abduction` and `adduction` might turn the meaning round."""
    near = sorted(difflib.get_close_matches(word, known, n=2))
    scores = {difflib.SequenceMatcher(None, one, word).ratio() for one in near}
    return f"did you mean `{near[0]}` or `{near[1]}`?" if len(near) == 2 and len(scores) == 1 else ""


def _plain(word: str) -> str:
    return " ".join(re.split(r"[\s_-]+", word.strip().lower()))


def _side(word: str) -> str:
    """``right`` or ``left``, if a word begins with it."""
    return next((side for side in ("right", "left") if _plain(word).startswith(f"{side} ")), "")
