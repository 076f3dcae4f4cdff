"""Steps that repeat a number of the dose: whoever sets another amount reads two that contradict each other.

A routine may change a dose, and so may whoever puts a sheet together; a step cannot follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from unslouch.content.amount import Range
from unslouch.content.document import Document
from unslouch.content.dose import PartialDose
from unslouch.content.model import Exercise
from unslouch.content.problems import NOTICE, Problem
from unslouch.content.rendering import plain

_ONES = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NAMED = {name: number for number, name in enumerate(f"{_ONES} {_TEENS}".split(), 1)}
_NAMED |= {name: 10 * number for number, name in enumerate(_TENS.split(" "), 2)}
_NUMBER = rf"(?:\d{{1,4}}|(?:{'|'.join(sorted(_NAMED, key=len, reverse=True))})(?:[- ](?:{_ONES.replace(' ', '|')}))?)"
_SPAN = rf"(?P<low>{_NUMBER})(?:\s*(?:-|–|to|or)\s*(?P<high>{_NUMBER}))?"
_ONE = rf"\b(?:for |about |another )*{_SPAN}[- ]?"
_LASTING = re.compile(rf"{_ONE}(?:(?P<minutes>min(?:utes?)?)|s(?:ec(?:onds?)?)?)\b", re.IGNORECASE)
_SETS = re.compile(rf"{_ONE}(?:sets|rounds)\b", re.IGNORECASE)


class Repeated(NamedTuple):
    """What of a dose a text repeats, and in which words."""

    part: str
    words: str


def repeated(text: str, dose: PartialDose | None) -> Iterator[Repeated]:
    """The parts of ``dose`` whose number stands in ``text``, in digits or in letters."""
    if dose is None:
        return
    for part, counted in _patterns(dose):
        said: Range | None = getattr(dose, part)
        for found in counted.finditer(text) if said else ():
            factor = 60 if found.groupdict().get("minutes") else 1
            numbers = {factor * _number(number) for number in found.group("low", "high") if number}
            if said and numbers <= {said.low, said.high}:
                yield Repeated(part, found[0].strip())


def _patterns(dose: PartialDose) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Each part that a step may repeat, with how it is said."""
    yield "hold", _LASTING
    yield "time", _LASTING
    yield "reps", _repetitions(dose.unit)
    yield "sets", _SETS


@cache
def _repetitions(unit: str | None) -> re.Pattern[str]:
    """How repetitions are said where they are counted in a unit of the author's."""
    also = f"|{re.escape(unit)}" if unit else ""
    return re.compile(rf"{_ONE}(?:times|rep(?:etition)?s?{also})\b", re.IGNORECASE)


def _number(written: str) -> int:
    if written.isdigit():
        return int(written)
    return sum(_NAMED[word] for word in re.split("[- ]", written.lower()))


def of_exercise(exercise: Exercise, document: Document) -> Iterator[Problem]:
    """Notices about steps, and what cards say of them, that repeat a number of the dose."""
    for index, step in enumerate(exercise.steps):
        for key, text in (("text", step.text), ("card", step.card)):
            for part, words in repeated(plain(text), exercise.dose) if text else ():
                told = f"`{words}` repeats the dose's `{part}`, which a routine or a reader may set otherwise"
                hint = f"take `{words}` away, or say it without the number: the dose stands beside the steps"
                yield document.problem(("steps", index, key), told, hint, severity=NOTICE, part=words)
