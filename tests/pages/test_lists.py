"""Lists of exercises in several pages, and what the script of the first loads of the others."""

from __future__ import annotations

import json
from functools import partial

import pytest
import yaml

from tests.helpers import ENGLISH, stand_ins
from unslouch.guide import finding
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.pages import render
from unslouch.pages.render import Pages


@pytest.fixture(scope="module")
def guide(library) -> Guide:
    return Guide(library, ENGLISH, pictures=stand_ins(library), options=Options(exercises_in_list=2))


def test_a_short_list_has_one_page_and_loads_nothing(library):
    pages = Pages(Guide(library, ENGLISH))
    assert pages.makes() == {}
    assert not [path for path in pages.render() if "_" in path]
    assert "us-pages" not in pages.render()["exercises/index.md"]


def test_a_long_list_comes_in_pages_that_no_search_finds(guide):
    pages = Pages(guide).render()
    assert {"exercises/all_2.md", "exercises/all_3.md", "areas/hips_2.md", "categories/strengthening_2.md"} < set(pages)
    assert "areas/groin_2.md" not in pages
    for path, text in pages.items():
        search = yaml.safe_load(text.split("---\n")[1]).get("search", {})
        assert search.get("exclude", False) == ("_" in path), path


def test_the_rest_of_the_list_is_loaded_with_facts_and_rows_that_lead_where_those_of_the_page_do(guide, library):
    (path, make), *others = Pages(guide).makes().items()
    assert (path, others) == (finding.REST, [])
    said = json.loads(make())
    rest = list(library.exercises.values())[2:]
    assert len(said) == len(rest)
    for exercise, one in zip(rest, said, strict=True):
        assert one["blocks"] == f"1:{' '.join(library.asks_of(exercise))}"
        assert f'<a href="{exercise.id}/">{exercise.name}</a>' in one["row"]
        assert "data-us-blocks" not in one["row"]
    assert "../assets/figures/donkey-kick/" in said[0]["row"]


def test_rows_lead_to_files_where_the_site_has_no_folders(library):
    options = Options(exercises_in_list=5, directory_urls=False)
    (make,) = Pages(Guide(library, ENGLISH, options=options)).makes().values()
    assert '<a href="side-squat.html">' in json.loads(make())[0]["row"]


def test_a_row_leads_from_the_folder_of_its_list(library):
    pages, squat = Pages(Guide(library, ENGLISH)), library.exercises["side-squat"]
    for folder in ("exercises", "routines", "areas"):
        link = partial(render._link, folder)
        row = pages._once(lambda one, link=link: f"{link(f'exercises/{one.id}.md')} {link('assets')}", link, squat)
        assert row == {"exercises": "side-squat.md ../assets"}.get(folder, "../exercises/side-squat.md ../assets")
