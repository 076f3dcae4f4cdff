"""A guide with more exercises than a list shows at once: the fixture, where that is two, and its search is in pieces."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.helpers import build, for_all, options, project
from tests.site.conftest import SUB_PATH, serving
from tests.site.nu import faults
from tests.site.test_search import QUESTIONS, led
from tests.site.watching import watched
from unslouch.guide import finding


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    def make(folder: Path) -> None:
        options(project(folder), exercises_in_list="2", search="pieces")
        result = build(folder, "--strict", "--site-dir", str(folder / "site" / SUB_PATH))
        assert result.returncode == 0, result.stderr

    return for_all(tmp_path_factory, "large", make) / "site"


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with serving(built) as root:
        yield f"{root}{SUB_PATH}/"


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    with watched(context, {"width": 320, "height": 780}, address) as page:
        yield page


def rows(page: Page) -> list[str]:
    return page.locator(".us-row:visible a").all_inner_texts()


@pytest.mark.parametrize("begin", ["exercises/", "areas/hips/", "categories/strengthening/"])
def test_without_a_script_pages_lead_to_every_exercise_of_a_list(silent: Page, address, library, begin):
    exercises = library.exercises.values()
    wanted = {
        "exercises/": [one.name for one in exercises],
        "areas/hips/": [one.name for one in exercises if "hips" in one.areas],
        "categories/strengthening/": [one.name for one in exercises if one.category == "strengthening"],
    }[begin]
    page = silent
    page.goto(address + begin)
    found, pages = rows(page), page.get_by_role("navigation", name="Pages of this list")
    assert len(found) == 2 < len(wanted)
    for number in range(2, 2 + (len(wanted) - 1) // 2):
        pages.get_by_role("link", name=str(number), exact=True).click()
        expect(page.locator("h1")).to_contain_text(f"page {number} of")
        expect(pages.locator("[aria-current=page]")).to_have_text(str(number))
        found += rows(page)
    assert found == wanted
    page.goto(address + "exercises/")
    expect(page.get_by_role("link", name="Hips (3)")).to_be_visible()


def test_a_choice_goes_through_the_whole_list_and_shows_some_at_a_time(page: Page, address, library):
    strong = [one.name for one in library.exercises.values() if one.category == "strengthening"]
    assert len(strong) == 3
    page.goto(f"{address}exercises/?category=strengthening")
    more, pages = page.get_by_role("button", name="Show more"), page.locator(".us-pages")
    status = page.locator(".us-filters [role=status]")
    expect(status).to_have_text(f"3 of {len(library.exercises)} exercises")
    expect(page.get_by_role("link", name="Hips (3)")).to_be_hidden()
    assert rows(page) == strong[:2]
    expect(pages).to_be_hidden()
    more.press("Enter")
    expect(page.get_by_role("link", name=strong[2])).to_be_focused()
    assert rows(page) == strong
    expect(more).to_be_hidden()
    page.get_by_role("link", name=strong[2]).click()
    expect(page.locator("h1")).to_have_text(strong[2])
    page.go_back()
    page.locator(".us-filters summary").click()
    page.get_by_role("button", name="Show all").click()
    expect(pages).to_be_visible()
    expect(status).to_have_text("6 of 6 exercises")
    assert rows(page) == [one.name for one in library.exercises.values()][:2]
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_row_that_comes_later_is_as_those_of_the_page(page: Page, address):
    page.goto(f"{address}exercises/?without=deep-hip-bend&category=strengthening")
    expect(page.locator(".us-row:visible")).to_have_count(2)
    page.get_by_role("button", name="Show more").click()
    squat = page.locator(".us-row", has_text="Side squat")
    expect(squat.locator(".us-row__fits")).to_be_visible()
    expect(squat.locator("img:visible")).to_have_js_property("complete", True)
    squat.get_by_role("link").click()
    expect(page).to_have_url(f"{address}exercises/side-squat/#easier")


def test_who_cannot_have_the_rest_keeps_the_pages(context, address):
    page = context.new_page()
    page.route(f"**/{finding.REST}", lambda route: route.abort())
    page.goto(f"{address}exercises/?category=strengthening")
    expect(page.locator(".us-filters [role=status]")).to_contain_text("could not be loaded")
    expect(page.locator(".us-pages")).to_be_visible()
    expect(page.locator(".us-row:visible")).to_have_count(2)
    page.close()


def test_the_chooser_of_a_sheet_shows_some_of_each_kind_and_finds_by_name(page: Page, address):
    page.goto(f"{address}sheet/")
    boxes = page.locator(".own__choices input:visible")
    strong = page.get_by_role("group", name="Strengthening")
    expect(strong.get_by_role("checkbox")).to_have_count(2)
    strong.get_by_role("button", name="Show more").press("Enter")
    expect(strong.get_by_role("checkbox")).to_have_count(3)
    expect(strong.get_by_role("checkbox").last).to_be_focused()
    page.get_by_label("Part of its name").fill("squat SIDE")
    expect(boxes).to_have_count(1)
    page.keyboard.press("Tab")
    page.get_by_role("checkbox", name="Side squat").check()
    expect(page.locator(".own__list strong a")).to_have_text("Side squat")
    page.get_by_label("Part of its name").fill("")
    expect(page.get_by_role("checkbox", name="Chair squat")).not_to_be_checked()
    page.get_by_role("button", name="Take out: Side squat").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.goto(f"{address}sheet/#v=1&x=pigeon-pose_2.30")
    expect(page.locator(".card .rows")).to_contain_text("Pigeon pose")


@pytest.mark.parametrize("width", [1280, 320])
def test_what_readers_type_leads_where_the_themes_own_search_leads(context, address, width):
    with watched(context, {"width": width, "height": 800}, address) as page:
        found = led(page, address)
    assert {words: where for words, where in found.items() if not where.startswith(QUESTIONS[words])} == {}


def test_its_pages_are_valid(built: Path):
    site = built / SUB_PATH
    pages = [site / path for path in ("exercises/index.html", "exercises/all_2/index.html", "sheet/index.html")]
    assert faults([*pages, *site.glob("areas/*_2/index.html")]) == []
