"""The sheet that a reader puts together, from ticking to the printed page and the link opened again."""

from __future__ import annotations

import gzip
import io
import random
import re
import time
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import cycle

import pypdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.helpers import ENGLISH, LICENCE, OPTIONS, drawn, fixture_library, many
from tests.site.watching import forget, wait_until
from unslouch.cards import own_sheet
from unslouch.cards.html import Renderer
from unslouch.content.dose import PartialDose
from unslouch.content.library import Library
from unslouch.content.model import Block, RoutineExercise
from unslouch.guide import pictures, wording
from unslouch.guide import sheet_address as shared
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.guide.pictures import Pictures, Shown

LIBRARY = fixture_library()
TWELVE = many(shared.MOST)
IDS = list(TWELVE.exercises)
"""Those of the fixture, and as many more as fill a sheet: see :func:`page_of_twelve`."""
OURS = list(LIBRARY.exercises)
FOUR = ("Side squat", "Pigeon pose", "Donkey kick", "Marching")
LONG_NAME = "Übungen für Ältere & Größere: Zoë's sheet, 60 letters long!!"


@pytest.fixture(scope="module")
def guide_of_content() -> Guide:
    return Guide(LIBRARY, ENGLISH)


def renderer(guide: Guide) -> Renderer:
    return Renderer.of(guide)


@pytest.fixture
def page_of_twelve(page: Page, address) -> Page:
    """The page, on which as many exercises can be chosen as a sheet holds."""
    answer(page, address, files_of_twelve(address))
    return page


@cache
def files_of_twelve(address: str) -> dict[str, bytes]:
    """All that the page is made of."""
    guide = Guide(TWELVE, ENGLISH, pictures=twice(), options=Options(**OPTIONS | {"site_url": address}))
    return own_sheet.files(guide, renderer(guide))


def twice() -> Pictures:
    """The pictures of the fixture, for its exercises under other names too."""
    ours, shown = drawn(LIBRARY.exercises.values()), {}
    for job in pictures.jobs(TWELVE.exercises.values()):
        one = LIBRARY.exercises[re.sub(r"-\d+$", "", job.exercise)]
        picture = ours.of(one, job.pose, job.form)
        shown[job.exercise, job.pose, job.form] = Shown(replace(job, exercise=one.id), picture)
    return Pictures(shown)


def start(page: Page, address: str, ids: list[str] | None = None, rest: str = "") -> None:
    """The tool with ``ids`` chosen, each as its author says."""
    items = ",".join(f"{id}_{shared.key(TWELVE.exercises[id].dose, TWELVE.exercises[id].dose)}" for id in ids or [])
    page.goto("about:blank")
    page.goto(f"{address}sheet/" + (f"#v=1{rest}&x={items}" if items else ""))
    if ids:
        fitted(page)
        change(page)


def change(page: Page) -> None:
    """Opens what a sheet that comes with the address keeps shut."""
    page.get_by_role("button", name="Change it").click()


def fitted(page: Page) -> None:
    page.wait_for_selector(".card[data-fitted]", state="attached")


def serve(page: Page, address: str, guide: Guide) -> None:
    """Another guide's sheet in place of this one's."""
    answer(page, address, own_sheet.files(guide, renderer(guide)))


def answer(page: Page, address: str, files: dict[str, bytes]) -> None:
    """These files in place of the site's own sheet."""

    def told(route):
        path = route.request.url.partition("#")[0].removeprefix(address)
        kind = "application/json" if path.endswith(".json") else "text/html"
        route.fulfill(body=files[path if path in files else f"{path}index.html"], content_type=kind)

    page.route("**/sheet/", told)
    page.route("**/sheet/*.json", told)


def put(field: Locator, text: str) -> None:
    """Types into a field and is done with it."""
    unfold(field)
    field.fill(text)
    field.press("Enter")


def unfold(field: Locator) -> Locator:
    """A field that a phone keeps folded away, unfolded."""
    field.evaluate("one => { one.closest('details').open = true }")
    return field


def add(page: Page, routine: str) -> None:
    """Adds a ready-made routine."""
    if page.locator(".own__start").get_attribute("open") is None:
        page.get_by_text("Add a ready-made routine").click()
    page.locator(".own__routines").get_by_role("link", name=routine).click()


def listed(page: Page) -> Locator:
    """The names of what is chosen, in the order of the sheet."""
    return page.locator(".own__list strong")


def printed(page: Page) -> bytes:
    fitted(page)
    return page.pdf(prefer_css_page_size=True)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def in_pdf(data: bytes) -> str:
    return " ".join(one.get_textpage().get_text_bounded() for one in pypdfium2.PdfDocument(data))


