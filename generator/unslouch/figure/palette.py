"""The colours of a drawing by name, on light and dark pages and in black and white.

Highlights are told apart in grey as well: 3:1 at least against skin, shirt and trousers, in the shade too, so clothes
are light. A rim around the body, light on a dark page, keeps the ink of its outline from sinking into the page.
"""

from __future__ import annotations

from typing import Literal

COLOURS: dict[str, str] = {
    "skin": "#f1dfd0",
    "shirt": "#aacfda",
    "trousers": "#b9c5d1",
    "shoe": "#76848f",
    "sole": "#e9edf0",
    "hair": "#5c4a40",
    "band": "#e0872f",
    "prop": "#d3bd97",
    "cloth": "#b9c9a8",
    "metal": "#6f7c86",
    "foam": "#8fb79c",
    "rim": "none",
    "ink": "#22303a",
    "far": "#001122",
    "far-skin": "#9a4a1c",
    "muscle": "#ad241d",
    "muscle-belly": "#8f1b15",
    "floor": "#b4bec5",
    "shadow": "#12303f26",
    "mat": "#e6ecdf",
    "wall": "#edeae3",
    "ghost": "#edf1f3",
    "ghost-ink": "#a3b0b9",
    "arrow": "#c93a30",
    "wrong": "#e4003a",
    "paper": "#ffffff",
}
"""On light paper."""

LINE: dict[str, str] = COLOURS | {
    "skin": "#ffffff",
    "shirt": "#ffffff",
    "trousers": "#dddddd",
    "shoe": "#ffffff",
    "sole": "#ffffff",
    "hair": "#8f8f8f",
    "band": "#4a4a4a",
    "prop": "#f2f2f2",
    "cloth": "#ededed",
    "metal": "#6a6a6a",
    "foam": "#c4c4c4",
    "ink": "#000000",
    "far": "#000000",
    "far-skin": "#000000",
    "muscle": "#555555",
    "muscle-belly": "#2e2e2e",
    "floor": "#b0b0b0",
    "shadow": "#00000014",
    "mat": "#f3f3f3",
    "wall": "#f3f3f3",
    "ghost": "#ffffff",
    "ghost-ink": "#b0b0b0",
    "arrow": "#000000",
    "wrong": "#000000",
}
"""Black-and-white line art, with a tone for hair and trousers."""

DARK: dict[str, str] = COLOURS | {
    "skin": "#e2cfc0",
    "shirt": "#9dc3cf",
    "trousers": "#b0bdc9",
    "shoe": "#8794a0",
    "sole": "#d5dce1",
    "hair": "#6b564a",
    "band": "#e8963f",
    "prop": "#bda77f",
    "cloth": "#a3b392",
    "metal": "#7d8a94",
    "foam": "#7fa68b",
    "rim": "#dfe7eb",
    "ink": "#1a252d",
    "muscle": "#a11f19",
    "muscle-belly": "#7d130e",
    "floor": "#4a5862",
    "shadow": "#000000a0",
    "mat": "#28352f",
    "wall": "#29323a",
    "ghost": "#2d3e49",
    "ghost-ink": "#95a5b0",
    "arrow": "#ff8a7a",
    "wrong": "#ff4d78",
    "paper": "#10171c",
}
"""On a dark page."""

Variant = Literal["screen", "print", "line", "dark"]
"""``screen`` is light or dark as the page is that shows the file (what ``color-scheme`` says of the ``<img>``)."""
VARIANTS: dict[Variant, dict[str, str]] = {"screen": COLOURS, "print": COLOURS, "line": LINE, "dark": DARK}
