"""The same content is the same bytes: in any folder, order of files, locale, time zone, hash seed and on any day, kept work or not."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from mkdocs.structure.files import Files

from tests.helpers import FIXTURE, PACKAGE, ROOT, build, for_all, project
from tests.test_crash import site
from tests.test_plugin import MKDOCS, QUIET, read
from unslouch import dated

SHUFFLED = ROOT / "tests/shuffled"
HERE, THERE = "here", "there/a b/ü"
ELSEWHERE = {
    "PYTHONPATH": os.pathsep.join([str(SHUFFLED), os.environ.get("PYTHONPATH", "")]),
    "PYTHONHASHSEED": "77",
    "TZ": "Pacific/Chatham",
    "LC_ALL": "C",
    "LANG": "tr_TR.UTF-8",
    "COLUMNS": "40",
}
"""As another machine may have it."""


def on_another_machine(folder: Path, *command: str) -> None:
    """Run a command there; nothing is kept, home is empty, and files are made for nobody else to read."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    environment = {**QUIET, **ELSEWHERE, "HOME": str(home)}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", umask=0o077
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def both(tmp_path_factory) -> tuple[Path, Path]:
    """The fixture built twice, with the cards of its routines: here with what is kept, and there without."""

    def make(folder: Path) -> None:
        here, there = folder / HERE, folder / THERE
        config = (
            (FIXTURE / "mkdocs.yml").read_text().replace("offline: false", "offline: true\n      cards: routines #")
        )
        for place in (here, there):
            place.mkdir(parents=True)
            (project(place) / "mkdocs.yml").write_text(config)
        for kind in (there / ".cache/unslouch").iterdir():
            kind.unlink()
        for file in sorted(there.rglob("*"), reverse=True):
            os.utime(file, (10**9, 10**9))
        assert build(here).returncode == 0
        on_another_machine(there, *MKDOCS, "build")

    made = for_all(tmp_path_factory, "both", make)
    return made / HERE, made / THERE


def differ(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


@pytest.mark.pdf
def test_a_site_is_the_same_bytes_wherever_it_is_built(both):
    here, there = map(site, both)
    assert differ(here, there) == []
    kinds = {Path(path).suffix for path in here}
    assert {".html", ".pdf", ".svg", ".png", ".gz", ".xml", ".json", ".ics", ".js", ".css"} <= kinds
    assert {"sw.js", "sitemap.xml.gz", "search/search_index.json", "play/index.html", "sheet/index.html"} <= here.keys()


@pytest.mark.pdf
@pytest.mark.parametrize("command", [["bundle", "out.zip"], ["export", "out"]])
def test_so_is_what_the_command_writes(both, tmp_path, command):
    """Drawings and cards are those that are kept, for whether they are the same is tested above."""
    here, there = both[0], project(tmp_path)
    shutil.copy(here / "mkdocs.yml", there)
    run = [sys.executable, "-m", "unslouch", *command]
    subprocess.run(run, cwd=here, env=QUIET, capture_output=True, check=True)
    on_another_machine(there, *run)
    if command[1] == "out":
        assert differ(site(here, "out"), site(there, "out")) == []
    else:
        assert (here / "out.zip").read_bytes() == (there / "out.zip").read_bytes()


@pytest.mark.pdf
def test_pdfs_use_only_fonts_that_travel_with_the_package(both):
    import pypdf

    taken = set()
    for path in (both[0] / "site").rglob("*.pdf"):
        for page in pypdf.PdfReader(path).pages:
            for font in page["/Resources"].get("/Font", {}).values():
                taken.add(re.sub(r"^[A-Z]{6}\+", "", str(font.get_object()["/BaseFont"]).lstrip("/")))
    styles = (PACKAGE / "cards/assets/card.css").read_text("utf-8")
    family, *others = set(re.findall(r"@font-face \{[^}]*font-family: \"?([\w ]+)", styles))
    assert others == [], "the name under which our fonts are known"
    assert taken
    assert {name for name in taken if not name.startswith(family.replace(" ", "-"))} == set()


@pytest.fixture
def pages(project) -> tuple[Files, object]:
    """Pages as MkDocs has them before they are written, and the guide they are of."""
    config = read(project)
    files = Files([])
    config.plugins.on_files(files, config=config)
    from mkdocs.structure.pages import Page

    for file in files.documentation_pages():
        Page(None, file, config)
    return files, config.plugins["unslouch"]._good.guide


def dates(files: Files) -> dict[str, str]:
    return {file.src_uri: file.page.update_date for file in files.documentation_pages()}


def test_no_page_is_as_old_as_its_build(pages, monkeypatch):
    files, guide = pages
    dated.by_content(files, guide)
    told = dates(files)
    checked = {one.id: one.reviewed.isoformat() for one in guide.library.exercises.values() if one.reviewed}
    assert date.today().isoformat() not in told.values()
    assert told["exercises/donkey-kick.md"] == checked["donkey-kick"]
    assert told["routines/desk-break.md"] == max(checked.values())


def test_another_date_is_let_be(pages, monkeypatch):
    files, guide = pages
    page = next(iter(files.documentation_pages())).page
    page.update_date = "2020-02-02"
    dated.by_content(files, guide)
    assert page.update_date == "2020-02-02"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    for file in files.documentation_pages():
        file.page.update_date = date.today().isoformat()
    dated.by_content(files, guide)
    assert set(dates(files).values()) == {date.today().isoformat()}