def on_card(page: Page) -> Counter[str]:
    """Every word of the sheet, its code's name not counted."""
    texts = "[...document.querySelectorAll('.card :not(title)')].filter((e) => e.checkVisibility()).flatMap((e) => [...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data)).join(' ')"
    return words(page.evaluate(texts))


def test_from_ticking_to_the_printed_sheet_and_the_reopened_link(page: Page, address, own_context):
    page.goto(address + "sheet/")
    expect(page.locator(".own__sum")).to_have_text("Nothing is chosen yet.")
    for name in FOUR:
        page.get_by_role("checkbox", name=name, exact=True).check()
    items = page.locator(".own__list > li")
    expect(items).to_have_count(4)
    unfold(items.nth(0).get_by_label("Sets")).fill("2")
    items.nth(0).get_by_label("Repetitions").fill("12")
    page.get_by_role("button", name="Move up: Donkey kick").click()
    page.get_by_label("Name of the sheet").fill("Anna's sheet & more")
    names = ["Side squat", "Donkey kick", "Pigeon pose", "Marching"]
    expect(listed(page)).to_have_text(names)
    expect(page.locator(".card")).to_contain_text("2 × 12, each side")
    shared = page.url

    again = own_context.new_page()
    again.goto(shared)
    expect(again).to_have_url(shared)
    expect(listed(again)).to_have_text(names)
    expect(again.locator(".card .title h2")).to_have_text("Anna's sheet & more")
    for paper in ("A4", "Letter"):
        again.get_by_label(paper, exact=True).check()
        document = pypdf.PdfReader(io.BytesIO(printed(again)))
        assert len(document.pages) == 1
        text = " ".join(document.pages[0].extract_text().split())
        for name in [*names, "Anna's sheet & more", "Stay safe.", "Given by"]:
            assert name in text
        assert "Copy link" not in text
    again.close()


def test_one_page_of_either_paper_with_every_word_for_one_to_twelve_exercises(page_of_twelve: Page, address):
    page = page_of_twelve
    for count in range(1, shared.MOST + 1):
        start(page, address, IDS[:count], "&n=" + "A+rather+long+name+for+a+sheet+of+exercises")
        for paper in ("A4", "Letter"):
            page.get_by_label(paper, exact=True).check()
            data = printed(page)
            assert len(pypdfium2.PdfDocument(data)) == 1, (count, paper)
            assert not on_card(page) - words(in_pdf(data)), (count, paper)


def test_the_code_on_the_printed_sheet_is_its_address(page_of_twelve: Page, address):
    page = page_of_twelve
    assert len(LONG_NAME) == 60
    names = {1: [LONG_NAME], 4: [LONG_NAME], 12: [LONG_NAME, "Упражнения " * 5, "膝" * 60]}
    for count, name in ((count, name) for count, all_names in names.items() for name in all_names):
        if name == LONG_NAME:
            start(page, address, IDS[:count])
        page.get_by_label("Name of the sheet").fill(name)
        for large in (False, True):
            page.get_by_label("Large print").set_checked(large)
            expect(page.locator(".card .qr a")).to_have_attribute("href", page.url)
            scan = pypdfium2.PdfDocument(printed(page))[0].render(scale=150 / 72).to_pil()
            assert [one.text for one in zxingcpp.read_barcodes(scan)] == [page.url], (count, name, large)
    expect(page.locator(".card .qr svg > path")).to_have_count(1)
    expect(page.locator(".card .qr svg")).to_have_attribute("aria-label", "QR code")


def test_a_code_is_as_large_as_its_modules_need(page_of_twelve: Page, address):
    page = page_of_twelve
    page.set_viewport_size({"width": 1280, "height": 900})
    sizes = []
    for count, name in ((1, ""), (12, ""), (12, "&n=" + "%E8%86%9D" * 60)):
        start(page, address, IDS[:count], name)
        pixels = page.locator(".card .qr svg").evaluate("one => parseFloat(getComputedStyle(one).width)")
        width = pixels * 25.4 / 96
        modules = int(page.locator(".card .qr svg").get_attribute("viewBox").split()[2])
        assert width / modules >= 0.359
        sizes.append(width)
    assert all(26 < size < 28 for size in sizes[:2])
    assert 36 < sizes[2] < 41


def test_a_routine_is_added_with_its_own_doses_and_can_be_undone(page: Page, address):
    start(page, address)
    add(page, "Desk break")
    expect(listed(page)).to_have_text(["Donkey kick", "Chair squat", "Side squat"])
    expect(page.locator(".own__message")).to_have_text("")
    expect(page.locator(".own__done")).to_have_text("Added from Desk break: 3.")
    expect(page.locator(".card .amount")).to_have_text(["2 × 10, each side", "2 × 8", "1 × 8, each side"])
    expect(page.locator(".card .row .rest")).to_have_count(2)
    add(page, "Whole session")
    expect(page.locator(".own__list > li")).to_have_count(8)
    page.get_by_role("button", name="Undo").click()
    expect(listed(page)).to_have_text(["Donkey kick", "Chair squat", "Side squat"])
    page.go_back()
    expect(page.locator(".own__list > li")).to_have_count(8)
    page.go_back()
    expect(listed(page)).to_have_count(3)


