"""The page of all poses that an author writes by."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.helpers import ROOT, kept
from unslouch.cli import main
from unslouch.content.problems import Problem
from unslouch.figure.people import STANDARD
from unslouch.guide import pictures, words
from unslouch.pages import pose_file, pose_sheet
from unslouch.tools.kept import Cache

MARKED = "f-x%7B"
"""The rule of the style that marks what is wrong, as it stands in the page."""


@pytest.fixture
def sheet(tmp_path):
    """The page of a figure written in YAML, and what is wrong with it."""

    def of(text: str, *, whole: bool = False) -> tuple[str, list[Problem]]:
        file = tmp_path / "new.yml"
        file.write_text(text if whole else f"figure:\n  poses:\n{text}")
        read = pose_file.read(file)
        return pose_sheet.page(read, Cache(kept())), read.errors

    return of


def section(page: str, pose: str) -> str:
    return next(part for part in page.split("<section>") if f"<h2>{pose}</h2>" in part)


@pytest.mark.whole
def test_every_pose_is_on_the_sheet_with_its_words(content):
    read = pose_file.read(content / "exercises/side-squat.yml")
    assert read.problems == ()
    page = pose_sheet.page(read, Cache(kept()))
    for pose in ("stand", "start", "end", "easier"):
        assert f"<h2>{pose}</h2>" in page
    assert page.count("<img") == 5 * page.count("<section>")
    assert "refresh" not in page
    assert MARKED not in page


def test_poses_can_be_seen_before_the_rest_is_written(sheet):
    page, found = sheet("name: 3\nfigure: {poses: {start: {base: supine}}}\n", whole=True)
    assert found == []
    assert "<h2>start</h2>" in page


@pytest.mark.long
def test_a_pose_that_no_body_takes_is_drawn_with_what_is_wrong_marked(sheet):
    page, found = sheet("    start:\n      right_knee: 190\n    end: {base: sitting}\n")
    assert [(p.line, p.column) for p in found] == [(4, 19)]
    assert "190° of flexion" in section(page, "start")
    assert section(page, "start").count("<img") == 5
    assert MARKED in section(page, "start")
    assert "<pre>" not in section(page, "end")


def test_an_inherited_fault_is_told_once_and_stands_beside_every_pose_that_has_it(sheet):
    page, found = sheet("    start: {right_knee: 190}\n    end: {from: start}\n")
    assert len(found) == 1
    assert "190° of flexion" in section(page, "start")
    assert "190° of flexion" in section(page, "end")


@pytest.mark.long
def test_a_hand_that_falls_short_by_more_in_another_pose_is_told_once(sheet):
    hand = "right_hand: {at: {forward: 60, out: 14}}"
    page, found = sheet(f"    start: {{base: sitting, {hand}}}\n    end: {{from: start, lean: -5}}\n")
    assert len([one for one in found if "right hand does not reach" in one.message]) == 1
    assert "right hand does not reach" in section(page, "end")


@pytest.mark.long
@pytest.mark.parametrize(
    "wrong", ["right_hipp: 30", "hands: roof", "after: nowhere", "camera: {azimuth: x}", "right_knee: {flextion: 3}"]
)
def test_a_pose_is_drawn_without_what_cannot_be_read(sheet, wrong):
    page, found = sheet(f"    start: {{base: sitting, {wrong}}}\n    end: {{from: start}}\n")
    assert len(found) == 1
    assert "<pre>" in section(page, "start")
    assert page.count("<img") == 10


@pytest.mark.parametrize("wrong", ["{base: sittin}", "{from: nowhere}", "{from: start}", "[]"])
def test_a_pose_that_cannot_be_put_together_has_its_message_for_a_picture(sheet, wrong):
    page, found = sheet(f"    start: {wrong}\n    end: {{from: start}}\n    other: {{base: sitting}}\n")
    assert len(found) == 1
    for pose in ("start", "end"):
        assert "<img" not in section(page, pose)
        assert "<pre>" in section(page, pose)
    assert "<img" in section(page, "other")


@pytest.mark.parametrize(
    "text", ["name: A\n", "figure: 3\n", "figure: {poses: {}}\n", "figure: [\n", "figure: {camera: 1}\n"]
)
def test_a_file_without_poses_shows_what_is_wrong(sheet, text):
    page, found = sheet(text, whole=True)
    assert len(found) >= 1
    assert "<pre>" in page
    assert "<img" not in page


def test_what_is_wrong_with_the_whole_figure_hides_no_pose(sheet):
    page, found = sheet("figure: {highlight: [x], poses: {start: {base: supine}}}\n", whole=True)
    assert "`x` is not a word" in page.split("<section>")[0]
    assert page.count("<img") == 5
    assert len(found) == 1


@pytest.mark.whole
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


@pytest.mark.long
def test_the_poses_come_as_json_alone_on_standard_output(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new.yml").write_text(
        "figure: {poses: {start: {base: sitting, hands: thigh}, end: {right_knee: 190}}}\n"
    )
    result = CliRunner().invoke(main, ["poses", "new.yml", "--format", "json"])
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert "190° of flexion" in result.stderr
    assert list(found["poses"]) == ["start", "end"]
    start = found["poses"]["start"]
    assert list(start) == ["joints", "contacts", "highlight_seen", "warnings"]
    assert start["joints"]["right hip"] == {"flexion": 90.0, "abduction": 4.0, "rotation": 0.0}
    assert start["highlight_seen"] is None
    assert {"part": "right hand", "on": "thigh", "gap_cm": 0.0} in start["contacts"]
    assert found["problems"][0]["line"] == 1
    (tmp_path / "new.yml").write_text("figure: {poses: {start: {base: sittin}}}\n")
    assert json.loads(CliRunner().invoke(main, ["poses", "new.yml", "--format", "json"]).stdout)["poses"] == {}


@pytest.mark.whole
def test_several_files_and_folders_come_by_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for file in ("a.yml", "more/b.yml"):
        Path(file).parent.mkdir(exist_ok=True)
        Path(file).write_text("figure: {poses: {start: {base: supine}}}\n")
    result = CliRunner().invoke(main, ["poses", "a.yml", "more", "--format", "json"])
    assert list(json.loads(result.stdout)["files"]) == ["a.yml", "more/b.yml"]
    assert list(json.loads(CliRunner().invoke(main, ["poses", "more", "--format", "json"]).stdout)) == ["files"]
    assert CliRunner().invoke(main, ["poses", "a.yml", "more"]).exit_code == 0
    assert {page.stem for page in (tmp_path / "build/poses").iterdir()} == {"a", "b"}
    assert CliRunner().invoke(main, ["poses", "a.yml", "more", "-o", "x.html"]).exit_code == 2
    assert CliRunner().invoke(main, ["poses", "a.yml", "-o", "x.html", "--format", "json"]).exit_code == 2


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


@pytest.mark.long
def test_an_author_sees_the_body_that_poses_are_judged_by(tmp_path):
    """A larger body might have a mark in its picture of which no message tells."""
    for name in ("one", "two", "three", "four"):
        file = tmp_path / f"{name}.yml"
        file.write_text("figure: {poses: {a: {base: supine}}}\n")
        drawn = pictures.draw([pose_file.read(file)], Cache(kept()), words.load("en"), for_author=True)
        assert drawn.of(pose_file.read(file), "a").drawing.person == STANDARD
