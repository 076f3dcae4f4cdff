"""free-exercise-db, 873 exercises in the public domain: one JSON file, in words of which most are the format's.

It says nothing of how much, of sides, nor of the position that an exercise starts in; its pictures are not taken.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from unslouch.content.vocabulary import CATEGORIES, EQUIPMENT, LEVELS, MUSCLES
from unslouch.exchange.found import Fault, Findings, Found, from_json, known, with_todo
from unslouch.fields import kebab_case

NAME = "free-exercise-db"
_SOURCE = {"title": NAME, "url": "https://github.com/yuhonas/free-exercise-db", "kind": "other"}
_KEYS = ("id", "name", "category", "level", "primaryMuscles", "secondaryMuscles", "equipment", "instructions")
_FROM = {
    "name": "name",
    "category": "category",
    "level": "level",
    "equipment": "equipment",
    "steps": "instructions",
    "primary": "primaryMuscles",
    "secondary": "secondaryMuscles",
}
"""Key of the format → key of theirs."""


def read(file: Path) -> Findings:
    """All exercises of a file."""
    findings = Findings(NAME)
    items = from_json(file, findings)
    if findings.faults:
        return findings
    for number, item in enumerate(items if isinstance(items, list) else [items], 1):
        place = partial(_place, file.name, number, item.get("id", "") if isinstance(item, dict) else "")
        if not isinstance(item, dict) or not isinstance(item.get("name"), str):
            findings.faults.append(
                Fault(place(()), "this is no exercise with a `name`", "is the file free-exercise-db's?")
            )
            continue
        id = str(item.get("id") or item["name"])
        data = with_todo(dict(_data(item, findings.changes)))
        findings.entries.append(Found(kebab_case(id), data, f"{NAME}: {id}", place))
    return findings


def _place(file: str, number: int, id: str, path: tuple[Any, ...]) -> str:
    key = next((_FROM[part] for part in reversed(path) if part in _FROM), "")
    return f"{file}, entry {number}{f' ({id})' if id else ''}{f', {key}' if key else ''}"


def _listed(value: Any) -> list[str]:
    return list(map(str, value)) if isinstance(value, list) else [value] if isinstance(value, str) else []


def _data(item: dict[str, Any], changes: Counter[str]) -> Iterator[tuple[str, Any]]:
    """What of an exercise can be said in the format."""
    yield "name", item["name"]
    for key, words in (("category", CATEGORIES), ("level", LEVELS)):
        if item.get(key):
            yield key, known(str(item[key]), words, changes)
    primary, secondary = (
        [known(word, MUSCLES, changes) for word in _listed(item.get(f"{kind}Muscles"))]
        for kind in ("primary", "secondary")
    )
    if primary:
        others = [word for word in secondary if word not in primary]
        changes["a muscle that is named as a main one too is taken once"] += len(secondary) - len(others)
        yield "muscles", {"primary": primary, **({"secondary": others} if others else {})}
    if thing := item.get("equipment"):
        nothing = known(str(thing), ["[]"], changes) == "[]"
        yield "equipment", [] if nothing else [known(str(thing), EQUIPMENT, changes)]
    written = [line for step in _listed(item.get("instructions")) for line in step.split("\n")]
    if steps := [step.strip() for step in written if step.strip()]:
        yield "steps", steps
    changes["an instruction that is empty is left out"] += len(written) - len(steps)
    yield "sources", [_SOURCE]
    for key, value in item.items():
        if key not in _KEYS and value:
            changes[f"`{key}` is left out"] += 1
