"""Whom an exercise fits, as its author says it: what it asks of the body, what comes before it and what after."""

from __future__ import annotations

from typing import Any

from pydantic import Field, model_validator

from unslouch.content.statement import Stated
from unslouch.fields import Name, Written, refusal
from unslouch.figure.asks import Ask


class Corrections(Written):
    """What an author knows better of what an exercise asks of the body than its poses show."""

    add: tuple[Ask, ...] = Field((), description="What no pose shows: one-leg, where feet are lifted between poses.")
    drop: tuple[Ask, ...] = Field((), description="What a pose shows and the exercise does not ask.")
    easier_drops: tuple[Ask, ...] = Field(
        (),
        description="What the exercise asks and its `easier` form does not: [floor, lie-flat], where that is on a chair.",
    )

    @model_validator(mode="before")
    @classmethod
    def _of_a_list(cls, value: Any) -> Any:
        if isinstance(value, list):
            words = ", ".join(map(str, value)) or "kneel"
            raise refusal("`asks` corrects what is worked out from the poses", f"write {{add: [{words}]}}")
        return value


class Progress(Written):
    """When to go on, and to what."""

    when: Stated = Field(description="When it is time to go on, as a sentence: 12 are easy on two days in a row.")
    then: Name = Field(description="What comes next: `harder`, this exercise's own harder way, or an exercise's id.")
