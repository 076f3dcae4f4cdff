"""The player in a real browser: from a routine's page to the end, under a clock that the tests set and under the true one."""

from __future__ import annotations

import gzip
import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.helpers import ENGLISH, fixture_library
from unslouch.content.model import Routine
from unslouch.guide import play_address, sheet_address
from unslouch.guide.guide import Guide
from unslouch.player import moves

LIBRARY = fixture_library()
KEPT = "unslouch-play"
SCREENS = ((360, 640), (640, 360), (768, 1024), (1280, 800))
BUDGET = 40_000
NOW = datetime(2026, 11, 30, 8, tzinfo=UTC)


NOW_SHOWN = """() => ({
  done: document.querySelector("#done").checkVisibility(),
  main: document.querySelector("[name=main]").innerText,
  kind: document.querySelector("#stage").dataset.kind,
  which: document.querySelector(".which").innerText,
})"""
"""All that is looked at in each second of a routine, asked for at once."""


@pytest.fixture
def context(own_context: BrowserContext) -> BrowserContext:
    """With a clock of its own."""
    return own_context


def of(*items: str, rest: str = "") -> str:
    return f"{play_address.PATH}{sheet_address.written(items)}{rest}"


SHORT = of("chair-squat_1.2", "pigeon-pose_1..4")
"""Repetitions on the feet, then a hold on each side on the floor."""


def play(page: Page, address: str, place: str = SHORT, *, clock: bool = True) -> None:
    if clock:
        page.clock.install(time=NOW)
    page.goto("about:blank")
    page.goto(address + place)
    expect(page.locator("#ready")).to_be_visible()
    if clock:
        page.clock.pause_at(NOW + timedelta(hours=1))  # from here on only the tests move it


def kind(page: Page) -> str:
    return page.locator("#stage").get_attribute("data-kind") or ""


def main(page: Page):
    return page.locator("[name=main]")


def left(page: Page) -> str:
    return page.locator(".number").inner_text()


def ways_to_the_floor(routine: Routine) -> int:
    """How often the routine goes to the floor or up."""
    floor = [moves._on_the_floor(Guide(LIBRARY, ENGLISH), one) for one in LIBRARY.exercises_of(routine)]
    return sum(before != after for before, after in pairwise(floor))


def start(page: Page, address: str, place: str = SHORT) -> None:
    """On the first exercise, in the middle of its count."""
    play(page, address, place)
    page.get_by_role("button", name="Start").click()
    expect(main(page)).to_have_text("I'm ready")
    main(page).click()
    page.clock.run_for(3100)
    expect(main(page)).to_have_text("Pause")


def test_a_routine_is_played_to_its_end(page: Page, address):
    """Segment by segment, each as long as promised: the sum is the page's own minutes."""
    routine = LIBRARY.routines["desk-break"]
    play(page, address, play_address.of_routine(routine, LIBRARY))
    expect(page.locator("#ready h1")).to_have_text("Desk break")
    expect(page.locator(".amount")).to_have_text(["2 × 10, each side", "2 × 8", "1 × 8, each side"])
    expect(page.locator(".facts")).to_contain_text("You need: ")
    expect(page.locator(".notes:visible")).to_have_text(["Warm up first.", "Hold on to a wall or a heavy desk."])
    page.get_by_role("button", name="Start").click()
    seen: list[tuple[str, str]] = []
    ticks = 0
    while not (now := page.evaluate(NOW_SHOWN))["done"]:
        if now["main"] == "I'm ready":
            main(page).click()
            now = page.evaluate(NOW_SHOWN)
        if seen[-1:] != [(now["kind"], now["which"])]:
            seen.append((now["kind"], now["which"]))
        page.clock.fast_forward(1000)  # one beat, not those of every frame
        ticks += 1
        assert ticks < 600
    kinds = [one for one, _ in seen]
    assert kinds.count("work") == 2 * 2 + 2 + 1  # the last one's sides take turns
    assert kinds.count("change-sides") == 2
    assert kinds.count("next") == 2
    assert kinds.count("rest") == 2
    promised = LIBRARY.routine_seconds(routine).high
    in_place = 20 + 2 * 5  # for getting into place, where one waits: here it took three seconds each time
    assert abs(ticks - (promised - in_place + 3 * 3 + ways_to_the_floor(routine) * 10)) <= 1
    expect(page.locator("#done h1:visible")).to_have_text("You are done")
    expect(page.locator(".did")).to_have_text("You did: Donkey kick, Chair squat, Side squat.")
    expect(page.locator("#done h1:visible")).to_be_focused()
    page.get_by_role("button", name="Hard").click()
    expect(page.locator("#done .told")).to_contain_text("Next time")
    page.get_by_role("link", name="Print this as a sheet").click()
    expect(page).to_have_url(re.compile(r"/sheet/index\.html#v=1&c=.."))
    expect(page.locator(".own__message")).to_have_text("")


