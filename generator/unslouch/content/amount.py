"""Numbers and lengths of time, and ranges of them, read from what an author writes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from unslouch.content import notation
from unslouch.fields import refusal

MOST = 9999
"""The largest number of anything counted."""
NONE = "none"
"""What takes a part of a dose away that would otherwise come from elsewhere."""


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


def _ordered(low: int, high: int, written: Any) -> tuple[int, int]:
    if min(low, high) < 1:
        raise refusal(f"`{written}` must be 1 or more")
    if low > high:
        unit = re.sub(r"[^a-z]", "", str(written))
        raise refusal(f"`{written}` runs from high to low", f"write {high}-{low} {unit}".rstrip())
    return low, high


def _found(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    return "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, list) else f"`{value}`"


def parse_range(value: Any, most: int = MOST) -> Range:
    """``12`` or ``10-12`` → :class:`Range`; anything else is a problem with a hint, of ``most`` at most."""
    if isinstance(value, Range):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        if value > MOST:
            raise refusal(f"`{value}` must be {MOST} or less")
        return Range(*_ordered(value, value, value))
    if isinstance(value, str) and (match := _RANGE.fullmatch(value.strip())):
        low = int(match[1])
        return Range(*_ordered(low, int(match[2] or low), value))
    raise refusal(f"{_found(value)} is not a whole number or a range of them", notation.of_range(value, most))


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
    raise refusal(f"{_found(value)} is not a length of time", notation.of_duration(value))


def _range_schema(most: int = MOST) -> WithJsonSchema:
    number = {"type": "integer", "minimum": 1, "maximum": most}
    return WithJsonSchema({"anyOf": [number, {"type": "string", "pattern": rf"^\s*{_range(_POSITIVE)}\s*$"}]})


def _at_most(most: int) -> AfterValidator:
    def check(value: Range) -> Range:
        if value.high > most:
            raise refusal(f"`{value}` must be {most} or less")
        return value

    return AfterValidator(check)


RangeField = Annotated[Range, BeforeValidator(parse_range), _range_schema()]
SetsField = Annotated[Range, _at_most(20), BeforeValidator(partial(parse_range, most=20)), _range_schema(20)]
EffortField = Annotated[Range, _at_most(10), BeforeValidator(partial(parse_range, most=10)), _range_schema(10)]
DaysField = Annotated[Range, BeforeValidator(partial(parse_range, most=7)), _range_schema()]
TimesField = Annotated[Range, _at_most(24), BeforeValidator(partial(parse_range, most=24)), _range_schema(24)]
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
