"""Beside other people's plugins, the real ones: a small site without figures and cards, as somebody has it."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from tests.helpers import CONTENT, Built, build
from unslouch import reading
from unslouch.assembly import assemble
from unslouch.cli import main

pytestmark = pytest.mark.build

EXERCISE = """\
name: {name}
summary: Standing and pushing off a wall, to strengthen the chest and arms.
category: strengthening
position: standing
laterality: bilateral
level: beginner
muscles: {{primary: [chest]}}
areas: [chest]
dose: {{sets: 2, reps: 10, source: common}}
steps:
  - Stand at arm's length from a wall.
  - Bend your elbows.
cautions:
  - {{text: Keep your feet on a dry floor., card: Slippery floor? Dry it., source: common}}
sources:
  - {{title: Page, url: "https://library.example/", kind: health-body}}
"""


def site(folder: Path, *plugins: str, more: str = "", unslouch: str = "cards: none, offline: false") -> Path:
    """A project whose mkdocs.yml names these plugins in this order; `ours` stands for our own."""
    for path, text in {
        "docs/index.md": "# Home\n\nHello.\n",
        "docs/exercises/wall-push.yml": EXERCISE.format(name="Wall push"),
        "docs/exercises/door-push.yml": EXERCISE.format(name="Door push"),
        "docs/safety.yml": (CONTENT / "safety.yml").read_text(encoding="utf-8"),
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    named = "".join(f"  - {one}\n" for one in plugins).replace("  - ours\n", f"  - unslouch: {{{unslouch}}}\n")
    (folder / "mkdocs.yml").write_text(
        f"site_name: Ours\nsite_url: https://example.org/ours/\ntheme: {{name: material, font: false, features: [content.action.edit]}}\nplugins:\n{named}{more}"
    )
    return folder


def pages(folder: Path) -> set[str]:
    return {path.parent.name for path in (folder / "site/exercises").glob("*/index.html")}


def good(built: Built) -> None:
    assert built.returncode == 0, built.stderr


MADE = """\
import mkdocs_gen_files
with mkdocs_gen_files.open("exercises/from-a-table.yml", "w") as file:
    file.write(open("docs/exercises/wall-push.yml").read().replace("Wall push", "From a table"))
with mkdocs_gen_files.open("routines/made.yml", "w") as file:
    file.write('name: Made\\nsummary: Both of them.\\nblocks: [{name: A, exercises: [from-a-table, wall-push]}]\\n')
with mkdocs_gen_files.open("made.md", "w") as file:
    file.write("# Made\\n\\n<!-- unslouch:routines -->\\n")
