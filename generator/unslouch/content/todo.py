"""What of an exercise its author has still to complete: it is named under `todo`, and may be left out until then.

Nothing is put in its place: what is not given is ``None`` or empty, pages say that it is missing, and whatever would count
with it goes without the exercise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from pydantic import ConfigDict, Field, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema
from pydantic_core.core_schema import no_info_wrap_validator_function

from unslouch.content.document import Document
from unslouch.content.problems import WARNING, Problem
from unslouch.fields import Written

Todo = Literal[
    "summary",
    "category",
    "position",
    "laterality",
    "level",
    "muscles",
    "equipment",
    "dose",
    "steps",
    "side_words",
]
"""Keys of an exercise; and the words for sides in its texts, which are no key."""
TODOS: tuple[Todo, ...] = get_args(Todo)
TO_DO_IT: frozenset[Todo] = frozenset(("position", "laterality", "level", "muscles", "equipment", "steps"))
"""What it takes, beside a dose, to lead a reader through an exercise, or to print it among others."""
_NEVER_NEEDED = ("equipment", "side_words")
_LEFT_OUT = object()


@dataclass(frozen=True)
class OrTodo:
    """Lets a field that is needed be left out where `todo` names it; it reads as ``nothing`` then."""

    nothing: Any = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The field's own schema: that it may be ``None`` is for who reads it, not for who writes it."""
        inner: Any = handler(source)
        inner = inner["schema"] if inner["type"] == "nullable" else inner
        return no_info_wrap_validator_function(
            lambda value, read: self.nothing if value is _LEFT_OUT else read(value), inner
        )


def _left_out(data: Any) -> Any:
    """An exercise's data in which what `todo` names and is not there stands as left out."""
    named = data.get("todo") if isinstance(data, dict) else None
    if not isinstance(named, list) or any(one not in TODOS for one in named):
        return data
    open = [key for key in named if key not in data]
    return {**data, **{key: _LEFT_OUT for key in open if key not in _NEVER_NEEDED}, "todo": open}


def _in_schema(schema: dict[str, Any]) -> None:
    """For editors: a key is needed unless `todo` names it."""
    needed = [key for key in schema["required"] if key in TODOS]
    schema["required"] = [key for key in schema["required"] if key not in needed]
    schema["allOf"] = [
        {"if": {"properties": {"todo": {"not": {"contains": {"const": key}}}}}, "then": {"required": [key]}}
        for key in needed
    ]


class Incomplete(Written):
    """What may lack some of its keys, as long as it says which."""

    model_config = ConfigDict(json_schema_extra=_in_schema)

    todo: tuple[Todo, ...] = Field(
        (), description="What is still to be completed, and may be left out until then: [dose, position]."
    )

    @model_validator(mode="before")
    @classmethod
    def _may_lack(cls, data: Any) -> Any:
        return _left_out(data)


def problems(open: tuple[Todo, ...], document: Document) -> Iterator[Problem]:
    """What is still to be completed, as one warning, and what is named so and is given."""
    if open:
        told, hint = f"still to complete: {', '.join(open)}", "write each, then take its name out of `todo`"
        yield document.problem(("todo",), told, hint, severity=WARNING, key=True)
    if given := [key for key in document.data.get("todo", ()) if key not in open]:
        told = f"`todo` still names what is given: {', '.join(given)}"
        hint = "see that each says what you mean, then take its name out of `todo`"
        yield document.problem(("todo",), told, hint, severity=WARNING, key=True)
