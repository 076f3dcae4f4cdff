"""How a pose is shown, as an author writes it: from where, with which arrow, beside what things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from unslouch.fields import Written, refusal
from unslouch.figure.angles import Number
from unslouch.figure.body import SIDES
from unslouch.figure.kinds import DOOR, ENDS, KINDS, PLACES
from unslouch.figure.names import Part

if TYPE_CHECKING:  # see :mod:`names`
    KindName = str
    PlaceName = str
    End = str
else:
    KindName = Literal[tuple(KINDS)]
    PlaceName = Literal[tuple(dict.fromkeys(p for places in PLACES.values() for p in places))]
    End = Literal[ENDS]


VIEWS: dict[str, tuple[float, float]] = {
    "front": (0, 8),
    "three-quarter": (48, 8),
    "side": (90, 8),
    "right": (90, 8),
    "left": (-90, 8),
    "three-quarter back": (132, 8),
    "back": (180, 8),
    "above": (60, 40),
}
"""Azimuth and elevation of the places that have a name."""
TURNING = ("head", "torso", "pelvis", *(f"{s} {p}" for s in SIDES for p in ("upper arm", "forearm", "thigh", "foot")))
"""What can turn about its own length."""

if TYPE_CHECKING:
    ViewName = str
    Turning = str
else:
    ViewName = Literal[tuple(VIEWS)]
    Turning = Literal[TURNING]


class Camera(Written):
    """Where the picture is taken from."""

    view: ViewName | None = Field(None, description="A place with a name, in place of angles.")
    azimuth: Number = Field(
        60.0, description="0 in front of the person, 90 from the right, -90 from the left, 180 behind."
    )
    elevation: Annotated[float, Field(strict=True, ge=-20, le=80)] = Field(
        8.0, description="Degrees above the horizon."
    )
    close_up: Part | None = Field(None, description="The one part that the picture shows, larger.")

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: Any) -> Any:
        """A view's angles, where none are written."""
        view = value.get("view") if isinstance(value, dict) else None
        if not isinstance(view, str) or view not in VIEWS:
            return value
        azimuth, elevation = VIEWS[view]
        return {"azimuth": float(azimuth), "elevation": float(elevation), **value}


def _camera(value: Any) -> Any:
    """A camera, or just the name of its view."""
    return {"view": value} if isinstance(value, str) else value


CameraField = Annotated[Camera, BeforeValidator(_camera, json_schema_input_type=ViewName | Camera)]


class Arrow(Written):
    """A movement arrow from the pose's start (see `Pose.after`): the way of one part, or the turn of one."""

    follows: Part | None = Field(None, description="The part whose way the arrow shows.")
    turns: Turning | None = Field(
        None, description="The part that turns, about its own length or, as a pelvis that tips, across it."
    )
    both_ways: bool = Field(False, strict=True, description="A head at either end: there and back.")
    straight: bool = Field(False, strict=True, description="Straight instead of along the way.")
    right: Number = Field(0.0, description="Pushed to the picture's right, on top of the automatic place.")
    up: Number = Field(0.0, description="Pushed up in the picture.")

    @model_validator(mode="after")
    def _is_of_one(self) -> Arrow:
        if (self.follows is None) == (self.turns is None):
            raise refusal("an arrow shows one thing", "write follows: right foot, or turns: head")
        return self


def _arrows(value: Any) -> Any:
    """Arrows, or just one, or the part that one follows; `none` for no arrow."""
    if value == "none":
        return ()
    each = value if isinstance(value, list | tuple) else [value]
    return tuple({"follows": one} if isinstance(one, str) else one for one in each)


Arrows = Annotated[
    tuple[Arrow, ...],
    BeforeValidator(_arrows, json_schema_input_type=Part | Literal["none"] | Arrow | list[Part | Arrow]),
]


class Prop(Written):
    """A thing beside the body."""

    kind: KindName = Field(description="What it is.")
    place: PlaceName | None = Field(
        None,
        description="Where it is: a side of the person, `under` the hips or the whole body, a part that it lies under "
        "or goes round, the hands that hold it.",
    )
    at: Number | None = Field(
        None, description="Of what stands beside: how far from where the person began, percent of body height."
    )
    height: Annotated[float, Field(strict=True, gt=0, le=150)] | None = Field(
        None, description="How high its top is; of a band on a door, where it is fixed. Percent of body height."
    )
    to: End | None = Field(None, description="What has the ends of a band, a strap or a towel; `hands` when silent.")

    @model_validator(mode="after")
    def _place_fits(self) -> Prop:
        kind, fitting = KINDS[self.kind], PLACES[self.kind]
        if self.place is not None and self.place not in fitting:
            known = f"known: {', '.join(fitting)}" if fitting else "take `place` out"
            raise refusal(f"a {self.kind} has no place `{self.place}`", known, part="place")
        if self.to is not None and kind.ribbon is None:
            lines = " or ".join(name for name, other in KINDS.items() if other.ribbon)
            raise refusal(f"a {self.kind} has no ends", f"`to` is of a {lines}: take it out", part="to")
        if self.height is not None and not kind.height and self.where != DOOR:
            raise refusal(f"the height of a {self.kind} is not chosen", "take `height` out", part="height")
        return self

    @property
    def where(self) -> str:
        """Its place, the usual one when nothing is said; empty for a mat."""
        return self.place or next(iter(PLACES[self.kind]), "")

    @property
    def tall(self) -> float:
        """How high its top is: as written, else as it usually is."""
        return KINDS[self.kind].height if self.height is None else self.height


def _prop(value: Any) -> Any:
    """A prop, or just its kind."""
    return {"kind": value} if isinstance(value, str) else value


PropField = Annotated[Prop, BeforeValidator(_prop, json_schema_input_type=KindName | Prop)]
