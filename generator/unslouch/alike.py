"""Pages of ours that are alike but for their title are converted once.

When its blocks are set aside, little is left of a page: its title, the headings of its sections, and marks where blocks go.
Hundreds of exercises have the same. Such a frame is converted under a name that stands for all of them, by MkDocs and with
the author's extensions; each page gets it with a name and an anchor of its own. What an extension might read into a title,
or what leads elsewhere, is converted page by page.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from markdown.extensions import toc
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

_NAME = "Unslouchnamehere"
"""What stands for all titles."""
_FRAME = re.compile(r"# ([^\W_]+(?:[ -][^\W_]+)*)\n((?:(?:##+ [^\[\]<>&\\\n]*|<!-- unslouch \d+ -->)?\n)*)")
_KNOWN = {"admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc"}
"""Extensions that see nothing in a title of words, and no more in one page than in another."""


class _Converted(NamedTuple):
    """A frame, as HTML under the name that stands for all."""

    html: str
    toc: list[AnchorLink]
    anchors: frozenset[str]


class Alike:
    """The frames of one build."""

    def __init__(self) -> None:
        self._known: dict[str, _Converted] = {}

    def convert(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """What :meth:`Page.render` does, for a page whose blocks are set aside."""
        frame = _FRAME.fullmatch(page.markdown or "") if _KNOWN.issuperset(config.markdown_extensions) else None
        if frame is None or not self._put_together(frame[1], frame[2], page, config, files):
            type(page).render(page, config, files)

    def _put_together(self, name: str, rest: str, page: Page, config: MkDocsConfig, files: Files) -> bool:
        """Whether the page could be made of its frame."""
        if rest not in self._known:
            self._known[rest] = _converted(rest, page, config, files)
        known, of_all, own = self._known[rest], _anchor(_NAME, config), _anchor(name, config)
        if of_all != _NAME.lower() or of_all not in known.anchors or not own or own in known.anchors:
            return False
        page.content = known.html.replace(_NAME, name).replace(of_all, own)
        page.toc = TableOfContents([_named(one, {_NAME: name, of_all: own}) for one in known.toc])
        for first in page.toc.items[:1]:
            first.active = True  # type: ignore[attr-defined]  # as MkDocs has it
        page._title_from_render = name
        page.present_anchor_ids = {*known.anchors - {of_all}, own}
        page.links_to_anchors = {}  # those of headings to themselves lead somewhere for sure
        return True


def _converted(rest: str, page: Page, config: MkDocsConfig, files: Files) -> _Converted:
    """A frame as MkDocs converts it, on the way of a page that has it."""
    was, page.markdown = page.markdown, f"# {_NAME}\n{rest}"
    type(page).render(page, config, files)
    page.markdown = was
    return _Converted(page.content or "", page.toc.items, frozenset(page.present_anchor_ids or ()))


def _anchor(name: str, config: MkDocsConfig) -> str:
    """The anchor that a title of words gets."""
    said = config.mdx_configs.get("toc", {})
    anchor: str = said.get("slugify", toc.slugify)(name, said.get("separator", "-"))
    return anchor


def _named(link: AnchorLink, own: dict[str, str]) -> AnchorLink:
    """An entry of a table of contents with the page's own name and anchor."""
    made = AnchorLink(own.get(link.title, link.title), own.get(link.id, link.id), link.level)
    made.children = [_named(one, own) for one in link.children]
    return made
