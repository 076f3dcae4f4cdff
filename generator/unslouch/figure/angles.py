"""The angles of one joint as an author writes them: degrees, in full clinical words; a bare number is flexion."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from unslouch.fields import Written, refusal

Number = Annotated[float, Field(strict=True, allow_inf_nan=False, ge=-400, le=400)]


OPPOSITES = {
    "extension": "flexion",
    "adduction": "abduction",
    "internal_rotation": "rotation",
    "plantarflexion": "dorsiflexion",
    "supination": "pronation",
    "eversion": "inversion",
    "ulnar_deviation": "radial_deviation",
    "depression": "elevation",
    "retraction": "protraction",
    "posterior_tilt": "anterior_tilt",
}
"""The word for a movement's other direction: 20 of extension is -20 of flexion."""


class Angles(Written):
    """The angles of one joint, in degrees."""

    @model_validator(mode="after")
    def _one_word_a_movement(self) -> Angles:
        for opposite, movement in OPPOSITES.items():
            if {opposite, movement} <= self.model_fields_set:
                raise refusal(
                    f"give {movement} or {opposite}, not both", f"20 of {opposite} is -20 of {movement}", opposite
                )
        return self

    def degrees(self) -> dict[str, tuple[float, str]]:
        """Movement → (signed degrees, the word it was written with), for what was written."""
        found = {}
        for word in self.model_fields_set:
            movement, value = OPPOSITES.get(word, word), getattr(self, word)
            found[movement] = (-value if word in OPPOSITES else value, word)
        return found


def _angle(description: str) -> Any:
    """A movement's field; 0 when silent."""
    return Field(0.0, description=f"{description}, degrees.")


class Ball(Angles):
    """A hip or a shoulder."""

    flexion: Number = _angle("Thigh or arm forward and up")
    extension: Number = _angle("Thigh or arm backward")
    abduction: Number = _angle("Out to the side")
    adduction: Number = _angle("Across the body")
    rotation: Number = _angle("Outward about the limb's own length; inward is negative")
    internal_rotation: Number = _angle("Inward about the limb's own length")


class Hinge(Angles):
    """A knee or an elbow."""

    flexion: Number = _angle("Bend")
    extension: Number = _angle("Past straight")


class Wrist(Hinge):
    """A wrist."""

    radial_deviation: Number = _angle("Hand toward the thumb's side")
    ulnar_deviation: Number = _angle("Hand toward the little finger's side")


class Ankle(Angles):
    """An ankle."""

    dorsiflexion: Number = _angle("Toes toward the shin")
    plantarflexion: Number = _angle("Toes pointed")
    inversion: Number = _angle("Sole turned inward")
    eversion: Number = _angle("Sole turned outward")


class Forearm(Angles):
    """A forearm; 0 is thumb forward."""

    pronation: Number = _angle("Palm turned back or down")
    supination: Number = _angle("Palm turned forward or up")


class Spine(Angles):
    """The trunk; right is positive."""

    flexion: Number = _angle("Bent forward")
    extension: Number = _angle("Bent backward")
    side_bend: Number = _angle("Bent to the right; left is negative")
    rotation: Number = _angle("Turned to the right; left is negative")


class Neck(Spine):
    """The neck; right is positive."""

    protraction: Number = _angle("Head glided forward, chin level: the lower neck bends forward, the upper as far back")
    retraction: Number = _angle("Head glided backward, chin level, as in a chin tuck")


class Scapula(Angles):
    """A shoulder blade, by the turn of its collarbone at the breastbone."""

    elevation: Number = _angle("Shoulder up toward the ear")
    depression: Number = _angle("Shoulder down")
    protraction: Number = _angle("Shoulder forward, blades apart")
    retraction: Number = _angle("Shoulder back, blades together")


class Pelvis(Angles):
    """The pelvis between legs and ribs that keep their direction; the lower back takes it up."""

    anterior_tilt: Number = _angle("Tipped forward, lower back hollow")
    posterior_tilt: Number = _angle("Tipped backward, lower back flat")


def _joint(model: type[Angles], first: str) -> Any:
    """A joint's angles, or one number for its ``first`` movement."""

    def widen(value: Any) -> Any:
        return {first: value} if isinstance(value, int | float | str) else value

    return Annotated[model | None, BeforeValidator(widen, json_schema_input_type=float | model)]


BallAngles = _joint(Ball, "flexion")
HingeAngles = _joint(Hinge, "flexion")
AnkleAngles = _joint(Ankle, "dorsiflexion")
ForearmAngles = _joint(Forearm, "pronation")
WristAngles = _joint(Wrist, "flexion")
SpineAngles = _joint(Spine, "flexion")
NeckAngles = _joint(Neck, "flexion")
ScapulaAngles = _joint(Scapula, "elevation")
PelvisAngles = _joint(Pelvis, "anterior_tilt")