def test_the_sheet_says_when_the_newest_of_its_texts_was_checked(page: Page, address):
    older = LIBRARY.exercises["donkey-kick"].model_copy(update={"reviewed": date(2025, 12, 31)})
    exercises = LIBRARY.exercises | {"donkey-kick": older}
    serve(page, address, Guide(replace(LIBRARY, exercises=exercises), ENGLISH, options=Options(licence=LICENCE)))
    source = page.locator(".card .source")
    start(page, address, ["donkey-kick"])
    expect(source).to_contain_text("Text last checked on 31 December 2025. Texts and pictures")
    page.locator("[name=exercise][value=side-squat]").check()
    expect(source).to_contain_text("Text last checked on 23 November 2026. Texts and pictures")
    expect(source).not_to_contain_text("2025")


def test_the_sheet_is_seen_right_below_its_tools(page: Page, address):
    start(page, address, OURS[:2])
    tops = [page.locator(place).bounding_box()["y"] for place in (".own__actions", ".card", ".own__ready")]
    assert tops == sorted(tops)
    page.get_by_role("banner").get_by_role("link", name="A guide").click()
    expect(page).to_have_url(address)


def test_what_a_routine_counts_and_its_tempo_are_kept(page: Page, address, guide_of_content):
    library = guide_of_content.library
    slow = PartialDose.model_validate({"reps": 5, "unit": "slow breaths, in. & out_", "tempo": 10})
    exercise = library.exercises["pigeon-pose"]
    block = Block.model_construct(
        name="Odd", choose=None, exercises=(RoutineExercise(exercise="pigeon-pose", dose=slow),), notes=None
    )
    odd = library.routines["desk-break"].model_copy(update={"blocks": (block,)}).named("odd")
    guide = Guide(Library(library.exercises, {"odd": odd}, library.safety), guide_of_content.words)
    dose = exercise.dose.changed_by(slow)
    text = wording.dose_in_short(dose, guide.words, both_sides=True)

    serve(page, address, guide)
    page.goto(f"{address}sheet/{shared.of_routine(odd, library)}")
    expect(page.locator(".card .amount")).to_have_text(text)
    change(page)
    put(page.locator(".own__list").get_by_label("Sets"), "1")
    expect(page.locator(".card .amount")).to_have_text(text.replace("2 ×", "1 ×"))


def test_a_rest_that_a_routine_gives_is_on_the_sheet_and_can_be_set(page: Page, address):
    start(page, address, ["chair-squat"])
    expect(page.locator(".card .rest")).to_have_text("rest 30 s")
    put(page.locator(".own__list").get_by_label("Rest"), "15")
    expect(page.locator(".card .rest")).to_have_text("rest 15 s")
    expect(page).to_have_url(re.compile(r"chair-squat_2\.10-15\.\.\.15$"))
    page.reload()
    expect(page.locator(".card .rest")).to_have_text("rest 15 s")


def test_an_address_that_a_mail_program_wrote_its_own_way_is_read(page: Page, address):
    for written in ("v=1&amp;n=Mine&amp;x=side-squat_2.12", "v%3D1%26n%3DMine%26x%3Dside-squat_2.12"):
        page.goto("about:blank")
        page.goto(f"{address}sheet/#{written}")
        expect(listed(page)).to_have_text(["Side squat"])
        expect(page.locator(".card .title h2")).to_have_text("Mine")
        expect(page.locator(".own__message")).to_have_text("")


def test_what_an_address_has_too_much_of_is_told(page: Page, address):
    page.goto(f"{address}sheet/#v=1&n={'ab' * 40}&x={','.join(['side-squat_2.12'] * 13)}")
    message = page.locator(".own__message")
    expect(message).to_contain_text("at most. The others were left out.")
    expect(message).to_contain_text("A text was too long")
    expect(listed(page)).to_have_text(["Side squat"] * 12)


