"""The page of all poses that an author writes by."""

import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from tests.helpers import ROOT, kept
from unslouch.cli import main
from unslouch.pages.pose_sheet import of_file
from unslouch.tools.kept import Cache


def test_every_pose_is_on_the_sheet_with_its_words(content, tmp_path):
    page, found = of_file(content / "exercises/side-squat.yml", Cache(kept()))
    assert found == []
    for pose in ("stand", "start", "end", "easier"):
        assert f"<h2>{pose}</h2>" in page
    assert page.count("<img") == 5 * page.count("<section>")
    assert "refresh" not in page


def test_poses_can_be_seen_before_the_rest_is_written(tmp_path):
    file = tmp_path / "new.yml"
    file.write_text("name: 3\nfigure: {poses: {start: {base: supine}}}\n")
    page, found = of_file(file, Cache(None))
    assert found == []
    assert "<h2>start</h2>" in page


def test_what_is_wrong_stands_on_the_sheet_with_its_place(tmp_path):
    file = tmp_path / "new.yml"
    file.write_text("figure:\n  poses:\n    start:\n      right_knee: 190\n")
    page, found = of_file(file, Cache(None))
    assert [(p.line, p.column) for p in found] == [(4, 19)]
    assert "190° of flexion" in page
    file.write_text("name: A\n")
    assert of_file(file, Cache(None))[1][0].message == "there is no `figure` here"


def test_the_command_writes_the_sheet_and_says_by_its_status_whether_all_is_well(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new.yml").write_text("figure: {poses: {start: {base: supine}}}\n")
    assert CliRunner().invoke(main, ["poses", "new.yml"]).exit_code == 0
    assert (tmp_path / "build/poses/new.html").is_file()
    (tmp_path / "new.yml").write_text("figure: {poses: {start: {base: sup}}}\n")
    result = CliRunner().invoke(main, ["poses", "new.yml"])
    assert result.exit_code == 1
    assert "did you mean `supine`?" in result.output
    assert CliRunner().invoke(main, ["poses", "nowhere.yml"]).exit_code == 2


@pytest.mark.build
def test_a_watched_sheet_follows_the_file(tmp_path):
    file, page = tmp_path / "new.yml", tmp_path / "sheet.html"
    file.write_text("figure: {poses: {start: {base: supine}}}\n")
    command = [sys.executable, "-m", "unslouch", "poses", str(file), "-o", str(page), "--watch"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        try:
            _until(lambda: page.is_file() and "<h2>start</h2>" in page.read_text())
            file.write_text("figure: {poses: {start: {base: supine}, bent: {base: supine, knees: 90}}}\n")
            _until(lambda: "<h2>bent</h2>" in page.read_text())
        finally:
            process.kill()


def _until(done, seconds=90):
    for _ in range(seconds * 10):
        if done():
            return
        time.sleep(0.1)
    raise AssertionError("it did not come")
