"""The whole guide as a tree of plain Markdown, for any engine that is not MkDocs with this plugin."""

from __future__ import annotations

from pathlib import Path

from unslouch.exchange import published
from unslouch.guide.addresses import is_source, shipped
from unslouch.guide.guide import Guide
from unslouch.pages import calendar
from unslouch.pages.render import Pages
from unslouch.player import build as player
from unslouch.tools import folder


def export(guide: Guide, content: Path, target: Path) -> int:
    """Write a guide's pages and figures, the hand-written pages and every other file to ``target``; returns how many.

    Raises :class:`unslouch.tools.folder.NotOurs` where ``target`` holds files of somebody else.
    """
    pages = Pages(guide)
    files = {path: text.encode() for path, text in (pages.render() | guide.pictures.files()).items()}
    files |= (
        shipped() | player.files(guide) | calendar.files(guide) | published.files(guide.library, guide.options.about)
    )
    for file in sorted(content.rglob("*")):
        path = file.relative_to(content).as_posix()
        if not file.is_file() or is_source(path) or any(part.startswith(".") for part in path.split("/")):
            continue
        if path.endswith(".md"):  # a hand-written safety page replaces the one made from safety.yml
            files[path] = pages.fill_markers(file.read_text(encoding="utf-8"), path).encode()
        else:
            files[path] = file.read_bytes()
    folder.fill(target, files)
    return len(files)