def test_an_exercise_stands_twice_with_a_dose_each(page: Page, address):
    start(page, address, ["side-squat", "pigeon-pose"])
    lines = page.locator(".own__list > li")
    facts = page.locator(".card .facts")
    once = minutes_of(facts.inner_text())
    page.get_by_label("How much: Side squat").click()
    page.get_by_role("button", name="Add once more: Side squat").press("Enter")
    expect(listed(page)).to_have_text(["Side squat", "Side squat", "Pigeon pose"])
    expect(page.locator(".own__done")).to_have_text("Added: Side squat. On the sheet now: 3.")
    expect(page.get_by_role("button", name="Add once more: Side squat (number 2)")).to_be_focused()
    put(page.get_by_label("Sets: Side squat (number 2)"), "1")
    amounts = page.locator(".card .amount")
    expect(amounts).to_have_text(["3 × 10–12, each side", "1 × 10–12, each side", re.compile("30 s hold")])
    assert minutes_of(facts.inner_text()) > once
    link = page.url
    assert link.endswith("x=side-squat_3.10-12,side-squat_1.10-12,pigeon-pose_2..30")
    page.reload()
    expect(page.locator(".own__message")).to_have_text("")
    expect(page).to_have_url(link)
    text = in_pdf(printed(page))
    assert text.count("Side squat") == 2
    change(page)
    page.get_by_role("button", name="Move down: Side squat (number 2)").press("Enter")
    expect(amounts).to_have_text(["3 × 10–12, each side", re.compile("30 s hold"), "1 × 10–12, each side"])
    expect(page.locator(".own__done")).to_have_text("Side squat: number 3 of 3.")
    expect(page.get_by_role("button", name="Move down: Side squat (number 3)")).to_be_focused()
    page.get_by_role("button", name="Take out: Side squat (number 1)").press("Enter")
    expect(amounts).to_have_text([re.compile("30 s hold"), "1 × 10–12, each side"])
    expect(lines.nth(0).get_by_role("button", name="Take out: Pigeon pose")).to_be_focused()
    expect(page.get_by_role("checkbox", name="Side squat", exact=True)).to_be_checked()
    page.get_by_label("How much: Side squat").click()
    page.get_by_role("button", name="Add once more: Side squat").click()
    page.get_by_role("checkbox", name="Side squat", exact=True).uncheck()
    expect(listed(page)).to_have_text(["Pigeon pose"])


def test_a_sheet_that_is_full_takes_none_once_more(page: Page, address):
    start(page, address, [OURS[0]] * shared.MOST)
    again = page.locator(".own__list [name=again]").first
    expect(again).to_have_attribute("aria-disabled", "true")
    again.press("Enter")
    expect(page.locator(".own__list > li")).to_have_count(shared.MOST)
    expect(page.locator(".own__choices input:disabled")).to_have_count(len(OURS) - 1)


def test_a_routine_that_repeats_an_exercise_starts_with_both(page: Page, address, guide_of_content):
    library = guide_of_content.library
    items = (
        RoutineExercise(exercise="side-squat"),
        RoutineExercise(exercise="pigeon-pose"),
        RoutineExercise(exercise="side-squat", dose=PartialDose.model_validate({"sets": 1})),
    )
    block = Block.model_construct(name="Odd", choose=None, exercises=items, notes=None)
    odd = library.routines["desk-break"].model_copy(update={"blocks": (block,)}).named("odd")
    guide = Guide(replace(library, routines={"odd": odd}), guide_of_content.words)
    serve(page, address, guide)
    page.goto(f"{address}sheet/{shared.of_routine(odd, library)}")
    fitted(page)
    expect(page.locator(".own__message")).to_have_text("")
    expect(listed(page)).to_have_text(["Side squat", "Pigeon pose", "Side squat"])
    expect(page.locator(".card .facts")).to_contain_text(f" {guide.minutes(odd)} ·")


def minutes_of(facts: str) -> int:
    """The most of the minutes in a line of facts."""
    return int(re.findall(r"(\d+) minute", facts)[0])


# An exercise's data comes when it is ticked


def test_what_is_ticked_loads_once_and_stands_in_the_order_of_the_ticks(page: Page, address):
    asked: list[str] = []

    def late(route):
        asked.append(route.request.url.rpartition("/")[2])
        page.wait_for_timeout(400 if "side-squat" in route.request.url else 0)
        route.continue_()

    page.route("**/sheet/*.json", late)
    page.goto(f"{address}sheet/")
    for name in ("Side squat", "Pigeon pose", "Donkey kick"):
        page.get_by_role("checkbox", name=name, exact=True).check()
    page.get_by_role("checkbox", name="Donkey kick", exact=True).uncheck()
    expect(listed(page)).to_have_text(["Side squat", "Pigeon pose"])
    expect(page.get_by_role("checkbox", name="Donkey kick", exact=True)).not_to_be_checked()
    page.get_by_role("checkbox", name="Pigeon pose", exact=True).uncheck()
    page.get_by_role("checkbox", name="Pigeon pose", exact=True).check()
    expect(listed(page)).to_have_text(["Side squat", "Pigeon pose"])
    assert asked.count("pigeon-pose.json") == asked.count("side-squat.json") == 1


