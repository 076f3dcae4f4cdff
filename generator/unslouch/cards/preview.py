"""The picture that a shared link shows: an exercise's start and end with its name, as PNG."""

from __future__ import annotations

import io
from typing import Any

from pydantic import ConfigDict, TypeAdapter

from unslouch.cards import engine, press
from unslouch.cards.html import templates
from unslouch.figure.language import END, START
from unslouch.guide.guide import Guide
from unslouch.tools import kept
from unslouch.tools.kept import Cache

FOLDER = "assets/social"
SIZE = (1200, 630)
"""Pixels: the 1.91 : 1 that link previews are cut to."""
PNG = TypeAdapter(bytes, config=ConfigDict(ser_json_bytes="base64", val_json_bytes="base64"))
"""The form in which a picture is kept."""


def pictures(guide: Guide, cache: Cache) -> dict[str, bytes]:
    """Path in the site → PNG for every drawn exercise; nothing where what makes PDFs is missing."""
    pages = {}
    for exercise in guide.library.exercises.values():
        shown = [guide.pictures.of(exercise, pose, "small") for pose in (START, END)]
        drawn = {f"assets/figures/{n}.svg": one.svg("print") for n, one in enumerate(shown) if one}
        if drawn:
            text = guide.plain(exercise.summary)
            page = _html(guide.words.language, exercise.name, text, guide.name, list(drawn))
            pages[f"{FOLDER}/{exercise.id}.png"] = page, drawn
    engines = engine.version()
    keys = {path: kept.key(engines, page) for path, page in pages.items()}
    jobs = {key: pages[path] for path, key in keys.items()}
    if not cache.has("social", jobs) and engine.missing():
        return {}
    previews = kept.kept(cache, "social", jobs, png, PNG, "Drawing previews")
    return {path: previews[key] for path, key in keys.items()}


def _html(language: str, name: str, text: str, brand: str, drawn: list[str]) -> str:
    template = templates().get_template("preview.html.j2")
    return template.render(language=language, name=name, text=text, brand=brand, drawn=drawn, size=SIZE)


def png(page: tuple[str, dict[str, str]]) -> bytes:
    """A page of HTML that brings its own size, with its drawings by their places, as a picture."""
    import pypdfium2

    html, drawn = page
    document: Any = pypdfium2.PdfDocument(press.Press(drawn).plain(html))
    out = io.BytesIO()
    document[0].render(scale=96 / 72).to_pil().quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()
