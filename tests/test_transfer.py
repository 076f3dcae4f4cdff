"""``unslouch import`` and ``unslouch export``, as commands."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.exchange.test_free_exercise_db import ITEMS, SAMPLE
from tests.helpers import plain_site, share_cache
from unslouch.cli import main

pytestmark = pytest.mark.build


@pytest.fixture
def here(content: Path, monkeypatch) -> Path:
    monkeypatch.chdir(content.parent)
    share_cache(content.parent)
    return content


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def test_a_report_says_what_was_done_and_changed_and_is_open(here):
    result = run("import", "free-exercise-db", SAMPLE)
    assert result.exit_code == 0
    assert result.output.startswith(
        f"exercises: {len(ITEMS)} new\nChanged on the way:\n    14 × `images` is left out\n"
    )
    assert "    14 × dose\n" in result.output
    assert run("check").exit_code == 0
    (here / "exercises/clean.yml").write_text("name: Mine\ntodo: [dose]\n", encoding="utf-8")
    again = run("import", "free-exercise-db", SAMPLE, "--dry-run").output
    assert again.startswith(
        "exercises: 13 as they were, 1 left alone, for they are yours or from elsewhere\n  left alone, for they are yours or from elsewhere: clean\n"
    )


def test_what_is_wrong_is_an_exit_status_and_the_rest_is_taken(here):
    Path("list.csv").write_text("name,level\nGood one,beginner\nBad one,elite\n", encoding="utf-8")
    result = run("import", "csv", "list.csv")
    assert result.exit_code == 1
    assert "list.csv, row 3, column B (level): `elite` is not a word known for `level`" in result.output
    assert result.output.endswith("What is told above is not taken: 1 to mend, then import again\n")
    assert (here / "exercises/good-one.yml").is_file()
    assert not (here / "exercises/bad-one.yml").exists()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_template_is_written_once_and_imports(here, form):
    assert run("import", "--template", form).exit_code == 0
    assert "is there already" in run("import", "--template", form).output
    assert run("import", form, f"exercises.{form}").exit_code == 0
    assert run("check").exit_code == 0


def test_a_template_is_csv_when_silent(here):
    assert run("import", "--template").exit_code == 0
    assert Path("exercises.csv").is_file()


def test_a_template_without_its_library_says_how_to_get_it(here, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert 'pip install "unslouch[xlsx]"' in run("import", "--template", "xlsx").output


def test_without_safety_notes_it_is_said_how_to_get_them(here):
    (here / "safety.yml").unlink()
    assert "unslouch new safety" in run("import", "free-exercise-db", SAMPLE).output


def test_import_alone_shows_help(here):
    assert "--template" in run("import").output


def test_data_is_written_and_read_again(here):
    assert run("export", "json").output == "written to build/json: 6 exercises and 4 routines\n"
    assert Path("build/json/schema/exercises.schema.json").is_file()
    assert run("export", "json", "build/json").exit_code == 0
    assert run("import", "json", "build/json/exercises.json").output.startswith(
        "exercises: 6 left alone, for they are yours or from elsewhere\n"
    )
    assert run("import", "json", "build/json/routines.json", "--content", "other").output.startswith(
        "routines: 4 new\n"
    )


def test_a_folder_alone_takes_markdown_as_ever(here):
    plain_site(here.parent)
    assert run("export", "--default-side", "left", "out").output == run("export", "markdown", "out").output
    assert Path("out/mkdocs.yml").is_file()
    assert "Bend your <span" in Path("out/docs/exercises/side-squat.md").read_text("utf-8")
    assert Path("out/docs/exercises.json").is_file()
    assert "markdown" in run("export", "--help").output


def test_data_goes_to_no_folder_of_somebody_else(here):
    assert run("export", "json", "content/out").exit_code == 2
    Path("mine").mkdir()
    Path("mine/thesis.txt").touch()
    assert "name another folder" in run("export", "json", "mine").output


def test_nothing_is_written_while_anything_is_wrong(here):
    (here / "exercises/marching.yml").write_text("name: [\n", encoding="utf-8")
    assert run("export", "json").exit_code == 1
    assert not Path("build").exists()
