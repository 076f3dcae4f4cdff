"""What the columns of a spreadsheet mean, and what a cell of each says in the format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from unslouch.content import notation, yaml
from unslouch.content.synonyms import KEYS
from unslouch.content.vocabulary import CATEGORIES, EQUIPMENT, LATERALITIES, LEVELS, MUSCLES, POSITIONS
from unslouch.exchange.found import known

_WORD = {"category": CATEGORIES, "position": POSITIONS, "laterality": LATERALITIES, "level": LEVELS}
_WORDS = {"primary": MUSCLES, "secondary": MUSCLES, "equipment": EQUIPMENT, "optional_equipment": EQUIPMENT}
_LISTS = ("aliases", "areas", "related")
_LINES = ("steps", "mistakes", "cautions")
_COUNTS = {"sets": 20, "reps": 9999, "effort": 10, "times_per_day": 24, "days_per_week": 7}
"""The largest number that each may be."""
_LENGTHS = ("hold", "time", "rest")
DOSE = (*_COUNTS, *_LENGTHS, "unit", "tempo", "load")
_TEXTS = ("id", "name", "summary", "breathing", "feel", "easier", "harder", "dose", "video", "source", "source_url")
COLUMNS = (*_TEXTS, *_WORD, *_WORDS, *_LISTS, *_LINES, *DOSE, "order")
_ALSO: dict[str, str] = {
    **dict.fromkeys(("exercise", "exercise name"), "name"),
    **dict.fromkeys(("muscle", "muscles", "primary muscle", "primary muscles", "main muscles"), "primary"),
    **dict.fromkeys(("target", "target muscle", "target muscles", "muscle group"), "primary"),
    **dict.fromkeys(("secondary muscles", "secondary muscle", "other muscles"), "secondary"),
    **dict.fromkeys(("side", "bilateral or unilateral"), "laterality"),
    **dict.fromkeys(("area", "joint"), "areas"),
    **dict.fromkeys(("prescription", "dosage", "sets and reps", "sets x reps"), "dose"),
    **dict.fromkeys(("sources", "reference"), "source"),
    **dict.fromkeys(("url", "source link"), "source_url"),
    **dict.fromkeys(("step",), "steps"),
}
_STEP = re.compile(r"step \d{1,2}")
_UNIT = re.compile(r"(?P<name>.+?) (?P<unit>s|secs?|seconds?|min|mins|minutes?|kg|lbs?)")
_SHORT = {"sec": "s", "secs": "s", "second": "s", "seconds": "s", "mins": "min", "minute": "min", "minutes": "min"}
_BREAK = re.compile(r"\s*[\n\r]+\s*")
_BETWEEN = re.compile(r"\s*[;,|\n\r]+\s*")
_NUMBERED = re.compile(r"(?:^|\s)(?=\d{1,2}[.)]\s)")


@dataclass(frozen=True)
class Column:
    """A column that is known: its key, and the unit that its name tells for bare numbers."""

    key: str
    unit: str = ""


def column(title: str) -> Column | None:
    """What a column's name means: `Times per week`, `Hold (s)`, `primaryMuscles`; nothing where it is not known."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title)
    plain = " ".join(re.split(r"[^\w]+|_", spaced.lower())).strip()
    if key := _key(plain):
        return Column(key)
    if (found := _UNIT.fullmatch(plain)) and (key := _key(found["name"])):
        return Column(key, _SHORT.get(found["unit"], found["unit"]))
    return None


def _key(plain: str) -> str:
    if (name := plain.replace(" ", "_")) in COLUMNS:
        return name
    if _STEP.fullmatch(plain):
        return "steps"
    return _ALSO.get(plain, next((key for key in KEYS.get(plain, ()) if key in COLUMNS), ""))


def judge(cells: Sequence[str]) -> int:
    """How many columns a row names, if one of them is for the exercise's name."""
    keys = {found.key for cell in cells if (found := column(cell))}
    return len(keys) if "name" in keys else 0


def value(of: Column, cell: str, changes: Counter[str]) -> Any:
    """What a cell says; what cannot be said in the format stays as it is, to be told of."""
    text = cell.strip()
    if of.key in _WORD:
        return known(text, _WORD[of.key], changes)
    if of.key in _WORDS:
        return _words(of.key, text, changes)
    if of.key in _LISTS:
        return [one for one in _BETWEEN.split(text) if one]
    if of.key in _LINES:
        return list(_lines(text))
    if of.key in _COUNTS:
        return _whole(_meant(text, notation.range_meant(text, _COUNTS[of.key]), changes))
    if of.key in _LENGTHS:
        text = f"{text} {of.unit}" if of.unit and text[-1:].isdigit() else text
        return _meant(text, notation.duration_meant(text) if not text.isdigit() else "", changes)
    if of.key == "load":
        return f"{text} {of.unit}" if of.unit and text[-1:].isdigit() else text
    if of.key == "dose":
        return _dose(text, changes)
    if of.key == "tempo":
        return _number(text)
    return _whole(text) if of.key == "order" else " ".join(text.split())


def _words(key: str, text: str, changes: Counter[str]) -> list[str]:
    """A list of the format's words; that nothing is needed can be said in words too."""
    words = [known(one, [*_WORDS[key], "[]"], changes) for one in _BETWEEN.split(text) if one]
    return [] if words == ["[]"] else words


def _lines(text: str) -> Iterable[str]:
    """One text a line of the cell, or one a number where the numbers stand in a line."""
    found = [line for line in _BREAK.split(text) if line]
    if len(found) == 1 and re.match(r"1[.)]\s", text) and re.search(r"\s2[.)]\s", text):
        found = [line.strip() for line in _NUMBERED.split(text) if line.strip()]
    return found


def _meant(text: str, meant: str, changes: Counter[str]) -> str:
    """What is meant where it is certain, else the text itself."""
    if meant and meant != text:
        changes[f"`{text}` is now `{meant}`"] += 1
    return meant or text


def _whole(text: str) -> int | str:
    return int(text) if re.fullmatch(r"\d{1,4}", text) else text


def _number(text: str) -> float | str:
    return float(text.replace(",", ".")) if re.fullmatch(r"\d{1,3}([.,]\d{1,2})?", text) else text


def _dose(text: str, changes: Counter[str]) -> Any:
    """`3x10` as a mapping, and one that is written as the format has it."""
    written = notation.of_dose(text) or text
    document, problems = yaml.parse(written, "")
    if document is None or problems or not isinstance(document.data, dict):
        return text
    if written != text:
        changes[f"`{text}` is now `{written}`"] += 1
    return document.data
