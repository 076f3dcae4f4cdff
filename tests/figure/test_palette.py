"""Colours: every variant has each of them, and lines are seen on what they are drawn on."""

import re

import pytest

from unslouch.figure.palette import COLOURS, VARIANTS


def _light(colour: str) -> float:
    """Relative luminance (WCAG 2)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(map(_light, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_has_every_colour(variant):
    assert VARIANTS[variant].keys() == COLOURS.keys()
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in VARIANTS[variant].values())


@pytest.mark.parametrize("fill", ["skin", "shirt", "prop", "cloth"])
@pytest.mark.parametrize("variant", VARIANTS)
def test_lines_are_seen_on_what_they_cross(variant, fill):
    assert contrast(VARIANTS[variant]["ink"], VARIANTS[variant][fill]) > 4.5
