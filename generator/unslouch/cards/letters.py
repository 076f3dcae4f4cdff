"""Whether there is a font for every letter of a guide when its PDFs are set: ours, or one of this machine's."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

from unslouch.cards import engine

_KINDS = (".ttf", ".otf", ".ttc", ".otc", ".woff2")


def lacking(texts: Iterable[str]) -> list[str]:
    """The letters of ``texts`` that no font here has, in order. Only where :func:`engine.missing` says nothing."""
    wanted = {letter for text in texts for letter in text if unicodedata.category(letter).startswith("L")}
    with resources.as_file(resources.files("unslouch.cards") / "assets/fonts") as ours:
        for file in (*sorted(ours.iterdir()), *_of_this_machine()):
            if not wanted:
                break
            if file.suffix.lower() in _KINDS:
                had = _letters(file)
                wanted = {letter for letter in wanted if ord(letter) not in had}
    return sorted(wanted)


def _of_this_machine() -> Iterator[Path]:
    for folder in engine.FONT_FOLDERS:
        yield from sorted(Path(folder).expanduser().rglob("*"))


def _letters(file: Path) -> set[int]:
    """The letters that a font's file has; none where it cannot be read."""
    from fontTools.ttLib import TTCollection, TTFont, TTLibError

    try:
        fonts = TTCollection(file).fonts if file.suffix.lower() in (".ttc", ".otc") else [TTFont(file, lazy=True)]
        return {letter for font in fonts for letter in font.getBestCmap() or ()}
    except (OSError, TTLibError):
        return set()
