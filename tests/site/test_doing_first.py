"""What a reader came for stands first: the steps of an exercise, the moves of a routine, today of a week."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from playwright.sync_api import Page, expect

SCREEN = {"width": 360, "height": 740}
WATCH, STOP = "Watch", "Stop"
TOP = "element => element.getBoundingClientRect().top + scrollY"


@pytest.mark.parametrize("id", ["side-squat", "donkey-kick", "chair-squat"])
def test_the_first_step_stands_within_a_screen_and_a_half(page: Page, address, id):
    page.set_viewport_size(SCREEN)
    page.goto(f"{address}exercises/{id}/")
    assert page.locator(".us-steps > ol > li").first.evaluate(TOP) <= 1.5 * SCREEN["height"]
    assert page.locator(".us-care, .us-ask-first").first.evaluate(TOP) < page.locator(".us-steps").evaluate(TOP)


@pytest.mark.parametrize("id", ["desk-break", "short-session", "whole-session"])
def test_a_routine_can_be_followed_from_its_page(page: Page, address, library, id):
    page.set_viewport_size(SCREEN)
    page.goto(f"{address}routines/{id}/")
    moves = page.locator(".us-move")
    exercises = [item.exercise for block in library.routines[id].blocks for item in block.exercises]
    expect(moves).to_have_count(len(exercises))
    assert moves.first.evaluate(TOP) <= SCREEN["height"]
    for move, exercise in zip(moves.all(), exercises, strict=True):
        expect(move.get_by_role("heading")).to_contain_text(library.exercises[exercise].name)
        assert move.locator("li").count() > 0


def test_a_week_begins_with_today(own_page: Page, address):
    page = own_page
    page.clock.set_fixed_time("2026-12-03T12:00:00")  # a Thursday
    page.goto(address + "routines/plan/")
    days = page.locator(".us-day__name")
    expect(days).to_have_text(["Today: Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"])
    expect(page.locator("[aria-current=date]")).to_have_count(1)


def test_cautions_open_in_full_by_themselves_on_paper_and_without_a_script(page: Page, silent: Page, address):
    page.goto(address + "exercises/side-squat/")
    fold = page.locator("details.us-care")
    if fold.get_attribute("open") is not None:
        fold.evaluate("element => element.removeAttribute('open')")
    caution = fold.locator("li").first
    assert caution.evaluate("element => element.checkVisibility({contentVisibilityAuto: true})") is False
    page.emulate_media(media="print")
    assert caution.evaluate("element => element.checkVisibility({contentVisibilityAuto: true})") is True
    silent.goto(address + "routines/desk-break/")
    fold = silent.locator("details.us-care")
    expect(fold.get_by_role("link")).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.get_by_role("link")).to_be_visible()


@pytest.mark.parametrize("id", ["side-squat", "donkey-kick", "pigeon-pose"])
def test_an_exercise_takes_two_pages_of_paper_at_most(page: Page, address, id):
    page.goto(f"{address}exercises/{id}/")
    page.eval_on_selector_all("img", "all => all.forEach((one) => { one.loading = 'eager' })")
    page.wait_for_load_state("networkidle")
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    assert len(printed.pages) <= 2
    text = " ".join(one.extract_text() for one in printed.pages)
    for words in ("How to do it", "Leave it out", "When to stop"):
        assert words in text


def test_a_phone_on_its_side_shows_what_to_choose(page: Page, address):
    page.set_viewport_size({"width": 740, "height": 360})
    page.goto(address)
    expect(page.locator(".us-minutes a").first).to_be_in_viewport()


def test_rows_stand_in_two_columns_where_there_is_room(page: Page, address):
    page.goto(address)
    for width, columns in ((360, 1), (900, 2), (1280, 2)):
        page.set_viewport_size({"width": width, "height": 900})
        lefts = page.locator(".us-row").evaluate_all("all => all.map((one) => one.getBoundingClientRect().left)")
        assert len(set(lefts)) == columns, width


@pytest.mark.parametrize("width", [360, 1280])
def test_start_and_end_are_drawn_to_one_scale(page: Page, address, width):
    page.set_viewport_size({"width": width, "height": 740})
    for id in ("side-squat", "crossed-stretch", "donkey-kick"):
        page.goto(f"{address}exercises/{id}/")
        stills = page.locator(".us-movement .us-pair__still:visible")
        scales = stills.evaluate_all("all => all.map(one => one.clientWidth / one.getAttribute('width'))")
        assert len(scales) == 2
        assert scales[0] == pytest.approx(scales[1], rel=0.03)


def test_a_movement_plays_in_the_place_of_its_pictures(page: Page, address):
    page.goto(address + "exercises/side-squat/")
    button = page.locator(".us-watch")
    figure = page.locator(".us-movement")
    moving = page.locator(".us-pair__moving:visible")
    expect(button).to_have_text(WATCH)
    expect(moving).to_have_count(0)
    before = button.bounding_box(), figure.bounding_box()["height"]
    button.click()
    moving.wait_for()
    expect(moving).to_have_attribute("src", re.compile("#f-play$"))
    expect(button).to_have_text(STOP)
    assert button.get_attribute("aria-pressed") is None
    after = button.bounding_box(), figure.bounding_box()["height"]
    assert after[0]["y"] == pytest.approx(before[0]["y"], abs=0.5)
    assert after[1] == pytest.approx(before[1], abs=0.5)
    button.click()
    expect(moving).to_have_count(0)


def test_the_side_that_was_chosen_holds_for_the_next_exercise(page: Page, address):
    page.goto(address + "exercises/side-squat/")
    page.get_by_role("radio", name="Left").check(force=True)
    page.goto(address + "exercises/crossed-stretch/")
    expect(page.get_by_role("radio", name="Left")).to_be_checked()
    page.goto(address + "exercises/crossed-stretch/?side=right")
    expect(page.get_by_role("radio", name="Right")).to_be_checked()


def test_a_browser_that_keeps_nothing_still_changes_sides(page: Page, address):
    page.add_init_script("""
        for (const name of ["getItem", "setItem"]) {
            const kept = Storage.prototype[name]
            Storage.prototype[name] = function (key, ...rest) {
                if (key === "unslouch-side") throw new DOMException("no", "SecurityError")
                return kept.call(this, key, ...rest)
            }
        }
    """)
    page.goto(address + "exercises/side-squat/")
    page.get_by_role("radio", name="Left").check(force=True)
    expect(page.locator(".us-side[data-us-side=side]").first).to_have_text("left")


def test_a_phone_shows_the_menu(page: Page, address):
    page.set_viewport_size(SCREEN)
    page.goto(address)
    for name in ("Routines", "Exercises", "My sheet", "Safety"):
        expect(page.locator(".md-tabs").get_by_role("link", name=name)).to_be_in_viewport()
    assert page.locator(".us-row").first.evaluate(TOP) <= SCREEN["height"]
