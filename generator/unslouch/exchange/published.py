"""All exercises and all routines as data for other programs: as their authors wrote them, each with its id.

They stand at the same addresses in every site, with the JSON Schemas that say what may stand in them, and
:mod:`unslouch.exchange.json_files` makes files of them again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, partial
from typing import Any

from unslouch.content import schema
from unslouch.content.library import EXERCISES, ROUTINES, Library
from unslouch.content.model import Entry
from unslouch.tools.making import Make, all_of

VERSION = schema.VERSION
PATHS = tuple(f"{kind}.json" for kind in (EXERCISES, ROUTINES))
SCHEMAS = {path: f"schema/{path.replace('.', '.schema.')}" for path in PATHS}
"""Each file → its schema, from the same folder."""


def files(library: Library, about: Mapping[str, str]) -> dict[str, bytes]:
    """Path → bytes; ``about`` is what there is to say of the whole: its name, url and licence."""
    return all_of(makes(library, about))


def makes(library: Library, about: Mapping[str, str]) -> dict[str, Make]:
    """The same, each file to be made."""
    schemas = cache(partial(schema.schemas, library.own))
    written: dict[str, Make] = {path: partial(_schema, schemas, path) for path in SCHEMAS.values()}
    for path, entries in ((PATHS[0], library.exercises), (PATHS[1], library.routines)):
        written[path] = partial(_text, path, list(entries.values()), about)
    return written


def _schema(schemas: Callable[[], dict[str, str]], path: str) -> bytes:
    return schemas()[path.rpartition("/")[2]].encode()


def _text(path: str, entries: Iterable[Entry], about: Mapping[str, str]) -> bytes:
    """One entry a line, so that a difference between two of them can be read."""
    head = {"$schema": SCHEMAS[path], "version": VERSION, **{key: said for key, said in about.items() if said}}
    told = "".join(f"{json.dumps(key)}: {_json(value)},\n" for key, value in head.items())
    listed = ",\n".join(_json({"id": entry.id, **entry.written}) for entry in entries)
    return f"{{\n{told}{json.dumps(path.partition('.')[0])}: [\n{listed}\n]\n}}\n".encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=date.isoformat)
