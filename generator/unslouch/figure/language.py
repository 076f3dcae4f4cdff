"""The pose language: what an author writes under ``figure:``, as models.

Angles are degrees, named in full clinical words; a bare number is flexion. Lengths are
percent of body height (1 is about 1.7 cm). The right side is the worked side: the left
picture is its mirror image.

    figure:
      camera: {azimuth: 66, elevation: 8}
      highlight: [right hip flexors]
      arrow: {follows: pelvis}
      poses:
        start: {base: half-kneeling, right_hip: 4, right_knee: 94, hands: left thigh}
        end: {from: start, right_hip: {extension: 22}, right_knee: 68}
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from unslouch.fields import Id, Written, refusal
from unslouch.figure.angles import AnkleAngles, BallAngles, ForearmAngles, HingeAngles, Number, SpineAngles
from unslouch.figure.body import LANDMARKS, MUSCLES, SIDES

Path = tuple[str | int, ...]


@dataclass(frozen=True, order=True)
class PoseProblem:
    """One thing wrong with a figure; ``path`` leads to it through the figure's mapping."""

    path: Path
    message: str
    hint: str = ""


def _with_sides(names: Iterable[str]) -> list[str]:
    """Each ``{}`` name plain (the own side), and with left and right."""
    return [n.format(s) for n in names for s in (("", "left ", "right ") if "{}" in n else ("",))]


Base = Literal[
    "standing",
    "kneeling",
    "half-kneeling",
    "sitting",
    "long-sitting",
    "supine",
    "prone",
    "side-lying-left",
    "side-lying-right",
    "hands-and-knees",
]
BASE_NAMES: tuple[Base, ...] = get_args(Base)
_SIDED_PARTS = ("knee", "shin", "foot", "elbow", "forearm", "hand", "buttock", "shoulder")
PART_NAMES = ("torso", "head", "pelvis", *(f"{s} {p}" for s in SIDES for p in _SIDED_PARTS))
MUSCLE_NAMES = tuple(name for m in MUSCLES for name in (m, f"right {m}", f"left {m}"))

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

if TYPE_CHECKING:  # words that are data: text to a type checker, and to who reads an author's file one of these
    Part = str
    Touch = str
    MuscleName = str
    PlaceName = str
else:
    Part = Literal[PART_NAMES]
    Touch = Literal[("floor", "nothing", *_with_sides(LANDMARKS))]
    MuscleName = Literal[MUSCLE_NAMES]
    PlaceName = Literal[tuple(dict.fromkeys(p for places in PLACES.values() for p in places))]


class Place(Written):
    """A place on the floor, from the anchor (or from below the hips)."""

    forward: Number = Field(0.0, description="Ahead of the anchor, percent of body height.")
    out: Number = Field(0.0, description="To the limb's own side of the middle; across the middle is negative.")


class Placement(Written):
    """Where a hand or a foot goes; knee or elbow follow."""

    touches: Touch | None = Field(None, description="The floor, a place on the body, or `nothing` to undo a placement.")
    at: Place | None = Field(None, description="A place on the floor.")
    height: Number = Field(0.0, description="Above the floor (or off the body), percent of body height.")


class FootPlacement(Placement):
    """Where a foot goes."""

    turned_out: Number | None = Field(None, description="Toes outward, degrees; the angle of the pose when left out.")
    heel_raised: Annotated[float, Field(strict=True, ge=0, le=80)] = Field(
        0.0, description="Heel off the floor, degrees."
    )
    sole: Literal["down", "in", "up", "back", "forward"] = Field("down", description="Which way the sole faces.")


class HandPlacement(Placement):
    """Where a hand goes, palm to the surface."""

    palm: Literal["down", "forward", "out"] = Field(
        "down", description="What it lies on: the floor, a wall in front, a wall to the own side."
    )
    fingers_out: Number = Field(0.0, description="On the floor: fingers turned from forward to the own side, degrees.")


def _touching(value: Any) -> Any:
    """A placement, or just the name of what is touched."""
    return {"touches": value} if isinstance(value, str) else value


Foot = Annotated[FootPlacement | None, BeforeValidator(_touching, json_schema_input_type=Touch | FootPlacement)]
Hand = Annotated[HandPlacement | None, BeforeValidator(_touching, json_schema_input_type=Touch | HandPlacement)]


