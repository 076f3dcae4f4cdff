"""The sheet that a reader puts together, from ticking to the printed page and the link opened again."""

from __future__ import annotations

import io

import pypdf
from playwright.sync_api import Page


def test_from_ticking_to_the_printed_sheet_and_the_reopened_link(page: Page, address, chromium):
    page.goto(address + "sheet/")
    assert page.locator(".own__sum").inner_text() == "Nothing is chosen yet."
    for name in ("Side squat", "Pigeon pose", "Donkey kick", "Fire hydrant"):
        page.get_by_label(name, exact=True).check()
    items = page.locator(".own__list > li")
    assert items.count() == 4
    assert "✓ Hip strengthening: Strengthen: 3 chosen. Choose 3–4." in page.locator(".own__sum").inner_text()
    items.nth(0).get_by_label("Sets").select_option("2")
    items.nth(0).get_by_label("Repetitions").select_option("12")
    page.get_by_role("button", name="Move up: Donkey kick").click()
    page.get_by_label("Name of the sheet").fill("Anna's sheet & more")
    names = [one.inner_text() for one in items.locator("strong").all()]
    assert names == ["Side squat", "Donkey kick", "Pigeon pose", "Fire hydrant"]
    assert "2 × 12 repetitions, each side" in page.locator("main.card").inner_text()
    shared = page.url

    again = chromium.new_page()
    again.goto(shared)
    assert [one.inner_text() for one in again.locator(".own__list strong").all()] == names
    assert again.locator("main.card h1").inner_text() == "Anna's sheet & more"
    again.wait_for_selector("main.card[data-fitted]")
    for paper in ("A4", "Letter"):
        again.get_by_label(paper, exact=True).check()
        document = pypdf.PdfReader(io.BytesIO(again.pdf(prefer_css_page_size=True)))
        assert len(document.pages) == 1
        text = " ".join(document.pages[0].extract_text().split())
        for name in [*names, "Anna's sheet & more", "Stay safe.", "Given by"]:
            assert name in text
        assert "Copy the link" not in text
    again.close()


def test_a_bad_address_says_what_was_kept(page: Page, address):
    page.goto(address + "sheet/#v=1&x=side-squat_99.1.,nothing_1.1.,pigeon-pose_2.30.")
    message = page.locator(".own__message").inner_text()
    assert "nothing" in message
    assert "Side squat" in message
    assert page.locator(".own__list > li").count() == 2
    page.goto(address + "sheet/#rubbish")
    page.reload()
    assert "no sheet that can be read" in page.locator(".own__message").inner_text()


def test_without_scripts_the_ready_made_sheets_are_there(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(address + "sheet/")
    assert plain.get_by_role("link", name="Hip strengthening").is_visible()
    assert not plain.locator(".own__choices").is_visible()
    context.close()


def test_a_card_is_printed_on_one_page_of_either_paper(page: Page, address):
    for card in ("routines/whole-session", "routines/weekly-plan", "exercises/leg-swings"):
        for paper in ("A4", "Letter"):
            page.goto(f"{address}{card}/card/")
            page.get_by_label(paper, exact=True).check()
            document = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
            assert len(document.pages) == 1, (card, paper)
            assert "Given by" in document.pages[0].extract_text()


def test_a_movement_plays_when_asked_and_stops(page: Page, address):
    page.goto(address + "exercises/side-squat/")
    button = page.get_by_role("button", name="Watch the movement")
    moving = page.locator(".us-movement__moving:visible")
    assert moving.count() == 0
    button.click()
    moving.wait_for()
    assert moving.get_attribute("src").endswith("#f-play")
    page.get_by_role("button", name="Stop").click()
    assert moving.count() == 0


def test_pictures_and_words_change_sides_together(page: Page, address):
    page.goto(address + "exercises/side-squat/?side=left")
    shown = page.locator(".us-step__picture:visible")
    assert shown.count() > 0
    assert all("us-mirrored" in one.get_attribute("class") for one in shown.all())
    assert any("left" in one.get_attribute("alt") for one in shown.all())
