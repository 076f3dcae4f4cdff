"""A pose in words, for alt text: position; moving limb; end position (at most 150 characters)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unslouch.figure.body import LANDMARKS, OTHER_SIDE, SIDES
from unslouch.figure.language import Prop
from unslouch.figure.posture import Posture
from unslouch.figure.reach import on_body
from unslouch.figure.settle import Settled
from unslouch.figure.skeleton import joint_angles

LONGEST = 150
POSITIONS = {
    "standing": "Standing",
    "kneeling": "Kneeling",
    "half-kneeling": "Half-kneeling on the {right} knee",
    "sitting": "Sitting",
    "long-sitting": "Sitting on the floor",
    "supine": "Lying on the back",
    "prone": "Lying face down",
    "side-lying-left": "Lying on the {left} side",
    "side-lying-right": "Lying on the {right} side",
    "hands-and-knees": "On hands and knees",
}
KNEELING = ("kneeling", "half-kneeling", "hands-and-knees", "sitting")
"""Positions whose name says that the knees are bent."""
MOVED = 12.0
"""Degrees of change that are worth a word."""
BENT = 40.0
"""Degrees from which a knee counts as bent."""
KNEE_ON_FLOOR = 4.5
"""Units: how high the middle of a knee is at most when it kneels."""
SHIFTED = 5.5
"""Units that the hips move when it is worth a word."""
WAYS = (("forward", "back"), ("lifted", "lowered"), ("to the {right}", "to the {left}"))


def describe(pose: Settled, start: Settled | None = None, *, props: Sequence[Prop] = (), side: str = "right") -> str:
    """Words for a pose, and for what moved since ``start``; ``side`` is the side of the mirror image shown."""
    words = [POSITIONS[pose.posture.base]]
    words += _legs(pose, start) + _trunk(pose, start) + _hands(pose) + _props(props)
    text = words[0]
    for phrase in words[1:]:
        longer = f"{text}, {phrase}"
        if len(longer.format(right="right", left="left")) + 1 <= LONGEST:
            text = longer
    swap = {s: s if side == "right" else OTHER_SIDE[s] for s in SIDES}
    return f"{text.format(**swap)}."


def _both(found: dict[str, str], noun: str, plural: str) -> list[str]:
    """One phrase for both sides when they do the same."""
    if len(found) == 2 and found["right"] == found["left"]:
        return [f"{plural} {found['right'].replace('the foot', 'the feet')}"] if found["right"] else []
    return [f"{{{s}}} {noun} {words}" for s, words in found.items() if words]


def _legs(pose: Settled, start: Settled | None) -> list[str]:
    """What the legs do: nothing is said of a leg that kneels or stands straight where it stood."""
    feet = pose.posture.feet
    if len(feet) == 2 and all(p.sole == "in" for p in feet.values()):
        return ["knees out to the sides, soles of the feet together"]
    found: dict[str, str] = {}
    crossed = []
    for side in SIDES:
        angles = joint_angles(pose.skeleton, side)
        before = joint_angles(start.skeleton, side) if start else None
        placement = feet.get(side)
        if placement and on_body(placement):
            crossed.append(f"{{{side}}} ankle {_place(placement.touches, side)}")
        elif pose.posture.base in KNEELING and pose.part(f"{side} knee")[1] < KNEE_ON_FLOOR:
            found[side] = ""
        elif placement:
            found[side] = _standing_leg_words(angles, before, pose.posture.base)
        else:
            found[side] = _free_leg_words(angles, before, pose.posture.base)
    return crossed + _both(found, "leg", "both legs")


def _standing_leg_words(now: dict, before: dict | None, base: str) -> str:
    """A leg whose foot stays on the floor."""
    if base == "supine":
        return "bent with the foot on the floor"
    if now["knee", "flexion"] >= BENT:
        return "" if base in KNEELING else "bent"
    straightened = before is not None and before["knee", "flexion"] - now["knee", "flexion"] >= MOVED
    return "straight" if straightened or now["hip", "abduction"] >= BENT / 2 else ""


def _free_leg_words(now: dict, before: dict | None, base: str) -> str:
    """A leg that hangs, swings or lies."""
    flexed, opened = ((now["hip", m] - before["hip", m]) if before else 0.0 for m in ("flexion", "abduction"))
    knee = now["knee", "flexion"]
    verb = "swung" if base == "standing" and knee < 30 else "lifted"
    words = ""
    if abs(opened) >= MOVED and abs(opened) >= abs(flexed):
        still_open = now["hip", "abduction"] > -MOVED / 2
        words = f"{verb} out to the side" if opened > 0 else "lowered" if still_open else "brought across the body"
    elif abs(flexed) >= MOVED and base == "supine":
        words = "drawn toward the chest" if flexed > 0 else "in line with the trunk"
    elif flexed >= MOVED and base == "hands-and-knees":
        words = "lowered" if now["hip", "flexion"] < 90 else "brought forward"
    elif abs(flexed) >= MOVED:
        words = f"{verb} forward" if flexed > 0 else f"{verb} back"
    if knee >= BENT and (words or base not in KNEELING):
        return f"{words} with the knee bent" if words else "bent"
    if before and knee < 15 and abs(knee - before["knee", "flexion"]) >= MOVED:
        return f"{words} and straight" if words else "straight"
    return words


def _trunk(pose: Settled, start: Settled | None) -> list[str]:
    """Where the hips went, and how the trunk leans."""
    words = []
    upright = pose.skeleton.frames["thorax"].rotation[1, 1]
    if start is not None:
        way = pose.part("pelvis") - start.part("pelvis")
        biggest = max(range(3), key=lambda i: abs(way[i]))
        if abs(way[biggest]) >= SHIFTED and pose.posture.base != "hands-and-knees":
            words.append(f"hips {WAYS[biggest][int(way[biggest] < 0)]}")
    if pose.posture.base in ("standing", "kneeling", "half-kneeling", "sitting", "long-sitting") and upright < 0.88:
        words.append("trunk folded forward" if upright < 0.35 else "trunk leaning forward")
    return words


def _hands(pose: Settled) -> list[str]:
    """Where the hands are, in one phrase when they are at the same place."""
    found = {side: _hand_words(pose.posture, side) for side in SIDES}
    if not any(found.values()):
        return []
    if found["right"] == found["left"]:
        return [f"hands {found['right']}"]
    own = {side: words.replace(f"{{{side}}} ", "") for side, words in found.items()}
    if own["right"] == own["left"]:  # each on its own side: hands on the hips
        plural = re.sub("(hip|thigh|knee|shin|ankle|heel|shoulder)$", r"\1s", own["right"])
        return [f"hands {plural}"]
    return [f"{{{side}}} hand {words}" for side, words in found.items() if words]


def _hand_words(posture: Posture, side: str) -> str:
    """Where one hand is; nothing is said of a hand that hangs."""
    placement = posture.hands.get(side)
    if placement is None:
        return ""
    if not on_body(placement):
        if placement.palm != "down":
            return "on the wall"
        on_floor = placement.height < 3 and posture.base != "hands-and-knees"
        return "on the floor" if on_floor else ""
    return "together" if placement.touches == "other hand" else _place(placement.touches, side)


def _props(props: Sequence[Prop]) -> list[str]:
    """The things in the picture that no limb has told of; the wall and the mat go without saying."""
    found = []
    for prop in props:
        place = re.sub("right|left", r"{\g<0>}", prop.where.replace("pelvis", "hips"))
        match prop.kind:
            case "band":
                found.append(f"a band round the {place}")
            case "chair":
                found.append("on a chair" if place == "under" else "beside a chair")
            case "cushion" | "towel":
                found.append(f"a {prop.kind} {'behind' if place.endswith('thigh') else 'under'} the {place}")
    return found


def _place(landmark: str, side: str) -> str:
    """Where a hand or foot is: ``back of left thigh`` → behind the {left} thigh."""
    name = landmark
    if "{}" in _FORM[landmark]:
        owner = next((s for s in SIDES if f"{s} " in landmark), side)
        name = _FORM[landmark].format(f"{{{owner}}} ")
    for beginning, instead in (
        ("back of ", "behind the "),
        ("above ", "above the "),
        ("outside of ", "on the outside of the "),
    ):
        if name.startswith(beginning):
            return instead + name.removeprefix(beginning)
    return f"on the {name}"


_FORM = {form.format(own): form for form in LANDMARKS for own in ("", "right ", "left ")}
