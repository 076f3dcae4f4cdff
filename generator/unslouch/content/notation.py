"""Amounts as people note them who prescribe exercises (`3x10`, `30 sec`, `2x/day`): what the format writes instead.

A hint is given only where it says what was meant; a number picked out of a text may say the opposite of it.
"""

from __future__ import annotations

import re
from typing import Any

_ANY_RANGE = "write 12 or 10-12"
_ANY_DURATION = "write 30 s, 15-30 s, 1 min or 1 min 30 s"

_WEEK = 7

_NUMBER = r"(\d{1,4})"
_TO = r"\s*(?:[-\u2010-\u2015\u2212~]|to|\.{2,3}|…)\s*"
_ABOUT = r"(?:about|approx\.?|around|circa|ca\.|~|x)?\s*"
_COUNTED = r"(?:reps?|repetitions?|times|x|sets?|days?)?\.?"
_A_WEEK = r"(?:\s*(?:times|days|x)?\s*(?:/|a|per|each|every)\s*(?:week|wk))?"
_RANGE = re.compile(rf"{_ABOUT}{_NUMBER}(?:{_TO}{_NUMBER})?\s*{_COUNTED}{_A_WEEK}", re.IGNORECASE)
_SETS = re.compile(
    rf"{_NUMBER}(?:{_TO}{_NUMBER})?\s*(?:sets?\s*(?:of|x|×)|[x×*])\s*{_NUMBER}(?:{_TO}{_NUMBER})?\s*(?P<unit>s|secs?|seconds?|min|minutes?)?\s*{_COUNTED}",
    re.IGNORECASE,
)
_A_DAY = re.compile(
    rf"{_NUMBER}\s*(?:times|x)?\s*(?:/|a|per|each|every)\s*day|(?P<twice>twice)\s*(?:a|per)?\s*(?:day|daily)",
    re.IGNORECASE,
)
_DAILY = re.compile(r"daily|every\s*day|each\s*day|all\s*days", re.IGNORECASE)
_DURATION = re.compile(
    rf"{_ABOUT}{_NUMBER}\s*(?P<first>[a-z'\"]*)\.?(?:{_TO}{_NUMBER})?\s*(?P<unit>[a-z'\"]*)\.?", re.IGNORECASE
)
_DECIMAL_MINUTES = re.compile(r"(\d{1,2})[.,]5\s*(?:m|mins?|minutes?)", re.IGNORECASE)
_UNITS = {
    **dict.fromkeys(("", "s", "sec", "secs", "second", "seconds", '"', "''"), ("s", 1)),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "'"), ("min", 1)),
    **dict.fromkeys(("h", "hr", "hour", "hours"), ("min", 60)),
}


def range_meant(value: Any, most: int) -> str:
    """A number, or a range of them, as the format has it; nothing where it is not certain, or is above ``most``."""
    text = _plain(value)
    if found := _RANGE.fullmatch(text):
        sure = all(0 < int(number) <= most for number in (found[1], found[2]) if number)
        return _span(found[1], found[2]) if sure else ""
    return "7" if most == _WEEK and _DAILY.fullmatch(text) else ""


def of_range(value: Any, most: int) -> str:
    """How to write a number, or a range of them, that is written otherwise; ``most`` is the largest that may be meant."""
    text = _plain(value)
    if (meant := range_meant(value, most)) and meant != text:
        return f"write {meant}"
    if found := _SETS.fullmatch(text):
        return f"write the dose as {of_dose(text)}"
    if found := _A_DAY.fullmatch(text):
        return f"write times_per_day: {2 if found['twice'] else int(found[1])} instead, and days_per_week: 7"
    return _ANY_RANGE


def of_dose(text: str) -> str:
    """A dose on one line, as a mapping: `3x10` as ``{sets: 3, reps: 10}``; nothing for what is none."""
    found = _SETS.fullmatch(" ".join(text.split()))
    if not found:
        return ""
    amount = _span(found[3], found[4])
    unit = _UNITS[(found["unit"] or "").lower()][0]
    how_much = f"hold: {amount} {unit}" if found["unit"] else f"reps: {amount}"
    return f"{{sets: {_span(found[1], found[2])}, {how_much}}}"


def duration_meant(value: Any) -> str:
    """A length of time, or a range of them, as the format has it; nothing where it is not certain."""
    text = _plain(value)
    if found := _DECIMAL_MINUTES.fullmatch(text):
        return f"{int(found[1])} min 30 s"
    found = _DURATION.fullmatch(text)
    first, last = (found["first"].lower(), found["unit"].lower()) if found else ("?", "?")
    if not found or first not in _UNITS or last not in _UNITS or (first and last and _UNITS[first] != _UNITS[last]):
        return ""
    unit, factor = _UNITS[last or first]
    numbers = [int(number) * factor for number in (found[1], found[3]) if number]
    if not all(0 < number < 10_000 for number in numbers):
        return ""
    return f"{'-'.join(map(str, sorted(numbers)))} {unit}"


def of_duration(value: Any) -> str:
    """How to write a length of time, or a range of them, that is written otherwise."""
    meant = duration_meant(value)
    return f"write {meant}" if meant else _ANY_DURATION


def _plain(value: Any) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _span(low: str, high: str | None) -> str:
    return "-".join(map(str, sorted({int(number) for number in (low, high) if number})))
