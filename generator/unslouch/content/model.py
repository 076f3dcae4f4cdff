"""What an author can write: exercises, routines and the safety notes.

The names here are the format's contract; editors show their descriptions, through the JSON Schemas made from these.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    model_validator,
)

from unslouch.content.amount import MOST, DaysField, Duration, Range, RangeField, TimesField
from unslouch.content.dose import Dose, PartialDose, seconds
from unslouch.content.fitting import Ask, Corrections, Progress
from unslouch.content.image import Drawn, Image, Video
from unslouch.content.inline import Inline, Text, text_of
from unslouch.content.own_words import OrOwn
from unslouch.content.rendering import plain
from unslouch.content.review import Reviewed
from unslouch.content.statement import Source, Stated, StatedCaution, StatedForCards, Statement
from unslouch.content.steps import Steps
from unslouch.content.syntax import scalar
from unslouch.content.todo import TO_DO_IT, Incomplete, OrTodo
from unslouch.content.vocabulary import DAYS, Category, Equipment, Laterality, Level, Muscle, Position
from unslouch.fields import Name, Names, Plain, Written, refusal, shaped

OwnEquipment = Annotated[Equipment, OrOwn("equipment")]
OwnMuscle = Annotated[Muscle, OrOwn("muscles")]


class Entry(Reviewed):
    """A file of its own, whose stem is its id."""

    _id: str = PrivateAttr("")
    _file: str = PrivateAttr("")
    _written: dict[str, Any] = PrivateAttr(default_factory=dict)
    order: Annotated[int, Field(strict=True, ge=1, le=MOST)] | None = Field(
        None, description="Its place in lists: 1 comes before 2, and those without a number last; else by id."
    )

    @property
    def id(self) -> str:
        """The file's stem: never typed, so it cannot disagree with the file's name."""
        return self._id

    @property
    def file(self) -> str:
        """Where it is below content/: `exercises/knee/squat.yml`."""
        return self._file

    @property
    def written(self) -> dict[str, Any]:
        """What its file holds, as plain data."""
        return self._written

    def named(self, id: str, file: str = "", written: dict[str, Any] | None = None) -> Any:
        """This entry, knowing its id, its file, and what that holds."""
        self._id, self._file, self._written = id, file, written or {}
        return self


class Muscles(Written):
    """The muscles that work, or that are stretched."""

    primary: tuple[OwnMuscle, ...] = Field(min_length=1, description="The muscles the exercise is for.")
    secondary: tuple[OwnMuscle, ...] = Field((), description="Muscles that help or are also stretched.")


class Exercise(Entry, Incomplete):
    """One exercise a file: content/exercises/<id>.yml; the file's stem is its id."""

    name: Plain = Field(description="What the exercise is called: Figure-four stretch.")
    aliases: tuple[Plain, ...] = Field((), description="Other names it goes by; search finds them.")
    summary: Annotated[Text, OrTodo(Inline())] = Field(description="One sentence: what one does, and what for.")
    category: Annotated[Category | None, OrTodo()] = Field(description="What kind of exercise it is.")
    position: Annotated[Position | None, OrTodo()] = Field(description="The position it starts in.")
    laterality: Annotated[Laterality | None, OrTodo()] = Field(
        description="bilateral: both sides at once; unilateral: one side, then the other; alternating: in turn."
    )
    level: Annotated[Level | None, OrTodo()] = Field(description="Whom it suits.")
    muscles: Annotated[Muscles, OrTodo(Muscles.model_construct(primary=()))] = Field(
        description="The muscles that work, or that are stretched."
    )
    areas: tuple[Annotated[Plain, OrOwn("areas")], ...] = Field(
        (), description="Parts of the body, in a reader's words: hips, lower back."
    )
    equipment: tuple[OwnEquipment, ...] = Field((), description="What is needed. An empty list: nothing.")
    optional_equipment: tuple[OwnEquipment, ...] = Field((), description="What may help.")
    dose: Annotated[Dose | None, OrTodo()] = Field(description="How much: sets, and repetitions, a hold or a time.")
    steps: Annotated[Steps, OrTodo(())] = Field(description="What to do, one action a step.")
    breathing: Text | None = Field(None, description="How to breathe.")
    feel: Text | None = Field(None, description="What one should feel, and where.")
    mistakes: tuple[StatedForCards, ...] = Field((), description="What often goes wrong.")
    easier: Text | None = Field(None, description="How to make it easier.")
    harder: Text | None = Field(None, description="How to make it harder.")
    cautions: tuple[StatedCaution, ...] = Field((), description="When to leave it out or to take care.")
    asks: Corrections = Field(
        Corrections(), description="What it asks of the body, where the poses do not show it: {add: [one-leg]}."
    )
    easier_first: Names = Field(
        (), description="What to begin with where this is too hard, easiest first: ids of exercises, or `easier`."
    )
    progress: Progress | None = Field(None, description="When to go on, and to what.")
    related: tuple[Name, ...] = Field((), description="Ids of exercises that go well with it.")
    sources: tuple[Source, ...] = Field((), description="Where the claims come from.")
    sources_note: Text | None = Field(
        None, description="What was looked for and not found, in a sentence: no study of this pose."
    )
    reviewed: Annotated[date, Field(strict=True)] | None = Field(
        None, description="The day the text was last checked, by whomever; no clinician's review: 2026-11-23."
    )
    video: Video | None = Field(None, description="A video of it elsewhere: a link, and nothing is loaded from there.")
    figure: Drawn | None = Field(None, description="The poses that the figures are drawn from.")
    images: tuple[Image, ...] = Field((), description="An author's own pictures.")

    @property
    def both_sides(self) -> bool:
        """Whether the dose is for each side."""
        return self.laterality in ("unilateral", "alternating")

    @property
    def eases(self) -> tuple[Ask, ...]:
        """What its easier form spares; nothing where no easier form is told."""
        return self.asks.easier_drops if self.easier else ()

    @property
    def in_turn(self) -> bool:
        """Whether the sides move in turn, so that there is no change of sides to wait for."""
        return self.laterality == "alternating"

    @property
    def complete(self) -> bool:
        """Whether all is given that it takes to do it, with a dose of its own."""
        return self.dose is not None and TO_DO_IT.isdisjoint(self.todo)

    def seconds(self, dose: Dose, *, one_side: bool = False) -> Duration:
        """How long so much of it takes, of both sides or one, see :func:`dose.seconds`."""
        return seconds(dose, both_sides=self.both_sides and not one_side, in_turn=self.in_turn)


