"""What of a built site a reader's device keeps: at once, when it is asked for, or never."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from unslouch.exchange import published

MOST = 16_000_000
"""Bytes, before they are compressed, that a first visit fetches. A library may have a thousand exercises."""
NEVER = (".map", ".xml", ".gz", ".txt")
"""What no reader's page asks for; and what says on which day it was built would be new each day."""
NOT_PAGES = ("404.html", "sw.js", "CNAME", "LICENSE")
_FIRST = (
    (".html", ".css", ".js", ".json", ".woff2", ".webmanifest", ".pagefind", ".pf_meta", ".pf_index"),
    (".svg",),
    (".png", ".jpg", ".jpeg", ".webp", ".gif", ".ico"),
    (".pf_fragment",),
)
"""What is kept at once, while there is room for it: what pages are made of and found by, then their pictures, then excerpts of them."""
_MOVING = ".moving.svg"
_ASKED_FOR = ("assets/social/", "assets/javascripts/lunr/", "schema/", *published.PATHS)
"""Previews of shared links, the word lists of other languages, and what is for other programs."""


@dataclass(frozen=True)
class Kept:
    """Path → sum of each file."""

    now: dict[str, str]
    later: dict[str, str]
    """What is kept when it is asked for."""
    bytes: int
    """What a first visit fetches, before it is compressed."""


def kept(site: Path) -> Kept:
    """What is kept of the site in a folder. Alike for sites that are alike."""
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    turns = {path: _turn(path) for path in sorted(paths) if not _never(path)}
    now, later, spent = {}, {}, 0
    for path, turn in sorted(turns.items(), key=lambda one: (one[1], one[0])):
        data = (site / path).read_bytes()
        sum = hashlib.sha256(data).hexdigest()[:16]
        if turn <= len(_FIRST) and spent + len(data) <= MOST:
            now[path] = sum
            spent += len(data)
        else:
            later[path] = sum
    return Kept(now, later, spent)


def _never(path: str) -> bool:
    hidden = any(part.startswith(".") for part in path.split("/"))
    return hidden or path.endswith(NEVER) or path.rpartition("/")[2] in NOT_PAGES


def _turn(path: str) -> int:
    """When a file's turn comes: pages, still pictures, then those that move; past these, when it is asked for."""
    last = len(_FIRST)
    if path.startswith(_ASKED_FOR):
        return last + 1
    if path.endswith(_MOVING):
        return last
    return next((turn for turn, ends in enumerate(_FIRST) if path.endswith(ends)), last + 1)
