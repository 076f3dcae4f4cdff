"""The pose language: what an author writes under ``figure:``, as models.

Angles are degrees, named in full clinical words; a bare number is flexion. Lengths are
percent of body height (1 is about 1.7 cm). The right side is the worked side: the left
picture is its mirror image.

    figure:
      camera: {azimuth: 66, elevation: 8}   # or a word: side
      highlight: [right hip flexors]
      arrow: pelvis
      poses:
        start: {base: half-kneeling, right_hip: 4, right_knee: 94, hands: left thigh}
        end: {from: start, right_hip: {extension: 22}, right_knee: 68}
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, StringConstraints

from unslouch.fields import Id, Written
from unslouch.figure.angles import (
    AnkleAngles,
    BallAngles,
    ForearmAngles,
    HingeAngles,
    NeckAngles,
    Number,
    PelvisAngles,
    ScapulaAngles,
    SpineAngles,
    WristAngles,
)
from unslouch.figure.names import Base, Gaze, Lying, MuscleName, Part, Surface
from unslouch.figure.people import PersonName
from unslouch.figure.placement import Foot, Hand, Shift
from unslouch.figure.shown import Arrows, Camera, CameraField, PropField

Path = tuple[str | int, ...]


AND = " and "
"""Between the parts of a problem that is about two."""


@dataclass(frozen=True, order=True)
class PoseProblem:
    """One thing wrong with a figure; ``path`` leads to it through the figure's mapping."""

    path: Path
    message: str
    hint: str = ""
    part: str = ""
    """What of the body it is about (``right hand``, ``right hand and left hand``), for who marks it in the picture."""


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
    right_scapula: ScapulaAngles = None
    left_scapula: ScapulaAngles = None
    scapulae: ScapulaAngles = None
    right_shoulder: BallAngles = None
    left_shoulder: BallAngles = None
    shoulders: BallAngles = None
    right_elbow: HingeAngles = None
    left_elbow: HingeAngles = None
    elbows: HingeAngles = None
    right_forearm: ForearmAngles = None
    left_forearm: ForearmAngles = None
    forearms: ForearmAngles = None
    right_wrist: WristAngles = None
    left_wrist: WristAngles = None
    wrists: WristAngles = None
    trunk: SpineAngles = None
    neck: NeckAngles = None
    pelvis: PelvisAngles = None

    lean: Number | None = Field(
        None,
        description="The whole body tipped forward about the hips, thighs with it, degrees; `pelvis` tips it alone.",
    )
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
    contacts: dict[Lying, Surface] | None = Field(
        None,
        description="Parts that lie on something: on the floor, on a wall or a chair of the pose, or on another part. "
        "Each is turned about its joint until it touches. A word for both sides (`knees`) is right too; "
        "`nothing` undoes what the base or another pose says.",
    )
    support: tuple[Part, ...] | None = Field(
        None, description="The parts that carry the weight; the lowest when silent."
    )
    anchor: Part | None = Field(None, description="The part that stays at the same place.")

    camera: CameraField | None = None
    arrow: Arrows | None = Field(
        None, description="Its arrows, `none` for no arrow; of the part that moves furthest when nothing is said."
    )
    gaze: Gaze | None = Field(None, description="Where the eyes look, from the person's own side; the head stays.")
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

    person: PersonName | None = Field(
        None, description="Who shows the exercise; the guide chooses among its people when silent."
    )
    camera: CameraField = Camera()
    gaze: Gaze = Field("ahead", description="Where the eyes look in every pose that says nothing.")
    highlight: tuple[MuscleName, ...] = Field(
        (), description="Working muscles: `glutes` (both sides), `right hip flexors`."
    )
    arrow: Arrows | None = Field(None, description="The arrow of every pose that comes after another.")
    props: tuple[PropField, ...] = ()
    poses: dict[Id, Pose] = Field(
        min_length=1,
        description="Poses by name. Some names say what a pose is for: "
        + "; ".join(f"`{name}`: {meaning}" for name, meaning in NAMES.items())
        + ".",
    )

    def shown_by(self, person: str) -> Figure:
        """The same, shown by someone where no author said by whom."""
        return self if self.person else self.model_copy(update={"person": person})

    @property
    def highlights(self) -> bool:
        """Whether any picture shows working muscles."""
        return bool(self.highlight or any(pose.highlight for pose in self.poses.values()))

    def start_of(self, name: str) -> str | None:
        """The pose that a pose's movement comes from: its own ``after``; for ``end``, the pose it changes."""
        pose = self.poses[name]
        return pose.after or (pose.extends if name == END else None)

    def movements(self) -> list[tuple[str, str]]:
        """Start and end of each movement."""
        ends = (name for name in self.poses if name == END or name.startswith(f"{END}-"))
        return [(start, end) for end in ends if (start := self.start_of(end))]
