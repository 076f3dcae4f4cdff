"""The JSON Schemas that editors complete, explain and check content files with.

They are made from the models, committed under ``schema/`` and tested to be current.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from unslouch.content.model import Exercise, Routine, Safety
from unslouch.content.own_words import NONE, OwnWords
from unslouch.content.vocabulary import EQUIPMENT, MUSCLES
from unslouch.fields import ID, Written

VERSION = 1
"""Of the files that hold all exercises or routines; a change that older programs cannot read takes a new one."""
_LISTS = {"exercises": "exercise", "routines": "routine"}
_MODELS: dict[str, type[Written]] = {"exercise": Exercise, "routine": Routine, "safety": Safety, "vocabulary": OwnWords}


def schemas(own: OwnWords = NONE) -> dict[str, str]:
    """File name → JSON text, for each kind of file an author writes, in whose lists are a site's ``own`` words too.

    So too for the files that hold all of a kind, each with its id.
    """
    made: dict[str, dict[str, Any]] = {name: _with(_schema(name), own) for name in _MODELS}
    made |= {plural: _listed(plural, made[one]) for plural, one in _LISTS.items()}
    return {f"{name}.schema.json": json.dumps(one, indent=2, ensure_ascii=False) + "\n" for name, one in made.items()}


@cache
def _schema(name: str) -> dict[str, Any]:
    """The schema without a site's own words."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Unslouch {name}",
        **_MODELS[name].model_json_schema(mode="validation"),
    }
    schema["title"] = f"Unslouch {name}"
    tidy: dict[str, Any] = _tidy(schema)
    return tidy


def _listed(plural: str, one: dict[str, Any]) -> dict[str, Any]:
    """The schema of a file that holds many of what another describes."""
    id = {
        "type": "string",
        "maxLength": 80,
        "pattern": ID,
        "description": "The name of its file, by which others name it.",
    }
    item = {key: value for key, value in one.items() if key not in ("$schema", "$defs", "title")}
    item |= {"properties": {"id": id, **one["properties"]}, "required": ["id", *one["required"]]}
    text = {"type": "string"}
    return {
        "$schema": one["$schema"],
        "title": f"Unslouch {plural}",
        "type": "object",
        "properties": {
            "$schema": text,
            "version": {"const": VERSION},
            **dict.fromkeys(("name", "url", "licence"), text),
            plural: {"type": "array", "items": item},
        },
        "required": ["version", plural],
        "additionalProperties": False,
        "$defs": one["$defs"],
    }


def _with(value: Any, own: OwnWords) -> Any:
    """The schema with the site's own words in the lists of words that may be written."""
    if isinstance(value, list):
        return [_with(item, own) for item in value]
    if not isinstance(value, dict):
        return value
    kind = {EQUIPMENT: "equipment", tuple(MUSCLES): "muscles"}.get(tuple(map(str, value.get("enum", ()))), "")
    more = {"enum": [*value["enum"], *own.known(kind)]} if kind else {}
    return {key: _with(item, own) for key, item in (value | more).items()}


def _tidy(value: Any, *, names: bool = False) -> Any:
    """Without the titles pydantic makes of field names, and without the ``null`` defaults nobody should type.

    ``names`` says that the keys of ``value`` are an author's own, not the schema's.
    """
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    if not isinstance(value, dict):
        return value
    tidy = {}
    for key, item in value.items():
        if not names and key == "title" and isinstance(item, str) and not item.startswith("Unslouch "):
            continue
        if not names and key == "default" and item in (None, [], ()):
            continue
        tidy[key] = _tidy(item, names=not names and key in ("properties", "$defs"))
    return tidy
