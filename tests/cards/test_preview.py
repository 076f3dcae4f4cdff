"""The picture of a shared link."""

import struct

import pytest

from tests.helpers import guide_of
from unslouch.cards import preview
from unslouch.content.library import Library
from unslouch.tools.kept import Cache


@pytest.mark.pdf
def test_a_drawn_exercise_has_a_preview_of_the_usual_size_and_is_drawn_once(library, tmp_path, monkeypatch):
    one = Library({"side-squat": library.exercises["side-squat"]}, {}, library.safety)
    cache = Cache(tmp_path)
    drawn = preview.pictures(guide_of(one), cache)
    (png,) = drawn.values()
    assert list(drawn) == ["assets/social/side-squat.png"]
    assert struct.unpack(">II", png[16:24]) == preview.SIZE
    assert len(png) < 100_000
    monkeypatch.setattr(preview, "png", lambda page: 1 / 0)
    assert preview.pictures(guide_of(one), cache) == drawn


@pytest.mark.long
def test_without_weasyprint_there_are_none(library, monkeypatch, tmp_path):
    monkeypatch.setattr("unslouch.cards.engine.missing", lambda: "install this")
    assert preview.pictures(guide_of(library), Cache(tmp_path)) == {}
