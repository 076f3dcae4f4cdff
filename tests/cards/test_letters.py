"""Fonts for a guide's letters."""

from __future__ import annotations

import pytest

from unslouch.cards import engine, letters

pytestmark = pytest.mark.pdf


def test_our_fonts_have_the_letters_they_are_for(monkeypatch):
    monkeypatch.setattr(engine, "FONT_FOLDERS", ())
    assert letters.lacking(["Étirement, Größe, łódź, tập thể dục. 1 × 30 s – “yes” 🙂"]) == []


def test_a_letter_of_no_font_is_told(monkeypatch):
    monkeypatch.setattr(engine, "FONT_FOLDERS", ())
    assert letters.lacking(["ストレッチ a", "ス"]) == sorted("ストレッチ")


def test_a_font_of_this_machine_counts_and_a_damaged_one_does_not(monkeypatch, tmp_path):
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    monkeypatch.setattr(engine, "FONT_FOLDERS", (str(tmp_path),))
    assert letters.lacking(["あ"]) == ["あ"]
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    font = FontBuilder(1000)
    font.setupGlyphOrder([".notdef", "a"])
    font.setupCharacterMap({ord("あ"): "a"})
    font.setupGlyf({name: TTGlyphPen(None).glyph() for name in (".notdef", "a")})
    font.setupHorizontalMetrics(dict.fromkeys((".notdef", "a"), (500, 0)))
    font.setupHorizontalHeader()
    font.setupNameTable({"familyName": "A", "styleName": "R"})
    font.setupOS2()
    font.setupPost()
    font.save(tmp_path / "a.ttf")
    assert letters.lacking(["あ"]) == []
