"""Cards of the fixture, made once for all tests."""

from __future__ import annotations

import pytest

from tests.helpers import alone, kept
from unslouch.cards.build import Cards, build
from unslouch.guide.guide import Guide
from unslouch.tools.kept import Cache


@pytest.fixture(scope="session")
def cards(guide: Guide) -> Cards:
    with alone("cards"):
        return build(guide, Cache(kept()))