def test_a_short_one_in_true_time(page: Page, address):
    play(page, address, of("pigeon-pose_1..1"), clock=False)
    page.get_by_label("Off").check()
    page.get_by_role("button", name="Start").click()
    main(page).click()
    expect(page.locator("#stage")).to_have_attribute("data-kind", "hold", timeout=5000)
    expect(page.locator("#stage")).to_have_attribute("data-side", "right")
    expect(page.locator("#stage")).to_have_attribute("data-kind", "change-sides")
    expect(page.locator(".figure")).to_have_class(re.compile("mirrored"))
    page.get_by_role("button", name="Skip").click()
    expect(page.locator("#stage")).to_have_attribute("data-side", "left")
    expect(page.locator("#done")).to_be_visible(timeout=5000)


def test_the_side_that_goes_first_is_the_readers(page: Page, address):
    play(page, address, of("pigeon-pose_1..4"))
    page.get_by_label("Left").check()
    page.get_by_role("button", name="Start").click()
    expect(page.locator("#stage")).to_have_attribute("data-side", "left")
    expect(page.locator(".figure")).to_have_class(re.compile("mirrored"))
    expect(page.locator(".steps")).to_contain_text("left")


def test_what_is_to_choose_is_proposed_as_a_mix_and_asked_with_pictures(page: Page, address):
    play(page, address, play_address.of_routine(LIBRARY.routines["whole-session"], LIBRARY))
    choice = page.get_by_role("group", name="Practise")
    expect(choice.locator("legend")).to_have_text("Practise: Choose 2 of these 3")
    expect(choice.locator("[role=status]")).to_have_text("2 chosen of 2.")
    assert choice.locator("input").evaluate_all("all => all.filter(one => one.checked).length") == 2
    assert choice.locator("img").count() == 3
    choice.get_by_role("checkbox", checked=True).first.uncheck()
    expect(choice.locator("[role=status]")).to_have_text("1 chosen. Choose 2 for a full session.")
    for box in page.get_by_role("checkbox", checked=True).all()[::-1]:
        if box.get_attribute("name") is None:
            box.uncheck()
    expect(page.locator(".facts")).to_have_text("Nothing is chosen yet.")
    expect(page.get_by_role("button", name="Start")).to_be_disabled()


def test_a_hidden_tab_comes_back_to_the_right_place(page: Page, address):
    began = f"JSON.parse(sessionStorage['{KEPT}']).run.start"
    start(page, address, of("crossed-stretch_2..30...15"))
    first = page.evaluate(began)
    page.evaluate("cancelAnimationFrame = requestAnimationFrame = () => 0")
    page.clock.fast_forward(60_000)  # one beat, too late, is all that a hidden tab gets: 30 s, 8 s, and 22 of 30 here
    expect(page.locator("#stage")).to_have_attribute("data-side", "left")
    expect(page.locator("#stage")).to_have_attribute("data-kind", "hold")
    assert page.evaluate(began) - first == 38_000


def test_a_page_that_is_loaded_again_goes_on_and_one_come_back_to_waits(page: Page, address):
    place = of("crossed-stretch_1..60")
    play(page, address, place, clock=False)
    page.get_by_role("button", name="Start").click()
    main(page).click()
    page.get_by_role("button", name="Begin now").click()
    expect(page.locator(".number")).to_have_text("59")
    page.reload()
    expect(main(page)).to_have_text("Pause")
    before = int(left(page))
    assert 30 <= before < 60
    page.goto(f"{address}about/")
    page.wait_for_timeout(1100)
    page.goto(address + place)
    expect(page.locator(".kept")).to_be_visible()
    page.get_by_role("button", name="Go on").click()
    assert before - int(left(page)) <= 15
    page.get_by_role("button", name="Leave", exact=True).click()
    page.get_by_role("button", name="Start again").click()
    expect(main(page)).to_have_text("I'm ready")


