"""A site that is written: what is done by its files, when the last of them is there."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from pathlib import Path

from unslouch.guide.guide import Guide
from unslouch.guide.words import Words
from unslouch.offline import from_disk, keeping
from unslouch.pages import search

log = logging.getLogger("mkdocs.plugins.unslouch")

INDEX = "search/search_index.json"
"""What the search knows, where it is in a site."""


def search_index(site: Path, guide: Guide, words: Mapping[str, Iterable[str]]) -> None:
    """Give the search the ``words`` of pages, by their address."""
    file = site / INDEX
    if file.is_file():
        known = search.amended(json.loads(file.read_text("utf-8")), words, search.more(guide))
        file.write_text(json.dumps(known, ensure_ascii=False, separators=(",", ":")), "utf-8")


def without_network(site: Path, words: Words, *, keeps: bool, opens_from_disk: bool) -> None:
    """Let readers' devices keep the site, or open it from a disk, or forget what they have kept of it."""
    if keeps:
        held = keeping.keep(site, words)
        log.info("a first visit keeps %d files, %.1f MB before compression", len(held.now), held.bytes / 1e6)
    elif opens_from_disk:
        for wrong in from_disk.open_from_disk(site):
            log.warning("%s", wrong)
    else:
        keeping.leave(site)
