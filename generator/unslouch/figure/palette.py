"""The colours of a drawing by name, on light and dark pages and in black and white.

Highlights are told apart in grey as well: 3:1 at least against skin, shirt and trousers, in the shade too, so clothes
are light. A rim around the body, light on a dark page, keeps the ink of its outline from sinking into the page.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from unslouch.figure.people import PEOPLE

WORN = ("skin", "hair", "shirt", "trousers", "shoe")
"""What each person has in colours of their own."""

COLOURS: dict[str, str] = {
    "sole": "#e9edf0",
    "band": "#e0872f",
    "prop": "#d3bd97",
    "cloth": "#5b9aa0",
    "metal": "#6f7c86",
    "foam": "#8fb79c",
    "rim": "none",
    "far": "#001122",
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
    "band": "#4a4a4a",
    "prop": "#f2f2f2",
    "cloth": "#c2c2c2",
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
    "sole": "#d5dce1",
    "band": "#e8963f",
    "prop": "#bda77f",
    "cloth": "#4f8b91",
    "metal": "#7d8a94",
    "foam": "#7fa68b",
    "rim": "#dfe7eb",
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
_BASES: dict[Variant, dict[str, str]] = {"screen": COLOURS, "print": COLOURS, "line": LINE, "dark": DARK}


@cache
def colours(person: str, variant: Variant) -> dict[str, str]:
    """All colours of a drawing of someone."""
    own = PEOPLE[person].colours
    base = _BASES[variant] | {"ink": own.ink, "far-skin": own.shade}
    if own.edge:
        base |= {"muscle-edge": own.edge}
    worn = {name: getattr(own, name) for name in WORN}
    if variant == "line":
        return _BASES[variant] | {"hair": _grey(own.hair, 0.85), "skin": _grey(own.skin)}
    if variant == "dark":
        worn = {
            name: _mixed(colour, "#000000" if light(colour) > 0.1 else "#ffffff", 0.05) for name, colour in worn.items()
        }
    return base | worn


def _grey(colour: str, most: float = 1.0) -> str:
    """A tone that leaves room for lines and highlights: white of what is light."""
    tone = round(255 * min(most, 0.67 + 0.6 * light(colour)))
    return f"#{tone:02x}" + 2 * f"{tone:02x}"


def _mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share of another."""
    parts = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(own * (1 - share) + more * share):02x}" for own, more in parts)


def light(colour: str) -> float:
    """Relative luminance, as the Web Content Accessibility Guidelines count it."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
