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
}
"""The word for a movement's other direction: 20 of extension is -20 of flexion."""
SYNONYMS = {"dorsiflexion": "flexion"}
"""Movements that :mod:`limits` and :mod:`skeleton` know by another word."""


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
            found[SYNONYMS.get(movement, movement)] = (-value if word in OPPOSITES else value, word)
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
    """A knee, an elbow or a wrist."""

    flexion: Number = _angle("Bend")
    extension: Number = _angle("Past straight")


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
    """The trunk or the neck; right is positive."""

    flexion: Number = _angle("Bent forward")
    extension: Number = _angle("Bent backward")
    side_bend: Number = _angle("Bent to the right; left is negative")
    rotation: Number = _angle("Turned to the right; left is negative")


def _joint(model: type[Angles], first: str) -> Any:
    """A joint's angles, or one number for its ``first`` movement."""

    def widen(value: Any) -> Any:
        return {first: value} if isinstance(value, int | float | str) else value

    return Annotated[model | None, BeforeValidator(widen, json_schema_input_type=float | model)]


BallAngles = _joint(Ball, "flexion")
HingeAngles = _joint(Hinge, "flexion")
AnkleAngles = _joint(Ankle, "dorsiflexion")
ForearmAngles = _joint(Forearm, "pronation")
SpineAngles = _joint(Spine, "flexion")
