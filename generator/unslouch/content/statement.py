"""What is said about health, and what it rests on.

A statement is a text that can name its sources by id. An author writes the text alone, or a mapping that has more:
``{text: …, source: south-tees}``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, PydanticKnownError
from pydantic_core.core_schema import no_info_after_validator_function

from unslouch.content.inline import Inline, Text, text_of
from unslouch.fields import Id, Plain, Written, as_list, refusal, shaped
from unslouch.figure.asks import Ask

COMMON = "common"
"""What a statement names in place of a source where it is common knowledge of the field: no page is wanted for it."""
Kind = Literal["health-body", "journal", "professional", "other"]
SOUND: tuple[Kind, ...] = ("health-body", "journal")
"""Kinds of sources of which each exercise should have one."""

Url = Annotated[
    str,
    StringConstraints(strict=True, max_length=500),
    *shaped(
        r"^https?://[^\s<>\"]+$", "`{}` is not a web address", lambda _: "write it whole: https://example.org/page"
    ),
]


def _not_common(id: str) -> str:
    if id == COMMON:
        raise refusal(f"`{COMMON}` stands for common knowledge", "give this source another id")
    return id


class Source(Written):
    """Where a claim comes from."""

    id: Annotated[Id, AfterValidator(_not_common)] | None = Field(
        None, description="The word by which statements of this file name it: south-tees."
    )
    title: Plain = Field(description="What the page or paper is called.")
    url: Url = Field(description="Its address, http or https.")
    kind: Kind | None = Field(
        None, description="Who speaks: a health-body (NHS, AAOS), a journal, a professional (a clinic), or other."
    )


Ids = Annotated[tuple[Id, ...], BeforeValidator(as_list, json_schema_input_type=Id | tuple[Id, ...])]
"""One id or a list of them."""


class Statement(Inline):
    """A text about health, with the ids of the sources that it names, what cards say in its place, and what it is about."""

    source: tuple[str, ...]
    card: Inline | None
    about: tuple[Ask, ...]

    def __new__(
        cls,
        text: Iterable[Any],
        source: tuple[str, ...] = (),
        card: Inline | None = None,
        about: tuple[Ask, ...] = (),
    ) -> Statement:
        """A text with what goes with it."""
        made = super().__new__(cls, text)
        made.source, made.card, made.about = source, card, about
        return made


class Sourced(Written):
    """A statement as a mapping."""

    text: Text = Field(description="What is said.")
    source: Ids = Field(
        (), description="The id of the source it rests on, or a list of them; `common` for common knowledge."
    )


class SourcedForCards(Sourced):
    """A statement that cards may say in fewer words."""

    card: Annotated[Inline, text_of(200)] | None = Field(
        None, description="What printed sheets say instead, in fewer words."
    )


class Caution(SourcedForCards):
    """When to leave an exercise out or to take care, and what in the exercise that is about."""

    about: Annotated[tuple[Ask, ...], BeforeValidator(as_list, json_schema_input_type=Ask | tuple[Ask, ...])] = Field(
        (), description="What the exercise asks of the body and this speaks of, or a list of it: kneel, deep-hip-bend."
    )


def text_or(model: type[Written], value: Any) -> Any:
    """What an author wrote as a mapping of ``model``, whose ``text`` may stand alone.

    A mapping without any of its keys is a text whose ``": "`` lacks quotes: taken for one where its key is words of a
    sentence, which no key of the format is, else told as one.
    """
    if isinstance(value, str):
        return {"text": value}
    if isinstance(value, dict) and len(value) == 1:
        ((key, rest),) = value.items()
        if key not in model.model_fields and key.lower() in model.model_fields:
            raise refusal(f"unknown key `{key}`", f"did you mean `{key.lower()}`?")
        if (" " in key or key[:1].isupper()) and _is_words(rest):
            return {"text": f"{key}: {rest or ''}"}
    meant = isinstance(value, list | Written) or (isinstance(value, dict) and value.keys() & model.model_fields.keys())
    if not meant:
        raise PydanticKnownError("string_type")
    return value


def _is_words(value: Any) -> bool:
    return value is None or isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool))


@dataclass(frozen=True)
class WrittenAs:
    """Pydantic's way in: a :class:`Statement` of what an author writes as ``model``, or as a text alone."""

    model: type[Sourced]

    def __get_pydantic_core_schema__(self, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema of ``model`` or a text, made a statement once it is read."""
        model = self.model
        written: Any = Annotated[
            model,
            BeforeValidator(lambda value: text_or(model, value), json_schema_input_type=Text | model),
        ]
        return no_info_after_validator_function(_statement, handler(written))


def _statement(written: Sourced) -> Statement:
    return Statement(written.text, written.source, getattr(written, "card", None), getattr(written, "about", ()))


Stated = Annotated[Statement, WrittenAs(Sourced)]
StatedForCards = Annotated[Statement, WrittenAs(SourcedForCards)]
StatedCaution = Annotated[Statement, WrittenAs(Caution)]