def test_what_cannot_be_loaded_is_told_and_tried_again(context, address):
    page = context.new_page()  # which is not watched: a request fails
    broken = {"is": True}
    page.route("**/side-squat.json", lambda route: route.abort() if broken["is"] else route.continue_())
    page.goto(f"{address}sheet/#v=1&x=side-squat_3.12,pigeon-pose_2..30")
    message = page.locator(".own__message")
    expect(listed(page)).to_have_text(["Pigeon pose"])
    expect(message).to_have_text("Could not be loaded: Side squat. Check your connection, then try again.")
    expect(page).to_have_url(re.compile("side-squat_3.12,pigeon-pose"))
    change(page)
    page.get_by_role("checkbox", name="Side squat", exact=True).click()  # not check(): it may be unticked again at once
    expect(page.get_by_role("checkbox", name="Side squat", exact=True)).not_to_be_checked()
    expect(message).to_contain_text("Could not be loaded: Side squat.")
    broken["is"] = False
    page.get_by_role("checkbox", name="Side squat", exact=True).check()
    expect(listed(page)).to_have_text(["Pigeon pose", "Side squat"])
    expect(message).to_have_text("")
    forget(page, address)


SYLLABLES = ("ba", "cor", "de", "fi", "gul", "hem", "ist", "jo", "kla", "lo", "mur", "nep", "or", "pra", "qui", "ros")


def large_guide(guide: Guide, count: int) -> Guide:
    """A guide of so many exercises, most of them made up, with names that are as hard to compress as true ones."""
    chance = random.Random(count)
    exercises = {}
    made_up = range(count - len(guide.library.exercises))
    for number, template in zip(made_up, cycle(guide.library.exercises.values())):
        name = " ".join("".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(3)).capitalize()
        id = f"{name.lower().replace(' ', '-')}-{number}"
        exercises[id] = template.model_copy(update={"name": f"{name} {number}"}).named(id)
    library = Library(exercises | guide.library.exercises, guide.library.routines, guide.library.safety)
    return Guide(library, guide.words, options=Options(cards="all"))


@pytest.mark.whole
def test_a_large_library_makes_a_light_page(guide_of_content):
    large = large_guide(guide_of_content, 873)
    files = own_sheet.files(large, renderer(large))
    assert len(large.library.exercises) == 873
    assert len(gzip.compress(files[shared.PATH])) < 150_000
    assert len(files) == 874
    assert max(len(gzip.compress(data)) for path, data in files.items() if path != shared.PATH) < 5_000


def test_a_tick_in_a_large_library_puts_the_exercise_on_the_sheet(page: Page, address, guide_of_content):
    large = large_guide(guide_of_content, 873)
    serve(page, address, large)
    page.goto(f"{address}sheet/")
    expect(page.locator("main.waiting")).to_have_count(0)
    times = []
    for id in page.locator("[name=exercise]").evaluate_all("boxes => boxes.map((one) => one.value)")[:8]:
        with page.expect_response(f"**/{id}.json"):  # it loads while the pointer rests on it
            page.locator(f"[value='{id}']").dispatch_event("pointerover")
        times.append(
            page.evaluate(
                """id => new Promise((seen) => {
                    const box = document.querySelector(`[value="${id}"]`)
                    const start = performance.now()
                    const shown = new MutationObserver(() => requestAnimationFrame(() => seen(performance.now() - start)))
                    shown.observe(document.querySelector(".card .rows"), { childList: true })
                    box.click()
                })""",
                id,
            )
        )
    expect(page.locator(".own__list > li")).to_have_count(8)
    print("a tick takes", [round(one) for one in times], "ms")


def test_nothing_is_printed_before_its_pictures_are_there(page: Page, address):
    page.add_init_script(
        "window.print = () => (window.drawn = [...document.querySelectorAll('.card img')].map((one) => one.naturalWidth > 0))"
    )

    def late(route):
        time.sleep(0.3)
        route.continue_()

    page.route("**/assets/figures/**", late)
    page.goto(f"{address}sheet/")
    page.get_by_role("checkbox", name="Side squat", exact=True).check()
    page.get_by_role("button", name="Print").click()
    wait_until(page, "window.drawn")
    assert page.evaluate("window.drawn") == [True, True]


def test_every_routine_has_an_address_that_is_understood_whole(page: Page, address):
    for routine in LIBRARY.routines.values():
        if routine.blocks:
            page.goto("about:blank")
            page.goto(f"{address}sheet/{shared.of_routine(routine, LIBRARY)}")
            expect(page.locator(".own__message")).to_have_text("")
            expect(page.locator(".own__list > li")).to_have_count(sum(block.count.high for block in routine.blocks))
            expect(page).to_have_url(f"{address}sheet/{shared.of_routine(routine, LIBRARY)}")


