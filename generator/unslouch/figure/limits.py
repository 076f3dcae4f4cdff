"""How far each joint goes, so that an impossible angle is an error and not a picture.

Two figures a movement. ``norm`` is the active range of an adult: American Academy of
Orthopaedic Surgeons, *Joint Motion: Method of Measuring and Recording* (1965), and
Greene and Heckman, *The Clinical Measurement of Joint Motion* (AAOS, 1994); where AAOS
gives none, AMA, *Guides to the Evaluation of Permanent Impairment* (5th edition, 2000).
``most`` is what a stretch, body weight or a second joint can add to it in these exercises
(kneeling presses the ankle past its active plantarflexion; a bent hip abducts and rotates
further than a straight one; a full squat bends knee and ankle under load). It is a drawing
limit set by us, [K] common knowledge of the field: no clinical norm.
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


RANGES: dict[tuple[str, str], Limit] = {
    ("hip", "flexion"): Limit((-30, 120), (-40, 150), "flexion", "extension"),
    ("hip", "abduction"): Limit((-30, 45), (-40, 80), "abduction", "adduction"),
    ("hip", "rotation"): Limit((-45, 45), (-50, 75), "external rotation", "internal rotation"),
    ("knee", "flexion"): Limit((-10, 135), (-10, 158), "flexion", "extension"),
    ("ankle", "flexion"): Limit((-50, 20), (-75, 45), "dorsiflexion", "plantarflexion"),
    ("ankle", "inversion"): Limit((-15, 35), (-25, 50), "inversion", "eversion"),
    ("shoulder", "flexion"): Limit((-60, 180), (-65, 185), "flexion", "extension"),
    ("shoulder", "abduction"): Limit((-50, 180), (-60, 185), "abduction", "adduction"),
    ("shoulder", "rotation"): Limit((-70, 90), (-95, 105), "external rotation", "internal rotation"),
    ("elbow", "flexion"): Limit((-10, 150), (-12, 160), "flexion", "extension"),
    ("forearm", "pronation"): Limit((-80, 80), (-90, 90), "pronation", "supination"),
    ("wrist", "flexion"): Limit((-70, 80), (-95, 90), "flexion", "extension"),
    ("trunk", "flexion"): Limit((-25, 80), (-45, 90), "flexion", "extension"),
    ("trunk", "side_bend"): Limit((-35, 35), (-45, 45), "side-bend to the right", "side-bend to the left"),
    ("trunk", "rotation"): Limit((-45, 45), (-55, 55), "rotation to the right", "rotation to the left"),
    ("neck", "flexion"): Limit((-60, 50), (-75, 60), "flexion", "extension", "AMA"),
    ("neck", "side_bend"): Limit((-45, 45), (-50, 50), "side-bend to the right", "side-bend to the left"),
    ("neck", "rotation"): Limit((-80, 80), (-85, 85), "rotation to the right", "rotation to the left", "AMA"),
}

ROUNDING = 0.5
"""Degrees past a limit that are put down to arithmetic."""


class Excess(NamedTuple):
    """An angle past its limit: the sentence that says so, and one that says what the joint does."""

    message: str
    hint: str


def check(joint: str, movement: str, degrees: float, *, name: str | None = None) -> Excess | None:
    """What is wrong with an angle, if it is past what the joint does.

    ``joint`` has no side; ``name`` is what the author calls it (``right hip``).
    An unlisted movement is a KeyError: the caller knows the language.
    """
    limit = RANGES[joint, movement]
    low, high = limit.most
    if low - ROUNDING <= degrees <= high + ROUNDING:
        return None
    past_high = degrees > high
    direction = limit.positive if past_high else limit.negative
    bound, usual = (high, limit.norm[1]) if past_high else (-low, -limit.norm[0])
    size = degrees if past_high else -degrees
    return Excess(
        f"{name or joint}: {size:g}° of {direction} is more than the joint allows ({bound:g}°)",
        f"{limit.source} gives {usual:g}° of {direction}; a stretch goes to {bound:g}° at most",
    )
