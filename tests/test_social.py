"""The picture of a shared link."""

import struct

from generator import social
from generator.cache import Cache
from generator.library import Library
from tests.cards.conftest import site_of


def test_a_drawn_exercise_has_a_preview_of_the_usual_size_and_is_drawn_once(tmp_path, monkeypatch):
    from generator.library import load
    from tests.conftest import ROOT

    library = load(ROOT / "content").library
    one = Library({"side-squat": library.exercises["side-squat"]}, {}, library.safety)
    cache = Cache(tmp_path)
    drawn = social.pictures(site_of(one), cache)
    (png,) = drawn.values()
    assert list(drawn) == ["assets/social/side-squat.png"]
    assert struct.unpack(">II", png[16:24]) == social.SIZE
    assert len(png) < 100_000
    monkeypatch.setattr(social, "_png", lambda page: 1 / 0)
    assert social.pictures(site_of(one), cache) == drawn


def test_without_weasyprint_there_are_none(monkeypatch, tmp_path):
    monkeypatch.setattr("generator.cards.pdf.missing", lambda: "install this")
    from generator.library import load
    from tests.conftest import ROOT

    assert social.pictures(site_of(load(ROOT / "content").library), Cache(tmp_path)) == {}
