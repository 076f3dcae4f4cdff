"""How far each joint goes, so that an impossible angle is an error and not a picture.

Two figures a movement. ``norm`` is the active range of an adult: American Academy of
Orthopaedic Surgeons, *Joint Motion: Method of Measuring and Recording* (1965), and
Greene and Heckman, *The Clinical Measurement of Joint Motion* (AAOS, 1994); where AAOS
gives none, AMA, *Guides to the Evaluation of Permanent Impairment* (5th edition, 2000).
``most`` is what a stretch, body weight or a second joint can add to it in these exercises
(kneeling presses the ankle past its active plantarflexion; a bent hip abducts and rotates
further than a straight one; a full squat bends knee and ankle under load; a bent knee lets
the shin, and the foot with it, turn). It is a drawing limit set by us, [K] common knowledge
of the field: no clinical norm.

Other sources by name: Levine and Whittle, *The effects of pelvic movement on lumbar lordosis
in the standing position* (1996); Neumann, *Kinesiology of the Musculoskeletal System* (3rd
edition, 2017) for the collarbone at the breastbone; White and Panjabi, *Clinical Biomechanics
of the Spine* (2nd edition, 1990) for parts of the spine. [K] alone: our own.
"""

from __future__ import annotations

from typing import NamedTuple

Range = tuple[float, float]


class Limit(NamedTuple):
    """Degrees from least to most of one movement, with the words for either direction."""

    norm: Range
    most: Range
    positive: str
    negative: str
    source: str = "AAOS"


_Limits = dict[tuple[str, str], Limit]

RANGES: _Limits = {
    ("hip", "flexion"): Limit((-30, 120), (-40, 150), "flexion", "extension"),
    ("hip", "abduction"): Limit((-30, 45), (-40, 80), "abduction", "adduction"),
    ("hip", "rotation"): Limit((-45, 45), (-50, 75), "external rotation", "internal rotation"),
    ("knee", "flexion"): Limit((-10, 135), (-10, 158), "flexion", "extension"),
    ("ankle", "dorsiflexion"): Limit((-50, 20), (-75, 45), "dorsiflexion", "plantarflexion"),
    ("ankle", "inversion"): Limit((-15, 35), (-25, 50), "inversion", "eversion"),
    ("shoulder", "flexion"): Limit((-60, 180), (-75, 185), "flexion", "extension"),
    ("shoulder", "abduction"): Limit((-50, 180), (-60, 185), "abduction", "adduction"),
    ("shoulder", "rotation"): Limit((-70, 90), (-95, 105), "external rotation", "internal rotation"),
    ("elbow", "flexion"): Limit((-10, 150), (-12, 160), "flexion", "extension"),
    ("forearm", "pronation"): Limit((-80, 80), (-90, 90), "pronation", "supination"),
    ("wrist", "flexion"): Limit((-70, 80), (-95, 90), "flexion", "extension"),
    ("wrist", "radial_deviation"): Limit((-30, 20), (-45, 35), "radial deviation", "ulnar deviation"),
    ("scapula", "elevation"): Limit((-10, 45), (-15, 50), "elevation", "depression", "Neumann"),
    ("scapula", "protraction"): Limit((-30, 30), (-35, 35), "protraction", "retraction", "Neumann"),
    ("pelvis", "anterior_tilt"): Limit((-9, 11), (-20, 20), "anterior tilt", "posterior tilt", "Levine and Whittle"),
    ("trunk", "flexion"): Limit((-25, 80), (-45, 90), "flexion", "extension"),
    ("trunk", "side_bend"): Limit((-35, 35), (-45, 45), "side-bend to the right", "side-bend to the left"),
    ("trunk", "rotation"): Limit((-45, 45), (-55, 55), "rotation to the right", "rotation to the left"),
    ("neck", "flexion"): Limit((-60, 50), (-75, 60), "flexion", "extension", "AMA"),
    ("neck", "side_bend"): Limit((-45, 45), (-50, 50), "side-bend to the right", "side-bend to the left"),
    ("neck", "rotation"): Limit((-80, 80), (-85, 85), "rotation to the right", "rotation to the left", "AMA"),
    ("neck", "protraction"): Limit((-20, 30), (-30, 40), "protraction", "retraction", "[K]"),
}
"""By joint, without its side, and movement: all that an author may write."""


def _of_spine(joints: tuple[str, ...], flexion: tuple[Range, Range], aside: tuple[Range, Range]) -> _Limits:
    """The same limits for some joints of the spine: norm and most of flexion, and of side-bend and rotation."""
    source = "White and Panjabi"
    movements = {
        "flexion": Limit(*flexion, positive="flexion", negative="extension", source=source),
        "side_bend": Limit(*aside, "side-bend to the right", "side-bend to the left", source),
        "rotation": Limit(*aside, "rotation to the right", "rotation to the left", source),
    }
    return {(joint, movement): limit for joint in joints for movement, limit in movements.items()}


# A part of the spine has two of our joints, and stands for five to seven of the body's.
_PARTS: _Limits = {
    ("ankle", "rotation"): Limit((-20, 20), (-40, 45), "external rotation", "internal rotation", "[K]"),
    ("knee", "abduction"): Limit((-5, 5), (-8, 8), "abduction", "adduction", "[K]"),
    ("knee", "rotation"): Limit((-5, 5), (-8, 8), "external rotation", "internal rotation", "[K]"),
    ("elbow", "abduction"): Limit((-5, 5), (-8, 8), "abduction", "adduction", "[K]"),
    **_of_spine(("lower lumbar", "upper lumbar"), ((-15, 25), (-32, 35)), ((-12, 12), (-16, 16))),
    **_of_spine(("lower thoracic", "upper thoracic"), ((-12, 20), (-24, 32)), ((-14, 14), (-16, 16))),
    **_of_spine(("lower neck", "upper neck"), ((-40, 40), (-75, 72)), ((-40, 40), (-45, 45))),
}
LIMITS: _Limits = RANGES | _PARTS
"""All that is measured of a body (see :mod:`measure`): also what comes out and cannot be written."""

ROUNDING = 0.5
"""Degrees past a limit that are put down to arithmetic."""


class Excess(NamedTuple):
    """An angle past its limit: the sentence that says so, and one that says what the joint does."""

    message: str
    hint: str


def past(joint: str, movement: str, degrees: float) -> float:
    """By how many degrees an angle is past the most of a movement; 0 within."""
    low, high = LIMITS[joint, movement].most
    return max(0.0, degrees - high, low - degrees)


def check(joint: str, movement: str, degrees: float, *, name: str | None = None) -> Excess | None:
    """What is wrong with an angle, if it is past what the joint does.

    ``joint`` has no side; ``name`` is what the author calls it (``right hip``).
    An unlisted movement is a KeyError: the caller knows the language.
    """
    return excess(joint, movement, degrees, name or joint) if past(joint, movement, degrees) > ROUNDING else None


def excess(joint: str, movement: str, degrees: float, name: str) -> Excess:
    """What is to be said of an angle that is past what the joint does."""
    limit = LIMITS[joint, movement]
    low, high = limit.most
    direction, bound, usual, size = (
        (limit.positive, high, limit.norm[1], degrees)
        if degrees > high
        else (limit.negative, -low, -limit.norm[0], -degrees)
    )
    return Excess(
        f"{name}: {size:g}° of {direction} is more than the joint allows ({bound:g}°)",
        f"{limit.source} gives {usual:g}° of {direction}; a stretch goes to {bound:g}° at most",
    )
