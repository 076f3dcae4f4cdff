"""The search of a large guide: an index in pieces, of which a browser loads the few that a question needs.

The theme's own search loads the text of all pages and reads it through before its first answer. Pagefind makes the pieces and
finds in them; ``pages/worker/pieces.js`` takes the place of the theme's worker and answers as that does, so that field, answers
and keys stay the theme's. A worker is under no page's policy: Pagefind's WebAssembly runs, and pages may run no more than before.
"""

from __future__ import annotations

import html
import json
import logging
import re
import shutil
import subprocess
import tempfile
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from unslouch.guide.guide import Guide
from unslouch.pages.search import FIELD, Index

log = logging.getLogger("mkdocs.plugins.unslouch")

LARGE = 150
"""From so many exercises on: their index has half a megabyte, and a phone thinks for a second before its first answer."""
FOLDER = "search/pieces"
"""Where in a site the pieces are, and what finds in them."""
WORKER = "pieces.js"
"""What answers, among the theme's workers."""

_WORKERS = "assets/javascripts/workers"
_THEMES = re.compile(r"search(?<!\wsearch)\.[0-9a-f]{8}\.min\.js\b")
"""The theme's worker, as its pages name it; an expression that begins with letters is looked for far quicker."""
_NEEDED = re.compile(r"pagefind\.js|pagefind-entry\.json|wasm\.(?!unknown).*|.*\.pf_\w+")
"""What of Pagefind's files the worker asks for; others show answers in a way of their own."""
_INSTALL = 'pip install "unslouch[search]"'


def take_over(site: Path, guide: Guide, *, whole: bool) -> None:
    """Give a written site its search in pieces, where its guide is large or its author wants that; not where it is to stay ``whole``."""
    index, count = site / "search/search_index.json", len(guide.library.exercises)
    chosen, there = guide.options.search, find_spec("pagefind") is not None
    if whole or chosen == "whole" or (chosen == "automatic" and count < LARGE) or not index.is_file():
        return
    if not any(_THEMES.fullmatch(path.name) for path in site.glob(f"{_WORKERS}/*")):
        if chosen == "pieces":
            raise PluginError("unslouch: search: pieces needs the theme Material; with another, leave `search` out")
        return
    if not there and chosen == "automatic":
        log.info("phones are slow to search %d exercises; for a quick search: %s", count, _INSTALL)
        return
    if not there:
        raise PluginError(f"unslouch: search: pieces needs Pagefind; {_INSTALL}")
    known = json.loads(index.read_text("utf-8"))
    _write_pieces(site / FOLDER, known)
    index.write_text(json.dumps(known | {"docs": []}, ensure_ascii=False, separators=(",", ":")), "utf-8")
    source = resources.files("unslouch.pages") / "worker" / WORKER
    (site / _WORKERS / WORKER).write_text(source.read_text("utf-8"), "utf-8", newline="\n")
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        if (asking := _THEMES.sub(WORKER, text)) != text:
            page.write_text(asking, "utf-8", newline="\n")


def _write_pieces(target: Path, index: Index) -> None:
    pages: dict[str, list[dict[str, Any]]] = {}
    for doc in index["docs"]:
        pages.setdefault(doc["location"].partition("#")[0], []).append(doc)
    with tempfile.TemporaryDirectory() as scratch:
        texts, made = Path(scratch, "texts"), Path(scratch, "made")
        texts.mkdir()
        for number, (location, docs) in enumerate(pages.items()):
            (texts / f"{number}.html").write_text(_text(location, docs), "utf-8")
        languages = index["config"]["lang"]
        _run_pagefind(texts, made, languages[0] if len(languages) == 1 else "en")
        for file in made.rglob("*"):
            if file.is_file() and _NEEDED.fullmatch(file.name):
                place = target / file.relative_to(made)
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, place)


def _text(location: str, docs: list[dict[str, Any]]) -> str:
    """A page of the site as Pagefind reads it: what it is found by beside its text is told apart, and shown in no excerpt."""
    first, *sections = docs
    said = {
        "title": first["title"],
        "location": location,
        "boost": str(first.get("boost", 1)),
        FIELD: first.get(FIELD, ""),
    }
    about = "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{html.escape(value)}">' for name, value in said.items()
    )
    text = first["text"] + "".join(f"<h2>{one['title']}</h2>{one['text']}" for one in sections)
    return f"<!doctype html><html><body>{about}{text or first['title']}</body></html>"  # one without a text is left out


def _run_pagefind(texts: Path, made: Path, language: str) -> None:
    from pagefind.service import get_executable

    options = ["--site", texts, "--output-path", made, "--force-language", language, "--silent"]
    try:
        command = list(map(str, [get_executable() or "pagefind", *options]))
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise PluginError(f"unslouch: Pagefind does not run: {error}; {_INSTALL}, or write `search: whole`") from error
    if done.returncode:
        raise PluginError(f"unslouch: Pagefind could not make the search: {done.stderr or done.stdout}")
