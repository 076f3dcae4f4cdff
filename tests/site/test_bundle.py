"""The guide opened from a disk: a bundle, unpacked where names have spaces and umlauts."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import BrowserContext, Page, expect

from tests.helpers import ENGLISH, for_all, options, project
from tests.site.watching import watched
from unslouch.cards import engine
from unslouch.cli import main
from unslouch.guide import play_address, sheet_address

SHEET = sheet_address.written(["pigeon-pose_1..4", "chair-squat_1.2"])


@pytest.fixture(scope="module")
def packed(tmp_path_factory) -> Path:
    """The zip of the fixture, with the pages of its routines' cards; no PDF, for with other addresses all were set again."""

    def make(folder: Path) -> None:
        options(project(folder), cards="routines")
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            patch.setattr(engine, "missing", lambda: "not now")
            result = CliRunner().invoke(main, ["bundle"], catch_exceptions=False)
        assert result.exit_code == 0, result.output

    return for_all(tmp_path_factory, "bundled", make) / "build/a-guide.zip"


@pytest.fixture(scope="module")
def unpacked(packed, tmp_path_factory) -> str:
    """The address of its folder."""
    folder = tmp_path_factory.mktemp("disk") / "Übungen für zu Hause"
    zipfile.ZipFile(packed).extractall(folder)
    return f"{(folder / 'a-guide').as_uri()}/"


@pytest.fixture
def reader(context: BrowserContext, unpacked: str) -> Iterator[Page]:
    """A page that asks for nothing but what was unpacked."""
    with watched(context, {"width": 1280, "height": 900}, unpacked, "about:") as page:
        failed: list[str] = []
        page.on("requestfailed", lambda asked: failed.append(f"{asked.url} {asked.failure}"))
        yield page
        left = "net::ERR_ABORTED"  # by who went on before all of a page was there; what is missing is not found
        assert [one for one in failed if not one.endswith(left)] == []


def test_a_bundle_is_one_folder_of_all_pages_without_what_a_server_needs(packed):
    entries = zipfile.ZipFile(packed).infolist()
    names = [entry.filename.removeprefix("a-guide/") for entry in entries]
    assert names == sorted(names)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {"index.html", "exercises/pigeon-pose.html", "routines/short-session/card/index.html"} <= set(names)
    assert {"sheet/index.html", "play/index.html"} <= set(names)
    assert not [name for name in names if name.endswith((".map", "404.html", "sw.js", "sitemap.xml"))]


@pytest.mark.browser
def test_pages_filters_and_sides_work_from_a_disk(reader, unpacked):
    reader.goto(f"{unpacked}index.html")
    reader.get_by_role("link", name="Exercises", exact=True).first.click()
    expect(reader.locator("h1")).to_have_text("Exercises")
    rows = reader.locator(".us-row:visible")
    many = rows.count()
    reader.locator(".us-filters input[name=without]").first.check()
    assert 0 < rows.count() < many
    reader.goto(f"{unpacked}exercises/pigeon-pose.html")
    reader.locator(".us-switch input[value=left]").check()
    expect(reader.locator("[data-us-side=side]").first).to_have_text("left")
    reader.get_by_role("button", name="Watch").first.click()
    expect(reader.get_by_role("button", name="Stop").first).to_be_visible()
    reader.goto(f"{unpacked}routines/short-session.html")
    expect(reader.locator("h1")).to_have_text("Short session")
    reader.goto(f"{unpacked}routines/short-session/card/index.html")
    expect(reader.get_by_role("button", name=ENGLISH.say("card_print"))).to_be_visible()


@pytest.mark.browser
def test_the_sheet_and_the_player_read_their_files_from_a_disk(reader, unpacked):
    reader.goto(f"{unpacked}{sheet_address.PATH}{SHEET}")
    expect(reader.locator(".own-sheet .rows > li")).to_have_count(2)
    expect(reader.locator(".own__message")).to_have_text("")
    code = reader.locator(".own-sheet .qr a").get_attribute("href") or ""
    assert code.startswith(
        "https://example.org/guide/sheet/index.html#"
    )  # a path of somebody's disk leads nobody there
    assert reader.url.startswith(unpacked)
    reader.goto(f"{unpacked}{play_address.PATH}{SHEET}")
    expect(reader.locator("#ready h1")).to_be_visible()
    reader.get_by_role("button", name="Start").click()
    expect(reader.locator("#stage .figure img, #stage .figure span").first).to_be_visible()


@pytest.mark.browser
def test_the_search_finds_lay_words_from_a_disk(reader, unpacked):
    reader.goto(f"{unpacked}index.html")
    reader.locator(".md-search__input").click()
    reader.keyboard.type("buttocks")
    expect(reader.locator(".md-search-result__link").first).to_be_visible()
    assert (reader.locator(".md-search-result__link").first.get_attribute("href") or "").startswith(unpacked)
