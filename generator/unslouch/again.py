"""While serving: an edit is built on top of the last whole build, and only what it touches, so that it is seen at once.

MkDocs builds all of a site for each edit. Where nothing has changed but what is written in files of the content, a page is
converted again where its Markdown is another, and set again where the titles around it are. Everything else is as the last build left
it. Where files come or go, options or templates change, or a plugin may look at more than one page, all is built by MkDocs.
"""

from __future__ import annotations

import logging
import os
import re
import time
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from mkdocs.utils import get_build_date

from unslouch import made
from unslouch.content import files as content_files
from unslouch.content.files import kept_back

log = logging.getLogger("mkdocs.plugins.unslouch")

_KNOWN = ("search", "material/search", "unslouch")
"""Plugins that look at one page at a time, and change nothing of it."""
_INCLUDES = ("snippet", "include")
"""What extensions of Markdown are called that put other files into a page."""
_LOOKS_ABOUT = re.compile(r"(?<![.\w])pages\b|\bbuild_date|\bnow\(")
"""What a template of the author's own may ask for beside the page that it sets."""
_OWN_OF_A_PAGE = ("description", "search", "title")
"""What of a page's front matter no other page shows, but for its title, which is compared by itself."""

Listing = dict[str, tuple[int, int]]
"""Files → when each was last changed, and its size."""
Texts = Mapping[str, str]
"""Pages by their paths below docs_dir → Markdown, whole."""


@dataclass
class _Whole:
    """A site as it is built."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: jinja2.Environment
    texts: Texts
    around: list[Any]


class Again:
    """Remembers the site of one server from build to build."""

    def __init__(self) -> None:
        self.converted = self.written = 0
        """How many pages the last build converted, and set."""
        self._whole: _Whole | None = None
        self._seen: tuple[Listing, Listing] = {}, {}
        self.files, self.nav = Files([]), Navigation([], [])
        self.env: jinja2.Environment | None = None
        """Those of the whole build that goes on, or went before."""
        self._found: dict[str, list[dict[str, Any]]] = {}

    def begin(self, config: MkDocsConfig) -> None:
        """A whole build begins: what is changed from now on, it may not have seen."""
        self._whole = None
        self._seen = _content(config), _around(config)

    def end(self, config: MkDocsConfig, texts: Texts) -> None:
        """All is written, and the next edit can be built on top of it where nothing stands in the way."""
        pages = _pages(self.files)
        self.converted = self.written = len(pages)
        self._found = {}
        self._take_found(config, {page.file.src_uri for page in pages})
        if self.env and may(config):
            self._whole = _Whole(config, self.files, self.nav, self.env, texts, _shown_around(self.nav))

    def changed(self) -> set[str] | None:
        """The files of the content that were changed since the last build; nothing where more than that has changed."""
        if self._whole is None:
            return None
        (content, around), self._seen = self._seen, (_content(self._whole.config), _around(self._whole.config))
        if content.keys() != self._seen[0].keys() or around != self._seen[1]:
            return None
        return {path for path, state in content.items() if state != self._seen[0][path]}

    def build(self, texts: Texts, changed: Collection[str]) -> bool:
        """Build on top of the last whole build: pages of which the ``texts`` are others, and ``changed`` files.

        A page that was changed while the last build went on has its text among ``texts`` already, and may not be built of it. Nothing is done where there are other pages than before.
        """
        whole, start = self._whole, time.monotonic()
        if whole is None or texts.keys() != whole.texts.keys():
            return False
        self._whole = None  # until all of it is right again
        config, files = whole.config, whole.files
        _entries(config).clear()
        touched = {path for path, text in texts.items() if text != whole.texts[path] or path in changed}
        for page in _pages(files, touched):
            if isinstance(page.file, made.Page):
                page.file.say(texts[page.file.src_uri])
            build._populate_page(page, config, files)
        for file in (file for path in changed if (file := files.get_file_from_path(path))):
            if not (file.is_documentation_page() or kept_back(file.src_uri) or file.inclusion.is_excluded()):
                file.copy_file()
        for page in _pages(files):
            page.update_date = get_build_date()
        env = config.plugins.on_env(whole.env, config=config, files=files)
        around = _shown_around(whole.nav)
        self.converted = len(touched)
        self._set(whole, env, touched, everything=around != whole.around)
        self._take_found(config, touched)
        for page in _pages(files):
            page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        self._whole = _Whole(config, files, whole.nav, env, texts, around)
        log.info("%d of %d pages built in %.2f seconds", self.written, len(texts), time.monotonic() - start)
        return True

    def _set(self, whole: _Whole, env: jinja2.Environment, touched: Collection[str], *, everything: bool) -> None:
        """Set pages in their templates; one that is set again as it is has the mark of a draft by now."""
        documents = whole.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        chosen = _pages(whole.files, None if everything else touched)
        for page in chosen:
            draft = page.file.inclusion.is_excluded() and page.file.src_uri in touched
            build._build_page(page, whole.config, documents, whole.nav, env, excluded=draft)
        self.written = len(chosen)
        for template in whole.config.theme.static_templates:
            if everything or template == "sitemap.xml":
                build._build_theme_template(template, env, whole.files, whole.config, whole.nav)

    # the search

    def _take_found(self, config: MkDocsConfig, of: Collection[str]) -> None:
        """Keep what the search has read of pages."""
        new: dict[str, list[dict[str, Any]]] = {}
        for doc in _entries(config):
            new.setdefault(doc["location"].partition("#")[0], []).append(doc)
        for page in _pages(self.files, of):
            self._found[page.url] = new.get(page.url, [])

    def write_found(self, config: MkDocsConfig) -> None:
        """Have the search write its index of all pages."""
        _entries(config)[:] = [doc for found in self._found.values() for doc in found]
        _search(config).on_post_build(config=config)

    @staticmethod
    def is_searched(config: MkDocsConfig) -> bool:
        """Whether there is a search."""
        return _search(config) is not None

    @property
    def texts(self) -> Texts:
        """What the pages are built of; nothing where the last build was not ended."""
        return self._whole.texts if self._whole else {}

    @property
    def config(self) -> MkDocsConfig:
        """That of the last build, which an edit goes by."""
        assert self._whole
        return self._whole.config


def _search(config: MkDocsConfig) -> Any:
    """The theme's search, or MkDocs's, where it is on."""
    plugin = config.plugins.get("material/search") or config.plugins.get("search")
    return plugin if hasattr(plugin, "search_index") else None


def _entries(config: MkDocsConfig) -> list[dict[str, Any]]:
    """What the search has read and not written yet."""
    index: Any = getattr(_search(config), "search_index", None)
    entries: list[dict[str, Any]] = index.entries if hasattr(index, "entries") else getattr(index, "_entries", [])
    return entries


def _pages(files: Files, of: Collection[str] | None = None) -> list[Page]:
    """The pages of a site, or some of them by their paths below docs_dir; in their order."""
    pages = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
    return [file.page for file in pages if file.page and (of is None or file.src_uri in of)]


def _shown_around(nav: Navigation) -> list[Any]:
    """What every page shows of others: what stands in the nav."""
    told = []
    for item in _all(nav):
        meta = {key: value for key, value in getattr(item, "meta", {}).items() if key not in _OWN_OF_A_PAGE}
        told.append((item.title, getattr(item, "url", ""), len(item.children or ()), meta))
    return told


def _all(nav: Navigation) -> Iterator[Any]:
    """Everything in the nav, from top to bottom."""
    waiting = list(reversed(nav.items))
    while waiting:
        yield (item := waiting.pop())
        waiting += reversed(item.children or [])


def may(config: MkDocsConfig) -> bool:
    """Whether nothing looks at more than one page, of which we would not know."""
    if config.strict or not set(config.plugins).issubset(_KNOWN) or config.hooks or config.extra_templates:
        return False
    if any(word in extension for extension in config.markdown_extensions for word in _INCLUDES):
        return False
    own = (Path(path) for path in _around(config) if path.endswith(".html"))
    return not any(_LOOKS_ABOUT.search(path.read_text("utf-8")) for path in own)


def _content(config: MkDocsConfig) -> Listing:
    """The content folder as it is now; files that MkDocs and we pass over may come and go."""
    root, hidden = Path(config.docs_dir), not config.exclude_docs
    found = content_files.on_disk(root, (lambda _: "") if not hidden else None)
    return {path: _state(file.place) for path, file in found.files.items()}


def _around(config: MkDocsConfig) -> Listing:
    """What a site is made from beside its content: mkdocs.yml with what that inherits, the author's part of the theme, what else is watched."""
    places = [*map(Path, config.watch), *([Path(config.theme.custom_dir)] if config.theme.custom_dir else [])]
    found = [path for place in places for path in (place, *place.rglob("*")) if path.is_file()]
    return {str(path): _state(path) for path in [*_configs(config.config_file_path), *found]}


