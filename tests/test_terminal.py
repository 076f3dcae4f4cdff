"""What the command writes where few letters are known."""

from __future__ import annotations

import errno
import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from tests.helpers import plain_site, share_cache
from unslouch.cli import main
from unslouch.terminal import Commands

pytestmark = pytest.mark.build


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "“Étirement” → 30–40 s … 柔軟 ✓"),
        ("cp1252", "“Étirement” -> 30–40 s … ?? ?"),
        ("ascii", '"Etirement" -> 30-40 s ... ?? ?'),
    ],
)
def test_no_command_stops_at_a_letter_that_its_output_does_not_know(monkeypatch, encoding, shown):
    @click.group(cls=Commands)
    def main():
        pass

    @main.command()
    def say():
        sys.stdout.write("“Étirement” → 30–40 s … 柔軟 ✓")

    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding=encoding))
    main.main(["say"], standalone_mode=False)
    sys.stdout.flush()
    assert out.getvalue().decode(encoding) == shown


def _a_file_for_a_folder(content, _):
    (content / "exercises").write_text("")
    return "exercises"


def _a_folder_for_a_file(content, _):
    (content / "exercises/squat.yml").mkdir(parents=True)
    return "squat.yml"


def _a_folder_that_may_not_be_written_to(content, monkeypatch):
    def refused(path, *_, **__):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "write_bytes", refused)
    return "squat.yml"


def _a_record_that_is_a_folder(content, _):
    (content / ".imported.json").mkdir(parents=True)
    return ".imported.json"


@pytest.mark.parametrize(
    "obstacle",
    [
        _a_file_for_a_folder,
        _a_folder_for_a_file,
        _a_folder_that_may_not_be_written_to,
        _a_record_that_is_a_folder,
    ],
)
def test_what_is_in_the_way_of_an_import_is_told_in_words(tmp_path, monkeypatch, obstacle):
    (tmp_path / "content").mkdir()
    Path(tmp_path / "list.csv").write_text("name\nSquat\n")
    _told(tmp_path, monkeypatch, ["import", "csv", "list.csv"], obstacle(tmp_path / "content", monkeypatch))


@pytest.mark.parametrize(
    ("blocked", "arguments"),
    [
        ("content/exercises", ["new", "exercise", "Squat"]),
        ("schema", ["new", "routine", "Ten"]),
        ("build", ["export", "json"]),
        ("build", ["export", "build/markdown"]),
        ("build", ["poses", "content/exercises/donkey-kick.yml"]),
    ],
)
def test_a_file_in_the_way_of_any_command_is_told_in_words(content, monkeypatch, blocked, arguments):
    shutil.rmtree(content.parent / blocked, ignore_errors=True)
    (content.parent / blocked).write_text("")
    share_cache(content.parent)
    plain_site(content.parent)
    _told(content.parent, monkeypatch, arguments, Path(blocked).name)


def _told(folder, monkeypatch, arguments, file):
    monkeypatch.chdir(folder)
    result = CliRunner().invoke(main, arguments)
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 2
    assert re.search(rf"^Error: \S*{file}\S* cannot be read or written: ", result.output, re.MULTILINE), result.output


@pytest.mark.build
def test_a_pipe_of_windows_gets_every_problem(content, monkeypatch):
    file = content / "exercises/marching.yml"
    file.write_text(file.read_text(encoding="utf-8") + "eqüipment→: []\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    run = subprocess.run([sys.executable, "-m", "unslouch", "check"], cwd=content.parent, capture_output=True)
    told = run.stdout.decode("cp1252")
    assert run.returncode == 1, run.stderr
    assert "eqüipment->: []" in told
    assert "1 error in 1 file" in told
    assert b"Traceback" not in run.stderr