LONGEST_NOTE = 120
"""Letters that a sheet has room for beside an exercise."""


def _short(note: Statement) -> Statement:
    if len(plain(note)) > LONGEST_NOTE:
        raise refusal(f"the note is longer than the {LONGEST_NOTE} letters a sheet has room for", "say it shorter")
    return note


class RoutineExercise(Written):
    """An exercise of a routine, with what the routine has to say of it."""

    exercise: Name = Field(description="The exercise's id.")
    side: Literal["right", "left"] | None = Field(
        None, description="One side only; name the exercise twice where each side has a dose of its own."
    )
    dose: PartialDose | None = Field(
        None, description="This routine's own dose; what is silent comes from the exercise, and `none` takes it away."
    )
    notes: Annotated[Stated, AfterValidator(_short)] | None = Field(
        None, description="A remark on this exercise in this routine: Stop if your arm tingles."
    )


def _routine_exercise(value: Any) -> Any:
    """An id alone as a mapping; ``squat: {sets: 2}`` is told how it is written."""
    if isinstance(value, dict) and len(value) == 1:
        ((id, dose),) = value.items()
        if id not in RoutineExercise.model_fields and (dose is None or isinstance(dose, dict)):
            meant = {"exercise": id, "dose": dose} if dose else id
            raise refusal(f"`{id}` is no key of an exercise in a routine", f"write `{scalar(meant)}`")
    return {"exercise": value} if isinstance(value, str) else value


class Block(Written):
    """Exercises done one after the other."""

    name: Plain = Field(description="What this part is called: Stretch.")
    choose: RangeField | None = Field(None, description="The reader picks this many of the block: 3-4.")
    rounds: Annotated[int, Field(strict=True, ge=1, le=10)] = Field(
        1, description="How many times the block is gone through, one exercise after the other."
    )
    exercises: tuple[
        Annotated[RoutineExercise, BeforeValidator(_routine_exercise, json_schema_input_type=Name | RoutineExercise)],
        ...,
    ] = Field(min_length=1, max_length=40, description="Ids of exercises, or {exercise: id, dose: {…}}.")
    notes: Stated | None = Field(None, description="A remark on this part.")

    @model_validator(mode="after")
    def _enough_to_choose_from(self) -> Block:
        if self.choose and self.choose.high > len(self.exercises):
            raise refusal(
                f"choose: {self.choose.high} of a block of {len(self.exercises)}",
                f"list more exercises, or choose at most {len(self.exercises)}",
                part="choose",
            )
        return self

    @property
    def count(self) -> Range:
        """How many exercises the reader does."""
        return self.choose or Range(len(self.exercises), len(self.exercises))