@pytest.mark.parametrize("blocked", ["sessionStorage", "AudioContext"])
def test_it_plays_where_the_browser_keeps_nothing_or_makes_no_sound(page: Page, address, blocked):
    page.add_init_script(f"Object.defineProperty(window, '{blocked}', {{ get() {{ throw new Error() }} }})")
    start(page, address)
    page.keyboard.press("ArrowRight")
    expect(page.locator("#stage")).to_have_attribute("data-kind", "next")


def test_all_is_done_by_keyboard_and_the_focus_is_never_lost(page: Page, address):
    play(page, address, of("pigeon-pose_1..20", "chair-squat_1.5"))
    page.get_by_role("button", name="Start").focus()
    page.keyboard.press("Enter")
    expect(main(page)).to_be_focused()
    page.keyboard.press(" ")  # I'm ready
    page.clock.run_for(4000)
    before = left(page)
    page.keyboard.press(" ")
    expect(main(page)).to_have_text("Go on")
    page.clock.run_for(5000)
    assert left(page) == before
    page.keyboard.press(" ")
    expect(main(page)).to_have_text("Pause")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#stage")).to_have_attribute("data-kind", "change-sides")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#stage")).to_have_attribute("data-kind", "hold")
    page.locator("[name=harder]").focus()
    page.keyboard.press("ArrowRight")  # this button goes; the focus does not
    expect(main(page)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="+15 s")).to_be_focused()
    before = left(page)
    page.keyboard.press("Enter")
    page.clock.run_for(100)
    assert int(left(page)) - int(before) in (14, 15)
    page.keyboard.press("Escape")
    expect(page.locator("#ready")).to_be_visible()
    expect(page.get_by_role("button", name="Go on")).to_be_focused()
    page.keyboard.press("Enter")
    expect(main(page)).to_be_focused()


def test_too_hard_shows_the_easier_form_and_keeps_it(page: Page, address):
    start(page, address, of("crossed-stretch_2..20"))
    page.get_by_role("button", name="Too hard").click()
    dialog = page.get_by_role("dialog", name="An easier form")
    expect(dialog).to_contain_text("Leave the left foot down.")
    expect(dialog.locator("img")).to_have_attribute("src", re.compile("easier"))
    page.get_by_role("button", name="Do it this way").click()
    for _ in range(2):
        expect(page.locator(".figure img")).to_have_attribute("src", re.compile("easier"))
        page.keyboard.press("ArrowRight")
    expect(page.locator(".easier")).to_have_text("Leave the right foot down.")


def test_it_hurts_stops_says_when_to_stop_and_leaves_out_or_ends(page: Page, address):
    start(page, address)
    page.get_by_role("button", name="It hurts").click()
    dialog = page.get_by_role("dialog", name="Stop")
    for rule in dialog.locator(".rule li").all():
        expect(rule).to_be_visible()
    assert dialog.locator(".rule li").count() == len(LIBRARY.safety.stop_rule)
    expect(dialog.get_by_role("button")).to_have_text(["End here", "Leave this exercise out", "Go on"])
    wide = [button.bounding_box()["width"] for button in dialog.get_by_role("button").all()]
    assert wide[0] == max(wide)
    assert wide.count(wide[0]) == 1
    page.keyboard.press("Escape")
    expect(main(page)).to_have_text("Go on")
    page.get_by_role("button", name="It hurts").click()
    page.get_by_role("button", name="Leave this exercise out").click()
    expect(page.locator(".what")).to_have_text("Pigeon pose")
    expect(main(page)).to_have_text("I'm ready")
    page.get_by_role("button", name="It hurts").click()
    page.get_by_role("button", name="End here").click()
    expect(page.locator("#done h1:visible")).to_have_text("You stopped")
    expect(page.locator("#done .rule")).to_be_visible()
    expect(page.get_by_role("button", name="Easy")).to_be_hidden()


def test_care_is_before_the_first_start_and_one_tap_away(page: Page, address):
    play(page, address)
    expect(page.locator(".stay-safe")).to_be_in_viewport()
    page.get_by_role("button", name="Start").click()
    page.get_by_role("button", name="Take care").click()
    expect(page.get_by_role("dialog")).to_contain_text("Leave it out with a sore knee.")