def test_a_block_to_choose_from_is_counted_where_the_sheet_came_from_its_routine(page: Page, address):
    start(page, address)
    told = page.locator(".own__blocks > li")
    for name in ("Crossed stretch", "Side squat"):
        page.get_by_role("checkbox", name=name, exact=True).check()
    expect(told).to_have_count(0)
    page.get_by_role("button", name="Start anew").click()
    add(page, "Whole session")
    practise = told.filter(has_text="Practise")
    expect(practise).to_have_text("✓ Practise: 2 chosen of 2.")
    lines = page.locator(".own__list > li")
    chosen = [name for name in listed(page).all_inner_texts() if name in ("Side squat", "Donkey kick", "Pigeon pose")]
    page.get_by_role("button", name=f"Take out: {chosen[0]}").click()
    expect(practise).to_have_text("Practise: 1 chosen of 2. Choose one more for a full session.")
    page.reload()
    expect(practise).to_have_text("Practise: 1 chosen of 2. Choose one more for a full session.")
    expect(lines).to_have_count(4)


def test_large_print_is_large_on_as_many_pages_as_it_takes(page: Page, address):
    start(page, address, OURS[:6])
    page.get_by_label("Large print").check()
    data = printed(page)
    document = pypdfium2.PdfDocument(data)
    assert len(document) > 1
    assert not on_card(page) - words(in_pdf(data))
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.card .steps')).fontSize)") >= 16
    expect(page).to_have_url(re.compile("&l=1&x="))
    page.reload()
    expect(page.get_by_label("Large print")).to_be_checked()
    expect(page.locator(".own__small")).not_to_contain_text("point")


def test_three_exercises_in_large_print_are_on_one_page(page: Page, address):
    start(page, address, OURS[:3], "&l=1")
    assert len(pypdfium2.PdfDocument(printed(page))) == 1


def test_small_type_is_told(page_of_twelve: Page, address):
    page = page_of_twelve
    start(page, address, IDS[:3])
    small = page.locator(".own__small")
    expect(small).to_have_text("")
    start(page, address, IDS)
    expect(small).to_have_text(re.compile(r"Set in (9|1\d)(\.5)?-point type, which is small\."))
    page.get_by_label("Large print").check()
    fitted(page)
    expect(small).to_have_text("")


def test_a_bad_address_says_what_was_kept(page: Page, address):
    page.goto(address + "sheet/#v=1&x=side-squat_99.1.,nothing_1.1.,pigeon-pose_2.30.")
    message = page.locator(".own__message")
    expect(message).to_contain_text("nothing")
    expect(message).to_contain_text("Side squat")
    expect(page.locator(".own__list > li")).to_have_count(2)
    page.goto(address + "sheet/#rubbish")
    page.reload()
    expect(page.locator(".own__message")).to_contain_text("no sheet that can be read")


def test_another_version_is_told_and_what_can_be_read_is_kept(page: Page, address):
    page.goto(address + "sheet/#v=2&n=Old&x=side-squat_3.12,pigeon-pose_2..30")
    expect(page.locator(".own__message")).to_contain_text("another version")
    expect(listed(page)).to_have_text(["Side squat", "Pigeon pose"])
    expect(page).to_have_url(f"{address}sheet/#v=2&n=Old&x=side-squat_3.12,pigeon-pose_2..30")
    change(page)
    page.get_by_role("button", name="Take out: Pigeon pose").click()
    expect(page).to_have_url(f"{address}sheet/#v=1&c={shared.check('side-squat_3.12', 'Old')}&n=Old&x=side-squat_3.12")
    expect(page.locator(".own__message")).to_have_text("")


def test_a_full_stop_that_a_mail_program_took_is_not_missed(page: Page, address):
    for end in ("", ".", ".."):
        page.goto("about:blank")
        page.goto(f"{address}sheet/#v=1&x=side-squat_2.12{end}")
        expect(page.locator(".own__message")).to_have_text("")
        expect(page.locator(".card .amount")).to_have_text("2 × 12, each side")


def test_a_name_alone_is_kept(page: Page, address):
    start(page, address)
    page.get_by_label("Name of the sheet").fill("Monday")
    page.reload()
    expect(page.get_by_label("Name of the sheet")).to_have_value("Monday")
    expect(page.locator(".own__message")).to_have_text("")


