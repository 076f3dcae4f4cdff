"""The MkDocs face: reads the content before a build and hands the pages over.

Nothing is decided here; ``library`` says what is right and ``pages`` what it looks like.
"""

from __future__ import annotations

import html
import json
import logging
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from unslouch import settings
from unslouch.cards import build as cards
from unslouch.cards import preview
from unslouch.content import problems
from unslouch.content.library import EXERCISES, ROUTINES
from unslouch.content.problems import Problem, did_you_mean
from unslouch.exchange import published
from unslouch.guide import words as catalogue
from unslouch.guide.addresses import ASSETS, SAFETY_PAGE, is_source, shipped
from unslouch.guide.build import build
from unslouch.guide.guide import Guide
from unslouch.guide.pictures import Drawn
from unslouch.guide.words import Words
from unslouch.offline import app, from_disk, keeping
from unslouch.pages import calendar, nav, render, search
from unslouch.pages.figure_guide import examples
from unslouch.pages.render import Pages
from unslouch.player import build as player
from unslouch.settings import PluginOptions
from unslouch.tools import kept
from unslouch.tools.kept import Cache

log = logging.getLogger("mkdocs.plugins.unslouch")

_OWN_SHEET = ("sheet.md", "sheet/index.md")
"""Where a page would take the place of the sheet that readers put together."""
_PLAYER = ("play.md", "play/index.md")
"""The same of the player."""


class _Page(File):
    """A page of ours. Its text is in memory, where no other build can put its own in the way."""

    published = False
    """Whether the last build that filled the site's folder filled it with this very text."""

    def is_modified(self) -> bool:
        """What --dirty builds go by."""
        return not (self.published and Path(self.abs_dest_path).is_file())


