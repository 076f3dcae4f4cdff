"""What the site's search finds a page by. That the theme's own search does is tested in tests/site/test_search.py."""

from __future__ import annotations

import pytest
import yaml

from tests.content import test_library as of
from tests.helpers import ENGLISH, catalogue
from unslouch.content import vocabulary
from unslouch.guide import words
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.pages import search
from unslouch.pages.render import Pages

INDEX = {
    "config": {"lang": ["en"], "fields": {"title": {"boost": 1000.0}}},
    "docs": [{"location": "a/", "title": "A", "text": "a"}, {"location": "a/#part", "title": "Part", "text": "b"}],
}


def test_an_exercise_is_found_by_lay_words_latin_and_other_names(library):
    found = search.words_of_exercise(Guide(library, ENGLISH), library.exercises["donkey-kick"])
    assert {"bum", "butt", "gluteus maximus", "glutes", "all fours", "Glute kickback"} <= set(found)
    assert len(found) == len({word.casefold() for word in found})


def test_what_only_helps_is_no_reason_to_be_found_first(library):
    """Of muscles only those that an exercise is for; else every exercise would be found by all."""
    kick = library.exercises["donkey-kick"]
    assert "hamstrings" in kick.muscles.secondary
    assert "hamstrings" not in search.words_of_exercise(Guide(library, ENGLISH), kick)


def test_a_routine_is_found_by_when_to_choose_it_and_by_parts_of_the_body(library):
    found = search.words_of_routine(Guide(library, ENGLISH), library.routines["short-session"])
    assert {"I have sat all day", "workout"} <= set(found)
    assert any(word.endswith("minutes") for word in found)


def test_a_routine_is_found_by_the_part_of_the_body_that_it_is_for_alone(library):
    """Of parts of the body only those that all of its exercises name, in lay words too."""
    guide = Guide(library, ENGLISH)
    for routine in library.routines.values():
        exercises = library.exercises_of(routine)
        found = set(search.words_of_routine(guide, routine))
        for area in {area for exercise in exercises for area in exercise.areas}:
            named = sum(area in exercise.areas for exercise in exercises)
            assert (area in found) == (named == len(exercises)), (routine.id, area)


def test_the_list_of_exercises_is_found_by_what_it_can_leave_out(library):
    found = search.words_of_list(Guide(library, ENGLISH))
    assert {"cannot kneel", "No kneeling", "Nothing on the floor"} <= set(found)


@pytest.mark.whole
def test_pages_carry_the_words_in_their_front_matter(library):
    pages = Pages(Guide(library, ENGLISH)).render()
    for path, word in (
        ("exercises/donkey-kick.md", "bum"),
        ("routines/plan.md", "workout"),
        ("exercises/index.md", "cannot kneel"),
        ("safety.md", "doctor"),
    ):
        meta = yaml.safe_load(pages[path].split("---\n")[1])
        assert word in search.of_page(meta), path


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ({}, []),
        ({"search": {"boost": 2}}, []),
        ({"search": None}, []),
        ({"search": {"words": "sciatica, disc"}}, ["sciatica, disc"]),
        ({"search": {"words": ["disc", 7]}}, ["disc", "7"]),
    ],
)
def test_an_authors_page_can_say_what_it_is_found_by(meta, expected):
    assert search.of_page(meta) == expected


def test_an_index_gets_a_field_that_weighs_more_than_a_title_and_is_no_excerpt():
    known = search.amended(INDEX, {"a/": ["bum", "butt"], "b/": ["x"]}, [{"location": "c/", "title": "C", "text": ""}])
    assert known["config"]["fields"] == {"title": {"boost": 1000.0}, "words": {"boost": search.BOOST}}
    assert known["config"]["lang"] == ["en"]
    assert known["docs"] == [
        {"location": "a/", "title": "A", "text": "a", "words": "bum, butt"},
        {"location": "a/#part", "title": "Part", "text": "b"},
        {"location": "c/", "title": "C", "text": ""},
    ]
    assert "words" not in INDEX["docs"][0]


def test_the_readers_own_sheet_is_found_where_there_is_one(library):
    (sheet,) = search.more(Guide(library, ENGLISH))
    assert sheet["location"] == "sheet/index.html"
    assert "pdf" in sheet["words"]
    assert list(search.more(Guide(library, ENGLISH, options=Options(cards="none")))) == []


@pytest.mark.parametrize("language", words.languages())
def test_lay_words_are_of_the_vocabulary_of_parts_of_the_body_or_of_pages(language):
    parts = {"buttocks", "core", "groin", "hips", "knees", "legs", "thighs"}
    known = {*vocabulary.CATEGORIES, *vocabulary.POSITIONS, *vocabulary.MUSCLES, *vocabulary.EQUIPMENT, *parts}
    assert set(catalogue(language)["searched"]) - known == {
        *("exercises", "routines", "safety", "sheet", "week"),
        *("all-on-chair", "all-on-feet"),
    }


@pytest.mark.parametrize(("position", "found"), [("sitting", True), ("standing", False)])
def test_a_routine_that_is_all_on_a_chair_is_found_by_who_sits(position, found):
    made = of.library(of.exercise("a", position=position), of.routine("r", {"name": "Part", "exercises": ["a"]}))
    assert ("wheelchair" in search.words_of_routine(Guide(made, ENGLISH), made.routines["r"])) == found
