"""What is kept between builds: found again, made again where it is damaged, and never in anybody's way."""

from __future__ import annotations

import hashlib
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from tests.figure.figure_helpers import Drawn, parse
from tests.helpers import ENGLISH, drawn, fixture_library
from unslouch.cards import engine, preview
from unslouch.cards.build import build, waiting
from unslouch.content.library import Library
from unslouch.figure import possible
from unslouch.guide import pictures as figures
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.tools import kept
from unslouch.tools.kept import KEPT_DAYS, Cache


@dataclass(frozen=True)
class Thing:
    """Something that takes time to make."""

    name: str
    size: int


KEY = kept.key("a thing")
FORM = TypeAdapter(Thing)


def made(cache: Cache, name: str = "thing") -> tuple[Thing, list[str]]:
    """The thing, and the names of those that had to be made."""
    asked = []

    def make(job: str) -> Thing:
        asked.append(job)
        return Thing(job, 3)

    return kept.kept(cache, "things", {KEY: name}, make, FORM)[KEY], asked


def sealed(data: bytes, version: bytes = b"unslouch 1 ") -> bytes:
    return version + hashlib.sha256(data).hexdigest().encode() + b"\n" + data


DAMAGE = {
    "half": lambda entry: entry[: len(entry) // 2],
    "a byte": lambda entry: entry[:-3] + b"?" + entry[-2:],
    "more": lambda entry: entry + b" ",
    "empty": lambda entry: b"",
    "garbage": lambda entry: b"\xff\x00" * 99,
    "not sealed": lambda entry: entry.partition(b"\n")[2],
    "another version": lambda entry: sealed(entry.partition(b"\n")[2], b"unslouch 0 "),
    "another type": lambda entry: sealed(b"[1, 2, 3]"),
    "null": lambda entry: sealed(b"null"),
    "deep": lambda entry: sealed(b"[" * 100_000),
    "no JSON": lambda entry: sealed(b"\x89PNG"),
}


def damage(folder: Path, how: str) -> None:
    """Damage every entry below a folder."""
    for file in [path for path in folder.rglob("*") if path.is_file()]:
        data = file.read_bytes()
        if how == "a folder":
            file.unlink()
            file.mkdir()
        else:
            file.write_bytes(DAMAGE[how](data))


def test_what_is_kept_is_not_made_again(tmp_path):
    assert made(Cache(tmp_path)) == (Thing("thing", 3), ["thing"])
    assert made(Cache(tmp_path)) == (Thing("thing", 3), [])
    assert made(Cache(None)) == (Thing("thing", 3), ["thing"])


@pytest.mark.parametrize("how", [*DAMAGE, "a folder"])
def test_what_is_damaged_is_made_again(tmp_path, how):
    made(Cache(tmp_path))
    damage(tmp_path / "things", how)
    assert made(Cache(tmp_path)) == (Thing("thing", 3), ["thing"])
    assert made(Cache(tmp_path))[1] == (["thing"] if how == "a folder" else [])


@pytest.fixture(scope="module")
def one() -> Library:
    """A library of one exercise."""
    library = fixture_library()
    return Library({"side-squat": library.exercises["side-squat"]}, {}, library.safety)


@pytest.fixture(scope="module")
def guide(one) -> Guide:
    return Guide(one, ENGLISH, pictures=drawn(one.exercises.values()), options=Options(cards="all"))


STANDING = Drawn("standing", parse({"poses": {"start": {}}}))
"""What takes no long time to draw."""
USERS = {
    "figures": lambda one, guide, cache: figures.draw([STANDING], cache, ENGLISH).files(),
    "poses": lambda one, guide, cache: possible.problems(one.exercises["side-squat"].figure, cache),
    "cards": lambda one, guide, cache: {path: make() for path, make in waiting(guide, cache).items()},
    "pdfs": lambda one, guide, cache: build(guide, cache).files,
    "social": lambda one, guide, cache: preview.pictures(guide, cache),
}
SET = [pytest.param(kind, marks=pytest.mark.pdf) for kind in ("cards", "pdfs", "social")]
"""Those that are set in type."""


@pytest.mark.whole
@pytest.mark.parametrize("kind", ["figures", "poses", *SET])
def test_whoever_keeps_things_makes_damaged_ones_again_and_forgets_what_nobody_asks_for(tmp_path, one, guide, kind):
    cache = Cache(tmp_path)
    first = USERS[kind](one, guide, cache)
    damage(tmp_path / kind, "half")
    assert USERS[kind](one, guide, cache) == first
    before = sorted((tmp_path / kind).iterdir())
    _grow_old(before[0])
    assert USERS[kind](one, guide, cache) == first
    cache.forget_unused()
    assert sorted((tmp_path / kind).iterdir()) == before, "what was asked for is young again"
    for file in before:
        _grow_old(file)
    cache.forget_unused()
    assert list((tmp_path / kind).iterdir()) == []


@pytest.mark.pdf
def test_what_is_kept_of_a_card_says_not_where_it_goes(tmp_path, one, guide):
    """Whoever can write to the folder may change a card's text, and no other file."""
    cache = Cache(tmp_path)
    first = USERS["cards"](one, guide, cache)
    for file in (tmp_path / "cards").iterdir():
        poisoned = json.loads(file.read_bytes().partition(b"\n")[2]) | {"files": {"/tmp/evil": "x", "../evil": "x"}}
        file.write_bytes(sealed(json.dumps(poisoned).encode()))
    assert USERS["cards"](one, guide, cache).keys() == first.keys()


def _grow_old(file: Path) -> None:
    old = time.time() - (KEPT_DAYS + 1) * 86_400
    os.utime(file, (old, old))


def test_files_of_somebody_else_are_never_deleted(tmp_path):
    made(Cache(tmp_path))
    theirs = [tmp_path / name for name in ("things/mine.svg", f"things/{KEY}.svg", "notes.txt", f"things/{KEY[:16]}")]
    for file in theirs:
        file.write_text("mine")
        _grow_old(file)
    Cache(tmp_path).forget_unused()
    assert all(file.is_file() for file in theirs)


def test_nothing_is_deleted_in_a_folder_that_was_somebody_elses(tmp_path):
    (tmp_path / "things").mkdir()
    made(Cache(tmp_path))
    assert made(Cache(tmp_path))[1] == []
    _grow_old(tmp_path / "things" / KEY)
    Cache(tmp_path).forget_unused()
    assert [path.name for path in tmp_path.iterdir()] == ["things"]
    assert (tmp_path / "things" / KEY).is_file()


def test_what_was_half_written_is_forgotten_too(tmp_path):
    made(Cache(tmp_path))
    partial = tmp_path / "things" / f"{KEY}.0123abcd.part"
    partial.write_text("half")
    Cache(tmp_path).forget_unused()
    assert partial.is_file(), "somebody may be writing it"
    os.utime(partial, (time.time() - 3600,) * 2)
    Cache(tmp_path).forget_unused()
    assert [path.name for path in (tmp_path / "things").iterdir()] == [KEY]


def test_a_folder_that_cannot_be_written_to_is_no_reason_to_stop(tmp_path):
    (tmp_path / "file").write_text("mine")
    for folder in (tmp_path / "file", tmp_path / "file/below", tmp_path / ("long" * 99)):
        assert made(Cache(folder)) == (Thing("thing", 3), ["thing"])
        Cache(folder).forget_unused()


def test_a_full_disk_leaves_nothing_half_behind(tmp_path, monkeypatch):
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert made(Cache(tmp_path)) == (Thing("thing", 3), ["thing"])
    assert list((tmp_path / "things").iterdir()) == []


def test_a_kept_thing_may_be_read_where_nothing_can_be_written(tmp_path, monkeypatch):
    made(Cache(tmp_path))

    def read_only(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "utime", read_only)
    assert made(Cache(tmp_path)) == (Thing("thing", 3), [])


def test_the_key_follows_every_source_of_its_rooms(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "__file__", str(tmp_path / "tools/kept.py"))
    room = tmp_path / "room/below"
    room.mkdir(parents=True)
    keys = set()
    for change in (
        lambda: (room / "one.css").write_text("a"),
        lambda: (room / "one.css").write_text("b"),
        lambda: (room / "one.css").rename(room / "two.css"),
        lambda: (tmp_path / "single.py").write_text("b"),
    ):
        (tmp_path / "single.py").touch()
        change()
        keys.add(kept.sources.__wrapped__("room", "single.py"))
    assert len(keys) == 4
    (room / "one.cpython-312.pyc").touch()
    (room / "one.js").touch()
    assert kept.sources.__wrapped__("room", "single.py") in keys
    with pytest.raises(FileNotFoundError):
        kept.sources.__wrapped__("room", "renamed.py")


@pytest.mark.pdf
@pytest.mark.parametrize("kind", ["pdfs", "social"])
def test_what_the_press_makes_depends_on_all_it_is_set_with(tmp_path, one, guide, kind, monkeypatch):
    USERS[kind](one, guide, Cache(tmp_path))
    count = len(list((tmp_path / kind).iterdir()))
    monkeypatch.setattr(engine, "fonts", lambda: "other fonts")
    USERS[kind](one, guide, Cache(tmp_path))
    assert len(list((tmp_path / kind).iterdir())) == 2 * count
