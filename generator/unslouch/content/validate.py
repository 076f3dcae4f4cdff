"""A file's data against its model: pydantic's errors become problems in an author's words.

Messages rest on pydantic's error types, which are stable, never on its texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from unslouch.content import hints, notation, own_words
from unslouch.content.document import Document
from unslouch.content.own_words import OwnWords
from unslouch.content.problems import Problem, one_of
from unslouch.content.statement import WrittenAs
from unslouch.content.syntax import scalar
from unslouch.content.todo import TODOS, Incomplete
from unslouch.content.vocabulary import SYNONYMS
from unslouch.fields import REFUSED
from unslouch.figure.language import Path

Model = TypeVar("Model", bound=BaseModel)


def read_as(
    model: type[Model], document: Document, own: OwnWords = own_words.NONE
) -> tuple[Model | None, list[Problem]]:
    """The document's data as ``model``, which may use a site's ``own`` words, or every reason why it is not."""
    try:
        return model.model_validate(document.data, context=own), []
    except ValidationError as error:
        return None, [problem for _, problem in _told(model, document, error, own)]


def faults(model: type[Model], document: Document, own: OwnWords = own_words.NONE) -> list[tuple[Path, Problem]]:
    """What :func:`read_as` tells of a document, each with the path that leads to it; nothing where all is right."""
    try:
        model.model_validate(document.data, context=own)
    except ValidationError as error:
        return list(_told(model, document, error, own))
    return []


def _told(
    model: type[BaseModel], document: Document, error: ValidationError, own: OwnWords = own_words.NONE
) -> Iterator[tuple[Path, Problem]]:
    details = [detail for detail in error.errors(include_url=False) if not _is_echo(detail)]
    told = [(detail["type"], _path(detail), _explain(model, document, detail, own)) for detail in details]
    meant = {(path[:-1], problem.hint) for kind, path, problem in told if kind == "extra_forbidden"}
    for kind, path, problem in told:
        if kind != "missing" or (path[:-1], f"did you mean `{path[-1]}`?") not in meant:
            yield path, problem


def _is_echo(error: ErrorDetails) -> bool:
    """A list that is too short only because its items, each told of already, are not counted."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _explain(model: type[BaseModel], document: Document, error: ErrorDetails, own: OwnWords) -> Problem:
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    path = _path(error)
    node = document.node(path)

    if kind == REFUSED:
        part = context["part"]
        if isinstance(node.value, dict) and part in node.value:
            return document.problem((*path, part), context["message"], context["hint"])
        return document.problem(path, context["message"], context["hint"], part=part, key=_KEY in error["loc"])
    if kind == "extra_forbidden":
        known = _fields_at(model, path[:-1])
        hint = hints.of_key(str(path[-1]), known)
        if node.value is None and node.raw == "":
            hint = f'if `{path[-1]}` goes on with the text before its comma, put the whole text in quotes: "…"'
        return document.problem(path, f"unknown key `{path[-1]}`", hint, key=True)
    if kind == "missing":
        field = _field_at(model, path)
        what = field.description if field is not None and field.description else ""
        if issubclass(model, Incomplete) and path[0] in TODOS and len(path) == 1:
            what += f" Not known yet? Name it under `todo`, as in todo: [{path[0]}]"
        return document.problem(path[:-1], f"`{path[-1]}` is missing", what.strip(), key=len(path) > 1)
    if kind == "literal_error":
        kind_of_word = _OWN.get(_name(path), "")
        choices = [*_choices_at(model, path), *(own.known(kind_of_word) if kind_of_word else ())]
        if not isinstance(value, str):
            return _wrong_type(document, path, "a word", node, one_of(choices))
        meant = SYNONYMS.get(" ".join(value.lower().split()), "")
        hint = f"did you mean `{meant}`?" if meant in choices else hints.hint(value, choices)
        if meant == "[]" and "equipment" in _name(path):
            hint = "a list without items says that nothing is needed: []"
        elif kind_of_word and not hint.startswith("did you mean"):
            hint += f"; a word of your own stands in {own_words.VOCABULARY}"
        return document.problem(path, f"`{value}` is not a word known for `{_name(path)}`", hint)
    if kind in _EXPECTED:
        return _wrong_type(document, path, _EXPECTED[kind], node)
    if kind in ("too_short", "too_long") and isinstance(value, str):
        kind = f"string_{kind}"  # a limit set on top of another type counts characters under its own name
    message, hint = _limit(kind, _name(path), context)
    return document.problem(path, message or f"`{_name(path)}`: {error['msg']}", hint)


_OWN = {"equipment": "equipment", "optional_equipment": "equipment", "primary": "muscles", "secondary": "muscles"}
"""Keys that take a site's own words, and the kind of these."""
_KEY = "[key]"
"""Pydantic's last step to a key of an open mapping."""


def _path(error: ErrorDetails) -> Path:
    """Where in the data it is."""
    return tuple(part for part in error["loc"] if part != _KEY)


_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a number",
    "tuple_type": "a list",
    "list_type": "a list",
    "model_type": "a mapping (`key: value`)",
    "model_attributes_type": "a mapping (`key: value`)",
    "dict_type": "a mapping (`key: value`)",
    "date_type": "a date",
    "bool_type": "yes or no",
}


