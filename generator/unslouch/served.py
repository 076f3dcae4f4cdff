"""While serving: an edit is built on top of what there is, and what is asked for is made; both as the plugin reads it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, InclusionLevel

from unslouch import asked, made, written
from unslouch.again import Again
from unslouch.asked import Asked
from unslouch.content import late, problems
from unslouch.content.known import Known, Late
from unslouch.guide import pictures
from unslouch.guide.drawing import Drawing
from unslouch.reading import ReadsContent
from unslouch.sidebar import Sidebar
from unslouch.tools.making import Make

log = logging.getLogger("mkdocs.plugins.unslouch")


class ServesEdits(ReadsContent):
    """What a plugin does for a server of MkDocs."""

    def __init__(self) -> None:
        super().__init__()
        self._drawing = Drawing()
        self._sidebar: Sidebar | None = None
        self._unfilled: list[str] = []
        self._searched: dict[str, list[str]] = {}

    def _begin(self, *, serving: bool, dirty: bool) -> None:
        """A build that is ``dirty`` reads no more than some pages, and an edit cannot rest on it."""
        self._serving = serving
        self._again = Again() if serving and not dirty and asked.can_be() else None
        self._asked, self._known = Asked(), Known()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """An edit is seen soon, and what takes long is made when it is asked for."""
        soon = asked.look_often(server, Path(config.docs_dir))
        soon.builder = partial(self._build_again, builder)
        self._draw_the_rest()
        return self._asked.stand_before(soon)

    def _build_again(self, build_all: Callable[[], None]) -> None:
        """What was edited, where that is enough, and else all; nothing that was asked for is made meanwhile."""
        with self._asked.building:
            try:
                enough = self._edited()
            except Exception as error:  # whatever it is, a whole build goes on without it or tells it
                log.warning("an edit could not be built by itself, so all is built anew: %s", str(error) or repr(error))
                enough = False
            if not enough:
                build_all()
                self._draw_the_rest()

    def _draw_the_rest(self) -> None:
        """Look at what a first look did not wait for, and draw what nobody has asked for yet, beside all else."""
        if self._good:
            left, self._known.late = self._known.late, []
            figures = [one.exercise.figure for one in left if one.exercise.figure]
            self._drawing.begin(self._good.guide.pictures.undrawn(self._cache), self._cache, figures)
            if left:
                Thread(target=self._tell_late, args=(left,), daemon=True).start()

    def _tell_late(self, left: list[Late]) -> None:
        """Say what is wrong with the pictures, as soon as they are looked at; with an edit it is said again, as all is."""
        if self._drawing.is_judged():
            with self._asked.building:
                for warning in late.warnings(left, self._known, self._cache):
                    log.warning("%s", problems.in_full(warning))

    def _edited(self) -> bool:
        """Build what an edit touches; whether that is all there is to build."""
        if self._again is None or (changed := self._again.changed()) is None:
            return False
        assert self._content
        assert self._good
        assert self._sidebar
        before, config = self._good, self._again.config
        self._unfilled = []
        self._assemble(self._content, config)
        if self._good.waiting.keys() != before.waiting.keys() or not self._sidebar.is_as_with(self._good.guide):
            return False
        self._tell()
        if not self._again.build(self._texts(), changed):
            return False
        self._asked.wait(self._waiting(config))
        return True

    def _set_again(self, page: File, config: MkDocsConfig) -> bytes:
        """A page that was set in haste, as somebody asks for it: with its pictures measured."""
        assert self._again
        texts = self._again.texts
        if page.src_uri in texts:
            rendered = self._measured(texts[page.src_uri])
            text = rendered[page.src_uri] if page.src_uri in rendered else self._filled(page)
            self._again.build({**texts, page.src_uri: text}, ())
        return Path(config.site_dir, page.dest_uri).read_bytes()

    def _in_time(self, make: Make) -> bytes:
        """What is made beside the pages, with the pictures measured that it shows."""
        made = make()
        if pictures.in_haste(made.decode("utf-8", "ignore")):
            self._measured(made.decode("utf-8"))
            made = make()
        return made

    def _measured(self, text: str) -> dict[str, str]:
        """Measure what a text shows; our pages with all that is measured by now."""
        assert self._good
        self._good.guide.pictures.measure(pictures.shown_in(text))
        return self._good.pages.render()

    def _texts(self) -> dict[str, str]:
        """Every page's Markdown, ours and that of hand-written pages."""
        assert self._good
        assert self._again
        documents = self._again.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        by_hand = (file for file in documents if not isinstance(file, made.Made))
        return self._good.rendered | {file.src_uri: self._filled(file) for file in by_hand}

    def _filled(self, page: File) -> str:
        """A hand-written page with what its markers name."""
        assert self._good
        return self._good.pages.fill_markers(page.content_string, page.src_uri)

    def _waiting(self, config: MkDocsConfig) -> dict[str, Make]:
        """What a server makes when it is asked for: what is beside the pages, and the search's index of them."""
        assert self._good
        assert self._again
        again, site, guide = self._again, Path(config.site_dir), self._good.guide

        def index() -> bytes:
            again.write_found(config)
            written.search_index(site, guide, self._searched)
            return (site / written.INDEX).read_bytes()

        indexes = {written.INDEX: index} if again.is_searched(config) else {}
        beside = {path: partial(self._in_time, make) for path, make in self._good.waiting.items()}
        return {**beside, **indexes, **self._hasty(config)}

    def _hasty(self, config: MkDocsConfig) -> dict[str, Make]:
        """The pages that show pictures of which nobody knew the size as they were set."""
        assert self._again
        hasty = (path for path, text in self._again.texts.items() if pictures.in_haste(text))
        files = map(self._again.files.get_file_from_path, hasty)
        return {file.dest_uri: partial(self._set_again, file, config) for file in files if file}