"""


@pytest.mark.parametrize(
    "plugins", [("gen-files: {scripts: [gen.py]}", "ours"), ("ours", "gen-files: {scripts: [gen.py]}")]
)
def test_what_another_plugin_makes_is_read_in_whichever_order_they_stand(tmp_path, plugins):
    site(tmp_path, "search", *plugins, more="nav: [index.md, made.md, exercises/, Routines: routines]\n")
    (tmp_path / "gen.py").write_text(MADE)
    good(build(tmp_path, "--strict"))
    assert pages(tmp_path) == {"wall-push", "door-push", "from-a-table"}
    assert not list((tmp_path / "site").rglob("*.yml"))
    assert "From a table" in (tmp_path / "site/routines/made/index.html").read_text()
    assert 'href="../routines/made/"' in (tmp_path / "site/made/index.html").read_text()
    assert "Exercises" in (tmp_path / "site/made/index.html").read_text()


def test_what_another_plugin_makes_wrong_is_told(tmp_path):
    site(tmp_path, "gen-files: {scripts: [gen.py]}", "ours")
    (tmp_path / "gen.py").write_text(MADE.replace("[from-a-table, wall-push]", "[from-a-tabel]"))
    built = build(tmp_path)
    assert built.returncode == 1
    assert "docs/routines/made.yml:3:" in built.stderr
    assert "did you mean `from-a-table`?" in built.stderr


def committed(folder: Path) -> None:
    """All of it in Git, by two people on two days."""
    for day, who, what in (("2021-03-04", "Ann", "."), ("2022-05-06", "Ben", "docs/exercises/door-push.yml")):
        if who == "Ben":
            (folder / what).write_text((folder / what).read_text().replace("Door push", "Push at a door"))
        person = {
            f"GIT_{role}_{key}": value
            for role in ("AUTHOR", "COMMITTER")
            for key, value in (("NAME", who), ("EMAIL", f"{who}@example.org"), ("DATE", f"{day}T12:00:00Z"))
        }
        for command in (["init", "-q"], ["add", what], ["commit", "-qm", "Change"]):
            subprocess.run(["git", *command], cwd=folder, check=True, env={**os.environ, **person})


def test_a_page_has_the_date_the_authors_and_the_edit_link_of_its_yaml(tmp_path):
    more = "repo_url: https://example.org/repo\nedit_uri: edit/main/docs/\n"
    site(tmp_path, "search", "ours", "git-revision-date-localized: {type: iso_date}", "git-authors", more=more)
    (tmp_path / ".gitignore").write_text("site\n.cache\n")
    committed(tmp_path)
    good(build(tmp_path, "--strict"))

    def told(page: str) -> tuple[list[str], set[str]]:
        text = (tmp_path / "site" / page / "index.html").read_text()
        return re.findall(r"\b20\d\d-\d\d-\d\d\b", text), set(re.findall(r">(Ann|Ben)<", text))

    assert told("exercises/wall-push") == (["2021-03-04"], {"Ann"})
    assert told("exercises/door-push") == (["2022-05-06"], {"Ann", "Ben"})
    assert told("safety")[1] == {"Ann"}
    assert told("exercises") == ([], set()), "no one file stands behind it"
    page = (tmp_path / "site/exercises/door-push/index.html").read_text()
    assert "https://example.org/repo/edit/main/docs/exercises/door-push.yml" in page


def test_images_of_ours_are_made_smaller_as_any_others(tmp_path, monkeypatch):
    tool = tmp_path / "bin/pngquant"
    tool.parent.mkdir()
    tool.write_text(
        '#!/bin/sh\nsleep 0.2 # that plugin stumbles over a picture which is done before it has let go of it\nprintf small > "$4"\n'
    )
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tool.parent}:{os.environ['PATH']}")
    site(tmp_path, "search", "ours", "optimize", unslouch="cards: none")
    (tmp_path / "docs/exercises/wall-push.yml").write_text(EXERCISE.format(name="Wall push") + FIGURE)
    good(build(tmp_path, "--strict"))
    icons = list((tmp_path / "site/assets").rglob("*.png"))
    assert {icon.read_bytes() for icon in icons} == {b"small"}
    assert any("unslouch" in icon.parts for icon in icons)


FIGURE = "figure: {poses: {start: {base: standing}}}\n"


def test_a_plugin_that_drops_our_pages_is_refused_in_words(tmp_path):
    languages = "{languages: [{locale: en, default: true, name: English}, {locale: de, name: Deutsch}]}"
    built = build(site(tmp_path, "search", "ours", f"i18n: {languages}"))
    assert built.returncode == 1
    assert "cannot work beside the plugin i18n" in built.stderr
    assert "Traceback" not in built.stderr


def test_many_plugins_at_once(tmp_path):
    more = "nav:\n  - index.md\n  - Exercises: exercises/\n"
    redirects = "redirects: {redirect_maps: {old.md: exercises/wall-push.md}}"
    site(
        tmp_path,
        "search",
        "ours",
        "macros",
        redirects,
        "section-index",
        "literate-nav",
        "minify: {minify_html: true}",
        "meta",
        "tags",
        "privacy: {assets: false}",
        more=more,
    )
    good(build(tmp_path, "--strict"))
    assert pages(tmp_path) == {"wall-push", "door-push"}
    assert "exercises/wall-push/" in (tmp_path / "site/old/index.html").read_text()
    assert "exercises/door-push/" in (tmp_path / "site/index.html").read_text(), "in the sidebar"


@pytest.mark.parametrize("name", [".nav.yml", "SUMMARY.md"])
def test_a_nav_of_its_own_lists_the_pages(tmp_path, name):
    plugin = {".nav.yml": "awesome-nav", "SUMMARY.md": "literate-nav: {nav_file: SUMMARY.md}"}[name]
    site(tmp_path, "search", "ours", plugin)
    nav = {
        ".nav.yml": "nav:\n  - index.md\n  - Ours: exercises\n",
        "SUMMARY.md": "* [Home](index.md)\n* [Ours](exercises/)\n",
    }[name]
    (tmp_path / "docs" / name).write_text(nav)
    good(build(tmp_path))
    page = (tmp_path / "site/index.html").read_text()
    assert "Ours" in page
    assert "exercises/door-push/" in page


LEFT_OUT = {
    "exclude_docs: exercises/door-push.yml\n": "exclude_docs",
    "exclude_docs: exercises/door-push.md\n": "exclude_docs",
    "draft_docs: door-*\n": "draft_docs",
}


@pytest.mark.parametrize("more", LEFT_OUT)
def test_what_mkdocs_yml_leaves_out_is_nowhere(tmp_path, more):
    site(tmp_path, "search", "ours", more=more)
    built = build(tmp_path, "--strict")
    good(built)
    assert f"exercises/door-push.yml is left out by `{LEFT_OUT[more]}` of mkdocs.yml" in built.stderr
    assert pages(tmp_path) == {"wall-push"}
    for file in (tmp_path / "site").rglob("*"):
        if file.suffix in (".html", ".json", ".xml"):
            assert "door-push" not in file.read_text(), file
    assert "Door push" not in json.dumps((tmp_path / "site/exercises/index.html").read_text())


@pytest.mark.parametrize("path", ["exercises/door-push.yml", "exercises/door-push.md"])
def test_what_is_not_in_the_nav_is_in_the_site_all_the_same(tmp_path, path):
    site(tmp_path, "ours", more=f"not_in_nav: {path}\nnav: [index.md, exercises/]\n")
    good(build(tmp_path, "--strict"))
    assert pages(tmp_path) == {"wall-push", "door-push"}
    home = (tmp_path / "site/index.html").read_text()
    assert "exercises/wall-push/" in home
    assert "door-push" not in home


def test_drafts_and_copies_of_an_editor_are_never_published(tmp_path):
    site(tmp_path, "ours")
    names = ("_new.yml", "#wall-push.yml#", "wall-push.yml~", "wall-push.yml.orig")
    for name in names:
        (tmp_path / "docs/exercises" / name).write_text("name: No\n")
    good(build(tmp_path, "--strict"))
    published = {path.name for path in (tmp_path / "site").rglob("*")}
    assert not [name for name in published if ".yml" in name]
    assert pages(tmp_path) == {"wall-push", "door-push"}


def test_the_nav_names_a_folder(tmp_path):
    site(tmp_path, "ours", more="nav:\n  - index.md\n  - Exercises: ./Exercises/\n  - Routines: [routines/index.md]\n")
    good(build(tmp_path, "--strict"))
    home = (tmp_path / "site/index.html").read_text()
    assert "exercises/wall-push/" in home
    assert re.search(r"md-ellipsis\">\s*Exercises\s*<", home)


def test_a_site_for_a_disk_has_no_modules(tmp_path):
    site(tmp_path, "search", "offline", "ours", unslouch="cards: none")
    good(build(tmp_path, "--strict"))
    for page in ("index.html", "exercises/wall-push.html", "play/index.html"):
        text = (tmp_path / "site" / page).read_text()
        assert 'type="module"' not in text
        assert "assets/unslouch/disk.js" in text


@pytest.mark.parametrize("name", ["mkdocs.yml", "mkdocs.yaml"])
def test_the_command_reads_what_mkdocs_reads(tmp_path, monkeypatch, name):
    more = """\
