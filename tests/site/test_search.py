"""What the theme's own search answers, on the built site."""

from __future__ import annotations

from playwright.sync_api import Page, expect

QUESTIONS = {
    "bum": "exercises/",
    "glutes": "exercises/",
    "gluteus maximus": "exercises/",
    "figure four": "exercises/crossed-stretch/",
    "quads": "exercises/",
    "all fours": "exercises/",
    "workout": "routines/",
    "pdf": "sheet/",
    "no kneeling": "exercises/?",
    "slipped disc": "about/",
}
"""What readers type, and where the first answer has to lead; the last is a word of a page's front matter."""


def led(page: Page, address: str) -> dict[str, str]:
    """Where the first answer to each question leads."""
    page.goto(address)
    query, first = page.locator("input[name=query]"), page.locator(".md-search-result__item").first
    if not query.is_visible():
        page.get_by_role("button", name="Search").click()
    query.click()
    found = {}
    for words in QUESTIONS:
        query.fill("")
        expect(first).to_have_count(0)
        query.press_sequentially(words)
        first.wait_for(timeout=10_000)
        page.wait_for_timeout(150)  # answers to the word's beginning come first
        found[words] = first.locator("a").first.get_attribute("href").removeprefix(address)
    return found


def test_readers_words_lead_where_they_should(page: Page, address):
    page.set_viewport_size({"width": 1280, "height": 800})
    found = led(page, address)
    assert {words: where for words, where in found.items() if not where.startswith(QUESTIONS[words])} == {}


def test_excerpts_hold_no_menus_and_no_hit_is_no_blank_page(page: Page, address):
    page.goto(address)
    page.get_by_role("button", name="Search").click()
    query = page.locator("input[name=query]")
    query.press_sequentially("exercises")
    found = page.locator(".md-search-result__list")
    expect(found.locator("li").first).to_be_visible(timeout=10_000)
    assert not {"Any", "Not:", "Print one sheet"} & set(found.inner_text().split())
    query.fill("")
    query.press_sequentially("zzzz")
    page.wait_for_timeout(300)  # answers to the beginning of the word come first, and each fills the list anew
    expect(found.get_by_role("link")).to_have_count(3)
    page.keyboard.press("ArrowDown")
    expect(found.get_by_role("link").first).to_be_focused()
