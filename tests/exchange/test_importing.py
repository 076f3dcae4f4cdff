"""Importing again: what an author has touched is the author's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import CONTENT, load_kept
from unslouch.content.library import ROUTINES
from unslouch.exchange.found import Findings, Found, with_todo
from unslouch.exchange.importing import bring_in
from unslouch.exchange.record import FILE, Record


def found(*names: str, origin: str = "a list", **more) -> Findings:
    entries = [
        Found(name.lower(), with_todo({"name": name, **more}), origin, lambda path, name=name: f"{name} {path}")
        for name in names
    ]
    return Findings(origin, entries)


def file(content: Path, name: str) -> Path:
    return content / f"exercises/{name}.yml"


@pytest.fixture
def imported(content: Path) -> Path:
    bring_in(found("One", "Two", "Three"), content)
    return content


@pytest.mark.whole
def test_what_is_imported_can_be_read(imported):
    reading = load_kept(imported)
    assert reading.problems == []
    assert reading.library
    assert {"one", "two", "three"} <= reading.library.exercises.keys()
    assert len(reading.todo) == 3


def test_importing_the_same_again_changes_nothing(imported):
    before = {path: path.read_bytes() for path in imported.rglob("*") if path.is_file()}
    outcome = bring_in(found("One", "Two", "Three"), imported)
    assert outcome.same == ["one", "two", "three"]
    assert {path: path.read_bytes() for path in imported.rglob("*") if path.is_file()} == before


def test_what_is_new_in_the_source_reaches_only_what_nobody_touched(imported):
    theirs = file(imported, "one").read_text(encoding="utf-8") + "feel: My own word.\n"
    file(imported, "one").write_text(theirs, encoding="utf-8")
    file(imported, "two").unlink()
    outcome = bring_in(found("One", "Two", "Three", "Four", level="beginner"), imported)
    assert (outcome.touched, outcome.gone, outcome.updated, outcome.new) == (["one"], ["two"], ["three"], ["four"])
    assert file(imported, "one").read_text(encoding="utf-8") == theirs
    assert not file(imported, "two").exists()
    assert "level: beginner" in file(imported, "three").read_text(encoding="utf-8")
    again = bring_in(found("Three", level="expert"), imported)
    assert again.updated == ["three"]


def test_a_file_keeps_its_place_and_its_line_ends_are_no_touch(imported):
    (imported / "exercises/arms").mkdir()
    moved = file(imported, "one").rename(imported / "exercises/arms/one.yml")
    moved.write_bytes(moved.read_bytes().replace(b"\n", b"\r\n"))
    assert bring_in(found("One", level="beginner"), imported).updated == ["one"]
    assert "level: beginner" in moved.read_text(encoding="utf-8")
    assert not file(imported, "one").exists()


def test_what_was_there_before_or_is_from_elsewhere_is_left(content):
    before = file(content, "marching").read_text(encoding="utf-8")
    assert bring_in(found("Marching", "One"), content).touched == ["marching"]
    assert file(content, "marching").read_text(encoding="utf-8") == before
    assert bring_in(found("One", level="beginner", origin="another list"), content).touched == ["one"]


def test_the_same_from_elsewhere_does_not_make_it_elsewheres(imported):
    same = found("One")
    same.origin = "another list"
    assert bring_in(same, imported).same == ["one"]
    assert bring_in(found("One", level="beginner"), imported).updated == ["one"]


def test_what_is_to_complete_is_counted_where_the_import_has_a_hand_in_it(imported):
    file(imported, "one").write_text("name: Mine\n", encoding="utf-8")
    file(imported, "two").unlink()
    assert bring_in(found("One", "Two", "Three", "Four"), imported).todo["dose"] == 2
    assert bring_in(found("One", "Two"), imported).todo == {}


def test_a_remark_says_where_a_file_is_from_and_what_to_do(imported):
    first = file(imported, "one").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# From a list. Write what `todo` names, then take it out of the list."


def test_a_lost_record_loses_no_ones_work(imported):
    (imported / FILE).write_text("{", encoding="utf-8")
    file(imported, "one").write_text("name: Mine\n", encoding="utf-8")
    outcome = bring_in(found("One", "Two"), imported)
    assert (outcome.touched, outcome.same) == (["one"], ["two"])
    assert bring_in(found("Two", level="expert"), imported).updated == ["two"]


def test_a_dry_run_writes_nothing(tmp_path):
    assert bring_in(found("One"), tmp_path, dry=True).new == ["one"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("index", "overview"),
        ("Two Words", "kebab-case"),
        ("Ü", "kebab-case"),
        ("x" * 81, "longer than 80"),
        ("", "kebab-case"),
    ],
)
def test_what_cannot_be_an_id_is_told(tmp_path, name, told):
    outcome = bring_in(found(name), tmp_path)
    assert told in outcome.faults[0].message
    assert outcome.new == []


def test_two_of_an_id_are_told_and_the_first_is_taken(tmp_path):
    outcome = bring_in(found("One", "One"), tmp_path)
    assert outcome.new == ["one"]
    assert [str(fault) for fault in outcome.faults] == [
        "One ('id',): the id `one` is that of One () too\n      = give one of them another id, or another name"
    ]


def test_a_sites_own_words_are_known(content):
    (content / "vocabulary.yml").write_text("equipment: {trx: {one: sling}}\n", encoding="utf-8")
    assert bring_in(found("One", equipment=["trx"]), content).faults == []
    assert bring_in(found("Two", equipment=["rtx"]), content).faults[0].place == "Two ('equipment', 0)"


def test_a_routine_is_what_routines_are(content):
    entry = Found("short", {"name": "Short"}, "", lambda path: "here")
    assert {fault.message for fault in bring_in(Findings("a list", [entry]), content, ROUTINES).faults} == {
        "`summary` is missing"
    }


def test_the_record_is_a_line_a_file(imported):
    lines = (imported / FILE).read_text(encoding="utf-8").splitlines()
    assert lines[1].startswith('  "exercises/one": {"from": "a list", "sum": "')
    assert len(lines) == 5
    assert Record.read(CONTENT).files == {}
