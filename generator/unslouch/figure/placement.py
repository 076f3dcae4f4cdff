"""Where a hand or a foot is put, as an author writes it; lengths are percent of body height."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from unslouch.fields import Written, refusal
from unslouch.figure.angles import Number
from unslouch.figure.names import THING_SURFACES, HandShape, Touch


class Place(Written):
    """A place on the floor, from the anchor (or from below the hips)."""

    forward: Number = Field(0.0, description="Ahead of the anchor, percent of body height.")
    out: Number = Field(0.0, description="To the limb's own side of the middle; across the middle is negative.")


class Placement(Written):
    """Where a hand or a foot goes; knee or elbow follow."""

    touches: Touch | None = Field(
        None,
        description="The floor, a wall or chair of the pose, a place on the body, or `nothing` to undo a placement.",
    )
    at: Place | None = Field(None, description="A place on the floor, or near which a thing is touched.")
    height: Number = Field(0.0, description="Above the floor (or off the body), percent of body height.")

    @property
    def on(self) -> str:
        """What it is to touch, by name; empty in the air."""
        name = self.touches or "floor"
        return "" if self.height and name not in THING_SURFACES else name


def _heel(value: Any) -> Any:
    """How far a heel is raised; who writes less than nothing means the toes."""
    if isinstance(value, int | float) and value < 0:
        raise refusal(
            "a heel is raised by 0 to 80 degrees", "to raise the toes instead, the heel down: `sole: forward`"
        )
    return value


class FootPlacement(Placement):
    """Where a foot goes."""

    turned_out: Number | None = Field(None, description="Toes outward, degrees; the angle of the pose when left out.")
    heel_raised: Annotated[float, Field(strict=True, ge=0, le=80), BeforeValidator(_heel)] = Field(
        0.0, description="Heel off the floor, degrees."
    )
    sole: Literal["down", "in", "up", "back", "forward"] = Field(
        "down", description="Which way the sole faces; `back` on tucked toes."
    )


class HandPlacement(Placement):
    """Where a hand goes, palm to the surface."""

    palm: Literal["down", "forward", "out"] = Field(
        "down", description="What it lies on: the floor, a wall in front, a wall to the own side."
    )
    fingers_out: Number = Field(0.0, description="On the floor: fingers turned from forward to the own side, degrees.")
    shape: HandShape | None = Field(
        None,
        description="How the fingers are; what fits the place when silent. With nothing else said the hand hangs.",
    )

    @property
    def hangs(self) -> bool:
        """Whether it is put nowhere."""
        return self.touches == "nothing" or self.model_fields_set == {"shape"}

    @property
    def on(self) -> str:
        """As :meth:`Placement.on`; an upright palm is on a wall."""
        return "wall" if self.touches in (None, "floor") and self.palm != "down" else super().on


def _touching(value: Any) -> Any:
    """A placement, or just the name of what is touched."""
    return {"touches": value} if isinstance(value, str) else value


Foot = Annotated[FootPlacement | None, BeforeValidator(_touching, json_schema_input_type=Touch | FootPlacement)]
Hand = Annotated[HandPlacement | None, BeforeValidator(_touching, json_schema_input_type=Touch | HandPlacement)]


class Shift(Written):
    """A move of the hips, percent of body height."""

    forward: Number = Field(0.0, description="Ahead.")
    up: Number = Field(0.0, description="Up; down is negative.")
    right: Number = Field(0.0, description="To the person's right; left is negative.")
