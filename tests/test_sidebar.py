"""The nav of mkdocs.yml with our pages in it."""

from __future__ import annotations

import pytest

from tests.helpers import ENGLISH, stand_ins
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.sidebar import Sidebar


@pytest.fixture
def guide(library) -> Guide:
    return Guide(library, ENGLISH, pictures=stand_ins(library))


@pytest.mark.parametrize("written", ["routines/", "routines", "./routines/", "Routines/"])
def test_an_entry_names_a_folder_in_any_way_and_has_a_title(guide, written):
    sidebar = Sidebar(guide, lambda _: True)
    pages = ["routines/index.md", *(f"routines/{id}.md" for id in guide.library.routines)]
    assert sidebar.filled([written]) == [{"Routines": pages}]
    assert sidebar.filled([{"Mine": written}]) == [{"Mine": pages}]
    assert sidebar.filled([{"Deep": ["a.md", written]}]) == [{"Deep": ["a.md", {"Routines": pages}]}]


def test_what_names_no_folder_stays(guide):
    nav = ["index.md", {"A": "routines/index.md"}, {"B": "https://example.org/routines/"}, None]
    assert Sidebar(guide, lambda _: True).filled(nav) == nav


def test_a_page_that_is_not_to_be_listed_is_not(guide):
    sidebar = Sidebar(guide, lambda path: "marching" not in path)
    assert "exercises/marching.md" not in sidebar.paths
    assert "exercises/pigeon-pose.md" in sidebar.paths


def test_a_heading_that_nothing_is_left_of_goes(library):
    guide = Guide(library, ENGLISH, pictures=stand_ins(library), options=Options(exercises_in_nav=1))
    assert any(path.startswith("areas/") for path in Sidebar(guide, lambda _: True).paths)
    (entry,) = Sidebar(guide, lambda path: path.startswith("exercises/")).filled(["exercises"])
    assert entry == {"Exercises": ["exercises/index.md"]}
