"""The MkDocs face: reads the content before a build and hands the pages over.

Nothing is decided here; ``library`` says what is right and ``pages`` what it looks like.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from unslouch import beside, choice, dated, made, nav_once, pieces, plain, settings, spaces, telling, written
from unslouch.again import lists_once
from unslouch.content.files import kept_back
from unslouch.content.library import SAFETY
from unslouch.converting import Converting
from unslouch.guide import policy
from unslouch.guide.addresses import SAFETY_PAGE, SCRIPT, STYLES
from unslouch.pages import nav, render, search
from unslouch.served import ServesEdits
from unslouch.settings import PluginOptions
from unslouch.sidebar import Sidebar
from unslouch.swap import SwapsSite
from unslouch.tools import kept
from unslouch.tools.templates import BYTECODE

log = logging.getLogger("mkdocs.plugins.unslouch")


class UnslouchPlugin(ServesEdits, SwapsSite, BasePlugin[PluginOptions]):
    """Adds a page for every exercise, group and routine to a MkDocs site."""

    def __init__(self) -> None:
        super().__init__()
        self._shelf = made.Shelf()
        self._titles: list[str] = []
        self._converting = Converting()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether somebody is watching; MkDocs keeps a plugin with this event between rebuilds."""
        self._begin(serving=command == "serve", dirty=dirty)
        super().on_startup(command=command, dirty=dirty)

    def on_shutdown(self) -> None:
        """Nothing goes on."""
        self._drawing.stop()
        super().on_shutdown()

    @event_priority(1000)  # no plugin knows another folder of the site
    def _before_all_others(self, config: MkDocsConfig) -> None:
        """Say first what cannot be, and have the site made beside the one there is."""
        beside.refuse(config)
        settings.cache(config)
        self._begin_beside(config)

    def _for_pages(self, config: MkDocsConfig) -> None:
        """Add the Markdown extensions, styles and script the pages rest on, and watch the templates that the author overrides."""
        for extension in plain.EXTENSIONS:
            if extension not in config.markdown_extensions:
                config.markdown_extensions.append(extension)
        config.extra_css[:0] = STYLES
        script = option.ExtraScriptValue(SCRIPT)
        script.type = "module"
        config.extra_javascript.append(script)
        if overrides := settings.overrides(config):
            config.watch.append(str(overrides))

    on_config = CombinedEvent(_before_all_others, _for_pages)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check all content before MkDocs empties the site's folder, so that errors leave what was built before.

        Where another plugin has a say in the files, that is waited for.
        """
        self._content, self._result = None, None
        self._unfilled = []
        self._shelf, self._cache, self._converting = made.Shelf(), settings.cache(config), Converting()
        if "material/search" in config.plugins:  # elsewhere the theme's package is not loaded
            from unslouch import quick_search

            quick_search.speed_up(config)
        if self._again:
            lists_once(config.theme)
            self._again.begin(config)
        if settings.opens_from_disk(config):  # what the theme's plugin loads from elsewhere is done by ours
            config.extra["polyfills"] = [one for one in config.extra.get("polyfills", []) if "iframe-worker" not in one]
        if not self._others_have_a_say(config):
            self._read(choice.on_disk(config, drafts=self._serving), config)
            self._tell()

    def _in_its_turn(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put generated pages and assets in, for the plugins that come after."""
        self._read(choice.of_files(files, config, drafts=self._serving), config)
        self._put_in(files, config)
        return files

    @event_priority(-90)
    def _after_all_others(self, files: Files, *, config: MkDocsConfig) -> Files:
        """The same again where others put in what makes a difference; by now it shows whether anything is wrong."""
        ours = self._good.rendered if self._good else ()
        if self._read(choice.of_files(files, config, drafts=self._serving, without=ours), config):
            self._put_in(files, config)
        if config.nav is not None and self._sidebar:
            config.nav = self._sidebar.filled(config.nav)
        if self._others_have_a_say(config):
            self._tell()
        for file in [file for file in files if kept_back(file.src_uri)]:
            files.remove(file)
        return files

    on_files = CombinedEvent(_in_its_turn, _after_all_others)

    def _put_in(self, files: Files, config: MkDocsConfig) -> None:
        """Our pages and assets, in the place of those that an earlier turn put in."""
        for file in [file for file in files if isinstance(file, made.Made)]:
            files.remove(file)
        if not self._good:
            return
        sources = nav.sources(self._good.guide.library) | {SAFETY_PAGE: SAFETY}
        levels = {page: choice.inclusion(config, sources.get(page, page)) for page in self._good.rendered}
        self._sidebar = Sidebar(self._good.guide, lambda path: levels[path] is not InclusionLevel.NOT_IN_NAV)
        for path in (path for path, level in levels.items() if level.is_excluded() and path not in sources):
            log.info("%s stays, whatever leaves it out: other pages link to it", path)
        listed, published = self._sidebar.paths, self._published()
        for path, text in self._good.rendered.items():
            page = self._shelf.page(config, path, text)
            page.published = kept.key(path, text) in published
            if source := files.get_file_from_path(sources.get(path, "")):
                page.is_of(source)
            page.inclusion = InclusionLevel.INCLUDED if path in listed else InclusionLevel.NOT_IN_NAV
            if path in sources and levels[path] is InclusionLevel.DRAFT:
                page.inclusion = InclusionLevel.DRAFT
            files.append(page)
        for path, content in self._good.files.items():
            files.append(self._shelf.file(config, path, content))
        for path, make in self._good.waiting.items():
            files.append(self._shelf.waiting(config, path, make))
        beside.without_history(config, [path for path in self._good.rendered if path not in sources])

    def _fill(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Fill the markers of hand-written pages."""
        if self._good is None or isinstance(page.file, made.Made):
            return markdown
        pages = self._good.pages
        telling.of_markers(pages, markdown, page.file.src_uri)
        return pages.fill_markers(markdown, page.file.src_uri, self._converting.links_of(page, files, config))

    @event_priority(-100)  # for other plugins a page of ours is whole, and so is its HTML
    def _set_aside(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Leave to Markdown what is Markdown in a page of ours."""
        return self._converting.light(markdown, page, files, config)

    on_page_markdown = CombinedEvent(_fill, _set_aside)

    @event_priority(100)
    def _put_back(self, content: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The page's HTML, whole."""
        return self._converting.whole(content, page)

    def _look_through(self, content: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Look for markers that nothing was put in the place of, in a page as readers would get it."""
        self._unfilled += [f"{page.file.src_uri}: {marker} is not filled" for marker in render.unfilled(content)]

    on_page_content = CombinedEvent(_put_back, _look_through)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """All files are known."""
        if self._again:
            self._again.files, self._again.nav = files, nav

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """All pages are set and none is written yet: the last moment to say that one lacks something."""
        self._titles = [str(file.page.title) for file in files.documentation_pages() if file.page]
        env.bytecode_cache = BYTECODE
        if not self._serving:
            nav_once.speed_up(env)
        if self._again:
            self._again.env = env
        if self._unfilled:
            told = "\n".join(
                [*self._unfilled, "a marker stands on a line of its own and names what there is to put there"]
            )
            if not self._serving:
                raise PluginError("\n" + told)
            log.error("%s", told)
        if self._good:
            dated.by_content(files, self._good.guide)

    @event_priority(100)
    def _hide(self, context: Any, *, page: Page, **_: Any) -> None:
        """Note what the page is searched by, and spare the search what it would leave out, or has."""
        self._searched[page.url] = search.of_page(page.meta)
        self._converting.hide(page)

    @event_priority(-100)
    def _show(self, context: Any, *, page: Page, **_: Any) -> None:
        """The page is whole again."""
        self._converting.show(page)

    def _context(self, context: Any, *, page: Page, config: MkDocsConfig, **_: Any) -> Any:
        """Tell the theme which picture a shared link shows."""
        if picture := self._good.preview(page.file.src_uri) if self._good else "":
            page.meta["preview"] = picture
        return context

    on_page_context = CombinedEvent(_hide, _context, _show)

    @event_priority(-100)  # the page as it is written
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """What a page may run, and no more space than it needs."""
        if self._has_policy:
            own = "\n".join([page.content or "", *map(str, page.meta.values())])
            output = policy.under(output, "\n".join([own, *self._titles]))
            for what in policy.refused(own):
                log.warning("%s: %s is not shown under content_policy", page.file.src_uri, what)
        return spaces.without(output)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same policy for the theme's own pages, such as 404.html."""
        return policy.under(output) if self._has_policy and template_name.endswith(".html") else output

    @property
    def _has_policy(self) -> bool:
        """While serving MkDocs adds a script of its own to every page."""
        return self.config.content_policy and not self._serving

    @event_priority(-100)  # the search's own event has written its index by then
    def _complete(self, *, config: MkDocsConfig) -> None:
        """Give the search its words, make the site work without a network, and remember which pages it holds now."""
        assert self._good is not None
        site = Path(config.site_dir)
        if self._again:
            self._again.end(config, self._texts())
            self._asked.wait(self._waiting(config))
        else:
            written.search_index(site, self._good.guide, self._searched)
        from_disk = settings.opens_from_disk(config)
        pieces.take_over(site, self._good.guide, whole=self._serving or from_disk)
        written.without_network(site, self._words, keeps=self._keeps(config), opens_from_disk=from_disk)
        keys = [kept.key(path, text) for path, text in self._good.rendered.items()]
        self._cache.put("published", kept.key(self._site_folder), "\n".join(keys).encode())
        if self._cache.refused:
            log.info("%s", self._cache.refused)

    on_post_build = CombinedEvent(_complete, SwapsSite._swap)

    def _published(self) -> set[str]:
        """The pages that the site's folder holds; from now on none, until all are written."""
        key = kept.key(self._site_folder)
        keys = self._cache.get("published", key) or b""
        self._cache.put("published", key, b"")
        return set(keys.decode().split())
