"""Our pages on their way through MkDocs: what is HTML in them by now is not read as Markdown again."""

from __future__ import annotations

import re
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.pages import _RelativePathTreeprocessor as Links

from unslouch.alike import Alike
from unslouch.made import Made
from unslouch.pages import blocks
from unslouch.pages.blocks import Resolve

_FOR_THE_SEARCH = re.compile(r'\s?data-search-\w+="[^"]+"')
"""What Material's search takes out of pages when it has read them."""


class Converting:
    """The pages that are being converted, one after the other: their blocks, set aside, and their links."""

    def __init__(self) -> None:
        self._alike = Alike()
        self._blocks: dict[str, list[blocks.Together]] = {}
        self._links: dict[str, Links] = {}
        self._unsearched: dict[str, list[str]] = {}

    def links_of(self, page: Page, files: Files, config: MkDocsConfig) -> Resolve:
        """How the links of a page are resolved that MkDocs does not see, as it does with those that it sees."""
        links = self._links[page.file.src_uri] = Links(page.file, files, config)
        return links.path_to_url

    def light(self, markdown: str, page: Page, files: Files, config: MkDocsConfig) -> str:
        """What is to be converted of a page: of one of ours all but its blocks."""
        if not isinstance(page.file, Made):
            return markdown
        whole = blocks.addressed(markdown, self.links_of(page, files, config))
        rest, self._blocks[page.file.src_uri] = blocks.set_aside(whole)
        page.render = partial(self._alike.convert, page)  # type: ignore[method-assign]
        return rest

    def whole(self, html: str, page: Page) -> str:
        """A page's HTML with the blocks that were set aside; MkDocs knows their anchors, and the links to others."""
        held = self._blocks.pop(page.file.src_uri, [])
        self._unsearched[page.file.src_uri] = blocks.not_searched(held)
        page.present_anchor_ids = (page.present_anchor_ids or set()) | blocks.ids(held)
        if links := self._links.pop(page.file.src_uri, None):
            page.links_to_anchors = page.links_to_anchors or {}
            for file, anchors in links.links_to_anchors.items():
                page.links_to_anchors.setdefault(file, {}).update(anchors)
        return blocks.put_back(html, held)

    def hide(self, page: Page) -> None:
        """Take out of a page what its search would read and leave out."""
        for number, block in enumerate(self._unsearched.get(page.file.src_uri, ())):
            page.content = (page.content or "").replace(block, blocks.ASIDE.format(number))

    def show(self, page: Page) -> None:
        """Put it in again, without the attributes that were for the search."""
        hidden = [[_FOR_THE_SEARCH.sub("", block)] for block in self._unsearched.pop(page.file.src_uri, ())]
        page.content = blocks.put_back(page.content or "", hidden)
