"""The colours of a drawing by name, on light and dark pages and in black and white.

Contrast of ink is above 4.5 on what its lines cross: skin, shirt, and things.
"""

from __future__ import annotations

from typing import Literal

COLOURS: dict[str, str] = {
    "skin": "#f1dfd0",
    "shirt": "#8fb8c4",
    "shorts": "#4a5d70",
    "shoe": "#76848f",
    "hair": "#5c4a40",
    "band": "#e0872f",
    "prop": "#d3bd97",
    "cloth": "#b9c9a8",
    "ink": "#22303a",
    "far": "#001122",
    "muscle": "#e2574c",
    "shadow": "#dde4e8",
    "mat": "#e6ecdf",
    "wall": "#edeae3",
    "ghost": "#edf1f3",
    "ghost-ink": "#a3b0b9",
    "arrow": "#c93a30",
    "paper": "#ffffff",
}
"""On light paper."""

LINE: dict[str, str] = COLOURS | {
    "skin": "#ffffff",
    "shirt": "#ffffff",
    "shorts": "#dddddd",
    "shoe": "#ffffff",
    "hair": "#8f8f8f",
    "band": "#4a4a4a",
    "prop": "#f2f2f2",
    "cloth": "#ededed",
    "ink": "#000000",
    "far": "#000000",
    "muscle": "#555555",
    "shadow": "#ececec",
    "mat": "#f3f3f3",
    "wall": "#f3f3f3",
    "ghost": "#ffffff",
    "ghost-ink": "#b0b0b0",
    "arrow": "#000000",
}
"""Black-and-white line art, with a tone for hair and shorts."""

DARK: dict[str, str] = COLOURS | {
    "skin": "#d3bcab",
    "shirt": "#5f92a3",
    "shorts": "#3c5268",
    "shoe": "#8794a0",
    "hair": "#5a473d",
    "band": "#e8963f",
    "prop": "#8d7b5c",
    "cloth": "#74866a",
    "ink": "#0b1115",
    "muscle": "#ff7a6b",
    "shadow": "#1f2b34",
    "mat": "#28352f",
    "wall": "#262c31",
    "ghost": "#202c34",
    "ghost-ink": "#6d7c88",
    "arrow": "#ff8a7a",
    "paper": "#10171c",
}
"""On a dark page."""

Variant = Literal["screen", "print", "line", "dark"]
"""``screen`` is light or dark as the page is that shows the file (what ``color-scheme`` says of the ``<img>``)."""
VARIANTS: dict[Variant, dict[str, str]] = {"screen": COLOURS, "print": COLOURS, "line": LINE, "dark": DARK}
