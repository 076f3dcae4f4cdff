"""Where things are in a site."""

from __future__ import annotations

from importlib import resources

ASSETS = "assets/unslouch"
"""Where the style, script and fonts of pages and cards go, in a site and in an exported tree."""
STYLES = (f"{ASSETS}/tokens.css", f"{ASSETS}/unslouch.css")
SCRIPT = f"{ASSETS}/unslouch.js"
"""What every page loads, and the script as a module."""
SAFETY_PAGE = "safety.md"
"""The hand-written page on when not to exercise, which every exercise and routine links to."""
WEEK_PAGE = "week/index.md"
"""The page on which readers tick what they did."""
MY_WEEK = "week/index.html"
"""Where it is in the site."""


def shipped(*wings: str) -> dict[str, bytes]:
    """What ``wings``, else guide, pages, cards and the player, bring along in their folders ``assets``: path in the site → bytes."""
    files: dict[str, bytes] = {}
    for wing in wings or ("guide", "pages", "cards", "player"):
        with resources.as_file(resources.files("unslouch") / wing / "assets") as root:
            found = (entry for entry in sorted(root.rglob("*")) if entry.is_file())
            files |= {f"{ASSETS}/{entry.relative_to(root).as_posix()}": entry.read_bytes() for entry in found}
    return files
