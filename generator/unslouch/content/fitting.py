"""Whom an exercise fits, as its author says it: what it asks of the body."""

from __future__ import annotations

from typing import Any

from pydantic import Field, model_validator

from unslouch.fields import Written, refusal
from unslouch.figure.asks import Ask


class Corrections(Written):
    """What an author knows better of what an exercise asks of the body than its poses show."""

    add: tuple[Ask, ...] = Field((), description="What no pose shows: one-leg, where feet are lifted between poses.")
    drop: tuple[Ask, ...] = Field((), description="What a pose shows and the exercise does not ask.")

    @model_validator(mode="before")
    @classmethod
    def _of_a_list(cls, value: Any) -> Any:
        if isinstance(value, list):
            words = ", ".join(map(str, value)) or "kneel"
            raise refusal("`asks` corrects what is worked out from the poses", f"write {{add: [{words}]}}")
        return value
