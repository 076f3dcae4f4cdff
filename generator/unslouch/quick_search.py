"""The theme's search reads pages of ours by one expression: Python's parser of HTML, made for any, takes twice as long.

What the search makes of a page stays its own: it is told of the same tags and texts. A page that is not as our templates
write them, such as one with a bare ``<`` in its text, it reads as before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from html import unescape

from material.plugins.search.plugin import Parser, SearchIndex, SearchPlugin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from unslouch.made import Made

_TAG = re.compile(r'<(?:(/?)([a-z][a-z0-9]*)((?:\s[\w:-]+(?:="[^"<>]*")?)*)\s*(/?)|!--[^<>]*--)>')
_RAW = ("script", "style")
"""What has no tags in it."""
_ATTRIBUTE = re.compile(r'\s([\w:-]+)(?:="([^"]*)")?')


def speed_up(config: MkDocsConfig) -> None:
    """Have the search of this build read so, where it is the theme's."""
    for search in config.plugins.values():
        if isinstance(search, SearchPlugin) and isinstance(index := getattr(search, "search_index", None), SearchIndex):
            index.add_entry_from_context = partial(_add, index, index.add_entry_from_context)


def _add(index: SearchIndex, otherwise: Callable[[Page], None], page: Page) -> None:
    """What the search does with a page."""
    parser = _Parser()
    left_out = (page.meta.get("search") or {}).get("exclude")
    if left_out or not isinstance(page.file, Made) or not parser.takes(page.content or ""):
        return otherwise(page)
    for section in parser.data:
        if not section.is_excluded():
            index.create_entry_for_section(section, page.toc, page.url, page)
    return None


class _Parser(Parser):
    """The search's own, told of tags and texts by us."""

    def takes(self, html: str) -> bool:
        """Read a page, if it is as ours are."""
        at = 0
        for found in _TAG.finditer(html):
            closes, tag, attributes, closed = found.groups()
            if self.context and self.context[-1].tag in _RAW and not (closes and tag == self.context[-1].tag):
                return False  # it only looks like a tag
            if at < found.start() and not self._takes_text(html[at : found.start()]):
                return False
            at = found.end()
            if tag and not closes:
                self.handle_starttag(tag, _named(attributes) if attributes else ())
            if closes or closed:
                self.handle_endtag(tag)
        return self._takes_text(html[at:])

    def _takes_text(self, text: str) -> bool:
        """Tell of a text, unless it is no text."""
        if self.context and self.context[-1].tag == "script":
            return True
        if "<" in text or ">" in text:
            return False
        if text:
            self.handle_data(unescape(text) if "&" in text else text)
        return True


def _named(attributes: str) -> list[tuple[str, str]]:
    found = _ATTRIBUTE.findall(attributes)
    return [(name, unescape(value)) for name, value in found] if "&" in attributes else found
