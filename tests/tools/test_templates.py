"""One Jinja set-up: what is missing is an error, HTML is escaped, an author's template comes first."""

from __future__ import annotations

import jinja2
import pytest

from unslouch.tools import templates
from unslouch.tools.templates import environment


def test_a_name_that_is_missing_is_an_error():
    with pytest.raises(jinja2.UndefinedError):
        environment("unslouch.pages", html=False).from_string("{{ nothing }}").render()


@pytest.mark.parametrize(("html", "expected"), [(True, "&lt;b&gt;"), (False, "<b>")])
def test_only_html_is_escaped(html, expected):
    assert environment("unslouch.pages", html=html).from_string("{{ text }}").render(text="<b>") == expected


def test_a_template_of_the_author_takes_the_place_of_ours(tmp_path):
    (tmp_path / "exercise.md.j2").write_text("Mine")
    theirs = environment("unslouch.pages", html=False, overrides=tmp_path)
    assert theirs.get_template("exercise.md.j2").render() == "Mine"
    assert theirs.get_template("routine.md.j2").filename


@pytest.mark.long
@pytest.mark.parametrize("wing", ["pages", "cards", "content"])
def test_every_template_of_a_wing_is_one_that_jinja_reads(wing):
    ours = environment(f"unslouch.{wing}", html=wing == "cards")
    names = [name for name in ours.list_templates() if name.endswith(".j2")]
    assert names
    for name in names:
        assert ours.parse(ours.loader.get_source(ours, name)[0])


def test_compiled_templates_are_not_kept_in_a_folder_of_somebody_else(monkeypatch):
    def unsafe(*_: object) -> None:
        raise RuntimeError("Cannot determine safe temp directory.")

    monkeypatch.setattr(jinja2.bccache.FileSystemBytecodeCache, "_get_default_cache_dir", unsafe)
    assert templates._bytecode() is None


def test_what_was_compiled_is_used_again_until_it_says_something_else(tmp_path, monkeypatch):
    mine = tmp_path / "exercise.md.j2"
    mine.write_text("Mine")

    def said() -> str:
        return environment("unslouch.pages", html=False, overrides=tmp_path).get_template("exercise.md.j2").render()

    assert said() == "Mine"
    with monkeypatch.context() as nothing_on_disk:
        nothing_on_disk.setattr(jinja2.FileSystemBytecodeCache, "load_bytecode", lambda *_: pytest.fail("asked for"))
        assert said() == "Mine"
    mine.write_text("Yours")
    assert said() == "Yours"
