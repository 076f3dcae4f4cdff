"""Which files of a content folder count, and what is said of those that do not."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from tests.helpers import load_kept
from unslouch.content import files
from unslouch.content.files import Content, File, kept_back
from unslouch.content.load import Reading
from unslouch.content.problems import WARNING


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("safety.yml", True),
        ("Safety.YML", True),
        ("vocabulary.yml", True),
        ("safety.yml~", True),
        ("#safety.yml#", True),
        ("_safety.yml", True),
        ("safety.yaml", True),
        ("exercises/a.yml", True),
        ("Exercises/a.yml", True),
        ("exercises/_drafts.yml", True),
        ("exercises/_drafts/a.yml", True),
        ("routines/deep/a.yaml", True),
        ("exercises/a.yml~", True),
        ("exercises/a.yml.orig", True),
        ("exercises/a.YML.bak", True),
        ("exercises/.#a.yml", True),
        ("exercises/#a.yml#", True),
        ("exercises/.a.yml.swp", True),
        ("exercises/a.yml.~1~", True),
        ("exercises/a.yml___jb_tmp___", True),
        ("exercises/a (copy).yml", True),
        ("exercises/a.yml.txt", True),
        ("exercises/a.jpg", False),
        ("exercises/a.yml.png", False),
        ("exercises/a.yml.md", False),
        ("exercises/a.md", False),
        ("data/a.yml", False),
        ("exercises.yml", False),
        ("safety.md", False),
        ("unsafety.yml", False),
    ],
)
def test_no_site_carries_what_an_author_and_an_editor_write_it_as(path, expected):
    assert kept_back(path) == expected


def read(content: Path) -> Reading:
    return load_kept(content, shown_from=content.parent)


def messages(content: Path) -> dict[str, str]:
    """The last problem of each file, with what to do."""
    return {problem.file: f"{problem.message}: {problem.hint}" for problem in read(content).problems}


@pytest.mark.whole
def test_drafts_and_copies_of_an_editor_are_not_read(content):
    before = read(content).library
    good = (content / "exercises/marching.yml").read_text()
    for name in ("_new.yml", ".#marching.yml", "#marching.yml#", "marching.yml~", "marching.yml.orig", ".marching.yml"):
        (content / "exercises" / name).write_text(good)
    reading = read(content)
    assert reading.problems == []
    assert before
    assert reading.library
    assert reading.library.exercises == before.exercises


@pytest.mark.long
@pytest.mark.parametrize("folder", ["Exercises", "EXERCISES"])
def test_a_folder_in_capitals_is_the_folder_meant(content, folder):
    (content / "exercises").rename(content / folder)
    (content / "safety.yml").rename(content / "Safety.yml")
    reading = read(content)
    assert reading.problems == []
    assert reading.library
    assert reading.library.exercises["marching"].file == f"{folder}/marching.yml"


@pytest.mark.parametrize("name", ["exercise", "excercises"])
def test_a_folder_that_is_nearly_called_so_is_asked_about(content, name):
    shutil.rmtree(content / "routines")
    (content / "exercises").rename(content / name)
    (problem,) = read(content).problems
    assert (problem.file, problem.severity) == ("content/exercises", WARNING)
    assert problem.message == "there is no exercise here"
    assert f"did you mean to call {name}/ exercises/?" in problem.hint


def test_a_guide_without_exercises_is_told(content):
    shutil.rmtree(content / "routines")
    shutil.rmtree(content / "exercises")
    reading = read(content)
    assert reading.problems == []
    (notice,) = (notice for notice in reading.notices if notice.file == "content/exercises")
    assert "`unslouch new exercise NAME`" in notice.hint


@pytest.mark.long
@pytest.mark.parametrize(
    ("path", "ending"),
    [
        ("exercises/new.yaml", ".yaml"),
        ("exercises/new.yml.txt", ".yml.txt"),
        ("routines/new.YAML", ".YAML"),
        ("vocabulary.yaml", ".yaml"),
    ],
)
def test_a_file_that_would_be_passed_over_is_told(content, path, ending):
    (content / path).write_text("name: A\n")
    right = path.rpartition("/")[2].partition(".")[0]
    assert messages(content) == {f"content/{path}": f"`{ending}` is not read here: rename it to {right}.yml"}


@pytest.mark.parametrize("copy", ["marching (copy)", "marching - Copy", "marching (1)", "marching.sync-conflict-2026"])
def test_a_copy_is_told_as_one(content, copy):
    shutil.copy(content / "exercises/marching.yml", content / f"exercises/{copy}.yml")
    assert "if it is a copy, delete it; else rename" in messages(content)[f"content/exercises/{copy}.yml"]


@pytest.mark.whole
def test_a_link_that_became_a_text_and_one_to_nothing_are_told(content):
    shutil.rmtree(content / "routines")
    (content / "routines").write_text("../shared/routines")
    assert "set `core.symlinks`" in messages(content)["content/routines"]
    (content / "routines").unlink()
    (content / "routines").symlink_to("../not-there", target_is_directory=True)
    assert "this link leads nowhere" in messages(content)["content/routines"]


@pytest.mark.whole
def test_links_may_lead_where_the_project_is_and_no_further(content):
    shared = content.parent / "shared"
    (content / "exercises").rename(shared)
    (content / "exercises").symlink_to(shared, target_is_directory=True)
    assert "this link leads out of content/" in messages(content)["content/exercises/marching.yml"]
    taken = files.on_disk(content, within=content.parent)
    reading = load_kept(taken, shown_from=content.parent)
    assert reading.problems == []
    assert reading.library


def test_the_content_folder_may_be_a_link_itself(content):
    elsewhere = content.rename(content.parent.parent / f"{content.parent.name}-shared")
    content.symlink_to(elsewhere, target_is_directory=True)
    taken = files.on_disk(content, within=content.parent)
    assert load_kept(taken, shown_from=content.parent).problems == []


def test_a_circle_of_links_ends(content):
    (content / "exercises/again").symlink_to("..", target_is_directory=True)
    assert read(content).problems == []


def test_what_is_left_out_is_said_where_it_is_missed(content):
    left_out = {"exercises/marching.yml", "images/crossed.svg"}
    (content / "exercises/pigeon-pose.yml").rename(content / "exercises/_pigeon-pose.yml")
    taken = files.on_disk(content, lambda path: "`exclude_docs` of mkdocs.yml" if path in left_out else "")
    reading = load_kept(taken, shown_from=content.parent)
    hints = {problem.hint for problem in reading.errors if problem.message.startswith("there is no exercise")}
    assert "content/exercises/marching.yml is left out by `exclude_docs` of mkdocs.yml" in hints
    assert "content/exercises/_pigeon-pose.yml is a draft: its name begins with `_`" in hints
    assert any(
        problem.message == "images/crossed.svg is left out by `exclude_docs` of mkdocs.yml"
        for problem in reading.errors
    )
    assert [problem.file for problem in reading.notices if "left out" in problem.message] == [
        "content/exercises/marching.yml"
    ]


def test_a_pattern_that_leaves_everything_out_is_told(content):
    taken = files.on_disk(content, lambda path: "`exclude_docs` of mkdocs.yml" if path.endswith(".yml") else "")
    told = {problem.file: problem.hint for problem in load_kept(taken, shown_from=content.parent).problems}
    assert "left out by `exclude_docs` of mkdocs.yml" in told["content/exercises"]
    assert "take the line out" in told["content/safety.yml"]


@pytest.mark.long
def test_what_a_plugin_made_is_read_as_if_it_were_there(content):
    made = (content / "exercises/marching.yml").read_text().replace("name: ", "name: Second ", 1)
    taken = files.on_disk(content)
    path = "exercises/second.yml"
    more = {path: files.File(path, content / path, made.encode())}
    both = files.Content(taken.root, {**taken.files, **more})
    assert not both.says_as_much_as(taken)
    reading = load_kept(both, shown_from=content.parent)
    assert reading.problems == []
    assert reading.library
    assert reading.library.exercises["second"].name.startswith("Second ")


def test_folders_that_lead_into_each_other_end(content):
    for folder, other, name in (("a", "b", "x"), ("a", "b", "x2"), ("b", "a", "y")):
        (content / folder).mkdir(exist_ok=True)
        (content / folder / name).symlink_to(f"../{other}", target_is_directory=True)
    (content / "a/note.md").write_text("Lift.", encoding="utf-8")
    assert [path for path in files.on_disk(content).files if path.endswith("note.md")] == [
        "a/note.md",
        "b/y/note.md",
    ]


@pytest.mark.long
def test_folders_in_folders_are_gone_through_however_deep(content):
    deep = os.path.join(content, "exercises", *["a"] * 900)
    os.makedirs(deep)
    Path(deep, "deep.yml").write_bytes(b"")
    before = time.perf_counter()
    assert len([path for path in files.on_disk(content).files if path.endswith("deep.yml")]) == 1
    assert time.perf_counter() - before < 5


def test_a_link_to_a_whole_disk_ends(content, monkeypatch):
    monkeypatch.setattr(files, "MOST_OUTSIDE", 40)
    elsewhere = content.parent / "disk"
    for number in range(30):
        (elsewhere / f"{number:02}").mkdir(parents=True)
        for name in "abc":
            (elsewhere / f"{number:02}" / f"{name}.md").write_bytes(b"")
    (content / "shared").symlink_to(elsewhere, target_is_directory=True)
    assert 0 < len([path for path in files.on_disk(content).files if path.startswith("shared/")]) < 30
    inside = files.on_disk(content, within=content.parent).files
    assert len([path for path in inside if path.startswith("shared/")]) == 90


def test_a_link_that_leads_nowhere_is_no_file(content):
    (content / "photo.jpg").symlink_to("not-there.jpg")
    (content / "page.md").symlink_to("not-there.md")
    assert not {"photo.jpg", "page.md"} & files.on_disk(content).files.keys()


@pytest.mark.parametrize("make", [lambda path: path.symlink_to("not-there"), os.mkfifo])
def test_what_would_stop_mkdocs_in_the_middle_is_told_before(content, make):
    make(content / "x.md")
    make(content / "images/x.jpg")
    make(content / ".#x.md")
    told = {problem.file: problem.message for problem in read(content).errors}
    assert told.keys() == {"content/x.md", "content/images/x.jpg"}
    assert all(message.startswith("this is no file") for message in told.values())


def test_a_page_that_is_not_utf_8_is_told_at_its_byte(content):
    (content / "x.md").write_bytes(b"# A\n\ncaf\xe9")
    (problem,) = read(content).errors
    assert (problem.file, problem.line, problem.column) == ("content/x.md", 3, 4)


def test_a_page_of_another_without_our_markers_says_nothing_new(content):
    taken = files.on_disk(content)
    for text, nothing_new in (("# Hello", True), ("<!-- unslouch:keys -->", False)):
        page = File("hello.md", content / "hello.md", text.encode())
        both = Content(content, {**taken.files, "hello.md": page})
        assert both.says_as_much_as(taken) is nothing_new
