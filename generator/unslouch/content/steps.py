"""What to do, step by step, as an author writes it: a text, or a mapping that has more."""

from __future__ import annotations

import re
from functools import partial
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema

from unslouch.content.inline import Inline, Text, read
from unslouch.content.statement import text_or
from unslouch.fields import Id, Written, refusal

NUMBER = re.compile(r"\s*(?:step\s*:?\s*(?P<named>\d{1,2})\s*[.):]?|\(?(?P<alone>\d{1,2})[.)])\s+(?=\S)", re.IGNORECASE)
"""A number of its own before a step: `1.`, `2)`, `(3)`, `Step 4:`, and the `Step:5` of ExerciseDB."""


def _as_on_card(value: Any) -> Inline | None:
    """``true`` → None (the step itself), ``false`` → nothing, a text as it is."""
    if isinstance(value, bool):
        return None if value else Inline()
    if isinstance(value, str) and value.strip():
        if len(value) > 200:
            raise refusal("`card` is longer than a card has room for", "write 200 characters at most")
        return read(value)
    if value is None:
        return None
    raise refusal("`card` takes a short text, or false", "write what the card says, or false to leave the step off")


class Step(Written):
    """One action, in the order of doing."""

    text: Text = Field(description="One action in at most 20 words. {side} and {other_side} stand for right and left.")
    figure: Id | None = Field(None, description="The pose, defined under `figure`, that shows this step.")
    card: Annotated[
        Inline | None,
        PlainValidator(_as_on_card),
        WithJsonSchema({"anyOf": [{"type": "boolean"}, {"type": "string", "minLength": 1, "maxLength": 200}]}),
    ] = Field(
        None,
        description="What routine cards say instead, in fewer words; false leaves the step off them. "
        "Three or four short steps are read best.",
    )

    @property
    def on_card(self) -> Inline:
        """What a routine's card says of the step; nothing where it is left off."""
        return self.text if self.card is None else self.card


def _without_number(step: Any, number: int) -> Any:
    """A step without the number that it has in its list: pages and cards count steps themselves."""
    if isinstance(step, str) and (found := NUMBER.match(step)) and int(found["named"] or found["alone"]) == number:
        return step[found.end() :]
    if isinstance(step, dict) and isinstance(text := step.get("text"), str):
        return {**step, "text": _without_number(text, number)}
    if isinstance(step, dict) and len(step) == 1:
        ((key, text),) = step.items()
        return text if isinstance(text, str) and re.fullmatch(rf"step {number}", str(key), re.IGNORECASE) else step
    return step


def _without_numbers(value: Any) -> Any:
    return [_without_number(step, number) for number, step in enumerate(value, 1)] if isinstance(value, list) else value


Steps = Annotated[
    tuple[Annotated[Step, BeforeValidator(partial(text_or, Step), json_schema_input_type=Text | Step)], ...],
    Field(min_length=1, max_length=40),
    BeforeValidator(_without_numbers),
]
