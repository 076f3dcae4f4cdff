"""What a machine lacks is said with what helps, and only what a site needs counts."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from unslouch import doctor, remedies
from unslouch.cards import engine
from unslouch.cli import main

pytestmark = pytest.mark.build


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(engine, "installed", lambda: "1")
    monkeypatch.setattr(engine, "missing", lambda: "")
    monkeypatch.setattr(doctor.letters, "lacking", lambda _: [])
    monkeypatch.setattr(doctor, "find_spec", lambda _: object())
    return lambda *arguments: CliRunner().invoke(main, list(arguments), catch_exceptions=False)


def states(output: str) -> set[str]:
    return {line.split()[0] for line in output.splitlines() if line[:1].strip()}


def test_a_new_site_is_well(run):
    run("init")
    result = run("doctor")
    assert result.exit_code == 0, result.output
    assert states(result.output) == {"ok"}


def test_without_the_library_for_excel_it_says_how_to_have_it_and_that_csv_needs_none(run, monkeypatch):
    run("init")
    monkeypatch.setattr(doctor, "find_spec", lambda _: None)
    result = run("doctor")
    assert 'pip install "unslouch[xlsx]"' in result.output
    assert "CSV" in result.output
    assert states(result.output) == {"ok", "optional"}
    assert result.exit_code == 0


def test_a_site_may_have_its_settings_by_the_other_name(run, tmp_path):
    run("init")
    (tmp_path / "mkdocs.yml").rename(tmp_path / "mkdocs.yaml")
    result = run("doctor")
    assert result.exit_code == 0, result.output
    assert "mkdocs.yaml is in order" in result.output


def test_without_a_site_it_says_how_to_have_one(run):
    result = run("doctor")
    assert result.exit_code == 1
    assert "unslouch init" in result.output


@pytest.mark.parametrize(
    ("before", "after", "told", "status"),
    [
        ("  - unslouch:", "  - unslouch2:", "mkdocs.yml cannot be used", 1),
        ("docs_dir: content", "docs_dir: nowhere", "mkdocs.yml cannot be used", 1),
        ("name: material", "name: material\n  custom_dir: mine", "mkdocs.yml cannot be used", 1),
        ("paper: a4", "paper: a5", "mkdocs.yml cannot be used", 1),
        ("paper: a4", "cache_dir: content", "cache_dir is or holds docs_dir", 1),
    ],
)
def test_what_mkdocs_yml_says_wrongly_is_told(run, tmp_path, before, after, told, status):
    run("init", "--paper", "a4")
    file = tmp_path / "mkdocs.yml"
    text = file.read_text()
    assert before in text
    file.write_text(text.replace(before, after))
    result = run("doctor")
    assert told in result.output
    assert result.exit_code == status


def test_another_theme_is_advice(run, tmp_path):
    run("init")
    (tmp_path / "mkdocs.yml").write_text("site_name: A\ndocs_dir: content\nplugins: [unslouch]\ntheme: mkdocs\n")
    result = run("doctor")
    assert "write `theme: material`" in result.output
    assert result.exit_code == 0


def test_a_site_without_the_plugin_or_without_exercises_is_told(run, tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\ntheme: material\n")
    result = run("doctor")
    assert result.exit_code == 1
    assert "write `- unslouch`" in result.output
    assert "unslouch new exercise" in result.output


def test_a_folder_that_cannot_be_written_is_told_and_does_not_count(run, monkeypatch):
    def refuse(**_):
        raise PermissionError(13, "Permission denied")

    run("init")
    monkeypatch.setattr(doctor.tempfile, "TemporaryFile", refuse)
    result = run("doctor")
    assert result.exit_code == 0
    assert "cannot be written (Permission denied)" in result.output


@pytest.mark.parametrize("system", remedies.PANGO)
def test_each_system_has_its_own_way(run, monkeypatch, system):
    run("init")
    monkeypatch.setattr(remedies, "here", lambda: system)
    monkeypatch.setattr(engine, "missing", lambda: "Pango is not there")
    told = run("doctor").output
    assert remedies.PANGO[system] in told
    assert sum(way in told for way in remedies.PANGO.values()) == 1


def test_a_system_that_is_not_known_gets_all_ways(run, monkeypatch):
    run("init")
    monkeypatch.setattr(remedies, "here", lambda: "")
    monkeypatch.setattr(doctor.letters, "lacking", lambda _: ["あ"])
    told = run("doctor").output
    assert "あ" in told
    assert all(f"{name}: {way}" in told for name, way in remedies.FONTS.items())


def test_without_the_extra_it_names_the_extra(run, monkeypatch):
    run("init")
    monkeypatch.setattr(engine, "installed", lambda: "")
    result = run("doctor")
    assert result.exit_code == 0
    assert 'pip install "unslouch[pdf]"' in result.output


@pytest.mark.parametrize(
    ("kind", "release", "name"),
    [
        ("Linux", {"ID": "debian"}, "Debian, Ubuntu"),
        ("Linux", {"ID": "mint", "ID_LIKE": "ubuntu debian"}, "Debian, Ubuntu"),
        ("Linux", {"ID": "fedora"}, "Fedora"),
        ("Linux", {"ID": "arch"}, ""),
        ("Darwin", {}, "macOS"),
        ("Windows", {}, "Windows"),
        ("Plan9", {}, ""),
    ],
)
def test_the_system_is_known(monkeypatch, kind, release, name):
    monkeypatch.setattr(remedies.platform, "system", lambda: kind)
    monkeypatch.setattr(remedies.platform, "freedesktop_os_release", lambda: release)
    assert remedies.here() == name
