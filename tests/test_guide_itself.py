"""The guide in ``content/``: nothing is wrong with it, its pictures are small and told in words, it builds, and its cards fit.

No other test but ``test_care.py`` looks at it, and this one at no exercise or routine by name: a new one needs no test.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
from pathlib import Path

import pypdf
import pytest
import yaml

from tests.content.test_schema import PlainLoader, schema
from tests.helpers import ENGLISH, GUIDE_KEPT, ROOT, build, for_all, live
from unslouch.content.library import EXERCISES, ROUTINES, Library
from unslouch.content.problems import in_full
from unslouch.guide import pictures
from unslouch.guide.guide import Guide
from unslouch.guide.pictures import Pictures
from unslouch.tools.kept import Cache

CONTENT = ROOT / "content"
KEPT = Cache(GUIDE_KEPT)
FILES = sorted(CONTENT.rglob("*.yml"))
NUMBERS = {"five": 5, "ten": 10, "fifteen": 15, "twenty": 20}


@pytest.fixture(scope="module")
def guide() -> Library:
    found = live().library
    assert found is not None, "unslouch check says what is wrong"
    return found


@pytest.fixture(scope="module")
def drawn(guide: Library) -> Pictures:
    return pictures.draw(guide.exercises.values(), KEPT, ENGLISH)


def test_nothing_is_wrong_with_the_guide():
    assert [in_full(problem) for problem in live().problems] == []


@pytest.mark.long
def test_every_file_keeps_to_its_schema():
    for path in FILES:
        kind = {EXERCISES: "exercise", ROUTINES: "routine"}.get(path.parent.name, "safety")
        faults = schema(kind).iter_errors(yaml.load(path.read_text(encoding="utf-8"), PlainLoader))
        assert [fault.message for fault in faults] == [], path.name


@pytest.mark.whole
def test_every_exercise_is_drawn_from_start_to_end(guide):
    assert {
        id for id, one in guide.exercises.items() if not one.figure or not {"start", "end"} <= set(one.figure.poses)
    } == set()


@pytest.mark.build
def test_pictures_are_small_and_each_has_words_of_its_own(guide, drawn):
    most = {"page": 7 * 1024, "small": 7 * 1024, "moving": 64 * 1024}
    most_packed = 18 * 1024
    for exercise in guide.exercises.values():
        jobs = pictures.jobs([exercise])
        shown = {(job.pose, job.form): drawn.of(exercise, job.pose, job.form) for job in jobs}
        assert {where for where, one in shown.items() if len(one.svg("screen")) > most[where[1]]} == set(), exercise.id
        packed = {where: len(gzip.compress(one.svg("screen").encode())) for where, one in shown.items()}
        assert max(packed.values()) <= most_packed, exercise.id
        for side in ("right", "left"):
            told = [one.alt(side) for (_, form), one in shown.items() if form == "page"]
            assert len(set(told)) == len(told), told
            assert [text for text in told if not re.fullmatch(r"[A-Z][^{}]{9,148}\.", text)] == []


@pytest.mark.long
def test_a_routine_that_says_its_minutes_takes_them(guide):
    for routine in guide.routines.values():
        for word in re.findall(r"(\w+)-minute", routine.name.lower()):
            total = guide.routine_seconds(routine)
            minutes = NUMBERS.get(word) or int(word)
            assert 0.8 * 60 * minutes <= total.low <= total.high <= 1.2 * 60 * minutes, routine.id


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Path:
    """The site, which is not built where there is a warning."""

    def make(folder: Path) -> None:
        for name in ("content", "overrides"):
            shutil.copytree(ROOT / name, folder / name)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        GUIDE_KEPT.mkdir(parents=True, exist_ok=True)
        (folder / ".cache").mkdir()
        (folder / ".cache/unslouch").symlink_to(GUIDE_KEPT, target_is_directory=True)
        result = build(folder, "--strict")
        assert result.returncode == 0, result.stderr
        assert [line for line in result.stderr.splitlines() if "no PDF cards" in line] == []

    return for_all(tmp_path_factory, "guide", make) / "site"


@pytest.mark.build
@pytest.mark.pdf
def test_it_builds_without_a_warning_and_every_card_fits_one_page(guide, published):
    for folder, entries in ((EXERCISES, guide.exercises), (ROUTINES, guide.routines)):
        for id in entries:
            assert (published / folder / id / "index.html").is_file()
            for paper in ("a4", "letter"):
                card = published / folder / id / "card"
                assert len(pypdf.PdfReader(card / f"{id}-{paper}.pdf").pages) == 1, id
                assert len(pypdf.PdfReader(card / f"{id}-large-{paper}.pdf").pages) >= 1, id
    pages = Guide(guide, ENGLISH)
    home = (published / "index.html").read_text(encoding="utf-8")
    assert [id for id in guide.routines if f'href="{pages.place(f"{ROUTINES}/{id}.md")}"' not in home] == []


@pytest.mark.build
@pytest.mark.pdf
@pytest.mark.parametrize("words", ["sciatica", "leg pain"])
def test_search_can_find_the_page_on_the_leg(published, words):
    index = json.loads((published / "search/search_index.json").read_text(encoding="utf-8"))
    told = " ".join(f"{one['title']} {one['text']}" for one in index["docs"] if one["location"].startswith("leg-pain/"))
    assert all(re.search(rf"\b{word}\b", told, re.IGNORECASE) for word in words.split())
