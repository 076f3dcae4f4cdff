"""All cards of a library: what is kept, what is made again, and what authors are told."""

from __future__ import annotations

import re
import sys

import pytest

from tests.helpers import many, site_of
from unslouch.cards import build, press
from unslouch.cards.build import Made
from unslouch.cards.fit import LADDER, Fit
from unslouch.content.library import ROUTINES, Library
from unslouch.content.model import Block, Routine, RoutineExercise
from unslouch.tools.cache import Cache

pytestmark = pytest.mark.pdf
BUILD = sys.modules[Made.__module__]
"""The module, whose name in the package is that of its function."""


def test_what_is_kept_is_not_set_again(site, tmp_path, monkeypatch, library):
    small = Library({}, {}, library.safety)
    routines = {"desk-break": library.routines["desk-break"]}
    few = site_of(Library(library.exercises, routines, library.safety), cards=(ROUTINES,))
    cache = Cache(tmp_path)
    first = build(few, cache)
    monkeypatch.setattr(BUILD, "make", lambda job: pytest.fail("set again"))
    assert build(few, cache).files == first.files
    assert set(build(site_of(small), cache).files) == {"sheet/index.html"}


def test_who_stops_a_build_keeps_what_was_made(library, tmp_path, monkeypatch):
    routines = {id: library.routines[id] for id in ("desk-break", "short-session")}
    few = site_of(Library(library.exercises, routines, library.safety), cards=(ROUTINES,))
    made = []

    def stopped(job):
        if made:
            raise KeyboardInterrupt
        made.append(job.sheet.id)
        return Made({"some/file": b"data"}, Fit(LADDER[0], 0))

    monkeypatch.setattr(BUILD, "make", stopped)
    with pytest.raises(KeyboardInterrupt):
        build(few, Cache(tmp_path))
    assert made == ["desk-break"]
    assert len(list((tmp_path / "cards").iterdir())) == 1


def test_what_was_kept_and_is_damaged_is_made_again(library, tmp_path):
    routines = {"desk-break": library.routines["desk-break"]}
    few = site_of(Library(library.exercises, routines, library.safety), cards=(ROUTINES,))
    first = build(few, Cache(tmp_path), pdfs=False)
    (kept,) = (tmp_path / "cards").iterdir()
    for damaged in (kept.read_bytes()[:-20], b"", b"[]", b"[1, 2, 3, 4, 5]", b"\xff"):
        kept.write_bytes(damaged)
        assert build(few, Cache(tmp_path), pdfs=False).files == first.files


def test_a_handout_that_cannot_fit_is_told_of_its_texts(library, tmp_path):
    exercise = library.exercises["side-squat"]
    long = exercise.model_copy(update={"mistakes": ("Bending forward too far or too fast. " * 8,) * 20})
    cards = build(site_of(Library({exercise.id: long}, {}, library.safety)), Cache(tmp_path))
    (problem,) = cards.problems
    assert problem.message == "the handout does not fit on one page at 9 points"
    assert problem.hint.startswith("shorten its steps, mistakes and cautions")
    assert cards.remarks == []


def test_small_type_is_remarked_upon_and_readers_are_told(tmp_path):
    twelve = many(12)
    block = Block.model_construct(name="All", choose=None, notes=None, exercises=tuple(map(item, twelve.exercises)))
    routine = Routine.model_validate(
        {"name": "All", "summary": "All.", "blocks": [{"name": "All", "exercises": ["a"]}]}
    )
    whole = routine.model_copy(update={"blocks": (block,)}).named("all")
    full = Library(twelve.exercises, {"all": whole}, twelve.safety)
    cards = build(site_of(full, cards=(ROUTINES,)), Cache(tmp_path))
    (remark,) = cards.remarks
    (size,) = re.findall(r"^routines/all\.yml: its 12 rows leave room for ([\d.]+)-point type", remark)
    assert f"set in {size}-point type" in cards.files["routines/all/card/index.html"].decode()
    assert "-point type" not in cards.files["routines/all/card/large/index.html"].decode()


def test_clear_print_is_not_remarked_upon(cards):
    assert cards.remarks == []
    assert "-point type" not in cards.files["routines/desk-break/card/index.html"].decode()


def item(exercise: str) -> RoutineExercise:
    return RoutineExercise(exercise=exercise)


def test_unmeasured_cards_are_not_blamed_for_their_small_type(library, tmp_path, monkeypatch):
    monkeypatch.setattr(press, "missing", lambda: "install Pango")
    cards = build(site_of(library), Cache(tmp_path))
    assert (cards.remarks, cards.problems, cards.missing) == ([], [], "install Pango")


def test_letters_that_no_font_has_are_remarked_upon(library, tmp_path, monkeypatch):
    strange = "\U0001f9ff\ue000"
    routine = library.routines["desk-break"].model_copy(update={"name": f"Break {strange}"}).named("odd")
    odd = Library(library.exercises, {"odd": routine}, library.safety)
    cards = build(site_of(odd, cards=(ROUTINES,)), Cache(tmp_path))
    assert "\ue000" in cards.remarks[0]
    assert "which no font on this machine has" in cards.remarks[0]
    monkeypatch.setattr(BUILD, "make", None)  # what is kept is not made again
    assert build(site_of(odd, cards=(ROUTINES,)), Cache(tmp_path)).remarks == cards.remarks


def test_a_card_that_cannot_fit_is_a_problem_that_says_what_to_do(library, tmp_path):
    routine = library.routines["whole-session"]
    item = RoutineExercise(exercise="side-squat")
    block = Block.model_construct(name="Long", choose=None, exercises=(item,) * 30, notes=None)
    long = routine.model_copy(update={"blocks": (block,)}).named("long")
    too_long = Library(library.exercises, {"long": long}, library.safety)
    cards = build(site_of(too_long, cards=(ROUTINES,)), Cache(tmp_path))
    (problem,) = cards.problems
    assert cards.remarks == []
    assert problem.file == "routines/long.yml"
    assert problem.message == "the card of 30 exercises does not fit on one page at 9 points"
    assert re.match(r"take 1\d out", problem.hint)


def test_without_weasyprint_there_are_pages_and_words_about_what_to_install(library, tmp_path, monkeypatch):
    monkeypatch.setattr(press, "missing", lambda: "install this")
    cards = build(site_of(library, cards=(ROUTINES,)), Cache(tmp_path))
    assert cards.missing == "install this"
    assert "routines/desk-break/card/index.html" in cards.files
    assert not [path for path in cards.files if path.endswith(".pdf")]
    assert "PDF," not in cards.files["routines/desk-break/card/index.html"].decode()
