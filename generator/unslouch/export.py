"""The whole guide as a project of plain Markdown, which engines build that know nothing of this plugin."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from html import escape
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import meta

from unslouch import plain, settings
from unslouch.assembly import Assembled
from unslouch.content.files import Content, kept_back
from unslouch.offline import keeping
from unslouch.pages import blocks, search
from unslouch.tools import folder

_TITLE = re.compile(r"^# .*\n", re.MULTILINE)
_FRONT = "---\n"
HOOK = resources.files("unslouch") / plain.HOOK


def export(
    made: Assembled, content: Content, target: Path, said: Mapping[str, Any], config: MkDocsConfig | None
) -> int:
    """Write what a site gets, what its author wrote by hand, and a mkdocs.yml that builds it; returns how many files.

    ``said`` is what mkdocs.yml says, and ``config`` what MkDocs makes of it. What an engine built in ``target`` stays there.

    Raises :class:`unslouch.tools.folder.NotOurs` where ``target`` holds files of somebody else.
    """
    docs = {path: _page(made, path, text).encode() for path, text in made.rendered.items()}
    docs |= {path: data.encode() if isinstance(data, str) else data for path, data in made.files.items()}
    docs |= {path: file.place.read_bytes() for path, file in content.files.items() if not kept_back(path)}
    docs |= {path: text.encode() for path, text in _by_hand(made, content, docs)}
    docs[keeping.WORKER] = keeping.gone().encode()
    files = {f"{plain.DOCS}/{path}": data for path, data in docs.items()}
    files |= _overrides(config)
    files |= {plain.FILE: plain.written(said, made, config), plain.HOOK: HOOK.read_bytes()}
    folder.fill(target, files, beside=(plain.SITE, plain.KEPT))
    return len(files)


def _page(made: Assembled, path: str, text: str) -> str:
    """A page of ours with what the plugin tells the theme of it."""
    text = _found_by(text)
    if address := made.preview(path):
        return f"---\npreview: {json.dumps(address)}\n{text.removeprefix(_FRONT)}"
    return text


def _by_hand(made: Assembled, content: Content, docs: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The hand-written pages with their markers filled; a safety page takes the place of the one made from safety.yml."""
    places = {_address(made, path): path for path in docs}
    for path, file in content.files.items():
        if path.endswith(".md"):
            text = blocks.addressed(file.text(), partial(_from_source, path, _address(made, path), places))
            yield path, _found_by(made.pages.fill_markers(text, path))


def _address(made: Assembled, path: str) -> str:
    """Where in the site a file is."""
    return made.guide.place(path).lstrip("/") if path.endswith(".md") else path


def _from_source(path: str, address: str, places: Mapping[str, str], link: str) -> str:
    """A link in an author's HTML, which MkDocs leaves as it is: it leads from address to address, and here from source to source."""
    to = re.split("[?#]", link)[0]
    target = (
        posixpath.normpath(posixpath.join(posixpath.dirname(address), unquote(to)))
        .removesuffix("index.html")
        .rstrip("/")
    )
    source = next((places[one] for one in (target, f"{target}/", f"{target}/index.html") if one in places), None)
    if source is None:
        return link
    return quote(posixpath.relpath(source, posixpath.dirname(path) or ".")) + link[len(to) :]


def _found_by(text: str) -> str:
    """A page with the words that it is searched by where every engine's search reads them, and no reader sees them."""
    words = search.of_page(meta.get_data(text)[1])
    if not words:
        return text
    title = _TITLE.search(text)
    end = title.end() if title else len(text)
    return f"{text[:end].rstrip()}\n\n<p hidden>{escape(', '.join(words))}</p>\n{text[end:]}"


def _overrides(config: MkDocsConfig | None) -> dict[str, bytes]:
    """The author's own part of the theme, without the templates of our pages, which are set by then."""
    if not config or not config.theme.custom_dir:
        return {}
    root, ours = Path(config.theme.custom_dir), settings.overrides(config)
    found = (path for path in sorted(root.rglob("*")) if path.is_file() and not (ours and path.is_relative_to(ours)))
    return {f"{plain.OVERRIDES}/{path.relative_to(root).as_posix()}": path.read_bytes() for path in found}
