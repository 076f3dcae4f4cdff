"""All cards of a library: what is kept, what is made again, and what authors are told."""

from __future__ import annotations

import pickle
import re
import shutil
from pathlib import Path

import pytest

from tests.helpers import ENGLISH, OPTIONS, for_all, guide_of, many, stand_ins
from unslouch.cards import engine
from unslouch.cards.build import Printing, Setting, build, waiting
from unslouch.cards.fit import LADDER, Fit
from unslouch.content.inline import parse
from unslouch.content.library import Library
from unslouch.content.model import Block, Routine, RoutineExercise
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.tools.kept import Cache

pytestmark = pytest.mark.pdf


@pytest.fixture
def few(library) -> Guide:
    """A site of one card."""
    routines = {"desk-break": library.routines["desk-break"]}
    return guide_of(Library(library.exercises, routines, library.safety), cards="routines")


@pytest.fixture
def first(few, tmp_path_factory, tmp_path) -> tuple[dict[str, bytes], Cache]:
    """What was built of it at first, and what is kept of that."""

    def make(folder: Path) -> None:
        (folder / "built").write_bytes(pickle.dumps(build(few, Cache(folder / "kept")).files))

    made = for_all(tmp_path_factory, "few", make)
    return pickle.loads((made / "built").read_bytes()), Cache(shutil.copytree(made / "kept", tmp_path / "first"))


def forbid(monkeypatch, *steps: str) -> None:
    """From now on these steps must not be taken."""
    for step in steps:
        monkeypatch.setattr(f"unslouch.cards.build.{step}", lambda job: pytest.fail("made again"))


def test_what_is_kept_is_not_set_again(few, first, monkeypatch, library):
    files, cache = first
    forbid(monkeypatch, "measure", "press")
    assert build(few, cache).files == files
    assert set(build(guide_of(Library({}, {}, library.safety)), cache).files) == {"sheet/index.html"}


def test_serving_and_building_share_what_was_measured(few, first, tmp_path, monkeypatch):
    files, cache = first
    served = waiting(few, Cache(tmp_path / "served"))
    assert not (tmp_path / "served").exists(), "nothing is set before somebody asks"
    pages = {f"routines/desk-break/card/{page}" for page in ("index.html", "large/index.html")}
    assert {path for path in served if "/card/" in path} == pages
    made = {path: served[path]() for path in sorted(pages)}
    assert len(set(made.values())) == 2
    with monkeypatch.context() as now:
        forbid(now, "measure")
        assert build(few, Cache(tmp_path / "served")).files == files
    forbid(monkeypatch, "measure", "press")
    assert {path: waiting(few, cache)[path]() for path in pages} == made


def test_a_sheet_that_cannot_fit_is_shown_to_who_writes_it(few, tmp_path, monkeypatch):
    monkeypatch.setattr("unslouch.cards.build.measure", lambda job: Setting(Fit(LADDER[-1], 999.0), 2))
    made = waiting(few, Cache(tmp_path))["routines/desk-break/card/index.html"]()
    assert b"--type:9pt" in made


def test_another_drawing_is_printed_anew_but_not_measured(few, first, monkeypatch):
    files, cache = first
    drawn = few.pictures.files("print")
    monkeypatch.setattr(few.pictures, "files", lambda variant: {path: f"{svg}\n" for path, svg in drawn.items()})
    pressed = []
    monkeypatch.setattr("unslouch.cards.build.press", lambda wanted: pressed.append(wanted) or Printing((b"",) * 4))
    forbid(monkeypatch, "measure")
    assert build(few, cache).files.keys() == files.keys()
    assert len(pressed) == 1


def test_a_card_that_comes_out_on_two_pages_after_all_is_a_problem(few, first, tmp_path, monkeypatch):
    shutil.rmtree(tmp_path / "first/pdfs")
    monkeypatch.setattr("unslouch.cards.build.press", lambda wanted: Printing(()))
    (problem,) = build(few, first[1]).problems
    assert "does not fit on one page" in problem.message
    assert problem.hint.startswith("take 1 out")


def test_who_stops_a_build_keeps_what_was_made(library, tmp_path, monkeypatch):
    routines = {id: library.routines[id] for id in ("desk-break", "short-session")}
    few = guide_of(Library(library.exercises, routines, library.safety), cards="routines")
    made = []

    def stopped(job):
        if made:
            raise KeyboardInterrupt
        made.append(job.sheet.id)
        return Setting(Fit(LADDER[0], 0))

    monkeypatch.setattr("unslouch.cards.build.measure", stopped)
    with pytest.raises(KeyboardInterrupt):
        build(few, Cache(tmp_path))
    assert made == ["desk-break"]
    assert len(list((tmp_path / "cards").iterdir())) == 1


def test_a_handout_that_cannot_fit_is_told_of_its_texts(library, tmp_path):
    exercise = library.exercises["side-squat"]
    long = exercise.model_copy(update={"mistakes": (parse("Bending forward too far or too fast. " * 8),) * 20})
    cards = build(guide_of(Library({exercise.id: long}, {}, library.safety)), Cache(tmp_path))
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
    options = Options(**OPTIONS | {"cards": "routines"})
    cards = build(Guide(full, ENGLISH, pictures=stand_ins(full), options=options), Cache(tmp_path))
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
    monkeypatch.setattr(engine, "missing", lambda: "install Pango")
    cards = build(guide_of(library), Cache(tmp_path))
    assert (cards.remarks, cards.problems, cards.missing) == ([], [], "install Pango")


def test_letters_that_no_font_has_are_remarked_upon(library, tmp_path, monkeypatch):
    strange = "\U0001f9ff\ue000"
    routine = library.routines["desk-break"].model_copy(update={"name": f"Break {strange}"}).named("odd")
    odd = Library(library.exercises, {"odd": routine}, library.safety)
    cards = build(guide_of(odd, cards="routines"), Cache(tmp_path))
    assert "\ue000" in cards.remarks[0]
    assert "which no font on this machine has" in cards.remarks[0]
    forbid(monkeypatch, "measure", "press")
    assert build(guide_of(odd, cards="routines"), Cache(tmp_path)).remarks == cards.remarks


def test_a_card_that_cannot_fit_is_a_problem_that_says_what_to_do(library, tmp_path):
    routine = library.routines["whole-session"]
    item = RoutineExercise(exercise="side-squat")
    block = Block.model_construct(name="Long", choose=None, exercises=(item,) * 30, notes=None)
    long = routine.model_copy(update={"blocks": (block,)}).named("long")
    too_long = Library(library.exercises, {"long": long}, library.safety)
    cards = build(guide_of(too_long, cards="routines"), Cache(tmp_path))
    (problem,) = cards.problems
    assert cards.remarks == []
    assert problem.file == "routines/long.yml"
    assert problem.message == "the card of 30 exercises does not fit on one page at 9 points"
    assert re.match(r"take 1\d out", problem.hint)


def test_without_weasyprint_there_are_pages_and_words_about_what_to_install(library, tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "missing", lambda: "install this")
    cards = build(guide_of(library, cards="routines"), Cache(tmp_path))
    assert cards.missing == "install this"
    assert "routines/desk-break/card/index.html" in cards.files
    assert not [path for path in cards.files if path.endswith(".pdf")]
    assert "PDF," not in cards.files["routines/desk-break/card/index.html"].decode()
