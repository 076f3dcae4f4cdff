"""A reader's own week in a real browser: from the end of the player to the tick, out to a file, and back."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import vobject
from playwright.sync_api import BrowserContext, Page, expect

from tests.helpers import fixture_library
from unslouch.guide import play_address

LIBRARY = fixture_library()
KEPT = "unslouch-journal"
NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
"""A Monday."""
WEEK = "week/"
SHORT = play_address.of_routine(LIBRARY.routines["short-session"], LIBRARY)
BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"


@pytest.fixture
def context(own_context: BrowserContext) -> BrowserContext:
    """With a clock of its own."""
    return own_context


def entry(number: int, **more: Any) -> dict[str, Any]:
    return {"id": f"e{number}", "day": f"2026-11-{number:02}", "name": "Short session", **more}


def written(*entries: dict[str, Any]) -> str:
    return json.dumps({"app": KEPT, "version": 1, "plan": None, "entries": entries})


def open_week(page: Page, address: str, kept: str | None = None, place: str = WEEK) -> None:
    page.clock.set_fixed_time(NOW)
    page.goto(address + WEEK)
    if kept is not None:
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEPT, kept])
    page.goto("about:blank")
    page.goto(address + place)
    expect(page.get_by_role("heading", name="30 November to 6 December")).to_be_visible()


def follow_along(page: Page, address: str, place: str = SHORT) -> None:
    """A session to its end, under a clock that runs as fast as it is asked."""
    page.clock.install(time=NOW)
    page.goto(address + place)
    expect(page.locator("#ready")).to_be_visible()
    page.clock.pause_at(NOW + timedelta(minutes=1))
    page.get_by_role("button", name="Start").click()
    for _ in range(200):
        if page.locator("#done").is_visible():
            return
        if page.locator("[name=main]").inner_text() == "I'm ready":
            page.locator("[name=main]").click()
        page.clock.fast_forward(10_000)
    pytest.fail("it never ends")


def today(page: Page):
    return page.locator(".us-day[aria-current=date]")


def told(page: Page):
    return page.locator(".us-journal__told")


def saved(page: Page, button: str) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    target = download.value.path().with_name(download.value.suggested_filename)
    download.value.save_as(target)
    return target


def test_what_is_followed_to_its_end_is_ticked_and_goes_to_a_file_and_back(page: Page, address):
    follow_along(page, address)
    promised = LIBRARY.routine_seconds(LIBRARY.routines["short-session"])
    expect(page.locator("#done .ticked")).to_contain_text("Ticked in My week: ")
    minutes = int(page.locator("#done .ticked").inner_text().split(": ")[1].split()[0])
    assert abs(minutes - promised.high / 60) <= 1.5
    page.get_by_role("button", name="Take the tick back").click()
    expect(page.locator("#done .ticked")).to_have_text("There is no tick for it.")
    page.get_by_role("button", name="Tick it again").click()
    page.get_by_role("button", name="Easy").click()
    page.locator("#done").get_by_role("link", name="My week").click()

    done = today(page).get_by_role("checkbox", name="Short session")
    expect(done).to_be_checked()
    expect(done).to_have_count(1)
    expect(today(page).locator("summary")).to_have_text(f"{minutes} minutes · easy")
    page.reload()
    expect(done).to_be_checked()
    assert json.loads(page.evaluate("key => localStorage[key]", KEPT))["entries"][0]["moves"]

    files = {kind: saved(page, button) for kind, button in (("json", "Save all"), ("csv", "Save for a spreadsheet"))}
    for kind, file in files.items():
        assert file.name == f"my-week-2026-11-30.{kind}"
        erase = page.locator("[name=erase]")
        erase.click()
        expect(erase).to_have_text("Press again to erase 1 tick")
        expect(done).to_be_checked()
        erase.click()
        expect(done).not_to_be_checked()
        expect(told(page)).to_have_text("All of it is erased.")
        assert page.evaluate("key => JSON.parse(localStorage[key] ?? null)?.entries.length ?? 0", KEPT) == 0
        page.locator("[name=file]").set_input_files(file)
        expect(told(page)).to_have_text("1 tick was read, 1 of them new.")
        expect(today(page).locator("summary")).to_have_text(f"{minutes} minutes · easy")
        page.locator("[name=file]").set_input_files(file)
        expect(told(page)).to_have_text("1 tick was read, 0 of them new.")
    page.locator("[name=erase]").click()
    page.locator("[name=erase]").click()
    page.get_by_role("button", name="Undo").click()
    expect(done).to_be_checked()


def test_a_single_exercise_is_ticked_by_its_name(page: Page, address):
    follow_along(page, address, play_address.of_exercise(LIBRARY.exercises["marching"]))
    page.locator("#done").get_by_role("link", name="My week").click()
    expect(today(page).get_by_role("checkbox", name="Marching")).to_be_checked()
    expect(today(page).get_by_role("checkbox", name="Short session")).not_to_be_checked()


def test_where_a_browser_keeps_nothing_it_is_told_and_counts_until_one_leaves(own_context, address):
    page = own_context.new_page()  # of its own: the theme's script fails where nothing is kept
    page.add_init_script(BLOCKED)
    follow_along(page, address)
    expect(page.locator("#done .ticked")).to_contain_text("This browser keeps nothing for this page.")
    page.get_by_role("button", name="Right").click()
    page.locator("#done").get_by_role("link", name="My week").click()
    expect(page.get_by_text("This browser keeps nothing for this page.")).to_be_visible()
    expect(today(page).get_by_role("checkbox")).to_be_checked()
    expect(today(page).locator("summary")).to_contain_text("right")
    today(page).get_by_role("checkbox").uncheck()
    expect(today(page).get_by_role("checkbox")).not_to_be_checked()
    page.get_by_role("button", name="Undo").click()
    expect(today(page).get_by_role("checkbox")).to_be_checked()


def test_all_of_it_goes_by_keyboard(page: Page, address):
    open_week(page, address)
    box = today(page).get_by_role("checkbox", name="Short session")
    assert box.get_attribute("aria-describedby"), "which day it is of"
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    expect(told(page)).to_have_text("Ticked: Short session, 30 November.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_label("Pain, 0 to 10").select_option("2")
    page.get_by_label("How hard I worked, 0 to 10").focus()
    page.get_by_label("How hard I worked, 0 to 10").select_option("7")
    expect(today(page).locator("summary")).to_contain_text("effort 7 of 10 · pain 2 of 10")
    expect(page.get_by_label("How hard I worked, 0 to 10")).to_be_focused()
    page.get_by_role("button", name="Week before").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="23 November to 29 November")).to_be_focused()
    page.locator(".us-day").nth(2).get_by_role("checkbox").check()
    page.get_by_role("button", name="This week").click()
    expect(page.locator(".us-day").nth(2).get_by_role("checkbox")).to_have_count(0)  # it is still to come
    expect(page.locator(".us-year tr").last).to_contain_text("2 days")
    assert page.locator(".us-year__done").count() == 2
    page.get_by_label("What did you do?").select_option("Something else")
    page.get_by_label("In your words").fill("=A walk <b>")
    page.keyboard.press("Enter")
    expect(today(page).get_by_role("checkbox", name="=A walk <b>")).to_be_checked()
    page.get_by_label("My plan").select_option("No plan")
    page.reload()
    expect(page.get_by_label("My plan")).to_have_value("")
    expect(page.locator(".us-day")).to_have_count(7)


def test_what_was_easy_twice_is_told_with_what_comes_next(page: Page, address):
    easy = {"felt": "easy", "moves": ["donkey-kick", "chair-squat", "not-of-this-guide"]}
    open_week(page, address, written(entry(27, **easy)))
    next_one = page.locator(".us-journal__next")
    expect(next_one).to_be_hidden()
    open_week(page, address, written(entry(27, **easy), entry(29, **easy)))
    expect(next_one.get_by_role("listitem")).to_have_count(1)
    expect(next_one).to_contain_text("The guide says when to go on: 12 are easy on two days in a row.")
    next_one.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Donkey kick")


def test_a_file_that_is_none_changes_nothing_and_is_told(page: Page, address):
    open_week(page, address, written(entry(30)))
    for name, text, word in (
        ("a.json", "{", "is damaged or empty"),
        ("b.csv", "", "is damaged or empty"),
        ("c.json", '{"entries": []}', "was not saved from this page"),
        ("d.csv", "name,price\nshoe,3\n", "was not saved from this page"),
        ("e.json", written().replace('"version": 1', '"version": 9'), "comes from a newer version"),
    ):
        page.locator("[name=file]").set_input_files({"name": name, "mimeType": "text/plain", "buffer": text.encode()})
        expect(told(page)).to_contain_text(f"{name} {word}")
        expect(today(page).get_by_role("checkbox", checked=True)).to_have_count(1)
    partly = written(entry(30), {"id": "x", "day": "never"})
    page.locator("[name=file]").set_input_files({"name": "f", "mimeType": "", "buffer": partly.encode()})
    expect(told(page)).to_have_text("1 tick was read, 0 of them new. 1 line could not be read and was left out.")


def test_what_is_kept_and_cannot_be_read_is_left_until_it_is_erased(page: Page, address):
    open_week(page, address, "{")
    expect(page.get_by_text("What this browser has kept cannot be read.")).to_be_visible()
    today(page).get_by_role("checkbox").check()
    assert page.evaluate("key => localStorage[key]", KEPT) == "{"
    page.locator("[name=erase]").click()
    page.locator("[name=erase]").click()
    expect(page.get_by_text("What this browser has kept cannot be read.")).to_be_hidden()
    today(page).get_by_role("checkbox").check()
    page.reload()
    expect(today(page).get_by_role("checkbox")).to_be_checked()


def test_another_tab_is_seen_and_not_written_over(page: Page, address):
    open_week(page, address)
    other = page.context.new_page()
    open_week(other, address)
    today(other).get_by_role("checkbox").check()
    expect(today(page).get_by_role("checkbox")).to_be_checked()
    other.close()


def test_a_calendar_has_the_readers_days_and_hour(page: Page, address):
    open_week(page, address)
    form = page.locator(".us-journal__calendar form")
    form.get_by_label("At what time?").fill("18:30")
    form.get_by_label("Remind me").check()
    plan = vobject.readOne(saved(page, "Save calendar file").read_text("utf-8")).vevent
    assert plan.dtstart.value == datetime(2026, 11, 30, 18, 30)
    assert plan.rrule.value == "FREQ=WEEKLY;BYDAY=MO,WE"
    assert plan.valarm.trigger.value == timedelta(minutes=-10)
    assert f"{address}{SHORT}" in plan.description.value

    page.goto(f"{address}sheet/index.html#v=1&n=Mine,%20and%20yours&x=side-squat_3.12")
    page.get_by_role("link", name="Put it in my calendar").click()
    expect(page.get_by_role("heading", name="In your calendar")).to_be_focused()
    expect(form.get_by_label("What should it hold?").locator("option:checked")).to_have_text("Mine, and yours")
    form.get_by_role("button").click()
    expect(page.get_by_text("Choose a day first.")).to_be_visible()
    form.get_by_label("Tuesday").check()
    form.get_by_label("Saturday").check()
    form.get_by_label("How many minutes?").fill("20")
    sheet = vobject.readOne(saved(page, "Save calendar file").read_text("utf-8")).vevent
    assert sheet.summary.value == "Mine, and yours"
    assert (sheet.dtstart.value, sheet.duration.value) == (datetime(2026, 12, 1, 8), timedelta(minutes=20))
    assert sheet.rrule.value == "FREQ=WEEKLY;BYDAY=TU,SA"
    page.goto(sheet.url.value)
    expect(page.locator("#ready h1")).to_have_text("Mine, and yours")


def test_without_a_script_it_says_so_and_offers_calendar_and_paper(silent: Page, address):
    page = silent
    page.goto(address + WEEK)
    expect(page.get_by_text("To tick here, your browser needs JavaScript.")).to_be_visible()
    assert page.locator(".us-journal form:visible, .us-journal button:visible").count() == 0
    with page.expect_download() as download:
        page.get_by_role("link", name="Calendar file").click()
    assert vobject.readOne(download.value.path().read_text("utf-8")).vevent.summary.value == "Short session"
    page.get_by_role("link", name="Print one sheet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Weekly plan")


def test_it_is_one_sheet_of_paper_and_fits_a_narrow_window(page: Page, address):
    full = [entry(day, routine="short-session", felt="right", effort=3, pain=1, minutes=12) for day in range(1, 30)]
    more = [entry(30, name=f"Number {number}") | {"id": f"m{number}"} for number in range(4)]
    page.set_viewport_size({"width": 320, "height": 640})
    open_week(page, address, written(*full, *more))
    today(page).locator("summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Week before").click()
    pdf = pypdfium2.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True))
    assert len(pdf) == 1
    text = pdf[0].get_textpage().get_text_range()
    assert "Save" not in text
    assert "twelve months" in text


def test_the_weekly_plan_and_every_menu_lead_to_it(page: Page, address):
    for path in ("routines/plan/", "routines/desk-break/", "", "sheet/"):
        page.goto(address + path)
        page.locator(':is(a[href$="week/"], a[href$="week/index.html"]):visible').last.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("My week")
        if path == "routines/desk-break/":
            expect(page.get_by_label("What did you do?").locator("option:checked")).to_have_text("Desk break")