def test_what_one_only_looks_at_is_not_done(page: Page, address):
    play(page, address)
    page.get_by_role("button", name="Start").click()
    for name in ("Chair squat", "Pigeon pose"):
        expect(page.locator(".what")).to_have_text(name)
        page.get_by_role("button", name="Skip this move").click()
    expect(page.locator("#done h1:visible")).to_have_text("You have looked through it")
    expect(page.locator("#done .tick")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Do it again").click()
    page.get_by_role("button", name="Start").click()
    main(page).click()
    page.clock.run_for(3100 + 5100)
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Skip", exact=True).click()
    page.get_by_role("button", name="Skip this move").click()
    expect(page.locator(".did")).to_have_text("You did: Chair squat.")
    expect(page.locator("#done .tick")).to_contain_text("Ticked in My week")


def test_who_listens_is_told_how_far_it_is(page: Page, address):
    start(page, address, of("chair-squat_1.8", "pigeon-pose_1..20"))
    live = page.locator(".live")
    said = []
    while kind(page) != "get-ready":
        said += [] if said[-1:] == [live.inner_text()] else [live.inner_text()]
        page.clock.fast_forward(1000)
    assert said[1:3] == ["Half way.", "Last one."]
    main(page).click()
    page.clock.run_for(3100 + 10_100)
    expect(live).to_have_text("Half way.")
    page.clock.run_for(5000)
    expect(live).to_have_text("5 seconds left.")


def test_no_time_limits_and_counting_by_oneself(page: Page, address):
    play(page, address, of("chair-squat_1.8-10", "crossed-stretch_1..20"))
    page.get_by_text("Time limits, counting and flash").click()
    page.get_by_label("Pauses").select_option(label="No time limits")
    page.get_by_role("button", name="Start").click()
    main(page).click()
    page.clock.run_for(3100)
    expect(page.locator(".number")).to_have_text("8–10")
    page.clock.fast_forward(600_000)
    expect(main(page)).to_have_text("Done")
    main(page).click()
    for one in ("next", "get-ready"):
        expect(page.locator("#stage")).to_have_attribute("data-kind", one)
        main(page).click()
    page.clock.fast_forward(600_000)
    expect(page.locator("#stage")).to_have_attribute("data-kind", "hold")
    expect(page.locator(".number")).to_have_text("✓")


def test_a_screen_reader_is_told_once_a_segment(page: Page, address):
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => { window.told = []; const live = document.querySelector('.live'); "
        "if (live) new MutationObserver(() => told.push(live.textContent)).observe(live, { childList: true }) })"
    )
    start(page, address, of("pigeon-pose_1..10"))
    page.clock.run_for(9000)
    assert page.evaluate("told") == [
        "Pigeon pose. Right side.",
        "Hold. Pigeon pose. Right side. 10 seconds.",
    ]


def test_beeps_are_planned_and_a_voice_speaks_the_pages_language(page: Page, address):
    page.add_init_script(
        "window.tones = []; window.said = [];"
        "const old = OscillatorNode.prototype.start;"
        "OscillatorNode.prototype.start = function (at) { tones.push(at); old.call(this, at) };"
        "speechSynthesis.speak = (one) => said.push([one.lang, one.text])"
    )
    play(page, address, of("pigeon-pose_1..10"))
    page.get_by_label("Voice").check()
    page.get_by_role("button", name="Start").click()
    main(page).click()
    tones = page.evaluate("tones")
    assert [round(after - before, 2) for before, after in pairwise(tones)] == [1, 1, 1]  # three, and the change
    assert page.evaluate("said") == [["en", "Pigeon pose. Right side."]]


def test_the_screen_is_kept_on_while_it_runs(page: Page, address):
    page.add_init_script(
        "window.locks = []; Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => {"
        "const lock = new EventTarget(); lock.release = async () => { locks.push('let go'); "
        "lock.dispatchEvent(new Event('release')) }; locks.push('on'); return lock } } })"
    )
    start(page, address, of("pigeon-pose_1..10"))
    assert page.evaluate("locks") == ["on"]
    main(page).click()
    assert page.evaluate("locks") == ["on", "let go"]
    main(page).click()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate("locks") == ["on", "let go", "on"]


def test_nothing_scrolls_while_one_plays_and_all_is_large(page: Page, address):
    start(page, address, of("crossed-stretch_2..20", "side-squat_2.10-12"))
    for _ in range(8):
        for width, height in SCREENS:
            page.set_viewport_size({"width": width, "height": height})
            where = kind(page), width
            fits = "document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth"
            assert page.evaluate(fits), where
            now = page.locator(".now")
            assert now.evaluate("one => one.scrollHeight - one.clientHeight") <= 2, where
            boxes = page.locator(".keys button:visible").evaluate_all(
                "all => all.map((one) => one.getBoundingClientRect())"
            )
            assert boxes, where
            for box in boxes:
                assert box["height"] >= 64, where
                assert box["width"] >= 64, where
                assert box["bottom"] <= height, where
            size = "one => parseFloat(getComputedStyle(one).fontSize)"
            assert page.locator(".what").evaluate(size) >= 28, where
            if page.locator(".number").is_visible():
                assert page.locator(".number").evaluate(size) >= 96, where
        page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("width", [360, 1280])
def test_letters_twice_as_large_scroll_nothing_sideways(page: Page, address, width):
    page.set_viewport_size({"width": width, "height": 740})
    play(page, address, of("crossed-stretch_2..20", "side-squat_2.10-12"), clock=False)
    page.add_style_tag(content="html { font-size: 200% }")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_is_silent_until_a_reader_asks_for_sound(page: Page, address):
    play(page, address)
    expect(page.get_by_role("group", name="Sound").get_by_label("Off")).to_be_checked()


def test_while_it_waits_one_button_says_so(page: Page, address):
    play(page, address)
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("button", name="I'm ready")).to_have_count(1)
    expect(page.locator(".tap")).to_have_text("Tap to go on")
    page.locator(".view").click()  # a tap on the picture goes on all the same
    page.clock.run_for(3100)
    expect(page.locator(".tap")).to_have_text("Tap to pause")


