"""While serving: what the next build takes over from the last, so that an edit is seen at once.

MkDocs builds every page anew. Here a page whose Markdown is as it was, in a site whose other files and options are as they
were, keeps its HTML; and where all titles are as they were too, the whole page is as it was written, and its search with it.
Where a plugin or a template may look at more than that, nothing is taken over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from unslouch.asked import Asked
from unslouch.content.load import Known

_KNOWN = ("search", "material/search", "unslouch")
"""Plugins that look at one page at a time, and change nothing of it."""
_INCLUDES = ("snippet", "include")
"""What extensions of Markdown are called that put other files into a page."""
_LOOKS_ABOUT = re.compile(r"(?<![.\w])pages\b|\bbuild_date|\bnow\(")
"""What a template of the author's own may ask for beside the page that it sets."""


@dataclass
class _Kept:
    """A page as the last build had it."""

    markdown: str
    values: dict[str, Any] = field(default_factory=dict)
    around: str = ""
    output: str = ""
    found: list[dict[str, Any]] = field(default_factory=list)


_VALUES = ("content", "toc", "_title_from_render", "present_anchor_ids", "links_to_anchors")
"""What MkDocs knows of a page once its Markdown is converted."""


class Again:
    """Remembers pages from build to build of one server."""

    def __init__(self) -> None:
        self.converted = 0
        """How many pages the last build converted, and set."""
        self.written = 0
        self.files = Known()
        """The files of content as they were understood."""
        self.asked = Asked()
        self._state = ""
        self._order: list[tuple[str, str]] = []
        self._meta: Any = {}
        self._pages: dict[str, _Kept] = {}
        self._next: dict[str, _Kept] = {}
        self._same: set[str] = set()
        self._around = ""

    def begin(self, config: MkDocsConfig, files: Files, nav: Navigation) -> None:
        """Forget all pages where anything that is common to them has changed."""
        self.converted = self.written = 0
        self._order = []
        self._same, self._next, self._nav = set(), {}, nav
        state = "\n".join(_state(config, files)) if self._may(config) else ""
        if not state or state != self._state:
            self._pages = {}
        self._state = state

    def lists_once(self, theme: Theme) -> None:
        """Look for the theme's files once; those of the author's part of it come and go."""
        get_env, own = theme.get_env, theme.custom_dir

        def environment() -> jinja2.Environment:
            made = get_env()
            made.loader = _Files(theme.dirs, own)
            return made

        theme.get_env = environment  # type: ignore[method-assign]

    def _may(self, config: MkDocsConfig) -> bool:
        if not set(config.plugins).issubset(_KNOWN) or config.hooks:
            return False
        if any(word in extension for extension in config.markdown_extensions for word in _INCLUDES):
            return False
        pages = (path for path in _own_files(config) if path.suffix == ".html")
        return not any(_LOOKS_ABOUT.search(path.read_text("utf-8")) for path in pages)

    def convert(self, page: Page, markdown: str, light: Callable[[str], str]) -> str:
        """The Markdown that is to be converted: nothing where the page is as it was, else ``light`` of it."""
        path = page.file.src_uri
        was = self._pages.get(path)
        if not was or was.markdown != f"{page.meta}\n{markdown}":
            self._next[path] = _Kept(f"{page.meta}\n{markdown}")
            self.converted += 1
            return light(markdown)
        self._next[path] = was
        self._same.add(path)
        return ""

    def whole(self, page: Page, content: str, files: Files) -> str:
        """The page's HTML, new or as it was."""
        kept = self._next[page.file.src_uri]
        if page.file.src_uri not in self._same:
            page.content = content
            kept.values = {name: getattr(page, name) for name in _VALUES}
            return content
        for name in _VALUES:
            setattr(page, name, kept.values[name])
        here = (
            (files.get_file_from_path(file.src_uri), links) for file, links in (page.links_to_anchors or {}).items()
        )
        page.links_to_anchors = {file: links for file, links in here if file}
        return str(kept.values["content"])

    def around(self, env: jinja2.Environment) -> None:
        """All titles are known: what stands on every page beside its own content."""
        told = (f"{item.title} {getattr(item, 'url', '')} {len(item.children or ())}" for item in _all(self._nav))
        self._around = "\n".join(told)
        env.extend(again=self)
        env.template_class = _Template

    def _is_written(self, page: Page) -> bool:
        """Whether the page can stay as the last build wrote it."""
        kept = self._next.get(page.file.src_uri)
        return bool(kept and page.file.src_uri in self._same and kept.output and kept.around == self._around)

    def output(self, page: Page, render: Callable[[], str]) -> str:
        """The page in its template."""
        kept = self._next.get(page.file.src_uri)
        if kept is None:
            return render()
        if not self._is_written(page):
            self.written += 1
            kept.output, kept.around = render(), self._around
            kept.found = []
        return kept.output

    def hide(self, page: Page) -> None:
        """Keep the search from reading a page that it has read."""
        self._order.append((page.file.src_uri, page.url))
        if self._is_written(page):
            self._meta = page.meta
            page.meta = {**page.meta, "search": {"exclude": True}}

    def show(self, page: Page) -> None:
        """The page as its author has it."""
        if self._is_written(page):
            page.meta = self._meta

    def end(self, docs: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The search's documents with those of pages that are as they were, in their order.

        All is written by now, and the next build may rely on it.
        """
        new: dict[str, list[dict[str, Any]]] = {}
        for doc in docs:
            new.setdefault(doc["location"].partition("#")[0], []).append(doc)
        listed = []
        for path, url in self._order:
            if kept := self._next.get(path):
                kept.found = new.pop(url, []) or kept.found
                listed += kept.found
        self._pages = self._next
        return [*listed, *(doc for rest in new.values() for doc in rest)]


class _Template(jinja2.Template):
    """A template that sets a page only where it would come out otherwise than it did."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        again: Again = self.environment.again  # type: ignore[attr-defined]
        page = args[0].get("page") if args else None
        return (
            again.output(page, lambda: super(_Template, self).render(*args, **kwargs))
            if page
            else super().render(*args, **kwargs)
        )


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


def _state(config: MkDocsConfig, files: Files) -> Iterator[str]:
    """What is common to all pages: options, templates, and which files there are."""
    told = {name: value for name, value in config.items() if name not in ("plugins", "theme", "hooks", "site_dir")}
    told |= {f"plugin {name}": dict(plugin.config) for name, plugin in config.plugins.items()}
    told["theme"] = dict(config.theme)
    for name, value in told.items():
        yield re.sub(" at 0x[0-9a-f]+", "", f"{name}: {value!r}")
    for path in _own_files(config):
        yield f"{path} {path.stat().st_mtime_ns} {path.stat().st_size}"
    for file in files:
        yield f"{file.src_uri} {file.url} {file.inclusion.name} {file.edit_uri}"


def _own_files(config: MkDocsConfig) -> list[Path]:
    """The author's own part of the theme."""
    folder = config.theme.custom_dir
    return sorted(path for path in Path(folder).rglob("*") if path.is_file()) if folder else []


def _all(nav: Navigation) -> Iterator[Any]:
    """Everything in the nav, from top to bottom."""
    waiting = list(reversed(nav.items))
    while waiting:
        yield (item := waiting.pop())
        waiting += reversed(item.children or [])
