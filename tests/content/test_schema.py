"""The JSON Schemas: current, and as strict as the models."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import jsonschema
import pytest
import yaml
from pydantic import ValidationError

from tests.helpers import CONTENT, ROOT
from unslouch.content.model import Exercise, Routine, Safety
from unslouch.content.schema import schemas


@cache
def schema(kind: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(schemas()[f"{kind}.schema.json"]))


class PlainLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Dates as text, as a schema sees them, and `on` as the word that it is to editors, which follow YAML 1.2."""


PlainLoader.yaml_implicit_resolvers = {
    first: [
        pair
        for pair in pairs
        if pair[0] != "tag:yaml.org,2002:timestamp" and not (pair[0] == "tag:yaml.org,2002:bool" and first in "yYnNoO")
    ]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def holds(kind: str, data: object) -> bool:
    return schema(kind).is_valid(data)


def test_committed_schemas_are_current():
    for name, text in schemas().items():
        assert (ROOT / "schema" / name).read_text(encoding="utf-8") == text, "run `make schema`"


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.yml")), ids=lambda path: path.stem)
def test_content_keeps_to_the_schema(path: Path):
    kind = {"exercises": "exercise", "routines": "routine"}.get(path.parent.name, "safety")
    assert holds(kind, yaml.load(path.read_text(encoding="utf-8"), PlainLoader))


EXERCISE = {
    "name": "n",
    "summary": "s",
    "category": "stretching",
    "position": "supine",
    "laterality": "bilateral",
    "level": "beginner",
    "muscles": {"primary": ["glutes"]},
    "dose": {"sets": 3, "hold": "30 s"},
    "steps": ["a", {"text": "b"}],
}


@pytest.mark.parametrize(
    "change",
    [
        {"name": 3},
        {"name": ""},
        {"name": "x" * 201},
        {"category": "strech"},
        {"muscles": {"primary": []}},
        {"muscles": {"primary": ["gluts"]}},
        {"equipment": ["mat"]},
        {"dose": {"sets": 3}},
        {"dose": {"sets": 0, "reps": 3}},
        {"dose": {"sets": 3, "reps": "many"}},
        {"dose": {"sets": 3, "hold": 30}},
        {"dose": {"sets": 3, "hold": "30 seconds"}},
        {"dose": {"sets": 3, "hold": "30 s", "x": 1}},
        {"steps": []},
        {"steps": [{"txt": "a"}]},
        {"related": ["Not An Id"]},
        {"sources": [{"title": "t", "url": "javascript:x"}]},
        {"images": [{"file": "x.txt", "alt": "a", "credit": "c", "licence": "l"}]},
        {"images": [{"file": "x.png", "credit": "c", "licence": "l"}]},
        {"figure": {"poses": {}}},
        {"unknown": 1},
    ],
    ids=str,
)
def test_schema_and_model_refuse_the_same(change):
    assert holds("exercise", EXERCISE)
    Exercise.model_validate(EXERCISE)
    assert not holds("exercise", EXERCISE | change)
    with pytest.raises(ValidationError):
        Exercise.model_validate(EXERCISE | change)


def test_a_routine_has_blocks_or_a_week():
    routine = {"name": "n", "summary": "s"}
    blocks, week = {"blocks": [{"name": "b", "exercises": ["a"]}]}, {"week": {"monday": ["a"]}}
    for good in (routine | blocks, routine | week):
        assert holds("routine", good)
        Routine.model_validate(good)
    for bad in (routine, routine | blocks | week, routine | {"blocks": []}):
        assert not holds("routine", bad)
        with pytest.raises(ValidationError):
            Routine.model_validate(bad)


def test_every_key_is_explained():
    for model in (Exercise, Routine, Safety):
        for name, field in model.model_fields.items():
            assert field.description, f"{model.__name__}.{name}"
