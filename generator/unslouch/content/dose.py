"""How much of an exercise: a dose, and how long it takes.

What it reads like to readers is the business of :mod:`unslouch.guide.wording`.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    TypeAdapter,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
    model_validator,
)

from unslouch.content.amount import (
    NONE,
    DaysField,
    Duration,
    DurationField,
    EffortField,
    Range,
    RangeField,
    SetsField,
    TimesField,
)
from unslouch.content.statement import Ids
from unslouch.fields import Written, refusal, shaped

SECONDS_A_REPETITION = 3
"""A repetition at a calm pace, about 1-2 s up and 1-2 s down, where the author gives no tempo."""
SECONDS_BETWEEN_SETS = 15
"""Getting ready again, where the author gives no rest."""
SECONDS_TO_CHANGE_SIDES = 8
SECONDS_TO_CHANGE_EXERCISE = 20
"""A breath, getting into the next position, and reading its first step."""


def _or_none(nothing: Range) -> WrapValidator:
    """Lets a routine take a part of a dose away with the word for it, which reads as ``nothing``."""

    def read(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
        return nothing if isinstance(value, str) and value.strip().lower() == NONE else handler(value)

    return WrapValidator(read)


def _or_none_schema(kind: Any) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": [TypeAdapter(kind).json_schema(), {"const": NONE}]})


RangeOrNone = Annotated[RangeField, _or_none(Range(0, 0)), _or_none_schema(RangeField)]
EffortOrNone = Annotated[EffortField, _or_none(Range(0, 0)), _or_none_schema(EffortField)]
DurationOrNone = Annotated[DurationField, _or_none(Duration(0, 0)), _or_none_schema(DurationField)]


def _load(value: Any) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        raise refusal(f"`{value}` says no unit", f"write `{value} kg`, `{value} lb`, or words: light band")
    return re.sub(r"(?<=\d)\s*-\s*(?=\d)", "\N{EN DASH}", value) if isinstance(value, str) else value


Load = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=60), BeforeValidator(_load)
]


class PartialDose(Written):
    """What a routine may say of an exercise's dose; what is silent comes from the exercise, and `none` takes it away."""

    sets: SetsField | None = Field(None, description="How many times the whole is done: 3 or 2-3.")
    reps: RangeOrNone | None = Field(None, description="Repetitions in a set: 12 or 10-12.")
    hold: DurationOrNone | None = Field(
        None, description="How long a position is held, with `reps` in each repetition: 30 s, 15-30 s or 1 min."
    )
    time: DurationOrNone | None = Field(None, description="How long a set goes on, for what is not counted.")
    unit: (
        Annotated[
            str,
            Field(strict=True, min_length=1, max_length=30),
            *shaped(r"^[^\s].*$", "`{}` is not a word that says what is counted", lambda _: "write steps or swings"),
        ]
        | None
    ) = Field(None, description="What is counted, in the plural, where it is not repetitions: steps, swings, breaths.")
    tempo: Annotated[float, Field(strict=True, gt=0, le=60)] | None = Field(
        None, description="Seconds that one repetition takes."
    )
    load: Load | None = Field(
        None, description="What is lifted or pulled: 2 kg, 5 lb, or words: red band, body weight."
    )
    effort: EffortOrNone | None = Field(None, description="How hard it should feel, of 10: 5-7.")
    rest: DurationOrNone | None = Field(None, description="Rest between sets.")
    times_per_day: TimesField | None = Field(None, description="How many times a day: 2 or 2-3.")
    days_per_week: DaysField | None = Field(None, description="How many days a week: 3 or 2-3.")
    source: Ids = Field((), description="The id of the source this amount rests on, or a list of them.")

    @model_validator(mode="after")
    def _at_most_seven_days(self) -> PartialDose:
        if self.days_per_week and self.days_per_week.high > 7:
            raise refusal("a week has seven days", "write 7 or less", part="days_per_week")
        return self


