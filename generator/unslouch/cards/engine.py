"""WeasyPrint, which sets cards: whether it is there, and what comes out of it depends on."""

from __future__ import annotations

from functools import cache
from importlib import metadata
from pathlib import Path

from unslouch.tools import kept

PACKAGES = ("weasyprint", "pypdfium2", "pillow")
"""What the extra ``pdf`` installs: it sets, it reads back, it saves pictures."""
_BELOW = ("fonttools", "jinja2", "pydyf", "segno")
"""What those and the cards rest on, as far as it shows in a PDF."""
FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.fonts",
    "~/.local/share/fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    r"C:\Windows\Fonts",
)
"""Where systems keep their fonts."""


@cache
def missing() -> str:
    """Nothing where PDFs can be made; else, in plain words, what to install.

    WeasyPrint itself looks for the Pango library when it is loaded. That takes half a second, so ask only where
    something is to be set.
    """
    if not installed():
        return 'PDF cards need the extra `pdf`: pip install "unslouch[pdf]"'
    try:
        import weasyprint  # noqa: F401
    except OSError:
        return "PDF cards need the Pango library: `unslouch doctor` says how to get it"
    return ""


@cache
def installed() -> str:
    """Which versions of :data:`PACKAGES`, and of what they rest on, make the PDFs; nothing where one is not installed."""
    try:
        return kept.versions(*PACKAGES, *_BELOW)
    except metadata.PackageNotFoundError:
        return ""


def version() -> list[str]:
    """All that decides what comes out of a press beside what goes in: this wing, WeasyPrint, fonts."""
    return [kept.sources("cards"), installed(), fonts()]


def fonts() -> str:
    """Alike while the fonts of this machine are: when one of them, or a folder of them, was last changed."""
    roots = (Path(root).expanduser() for root in FONT_FOLDERS)
    found = (path for root in roots for path in (root, *root.rglob("*")) if path.exists())
    return str(max((path.stat().st_mtime_ns for path in found), default=0))