class Week(Written):
    """The routines of each day; a day left out, or with an empty list, is for rest."""

    monday: tuple[Name, ...] = ()
    tuesday: tuple[Name, ...] = ()
    wednesday: tuple[Name, ...] = ()
    thursday: tuple[Name, ...] = ()
    friday: tuple[Name, ...] = ()
    saturday: tuple[Name, ...] = ()
    sunday: tuple[Name, ...] = ()

    def days(self) -> list[tuple[str, tuple[str, ...]]]:
        """Monday to Sunday, each with its routines' ids."""
        return [(day, getattr(self, day)) for day in DAYS]


class Routine(Entry):
    """One routine a file: content/routines/<id>.yml. It has blocks of exercises, or a week of routines."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["blocks"]}, {"required": ["week"]}]})

    name: Plain = Field(description="What the routine is called: Desk-day reset.")
    summary: Text = Field(description="One sentence: for whom, and what it does.")
    goal: Plain | None = Field(None, description="When to choose it, in the reader's words: I have sat all day.")
    times_per_day: TimesField | None = Field(None, description="How many times a day: 2 or 2-3.")
    days_per_week: DaysField | None = Field(None, description="How many days a week: 3 or 2-3.")
    blocks: tuple[Block, ...] = Field((), min_length=1, max_length=12, description="The routine's parts, in order.")
    week: Week | None = Field(None, description="A weekly plan, in place of blocks: the routines of each day.")
    notes: Stated | None = Field(None, description="Anything else the reader should know.")
    sources: tuple[Source, ...] = Field((), description="Where its claims come from.")

    @model_validator(mode="after")
    def _blocks_or_week(self) -> Routine:
        if bool(self.blocks) == bool(self.week):
            raise refusal(
                "a routine has either `blocks` or a `week`" + (", not both" if self.week else ""),
                "list exercises under `blocks`, or routines for each day under `week`",
            )
        if self.days_per_week and self.days_per_week.high > 7:
            raise refusal("a week has seven days", "write 7 or less", part="days_per_week")
        return self


class Signs(Written):
    """Warning signs that call for the same action."""

    action: Text = Field(description="What to do.")
    signs: tuple[Stated, ...] = Field(min_length=1, description="The signs, one an item.")


class RedFlags(Written):
    """Signs of something that exercise must not wait for."""

    emergency: Signs = Field(description="Signs that need help at once.")
    soon: Signs = Field(description="Signs that need an appointment soon.")


class AskFirst(Written):
    """Who should ask a professional before they start."""

    action: Text = Field(description="What to do, and whom to ask.")
    reasons: tuple[Stated, ...] = Field(min_length=1, description="The reasons to ask, one an item.")
    line: Annotated[Inline, text_of(300)] = Field(description="The same in a line, for the pages of exercises.")


class Safety(Reviewed):
    """content/safety.yml: what stands on every page and card."""

    stop_rule: tuple[Stated, ...] = Field(min_length=1, description="When to stop, in short sentences.")
    red_flags: RedFlags = Field(description="When to get help instead of exercising.")
    ask_first: AskFirst | None = Field(None, description="Who should ask before they start.")
    disclaimer: Text = Field(description="What this guide is not.")
    clinical_review: Text = Field(description="Who has reviewed the content, or that nobody has yet.")
    review_line: Annotated[Inline, text_of(80)] | None = Field(None, description="The same in a line, for sheets.")
    card_line: Annotated[Inline, text_of(300)] = Field(description="The stop rule in a line for printed cards.")
    sources: tuple[Source, ...] = Field((), description="Where the claims come from.")
    emergency_number: (
        Annotated[
            Plain,
            *shaped(
                r"^[^\[\]{}<>*_`\\|]+$",
                "`{}` is not a number to call",
                lambda _: 'write digits and plain words: "112" or "112 or 999"',
            ),
        ]
        | None
    ) = Field(None, description='The number to call, in quotes: "112". Fills {emergency_number} in the texts.')
