"""What a device keeps of a site, and what every page is given for it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.helpers import ENGLISH, kept, stand_ins
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.offline import app, keeping, site_files
from unslouch.tools.kept import Cache


@pytest.fixture
def site(tmp_path) -> Path:
    """A small site of all kinds of files."""
    files = {
        "index.html": "<html><head><title>A</title></head><body></head></body></html>",
        "deep/er/index.html": '<html><head><link rel="manifest" href="own"></head></html>',
        "404.html": "<head></head>",
        "offline.html": "<head></head>",
        "a.css": "a",
        "a.css.map": "a",
        "sitemap.xml": "today",
        ".hidden": "a",
        "b.svg": "still",
        "b.moving.svg": "moving",
        "b.pdf": "paper",
        "assets/social/b.png": "preview",
        "exercises.json": "for other programs",
        "assets/unslouch/icons/192.png": "icon",
    }
    for path, text in files.items():
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(text)
    return tmp_path / "site"


def test_pages_and_pictures_are_kept_at_once_and_paper_when_asked_for(site):
    held = site_files.kept(site)
    assert set(held.now) == {
        *("index.html", "deep/er/index.html", "offline.html", "a.css", "b.svg", "b.moving.svg"),
        "assets/unslouch/icons/192.png",
    }
    assert set(held.later) == {"b.pdf", "assets/social/b.png", "exercises.json"}


def test_what_the_search_finds_by_comes_with_the_pages_and_its_excerpts_last():
    turns = {
        name: site_files._turn(f"search/pieces/{name}") for name in ("a.pf_meta", "a.pf_index", "wasm.en.pagefind")
    }
    assert set(turns.values()) == {site_files._turn("index.html")}
    assert site_files._turn("a.svg") < site_files._turn("a.png") < site_files._turn("search/pieces/a.pf_fragment")


def test_a_first_visit_fetches_no_more_than_so_much_and_pages_first(site, monkeypatch):
    monkeypatch.setattr(site_files, "MOST", site_files.kept(site).bytes - 1)
    held = site_files.kept(site)
    assert "b.moving.svg" in held.later
    assert {"index.html", "b.svg"} <= set(held.now)
    assert held.bytes <= site_files.MOST


def test_every_page_is_led_to_what_keeps_it_once(site):
    keeping.keep(site, ENGLISH)
    first = (site / "index.html").read_text()
    head, _, body = first.partition("</head>")
    assert '<link rel="manifest" href="manifest.webmanifest">' in head
    assert '<link rel="apple-touch-icon" href="assets/unslouch/icons/192.png">' in head
    assert re.search(r'<meta name="theme-color" content="#\w+">', head)
    assert 'src="assets/unslouch/offline/keep.js" data-us-newer="A newer version is ready."' in head
    assert body == "<body></head></body></html>"
    deep = (site / "deep/er/index.html").read_text()
    assert 'src="../../assets/unslouch/offline/keep.js"' in deep
    assert deep.count('rel="manifest"') == 1  # its own stays
    assert (site / "404.html").read_text() == (site / "offline.html").read_text() == "<head></head>"
    keeping.keep(site, ENGLISH)
    assert (site / "index.html").read_text() == first


def test_the_same_site_has_the_same_worker_and_another_has_another(site, tmp_path):
    shutil.copytree(site, tmp_path / "again")
    keeping.keep(site, ENGLISH)
    keeping.keep(tmp_path / "again", ENGLISH)
    worker = (site / "sw.js").read_text()
    assert (tmp_path / "again/sw.js").read_text() == worker
    (site / "sitemap.xml").write_text("tomorrow")
    keeping.keep(site, ENGLISH)
    assert (site / "sw.js").read_text() == worker
    (site / "b.pdf").write_text("another")
    keeping.keep(site, ENGLISH)
    assert (site / "sw.js").read_text() != worker


def test_who_keeps_nothing_has_a_worker_that_leaves(site):
    keeping.leave(site)
    assert "unregister" in (site / "sw.js").read_text()
    assert "fetch" not in (site / "sw.js").read_text()


@pytest.mark.pdf
def test_the_app_has_the_guides_name_and_colours_and_icons_that_are_there(guide):
    made = app.files(guide, Cache(kept()))
    about = json.loads(made[app.MANIFEST])
    assert about["name"] == guide.name
    assert about["theme_color"] == app.colour("--us-accent")
    assert {one["sizes"] for one in about["icons"]} == {"192x192", "512x512"}
    assert {one["purpose"] for one in about["icons"]} == {"any", "maskable"}
    for icon in about["icons"]:
        data = made[icon["src"]]
        assert data.startswith(b"\x89PNG")
        assert int.from_bytes(data[16:20]) == int(icon["sizes"].partition("x")[0])


def test_without_what_draws_icons_there_are_none(library, monkeypatch):
    monkeypatch.setattr(app.engine, "missing", lambda: "Pango")
    guide = Guide(library, ENGLISH, pictures=stand_ins(library), options=Options(cards="none"))
    made = app.files(guide, Cache(kept()))
    assert json.loads(made[app.MANIFEST])["icons"] == []
    page = made[app.ABSENT].decode()
    assert ENGLISH.say("offline_lead") in page
    assert ENGLISH.say("offline_print") not in page
