"""A folder filled anew: the old stays until the new is whole, what others wrote stays for good, and nothing else does."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import ROOT
from unslouch.tools import staging
from unslouch.tools.folder import NotOurs, fill
from unslouch.tools.staging import FOLDER, InTheWay, Staging

OLD = {"index.html": "old", "a/index.html": "old", "a/gone.html": "old", "b/deep/gone.html": "old", "c": "old"}
NEW = {"index.html": "new", "a/index.html": "new", "c/index.html": "new", "d/x.html": "new"}


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)


def read(folder: Path) -> dict[str, str]:
    """Everything in a folder but what is known of it."""
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and FOLDER not in path.relative_to(folder).parts
    }


def put(target: Path, files: dict[str, str]) -> None:
    one = Staging(target)
    write(one.files, files)
    one.finish()


def left(target: Path) -> set[str]:
    """What is known of a folder, and what is left of its making."""
    return {path.name for path in (target / FOLDER).iterdir()}


@pytest.fixture
def site(tmp_path) -> Path:
    put(tmp_path / "site", OLD)
    return tmp_path / "site"


def test_the_new_takes_the_place_of_the_old_at_the_end(site):
    one = Staging(site)
    write(one.files, NEW)
    assert read(site) == OLD
    one.finish()
    assert read(site) == NEW
    assert {path.name for path in site.iterdir()} == {"index.html", "a", "c", "d", FOLDER}, "no empty folder stays"
    assert left(site) == {"lock", "written"}
    one.drop()
    assert read(site) == NEW


def test_what_is_dropped_leaves_all_as_it_was(site, tmp_path):
    one = Staging(site)
    write(one.files, NEW)
    one.drop()
    assert read(site) == OLD
    assert left(site) == {"lock", "written"}
    Staging(tmp_path / "not/there/yet").drop()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_files_of_others_stay_wherever_they_are(site):
    theirs = {"mine.txt": "x", "a/mine.txt": "x", "b/deep/mine.txt": "x", ".git": "x", ".well-known/x": "x"}
    write(site, theirs)
    (site / "a/link").symlink_to(site.parent)
    one = Staging(site)
    write(one.files, NEW)
    assert one.others() == sorted([*theirs, "a/link"])
    one.finish()
    (site / "a/link").unlink()
    assert read(site) == NEW | theirs


def test_a_file_does_not_go_where_others_have_a_folder(site):
    write(site, {"e/mine.txt": "x"})
    one = Staging(site)
    write(one.files, {"e": "new"})
    with pytest.raises(InTheWay, match="e is a folder with files of others"):
        one.finish()
    assert read(site) == OLD | {"e/mine.txt": "x"}
    assert left(site) == {"lock", "written"}


def test_the_folder_itself_stays_for_who_looks_at_it(site):
    before = site.stat().st_ino
    put(site, NEW)
    assert site.stat().st_ino == before


@pytest.mark.parametrize("line", ["../precious", "/precious", "a/../../precious", "out/precious", ""])
def test_a_record_deletes_nothing_elsewhere(site, line):
    precious = site.parent / "precious"
    precious.write_text("x")
    (site / "out").symlink_to(site.parent)
    (site / FOLDER / "written").write_text(line.replace("/precious", str(precious)) if line[:1] == "/" else line)
    put(site, NEW)
    assert precious.read_text() == "x"


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", None])
def test_without_a_record_all_stays_that_has_no_successor(site, damage):
    record = site / FOLDER / "written"
    record.unlink() if damage is None else record.write_bytes(damage)
    new = {path: text for path, text in NEW.items() if path != "c/index.html"}
    put(site, new)
    assert read(site) == OLD | new


def test_only_what_was_written_is_begun_with(site):
    write(site, {"a/mine.txt": "x"})
    (site / "a/gone.html").unlink()
    one = Staging(site)
    one.begin_with_the_old()
    assert read(one.files) == {path: text for path, text in OLD.items() if path != "a/gone.html"}
    one.drop()


def test_two_at_once_keep_apart_and_the_last_to_end_counts(site):
    first, second = Staging(site), Staging(site)
    write(first.files, NEW)
    write(second.files, {"index.html": "third"})
    second.finish()
    assert read(site) == {"index.html": "third"}
    first.finish()
    assert read(site) == NEW
    assert left(site) == {"lock", "written"}


@pytest.mark.long
@pytest.mark.parametrize("stop", range(30))
def test_who_is_killed_in_the_swap_is_gone_on_from(site, monkeypatch, stop):
    """At each of the calls with which it changes the disk; it has fewer than are tried."""
    write(site, {"a/mine.txt": "x"})
    calls = iter(range(1000))

    class Killed(BaseException):
        pass

    def counted(real):
        def call(*arguments, **options):
            if next(calls) == stop:
                raise Killed
            return real(*arguments, **options)

        return call

    one = Staging(site)
    write(one.files, NEW)
    with monkeypatch.context() as patch:
        for owner, name in ((os, "replace"), (Path, "unlink"), (Path, "rmdir"), (Path, "mkdir"), (shutil, "rmtree")):
            patch.setattr(owner, name, counted(getattr(owner, name)))
        try:
            one.finish()
        except Killed:
            one._alive.release()
    assert next(calls) < 30
    Staging(site).drop()
    assert read(site) == (NEW if stop else OLD) | {"a/mine.txt": "x"}
    assert left(site) == {"lock", "written"}


def test_what_cannot_be_moved_as_a_whole_is_moved_piece_by_piece(site, monkeypatch):
    """Where a disk begins, on layered disks of containers, and on Windows where somebody has a folder open."""
    real = os.replace

    def replace(source, target):
        if Path(source).is_dir() and Path(source).is_relative_to(site) and FOLDER not in Path(source).parts:
            raise OSError(18, "Invalid cross-device link")
        real(source, target)

    monkeypatch.setattr(staging.os, "replace", replace)
    put(site, NEW)
    assert read(site) == NEW


@pytest.mark.long
def test_a_process_that_is_killed_leaves_nothing_for_long(site):
    code = (
        "import sys, time; from pathlib import Path; from unslouch.tools.staging import Staging\n"
        "one = Staging(Path(sys.argv[1])); (one.files / 'x').write_text('half'); print('on', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, site], cwd=ROOT, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        Staging(site).drop()
        assert len(left(site)) == 3, "who lives is let be"
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert len(left(site)) == 3
    assert read(site) == OLD
    Staging(site).drop()
    assert left(site) == {"lock", "written"}


# a folder that a command fills


def test_a_folder_is_filled_whole_or_stays_as_it_was(tmp_path):
    fill(tmp_path / "out", {"a/b": b"1", "c": b"1"})
    with pytest.raises(TypeError):
        fill(tmp_path / "out", {"a/b": b"2", "d": None})
    assert read(tmp_path / "out") == {"a/b": "1", "c": "1"}
    fill(tmp_path / "out", {"d": b"2"})
    assert read(tmp_path / "out") == {"d": "2"}
    assert left(tmp_path / "out") == {"lock", "written"}


def test_a_folder_of_others_is_not_filled(tmp_path):
    write(tmp_path, {"mine": "x"})
    for target in (tmp_path, tmp_path / "mine"):
        with pytest.raises(NotOurs):
            fill(target, {"a": b"1"})
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
