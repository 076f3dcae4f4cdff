"""How large type comes out: the largest that fits, for few and many exercises, of short and long texts."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cards.cards_helpers import (
    DRAWN,
    LONG,
    SHORT,
    SIZES,
    fit_of_made_up,
    made_up,
    make,
    overlong,
    printed,
    reader,
    renderer,
    set_made_up,
)
from tests.helpers import fixture_library
from unslouch.cards.build import MOST_LINES, Job, measure
from unslouch.cards.fit import LADDER, LARGE_LADDER, ROOM, Fit, largest, largest_print, unmeasured
from unslouch.cards.press import TALL, Press


def test_six_exercises_are_set_in_clear_print(cards):
    """Twelve points, with each step on a line of its own."""
    for id in ("desk-break", "whole-session"):
        html = cards.files[f"routines/{id}/card/index.html"].decode()
        assert float(re.search(r"--type:([\d.]+)pt", html)[1]) >= 12
        assert ('class="card tight' in html) == (id == "whole-session")


def test_handouts_are_set_in_clear_print(cards, library):
    for id in library.exercises:
        html = cards.files[f"exercises/{id}/card/index.html"].decode()
        assert float(re.search(r"--type:([\d.]+)pt", html)[1]) >= 12, id


NAMES = [exercise.name for exercise in fixture_library().exercises.values()]


@pytest.mark.pdf
@pytest.mark.parametrize("count", [4, 12])
@pytest.mark.parametrize("step", [SHORT, LONG])
def test_four_to_twelve_exercises_fit_one_page(library, count, step):
    made = set_made_up(count, step)
    assert made.fit.fits
    assert made.fit.rung.type >= 9
    for paper in SIZES:
        assert len(reader(made.files[f"routines/made-up/card/made-up-{paper}.pdf"]).pages) == 1
    assert printed(made.files["routines/made-up/card/made-up-letter.pdf"]).count(step.split()[-1]) >= count * 3


@pytest.mark.pdf
@pytest.mark.parametrize("count", [4, 12])
def test_the_type_found_is_the_first_of_all_that_fits(library, count):
    sheet, press = made_up(count, SHORT), Press(DRAWN)

    @cache
    def height(size):
        return press.height(renderer(library).card(sheet, Fit(size, 0.0), measured=True))

    assert fit_of_made_up(count, SHORT).rung == next(size for size in LADDER if height(size) <= ROOM)


@pytest.mark.pdf
def test_long_words_and_doses_are_not_lost(library):
    made = make(Job(overlong(made_up(4, "")), renderer(library), DRAWN))
    assert made.fit.fits
    assert made.lost == 0


@pytest.mark.pdf
def test_a_card_taller_than_any_page_is_a_problem_too(library):
    tall, press = made_up(40, "Lift your right knee as high as you can. " * 12), Press(DRAWN)
    made = make(Job(tall, renderer(library), DRAWN))
    assert not made.fit.fits
    assert made.fit.natural > TALL
    for spare, fits in ((made.spare, True), (made.spare - 1, False)):
        html = renderer(library).card(tall.without_last(spare), Fit(LADDER[-1], 0.0), measured=True)
        assert (press.height(html) <= ROOM) == fits


@pytest.mark.pdf
def test_fewer_exercises_get_larger_type(library):
    types = [fit_of_made_up(count, LONG).rung.type for count in (4, 6, 12)]
    assert types == sorted(types, reverse=True)
    assert types[0] > types[-1]


def test_the_ladder_starts_at_its_largest_type():
    assert largest(lambda rung: 100).rung == LADDER[0]
    assert not largest(lambda rung: 1000).fits
    sizes = [rung.type for rung in LADDER]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == 9
    assert unmeasured(12).rung.type <= unmeasured(4).rung.type


@given(st.tuples(*[st.floats(0, 12)] * 5), st.tuples(*[st.floats(0, 60)] * 2))
def test_few_rungs_are_asked_and_the_first_that_fits_is_found(weights, closer):
    """Of any card that is never taller in a rung that is set closer in all ways."""

    def height(rung):
        sizes = (rung.type, rung.figure_width, rung.figure_height, rung.padding * 10, rung.leading * 10)
        layout = {"runin": 0.0, "tight": closer[0], "roomy": sum(closer)}[rung.layout]
        return layout + sum(weight * size for weight, size in zip(weights, sizes, strict=True))

    asked = []

    def measure(rung):
        asked.append(rung)
        return height(rung)

    found = largest(measure)
    assert found.rung == next((rung for rung in LADDER if height(rung) <= ROOM), LADDER[-1])
    assert found.natural == height(found.rung)
    assert len(asked) == len(set(asked)) <= 7

    asked.clear()
    limit = height(LARGE_LADDER[-1])
    large = largest_print(lambda rung: 1 + (measure(rung) > limit))
    assert large.rung == next(rung for rung in LARGE_LADDER if height(rung) <= limit)
    assert len(asked) == len(set(asked)) <= 4


@pytest.mark.pdf
def test_a_rung_set_no_closer_is_never_shorter(library):
    """What the search rests on, of a card of some words and one of many."""
    for sheet in (made_up(4, SHORT), made_up(6, LONG)):
        press = Press(DRAWN)
        heights = {rung: press.height(renderer(library).card(sheet, Fit(rung, 0.0), measured=True)) for rung in LADDER}
        pairs = [(one, other) for one in LADDER for other in LADDER if one.never_shorter_than(other)]
        assert len(pairs) > 100
        assert all(heights[one] >= heights[other] - 0.01 for one, other in pairs)


def test_large_print_is_the_largest_that_takes_no_more_pages_than_the_smallest():
    last = len(LARGE_LADDER) - 1
    for found in range(last + 1):
        assert largest_print(lambda rung, at=found: 1 + (LARGE_LADDER.index(rung) < at)).rung == LARGE_LADDER[found]
    assert LARGE_LADDER[last].figure_width == min(rung.figure_width for rung in LARGE_LADDER)
    assert min(rung.type for rung in LARGE_LADDER) >= 16


@pytest.mark.pdf
def test_three_exercises_in_large_print_are_one_page_and_no_last_page_is_nearly_empty(cards):
    for id, pages in (("desk-break", 1), ("short-session", 1), ("whole-session", 2)):
        for paper in SIZES:
            read = reader(cards.files[f"routines/{id}/card/{id}-large-{paper}.pdf"]).pages
            assert len(read) == pages, (id, paper)
            assert len([name for name in NAMES if name in read[-1].extract_text()]) >= min(2, pages), (id, paper)


@pytest.mark.long
def test_a_card_that_no_page_has_room_for_is_not_measured_whole(library, monkeypatch):
    rows = []

    class Fake:
        def __init__(self, _: object) -> None:
            pass

        def height(self, html: str) -> float:
            rows.append(html.count(SHORT) // 3)
            return float(4 * rows[-1])

    monkeypatch.setattr("unslouch.cards.build.pdf.Press", Fake)
    setting = measure(Job(made_up(320, SHORT), renderer(library), DRAWN))
    assert not setting.fit.fits
    assert max(rows) <= MOST_LINES
    assert 320 - setting.spare == max(one for one in rows if 4 * one <= ROOM)
