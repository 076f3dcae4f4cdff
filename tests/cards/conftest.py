"""Cards of the fixture, made once for all tests."""

from __future__ import annotations

import pytest

from tests.helpers import alone, kept
from unslouch.cards.build import Cards, build
from unslouch.guide.guide import Site
from unslouch.tools.kept import Cache


@pytest.fixture(scope="session")
def cards(site: Site) -> Cards:
    with alone("cards"):
        return build(site, Cache(kept()))