class UnslouchPlugin(BasePlugin[PluginOptions]):
    """Adds a page for every exercise, group and routine to a MkDocs site."""

    def __init__(self) -> None:
        self._serving = False
        self._guide: Guide | None = None
        self._pages: Pages | None = None
        self._rendered: dict[str, str] = {}
        self._made: dict[str, bytes] = {}
        self._notice = ""
        self._unfilled: list[str] = []
        self._searched: dict[str, list[str]] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether somebody is watching; MkDocs keeps a plugin with this event between rebuilds."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Add the Markdown extensions, styles and script the pages rest on, and watch the templates that the author overrides."""
        settings.cache(config)
        for extension in ("attr_list", "md_in_html"):
            if extension not in config.markdown_extensions:
                config.markdown_extensions.append(extension)
        config.extra_css[:0] = [f"{ASSETS}/tokens.css", f"{ASSETS}/unslouch.css"]
        script = option.ExtraScriptValue(f"{ASSETS}/unslouch.js")
        script.type = "module"
        config.extra_javascript.append(script)
        if overrides := settings.overrides(config):
            config.watch.append(str(overrides))

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check all content, before MkDocs empties the site's folder.

        Errors end a build, with what was built before left as it is. While
        serving, a good library that came before is shown on, with the problems.
        """
        docs, cache = Path(config.docs_dir), settings.cache(config)
        if settings.opens_from_disk(config):  # what the theme's plugin loads from elsewhere is done by ours
            config.extra["polyfills"] = [one for one in config.extra.get("polyfills", []) if "iframe-worker" not in one]
        guide, reading = build(docs, settings.options(config), cache, also=_examples_asked_for(docs, self._words))
        errors = reading.errors
        if guide is not None:
            set_pages = Pages(guide, settings.overrides(config))
            rendered = set_pages.render()
            if (docs / SAFETY_PAGE).exists():
                del rendered[SAFETY_PAGE]
            made = self._cards_of(guide, docs.name, cache)
            errors = _clashes([*rendered, *_PLAYER, *(_OWN_SHEET if made.files else ())], docs) + made.problems
            if not errors:
                self._guide, self._pages, self._rendered = guide, set_pages, rendered
                self._made = made.files | player.files(guide) | calendar.files(guide)
                data = published.files(guide.library, guide.options.about)
                self._made |= {path: text for path, text in data.items() if not (docs / path).exists()}
                if not self._serving:
                    self._made |= preview.pictures(guide, cache)
                if self._keeps(config):
                    self._made |= app.files(guide, cache)
        cache.forget_unused()
        self._notice = self._told_on_pages(errors) if errors else ""
        self._unfilled = []
        if errors:
            told = "\n\n".join(map(problems.in_full, errors)) + "\n\n" + problems.summary(errors)
            if not (self._serving and self._guide):
                raise PluginError("\n" + told)
            log.error("the last good version stays:\n%s", told)
        for warning in reading.warnings:
            log.warning("%s", problems.in_full(warning))
        if reading.todo:
            log.info("%d exercises have something still to complete: `unslouch check` lists it", len(reading.todo))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put generated pages and assets in, take the YAML out, and fill the nav's folders."""
        assert self._guide is not None
        for file in [file for file in files if is_source(file.src_uri)]:
            files.remove(file)
        sources = nav.sources(self._guide.library)
        listed = set(self._expand_nav(config))
        published = self._published(config)
        for path, text in self._rendered.items():
            file = _Page.generated(config, path, content=text)
            assert isinstance(file, _Page)
            file.published = kept.key(path, text) in published
            file.edit_uri = sources.get(path)
            if path not in listed:
                file.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(file)
        for path, data in (shipped() | self._guide.pictures.files() | self._made).items():
            files.append(File.generated(config, path, content=data))
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Fill the markers of hand-written pages."""
        assert self._pages is not None
        if page.file.generated_by:
            return markdown
        for line, word in self._pages.unknown_markers(markdown):
            hint = did_you_mean(word, self._pages.markers)
            place = f"{page.file.src_uri}: the marker {line + 1} of the page's text"
            log.warning("%s: there is nothing called `%s` to put here%s", place, word, f"; {hint}" if hint else "")
        return self._pages.fill_markers(markdown, page.file.src_uri)

    def on_page_content(self, content: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Look for markers that nothing was put in the place of, in a page as readers would get it."""
        self._unfilled += [f"{page.file.src_uri}: {marker} is not filled" for marker in render.unfilled(content)]

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """All pages are set and none is written yet: the last moment to say that one lacks something."""
        if self._unfilled:
            told = "\n".join(
                [*self._unfilled, "a marker stands on a line of its own and names what there is to put there"]
            )
            if not self._serving:
                raise PluginError("\n" + told)
            log.error("%s", told)

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, **_: Any) -> Any:
        """Tell the theme which picture a shared link shows, and note what the page is searched by."""
        self._searched[page.url] = search.of_page(page.meta)
        folder, __, name = page.file.src_uri.rpartition("/")
        picture = f"{preview.FOLDER}/{name.removesuffix('.md')}.png"
        if folder == EXERCISES and picture in self._made and config.site_url:
            page.meta["preview"] = f"{config.site_url.rstrip('/')}/{picture}"
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """While serving, show on every page what is wrong with the newest edit."""
        if not self._notice:
            return output
        head, body, rest = output.partition("<body")
        tag, close, rest = rest.partition(">")
        return head + body + tag + close + self._notice + rest

    def _told_on_pages(self, errors: list[Problem]) -> str:
        told = html.escape("\n\n".join(map(problems.in_full, errors)))
        title = html.escape(self._words.say("broken_edit"))
        return f'<div class="us-broken" role="alert"><strong>{title}</strong><pre>{told}</pre></div>'

    @event_priority(-100)  # the search's own event has written its index by then
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Give the search its words, make the site work without a network, and remember which pages it holds now."""
        assert self._guide is not None
        index = Path(config.site_dir, "search/search_index.json")
        if index.is_file():
            known = search.amended(json.loads(index.read_text("utf-8")), self._searched, search.more(self._guide))
            index.write_text(json.dumps(known, ensure_ascii=False, separators=(",", ":")), "utf-8")
        self._without_network(config)
        keys = [kept.key(path, text) for path, text in self._rendered.items()]
        settings.cache(config).put("published", kept.key(config.site_dir), "\n".join(keys).encode())

    def _keeps(self, config: MkDocsConfig) -> bool:
        """Whether readers' devices keep the site. While serving they keep nothing, for an edit is to be seen at once."""
        return self.config.offline and not self._serving and not settings.opens_from_disk(config)

    def _without_network(self, config: MkDocsConfig) -> None:
        """All files are there: what is to be done goes by them."""
        site = Path(config.site_dir)
        if self._keeps(config):
            held = keeping.keep(site, self._words)
            log.info("a first visit keeps %d files, %.1f MB before compression", len(held.now), held.bytes / 1e6)
        elif settings.opens_from_disk(config):
            for wrong in from_disk.open_from_disk(site):
                log.warning("%s", wrong)
        else:
            keeping.leave(site)

    @property
    def _words(self) -> Words:
        return catalogue.load(self.config.language)

    def _cards_of(self, guide: Guide, docs: str, cache: Cache) -> cards.Cards:
        """The cards, without PDFs while serving: an edit is to be seen at once."""
        if not guide.cards:
            return cards.Cards({}, [], [], "")
        made = cards.build(guide, cache, pdfs=not self._serving)
        if made.missing:
            log.info("no PDF cards: %s", made.missing)
        for remark in made.remarks:
            log.info("%s/%s", docs, remark)
        wrong = [replace(problem, file=f"{docs}/{problem.file}") for problem in made.problems]
        return replace(made, problems=wrong)

    def _published(self, config: MkDocsConfig) -> set[str]:
        """The pages that the site's folder holds; from now on none, until all are written."""
        cache, key = settings.cache(config), kept.key(config.site_dir)
        keys = cache.get("published", key) or b""
        cache.put("published", key, b"")
        return set(keys.decode().split())

    def _expand_nav(self, config: MkDocsConfig) -> list[str]:
        """Fill nav entries such as ``exercises/`` with their pages; returns the generated pages the sidebar lists."""
        assert self._guide is not None
        at_most = self._guide.options.exercises_in_nav
        entries: dict[str, Any] = {
            f"{folder}/": nav.entry(self._guide.library, self._words, f"{folder}/", at_most)
            for folder in (EXERCISES, ROUTINES)
        }

        def fill(item: Any) -> Any:
            if isinstance(item, str):
                return entries.get(item, item)
            if isinstance(item, list):
                return [fill(one) for one in item]
            if isinstance(item, dict):
                return {title: fill(one) for title, one in item.items()}
            return item

        if config.nav is not None:
            config.nav = fill(config.nav)
        return [path for entry in entries.values() for path in _paths(entry)]


def _paths(entry: Any) -> list[str]:
    if isinstance(entry, str):
        return [entry]
    items = entry.values() if isinstance(entry, dict) else entry
    return [path for item in items for path in _paths(item)]


def _examples_asked_for(docs: Path, words: Words) -> list[Drawn]:
    """The examples for authors, where a hand-written page shows them: they are drawn only then."""
    written = (file.read_text(encoding="utf-8", errors="replace") for file in docs.rglob("*.md"))
    return [examples(words)] if any(map(render.shows_examples, written)) else []


def _clashes(rendered: Iterable[str], docs: Path) -> list[Problem]:
    """Hand-written pages that stand where a generated one goes."""
    return [
        Problem.of_file(f"{docs.name}/{path}", "a page of this name is made by Unslouch", "rename or delete this file")
        for path in rendered
        if (docs / path).is_file()
    ]
