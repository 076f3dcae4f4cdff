"""All exercises and routines as data: what the schemas say, and what becomes the same files again."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from tests.content.test_model import EXERCISE
from tests.content.test_todo import BARE
from tests.helpers import CONTENT, load_kept
from unslouch.content import yaml
from unslouch.content.library import EXERCISES, ROUTINES
from unslouch.exchange import json_files, published
from unslouch.exchange.importing import Outcome, bring_in
from unslouch.exchange.published import PATHS, SCHEMAS, files

ABOUT = {"name": "A guide", "url": "", "licence": "CC BY 4.0"}


@pytest.fixture(scope="module")
def made(library) -> dict[str, bytes]:
    return files(library, ABOUT)


def data(file: Path):
    document, _ = yaml.read(file, file.name)
    assert document is not None
    return document.data


def imported(folder: Path, text: str | bytes, content: Path) -> Outcome:
    file = folder / "list.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    where, findings = json_files.read(file, content)
    return bring_in(findings, content, where)


@pytest.mark.whole
def test_they_are_as_the_schemas_beside_them_say(made):
    for path in PATHS:
        written = json.loads(made[path])
        assert written["$schema"] == SCHEMAS[path]
        jsonschema.Draft202012Validator(json.loads(made[written["$schema"]])).validate(written)
        assert written["version"] == 1
        assert "url" not in written


@pytest.mark.parametrize("wrong", [{"id": "Not An Id"}, {"dose": {"sets": 3}}, {"more": 1}])
def test_a_schema_refuses_what_a_file_may_not_hold(made, wrong):
    written = {"version": 1, "exercises": [{"id": "a", **EXERCISE}]}
    schema = jsonschema.Draft202012Validator(json.loads(made["schema/exercises.schema.json"]))
    assert schema.is_valid(written)
    written["exercises"][0] |= wrong
    assert not schema.is_valid(written)


@pytest.mark.whole
def test_what_is_written_becomes_the_same_files_again(made, tmp_path):
    there = tmp_path / "content"
    (there / "images").mkdir(parents=True)
    for image in (CONTENT / "images").iterdir():
        (there / "images" / image.name).write_bytes(image.read_bytes())
    for path, folder in zip(PATHS, (EXERCISES, ROUTINES), strict=True):
        outcome = imported(tmp_path, made[path], there)
        assert outcome.faults == []
        assert outcome.new
        for file in (CONTENT / folder).rglob("*.yml"):
            assert data(there / folder / file.name) == data(file)
    (there / "safety.yml").write_bytes((CONTENT / "safety.yml").read_bytes())
    again = load_kept(there)
    assert again.library
    assert files(again.library, ABOUT) == made


@pytest.mark.whole
def test_what_is_not_complete_goes_along_as_it_is(content, tmp_path):
    (content / "exercises/bare-move.yml").write_text(BARE, encoding="utf-8")
    library = load_kept(content).library
    assert library
    assert imported(tmp_path, files(library, ABOUT)["exercises.json"], tmp_path / "there").faults == []
    assert data(tmp_path / "there/exercises/bare-move.yml") == data(content / "exercises/bare-move.yml")


def test_a_day_is_a_day_again(tmp_path):
    item = {"id": "a", **EXERCISE, "steps": ["Sit."], "reviewed": "2026-11-23"}
    assert imported(tmp_path, json.dumps({"exercises": [item]}), tmp_path / "there").faults == []
    assert data(tmp_path / "there/exercises/a.yml")["reviewed"] == date(2026, 11, 23)
    (fault,) = imported(tmp_path, json.dumps({"exercises": [item | {"reviewed": "2026-02-30"}]}), tmp_path).faults
    assert fault.place == "list.json, entry 1 (a), reviewed"


def test_a_file_of_another_guide_is_another_source(tmp_path):
    def guide(**more) -> str:
        return json.dumps({**more, "exercises": [{"id": "a", **EXERCISE, "steps": ["Sit."], "feel": str(more)}]})

    there = tmp_path / "there"
    assert imported(tmp_path, guide(name="Ours", url="https://example.org/"), there).new == ["a"]
    assert imported(tmp_path, guide(name="Theirs", url="https://example.com/"), there).touched == ["a"]
    assert imported(tmp_path, guide(name="Ours", url=""), there).touched == ["a"]
    assert imported(tmp_path, guide(name="Renamed", url="https://example.org/"), there).updated == ["a"]


def test_pictures_that_are_not_there_are_left_out(tmp_path):
    images = [
        {"file": f"images/{name}.jpg", "alt": "A", "credit": "B", "licence": "C"} for name in ("a", "a" * 300, "\0")
    ]
    item = {"id": "a", **EXERCISE, "steps": ["Sit."], "images": images}
    assert imported(tmp_path, json.dumps({"exercises": [item]}), tmp_path / "there").faults == []
    assert "images" not in data(tmp_path / "there/exercises/a.yml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[", "cannot be read as JSON"),
        ("[]", "no list under `exercises` or `routines`"),
        ('{"exercises": 3}', "no list under `exercises` or `routines`"),
        ('{"version": 2, "exercises": []}', "the file is of version 2"),
        ('{"exercises": [3, {"name": "A"}]}', "entry 2: there is no `id`"),
        ('{"exercises": [{"id": "../a", "name": "A"}]}', "the id `../a` is not in kebab-case"),
        ('{"exercises": [{"id": "a", "nam": "A"}]}', "entry 1 (a), nam: unknown key `nam`"),
    ],
)
def test_what_is_no_such_file_is_told(tmp_path, text, told):
    outcome = imported(tmp_path, text, tmp_path / "there")
    assert told in "\n".join(map(str, outcome.faults))
    assert not (tmp_path / "there").exists()


def test_an_entry_is_a_line(made):
    lines = made["exercises.json"].decode().splitlines()
    assert sum(line.startswith('{"id": ') for line in lines) == len(list((CONTENT / "exercises").rglob("*.yml")))
    assert published.VERSION == 1


def test_what_is_nested_too_deep_is_no_traceback(tmp_path):
    for depth in (100, 2000):
        text = '{"exercises": [{"id": "a", "name": "A", "feel": ' + "[" * depth + "]" * depth + "}]}"
        assert imported(tmp_path, text, tmp_path / "there").faults
