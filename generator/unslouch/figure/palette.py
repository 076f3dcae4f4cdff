"""The colours of a drawing, and the same drawing in other colours.

A drawing names its colours as CSS variables with literal fallbacks: ``var(--fig-skin,#f1dfd0)``.
An SVG in ``<img>`` sees no variables of the page, and paper wants literals: :func:`recolour`
writes them. Contrast of ink on every fill is above 4.5.
"""

from __future__ import annotations

import re

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
"""The literal fallbacks: the drawing on light paper."""

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

VARIANTS: dict[str, dict[str, str]] = {"print": COLOURS, "line": LINE, "dark": DARK}

_VARIABLE = re.compile(r"var\(--fig-([a-z-]+),#[0-9a-f]{6}\)")


def variable(name: str) -> str:
    """A colour as a drawing names it."""
    return f"var(--fig-{name},{COLOURS[name]})"


_STYLE = re.compile("(?<=<style>).*?(?=</style>)", re.DOTALL)
_RULE = re.compile(r"\.[\w-]+\{([^{}]*var\([^{}]*)\}")


def recolour(drawing: str, variant: str) -> str:
    """The same drawing with literal colours.

    ``print``, ``line`` or ``dark``; ``screen`` is light or dark as the page is that shows the
    file (what ``color-scheme`` says of the ``<img>``); ``colour`` leaves the variables.
    """
    if variant == "colour":
        return drawing
    if variant == "screen":
        return recolour(_STYLE.sub(lambda style: style[0] + _dark_rules(style[0]), drawing), "print")
    colours = VARIANTS[variant]
    return _VARIABLE.sub(lambda match: colours[match[1]], drawing)


def _dark_rules(css: str) -> str:
    """The colours of a style sheet's rules again, for a dark page."""

    def coloured(rule: re.Match[str]) -> str:
        declarations = (d for d in rule[1].split(";") if "var(" in d)
        return f"{rule[0][: rule[0].index('{')]}{{{';'.join(declarations)}}}"

    rules = "".join(coloured(rule) for rule in _RULE.finditer(css))
    return f"@media (prefers-color-scheme:dark){{{recolour(rules, 'dark')}}}"
