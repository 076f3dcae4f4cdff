"""How much: ranges, durations and doses, read from text and counted in seconds.

What they read like to readers is the business of :mod:`unslouch.guide.wording`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from unslouch.content.statement import Ids
from unslouch.fields import Written, refusal, shaped

SECONDS_A_REPETITION = 3
"""A repetition at a calm pace, about 1-2 s up and 1-2 s down, where the author gives no tempo."""
SECONDS_BETWEEN_SETS = 15
"""Getting ready again, where the author gives no rest."""
SECONDS_TO_CHANGE_SIDES = 8
SECONDS_TO_CHANGE_EXERCISE = 20
"""A breath, getting into the next position, and reading its first step."""
MOST = 9999
"""The largest number of anything counted."""


@dataclass(frozen=True)
class Range:
    """From ``low`` to ``high``, both included; a single number has the two alike."""

    low: int
    high: int

    def __add__(self, other: Self) -> Self:
        return replace(self, low=self.low + other.low, high=self.high + other.high)

    def __mul__(self, times: Range | int) -> Self:
        times = times if isinstance(times, Range) else Range(times, times)
        return replace(self, low=self.low * times.low, high=self.high * times.high)

    @property
    def is_single(self) -> bool:
        return self.low == self.high

    def __str__(self) -> str:
        """With an en dash, as it is printed: ``10–12``."""
        return str(self.low) if self.is_single else f"{self.low}–{self.high}"


def _range(number: str) -> str:
    """The grammar of a range, in which ``number`` is a number."""
    return rf"{number}(?:\s*(?:-|–)\s*{number})?"


_UNIT = r" ?(s|min)"
_POSITIVE = r"0*[1-9]\d{0,3}"
"""A number for editors, which tell of a 0 by the pattern alone; here a 0 is read, and refused for what it is."""
_RANGE = re.compile(_range(r"(\d{1,4})"))
_DURATION = re.compile(_RANGE.pattern + _UNIT)
_MINUTES_AND_SECONDS = re.compile(r"(\d{1,3}) ?min (\d{1,2}) ?s")
_LOOSE_DASH = r"\s*(?:[-‐‑–—−]|to)\s*"
_LOOSE_DURATION = re.compile(
    rf"(\d{{1,4}}(?:{_LOOSE_DASH}\d{{1,4}})?)\s*(s|secs?|seconds?|m|mins?|minutes?|''|'|\")?\.?", re.IGNORECASE
)


def _ordered(low: int, high: int, written: Any) -> tuple[int, int]:
    if min(low, high) < 1:
        raise refusal(f"`{written}` must be 1 or more")
    if low > high:
        raise refusal(f"`{written}` runs from high to low", f"write {high}-{low}")
    return low, high


def _found(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    return "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, list) else f"`{value}`"


def parse_range(value: Any) -> Range:
    """``12`` or ``10-12`` → :class:`Range`; anything else is a problem with a hint."""
    if isinstance(value, Range):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        if value > MOST:
            raise refusal(f"`{value}` must be {MOST} or less")
        return Range(*_ordered(value, value, value))
    if isinstance(value, str) and (match := _RANGE.fullmatch(value.strip())):
        low = int(match[1])
        return Range(*_ordered(low, int(match[2] or low), value))
    numbers = re.findall(r"\d+", value) if isinstance(value, str) else []
    hint = f"write {'-'.join(numbers[:2])}" if numbers else "write 12 or 10-12"
    raise refusal(f"{_found(value)} is not a whole number or a range of them", hint)


@dataclass(frozen=True)
class Duration(Range):
    """A length of time in whole seconds. Added and multiplied it stays one, and it equals no :class:`Range` of numbers."""

    @property
    def whole_minutes(self) -> Range | None:
        """The same in minutes, where it is whole minutes."""
        return None if self.low % 60 or self.high % 60 else Range(self.low // 60, self.high // 60)


def parse_duration(value: Any) -> Duration:
    """``30 s``, ``15-30 s``, ``1 min``, ``1 min 30 s`` → :class:`Duration`."""
    if isinstance(value, Duration):
        return value
    if isinstance(value, str):
        written = value.strip()
        if match := _DURATION.fullmatch(written):
            factor = 60 if match[3] == "min" else 1
            low = int(match[1])
            low, high = _ordered(low, int(match[2] or low), value)
            return Duration(low * factor, high * factor)
        if match := _MINUTES_AND_SECONDS.fullmatch(written):
            seconds = int(match[1]) * 60 + int(match[2])
            return Duration(*_ordered(seconds, seconds, value))
    hint = "write 30 s, 15-30 s, 1 min or 1 min 30 s"
    if loose := _LOOSE_DURATION.fullmatch(str(value).strip()):
        unit = "min" if (loose[2] or "").lower().startswith("m") or loose[2] == "'" else "s"
        hint = f"write {'-'.join(re.findall('[0-9]+', loose[1]))} {unit}"
    raise refusal(f"{_found(value)} is not a length of time", hint)


RangeField = Annotated[
    Range,
    BeforeValidator(parse_range),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 1, "maximum": MOST},
                {"type": "string", "pattern": rf"^\s*{_range(_POSITIVE)}\s*$"},
            ]
        }
    ),
]
DurationField = Annotated[
    Duration,
    BeforeValidator(parse_duration),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": rf"^\s*({_range(_POSITIVE)}{_UNIT}|{_MINUTES_AND_SECONDS.pattern})\s*$",
            "examples": ["30 s", "15-30 s", "1 min", "1 min 30 s"],
        }
    ),
]


class PartialDose(Written):
    """What a routine may say of an exercise's dose; what is silent comes from the exercise."""

    sets: Annotated[int, Field(strict=True, ge=1, le=20)] | None = Field(
        None, description="How many times the whole is done: a whole number."
    )
    reps: RangeField | None = Field(None, description="Repetitions in a set: 12 or 10-12.")
    hold: DurationField | None = Field(None, description="How long a position is held: 30 s, 15-30 s or 1 min.")
    time: DurationField | None = Field(None, description="How long a set goes on, for what is not counted.")
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
    rest: DurationField | None = Field(None, description="Rest between sets.")
    days_per_week: RangeField | None = Field(None, description="How many days a week: 3 or 2-3.")
    source: Ids = Field((), description="The id of the source this amount rests on, or a list of them.")

    @model_validator(mode="after")
    def _at_most_seven_days(self) -> PartialDose:
        if self.days_per_week and self.days_per_week.high > 7:
            raise refusal("a week has seven days", "write 7 or less", part="days_per_week")
        return self


class Dose(PartialDose):
    """How much of an exercise: sets of repetitions, of a hold, or of a time.

    A dose is for each side unless the exercise is bilateral.
    """

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": ["reps"]}, {"required": ["hold"]}, {"required": ["time"]}]}
    )

    sets: Annotated[int, Field(strict=True, ge=1, le=20)] = Field(
        description="How many times the whole is done: a whole number."
    )

    @model_validator(mode="after")
    def _says_how_much(self) -> Dose:
        if not (self.reps or self.hold or self.time):
            raise refusal(
                "a dose needs `reps`, `hold` or `time` beside `sets`",
                "add reps: 10-12, hold: 30 s or time: 1 min",
            )
        return self

    @property
    def pause(self) -> Duration | None:
        """The rest that there is to tell of: a single set has nothing to rest between."""
        return self.rest if self.sets > 1 else None

    def changed_by(self, part: PartialDose | None) -> Dose:
        """This dose with what ``part`` says in place of its own."""
        if part is None:
            return self
        said = {name: getattr(part, name) for name in part.model_fields_set}
        return self.model_copy(update={k: v for k, v in said.items() if v is not None})


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
    return one_set * dose.sets + rest * (dose.sets - 1)


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
