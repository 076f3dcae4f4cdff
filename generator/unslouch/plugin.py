"""The MkDocs face: reads the content before a build and hands the pages over.

Nothing is decided here; ``library`` says what is right and ``pages`` what it looks like.
"""

from __future__ import annotations

import html
import logging
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from unslouch import cards
from unslouch.cards import preview as social
from unslouch.content import problems
from unslouch.content.library import EXERCISES, ROUTINES, Library
from unslouch.content.load import load
from unslouch.content.problems import Problem, did_you_mean
from unslouch.guide import pictures, words
from unslouch.guide.addresses import ASSETS, SAFETY_PAGE, is_source, shipped
from unslouch.guide.guide import Site
from unslouch.pages import nav, render
from unslouch.pages.figure_guide import examples
from unslouch.pages.render import Pages
from unslouch.tools.cache import Cache

log = logging.getLogger("mkdocs.plugins.unslouch")

_OVERRIDES = "generator"
"""The folder of the theme's custom_dir whose templates take the place of ours."""


_OWN_SHEET = ("sheet.md", "sheet/index.md")
"""Where a page would take the place of the sheet that readers put together."""


class UnslouchOptions(Config):
    """What mkdocs.yml may say under ``plugins: - unslouch:``."""

    exercises_in_nav = option.Type(int, default=40)
    """Up to this many exercises the sidebar lists each; past that, groups of them (a long sidebar is on every page)."""
    default_side = option.Choice(("right", "left"), default="right")
    """The side that a unilateral exercise's steps speak of until the reader switches."""
    language = option.Choice(words.languages(), default="en")
    """The catalogue of interface words."""
    cards = option.Choice(("all", "routines", "none"), default="all")
    """Which printable cards to make: of routines, and of single exercises too."""
    paper = option.Choice(("a4", "letter"), default="a4")
    """The paper that a card's print button means until the reader chooses."""
    licence = option.Type(str, default="")
    """On what terms texts and pictures may be used: a sentence at the foot of every card."""
    cache_dir = option.Type(str, default=".cache/unslouch")
    """Where generated Markdown is kept between builds, from the folder of mkdocs.yml."""


