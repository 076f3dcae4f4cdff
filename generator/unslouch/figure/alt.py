"""What a picture shows, for alt text: position; moving limb; end position. Keys and sides; the guide has the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce

from unslouch.figure.body import SIDES
from unslouch.figure.drawing import Phrase
from unslouch.figure.goals import touched
from unslouch.figure.kinds import KINDS, PLACES
from unslouch.figure.landmarks import LANDMARKS
from unslouch.figure.measure import joints
from unslouch.figure.names import THING_SURFACES
from unslouch.figure.rests import is_loop
from unslouch.figure.settle import Settled
from unslouch.figure.shown import Prop
from unslouch.figure.slight import slight

Angles = Mapping[tuple[str, str], float]
"""Degrees by joint and movement."""

SIDED = {
    "half-kneeling": Phrase("half_kneeling", "right"),
    "side-lying-left": Phrase("side_lying", "left"),
    "side-lying-right": Phrase("side_lying", "right"),
}
"""Positions that have a side."""
KNEELING = ("kneeling", "half-kneeling", "hands-and-knees", "sitting")
"""Positions whose name says that the knees are bent."""
UPRIGHT = ("standing", "kneeling", "half-kneeling", "sitting", "long-sitting")
MOVED = 12.0
"""Degrees of change that are worth a word."""
BENT = 40.0
"""Degrees from which a knee counts as bent."""
KNEE_ON_FLOOR = 4.5
"""Units: how high the middle of a knee is at most when it kneels."""
SHIFTED = 5.5
"""Units that the hips move when it is worth a word."""
WAYS = (
    (Phrase("hips_forward"), Phrase("hips_back")),
    (Phrase("hips_lifted"), Phrase("hips_lowered")),
    (Phrase("hips_aside", "right"), Phrase("hips_aside", "left")),
)
"""Along each axis of the world, either way."""


def describe(pose: Settled, start: Settled | None = None, *, props: Sequence[Prop] = ()) -> tuple[Phrase, ...]:
    """What a pose is, and what moved since ``start``; what matters most comes first."""
    told = _body(pose, start)
    if start is not None and told == _body(start, None):
        told[1:1] = slight(pose, start)
    return (*told, *_props(props))


def _body(pose: Settled, start: Settled | None) -> list[Phrase]:
    """The position, what moved since ``start`` far enough to be told by itself, and the hands."""
    base = pose.posture.base
    position = SIDED.get(base) or Phrase(base.replace("-", "_"))
    return [position, *_legs(pose, start), *_trunk(pose, start), *_hands(pose)]


Keys = tuple[str, ...]
"""What a leg does: nothing, or its phrase and perhaps one that says more of it."""


def _legs(pose: Settled, start: Settled | None) -> list[Phrase]:
    """What the legs do: nothing is said of a leg that kneels or stands straight where it stood."""
    feet = pose.posture.feet
    if len(feet) == 2 and all(p.sole == "in" for p in feet.values()):
        return [Phrase("soles_together")]
    crossed, found = [], {}
    for side in SIDES:
        if spot := touched(feet.get(side)):
            crossed.append(Phrase("ankle", side, _place(spot, side)))
        else:
            found[side] = _leg(pose, start, side)
    if len(found) == 2 and found["right"] == found["left"]:
        found = {"both": found["right"]}
    return crossed + [_leg_phrase(keys, side) for side, keys in found.items() if keys]


def _leg_phrase(keys: Keys, side: str) -> Phrase:
    first, *more = keys
    return reduce(lambda inner, key: Phrase(key, what=inner), more, Phrase(first, side))


def _leg(pose: Settled, start: Settled | None, side: str) -> Keys:
    """What one leg does that rests on no part of the body."""
    base = pose.posture.base
    if base in KNEELING and pose.part(f"{side} knee")[1] < KNEE_ON_FLOOR:
        return ()
    now = _leg_angles(pose, side)
    before = _leg_angles(start, side) if start else None
    return (_standing_leg if side in pose.posture.feet else _free_leg)(now, before, base)


def _leg_angles(pose: Settled, side: str) -> Angles:
    """A leg's angles, without its side."""
    body = joints(pose.skeleton)
    return {(joint, movement): d for joint in ("hip", "knee") for movement, d in body[f"{side} {joint}"].items()}


def _standing_leg(now: Angles, before: Angles | None, base: str) -> Keys:
    """A leg whose foot stays on the floor."""
    if base == "supine":
        return ("leg_bent_with_foot_on_floor",)
    if now["knee", "flexion"] >= BENT:
        return () if base in KNEELING else ("leg_bent",)
    straightened = before is not None and before["knee", "flexion"] - now["knee", "flexion"] >= MOVED
    return ("leg_straight",) if straightened or now["hip", "abduction"] >= BENT / 2 else ()


def _free_leg(now: Angles, before: Angles | None, base: str) -> Keys:
    """A leg that hangs, swings or lies."""
    knee = now["knee", "flexion"]
    moved = _moved_leg(now, before, base) if before else ()
    if knee >= BENT and (moved or base not in KNEELING):
        return (*moved, "with_knee_bent") if moved else ("leg_bent",)
    if before and knee < 15 and abs(knee - before["knee", "flexion"]) >= MOVED:
        return (*moved, "and_straight") if moved else ("leg_straight",)
    return moved


