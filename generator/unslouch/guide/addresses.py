"""Where things are in a site, and which of an author's files no site carries."""

from __future__ import annotations

from importlib import resources

from unslouch.content.library import EXERCISES, ROUTINES, SAFETY
from unslouch.content.own_words import VOCABULARY

ASSETS = "assets/unslouch"
"""Where the style, script and fonts of pages and cards go, in a site and in an exported tree."""
SAFETY_PAGE = "safety.md"
"""The hand-written page on when not to exercise, which every exercise and routine links to."""
WEEK_PAGE = "week/index.md"
"""The page on which readers tick what they did."""
MY_WEEK = "week/index.html"
"""Where it is in the site."""


def is_source(path: str) -> bool:
    """Whether a file below content/ (with forward slashes) is an author's YAML, which no site carries."""
    folder, _, name = path.rpartition("/")
    return path in (SAFETY, VOCABULARY) or (
        folder.partition("/")[0] in (EXERCISES, ROUTINES) and name.lower().endswith((".yml", ".yaml"))
    )


def shipped(*wings: str) -> dict[str, bytes]:
    """What ``wings``, else guide, pages, cards and the player, bring along in their folders ``assets``: path in the site → bytes."""
    files: dict[str, bytes] = {}
    for wing in wings or ("guide", "pages", "cards", "player"):
        with resources.as_file(resources.files("unslouch") / wing / "assets") as root:
            found = (entry for entry in sorted(root.rglob("*")) if entry.is_file())
            files |= {f"{ASSETS}/{entry.relative_to(root).as_posix()}": entry.read_bytes() for entry in found}
    return files
