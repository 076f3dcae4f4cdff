"""What everybody needs of each kind of page: no fault that axe finds, room for large and wide-set text, colours of the reader's own.

axe-core is among the tools of package.json. What it leaves to other checkers is HTML: `make quality` asks the Nu checker.
"""

from __future__ import annotations

from itertools import product

import pytest
from playwright.sync_api import Page

from tests.helpers import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"
PAGES = ["", "exercises/", "exercises/side-squat/", "routines/", "routines/desk-break/", "routines/plan/", "safety/"]
PAGES += ["areas/hips/", "about/", "routines/desk-break/card/", "sheet/", "play/", "week/"]
SPACED = """* { letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""
"""The least spacing that WCAG 1.4.12 asks a page to bear."""
CUT = """() => [...document.querySelectorAll("h1, h2, h3, p, li, a, button, label, summary, legend, .md-header__topic")]
  .filter((one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .filter((one) => !one.closest(".md-search, .card, [hidden]"))
  .filter((one) => {
    const { overflowX, overflowY } = getComputedStyle(one)
    const wide = overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1
    return wide || (overflowY !== "visible" && one.scrollHeight > one.clientHeight + 1)
  })
  .map((one) => one.outerHTML.slice(0, 80))"""


REACHED = """all => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => {
    one.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" })
    const { left, right, top, bottom } = one.getBoundingClientRect()
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return left >= 0 && right <= innerWidth && (one.contains(there) || there?.contains(one)) ? "" : one.outerHTML.slice(0, 90)
  }).filter(Boolean)"""


def play_address(page: Page, address: str) -> str:
    """Where the player has something to play."""
    page.goto(address + "routines/desk-break/")
    return "play/" + page.locator("a[href*='play/']").first.get_attribute("href").partition("play/")[2]


@pytest.mark.parametrize("size", [(320, 740), (320, 256)], ids=["narrow", "400 % of 1280 × 1024"])
def test_a_narrow_window_shows_all_there_is_to_press(page: Page, address, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(reduced_motion="reduce")
    pages = ["", "exercises/side-squat/", "routines/desk-break/", "routines/desk-break/card/", "sheet/"]
    for path in [*pages, play_address(page, address)]:
        page.goto(address + path)
        controls = ":is(article, .us-desk) :is(button, .button, .us-button, summary):not(.view)"
        assert page.eval_on_selector_all(controls, REACHED) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], path
    page.get_by_role("button", name="Start").click()
    for _ in range(2):
        keys = page.locator(".keys button:visible")
        assert keys.count() >= 6
        assert keys.evaluate_all(REACHED) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        page.locator("[name=main]").click()


def test_what_only_a_colour_says_is_seen_in_the_readers_own(page: Page, address):
    page.emulate_media(forced_colors="active")
    edges = "all => all.map((one) => parseFloat(getComputedStyle(one).borderBottomWidth))"
    for path, menu in {"safety/": ".md-tabs__link", "sheet/": ".banner nav a"}.items():
        page.goto(address + path)
        assert sum(width > 0 for width in page.eval_on_selector_all(menu, edges)) == 1, "the current one is marked"
    page.goto(address + "safety/")
    band = page.locator(".us-flags--emergency > .us-flags__what").first
    assert band.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(163, 33, 27)"
    page.goto(address + "exercises/side-squat/")
    sample = page.locator(".us-sample").first
    assert sample.evaluate("one => getComputedStyle(one).borderTopColor") == "rgb(173, 36, 29)"


def test_axe_finds_nothing(page: Page, address):
    found = {}
    for path, (width, scheme) in product(PAGES, ((360, "light"), (1280, "dark"))):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        if scheme == "light":
            page.goto(address + path)
            page.evaluate(AXE.read_text(encoding="utf-8"))
        rules = page.evaluate(
            """Promise.all(document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished))
                .then(() => axe.run({ resultTypes: ["violations"] }))
                .then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))"""
        )
        found |= {f"{path} at {width}: {rule}": html[:120] for rule, html in rules}
    assert found == {}


def test_text_may_be_spaced_and_twice_as_large_in_a_narrow_window(page: Page, address):
    page.set_viewport_size({"width": 360, "height": 740})
    spoken = ["", "exercises/", "exercises/side-squat/", "routines/desk-break/", "about/", "safety/", "week/"]
    for path in [*spoken, "routines/desk-break/card/", "sheet/", "play/"]:
        page.goto(address + path)
        for style in (SPACED, "html { font-size: 250% !important }"):
            added = page.add_style_tag(content=style)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, (path, style)
            assert page.evaluate(CUT) == [], (path, style)
            added.evaluate("one => one.remove()")


def test_the_name_is_read_in_full_in_large_letters(page: Page, address):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address + "exercises/side-squat/")
    page.add_style_tag(content="html { font-size: 250% !important }")
    name = page.locator(".md-header__topic .md-ellipsis").first
    assert name.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_every_button_keeps_its_edge_in_the_readers_own_colours(page: Page, address):
    page.emulate_media(forced_colors="active")
    bare = set()
    pages = (
        "exercises/",
        "exercises/side-squat/",
        "routines/desk-break/",
        "routines/desk-break/card/",
        "sheet/",
        "week/",
    )
    for path in (*pages, play_address(page, address)):
        page.goto(address + path)
        bare |= set(
            page.eval_on_selector_all(
                ":is(article, .us-desk) :is(button, .button, .us-button):not(.view)",
                """all => all.filter((one) => one.checkVisibility())
                  .filter((one) => getComputedStyle(one).borderTopStyle === "none").map((one) => one.textContent)""",
            )
        )
    assert bare == set()


def test_a_movement_can_be_watched_and_says_its_state_once(page: Page, address):
    page.emulate_media(reduced_motion="reduce")
    page.goto(address + "exercises/side-squat/")
    button = page.locator(".us-watch")
    assert button.is_visible(), "it moves only when asked"
    before = button.text_content()
    button.click()
    assert button.text_content() != before
    assert button.get_attribute("aria-pressed") is None, "its name says it already"
