"""The whole guide as a tree of plain Markdown, for any engine that is not MkDocs with this plugin."""

from __future__ import annotations

import shutil
from pathlib import Path

from unslouch.guide.addresses import is_source, shipped
from unslouch.guide.guide import Guide
from unslouch.pages import calendar
from unslouch.pages.render import Pages
from unslouch.player import build as player

_RECORD = ".unslouch-export"
"""Lists what an export wrote, so that the next one knows what it may delete."""


class NotAnExport(Exception):
    """The folder to write to holds something that no export put there."""


def export(guide: Guide, content: Path, target: Path) -> int:
    """Write a guide's pages and figures, the hand-written pages and every other file to ``target``; returns how many.

    Raises :class:`NotAnExport` where ``target`` holds files of somebody else.
    """
    pages = Pages(guide)
    _clear(target)
    written: dict[str, None] = {}  # a hand-written safety page replaces the one made from safety.yml

    def write(path: str, data: bytes) -> None:
        destination = target / path
        destination.parent.mkdir(parents=True, exist_ok=True)
        destination.write_bytes(data)
        written[path] = None

    for path, text in (pages.render() | guide.pictures.files()).items():
        write(path, text.encode())
    for path, data in (shipped() | player.files(guide) | calendar.files(guide)).items():
        write(path, data)
    for file in sorted(content.rglob("*")):
        path = file.relative_to(content).as_posix()
        if not file.is_file() or is_source(path) or any(part.startswith(".") for part in path.split("/")):
            continue
        if path.endswith(".md"):
            write(path, pages.fill_markers(file.read_text(encoding="utf-8"), path).encode())
        else:
            write(path, file.read_bytes())
    (target / _RECORD).write_text("\n".join(sorted(written)) + "\n", encoding="utf-8")
    return len(written)


def _clear(target: Path) -> None:
    """Take away what an earlier export wrote to ``target``, and nothing else."""
    record = target / _RECORD
    if record.is_file():
        root = target.resolve()
        for path in record.read_text(encoding="utf-8").splitlines():
            file = (target / path).resolve()
            if file.is_relative_to(root):
                file.unlink(missing_ok=True)
        record.unlink()
        for folder in sorted((f for f in target.rglob("*") if f.is_dir()), reverse=True):
            if not any(folder.iterdir()):
                shutil.rmtree(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise NotAnExport(f"{target} is not empty, and no earlier export filled it")