class Shift(Written):
    """A move of the hips, percent of body height."""

    forward: Number = 0.0
    up: Number = 0.0
    right: Number = 0.0


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

    kind: Literal["band", "chair", "wall", "towel", "mat", "cushion"]
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


class Pose(Written):
    """One pose. What is not said comes from the pose it extends, else from its base."""

    base: Base | None = Field(None, description="The position it starts from; standing when silent.")
    extends: Id | None = Field(None, alias="from", description="Another pose that this one changes.")
    after: Id | None = Field(None, description="The pose the movement comes from: where the arrow and the ghost start.")

    right_hip: BallAngles = None
    left_hip: BallAngles = None
    hips: BallAngles = None
    right_knee: HingeAngles = None
    left_knee: HingeAngles = None
    knees: HingeAngles = None
    right_ankle: AnkleAngles = None
    left_ankle: AnkleAngles = None
    ankles: AnkleAngles = None
    right_shoulder: BallAngles = None
    left_shoulder: BallAngles = None
    shoulders: BallAngles = None
    right_elbow: HingeAngles = None
    left_elbow: HingeAngles = None
    elbows: HingeAngles = None
    right_forearm: ForearmAngles = None
    left_forearm: ForearmAngles = None
    forearms: ForearmAngles = None
    right_wrist: HingeAngles = None
    left_wrist: HingeAngles = None
    wrists: HingeAngles = None
    trunk: SpineAngles = None
    neck: SpineAngles = None

    lean: Number | None = Field(None, description="Pelvis tipped forward, degrees.")
    tilt: Number | None = Field(None, description="Pelvis tipped to its right, degrees.")
    roll: Number | None = Field(None, description="Pelvis turned to its right about its own length, degrees.")
    turn: Number | None = Field(None, description="The whole person turned to the right, degrees.")
    shift: Shift | None = Field(None, description="The hips moved, with both feet placed.")
    raised: Number | None = Field(None, description="The lowest part this far above the floor (negative: pressed in).")

    right_foot: Foot = None
    left_foot: Foot = None
    feet: Foot = None
    right_hand: Hand = None
    left_hand: Hand = None
    hands: Hand = None
    support: tuple[Part, ...] | None = Field(
        None, description="The parts that carry the weight; the lowest when silent."
    )
    anchor: Part | None = Field(None, description="The part that stays at the same place.")

    camera: Camera | None = None
    arrow: Arrow | None = None
    highlight: tuple[MuscleName, ...] | None = None
    props: tuple[PropField, ...] | None = None
    alt: Annotated[str, StringConstraints(strict=True, min_length=1, max_length=150)] | None = Field(
        None, description="The picture in words, when the made-up ones do not do: position; moving limb; end position."
    )


START, END = "start", "end"
"""How the exercise's movement begins and ends; together the two stand for it."""
EASIER, HARDER = "easier", "harder"
"""The poses that go with what an exercise says of easier and harder ways."""
NAMES: dict[str, str] = {
    START: "how the movement begins",
    END: "how it ends, and the picture of the exercise in lists",
    f"{END}-…": "how another movement of the exercise ends",
    EASIER: "an easier way",
    HARDER: "a harder way",
}
"""Names of poses that say what a pose is for; all others are only names."""


class Figure(Written):
    """The poses of one exercise and how they are shown."""

    camera: Camera = Camera()
    highlight: tuple[MuscleName, ...] = Field(
        (), description="Working muscles: `glutes` (both sides), `right hip flexors`."
    )
    arrow: Arrow | None = Field(None, description="The arrow of every pose that comes after another.")
    props: tuple[PropField, ...] = ()
    poses: dict[Id, Pose] = Field(
        min_length=1,
        description="Poses by name. Some names say what a pose is for: "
        + "; ".join(f"`{name}`: {meaning}" for name, meaning in NAMES.items())
        + ".",
    )

    def start_of(self, name: str) -> str | None:
        """The pose that a pose's movement comes from: its own ``after``; for ``end``, the pose it changes."""
        pose = self.poses[name]
        return pose.after or (pose.extends if name == END else None)

    def movements(self) -> list[tuple[str, str]]:
        """Start and end of each movement."""
        ends = (name for name in self.poses if name == END or name.startswith(f"{END}-"))
        return [(start, end) for end in ends if (start := self.start_of(end))]