def test_a_hostile_address_is_harmless_and_told(page: Page, address):
    evil = "%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D1%3E"
    page.goto(f"{address}sheet/#v=1&n={evil}&x=__proto__,constructor_1,{evil},side-squat___proto__,toString_3.12")
    fitted(page)
    expect(listed(page)).to_have_text(["Side squat"])
    expect(page.locator(".card .title h2")).to_have_text("<img src=x onerror=document.title=1>")
    message = page.locator(".own__message")
    expect(message).to_contain_text("constructor")
    expect(message).to_contain_text("Side squat")
    expect(page.locator(".own__message img, .card img[src=x]")).to_have_count(0)

    page.goto("about:blank")
    page.goto(
        f"{address}sheet/#v=1&n={'long+' * 5000}&x=" + ",".join(f"{'thing' * 20}-{n}_3.12" for n in range(10_000))
    )
    expect(listed(page)).to_have_text([])
    assert len(message.inner_text()) < 400
    page.get_by_role("button", name="Build your own sheet").click()
    page.get_by_role("checkbox", name="Side squat", exact=True).check()
    fitted(page)
    assert len(page.url) < 300


def test_more_than_a_sheet_holds_is_cut_and_told(page: Page, address):
    def smaller(route):
        response = route.fetch()
        body, found = re.subn(rf'"most": ?{shared.MOST}\b', '"most":3', response.text())
        assert found == 1
        route.fulfill(response=response, body=body)

    page.route("**/sheet/", smaller)
    start(page, address, OURS[:5])
    expect(page.locator(".own__list > li")).to_have_count(3)
    expect(page.locator(".own__message")).to_contain_text("at most. The others were left out.")
    expect(page.locator(".own__blocks")).to_contain_text("That is all a sheet holds")
    expect(page.locator(".own__choices input:disabled")).to_have_count(len(OURS) - 3)


def test_a_link_in_brackets_or_with_a_dose_left_out_is_read_without_a_word(page: Page, address):
    for written in (
        "side-squat_2.12)",
        "side-squat_2.12>.",
        "side-squat_2.12,donkey-kick",
        "side-squat_2.12,donkey-kick_",
    ):
        page.goto("about:blank")
        page.goto(f"{address}sheet/#v=1&x={written}")
        expect(page.locator(".card .amount").first).to_have_text("2 × 12, each side")
        expect(page.locator(".own__message")).to_have_text("")


def test_a_name_is_cut_between_letters(page: Page, address):
    page.goto(f"{address}sheet/#v=1&n={'a' * 59}%F0%9F%A6%B5&x=side-squat_2.12")
    expect(page.locator(".card .title h2")).to_have_text("a" * 59)


def test_a_routine_leaves_the_name_and_the_print_as_they_are(page: Page, address):
    start(page, address)
    page.get_by_label("Name of the sheet").fill("Anna's")
    page.get_by_label("Large print").check()
    add(page, "Desk break")
    expect(listed(page)).to_have_count(3)
    expect(page.locator(".card .title h2")).to_have_text("Anna's")
    expect(page.get_by_label("Large print")).to_be_checked()


def test_one_minute_is_one_minute_and_one_set_has_no_rest(page: Page, address):
    page.goto(f"{address}sheet/#v=1&x=chair-squat_1.8")
    expect(page.locator(".card .facts")).to_contain_text(" 1 minute ·")
    change(page)
    rest = unfold(page.locator(".own__list").get_by_label("Rest: Chair squat"))
    expect(rest).to_be_hidden()
    put(page.locator(".own__list").get_by_label("Sets: Chair squat"), "2")
    expect(rest).to_be_visible()


def test_who_opens_a_link_sees_the_sheet_and_who_comes_from_the_guide_the_choice(page: Page, address):
    choice = page.locator(".own__choices")
    page.goto(f"{address}sheet/#v=1&x=side-squat_2.12")
    expect(choice).to_be_hidden()
    expect(page.locator(".card")).to_be_in_viewport()
    page.goto(f"{address}exercises/side-squat/")
    page.get_by_role("link", name="Build a sheet with it").click()
    expect(choice).to_be_visible()
    expect(listed(page)).to_have_text(["Side squat"])
    expect(page.locator(".own__message")).to_have_text("")
    page.goto(f"{address}routines/whole-session/")
    page.get_by_role("link", name="Make it my own sheet").click()
    expect(listed(page)).to_have_count(5)


def test_each_exercise_leads_to_its_page(page: Page, address):
    start(page, address, OURS[:2])
    page.locator(".own__list").get_by_role("link").first.click()
    expect(page).to_have_url(f"{address}exercises/{OURS[0]}/")
    page.go_back()
    expect(listed(page)).to_have_count(2)


def test_what_is_printed_before_anything_is_chosen_is_no_blank_page(page: Page, address):
    page.goto(f"{address}sheet/")
    text = in_pdf(page.pdf(prefer_css_page_size=True))
    assert "Ready-made sheets" in text
    page.get_by_role("checkbox", name="Side squat", exact=True).check()
    assert "Ready-made sheets" not in in_pdf(printed(page))


