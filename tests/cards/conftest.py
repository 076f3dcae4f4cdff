"""Cards of the guide, made once for all tests here."""

from __future__ import annotations

import pytest

from generator import figures, words
from generator.cache import Cache
from generator.cards import Cards, build
from generator.library import Library, load
from generator.site import Site
from tests.conftest import ROOT

KEPT = Cache(ROOT / ".cache/unslouch")
ENGLISH = words.load("en")
ADDRESS = "https://unslouch.github.io/unslouch/"


def site_of(library: Library, **options) -> Site:
    pictures = figures.draw(library.exercises.values(), KEPT)
    return Site(library, ENGLISH, pictures=pictures, site_url=ADDRESS, **options)


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
    return build(site, KEPT)
