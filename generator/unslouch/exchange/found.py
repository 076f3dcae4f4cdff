"""An exercise or a routine as another file has it, in the keys of the format, before anything is written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from unslouch.content.lint import LITERAL_SIDE
from unslouch.content.model import Exercise
from unslouch.content.todo import TODOS
from unslouch.content.vocabulary import SYNONYMS


@dataclass(frozen=True)
class Fault:
    """Something in the other file that cannot be taken, in plain words."""

    place: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """The place and what is wrong, with what to do below."""
        return f"{self.place}: {self.message}" + (f"\n      = {self.hint}" if self.hint else "")


@dataclass(frozen=True)
class Found:
    """One entry: the id that its file is to have, what is to stand in it, and where it is from."""

    id: str
    data: dict[str, Any]
    origin: str
    """What a remark at the head of its file is to say of where it is from."""
    place: Callable[[tuple[Any, ...]], str]
    """Where in the other file a value is, by its path in ``data``."""
    faults: tuple[Fault, ...] = ()
    """What is known already of what cannot be taken in it."""


@dataclass
class Findings:
    """All entries of a file, what was changed on the way with how often, and what could not be taken."""

    origin: str
    """Whose the entries are: what is written is brought up to date by the same alone."""
    entries: list[Found] = field(default_factory=list)
    changes: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)


def from_json(
    file: Path, findings: Findings, object_hook: Callable[[dict[str, Any]], dict[str, Any]] | None = None
) -> Any:
    """The data of a file; of one that is no JSON nothing, and the findings say so."""
    try:
        return json.loads(file.read_text(encoding="utf-8-sig"), object_hook=object_hook)
    except (OSError, ValueError, RecursionError) as error:
        findings.faults.append(Fault(file.name, f"the file cannot be read as JSON: {error}"))
        return None


def known(word: str, of: Collection[str], changes: Counter[str]) -> str:
    """The format's word for one of another file; one that it does not know stays, to be told of."""
    plain = " ".join(word.lower().replace("_", " ").split())
    meant = plain if plain in of else SYNONYMS.get(plain, "")
    hyphened = plain.replace(" ", "-")
    if not meant and hyphened in of:
        meant = hyphened
    if meant not in of or meant == word:
        return word
    if meant != word.lower():
        changes[f"`{word}` is now {'nothing' if meant == '[]' else f'`{meant}`'}"] += 1
    return meant


def in_order(data: Mapping[str, Any]) -> dict[str, Any]:
    """An exercise with its keys in the order of the format."""
    places = {
        key: place for place, key in enumerate(("name", *(key for key in Exercise.model_fields if key != "name")))
    }
    return dict(sorted(data.items(), key=lambda item: places[item[0]]))


def with_todo(data: Mapping[str, Any]) -> dict[str, Any]:
    """An exercise that names what it lacks, right below its own name."""
    lacks: list[str] = [key for key in TODOS if key != "side_words" and key not in data]
    if data.get("laterality") != "bilateral" and any(map(LITERAL_SIDE.search, map(str, data.get("steps", ())))):
        lacks.append("side_words")
    return in_order({**data, **({"todo": lacks} if lacks else {})})
