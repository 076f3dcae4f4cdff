"""free-exercise-db, on some of its entries that differ in what they lack and in what is odd."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from unslouch.content.todo import TODOS
from unslouch.exchange.free_exercise_db import read
from unslouch.exchange.importing import bring_in

SAMPLE = Path(__file__).with_name("free-exercise-db.json")
ITEMS = {item["id"]: item for item in json.loads(SAMPLE.read_text(encoding="utf-8"))}


@pytest.fixture(scope="module")
def found():
    return {entry.origin.split(": ")[1]: entry for entry in read(SAMPLE).entries}


@pytest.mark.long
def test_all_can_be_taken(tmp_path):
    outcome = bring_in(read(SAMPLE), tmp_path)
    assert outcome.faults == []
    assert len(outcome.new) == len(ITEMS)


@pytest.mark.parametrize("id", ITEMS)
def test_the_sentences_are_their_authors_own_and_none_is_lost(found, id):
    whole = " ".join(" ".join(ITEMS[id]["instructions"]).split())
    assert " ".join(found[id].data.get("steps", ())) == whole


@pytest.mark.parametrize("id", ITEMS)
def test_nothing_is_made_up(found, id):
    data = found[id].data
    lacks = {"summary", "position", "laterality", "dose"}
    lacks |= {"steps"} if not any(ITEMS[id]["instructions"]) else set()
    lacks |= {"equipment"} if ITEMS[id]["equipment"] is None else set()
    assert set(data["todo"]) - {"side_words"} == lacks
    assert lacks.isdisjoint(data)
    assert data.keys() <= {"name", "todo", "category", "level", "muscles", "equipment", "steps", "sources"}


def test_words_of_theirs_are_words_of_the_format(found):
    assert found["3_4_Sit-Up"].data["equipment"] == []
    assert {found[id].data["category"] for id in ("Clean", "Atlas_Stone_Trainer", "3_4_Sit-Up")} == {"strengthening"}
    assert found["Bicycling"].data["category"] == "cardio"
    assert found["Kneeling_Hip_Flexor"].data["muscles"] == {"primary": ["quadriceps"]}
    assert "side_words" not in found["Clean"].data["todo"]
    assert "side_words" in found["Kneeling_Hip_Flexor"].data["todo"]


def test_what_is_changed_is_counted():
    changes = read(SAMPLE).changes
    assert changes["`images` is left out"] == len(ITEMS)
    assert changes["`plyometrics` is now `strengthening`"] == 1
    assert changes["an instruction that is empty is left out"] == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[", "cannot be read as JSON"),
        ("[3, {}]", "entry 2: this is no exercise with a `name`"),
        ('{"a": 1}', "entry 1: this is no exercise"),
    ],
)
def test_what_is_no_such_file_is_told(tmp_path, text, told):
    file = tmp_path / "file.json"
    file.write_text(text, encoding="utf-8")
    assert told in "\n".join(map(str, read(file).faults))


def test_a_word_that_is_not_known_is_told_at_its_key(tmp_path):
    file = tmp_path / "file.json"
    item = ITEMS["Clean"]
    file.write_text(json.dumps([item | {"primaryMuscles": ["gluts"], "level": "elite"}]), encoding="utf-8")
    outcome = bring_in(read(file), tmp_path)
    assert [fault.place for fault in outcome.faults] == [
        f"file.json, entry 1 (Clean), {key}" for key in ("level", "primaryMuscles")
    ]
    assert "did you mean `glutes`?" in str(outcome.faults[1])
    assert outcome.new == []


def test_what_todo_can_name_is_what_it_names(found):
    assert {word for entry in found.values() for word in entry.data["todo"]} <= set(TODOS)
