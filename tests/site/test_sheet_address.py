"""The two characters in a sheet's address that tell a link which was cut or changed on its way."""

from __future__ import annotations

import re
from itertools import product
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.helpers import fixture_library
from tests.site.conftest import SUB_PATH
from tests.site.watching import wait_until
from unslouch.guide import sheet_address

LIBRARY = fixture_library()
TOLD = re.compile(r"This link was cut (or changed )?on its way")


def opened(page: Page, address: str, link: str) -> None:
    page.goto("about:blank")
    page.goto(f"{address}sheet/{link}")
    page.wait_for_selector("main:not(.waiting)")


def here(page: Page) -> str:
    """The address as the page has it; Playwright hears of it a little later."""
    return page.evaluate("location.href")


def test_both_ends_agree_on_the_two_characters(page: Page, address):
    for name in ("", "Anna's sheet & more", "Zoë 膝 +%", "é = e´"):
        for large in (False, True):
            opened(page, address, "")
            page.get_by_role("checkbox", name="Side squat", exact=True).check()
            page.get_by_role("checkbox", name="Pigeon pose", exact=True).check()
            page.get_by_label("Name of the sheet").fill(name)
            page.get_by_label("Large print").set_checked(large)
            said = {key: value for key, (value,) in parse_qs(urlsplit(here(page)).fragment).items()}
            assert said["c"] == sheet_address.check(said["x"], said.get("n", ""), said.get("l", ""))
            link = here(page)
            page.reload()
            expect(page.locator(".own__message")).to_have_text("")
            expect(page).to_have_url(link)


def test_a_link_that_was_cut_anywhere_is_told(page: Page, address):
    opened(page, address, "#v=1&n=Anna+Smith&l=1&x=side-squat_3.12,pigeon-pose_2..30")
    expect(page.locator(".own__message")).to_have_text("")
    whole = urlsplit(here(page)).fragment
    assert re.match(r"v=1&c=\w\w&n=", whole)
    message = page.locator(".own__message")
    for length in range(1, len(whole)):
        page.evaluate(f"location.hash = {whole[:length]!r}")
        expect(message).not_to_have_text("")
        assert length < len("v=1&c=ab&n=A") or TOLD.search(message.inner_text()), whole[:length]
        page.evaluate("history.replaceState(null, '', '#'), dispatchEvent(new Event('hashchange'))")
        expect(message).to_have_text("")


def test_a_cut_that_leaves_another_dose_is_no_longer_silent(page: Page, address):
    exercise = LIBRARY.exercises["side-squat"]
    whole = sheet_address.of_exercise(exercise)
    assert whole.endswith("_3.10-12")
    opened(page, address, whole)
    expect(page.locator(".own__message")).to_have_text("")
    opened(page, address, whole.removesuffix("-12"))
    expect(page.locator(".card .amount")).to_have_text("3 × 10, each side")
    expect(page.locator(".own__message")).to_have_text(TOLD)
    expect(page).to_have_url(re.compile(r"_3\.10$"))  # as it came, until something is changed
    page.get_by_role("button", name="Change it").click()
    page.get_by_label("Name of the sheet").fill("Mine")
    opened(page, address, "#" + urlsplit(here(page)).fragment)
    expect(page.locator(".own__message")).to_have_text("")


def test_a_link_from_before_opens_without_a_word(page: Page, address):
    opened(page, address, "#v=1&n=Anna&l=1&x=side-squat_3.10-12")
    expect(page.locator(".own__message")).to_have_text("")
    expect(page.locator(".card .title h2")).to_have_text("Anna")


def test_a_name_that_was_changed_on_its_way_is_told(page: Page, address):
    opened(page, address, f"#v=1&c={sheet_address.check('side-squat_3.12', 'Anna')}&n=Anne&x=side-squat_3.12")
    expect(page.locator(".own__message")).to_have_text(TOLD)


@pytest.mark.parametrize("late", ["", "**/*.woff2", "**/sheet.js", "**/sheet/*.json"])
def test_nothing_moves_while_the_page_loads(page: Page, address, late):
    """Cumulative layout shift; what counts as good is 0.1."""
    one = sheet_address.of_exercise(LIBRARY.exercises["side-squat"])
    many = sheet_address.of_routine(LIBRARY.routines["whole-session"], LIBRARY)
    page.add_init_script(
        """window.moved = 0
        new PerformanceObserver((list) => list.getEntries().forEach((one) => (window.moved += one.value)))
            .observe({ type: "layout-shift", buffered: true })"""
    )
    page.route(
        late or "**/none", lambda route: (page.wait_for_timeout(400), route.continue_())
    )  # and nothing is cached
    moved = {}
    for width, link in product((360, 1280), ("", one, many, "#v=1&x=nothing_1")):
        page.set_viewport_size({"width": width, "height": 800})
        opened(page, address, link)
        page.wait_for_timeout(300)
        moved[width, link] = page.evaluate("window.moved")
    assert {where: much for where, much in moved.items() if much > 0.02} == {}


def test_where_the_script_does_not_come_the_ready_made_sheets_do(page: Page, address):
    page.route("**/sheet.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{address}sheet/")
    ready = page.locator(".own__ready").get_by_role("link", name="Pigeon pose")
    wait_until(page, "getComputedStyle(document.querySelector('.own__ready')).visibility === 'visible'")
    expect(ready).to_be_visible()
    expect(page.locator(".own__absent")).to_contain_text(
        "needs JavaScript, and this page from the web, not from a file"
    )
    expect(page.locator(".own__choices")).to_be_hidden()


def test_opened_from_a_file_the_page_says_why_nothing_can_be_chosen(context, built):
    page = context.new_page()
    page.goto((built / SUB_PATH / "sheet/index.html").as_uri())
    wait_until(page, "getComputedStyle(document.querySelector('.own__absent')).visibility === 'visible'")
    expect(page.locator(".own__absent")).to_be_visible()
    expect(page.locator(".own__ready").get_by_role("link", name="Pigeon pose")).to_be_visible()
    expect(page.locator(".own__choices")).to_be_hidden()
    page.close()
