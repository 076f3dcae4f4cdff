"""A site of one's own: what ``unslouch init`` writes is whole, valid, and takes nobody's place."""

from __future__ import annotations

import html
import json

import markdown
import pytest
import yaml
from click.testing import CliRunner

from tests.helpers import build, load_kept, share_cache
from unslouch import new_site
from unslouch.cli import main
from unslouch.content.statement import Statement

pytestmark = pytest.mark.build


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def files(folder):
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def test_it_needs_no_question_and_checks_clean(run, tmp_path):
    result = run("init", "hip-practice")
    assert result.exit_code == 0, result.output
    folder = tmp_path / "hip-practice"
    share_cache(folder)
    reading = load_kept(folder / "content")
    assert reading.problems == []
    assert reading.notices == []
    written = files(folder)
    assert "site_name: Hip practice\n" in written["mkdocs.yml"].read_text()
    assert {"requirements.txt", ".gitignore", ".github/workflows/site.yml", ".vscode/settings.json"} <= set(written)
    assert {f"schema/{kind}.schema.json" for kind in ("exercise", "routine", "safety", "vocabulary")} <= set(written)


def test_it_carries_the_care_a_guide_owes(run, tmp_path):
    run("init")
    library = load_kept(tmp_path / "content").library
    assert library
    safety = library.safety
    assert "reviewed" in str(safety.clinical_review)
    assert len(safety.stop_rule) >= 3
    assert safety.ask_first
    said = [
        *safety.stop_rule,
        *safety.red_flags.emergency.signs,
        *safety.red_flags.soon.signs,
        *safety.ask_first.reasons,
    ]
    assert all(isinstance(one, Statement) and one.source for one in said)
    (exercise,) = library.exercises.values()
    assert {"start", "end"} <= set(exercise.figure.poses)
    assert all(caution.source for caution in exercise.cautions)
    (routine,) = library.routines.values()
    assert routine.blocks


def test_editor_and_workflow_name_what_there_is(run, tmp_path):
    run("init")
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text())
    assert {f"./{path}" for path in files(tmp_path) if path.startswith("schema/")} == set(settings["yaml.schemas"])
    for path, file in files(tmp_path).items():
        first = file.read_text().split("\n", 1)[0]
        if "$schema=" in first:
            assert (file.parent / first.split("$schema=")[1]).resolve().is_file(), path
    jobs = yaml.safe_load((tmp_path / ".github/workflows/site.yml").read_text())["jobs"]
    assert jobs["build"]["steps"]
    assert "${{ github.repository_owner }}" in (tmp_path / ".github/workflows/site.yml").read_text()


@pytest.mark.parametrize(
    ("locale", "arguments", "paper"),
    [
        ("en_US", (), "letter"),
        ("English_United States", (), "letter"),
        ("en_GB", (), "a4"),
        (None, (), "a4"),
        ("en_GB", ("--paper", "letter"), "letter"),
    ],
)
def test_the_paper_is_the_one_of_where_one_is(run, tmp_path, monkeypatch, locale, arguments, paper):
    monkeypatch.setattr(new_site.locale, "getlocale", lambda: (locale, None))
    run("init", *arguments)
    assert f"paper: {paper} " in (tmp_path / "mkdocs.yml").read_text()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Tom's guide & more", "site_name: Tom's guide & more"),
        ('He said: "no" # 012', """site_name: 'He said: "no" # 012'"""),
        ("A <b>*bold*</b> [one](two) #", "site_name: 'A <b>*bold*</b> [one](two) #'"),
        ("Étirement {: .a }", "site_name: 'Étirement {: .a }'"),
    ],
)
def test_a_name_may_hold_anything(run, tmp_path, name, line):
    run("init", "--name", name)
    text = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    assert text.splitlines()[0] == line
    assert yaml.safe_load(text.replace("!ENV", ""))["site_name"] == name
    page = markdown.markdown((tmp_path / "content/index.md").read_text(encoding="utf-8"), extensions=["attr_list"])
    heading = page.split("<h1>")[1].split("</h1>")[0]
    assert "<" not in heading
    assert html.unescape(heading) == name
    assert load_kept(tmp_path / "content").problems == []


def test_a_language_without_words_is_refused_with_those_there_are(run, tmp_path):
    result = run("init", "--language", "xx")
    assert result.exit_code == 2
    assert "`xx` yet, only en" in result.output
    assert files(tmp_path) == {}


@pytest.mark.parametrize("name", ["mkdocs.yml", "mkdocs.yaml"])
def test_where_there_is_a_site_nothing_is_written(run, tmp_path, name):
    (tmp_path / name).write_text("site_name: Mine\n")
    result = run("init")
    assert result.exit_code == 2
    assert f"{name} is there already" in result.output
    assert set(files(tmp_path)) == {name}


def test_what_is_there_stays_and_is_told(run, tmp_path):
    (tmp_path / "content").mkdir()
    for name in (".gitignore", "content/index.md"):
        (tmp_path / name).write_text("mine\n")
    result = run("init")
    assert result.exit_code == 0
    for name in (".gitignore", "content/index.md"):
        assert f"{name} was there already" in result.output
        assert (tmp_path / name).read_text() == "mine\n"
    assert "mkdocs.yml is written" in result.output


def test_a_file_where_a_folder_belongs_is_told_in_words(run, tmp_path):
    (tmp_path / "content").write_text("mine\n")
    result = run("init")
    assert result.exit_code == 2
    assert result.output.startswith("Error: content")
    assert "cannot be read or written" in result.output
    assert set(files(tmp_path)) == {"content"}, "nothing is written by halves"


@pytest.mark.parametrize(
    ("direct", "wanted"),
    [
        (None, f"unslouch[pdf]=={new_site.__version__}"),
        ('{"url": "file:///a", "dir_info": {}}', f"unslouch[pdf]=={new_site.__version__}"),
        (
            '{"url": "https://example.org/u.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}}',
            "unslouch[pdf] @ git+https://example.org/u.git@abc",
        ),
    ],
)
def test_another_machine_gets_what_made_the_site(monkeypatch, direct, wanted):
    class Installed:
        def read_text(self, _):
            return direct

    monkeypatch.setattr(new_site.metadata, "distribution", lambda _: Installed())
    assert new_site.requirement() == wanted


@pytest.mark.pdf
@pytest.mark.build
def test_mkdocs_builds_it_without_a_word(run, tmp_path):
    run("init")
    share_cache(tmp_path)
    built = build(tmp_path, "--strict")
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "site/exercises/sit-to-stand/index.html").is_file()
    home = (tmp_path / "site/index.html").read_text()
    assert "fonts.googleapis" not in home
    assert "reviewed these pages yet" in home
