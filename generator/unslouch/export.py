"""The whole guide as a tree of plain Markdown, for any engine that is not MkDocs with this plugin."""

from __future__ import annotations

from pathlib import Path

from unslouch.content.files import Content, kept_back
from unslouch.exchange import published
from unslouch.guide.addresses import shipped
from unslouch.guide.guide import Guide
from unslouch.pages import blocks, calendar
from unslouch.pages.render import Pages
from unslouch.player import build as player
from unslouch.tools import folder


def export(guide: Guide, content: Content, target: Path) -> int:
    """Write a guide's pages and figures, the hand-written pages and every other file to ``target``; returns how many.

    Raises :class:`unslouch.tools.folder.NotOurs` where ``target`` holds files of somebody else.
    """
    pages = Pages(guide)
    made = {path: blocks.addressed(text, pages.resolve_from(path)) for path, text in pages.render().items()}
    files = {path: text.encode() for path, text in (made | guide.pictures.files()).items()}
    files |= shipped() | player.files(guide) | calendar.files(guide)
    files |= published.files(guide.library, guide.options.about)
    for path, file in content.files.items():
        if kept_back(path):
            continue
        if path.endswith(".md"):  # a hand-written safety page replaces the one made from safety.yml
            files[path] = pages.fill_markers(file.text(), path).encode()
        else:
            files[path] = file.place.read_bytes()
    folder.fill(target, files)
    return len(files)