def _is_none(value: Any) -> bool:
    """Whether a part of a dose is there to take the exercise's own away."""
    return value == NONE or (isinstance(value, Range) and value.high == 0)


class Dose(PartialDose):
    """How much of an exercise: sets of repetitions, of a hold, or of a time.

    A dose is for each side unless the exercise is bilateral.
    """

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["reps"]}, {"required": ["hold"]}, {"required": ["time"]}]}
    )

    sets: SetsField = Field(description="How many times the whole is done: 3 or 2-3.")

    @model_validator(mode="after")
    def _says_how_much(self) -> Dose:
        if part := next((name for name, value in self if _is_none(value)), ""):
            raise refusal(
                f"there is no `{part}` to take away from an exercise's own dose", f"leave `{part}` out", part=part
            )
        if not self.says_how_much:
            raise refusal(
                "a dose needs `reps`, `hold` or `time` beside `sets`",
                "add reps: 10-12, hold: 30 s or time: 1 min",
            )
        return self

    @property
    def says_how_much(self) -> bool:
        """Whether anything is left to do after a routine took something away."""
        return bool(self.reps or self.hold or self.time)

    @property
    def pause(self) -> Duration | None:
        """The rest that there is to tell of: a single set has nothing to rest between."""
        return self.rest if self.sets.high > 1 else None

    def changed_by(self, part: PartialDose | None) -> Dose:
        """This dose with what ``part`` says in place of its own."""
        if part is None:
            return self
        said = {name: getattr(part, name) for name in part.model_fields_set}
        changes = {k: None if _is_none(v) else v for k, v in said.items() if v is not None}
        return self.model_copy(update=changes)


def in_routine(own: Dose | None, part: PartialDose | None) -> Dose | None:
    """How much of an exercise a routine asks for: the exercise's own dose with what the routine says in its place.

    An exercise without one takes the whole from the routine; nothing where that says too little, or takes all away.
    """
    if own is None:
        if part is None or part.sets is None:
            return None
        own = Dose.model_construct(sets=part.sets)
    made = own.changed_by(part)
    return made if made.says_how_much else None


def pace(dose: Dose) -> float | None:
    """Seconds of one repetition there and back; nothing where none is counted."""
    return (dose.tempo or SECONDS_A_REPETITION) if dose.reps else None


def tenths(dose: Dose) -> int:
    """The tenths of a second of one repetition, in which a script counts them too."""
    return round((dose.tempo or SECONDS_A_REPETITION) * 10)


def seconds(dose: Dose, *, both_sides: bool, in_turn: bool = False) -> Duration:
    """How long a dose takes, rests between sets included, from its least to its most.

    Sides that move ``in_turn`` are not changed between. The player's plan takes as long: ``tests/vectors/plan.json``; a
    sheet of one's own counts the same: ``tests/vectors/sheet_address.json``.
    """
    one_set = _one_side(dose)
    if both_sides:
        change = 0 if in_turn and (dose.reps or dose.time) else SECONDS_TO_CHANGE_SIDES
        one_set = one_set * 2 + Duration(change, change)
    rest = dose.rest or Duration(SECONDS_BETWEEN_SETS, SECONDS_BETWEEN_SETS)
    between = Range(dose.sets.low - 1, dose.sets.high - 1)
    return one_set * dose.sets + rest * between


def _one_side(dose: Dose) -> Duration:
    """How long one side works in one set."""
    time = dose.time or Duration(0, 0)
    if not dose.reps:
        return time + dose.hold if dose.hold else time
    moving = dose.reps * tenths(dose)
    time += Duration((moving.low + 5) // 10, (moving.high + 5) // 10)
    return time + dose.hold * dose.reps if dose.hold else time


def minutes(total: Duration) -> Range:
    """Whole minutes, at least one; half a minute counts as one, as in ``own/count.js``."""
    return Range(max(1, (total.low + 30) // 60), max(1, (total.high + 30) // 60))
