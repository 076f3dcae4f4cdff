"""The search of a large guide: when it is in pieces, what is written, and what is told where that cannot be."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from tests.helpers import ENGLISH
from unslouch import pieces
from unslouch.content.library import Library
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options

INDEX = {
    "config": {"lang": ["en"], "fields": {}},
    "docs": [
        {"location": "a&b/", "title": "A &amp; B", "text": "<p>Sit.</p>", "words": 'bum, "seat"', "boost": 2},
        {"location": "a&b/#more", "title": "More", "text": "<p>Stand.</p>"},
        {"location": "c/", "title": "C", "text": ""},
    ],
}
THEMES = "search.a7633da7.min.js"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for folder in ("search", "assets/javascripts/workers"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "search/search_index.json").write_text(json.dumps(INDEX))
    (tmp_path / "assets/javascripts/workers" / THEMES).touch()
    (tmp_path / "index.html").write_text(f'{{"search": "./assets/search.js?{THEMES}"}}')
    return tmp_path


def written(site: Path) -> bool:
    return (site / pieces.FOLDER).exists()


def take_over(site: Path, library: Library, search: str, *, whole: bool = False) -> None:
    pieces.take_over(site, Guide(library, ENGLISH, options=Options(search=search)), whole=whole)


def test_pieces_take_the_place_of_the_index_and_their_worker_that_of_the_themes(site, library):
    take_over(site, library, "pieces")
    names = {path.suffix for path in (site / pieces.FOLDER).rglob("*") if path.is_file()}
    assert names == {".js", ".json", ".pagefind", ".pf_meta", ".pf_index", ".pf_fragment"}
    assert len(list((site / pieces.FOLDER).glob("fragment/*"))) == 2, "one a page"
    assert json.loads((site / "search/search_index.json").read_text()) == INDEX | {"docs": []}
    assert (site / "index.html").read_text() == '{"search": "./assets/search.js?pieces.js"}'
    assert "pagefind" in (site / "assets/javascripts/workers/pieces.js").read_text()


@pytest.mark.parametrize(("search", "whole"), [("automatic", False), ("whole", False), ("pieces", True)])
def test_a_small_guide_and_one_that_is_to_stay_whole_have_the_themes_search(site, library, search, whole):
    take_over(site, library, search, whole=whole)
    assert not written(site)
    assert json.loads((site / "search/search_index.json").read_text()) == INDEX


def test_a_large_guide_has_pieces_by_itself(site, library, monkeypatch):
    monkeypatch.setattr(pieces, "LARGE", len(library.exercises))
    take_over(site, library, "automatic")
    assert written(site)


def test_without_pagefind_a_large_guide_is_told_of_it_and_who_asks_for_pieces_is_refused(
    site, library, monkeypatch, caplog
):
    monkeypatch.setattr(pieces, "LARGE", len(library.exercises))
    monkeypatch.setattr(pieces, "find_spec", lambda _: None)
    with caplog.at_level(logging.INFO):
        take_over(site, library, "automatic")
    assert 'pip install "unslouch[search]"' in caplog.text
    with pytest.raises(PluginError, match=r"unslouch\[search\]"):
        take_over(site, library, "pieces")
    assert not written(site)


def test_what_pagefind_says_against_it_ends_the_build(site, library, monkeypatch):
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(site / "no-such-program"))
    with pytest.raises(PluginError, match="search: whole"):
        take_over(site, library, "pieces")


def test_a_site_without_a_search_gets_none(site, library):
    (site / "search/search_index.json").unlink()
    take_over(site, library, "pieces")
    assert not written(site)


def test_a_theme_without_a_worker_to_take_over_keeps_its_whole_index(site, library, monkeypatch):
    monkeypatch.setattr(pieces, "LARGE", len(library.exercises))
    (site / "assets/javascripts/workers" / THEMES).unlink()
    take_over(site, library, "automatic")
    with pytest.raises(PluginError, match="needs the theme Material"):
        take_over(site, library, "pieces")
    assert not written(site)
    assert json.loads((site / "search/search_index.json").read_text()) == INDEX
