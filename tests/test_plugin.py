"""The plugin in the real MkDocs: builds, serves, breaks and recovers."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from tests.content.test_todo import BARE
from tests.helpers import CONTENT, build, options, share_cache
from unslouch.cards import engine
from unslouch.content import problems

MKDOCS = [sys.executable, "-m", "mkdocs"]
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def test_strict_build(project):
    (project / "content/exercises/bare-move.yml").write_text(BARE, encoding="utf-8")
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    assert "Not given yet" in (project / "site/exercises/bare-move/index.html").read_text(encoding="utf-8")
    data = json.loads((project / "site/exercises.json").read_text(encoding="utf-8"))
    assert (data["name"], data["exercises"][0]["id"]) == ("A guide", "bare-move")
    assert (project / "site" / data["$schema"]).is_file()
    for folder in ("exercises", "routines"):
        pages = {page.name for page in (project / "site" / folder).iterdir() if page.is_dir()}
        assert pages == {file.stem for file in (project / "content" / folder).glob("*.yml")}
    assert not list((project / "site").rglob("*.yml"))
    page = (project / "site/exercises/donkey-kick/index.html").read_text()
    assert "edit/main/content/exercises/donkey-kick.yml" in page


def test_errors_leave_the_built_site_as_it_was(project):
    assert build(project).returncode == 0
    before = {f: f.read_bytes() for f in (project / "site").rglob("*") if f.is_file()}
    file = project / "content/exercises/donkey-kick.yml"
    file.write_text(file.read_text() + "\tx\n")
    (project / "content/routines/bad.yml").write_text("name: no\n")
    result = build(project)
    assert result.returncode == 1
    assert "content/exercises/donkey-kick.yml:" in result.stderr
    assert "content/routines/bad.yml:1:7: error:" in result.stderr
    assert "Traceback" not in result.stderr
    assert {f: f.read_bytes() for f in (project / "site").rglob("*") if f.is_file()} == before


def test_a_warning_fails_a_strict_build_only(project):
    file = project / "content/exercises/donkey-kick.yml"
    file.write_text(re.sub(r"^reviewed: .*$", "reviewed: 2001-01-01", file.read_text(), flags=re.MULTILINE))
    assert build(project).returncode == 0
    result = build(project, "--strict")
    assert result.returncode == 1
    assert "donkey-kick.yml" in result.stderr


@pytest.mark.parametrize("path", ["exercises/donkey-kick.md", "sheet.md", "sheet/index.md"])
def test_a_page_in_the_way_is_a_problem(project, path):
    file = project / "content" / path
    file.parent.mkdir(exist_ok=True)
    file.write_text("# Mine")
    result = build(project)
    assert result.returncode == 1
    assert f"content/{path}:1:1: error: a page of this name is made" in result.stderr


def test_what_is_wrong_is_put_in_words_once_not_once_a_page(project, monkeypatch):
    file = project / "content/exercises/donkey-kick.yml"
    file.write_text(file.read_text() + "equipement: []\n")
    config = load_config(str(project / "mkdocs.yml"))
    plugin = config.plugins["unslouch"]
    plugin.on_startup(command="serve", dirty=False)
    monkeypatch.setattr(plugin, "_good", object())
    plugin.on_pre_build(config=config)
    monkeypatch.setattr(problems, "in_full", lambda problem: 1 / 0)
    assert plugin._asked.notice.startswith('<div class="us-broken"')
    assert "did you mean `equipment`?" in plugin._asked.notice


def test_a_marker_that_nothing_was_put_in_the_place_of_fails_any_build(project):
    assert build(project).returncode == 0
    before = {f: f.read_bytes() for f in (project / "site").rglob("*") if f.is_file()}
    for page, text in (
        ("about.md", "\n<!-- unslouch:nonsense -->\n"),
        ("safety.md", "\nText <!-- unslouch:routines -->\n"),
    ):
        file = project / "content" / page
        file.write_text(file.read_text() + text)
    result = build(project)
    assert result.returncode == 1
    assert "about.md: <!-- unslouch:nonsense --> is not filled" in result.stderr
    assert "safety.md: <!-- unslouch:routines --> is not filled" in result.stderr
    assert "there is nothing called `nonsense` to put here" in result.stderr
    assert "Traceback" not in result.stderr
    assert not [f for f in before if f.suffix == ".html" and f.is_file() and f.read_bytes() != before[f]]


def test_a_marker_that_is_shown_as_code_is_harmless(project):
    file = project / "content/about.md"
    file.write_text(
        f"{file.read_text()}\nWrite `<!-- unslouch:routines -->`, or\n\n    Text <!-- unslouch:nonsense -->\n"
    )
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    assert "&lt;!-- unslouch:nonsense --&gt;" in (project / "site/about/index.html").read_text()


@pytest.mark.usefixtures("without_pango")
def test_codes_and_links_of_cards_lead_somewhere_without_directory_urls(project):
    config = project / "mkdocs.yml"
    config.write_text(config.read_text() + "\nuse_directory_urls: false\n")
    options(project, cards="routines")
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    site = project / "site"
    card = site / "routines/desk-break/card/index.html"
    (address,) = re.findall(r'class="qr">.*?<a href="([^"]+)"', card.read_text(), flags=re.DOTALL)
    assert (site / address.removeprefix("https://example.org/guide/")).is_file()
    for page in (card, card.parent / "large/index.html"):
        for link in re.findall(r'href="(\.[^"#]*|[a-z]+/[^"#]*)', page.read_text()):
            assert (page.parent / link).resolve().is_file(), (page, link)


@pytest.mark.build
def test_somebody_elses_project(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Theirs\ntheme: material\nplugins: [search, {unslouch: {cards: routines}}]\n"
    )
    shutil.copytree(CONTENT, tmp_path / "docs")
    for routine in (tmp_path / "docs/routines").glob("*.yml"):
        if routine.stem != "desk-break":
            routine.unlink()
    share_cache(tmp_path)
    result = build(tmp_path, "--strict")
    assert result.returncode == 0, result.stderr
    page = (tmp_path / "site/exercises/donkey-kick/index.html").read_text()
    assert page.index("assets/unslouch/tokens.css") < page.index("assets/unslouch/unslouch.css")
    assert (tmp_path / "site/assets/unslouch/unslouch.js").is_file()
    assert " markdown>" not in page
    assert (tmp_path / "site/routines/desk-break/card/index.html").is_file()
    assert (tmp_path / "site/routines/desk-break/card/desk-break-a4.pdf").read_bytes().startswith(b"%PDF")


@pytest.fixture
def without_pango(project, monkeypatch) -> None:
    """As on a machine without Pango, where no card is measured and no PDF made; which takes no time either."""
    monkeypatch.setattr(engine, "missing", lambda: "install Pango")
    (project / ".cache/unslouch/cards").unlink()


@pytest.mark.usefixtures("without_pango")
def test_without_pango_the_site_is_built_and_says_what_to_install(project):
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    assert "no PDF cards: install Pango" in result.stderr
    assert not list((project / "site").rglob("*.pdf"))
    pages = "".join(page.read_text() for page in (project / "site").rglob("*.html"))
    assert ".pdf" not in pages
    assert (project / "site/routines/whole-session/card/large/index.html").is_file()


@pytest.mark.usefixtures("without_pango")
def test_the_sites_paper_is_the_one_first_offered(project):
    options(project, paper="letter", cards="routines")
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    for place in ("routines/desk-break/card/index.html", "sheet/index.html"):
        page = (project / "site" / place).read_text()
        assert re.findall(r'value="(\w+)" data-size="\w+" checked', page) == ["letter"]
        assert "@page{size:Letter;" in page
    assert not (project / "site/exercises/side-squat/card").exists()


@pytest.mark.usefixtures("without_pango")
def test_a_site_may_have_no_cards(project):
    for file in (project / "content/index.md", project / "mkdocs.yml"):
        file.write_text(re.sub(r"^.*sheet/index.html.*\n", "", file.read_text(), flags=re.MULTILINE))
    options(project, cards="none")
    result = build(project, "--strict")
    assert result.returncode == 0, result.stderr
    assert not (project / "site/sheet").exists()
    assert "/card/" not in (project / "site/routines/desk-break/index.html").read_text()


def test_the_sidebar_lists_groups_when_exercises_are_many(project):
    config = project / "mkdocs.yml"
    config.write_text(config.read_text().replace("exercises_in_nav: 40", "exercises_in_nav: 5"))
    assert build(project, "--strict").returncode == 0
    page = (project / "site/about/index.html").read_text()
    assert "exercises/donkey-kick/" not in page
    assert "areas/hips/" in page


class Server:
    """`mkdocs serve` in the background, on a port of its own."""

    def __init__(self, project: Path):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}/guide/"
        self.log = project / "serve.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [*MKDOCS, "serve", "--dev-addr", f"127.0.0.1:{port}"],
                cwd=project,
                env=QUIET,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def page(self) -> str:
        try:
            with urllib.request.urlopen(self.url + "exercises/donkey-kick/", timeout=10) as response:
                return response.read().decode()
        except OSError:
            return ""

    def shows(self, text: str, *, seconds: float = 90) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if text in self.page():
                return True
            assert self.process.poll() is None, self.log.read_text()
            time.sleep(0.2)
        return False


@pytest.fixture
def server(project):
    options(project, cards="none")
    server = Server(project)
    yield server
    server.process.terminate()
    server.process.wait(timeout=20)


def test_serve_follows_edits_survives_breakage_and_recovers(project, server):
    file = project / "content/exercises/donkey-kick.yml"
    good = file.read_text()
    assert server.shows("<h1"), server.log.read_text()

    edited = re.sub(r"^name: .*$", "name: Hydrant of the morning", good, flags=re.MULTILINE)
    file.write_text(edited)
    assert server.shows("Hydrant of the morning"), server.log.read_text()

    file.write_text(edited + "equipement: []\n")
    assert server.shows("us-broken"), server.log.read_text()
    page = server.page()
    assert "Hydrant of the morning" in page
    assert "did you mean `equipment`?" in page
    assert "Traceback" not in server.log.read_text()

    file.write_text(edited.replace("Hydrant of the morning", "Hydrant of the evening"))
    assert server.shows("Hydrant of the evening"), server.log.read_text()
    assert "us-broken" not in server.page()


def read(project: Path, **changed: object) -> MkDocsConfig:
    """A project without cards, as far as MkDocs has it after the content was read."""
    config = load_config(str(project / "mkdocs.yml"), plugins=[{"unslouch": {"cards": "none", **changed}}])
    config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    return config


def pages_of(config: MkDocsConfig) -> dict[str, File]:
    files = config.plugins.on_files(Files([]), config=config)
    return {file.src_uri: file for file in files.documentation_pages()}


def test_builds_that_share_a_cache_never_publish_each_others_text(project):
    def text(pages: dict[str, File]) -> dict[str, str]:
        return {path: page.content_string for path, page in pages.items()}

    ours = pages_of(read(project, default_side="right"))
    before = text(ours)
    theirs = pages_of(read(project, default_side="left"))
    assert len({path for path, other in text(theirs).items() if before[path] != other}) > 10
    assert text(ours) == before


def test_a_dirty_build_writes_again_what_is_other_than_the_site_has(project):
    def modified(text: str, *, build: bool = True) -> set[str]:
        file.write_text(text)
        config = read(project)
        files = pages_of(config)
        found = {path for path, one in files.items() if one.is_modified()}
        if build:  # as MkDocs does
            for one in files.values():
                Path(one.abs_dest_path).parent.mkdir(parents=True, exist_ok=True)
                Path(one.abs_dest_path).write_text(one.content_string)
            config.plugins.on_post_build(config=config)
        return found

    file = project / "content/exercises/donkey-kick.yml"
    good = file.read_text()
    other = re.sub(r"^breathing: .*$", "breathing: Breathe as you like.", good, flags=re.MULTILINE)
    page = "exercises/donkey-kick.md"
    assert len(modified(good)) > 20
    assert modified(good) == set()
    assert modified(other) == {page}
    assert modified(good) == {page}, "as it was before, but not as the site has it"
    (project / "site/exercises/donkey-kick/index.html").unlink()
    assert modified(good) == {page}
    assert modified(other, build=False) == {page}
    assert len(modified(good)) > 20, "a build that did not end may have written anything"


@pytest.mark.parametrize(
    ("folder", "what"),
    [
        (".", "is or holds the project"),
        ("..", "is or holds the project"),
        ("content", "is or holds docs_dir"),
        ("content/kept", "lies in docs_dir"),
        ("site", "is or holds site_dir"),
        ("site/assets", "lies in site_dir"),
    ],
)
def test_nothing_is_kept_among_the_authors_files_or_the_sites(project, folder, what):
    options(project, cache_dir=folder)
    before = {path for path in project.rglob("*") if ".cache" not in path.parts}
    result = build(project)
    assert result.returncode == 1
    assert f"cache_dir {what}; name a folder of its own" in result.stderr
    assert "Traceback" not in result.stderr
    assert {path for path in project.rglob("*") if ".cache" not in path.parts} == before
