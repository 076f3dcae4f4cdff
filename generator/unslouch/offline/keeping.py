"""A built site that a reader's device keeps: its worker, and in the head of every page what leads to that.

All is told from the files that are there, whoever made them: pages of the theme, cards, the sheet, the player.
"""

from __future__ import annotations

import html
import json
from importlib import resources
from pathlib import Path

from unslouch.guide.addresses import ASSETS
from unslouch.guide.words import Words
from unslouch.offline import app, site_files
from unslouch.offline.linking import link
from unslouch.offline.site_files import Kept

WORKER = "sw.js"
"""It answers for its own folder and all below, so it stands at the site's root."""
_SCRIPT = f"{ASSETS}/offline/keep.js"
_SOURCES = resources.files("unslouch.offline") / "worker"


def keep(site: Path, words: Words) -> Kept:
    """Write the worker of the site in a folder, and lead every page there."""
    icon = (site / app.TOUCH).is_file()
    for page in sorted(site.rglob("*.html")):
        path = page.relative_to(site).as_posix()
        if path not in (*site_files.NOT_PAGES, app.ABSENT):
            text = page.read_text(encoding="utf-8")
            page.write_text(_led(text, "../" * path.count("/"), words, icon=icon), encoding="utf-8", newline="\n")
    kept = site_files.kept(site)
    what = {"now": kept.now, "later": kept.later, "absent": app.ABSENT}
    data = json.dumps(what, ensure_ascii=False, separators=(",", ":"))
    _write(site, f"const SITE = {data};\n{_linked('worker.js')}")
    return kept


def leave(site: Path) -> None:
    """Write a worker that takes away what an earlier one keeps."""
    _write(site, gone())


def gone() -> str:
    """That worker."""
    return _linked("gone.js")


def _led(page: str, root: str, words: Words, *, icon: bool) -> str:
    """A page with what its head lacks; its own stays."""
    tags = {
        'rel="manifest"': f'<link rel="manifest" href="{root}{app.MANIFEST}">',
        'name="theme-color"': f'<meta name="theme-color" content="{app.colour("--us-accent")}">',
        'rel="apple-touch-icon"': f'<link rel="apple-touch-icon" href="{root}{app.TOUCH}">' if icon else "",
        "data-us-newer": f'<script type="module" src="{root}{_SCRIPT}" data-us-newer="{_said(words, "newer")}" '
        f'data-us-take="{_said(words, "newer_take")}"></script>',
    }
    head, end, rest = page.partition("</head>")
    return head + "".join(tag for mark, tag in tags.items() if end and mark not in head) + end + rest


def _said(words: Words, key: str) -> str:
    return html.escape(words.say(key))


def _linked(name: str) -> str:
    return link(name, lambda path: (_SOURCES / path).read_text(encoding="utf-8"))


def _write(site: Path, text: str) -> None:
    (site / WORKER).write_text(text, encoding="utf-8", newline="\n")
