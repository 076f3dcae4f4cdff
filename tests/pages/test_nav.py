"""The sidebar, and which file each page is made from."""

from __future__ import annotations

from tests.content.test_library import exercise
from tests.content.test_library import library as library_of
from tests.helpers import ENGLISH
from unslouch.content.library import Library
from unslouch.pages import nav


def test_sources_lead_from_a_page_to_its_yaml(library: Library) -> None:
    assert nav.sources(library)["exercises/marching.md"] == "exercises/marching.yml"
    assert nav.sources(library)["routines/plan.md"] == "routines/plan.yml"


def test_the_sidebar_lists_exercises_while_they_are_few(library: Library) -> None:
    count = len(library.exercises)
    few = nav.entry(library, ENGLISH, "exercises/", count)
    assert few == ["exercises/index.md", *(f"exercises/{id}.md" for id in library.exercises)]
    many = nav.entry(library, ENGLISH, "exercises/", count - 1)
    assert many[0] == "exercises/index.md"
    assert {"Lower-back": "areas/lower-back.md"} in many[1]["By part of the body"]
    assert "exercises/" not in str(many[1:])


def test_the_sidebar_folds_exercises_by_their_kind_where_they_are_many(library: Library) -> None:
    some = [exercise(f"s{n}", category="stretching") for n in range(nav.FEW)]
    folded = nav.entry(library_of(exercise("b", category="balance"), *some), ENGLISH, "exercises/", 40)
    assert folded == [
        "exercises/index.md",
        {"Stretching": [f"exercises/s{n}.md" for n in range(nav.FEW)]},
        {"Balance": ["exercises/b.md"]},
    ]


def test_the_sidebar_lists_every_routine(library: Library) -> None:
    assert nav.entry(library, ENGLISH, "routines/", 1) == [
        "routines/index.md",
        *(f"routines/{id}.md" for id in library.routines),
    ]


def test_a_heading_of_the_sidebar_is_text_and_no_html() -> None:
    strange = library_of(exercise("a", areas=["<b>hips"]), exercise("b"))
    areas = nav.entry(strange, ENGLISH, "exercises/", 1)[1]
    assert areas == {"By part of the body": [{"&lt;b&gt;hips": "areas/b-hips.md"}]}
