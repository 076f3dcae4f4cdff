"""Cards of the guide, made once for all tests here."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.helpers import ROOT
from unslouch.cards import Cards, build
from unslouch.cards.sheet import Part, Row, Sheet
from unslouch.content.library import EXERCISES, ROUTINES, Library, load
from unslouch.guide import pictures as figures
from unslouch.guide import words
from unslouch.guide.guide import Site
from unslouch.tools.cache import Cache

KEPT = Cache(ROOT / ".cache/unslouch")
ENGLISH = words.load("en")
OPTIONS = {"name": "Unslouch", "cards": (EXERCISES, ROUTINES)}
"""As in mkdocs.yml, so that cards made for the site need not be made for tests, nor the other way round."""
ADDRESS = "https://unslouch.github.io/unslouch/"


def site_of(library: Library, **options) -> Site:
    pictures = figures.draw(library.exercises.values(), KEPT)
    return Site(library, ENGLISH, pictures=pictures, site_url=ADDRESS, **OPTIONS | options)


@pytest.fixture(scope="session")
def library() -> Library:
    found = load(ROOT / "content").library
    assert found is not None
    return found


@pytest.fixture(scope="session")
def site(library: Library) -> Site:
    return site_of(library)


@pytest.fixture(scope="session")
def cards(site: Site) -> Cards:
    return build(site, KEPT, licence="Texts and pictures: CC BY 4.0.")


LONG = "Kraftfahrzeughaftpflichtversicherungsgesellschaften"


def overlong(sheet: Sheet) -> Sheet:
    """The sheet with words and doses that no line holds."""
    dose = "20 × 1000–9999 very slow deep belly breaths in, 45–75 s hold, each side"
    rows = tuple(
        Row(f"{n} {LONG}", dose, "rest 1 min 30 s to 2 min", (f"Think of {LONG * 2}.",), (), n) for n in range(1, 5)
    )
    return replace(sheet, title=LONG, intro=LONG * 3, facts=(LONG, LONG), parts=(Part(LONG, rows, note=LONG),))
