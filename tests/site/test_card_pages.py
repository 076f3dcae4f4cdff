"""The cards' own pages in a browser: on a phone's screen, and printed by the browser itself."""

from __future__ import annotations

import re
from itertools import product

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.cards.cards_helpers import LONG, SHORT, overlong, set_made_up, set_scripts
from tests.helpers import CONTENT, ENGLISH, ROOT, fixture_library
from tests.site.watching import wait_until
from unslouch.cards import press
from unslouch.cards.fill import of_exercise, of_routine
from unslouch.cards.fit import LADDER, Fit
from unslouch.cards.html import Renderer
from unslouch.cards.press import NOTHING
from unslouch.guide.guide import Guide

LIBRARY = fixture_library()

CARDS = sorted(
    f"{folder}/{file.stem}/card/" for folder in ("routines", "exercises") for file in (CONTENT / folder).glob("*.yml")
)


def test_no_card_scrolls_sideways(page: Page, address):
    for card in CARDS:
        for form in ("", "large/"):
            page.goto(address + card + form)
            for width in (320, 768):
                page.set_viewport_size({"width": width, "height": 700})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, card + form


def test_a_browser_prints_every_card_whole_on_one_page(page: Page, address):
    for card in CARDS:
        page.goto(address + card)
        for paper in ("A4", "Letter"):
            page.get_by_label(paper, exact=True).check()
            words = page.locator("main").text_content()
            printed = page.pdf(prefer_css_page_size=True)
            (only,) = pypdfium2.PdfDocument(printed)
            assert words is not None
            told = words.replace("QR code", "", 1).replace("Monday to Sunday", "", 1)  # what pictures are called
            assert press.lost(told, printed) == 0, (card, paper)
            read = only.get_textpage().get_text_bounded()
            assert not [one for one in ("Back to the page", "Skip to content", "My sheet") if one in read]


MANY = [(count, text) for text in (SHORT, LONG) for count in (4, 12)]


@pytest.mark.parametrize("of", [*MANY, "scripts"])
def test_a_browser_prints_what_was_measured_by_another_engine_on_one_page(page: Page, address, of):
    """Four to twelve exercises with the shortest and the longest texts, and scripts of other kinds."""
    made = set_scripts() if of == "scripts" else set_made_up(*of)
    html = made.files["routines/made-up/card/index.html"]
    page.route("**/routines/made-up/card/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.route("**/assets/figures/**", lambda route: route.fulfill(body=NOTHING, content_type="image/svg+xml"))
    page.goto(f"{address}routines/made-up/card/")
    for paper in ("A4", "Letter"):
        page.get_by_label(paper, exact=True).check()
        printed = page.pdf(prefer_css_page_size=True)
        assert len(pypdfium2.PdfDocument(printed)) == 1, paper
        assert press.lost(page.locator("main").inner_text(), printed) == 0, paper


def _words(text: str) -> str:
    """The words of a text, whatever stands between them."""
    return " ".join(re.findall(r"[^\W\d_]+", text))


def test_a_browser_splits_no_exercise_of_large_print(page: Page, address):
    for routine, paper in product(LIBRARY.routines.values(), ("A4", "Letter")):
        page.goto(f"{address}routines/{routine.id}/card/large/")
        page.get_by_label(paper, exact=True).check()
        rows = [_words(row) for row in page.locator("main .rows > li").all_inner_texts()]
        printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        pages = [_words(one.get_textpage().get_text_bounded()) for one in printed]
        assert len(pages) > (routine.id == "whole-session")
        for row in rows:
            assert [row in one for one in pages].count(True) == 1, (routine.id, row)
        last = " ".join(rows[-1].split()[:2])
        assert any(last in one and "Stay safe" in one for one in pages)  # the end is not alone


def test_what_is_printed_is_nowhere_clipped(page: Page, address):
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1046})  # A4 within its margins, in CSS pixels
    for card in CARDS:
        page.goto(address + card)
        clipped = page.evaluate(
            """() => [...document.querySelectorAll("main *")].filter((one) => {
                const style = getComputedStyle(one)
                const hides = style.overflow !== "visible" && (one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight)
                const box = one.getBoundingClientRect()
                return hides || box.right > innerWidth + 1 || box.left < -1
            }).map((one) => one.outerHTML.slice(0, 80))"""
        )
        assert not clipped, (card, clipped)


@pytest.mark.parametrize("form", [{}, {"large": True}])
@pytest.mark.parametrize("kind", ["routine", "exercise"])
def test_long_words_and_doses_stay_in_their_cells(page: Page, kind, form):
    guide = Guide(LIBRARY, ENGLISH)
    routine, exercise = LIBRARY.routines["desk-break"], LIBRARY.exercises["donkey-kick"]
    sheet = overlong(of_routine(guide, routine) if kind == "routine" else of_exercise(guide, exercise))
    html = Renderer.of(guide).card(sheet, Fit(LADDER[4], 0), **form)
    style = "".join(
        (ROOT / "generator/unslouch/cards/assets" / name).read_text() for name in ("tokens.css", "card.css")
    )
    page.set_viewport_size({"width": 718, "height": 1046})
    page.emulate_media(media="print")
    page.set_content(re.sub(r"<link rel=.*?>|<script.*?</script>", "", html) + f"<style>{style}</style>")
    over = page.evaluate(
        """() => [...document.querySelectorAll("main .what *, main .title *, main .part, main .part *, main footer *")].filter((one) => {
            const cell = one.closest(".what, .title, .part, footer").getBoundingClientRect()
            const range = document.createRange()
            range.selectNodeContents(one)
            return [...range.getClientRects()].some((box) => box.right > cell.right + 1 || box.left < cell.left - 1)
        }).map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert over == []
    assert page.evaluate("(card => card.scrollWidth - card.clientWidth)(document.querySelector('main'))") <= 0


def test_the_print_button_opens_the_dialog_from_every_page(page: Page, address):
    page.add_init_script("window.print = () => (window.printed = (window.printed || 0) + 1)")
    for place in ("routines/desk-break/", "exercises/side-squat/"):
        page.goto(address + place)
        page.get_by_role("link", name="Print one sheet").click()
        wait_until(page, "window.printed === 1")
        expect(page).to_have_url(f"{address}{place}card/")
        page.get_by_role("button", name="Print").click()
        wait_until(page, "window.printed === 2")


def test_the_paper_is_chosen_once(page: Page, address):
    page.goto(address + "routines/desk-break/card/")
    expect(page.get_by_label("A4", exact=True)).to_be_checked()
    page.get_by_label("Letter", exact=True).check()
    for other in ("exercises/side-squat/card/", "sheet/"):
        page.goto(address + other)
        expect(page.get_by_label("Letter", exact=True)).to_be_checked()
        assert "Letter" in page.locator("#paper").inner_text()


def test_a_ready_made_card_can_be_changed(page: Page, address):
    page.goto(address + "routines/desk-break/card/")
    page.get_by_role("link", name="Change this sheet").click()
    expect(page.locator(".own__list > li")).to_have_count(3)
    expect(page.locator(".own__message")).to_have_text("")