def test_names_labels_and_language_are_there(page: Page, address):
    """What a checker of accessibility asks first: every control has a name, ids are one each, headings begin at one."""
    play(page, address)
    unnamed = (
        "[...document.querySelectorAll('button, a, input, select, img')].filter(one => one.checkVisibility() && "
        "!(one.textContent.trim() || one.labels?.length || one.alt !== undefined || one.ariaLabel))"
        ".map(one => one.outerHTML)"
    )
    headings = "[...document.querySelectorAll('h1, h2')].filter(one => one.checkVisibility()).map(one => one.tagName)"
    for go in (lambda: None, lambda: page.get_by_role("button", name="Start").click()):
        go()
        assert page.evaluate(unnamed) == []
        assert page.evaluate(headings)[0] == "H1"
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))
    assert page.evaluate("document.documentElement.lang") == "en"
    assert (
        page.evaluate(
            "[...document.querySelectorAll('*')].flatMap(one => one.getAttributeNames()).filter(name => name.startsWith('on'))"
        )
        == []
    )


def test_without_motion_two_still_pictures_stand_for_the_movement(page: Page, address):
    page.emulate_media(reduced_motion="reduce")
    start(page, address, of("donkey-kick_1.10"))
    expect(page.locator(".figure img")).to_have_count(2)


def test_a_figure_moves_with_the_count_and_stands_still_in_a_pause(page: Page, address):
    start(page, address, of("donkey-kick_1.10"))
    at = "document.querySelector('.figure > span').shadowRoot.getAnimations()[0].currentTime"
    page.wait_for_selector(".figure > span")
    page.clock.run_for(500)
    first = page.evaluate(at)
    page.clock.run_for(500)
    assert page.evaluate(at) > first
    main(page).click()
    still = page.evaluate(at)
    page.clock.run_for(1000)
    assert page.evaluate(at) == still


def test_an_address_that_was_cut_or_names_what_is_not_there_is_told(page: Page, address):
    play(page, address, of("chair-squat_1.2")[:-1])
    expect(page.locator(".message")).to_contain_text("cut or changed")
    play(page, address, f"{play_address.PATH}#v=1&x=gone_2.8,chair-squat_99.99", clock=False)
    expect(page.locator(".message")).to_contain_text("does not have it (any more): gone")
    expect(page.locator(".message")).to_contain_text("could not be read: Chair squat")
    play(page, address, play_address.PATH, clock=False)
    expect(page.locator(".none a")).to_have_count(3)


def test_without_javascript_a_kind_word_leads_to_the_routines(silent: Page, address):
    page = silent
    page.goto(address + play_address.PATH)
    expect(page.get_by_text("needs JavaScript")).to_be_visible()
    page.get_by_role("link", name="Desk break").click()
    expect(page.locator("h1")).to_contain_text("Desk break")


def test_own_scripts_of_the_player_keep_to_their_budget(page: Page, address):
    sizes = {}
    page.on(
        "response",
        lambda one: sizes.update({one.url: len(gzip.compress(one.body()))}) if one.url.endswith(".js") else None,
    )
    play(page, address)
    assert len(sizes) > 5
    assert sum(sizes.values()) <= BUDGET