def _wrong_type(document: Document, path: Sequence[Any], expected: str, node: Any, hint: str = "") -> Problem:
    value, raw = node.value, node.raw
    name = f"`{_name(path)}`" if path else "the file"
    if value is None:
        return document.problem(
            path, f"{name} has no value; it takes {expected}", "write one, or delete the key", key=bool(path)
        )
    if isinstance(value, bool) and expected == "text":
        message = f"{name} takes text; YAML reads `{raw}` as {str(value).lower()}"
        return document.problem(path, message, f'put it in quotes: "{raw}"')
    found = _found(value)
    if expected == "text" and isinstance(value, (int, float, date)):
        hint = f'put it in quotes: "{raw}"'
    elif expected == "text" and isinstance(value, dict):
        hint = _in_quotes(value)
    elif expected == "a list" and isinstance(value, str):
        hint = f"write it in brackets: [{scalar(value)}]"
    elif expected == "a date" and isinstance(value, (str, datetime)):
        hint = "write it as 2026-11-23, without quotes"
    elif expected == "a whole number" and isinstance(value, str) and re.fullmatch(r"\s*[0-9]{1,9}\s*", value):
        hint = f"write {int(value)} without quotes"
    elif expected == "a number" and isinstance(value, str):
        hint = _as_number(value)
    elif expected.startswith("a mapping") and isinstance(value, list):
        hint = "take the hyphens away: `key: value`, one a line"
    elif expected.startswith("a mapping") and isinstance(value, str) and (dose := notation.of_dose(value)):
        hint = f"write {dose}"
    return document.problem(path, f"{name} takes {expected}, not {found}", hint)


def _in_quotes(value: dict[str, Any]) -> str:
    """How to write a text that YAML took for a mapping, because of its colon."""
    if len(value) != 1 or not isinstance(text := next(iter(value.values())), str):
        return 'text that holds ": " belongs in quotes'
    whole = f"{next(iter(value))}: {text}"
    return f'text that holds ": " belongs in quotes: {scalar(whole, quoted=True)}'


def _as_number(text: str) -> str:
    """How to write a text that was meant as a number; YAML takes ``-.8`` for text."""
    try:
        return f"write {float(text):g}"
    except ValueError:
        return ""


def _found(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, date):
        return "a date with a time" if isinstance(value, datetime) else "a date"
    if isinstance(value, (int, float)):
        return f"the number {value}"
    return "text"


def _limit(kind: str, name: str, context: dict[str, Any]) -> tuple[str, str]:
    match kind:
        case "string_too_short":
            return f"`{name}` is empty", "write some text, or delete the key"
        case "string_too_long":
            return f"`{name}` is longer than {context['max_length']} characters", "say it shorter"
        case "too_short":
            return f"`{name}` needs at least {context['min_length']} item", "add one"
        case "too_long":
            return f"`{name}` has more than {context['max_length']} items", "take some out"
        case "greater_than_equal":
            return f"`{name}` must be {context['ge']:g} or more", ""
        case "greater_than":
            return f"`{name}` must be more than {context['gt']:g}", ""
        case "less_than_equal":
            return f"`{name}` must be {context['le']:g} or less", ""
    return "", ""


def _name(path: Sequence[Any]) -> str:
    """The key an author knows a value by: the last one in its path that is a word."""
    return next((part for part in reversed(path) if isinstance(part, str)), "the file")


def _walk(model: type[BaseModel], path: Sequence[Any]) -> Iterator[Any]:
    """The field at each key of ``path``, as far as the model knows it; the keys of an open mapping are its author's."""
    current: type[BaseModel] | None = model
    keys = (part for part in path if isinstance(part, str))
    for part in keys:
        field = _known(current).get(part) if current else None
        if field is None:
            return
        yield field
        if _values_of(field.annotation) is not None and next(keys, None):
            yield field
        current = next(_models_in(field.annotation), None)


def _known(model: type[BaseModel]) -> dict[str, Any]:
    """A model's fields by the words that an author writes."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    if isinstance(annotation, WrittenAs):
        yield annotation.model
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _field_at(model: type[BaseModel], path: Sequence[Any]) -> Any:
    keys = [part for part in path if isinstance(part, str)]
    fields = list(_walk(model, keys))
    return fields[-1] if len(fields) == len(keys) and fields else None


def _fields_at(model: type[BaseModel], path: Sequence[Any]) -> list[str]:
    if not any(isinstance(part, str) for part in path):
        return list(_known(model))
    field = _field_at(model, path)
    inner = next(_models_in(field.annotation), None) if field is not None else None
    return list(_known(inner)) if inner else []


def _choices_at(model: type[BaseModel], path: Sequence[Any]) -> list[str]:
    field = _field_at(model, path)
    if field is None:
        return []
    values = _values_of(field.annotation)
    return list(_literals_in(field.annotation if values is None else values))


def _values_of(annotation: Any) -> Any:
    """What the values of an open mapping may be; nothing for what is none."""
    if get_origin(annotation) is dict:
        return get_args(annotation)[1]
    inner = (_values_of(argument) for argument in get_args(annotation) if get_origin(annotation) is not None)
    return next((values for values in inner if values is not None), None)


def _literals_in(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for argument in get_args(annotation):
            yield from _literals_in(argument)
