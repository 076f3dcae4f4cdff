"""The look of this site: its templates ask for nothing that is not there, which stricter engines refuse."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import material
import pytest
from jinja2 import Undefined
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.helpers import ROOT

OVERRIDES = ROOT / "overrides"
COPY = "As in Material"
"""How a template says that it is the theme's own with a change, which asks for as much as the theme's others do."""


@pytest.mark.whole
def test_templates_ask_for_nothing_that_is_not_there(tmp_path):
    """On the home page, a page without front matter, and the page of what was not found."""
    asked: set[str] = set()

    class Noted(Undefined):
        """Lets all through, as MkDocs does, and notes what one of ours asked."""

        def _noted(self) -> None:
            place = Path(sys._getframe(2).f_code.co_filename)
            if place.is_relative_to(OVERRIDES) and COPY not in place.read_text(encoding="utf-8"):
                asked.add(f"{place.relative_to(OVERRIDES).as_posix()}: {self._undefined_name}")

        def __bool__(self) -> bool:
            self._noted()
            return False

        def __str__(self) -> str:
            self._noted()
            return ""

    docs = tmp_path / "docs"
    (docs / "more").mkdir(parents=True)
    for page in ("index.md", "plain.md", "more/index.md", "more/one.md"):
        (docs / page).write_text("# A title\n\n## A part\n\nText.\n")
    config = load_config(
        str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(tmp_path / "site"), nav=None, plugins=["search"]
    )
    environment = config.theme.get_env
    config.theme.get_env = lambda: environment().overlay(undefined=Noted)
    build(config)
    assert (tmp_path / "site/plain/index.html").is_file()
    assert not asked, "\n".join(sorted(asked))


ORIGINALS = {
    "actions.html": "1bcd66d6f428194e",
    "copyright.html": "bc86bca3bf75070f",
    "header.html": "8cf3fb15bcf969ff",
    "logo.html": "e0925ef6c190174a",
    "nav.html": "af33f6e032f632eb",
    "nav-item.html": "89895208f22d68ce",
    "search.html": "bfd556535abcddb9",
    "source.html": "6847616d67be4920",
    "tabs.html": "d2c82916569e645a",
    "toc.html": "fde48f583563364b",
}
"""What the theme's own templates are that ours take the place of: the beginning of their SHA-256."""


def test_the_theme_is_what_our_copies_were_made_of():
    """A new release of the theme may mend or need what a copy does not have: compare, take over, and write the new sum."""
    partials = Path(material.__file__).parent / "templates/partials"
    replaced = {file.name: partials / file.name for file in (OVERRIDES / "partials").glob("*.html")}
    sums = {
        name: hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()[:16]
        for name, file in replaced.items()
        if file.exists()
    }
    assert sums == ORIGINALS