exclude_docs: exercises/door-push.yml
markdown_extensions:
  - pymdownx.snippets: {base_path: !relative $config_dir}
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
extra: {address: !ENV [NOT_SET, ours]}
"""
    site(tmp_path, "search", "ours", more=more)
    (tmp_path / "mkdocs.yml").rename(tmp_path / "base.yml")
    (tmp_path / name).write_text("INHERIT: base.yml\ndocs_dir: pages\n")
    (tmp_path / "docs").rename(tmp_path / "pages")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result.output

    told = run("check", "--strict")
    assert "1 exercise and 0 routines: no problems" in told
    assert "pages/exercises/door-push.yml:1:1: notice: this is left out by `exclude_docs` of mkdocs.yml" in told
    run("export", "out")
    assert [path.name for path in Path("out/docs/exercises").glob("*.md") if "push" in path.name] == ["wall-push.md"]
    run("new", "exercise", "Heel drop")
    assert Path("pages/exercises/heel-drop.yml").is_file()
    assert "build/ours.zip is written" in run("bundle")


def test_where_nothing_can_be_kept_the_site_is_built_and_it_is_said(tmp_path):
    site(tmp_path, "ours")
    (tmp_path / ".cache").write_text("x")
    built = build(tmp_path, "--strict")
    good(built)
    assert "nothing can be kept in" in built.stderr
    assert pages(tmp_path) == {"wall-push", "door-push"}


def test_drafts_are_shown_to_who_writes_them(tmp_path):
    site(tmp_path, "search", "ours", more="draft_docs: exercises/door-push.yml\n")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config, serve_url="http://127.0.0.1:8000/")
    assert pages(tmp_path) == {"wall-push", "door-push"}
    page = (tmp_path / "site/exercises/door-push/index.html").read_text()
    assert "mkdocs-draft-marker" in page


HOOK = """\
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
@event_priority(-10)
def on_files(files, config):
    files.append(File.generated(config, "added.md", content='---\\ntitle: "Added <script>added()</script>"\\n---\\n\\n# Added\\n'))
    config.nav.append({"Theirs": "added.md"})
    return files
"""


def test_a_page_that_comes_after_ours_keeps_its_place_in_the_nav_and_asks_for_no_more_work(tmp_path, monkeypatch):
    folder = site(
        tmp_path,
        "search",
        "ours",
        unslouch="cards: none, offline: false, content_policy: true",
        more="hooks: [hook.py]\nnav: [Home: index.md, exercises/]\n",
    )
    (folder / "hook.py").write_text(HOOK, encoding="utf-8")
    assembled = []
    monkeypatch.setattr(reading, "assemble", lambda *given, **more: assembled.append(1) or assemble(*given, **more))
    built = build(folder)
    good(built)
    home = (folder / "site/index.html").read_text("utf-8")
    assert 'href="added/"' in home
    assert 'href="exercises/wall-push/"' in home
    assert len(assembled) == 1
    script = base64.b64encode(hashlib.sha256(b"added()").digest()).decode()
    assert script not in home, "a script in a title is no theme's"
    assert "is not shown under content_policy" in built.stderr