def _configs(path: str | None) -> Iterator[Path]:
    """A configuration's file, and what it inherits from."""
    while path and os.path.isfile(path):
        yield Path(path)
        inherits = re.search(r"^INHERIT:\s*[\"']?([^\"'#\n]+)", Path(path).read_text("utf-8"), re.MULTILINE)
        path = str(Path(path).parent / inherits[1].strip()) if inherits else None


def _state(path: Path) -> tuple[int, int]:
    try:
        about = path.stat()
    except OSError:
        return 0, 0
    return about.st_mtime_ns, about.st_size


def lists_once(theme: Theme) -> None:
    """Look for the theme's files once; those of the author's part of it come and go."""
    get_env, own = theme.get_env, theme.custom_dir

    def environment() -> jinja2.Environment:
        made = get_env()
        made.loader = _Files(theme.dirs, own)
        return made

    theme.get_env = environment  # type: ignore[method-assign]


class _Files(jinja2.FileSystemLoader):
    """The files of a theme: of its own part those that can be in a site, which MkDocs asks for in each build."""

    def __init__(self, folders: list[str], own: str | None) -> None:
        super().__init__(folders)
        self._own = own

    def list_templates(self) -> list[str]:
        return sorted({name for one in self.searchpath for name in (_listed if one == self._own else _once)(one)})


def _listed(folder: str) -> list[str]:
    return [name for name in jinja2.FileSystemLoader(folder).list_templates() if not name.startswith(".")]


_once = cache(_listed)
