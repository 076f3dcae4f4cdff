"""The picture that a shared link shows: an exercise's start and end with its name, as PNG."""

from __future__ import annotations

import hashlib
import io
import json
from typing import Any

from unslouch.cards import press
from unslouch.cards.html import templates
from unslouch.figure import recolour
from unslouch.guide.guide import Site
from unslouch.tools import parallel
from unslouch.tools.cache import Cache

FOLDER = "assets/social"
SIZE = (1200, 630)
"""Pixels: the 1.91 : 1 that link previews are cut to."""


def pictures(site: Site, cache: Cache) -> dict[str, bytes]:
    """Path in the site → PNG for every drawn exercise; nothing where what makes PDFs is missing."""
    if press.missing():
        return {}
    cache = cache.below("social")
    pages = {}
    for exercise in site.library.exercises.values():
        shown = [site.pictures.of(exercise, pose, "small") for pose in ("start", "end")]
        drawn = {f"assets/figures/{n}.svg": recolour(one.svg, "print") for n, one in enumerate(shown) if one}
        if drawn:
            text = site.plain(exercise.summary)
            pages[f"{FOLDER}/{exercise.id}.png"] = _html(exercise.name, text, site.name, list(drawn)), drawn
    keys = {
        path: hashlib.sha256(json.dumps([page, press.style(), press.version()]).encode()).hexdigest()[:24]
        for path, page in pages.items()
    }
    kept = {path: cache.get(key) for path, key in keys.items()}
    new = [path for path, data in kept.items() if data is None]
    for path, png in zip(new, parallel.run(_png, [pages[path] for path in new], "Drawing previews"), strict=True):
        cache.put(keys[path], png)
        kept[path] = png
    cache.forget_unused()
    return {path: data for path, data in kept.items() if data is not None}


def _html(name: str, text: str, brand: str, drawn: list[str]) -> str:
    return templates().get_template("preview.html.j2").render(name=name, text=text, brand=brand, drawn=drawn, size=SIZE)


def _png(page: tuple[str, dict[str, str]]) -> bytes:
    import pypdfium2

    html, drawn = page
    document: Any = pypdfium2.PdfDocument(press.Press(drawn).plain(html))
    out = io.BytesIO()
    document[0].render(scale=96 / 72).to_pil().quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()
