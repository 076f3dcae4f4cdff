"""What pages say and how they hang together. `make golden` writes the golden files anew."""

import os
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from tests.helpers import CONTENT, ROOT, load_kept, stand_ins
from unslouch.content.inline import parse
from unslouch.content.library import Library
from unslouch.content.rendering import literal
from unslouch.content.statement import Statement
from unslouch.guide import play_address, words
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.pages import nav
from unslouch.pages.render import Pages

GOLDEN = ROOT / "tests/golden"
ENGLISH = words.load("en")
SITE = "https://example.org/guide/"

COMPARED = [
    "exercises/index.md",
    "exercises/crossed-stretch.md",
    "exercises/chair-squat.md",
    "exercises/marching.md",
    "routines/short-session.md",
    "routines/plan.md",
]


@pytest.fixture(scope="module")
def library() -> Library:
    reading = load_kept(CONTENT, today=date(2026, 11, 23))
    assert not reading.errors
    assert reading.library
    return reading.library


@pytest.fixture(scope="module")
def rendered(library: Library) -> dict[str, str]:
    return Pages(
        Guide(library, ENGLISH, pictures=stand_ins(library), options=Options(site_url=SITE, cards="none"))
    ).render()


@pytest.mark.parametrize("path", COMPARED)
def test_a_page_is_as_it_was_agreed(path: str, rendered: dict[str, str]) -> None:
    golden = GOLDEN / "pages" / path
    if os.environ.get("UNSLOUCH_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(rendered[path], encoding="utf-8")
    assert rendered[path] == golden.read_text(encoding="utf-8"), "meant? make golden, and read the difference"


def test_every_exercise_routine_and_group_has_a_page(library: Library, rendered: dict[str, str]) -> None:
    assert set(rendered) == {
        *nav.sources(library),
        "exercises/index.md",
        "routines/index.md",
        "safety.md",
        "week/index.md",
        *(f"areas/{area}.md" for area in ("buttocks", "core", "groin", "hips", "lower-back", "thighs")),
        "categories/stretching.md",
        "categories/strengthening.md",
        "categories/cardio.md",
    }


def test_every_link_of_a_page_leads_to_a_page(library: Library, rendered: dict[str, str]) -> None:
    known = {*rendered, *stand_ins(library).files(), "images/crossed.svg", play_address.PATH, "week/plan.ics"}
    for path, text in rendered.items():
        linked = [*re.findall(r"\]\(([^)]+)\)", text), *re.findall(r'\b(?:href|src)="([^"#]+)', text)]
        assert linked
        for target in linked:
            file = target.partition("#")[0]
            if not target.startswith("http") and file not in ("plan.ics", "../assets/unslouch/week/week.js"):
                assert os.path.normpath(os.path.join(os.path.dirname(path), file)) in known, (path, target)


@pytest.mark.whole
def test_rendering_twice_gives_the_same_bytes(library: Library, rendered: dict[str, str]) -> None:
    again = Pages(
        Guide(library, ENGLISH, pictures=stand_ins(library), options=Options(site_url=SITE, cards="none"))
    ).render()
    assert again == rendered


def test_front_matter_is_yaml_and_has_title_and_description(rendered: dict[str, str]) -> None:
    for path, text in rendered.items():
        meta = yaml.safe_load(text.split("---\n")[1])
        assert meta["title"], path
        assert meta["description"], path


def test_a_page_has_one_h1_and_no_level_is_skipped(rendered: dict[str, str]) -> None:
    for path, text in rendered.items():
        levels = [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_sides_can_be_switched_where_the_text_speaks_of_one(rendered: dict[str, str]) -> None:
    assert '<span class="us-side" data-us-side="side">right</span> ankle' in rendered["exercises/crossed-stretch.md"]
    assert '<fieldset class="us-switch" hidden' in rendered["exercises/crossed-stretch.md"]
    assert "us-switch" in rendered["exercises/marching.md"]
    assert "us-switch" not in rendered["exercises/chair-squat.md"]


@pytest.mark.long
def test_the_side_that_comes_first_can_be_the_left(library: Library) -> None:
    page = Pages(Guide(library, ENGLISH, options=Options(default_side="left"))).render()["exercises/crossed-stretch.md"]
    assert '<span class="us-side" data-us-side="side">left</span> ankle' in page
    assert page.index('value="left"') < page.index('value="right"')


def test_no_side_is_left_unfilled_anywhere(rendered: dict[str, str]) -> None:
    unfilled = re.compile(r"(\{|&#123;)(other_)?side|emergency_number")
    assert not [path for path, text in rendered.items() if unfilled.search(text)]


def test_anatomical_names_are_there_to_be_searched_for(rendered: dict[str, str]) -> None:
    assert "gluteus maximus" in rendered["exercises/crossed-stretch.md"]


def test_a_routine_shows_its_own_dose_and_what_to_choose(rendered: dict[str, str]) -> None:
    page = rendered["routines/short-session.md"]
    assert "2 × 20-second hold, each side" in page
    assert "Choose 1 of these 2" in page


def test_a_plan_says_which_days_are_for_rest(rendered: dict[str, str]) -> None:
    assert rendered["routines/plan.md"].count("Rest day") == 5


@pytest.mark.long
def test_markers_of_hand_written_pages_are_filled_and_links_lead_from_there(library: Library) -> None:
    filled = Pages(Guide(library, ENGLISH)).fill_markers("# Safety\n\n<!-- unslouch:routines -->\n", "guide/start.md")
    assert re.search(r'<a href="../routines/short-session.md">.*Short session</span></a>', filled)
    filled = Pages(Guide(library, ENGLISH)).fill_markers("<!-- unslouch:red-flags -->", "safety.md")
    assert "Call 112 now." in filled
    assert "Fever &#38; pain" in filled
    for marker in Pages(Guide(library, ENGLISH)).markers:
        assert Pages(Guide(library, ENGLISH)).fill_markers(f"<!-- unslouch:{marker} -->", "index.md").strip()


def cited(page: str) -> list[tuple[str, str, str]]:
    """The references of a page: where each leads, what it is called, what is seen of it."""
    return re.findall(
        r'<a class="us-cite" data-search-exclude="true" href="#([^"]+)" aria-label="([^"]+)">([^<]+)</a>', page
    )


def test_statements_show_the_numbers_of_their_sources_and_lead_there(rendered: dict[str, str]) -> None:
    for path in ("exercises/crossed-stretch.md", "routines/short-session.md", "safety.md"):
        shown = cited(rendered[path])
        assert shown, path
        for anchor, label, numbers in shown:
            assert f'<li id="{anchor}"' in rendered[path]
            assert label.startswith(f"Sources {numbers}: " if ", " in numbers else f"Source {numbers}: ")
            assert anchor == f"source-{numbers.split(', ')[0]}"
    by_line = [cited(line) for line in rendered["exercises/crossed-stretch.md"].splitlines()]
    told = [numbers for line in by_line for *_, numbers in line]
    assert told == ["1, 2", "2", "2", "2"]  # caution, mistake, when to go on, dose: a link for each statement
    assert max(map(len, by_line)) == 1
    assert cited(rendered["exercises/marching.md"]) == []


def test_common_knowledge_is_said_to_be_that_only_where_nothing_is_silent(rendered: dict[str, str]) -> None:
    assert "common knowledge" in rendered["exercises/crossed-stretch.md"]
    assert "common knowledge" not in rendered["exercises/marching.md"]
    assert "common knowledge" not in rendered["safety.md"]


def test_a_hand_written_page_shows_numbers_where_it_lists_the_sources_too(library: Library) -> None:
    pages = Pages(Guide(library, ENGLISH))
    flags = "<!-- unslouch:stop-rule -->\n\n<!-- unslouch:ask-first -->\n"
    assert cited(pages.fill_markers(flags, "index.md")) == []
    assert len(cited(pages.fill_markers(f"{flags}\n<!-- unslouch:safety-sources -->\n", "safety.md"))) == 2


@pytest.mark.long
def test_who_should_ask_first_is_told_where_one_starts(rendered: dict[str, str], library: Library) -> None:
    line = "Heart, or a new baby? Ask first."
    for path in ("exercises/marching.md", "routines/short-session.md", "routines/plan.md"):
        assert line in rendered[path]
    assert "You have just had a baby." in rendered["safety.md"]
    silent = Library(library.exercises, library.routines, library.safety.model_copy(update={"ask_first": None}))
    pages = Pages(Guide(silent, ENGLISH))
    assert "us-ask-first" not in "".join(pages.render().values())
    assert "General information" in pages.fill_markers("<!-- unslouch:ask-first -->", "index.md")


@pytest.mark.long
def test_the_number_to_call_is_text_wherever_it_stands(library: Library) -> None:
    number = "[999](javascript:x) <b> {{ 7 }} *9*"
    action = library.safety.red_flags.emergency.model_copy(update={"action": parse("*Call* {emergency_number}.")})
    flags = library.safety.red_flags.model_copy(update={"emergency": action})
    update = {"red_flags": flags, "emergency_number": number, "stop_rule": (parse("[Call {emergency_number}](a.md)"),)}
    exercise = next(iter(library.exercises.values()))
    cautious = exercise.model_copy(update={"cautions": (Statement(parse("Call {emergency_number}.")),)})
    with_number = Library(
        library.exercises | {exercise.id: cautious}, library.routines, library.safety.model_copy(update=update)
    )
    guide = Guide(with_number, ENGLISH)
    assert guide.plain(parse("Call {emergency_number}.")) == f"Call {number}."
    rendered = Pages(guide).render()
    escaped = literal(number)
    assert f"*Call* {escaped}." in rendered["safety.md"]
    assert f'<a href="a.md">Call {escaped}</a>' in rendered["safety.md"]
    assert f"<li>Call {escaped}.</li>" in rendered[f"exercises/{exercise.id}.md"]
    assert not any(part in page for page in rendered.values() for part in ("](javascript", "<b>", "{{"))


def test_without_a_number_the_text_says_local_emergency_number(library: Library) -> None:
    silent = Library(library.exercises, library.routines, library.safety.model_copy(update={"emergency_number": None}))
    filled = Pages(Guide(silent, ENGLISH)).fill_markers("<!-- unslouch:stop-rule -->", "safety.md")
    assert "Call your local emergency number if" in filled


@pytest.mark.parametrize("text", ["<!-- unslouch:nonsense -->", "in a line <!-- unslouch:routines -->", "no marker"])
def test_other_comments_stay_as_they_are(text: str, library: Library) -> None:
    assert Pages(Guide(library, ENGLISH)).fill_markers(text, "index.md") == text


def test_unknown_markers_are_told_with_their_line(library: Library) -> None:
    markdown = "# Home\n\n<!-- unslouch:routnes -->\n<!-- unslouch:routines -->\n"
    assert Pages(Guide(library, ENGLISH)).unknown_markers(markdown) == [(2, "routnes")]


@pytest.mark.whole
def test_pictures_show_the_side_that_the_words_speak_of(library: Library) -> None:
    left = Pages(Guide(library, ENGLISH, pictures=stand_ins(library), options=Options(default_side="left"))).render()
    step = next(
        line for line in left["exercises/crossed-stretch.md"].splitlines() if "end, left" in line and "us-step" in line
    )
    first, second = re.findall(r'<img alt="(.*?)" (.*?)>', step)
    assert first[0] == "end, left"
    assert "us-mirrored" in first[1]
    assert "hidden" not in first[1]
    assert second[0] == "end, right"
    assert "us-mirrored" not in second[1]
    assert "hidden" in second[1]


@pytest.mark.long
def test_a_template_of_the_author_takes_the_place_of_ours(library: Library, tmp_path: Path) -> None:
    (tmp_path / "exercise.md.j2").write_text("# {{ exercise.name | literal }}\n")
    rendered = Pages(Guide(library, ENGLISH), tmp_path).render()
    assert rendered["exercises/marching.md"] == "# Marching\n"
    assert "Choose 1 of these 2" in rendered["routines/short-session.md"]


@pytest.mark.long
def test_nothing_is_needed_of_an_exercise_but_what_the_format_requires(library: Library) -> None:
    page = Pages(Guide(library, ENGLISH)).render()["exercises/chair-squat.md"]
    assert "us-picture" not in page
    assert "None" not in page
