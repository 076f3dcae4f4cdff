"""The site by keyboard: what is closed takes no stop, menu and search open, close and give back, lists narrow."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

STOP = """() => {
  const one = document.activeElement
  if (!one || one === document.body) return null
  const seen = one.matches(".md-option, .us-switch input") ? one.nextElementSibling : one
  const box = seen.getBoundingClientRect()
  const there = seen.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0
  const inside = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight
  const name = one.getAttribute("aria-label") || one.textContent.trim() || one.labels?.[0]?.textContent.trim() || one.title
  return [name ?? "", there && inside, Boolean(one.closest("article"))]
}"""


def stops(page: Page, most: int = 120) -> list[tuple[str, bool, bool]]:
    """What the Tab key leads to: its name, whether it can be seen, and whether it is of the page itself."""
    found: list[tuple[str, bool, bool]] = []
    while len(found) < most:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return found
        found.append(tuple(stop))
    return found


@pytest.mark.parametrize("width", [320, 800, 1280])
@pytest.mark.parametrize("path", ["exercises/donkey-kick/", "about/"])
def test_every_stop_is_seen_and_has_a_name(page: Page, address, path, width):
    page.set_viewport_size({"width": width, "height": 760})
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + path)
    found = stops(page)
    assert [name for name, seen, _ in found if not seen] == []
    assert all(name for name, *_ in found)
    assert not any("¶" in name for name, *_ in found)
    if width < 1220:
        first = next(number for number, (*_, of_page) in enumerate(found) if of_page or number > 20)
        assert first <= 12, "on a phone few stops come before the page's own"


def test_after_the_skip_link_comes_what_the_page_is_for(page: Page, address):
    page.goto(address + "routines/desk-break/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    name, seen, of_page = page.evaluate(STOP)
    assert (seen, of_page) == (True, True)
    assert "Edit" not in name


def test_the_menu_opens_leads_down_and_up_and_closes_by_keyboard(page: Page, address):
    page.goto(address + "about/")
    button = page.locator(".md-header").get_by_role("button", name="Menu")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    menu = page.locator(".md-sidebar--primary")
    expect(menu.get_by_role("link", name="Home")).to_be_focused()  # its top, whatever the page's own section is
    about = menu.get_by_role("button", name="About", exact=True)
    about.focus()
    page.keyboard.press("Space")
    up = menu.get_by_role("button", name="About", exact=True)
    expect(up).to_be_focused()
    expect(menu.get_by_role("link", name="Home")).to_be_hidden()
    page.keyboard.press("Space")
    expect(about).to_be_focused()
    expect(
        menu.get_by_role("link", name="Safety").or_(menu.get_by_role("link", name="Stay safe")).first
    ).to_be_visible()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(menu).not_to_be_visible()
    page.keyboard.press("Enter")
    for _ in range(20):
        page.keyboard.press("Tab")
        held = "document.activeElement === document.body || document.activeElement.closest('.md-sidebar--primary') !== null"
        assert page.evaluate(held), "what is behind the open menu takes no focus"
    menu.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    expect(menu).not_to_be_visible()
    expect(button).to_be_focused()
    assert page.locator("[inert]").count() == 0


def test_search_opens_on_a_phone_and_gives_the_keyboard_back(page: Page, address):
    page.goto(address + "about/")
    button = page.get_by_role("button", name="Search")
    button.focus()
    page.keyboard.press("Space")
    expect(page.locator("input[name=query]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_tab_leads_into_what_is_found_and_out_of_it(page: Page, address):
    page.goto(address + "about/")
    page.get_by_role("button", name="Search").click()
    query = page.locator("input[name=query]")
    query.press_sequentially("squat")
    found = page.locator(".md-search-result__list")
    whole = re.compile("h=squat$")  # found by the last letter too: no list comes after it
    expect(found.get_by_role("link").first).to_have_attribute("href", whole, timeout=10_000)
    page.keyboard.press("Tab")
    expect(found.get_by_role("link").first).to_be_focused()
    expect(query).to_be_visible()
    for _ in range(40):
        page.keyboard.press("Tab")
        if not query.is_visible():
            break
    expect(query).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 800})
    query.click()
    page.keyboard.press("Escape")
    expect(query).to_be_focused()


def test_who_leaves_something_out_is_led_to_the_easier_form_last(page: Page, address):
    page.goto(address + "exercises/?without=deep-hip-bend")
    last = page.locator(".us-row:visible").last
    expect(last.get_by_role("heading")).to_have_text("Side squat")
    expect(last).to_contain_text("Its easier form fits: Go less deep")
    expect(last.locator(".us-row__tags")).to_be_hidden()
    expect(last.locator("img:visible")).to_have_attribute("src", re.compile("easier"))
    last.get_by_role("link").click()
    page.wait_for_url("**#easier")
    expect(page.locator("#easier")).to_be_in_viewport()
    page.goto(address + "exercises/?without=overhead")
    expect(page.locator(".us-row", has_text="Side squat").locator(".us-row__fits")).to_be_hidden()


def test_who_leaves_kneeling_out_hears_what_needs_the_floor(page: Page, address, library):
    page.goto(address + "exercises/?without=kneel")
    down = [one for one in library.exercises.values() if {"floor", "kneel"} & set(library.asks_of(one)) == {"floor"}]
    expect(page.get_by_role("status")).to_contain_text(f"{len(down)} of these need")
    page.get_by_role("button", name="Leave these out too").click()
    page.wait_for_url("**without=floor+kneel*")
    expect(page.get_by_role("status")).not_to_contain_text("of these need")


def test_lists_narrow_by_keyboard_and_say_so(page: Page, address, library):
    page.goto(address + "exercises/")
    rows = page.locator(".us-row:visible")
    status = page.get_by_role("status")
    fold = page.locator(".us-filters summary")
    fold.focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("checkbox", name="Nothing on the floor")
    box.focus()
    page.keyboard.press("Space")
    down = [one for one in library.exercises.values() if "floor" in library.asks_of(one)]
    expect(rows).to_have_count(len(library.exercises) - len(down))
    expect(status).to_have_text(f"{len(library.exercises) - len(down)} of {len(library.exercises)} exercises")
    expect(fold).to_have_text("Choose what fits you (1 on)")
    page.wait_for_url("**without=floor*")
    page.get_by_label("Position").select_option("-standing")
    expect(rows).to_have_count(0)
    expect(status).to_contain_text("Take one away, or show all")
    reset = page.get_by_role("button", name="Show all")
    reset.focus()
    page.keyboard.press("Enter")
    expect(rows).to_have_count(len(library.exercises))
    expect(fold).to_be_focused()
    page.go_back()
    expect(rows).to_have_count(0)
    page.reload()
    expect(rows).to_have_count(0)
    assert "floor" not in page.evaluate("JSON.stringify([localStorage, sessionStorage])"), "kept nowhere"


def test_routines_narrow_by_what_no_pick_avoids(page: Page, address):
    page.goto(address + "routines/?without=one-leg+floor")
    expect(page.locator(".us-row:visible")).to_have_count(0)
    page.goto(address + "routines/?without=one-leg")
    expect(page.locator(".us-row:visible", has_text="Short session")).to_contain_text("Choose the moves that fit you")