def _moved_leg(now: Angles, before: Angles, base: str) -> Keys:
    """Where a thigh went, by the larger of its two ways."""
    flexed, opened = (now["hip", movement] - before["hip", movement] for movement in ("flexion", "abduction"))
    swung = base == "standing" and now["knee", "flexion"] < 30
    if abs(opened) >= MOVED and abs(opened) >= abs(flexed):
        if opened < 0:
            return ("leg_lowered",) if now["hip", "abduction"] > -MOVED / 2 else ("leg_across",)
        return ("leg_swung_aside",) if swung else ("leg_lifted_aside",)
    if abs(flexed) < MOVED:
        return ()
    if base == "supine":
        return ("leg_to_chest",) if flexed > 0 else ("leg_in_line",)
    if flexed > 0 and base == "hands-and-knees":
        return ("leg_lowered",) if now["hip", "flexion"] < 90 else ("leg_brought_forward",)
    if flexed > 0:
        return ("leg_swung_forward",) if swung else ("leg_lifted_forward",)
    return ("leg_swung_back",) if swung else ("leg_lifted_back",)


def _trunk(pose: Settled, start: Settled | None) -> list[Phrase]:
    """Where the hips went, and how the trunk leans."""
    found = []
    upright = pose.skeleton.frames["thorax"].rotation[1, 1]
    if start is not None:
        way = pose.part("pelvis") - start.part("pelvis")
        biggest = max(range(3), key=lambda i: abs(way[i]))
        if abs(way[biggest]) >= SHIFTED and pose.posture.base != "hands-and-knees":
            found.append(WAYS[biggest][int(way[biggest] < 0)])
    if pose.posture.base in UPRIGHT and upright < 0.88:
        found.append(Phrase("trunk_folded") if upright < 0.35 else Phrase("trunk_leaning"))
    return found


def _hands(pose: Settled) -> list[Phrase]:
    """Where the hands are, in one phrase when they are at the same place, or each at that of its own side."""
    found = {side: where for side in SIDES if (where := _hand(pose, side))}
    if len(found) < 2:
        return [Phrase("hand", side, where) for side, where in found.items()]
    right, left = found["right"], found["left"]
    if right == left:
        return [Phrase("hands", what=right)]
    if (right, left) == (Phrase(right.key, "right"), Phrase(right.key, "left")):
        return [Phrase("hands", what=Phrase(right.key, "both"))]
    return [Phrase("hand", side, where) for side, where in found.items()]


def _hand(pose: Settled, side: str) -> Phrase | None:
    """Where one hand is; nothing is said of a hand that hangs."""
    placement = pose.posture.hands.get(side)
    if placement is None:
        return None
    if spot := touched(placement):
        return Phrase("together") if spot == "other hand" else _place(spot, side)
    if placement.on in THING_SURFACES:
        return Phrase("on_wall") if placement.on == "wall" else None
    on_floor = placement.height < 3 and pose.posture.base != "hands-and-knees"
    return Phrase("on_floor") if on_floor else None


def _props(props: Sequence[Prop]) -> list[Phrase]:
    """The things in the picture that no limb has told of; what is flat goes without saying."""
    found = []
    for prop in props:
        match prop.kind:
            case "band" if is_loop(prop):
                found.append(Phrase(f"band_{prop.where}"))
            case "chair":
                found.append(Phrase("on_chair") if prop.where == "under" else Phrase("beside_chair"))
            case "cushion" | "towel" if prop.where in _BEFORE:
                found.append(Phrase(prop.kind, what=_held(prop.where)))
            case kind if not KINDS[kind].outline:
                found.append(_with(prop))
    return found


_BEFORE = (*PLACES["cushion"], "right thigh", "left thigh")
"""Where a cushion or a towel is told of by its part."""


def _with(prop: Prop) -> Phrase:
    """A thing and where it is: ``with_hand`` right, a dumbbell."""
    name, side = _and_side(prop.where)
    name = (name or "beside").replace(" ", "_")
    round_it = KINDS[prop.kind].ribbon and name in ("thigh", "foot", "feet")
    return Phrase(
        f"with_round_{name}" if round_it else f"with_{name}", side, Phrase(f"a_{prop.kind.replace(' ', '_')}")
    )


def _held(part: str) -> Phrase:
    """Where a cushion or a towel is: a towel may hold a thigh, all else lies on it."""
    name, side = _and_side(part)
    return Phrase("at_back_of_thigh", side) if name == "thigh" else Phrase(f"under_{name}", side)


def _place(landmark: str, side: str) -> Phrase:
    """Where a hand or foot of ``side`` is: ``back of left thigh`` is the same place for both."""
    name, owner = _and_side(landmark)
    return Phrase(f"at_{name.replace(' ', '_')}", owner or (side if name in _SIDED_LANDMARKS else ""))


def _and_side(name: str) -> tuple[str, str]:
    """A place's name without its side, and the side."""
    words = name.split()
    side = next((word for word in words if word in SIDES), "")
    return " ".join(word for word in words if word != side), side


_SIDED_LANDMARKS = {form.format("") for form in LANDMARKS if "{}" in form}
