"""The sheet that somebody makes for somebody else: amounts, notes, days and a name, the link, and who opens it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.helpers import fixture_library
from tests.site.test_sheet import FOUR, OURS, add, change, fitted, in_pdf, listed, printed, put, start, unfold

LIBRARY = fixture_library()


def said(page: Page):
    return page.locator(".own__done")


def test_a_sheet_is_made_for_somebody_sent_opened_changed_and_printed(page: Page, address, own_context):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}sheet/")
    for name in ("Side squat", "Pigeon pose"):
        page.get_by_role("checkbox", name=name, exact=True).check()
    expect(said(page)).to_have_text(
        "Added: Pigeon pose. On the sheet now: 2."
    )  # all is loaded, and nothing more is said
    put(page.get_by_label("Sets: Side squat"), "5")
    expect(page.locator(".own__apart").first).to_have_text("Sets: more than the author says (1–3).")
    expect(said(page)).to_have_text("Sets: more than the author says (1–3).")
    put(page.get_by_label("Hold: Pigeon pose"), "45")
    expect(page.get_by_label("Hold: Pigeon pose")).to_have_value("45 s")
    page.get_by_label("Sides: Pigeon pose").select_option("Left only")
    put(page.get_by_label("Note: Side squat"), "Hold on to a table, & go slowly")
    page.get_by_label("Name of the sheet").fill("For Anna")
    page.get_by_label("Given by").fill("Ann Example, 0123 456")
    page.get_by_label("A note for the whole sheet").fill("Call me on Monday.\nNot on bad days.")
    for day in ("Monday", "Friday"):
        page.get_by_label(day, exact=True).check()
    page.get_by_label("Times a day").select_option("2")
    expect(page.locator("#travels")).to_contain_text("go into the link")
    link = page.evaluate("location.href")

    opened = own_context.new_page()  # somebody else's
    opened.goto(link)
    fitted(opened)
    expect(opened.locator(".own__message")).to_have_text("")
    expect(opened.get_by_role("heading", level=1)).to_have_text("For Anna")
    expect(opened).to_have_title("For Anna")
    shown = [one for one in opened.locator("main :is(button, a)").all() if one.is_visible()]
    assert [one.inner_text() for one in shown[:4]] == ["0123 456", "Follow along", "Print", "Change it"]
    expect(opened.locator(".own__by")).to_have_text("Given by Ann Example, 0123 456")
    expect(opened.get_by_role("link", name="0123 456")).to_have_attribute("href", "tel:0123456")
    expect(opened.locator(".own__choices")).to_be_hidden()
    expect(opened.locator(".own__ready")).to_be_hidden()
    expect(opened.locator(".card .amount")).to_have_text(["5 × 10–12, each side", "2 × 45 s hold, left side only"])
    expect(opened.locator(".card")).not_to_contain_text("than the author says")
    assert opened.url == link

    text = " ".join(in_pdf(printed(opened)).split())
    for part in (
        "For Anna",
        "Call me on Monday. Not on bad days.",
        "Hold on to a table, & go slowly",
        "Given by / phone: Ann Example, 0123 456",
        "Monday, Friday · 2 times a day",
        "Asks of you",
    ):
        assert part in text
    assert "Change it" not in text

    opened.get_by_role("button", name="Change it").click()
    expect(opened.get_by_role("heading", name="Choose exercises")).to_be_focused()
    expect(opened.get_by_label("Note: Side squat")).to_have_value("Hold on to a table, & go slowly")
    expect(opened.get_by_label("Times a day")).to_have_value("2")
    put(opened.get_by_label("Sets: Side squat"), "2")
    again = opened.evaluate("location.href")
    opened.reload()
    fitted(opened)
    assert opened.evaluate("location.href") == again
    expect(opened.locator(".own__apart").first).to_have_text("")
    opened.close()


def test_an_amount_that_makes_no_sense_stays_with_its_bounds_beside_it_and_the_sheet_keeps_the_last(
    page: Page, address
):
    start(page, address, ["side-squat"])
    sets = page.get_by_label("Sets: Side squat")
    amount = page.locator(".card .amount")
    for text in ("0", "99", "many", ""):
        put(sets, text)
        told = "Sets: write a number from 1 to 20, or two with a hyphen between them. The sheet still says 3."
        expect(said(page)).to_have_text(told)
        expect(sets).to_have_value(text)
        expect(sets).to_have_attribute("aria-invalid", "true")
        expect(sets).to_have_accessible_description(told)
        expect(page.locator(".own__bad")).to_be_visible()
        expect(amount).to_have_text("3 × 10–12, each side")
    put(page.get_by_label("Repetitions: Side squat"), "8-10")
    expect(said(page)).to_have_text("")
    expect(amount).to_have_text("3 × 8–10, each side")
    expect(sets).to_have_attribute("aria-invalid", "true")  # what is wrong elsewhere stays wrong
    put(sets, "2")
    expect(sets).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator(".own__bad")).to_have_count(0)
    expect(amount).to_have_text("2 × 8–10, each side")


def test_a_note_that_was_just_typed_does_not_swallow_the_next_press(page: Page, address):
    start(page, address, OURS[:2])
    one, two = listed(page).all_inner_texts()
    unfold(page.get_by_label(f"Note: {one}")).fill("Slowly")
    page.get_by_role("button", name=f"Move down: {one}").click()
    expect(listed(page)).to_have_text([two, one])
    expect(page.get_by_label(f"Note: {one}")).to_have_value("Slowly")
    expect(page.locator(".card .note")).to_have_text("Slowly")
    expect(page).to_have_url(re.compile("&k2=Slowly&x="))


def test_what_is_added_moved_and_taken_out_is_said_and_can_be_undone(page: Page, address):
    start(page, address, OURS[:1])
    page.get_by_role("checkbox", name="Marching", exact=True).check()
    expect(said(page)).to_have_text("Added: Marching. On the sheet now: 2.")
    unfold(page.get_by_label("Note: Marching")).fill("Slowly")
    page.get_by_role("button", name="Move up: Marching").click()
    expect(said(page)).to_have_text("Marching: number 1 of 2.")
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()
    page.get_by_role("button", name="Take out: Marching").click()
    expect(said(page)).to_have_text("Taken out: Marching. On the sheet now: 1.")
    page.get_by_role("button", name="Undo").click()
    expect(listed(page).first).to_have_text("Marching")
    expect(page.get_by_label("Note: Marching")).to_have_value("Slowly")
    page.get_by_role("checkbox", name="Marching", exact=True).uncheck()
    expect(said(page)).to_have_text("Taken out: Marching. On the sheet now: 1.")


def test_days_are_columns_to_tick_and_none_is_all_of_them(page: Page, address):
    page.set_viewport_size({"width": 1280, "height": 800})
    start(page, address, OURS[:2], "&d=26")
    expect(page.locator(".card .rows .day:visible")).to_have_count(2 * 2)
    page.get_by_label("Tuesday", exact=True).uncheck()
    page.get_by_label("Saturday", exact=True).uncheck()
    expect(page.locator(".card .rows .day:visible")).to_have_count(2 * 7)
    expect(page).not_to_have_url(re.compile("d="))


@pytest.mark.parametrize(("times", "part"), [(2, 50), (3, 33), (4, 25), (5, 100)])
def test_a_few_times_a_day_are_as_many_places_to_tick(page: Page, address, times, part):
    start(page, address, OURS[:2], f"&d=26&t={times}")
    size = "one => getComputedStyle(one).backgroundSize"
    for place, axis in ((".rows .day", 1), (".strip .box", 0)):
        found = page.locator(f".card {place}").first.evaluate(size)
        told = found.split()[axis] if part < 100 else "100%" if found == "auto" else found
        assert round(float(told.strip("%"))) == part, place
    page.get_by_label("Times a day").select_option("")
    assert page.locator(".card .rows .day").first.evaluate(size) == "auto"


def test_the_chooser_leaves_out_what_a_reader_cannot_do(page: Page, address):
    start(page, address)
    page.get_by_text("Choose what fits you").click()
    page.get_by_label("No kneeling").check()
    kneeling = {id for id in OURS if "kneel" in LIBRARY.asks_of(LIBRARY.exercises[id])}
    assert kneeling
    shown = page.eval_on_selector_all(
        ".own__choices label:not([hidden]) input",
        "all => all.filter((one) => one.checkVisibility()).map((one) => one.value)",
    )
    assert set(shown) == set(OURS) - kneeling
    expect(page.locator(".own__filter [role=status]")).to_have_text(f"{len(shown)} of {len(OURS)} exercises")
    page.get_by_label("Kind").select_option(label="Strengthening")
    expect(page.locator(".own__choices fieldset:visible")).to_have_count(1)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".own__choices label:visible")).to_have_count(len(OURS))
    expect(page.locator(".own__filter input").first).to_be_focused()


def test_the_chooser_has_easier_forms_last(page: Page, address):
    start(page, address)
    page.get_by_text("Choose what fits you").click()
    ids = "all => all.map((one) => one.value)"
    strong = page.get_by_role("group", name="Strengthening").locator("input")
    before = strong.evaluate_all(ids)
    page.get_by_label("No kneeling").check()
    page.get_by_label("No deep hip bend").check()
    assert strong.evaluate_all(ids) == ["chair-squat", "side-squat"]
    expect(page.get_by_text("Its easier form fits.").filter(visible=True)).to_have_count(1)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".own__choices label:visible")).to_have_count(len(OURS))
    assert strong.evaluate_all(ids) == before == ["chair-squat", "donkey-kick", "side-squat"]


def test_only_pictures_that_are_seen_are_loaded(page: Page, address):
    page.goto(f"{address}sheet/")
    pictures = page.locator(".own__choices img")
    assert pictures.count() == sum(bool(one.figure) for one in LIBRARY.exercises.values())
    assert all(pictures.evaluate_all("all => all.map((one) => one.loading === 'lazy' && one.alt === '')"))


def test_the_tool_fits_a_laptops_first_screen_with_print_and_link_in_sight(page: Page, address):
    page.set_viewport_size({"width": 1280, "height": 800})
    start(page, address, OURS[:4])
    for y in (0, 700, 5000):
        page.evaluate(f"scrollTo(0, {y})")
        for name in ("Print", "Copy link"):
            expect(page.get_by_role("button", name=name, exact=True)).to_be_in_viewport(ratio=1)
        expect(page.locator(".card")).to_be_in_viewport()
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator(".own__choices input:visible").first).to_be_in_viewport()
    highest = page.locator(".own__choices").evaluate("one => parseFloat(getComputedStyle(one).maxHeight)")
    assert highest > 700, "as high as the window lets it be"
    page.get_by_role("button", name="Set how much").click()
    expect(page.get_by_role("heading", name="Your sheet")).to_be_focused()
    expect(page.get_by_label("Sets").first).to_be_in_viewport()


def test_how_much_is_one_tap_away_and_folded_on_a_phone(page: Page, address):
    page.goto(f"{address}sheet/")
    expect(page.get_by_role("button", name="Set how much")).to_be_disabled()
    for name in FOUR:
        page.get_by_role("checkbox", name=name, exact=True).check()
    page.get_by_role("button", name="Set how much").click()
    expect(page.get_by_role("heading", name="Your sheet")).to_be_in_viewport()
    folds = page.locator(".own__list summary")
    expect(folds).to_have_count(4)
    expect(folds.first).to_have_text("3 × 10–12, each side")
    expect(folds.first).to_be_in_viewport()
    expect(page.get_by_label("Sets: Side squat")).to_be_hidden()
    folds.first.click()
    put(page.get_by_label("Sets: Side squat"), "2")
    expect(folds.first).to_have_text("2 × 10–12, each side")
    page.get_by_role("button", name="Move down: Side squat").click()
    expect(page.get_by_label("Sets: Side squat")).to_be_visible()  # what was unfolded stays so
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".own__list summary:visible")).to_have_count(0)
    expect(page.get_by_label("Sets: Side squat")).to_be_visible()


def test_by_keyboard_there_is_a_way_from_the_choice_to_print(page: Page, address):
    start(page, address, OURS[:4])
    link = page.url
    page.locator(".own__choices input").last.focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to: print")).to_be_focused()
    page.keyboard.press("Enter")
    stops = 0
    while not page.evaluate("document.activeElement.matches('.print')"):
        page.keyboard.press("Tab")
        stops += 1
        assert stops < 6
    assert page.url == link


def test_who_gets_a_sheet_reads_its_name_once_the_note_below_and_follows_along_first(page: Page, address):
    start(page, address, OURS[:2], "&n=For+Anna&g=Ann+Example&m=Call+me+on+Monday.")
    page.reload()
    fitted(page)
    tops = [page.locator(place).bounding_box()["y"] for place in ("h1", ".own__told", ".own__actions")]
    assert tops == sorted(tops)
    assert tops[1] < 300
    expect(page.locator(".own__told")).to_have_text("Call me on Monday.")
    expect(page.locator(".card .intro")).to_be_hidden()
    name = page.locator(".card .title > h2")
    assert name.evaluate("one => getComputedStyle(one).clipPath") == "inset(50%)", "a heading that is not seen twice"
    expect(page.locator(".own__actions > .chief:visible")).to_have_text("Follow along")
    change(page)
    expect(page.locator(".own__actions > .chief:visible")).to_have_text("Print")
    assert name.evaluate("one => getComputedStyle(one).clipPath") == "none"
    text = in_pdf(printed(page))
    assert text.count("For Anna") == 1
    assert text.count("Call me on Monday.") == 1


def test_a_link_that_was_cut_short_says_to_ask_for_it_again_and_no_more(page: Page, address):
    start(page, address, OURS[:2], "&n=For+Anna")
    put_in_link = page.get_by_label("Name of the sheet")
    put_in_link.fill("For Anna Smith")
    whole = page.url
    page.goto("about:blank")
    page.goto(whole[: whole.index("&x=") + 6])
    expect(page.locator(".own__message")).to_have_text(
        "This link was cut on its way, and no sheet can be read from what is left. Ask for the link again."
    )
    for place in (".own__choices", ".own__bar", ".card", ".own__ready"):
        expect(page.locator(place)).to_be_hidden()
    page.get_by_role("button", name="Build your own sheet").click()
    expect(page.locator(".own__choices")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_letters_twice_as_large_scroll_nothing_sideways(page: Page, address, width):
    page.set_viewport_size({"width": width, "height": 740})
    start(page, address, OURS[:4], "&n=For+Anna&t=2")
    page.add_style_tag(content="html { font-size: 200% }")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.reload()
    page.add_style_tag(content="html { font-size: 200% }")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("place", ["sheet/", "play/", "routines/desk-break/card/"])
def test_every_page_beside_the_theme_ends_with_whose_it_is_and_what_it_is_not(page: Page, address, place):
    page.goto(address + place)
    foot = page.get_by_role("contentinfo")
    expect(foot).to_have_count(1)
    expect(foot).to_contain_text("A guide · General information, not medical advice. Texts and pictures: CC BY 4.0.")
    assert "General information" not in in_pdf(page.pdf(prefer_css_page_size=True)) or place == "play/"


def test_on_a_phone_the_sum_and_what_to_do_stay_in_sight(page: Page, address):
    page.set_viewport_size({"width": 360, "height": 740})
    start(page, address, OURS[:4])
    for y in (0, 900):
        page.evaluate(f"scrollTo(0, {y})")
        expect(page.locator(".own__sum")).to_have_text(re.compile(r"^4 exercises · \d+(–\d+)? minutes$"))
        for one in (page.locator(".own__sum"), page.get_by_role("button", name="Print", exact=True)):
            expect(one).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="See sheet").click()
    expect(page.locator(".card")).to_be_focused()
    expect(page.locator(".card .title")).to_be_in_viewport()
    assert page.locator(".own__bar").bounding_box()["height"] < 120


def test_a_code_leaves_out_notes_that_are_too_long_and_says_so(page: Page, address):
    start(page, address, OURS[:3])
    for field in page.locator(".own__list [name=note]").all():
        put(field, "Ü" * 120)
    expect(page.locator(".own__small")).to_contain_text("The printed code leaves the notes out")
    code = page.locator(".card .qr a")
    expect(code).to_have_text("Scan to open, without the notes")
    assert "k1=" not in code.get_attribute("href")
    assert "k1=" in page.evaluate("location.href")
    page.get_by_label("Given by").fill("膝" * 80)
    page.get_by_label("Name of the sheet").fill("膝" * 60)
    expect(page.locator(".own__small")).to_contain_text("There is no code on the paper")
    expect(page.locator(".card .qr")).to_be_hidden()


def test_the_way_past_the_menu_leaves_the_sheet_as_it_is(page: Page, address):
    start(page, address, OURS[:2])
    link = page.url
    page.keyboard.press("Home")
    page.locator("body > .skip").press("Enter")
    expect(page.locator("main")).to_be_focused()
    assert page.url == link


@pytest.mark.parametrize("mode", ["reading", "building"])
def test_there_is_one_first_heading_and_no_step_is_left_out(page: Page, address, mode):
    start(page, address, OURS[:2])
    if mode == "reading":
        page.reload()
        fitted(page)
    levels = page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4')].filter((one) => one.checkVisibility()).map((one) => +one.tagName[1])"
    )
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_where_nothing_can_be_kept_all_of_it_works(page: Page, address):
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })")
    start(page, address)
    add(page, "Desk break")
    page.get_by_label("Letter", exact=True).check()
    expect(page.locator(".card .amount")).to_have_count(3)
