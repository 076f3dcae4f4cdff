"""What makes an app of the guide: its name, colours and icons; and the page for what is not on the device."""

from __future__ import annotations

import json
import re
from functools import cache

import jinja2

from unslouch.cards import engine, preview
from unslouch.cards.html import menu
from unslouch.figure.language import END, START
from unslouch.guide.addresses import ASSETS, shipped
from unslouch.guide.guide import Guide
from unslouch.tools import kept
from unslouch.tools.kept import Cache
from unslouch.tools.templates import environment

MANIFEST = "manifest.webmanifest"
ABSENT = "offline.html"
"""The page that says that something is not here."""
ICON = f"{ASSETS}/icons/{{name}}.png"
TOUCH = ICON.format(name="192")
"""The icon for a home screen that knows no manifest."""
_ICONS = {"192": (192, 0.92), "512": (512, 0.92), "512-maskable": (512, 0.64)}
"""Name → pixels, and the part of it that the figure fills: a system cuts a maskable one to a shape of its own."""


def files(guide: Guide, cache: Cache) -> dict[str, bytes]:
    """Path in the site → bytes. Icons are there where what makes PDFs is."""
    icons = _icons(guide, cache)
    page = _templates().get_template("offline.html.j2")
    text = page.render(
        say=guide.words.say,
        language=guide.words.language,
        guide=guide.name,
        menu=menu(guide),
        root="",
        home="index.html",
        assets=ASSETS,
        cards=guide.cards,
    )
    return {MANIFEST: _manifest(guide, icons), ABSENT: text.encode(), **icons, **shipped("offline")}


@cache
def colour(name: str) -> str:
    """A colour by its name in tokens.css, of the light scheme."""
    found = re.search(rf"{name}: (#\w+);", shipped()[f"{ASSETS}/tokens.css"].decode())
    assert found
    return found[1]


def _manifest(guide: Guide, icons: dict[str, bytes]) -> bytes:
    about = {
        "name": guide.name or guide.words.say("exercises"),
        "lang": guide.words.language,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": colour("--us-accent"),
        "background_color": colour("--us-print-ground"),
        "icons": [
            {
                "src": ICON.format(name=name),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": "maskable" if name.endswith("maskable") else "any",
            }
            for name, (size, _) in _ICONS.items()
            if icons
        ],
    }
    return json.dumps(about, ensure_ascii=False, indent=1).encode()


def _icons(guide: Guide, cache: Cache) -> dict[str, bytes]:
    """The drawing that is nearest to a square: a person lying would be small in one."""
    found = (guide.pictures.of(one, pose, "small") for one in guide.library.exercises.values() for pose in (END, START))
    drawings = [one for one in found if one]
    if not drawings:
        return {}
    picture = max(drawings, key=lambda one: min(one.width, one.height) / max(one.width, one.height))
    drawn = {"assets/figures/icon.svg": picture.svg("print")}
    template = _templates().get_template("icon.html.j2")
    pages = {
        ICON.format(name=name): (
            template.render(
                size=size, fills=fills * size, drawn=list(drawn), language=guide.words.language, name=guide.name
            ),
            drawn,
        )
        for name, (size, fills) in _ICONS.items()
    }
    keys = {path: kept.key(engine.version(), page) for path, page in pages.items()}
    jobs = {key: pages[path] for path, key in keys.items()}
    if not cache.has("icons", jobs) and engine.missing():
        return {}
    made = kept.kept(cache, "icons", jobs, preview.png, preview.PNG, "Drawing icons")
    return {path: made[key] for path, key in keys.items()}


@cache
def _templates() -> jinja2.Environment:
    return environment("unslouch.offline", "unslouch.cards", html=True)
