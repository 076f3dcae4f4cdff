"""The command, as an author calls it."""

from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner

from tests.helpers import load_kept, plain_site, share_cache
from unslouch.cli import main
from unslouch.content.vocabulary import POSITIONS
from unslouch.figure import draw


@pytest.fixture
def run(content, monkeypatch):
    monkeypatch.chdir(content.parent)
    share_cache(content.parent)
    return lambda *arguments: CliRunner().invoke(main, list(arguments), catch_exceptions=False)


@pytest.mark.long
def test_check_is_clean(run):
    result = run("check", "--strict")
    assert result.exit_code == 0
    assert "6 exercises and 4 routines: no problems" in result.output


@pytest.mark.whole
def test_check_solves_no_pose_twice(run, monkeypatch):
    run("check")

    def again(_):
        raise AssertionError("solved again")

    monkeypatch.setattr("unslouch.figure.possible.solve", again)
    monkeypatch.setattr("unslouch.figure.report._of_all", again)
    monkeypatch.setattr("unslouch.figure.asks._of_all", again)
    assert run("check").exit_code == 0


@pytest.mark.long
def test_check_finds_problems(run, content):
    file = content / "exercises/donkey-kick.yml"
    file.write_text(file.read_text() + "equipement: []\n")
    assert run("check").exit_code == 1
    assert "::error file=content/exercises/donkey-kick.yml,line=" in run("check", "--format", "github").output


@pytest.mark.long
def test_warnings_count_only_when_strict(run, content):
    file = content / "exercises/donkey-kick.yml"
    file.write_text(re.sub(r"cautions:\n(  .*\n)+", "", file.read_text()))
    assert run("check").exit_code == 0
    assert run("check", "--strict").exit_code == 1


def test_misuse(run):
    assert run("check", "--content", "nowhere").exit_code == 2
    assert run("new", "exercise").exit_code == 2
    assert run("new", "exercise", "Donkey kick").exit_code == 2
    assert run("export", "content/out").exit_code == 2


PLACEHOLDERS = [
    "`todo` still names what is given: summary, muscles, dose, steps",
    "`example.org` is a name for examples: no source is there",
]
"""What a new exercise has for its author to replace, and nothing else."""


@pytest.mark.parametrize(("kind", "folder"), [("exercise", "exercises"), ("routine", "routines")])
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Index", "the id `index` is taken by the overview page"),
        ("README", "taken"),
        ("There", "arms/there.yml is there already"),
        ("x" * 81, "longer than 80"),
        ("x" * 300, "longer than 80"),
    ],
)
def test_no_new_file_has_an_id_that_is_taken_or_none(run, content, kind, folder, name, told):
    (content / folder / "arms").mkdir()
    (content / folder / "arms/there.yml").write_text("name: There\n")
    result = run("new", kind, name)
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
    assert not (content / folder / f"{name.lower()[:90]}.yml").exists()


@pytest.mark.build
@pytest.mark.parametrize(("kind", "folder"), [("exercise", "exercises"), ("routine", "routines")])
@pytest.mark.parametrize("name", ["Cat-cow stretch", 'He said: "no" # 012', "Étirement — doux"])
def test_a_new_file_is_valid(run, content, kind, folder, name):
    result = run("new", kind, name)
    assert result.exit_code == 0, result.output
    reading = load_kept(content)
    assert reading.errors == []
    assert [problem.message for problem in reading.problems] == (PLACEHOLDERS if kind == "exercise" else [])
    assert any(entry.name == name for entry in getattr(reading.library, folder).values())


@pytest.mark.whole
def test_a_new_files_name_is_as_it_was_said(run, content):
    run("new", "exercise", "Tom's stretch")
    assert "\nname: Tom's stretch\n" in (content / "exercises/tom-s-stretch.yml").read_text()


@pytest.mark.whole
@pytest.mark.parametrize("position", POSITIONS)
def test_a_new_exercise_of_every_position_has_a_figure_that_passes_and_is_drawn(run, content, position):
    result = run("new", "exercise", "Raise", "--position", position)
    assert result.exit_code == 0, result.output
    file = content / "exercises/raise.yml"
    reading = load_kept(content)
    assert [problem.message for problem in reading.problems] == PLACEHOLDERS
    assert reading.library is not None
    new = reading.library.exercises["raise"]
    assert new.position == position
    assert (new.figure.poses["start"].base or "").startswith(position)
    assert [step.figure for step in new.steps][:2] == ["start", "end"]
    assert new.figure.movements() == [("start", "end")]
    assert all(len(line) <= 135 for line in file.read_text().splitlines())
    drawing = draw(new.figure, "end")
    assert {"a", "h"} <= {shape.style for shape in drawing.frames[0]}, "an arrow, and muscles in red"


@pytest.mark.build
@pytest.mark.parametrize(("kind", "name"), [("exercise", "Heel drop"), ("routine", "Ten"), ("safety", "")])
def test_the_schema_that_a_new_file_names_is_there(run, content, kind, name):
    (content / "safety.yml").unlink()
    result = run("new", kind, *filter(None, [name]))
    assert "schema/exercise.schema.json is written" in result.output
    (file,) = (
        path for path in content.rglob("*.yml") if "is written" in result.output and str(path.name) in result.output
    )
    named = re.search(r"^# yaml-language-server: \$schema=(\S+)$", file.read_text(), re.MULTILINE)
    assert named
    assert json.loads((file.parent / named[1]).read_text())["title"] == f"Unslouch {kind}"
    assert "current" in run("schema", "--check").output
    assert "schema/" not in run("new", "exercise", "Another").output


@pytest.mark.whole
def test_a_new_safety_file_is_valid(run, content):
    (content / "safety.yml").unlink()
    assert "unslouch new safety" in run("check").output
    assert run("new", "safety").exit_code == 0
    assert run("check", "--strict").exit_code == 0


@pytest.mark.whole
def test_export_can_be_done_again_and_spares_strangers(run, content):
    plain_site(content.parent)
    assert run("export", "out").exit_code == 0
    out = content.parent / "out"
    assert (out / "docs/exercises/donkey-kick.md").is_file()
    assert "unslouch:routines" not in (out / "docs/index.md").read_text()
    (content / "routines/desk-break.yml").unlink()
    assert run("export", "out").exit_code == 0
    assert not (out / "docs/routines/desk-break.md").exists()
    (content.parent / "mine").mkdir()
    (content.parent / "mine/thesis.md").write_text("x")
    assert run("export", "mine").exit_code == 2


@pytest.mark.long
def test_export_writes_nothing_when_anything_is_wrong(run, content):
    (content / "routines/bad.yml").write_text("name: x\n")
    result = run("export", "out")
    assert result.exit_code == 1
    assert not (content.parent / "out").exists()


def test_every_help_has_an_example(run):
    for command in (None, *main.commands):
        arguments = (command,) if command else ()
        assert "Example" in run(*arguments, "--help").output, command
