"""The exported guide, built by engines that know nothing of the plugin, beside the site that the plugin builds."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from click.testing import CliRunner
from filelock import FileLock
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.helpers import ADDRESS, ROOT, alone, for_all, project
from tests.site.conftest import SUB_PATH, serving
from unslouch.cli import main

ZENSICAL = "build/zensical"
"""Where ``make zensical`` puts it."""
QUESTIONS = """bum, glutes, gluteus maximus, figure four, quads, all fours, workout, no kneeling, slipped disc, side lunge,
chair, standing, piriformis, short break, fever, marching, hips, lower back, weekly, office""".replace("\n", " ").split(
    ", "
)


@pytest.fixture(scope="module")
def zensical() -> Path:
    """The newest Zensical that is locked, in a place of its own: its dependencies are not ours."""
    with alone("zensical"):
        done = subprocess.run(
            ["make", "-s", f"{ZENSICAL}/.ready", f"PYTHON={sys.executable}"], cwd=ROOT, capture_output=True, text=True
        )
    assert done.returncode == 0, done.stderr
    return ROOT / ZENSICAL / "bin/zensical"


@pytest.fixture(scope="module")
def exported(tmp_path_factory) -> Path:
    """The fixture exported, by one worker for all."""

    def make(folder: Path) -> None:
        before, sources = Path.cwd(), project(tmp_path_factory.mktemp("project"))
        os.chdir(sources)
        try:
            done = CliRunner().invoke(main, ["export", "plain"], catch_exceptions=False)
        finally:
            os.chdir(before)
        assert done.exit_code == 0, done.output
        (sources / "plain").rename(folder / "plain")

    return for_all(tmp_path_factory, "exported", make) / "plain"


@pytest.fixture(scope="module", params=["zensical", "properdocs"])
def moved(request, exported, zensical) -> Path:
    """The site that another engine makes of it."""
    site = exported.parent / request.param
    with FileLock(f"{site}.lock"):
        if not site.exists():
            if request.param == "zensical":
                run = [zensical, "build", "--strict", "-f", exported / "mkdocs.yml"]
            else:
                properdocs = [sys.executable, "-m", "properdocs", "build", "--strict"]
                run = [*properdocs, "-f", exported / "mkdocs.yml", "-d", exported / "site"]
            done = subprocess.run(list(map(str, run)), capture_output=True, text=True, cwd=exported)
            assert done.returncode == 0, done.stdout + done.stderr
            (exported / "site").rename(site)
    return site


_VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Facts(HTMLParser):
    """What a page says: its text, anchors, links, pictures and data, and in its head what others show of it."""

    def __init__(self, page: Path, site: Path) -> None:
        super().__init__()
        self._address = urljoin(ADDRESS, page.relative_to(site).as_posix())
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.menu: list[str] = []
        self.pictures: list[tuple[str, str | None]] = []
        self.data: list[Any] = []
        self.head: dict[str, str | None] = {}
        self.feed(page.read_text("utf-8"))
        self.text = " ".join(self.text.split())

    def _is_in(self, tag: str, **attributes: str | None) -> bool:
        return any(
            one == tag and all(value in (has.get(name.strip("_"), "") or "") for name, value in attributes.items())
            for one, has in self._open
        )

    @property
    def _is_content(self) -> bool:
        unseen = ("p", {"hidden": None})  # the words that a page is searched by
        return self._is_in("article", class_="md-content__inner") and unseen not in self._open

    def handle_starttag(self, tag, attributes):
        has = dict(attributes)
        if tag not in _VOID:
            self._open.append((tag, has))
        if tag == "meta" and (name := has.get("property") or has.get("name")) and name != "generator":
            self.head[name] = has.get("content")
        if tag == "link" and has.get("rel") == "canonical":
            self.head["canonical"] = has["href"]
        if tag == "a" and (self._is_in("nav", class_="md-nav--primary") or self._is_in("nav", class_="md-tabs")):
            self.menu.append(self._led(has["href"]))
        if self._is_content and has.get("id") not in (None, "__skip"):
            self.anchors.append(has["id"])
        if self._is_content and tag == "a" and "href" in has:
            self.links.append(self._led(has["href"]))
        if self._is_content and tag == "img":
            self.pictures.append((self._led(has["src"]), has.get("alt")))

    def handle_endtag(self, tag):
        if tag not in _VOID:
            assert self._open.pop()[0] == tag

    def handle_data(self, data):
        if self._is_in("script", type="application/ld+json"):
            self.data.append(json.loads(data))
        elif self._is_in("title"):
            self.head["title"] = data.strip()
        elif self._is_content and not self._is_in("script"):
            self.text += data

    def _led(self, link: str) -> str:
        return urljoin(self._address, link).replace("/index.html", "/")


def pages(site: Path) -> dict[str, Path]:
    """The pages that an engine set, by their place."""
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    return {place: path for place, path in found.items() if "md-content__inner" in path.read_text("utf-8")}


def test_every_page_says_the_same_and_leads_to_the_same(built, moved):
    ours, theirs = pages(built / SUB_PATH), pages(moved)
    assert sorted(ours) == sorted(theirs)
    assert len(ours) > 20
    differ = {}
    for place in ours:
        one, other = Facts(ours[place], built / SUB_PATH), Facts(theirs[place], moved)
        for name in ("text", "anchors", "links", "menu", "pictures", "data", "head"):
            if getattr(one, name) != getattr(other, name):
                differ[place, name] = getattr(one, name), getattr(other, name)
    assert differ == {}
    squat = Facts(theirs["exercises/side-squat/index.html"], moved)
    assert squat.head["og:image"] == f"{ADDRESS}assets/social/side-squat.png"
    assert {type["@type"] for type in squat.data[0]["@graph"]} == {"WebPage", "ExercisePlan", "HowTo"}


def test_every_file_beside_the_pages_is_the_same(built, moved):
    """Pictures, sheets, PDFs, the player, previews, calendars, data and styles."""
    site = built / SUB_PATH
    theme = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", ".unslouch/", "search/", "sitemap.xml")
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    ours = [path for path in files if not path.startswith(theme) and path not in pages(site)]
    assert {Path(path).suffix for path in ours} > {".svg", ".html", ".pdf", ".png", ".ics", ".json", ".css", ".js"}
    differ = [
        path
        for path in ours
        if not (moved / path).is_file() or (moved / path).read_bytes() != (site / path).read_bytes()
    ]
    assert differ == []


def _links(found: Locator) -> list[str]:
    return found.evaluate_all("all => all.map(one => one.href)")


def _asked(page: Page, query: Locator, found: Locator, base: str) -> dict[str, list[str]]:
    """The pages that each question finds, the best first."""
    answers = {}
    for words in QUESTIONS:
        query.fill("")
        query.press("Backspace")  # the theme's search answers keys
        expect(found).to_have_count(0)
        query.fill(words[:-1])
        query.press(words[-1])
        links, before = _links(found), None
        while not links or links != before:  # answers to the beginning of the words come first
            page.wait_for_timeout(150)
            links, before = _links(found), links
        led = (link.removeprefix(base).split("?")[0].split("#")[0] for link in links)
        answers[words] = list(dict.fromkeys(led))
    return answers


@pytest.fixture(scope="module")
def answers(context: BrowserContext, address: str) -> dict[str, list[str]]:
    """What the plugin's own site answers."""
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address)
    query = page.locator("input[name=query]")
    query.click()
    found = _asked(page, query, page.locator(".md-search-result__item > a:first-child"), address)
    page.close()
    return found


def test_twenty_questions_find_the_same(moved: Path, answers, context: BrowserContext):
    """What is the best answer to one stands among the first five of the other."""
    assert len(QUESTIONS) == 20
    if moved.name == "properdocs":  # the same search, so its index tells
        index = json.loads((moved / "search/search_index.json").read_text("utf-8"))
        squat = next(one for one in index["docs"] if one["location"] == "exercises/side-squat/")
        assert {"bum", "rectus femoris", "Side lunge"} <= set(re.split("[<>,] ?", squat["text"]))
        return
    wrong: list[str] = []
    page = context.new_page()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.on("pageerror", lambda error: wrong.append(str(error)))
    with serving(moved) as base:
        page.goto(base)
        page.locator(".md-search__button").click()
        theirs = _asked(page, page.get_by_role("combobox"), page.get_by_role("option"), base)
        page.close()
    poor = {words: theirs[words] for words in QUESTIONS if answers[words][0] not in theirs[words][:5]}
    assert poor == {}
    assert wrong == []
