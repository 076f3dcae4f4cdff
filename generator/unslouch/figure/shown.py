"""How a pose is shown, as an author writes it: from where, with which arrow, beside what things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from unslouch.fields import Written, refusal
from unslouch.figure.angles import Number
from unslouch.figure.names import Part

_SIDES_OF_BODY = ("front", "behind", "left", "right")
_UNDER = ("pelvis", "head", "right knee", "left knee", "right buttock", "left buttock")
PLACES: dict[str, tuple[str, ...]] = {
    "band": ("thighs", "ankles"),
    "chair": ("under", *_SIDES_OF_BODY),
    "wall": _SIDES_OF_BODY,
    "mat": (),
    "cushion": _UNDER,
    "towel": ("head", "right thigh", "left thigh", *_UNDER),
}
"""Where each prop can be; the first is meant when nothing is said."""

if TYPE_CHECKING:  # see :mod:`names`
    PlaceName = str
else:
    PlaceName = Literal[tuple(dict.fromkeys(p for places in PLACES.values() for p in places))]


class Camera(Written):
    """Where the picture is taken from."""

    azimuth: Number = Field(
        60.0, description="0 in front of the person, 90 from the right, -90 from the left, 180 behind."
    )
    elevation: Annotated[float, Field(strict=True, ge=-20, le=80)] = Field(
        8.0, description="Degrees above the horizon."
    )


class Arrow(Written):
    """A movement arrow: the way of one part from the pose's start (see `Pose.after`)."""

    follows: Part = Field(description="The part whose way the arrow shows.")
    straight: bool = Field(False, strict=True, description="Straight instead of along the way.")
    right: Number = Field(0.0, description="Pushed to the picture's right, on top of the automatic place.")
    up: Number = Field(0.0, description="Pushed up in the picture.")


class Prop(Written):
    """A thing beside the body."""

    kind: Literal["band", "chair", "wall", "towel", "mat", "cushion"] = Field(description="What it is.")
    place: PlaceName | None = Field(
        None,
        description="Band: thighs, ankles. Chair: under the hips, or a side. Wall: a side. "
        "Cushion, towel: the part it lies under; a towel may hold a thigh.",
    )

    @model_validator(mode="after")
    def _place_fits(self) -> Prop:
        fitting = PLACES[self.kind]
        if self.place is not None and self.place not in fitting:
            known = f"known: {', '.join(fitting)}" if fitting else "take `place` out"
            raise refusal(f"a {self.kind} has no place `{self.place}`", known, part="place")
        return self

    @property
    def where(self) -> str:
        """Its place, the usual one when nothing is said; empty for a mat."""
        return self.place or next(iter(PLACES[self.kind]), "")


def _prop(value: Any) -> Any:
    """A prop, or just its kind."""
    return {"kind": value} if isinstance(value, str) else value


PropField = Annotated[Prop, BeforeValidator(_prop, json_schema_input_type=str | Prop)]