def test_the_code_is_read_where_colours_are_forced(page: Page, address):
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.set_viewport_size({"width": 1280, "height": 900})
    start(page, address, OURS[:2])
    shot = Image.open(io.BytesIO(page.locator(".card .qr").screenshot()))
    assert [one.text for one in zxingcpp.read_barcodes(shot)] == [page.url]
    edges = page.eval_on_selector_all(
        ".own button:not([hidden])", "all => all.map(one => getComputedStyle(one).borderTopWidth)"
    )
    assert set(edges) == {"2px"}


def test_starting_anew_is_undone_with_back(page: Page, address):
    start(page, address, OURS[:3], "&n=Mine")
    page.get_by_role("button", name="Start anew").click()
    expect(listed(page)).to_have_text([])
    expect(page.locator(".own__done")).to_have_text("The sheet is empty.")
    expect(page).to_have_url(address + "sheet/")
    page.go_back()
    expect(listed(page)).to_have_count(3)
    expect(page.get_by_label("Name of the sheet")).to_have_value("Mine")


def test_a_changed_address_leaves_the_focus_where_it_is(page: Page, address):
    start(page, address, OURS[:3])
    name = page.get_by_label("Name of the sheet")
    name.press_sequentially("ab")
    page.evaluate("location.hash = location.hash.replace(/,[^,]*$/, '')")
    expect(listed(page)).to_have_count(2)
    expect(name).to_be_focused()


def test_the_link_is_copied_or_marked_to_be_copied(page: Page, address):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    start(page, address, OURS[:2])
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".own__done")).to_have_text("The link is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url

    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.reload()
    change(page)
    page.get_by_role("button", name="Copy link").click()
    field = page.get_by_label("Link to this sheet")
    expect(field).to_be_visible()
    expect(field).to_have_value(page.url)
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == page.url
    expect(page.locator(".own__done")).to_contain_text("does not let the page copy")
    page.get_by_role("button", name=re.compile("Move down")).first.click()
    expect(field).to_be_hidden()


def test_an_exercise_lands_where_it_is_dropped(page: Page, address):
    page.set_viewport_size({"width": 900, "height": 1600})
    start(page, address, OURS[:4])
    one, two, three, four = listed(page).all_inner_texts()
    lines = page.locator(".own__list > li")
    for source, target, expected in (
        (0, 2, [two, three, one, four]),
        (3, 0, [four, two, three, one]),
        (0, 3, [two, three, one, four]),
    ):
        lines.nth(source).locator("strong").drag_to(lines.nth(target).locator("strong"))
        expect(listed(page)).to_have_text(expected)
    expect(page.locator(".own__list .over")).to_have_count(0)


def test_everything_works_by_keyboard_and_the_focus_stays(page: Page, address):
    start(page, address, OURS[:3])
    one, two, three = listed(page).all_inner_texts()
    page.get_by_role("button", name=f"Move up: {two}").press("Enter")
    expect(listed(page)).to_have_text([two, one, three])
    expect(page.locator(".own__done")).to_have_text(f"{two}: number 1 of 3.")
    page.keyboard.press("Enter")  # the first cannot go up, and stays
    expect(page.get_by_role("button", name=f"Move up: {two}")).to_be_focused()
    expect(listed(page)).to_have_text([two, one, three])
    page.get_by_role("button", name=f"Take out: {three}").press("Enter")
    expect(page.get_by_role("button", name=f"Take out: {one}")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator("[name=exercise]:focus")).to_have_count(1)


def test_nothing_scrolls_sideways_and_every_target_is_large_enough(page_of_twelve: Page, address):
    page = page_of_twelve
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    start(page, address, IDS, "&n=" + "Donaudampfschifffahrtsgesellschaftskapitaensmuetze" + "aaaaaaaaaa")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_label("Link to this sheet")).to_be_visible()
    for width, scheme in ((320, "light"), (360, "dark"), (768, "light"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        small = page.evaluate(
            """() => [...document.querySelectorAll(".own :is(a, button, label, select, summary, input[type=text])")]
            .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
            .filter(([, box]) => box.width && Math.round(box.height) < 44 || box.width && Math.round(box.width) < 44)
            .map(([html]) => html)"""
        )
        assert small == [], width


def test_without_scripts_the_ready_made_sheets_are_there(silent: Page, address):
    plain = silent
    plain.goto(address + "sheet/")
    for name in ("Short session", "Weekly plan", "Pigeon pose"):
        expect(plain.locator(".own__ready").get_by_role("link", name=name)).to_be_visible()
    expect(plain.locator(".own__absent")).to_be_visible()
    expect(plain.locator(".own__choices")).to_be_hidden()
