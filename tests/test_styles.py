"""The styles keep to their layers: colours in one file, paper apart from the screen, no rule that shouts down another."""

from __future__ import annotations

import re
from pathlib import Path

from tests.helpers import ROOT

PACKAGE = ROOT / "generator/unslouch"
SITE = ROOT / "overrides/assets/site.css"
STYLES = sorted(PACKAGE.rglob("*.css"))
TEMPLATES = sorted(PACKAGE.rglob("*.j2"))
COLOUR = re.compile(
    r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?=[^{]*[;}\"'])|\b(?:rgb|hsl|hwb|oklch|lab)a?\(", re.IGNORECASE
)
ALONE = ("tokens.css", "poses.html.j2")
"""Where colours are; and a page that is looked at as one file, without any style beside it."""


def written(path: Path) -> str:
    """A style without its comments."""
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def test_colours_are_in_one_file():
    found = {path: COLOUR.findall(written(path)) for path in STYLES + TEMPLATES if path.name not in ALONE}
    assert len(found) > 40
    assert {path: colours for path, colours in found.items() if colours} == {}


def test_colours_of_our_own_site_have_names():
    """They are its theme: values of the theme's variables and of its own, which rules then take."""
    lines = [line.strip() for line in written(SITE).splitlines() if COLOUR.search(line)]
    assert [line for line in lines if not line.startswith(("--md-", "--site-"))] == []


def test_no_rule_shouts_down_another():
    assert [path for path in STYLES if "!important" in written(path)] == []


def test_only_who_wants_no_motion_is_heard_above_every_rule():
    before, _, motion = written(SITE).partition("@media (prefers-reduced-motion: reduce)")
    assert "!important" not in before
    assert "!important" in motion


def test_what_sets_cards_reads_nothing_for_screens():
    assert "screen" not in written(PACKAGE / "cards/assets/card.css")


def test_every_colour_that_is_asked_for_exists():
    asked = {word for path in [*STYLES, *TEMPLATES, SITE] for word in re.findall(r"var\((--us-[\w-]+)", written(path))}
    defined = {word for path in [*STYLES, SITE] for word in re.findall(r"(--us-[\w-]+):", written(path))}
    assert asked <= defined
    assert defined <= asked
