"""How exercises are grouped: areas and categories."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.content.test_library import exercise, library
from tests.helpers import ENGLISH
from unslouch.guide import groups


def test_two_spellings_of_an_area_are_one_group():
    two = library(
        exercise("a", areas=["Lower back"]), exercise("b", areas=["lower-back"]), exercise("c", areas=["Hips"])
    )
    hips, back = groups.areas(two, ENGLISH)
    assert (hips.title, back.title, back.path) == ("Hips", "Lower back", "areas/lower-back.md")
    assert [one.id for one in back.exercises] == ["a", "b"]


@pytest.mark.parametrize(
    ("area", "slug"),
    [("腰", "腰"), ("Hüfte", "hufte"), ("Index", "index_"), ("Con", "con_"), ("!?", "other"), ("../x", "x")],
)
def test_any_area_has_an_address(area, slug):
    assert groups.slug_of(area) == slug


def test_categories_that_have_exercises_come_in_the_order_of_the_format():
    kinds = {"a": "strengthening", "b": "stretching", "c": "stretching"}
    three = library(*(exercise(id, category=kind) for id, kind in kinds.items()))
    assert [(group.slug, len(group.exercises)) for group in groups.categories(three, ENGLISH)] == [
        ("stretching", 2),
        ("strengthening", 1),
    ]


@pytest.mark.long
@given(st.text(st.characters(categories=("L", "N", "Zs", "Pd")), min_size=1, max_size=20))
def test_two_ways_to_encode_an_area_are_one_file(area):
    slugs = {groups.slug_of(unicodedata.normalize(form, area)) for form in ("NFC", "NFD")}
    assert len(slugs) == 1


def test_no_area_takes_the_page_of_the_overview_or_of_another_area():
    areas = ("Index", "Index area", "Readme", "readme-area", "Rücken", "허리")
    slugs = [groups.slug_of(area) for area in areas]
    assert len(set(slugs)) == len(areas)
    assert not {"index", "readme"} & set(slugs)


def test_an_area_of_any_length_is_the_name_of_a_file():
    areas = ["ф" * 200, "ф" * 199, "\U00020000" * 200, "x" * 200]
    slugs = [groups.slug_of(area) for area in areas]
    assert len(set(slugs)) == len(areas)
    assert max(len(f"{slug}.md".encode()) for slug in slugs) <= 255


@given(count=st.integers(0, 30), at_most=st.integers(1, 12))
def test_a_list_in_pages_has_each_exercise_once_and_no_page_too_many(count, at_most):
    exercises = [exercise(f"e-{number}") for number in range(count)]
    parts = groups.parts("areas/hips.md", exercises, at_most)
    assert [one for part in parts for one in part.exercises] == exercises
    assert [part.number for part in parts] == list(range(1, max(1, -(-count // at_most)) + 1))
    assert parts[0].path == "areas/hips.md"
    assert len({part.path for part in parts}) == len(parts)
    assert all(len(part.exercises) <= at_most for part in parts)


def test_the_pages_of_all_exercises_are_none_of_an_exercise():
    parts = groups.parts("exercises/index.md", [exercise("a"), exercise("all"), exercise("index")], 1)
    assert [part.path for part in parts] == ["exercises/index.md", "exercises/all_2.md", "exercises/all_3.md"]


@pytest.mark.parametrize(("path", "second"), [("exercises/index.md", "all_2"), ("areas/re-index.md", "re-index_2")])
def test_the_second_page_of_a_list_is_called_after_the_list(path, second):
    folder = path.partition("/")[0]
    assert groups.parts(path, [exercise("a"), exercise("b")], 1)[1].path == f"{folder}/{second}.md"