class UnslouchPlugin(BasePlugin[UnslouchOptions]):
    """Adds a page for every exercise, group and routine to a MkDocs site."""

    def __init__(self) -> None:
        self._serving = False
        self._site: Site | None = None
        self._pages: Pages | None = None
        self._rendered: dict[str, str] = {}
        self._made: dict[str, bytes] = {}
        self._notice = ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether somebody is watching; MkDocs keeps a plugin with this event between rebuilds."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Add the Markdown extensions, styles and script the pages rest on, and watch the templates that the author overrides."""
        for extension in ("attr_list", "md_in_html"):
            if extension not in config.markdown_extensions:
                config.markdown_extensions.append(extension)
        config.extra_css[:0] = [f"{ASSETS}/tokens.css", f"{ASSETS}/unslouch.css"]
        script = option.ExtraScriptValue(f"{ASSETS}/unslouch.js")
        script.type = "module"
        config.extra_javascript.append(script)
        if overrides := self._overrides(config):
            config.watch.append(str(overrides))

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check all content, before MkDocs empties the site's folder.

        Errors end a build, with what was built before left as it is. While
        serving, a good library that came before is shown on, with the problems.
        """
        docs, cache = Path(config.docs_dir), Cache(self._cache_folder(config))
        reading = load(docs, cache=cache)
        errors = reading.errors
        if reading.library is not None:
            site = self._new_site(reading.library, config, cache)
            set_pages = Pages(site, self._overrides(config))
            rendered = set_pages.render()
            if (docs / SAFETY_PAGE).exists():
                del rendered[SAFETY_PAGE]
            made = self._cards_of(site, config, cache)
            errors = _clashes([*rendered, *(_OWN_SHEET if made.files else ())], docs) + made.problems
            if not errors:
                self._site, self._pages, self._rendered = site, set_pages, rendered
                self._made = made.files | ({} if self._serving else social.pictures(site, cache))
        self._notice = self._told_on_pages(errors) if errors else ""
        if errors:
            told = "\n\n".join(map(problems.in_full, errors)) + "\n\n" + problems.summary(errors)
            if not (self._serving and self._site):
                raise PluginError("\n" + told)
            log.error("the last good version stays:\n%s", told)
        for warning in reading.warnings:
            log.warning("%s", problems.in_full(warning))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put generated pages and assets in, take the YAML out, and fill the nav's folders."""
        assert self._site is not None
        for file in [file for file in files if is_source(file.src_uri)]:
            files.remove(file)
        sources = nav.sources(self._site.library)
        listed = set(self._expand_nav(config))
        for path, text in self._rendered.items():
            kept = self._keep(config, path, text)
            file = File.generated(config, path, abs_src_path=str(kept))
            file.edit_uri = sources.get(path)
            if path not in listed:
                file.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(file)
        for path, data in (shipped() | self._site.pictures.files() | self._made).items():
            files.append(File.generated(config, path, content=data))
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Fill the markers of hand-written pages."""
        assert self._pages is not None
        if page.file.generated_by:
            return markdown
        for line, word in render.unknown_markers(markdown):
            hint = did_you_mean(word, render.MARKERS)
            place = f"{page.file.src_uri}: the marker {line + 1} of the page's text"
            log.warning("%s: there is nothing called `%s` to put here%s", place, word, f"; {hint}" if hint else "")
        return self._pages.fill_markers(markdown, page.file.src_uri)

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, **_: Any) -> Any:
        """Tell the theme which picture a shared link shows."""
        folder, _, name = page.file.src_uri.rpartition("/")
        preview = f"{social.FOLDER}/{name.removesuffix('.md')}.png"
        if folder == EXERCISES and preview in self._made and config.site_url:
            page.meta["preview"] = f"{config.site_url.rstrip('/')}/{preview}"
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

    @property
    def _words(self) -> words.Words:
        return words.load(self.config.language)

    def _overrides(self, config: MkDocsConfig) -> Path | None:
        custom = config.theme.custom_dir
        folder = Path(custom, _OVERRIDES) if custom else None
        return folder if folder and folder.is_dir() else None

    def _new_site(self, library: Library, config: MkDocsConfig, cache: Cache) -> Site:
        return Site(
            library,
            self._words,
            pictures=pictures.draw(self._drawn(library, Path(config.docs_dir)), cache),
            default_side=self.config.default_side,
            site_url=config.site_url or "",
            name=config.site_name,
            directory_urls=config.use_directory_urls,
            cards={"all": (EXERCISES, ROUTINES), "routines": (ROUTINES,), "none": ()}[self.config.cards],
        )

    def _cards_of(self, site: Site, config: MkDocsConfig, cache: Cache) -> cards.Cards:
        """The cards, without PDFs while serving: an edit is to be seen at once."""
        if self.config.cards == "none":
            return cards.Cards({}, [], [], "")
        made = cards.build(
            site,
            cache,
            pdfs=not self._serving,
            paper=self.config.paper,
            licence=self.config.licence,
        )
        if made.missing:
            log.info("no PDF cards: %s", made.missing)
        docs = Path(config.docs_dir).name
        for remark in made.remarks:
            log.info("%s/%s", docs, remark)
        wrong = [replace(problem, file=f"{docs}/{problem.file}") for problem in made.problems]
        return replace(made, problems=wrong)

    def _drawn(self, library: Library, docs: Path) -> list[pictures.Drawn]:
        """All exercises; and the examples for authors, where a hand-written page shows them."""
        written = (file.read_text(encoding="utf-8", errors="replace") for file in docs.rglob("*.md"))
        return [*library.exercises.values(), *([examples()] if any(map(render.shows_examples, written)) else [])]

    def _cache_folder(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or ".").parent / self.config.cache_dir

    def _keep(self, config: MkDocsConfig, path: str, text: str) -> Path:
        """The page as a file that is touched only when it changes, which is what --dirty builds go by."""
        kept = self._cache_folder(config) / "pages" / path
        data = text.encode()
        if not kept.is_file() or kept.read_bytes() != data:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(data)
        return kept

    def _expand_nav(self, config: MkDocsConfig) -> list[str]:
        """Fill nav entries such as ``exercises/`` with their pages; returns the generated pages the sidebar lists."""
        assert self._site is not None
        entries = {
            f"{folder}/": nav.entry(self._site.library, self._words, f"{folder}/", self.config.exercises_in_nav)
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


def _clashes(rendered: Iterable[str], docs: Path) -> list[Problem]:
    """Hand-written pages that stand where a generated one goes."""
    return [
        Problem.of_file(f"{docs.name}/{path}", "a page of this name is made by Unslouch", "rename or delete this file")
        for path in rendered
        if (docs / path).is_file()
    ]
