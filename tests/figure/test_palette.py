"""Colours of drawings: told apart on light pages, on dark ones, and in grey."""

import re

import pytest

from tests.helpers import ROOT
from unslouch.figure.palette import COLOURS, DARK, LINE

SHADE = 0.13
"""How much of the colour ``far`` a shaded surface has; see :data:`svg.STYLES`."""


def light(colour: str) -> float:
    """Relative luminance, as the Web Content Accessibility Guidelines count it."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """From 1 to 21; of colours and of their greys alike."""
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def shaded(colour: str, far: str) -> str:
    """A surface turned away from the light."""
    parts = ((int(colour[i : i + 2], 16), int(far[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(own * (1 - SHADE) + other * SHADE):02x}" for own, other in parts)


@pytest.mark.parametrize("palette", [COLOURS, DARK, LINE], ids=["light", "dark", "line"])
@pytest.mark.parametrize("material", ["skin", "shirt", "trousers"])
def test_a_highlight_is_told_apart_in_grey_from_all_it_can_lie_on(palette, material):
    assert contrast(palette["muscle"], palette[material]) >= 3
    assert contrast(palette["muscle"], shaded(palette[material], palette["far"])) >= 3


@pytest.mark.parametrize("palette", [COLOURS, DARK, LINE], ids=["light", "dark", "line"])
@pytest.mark.parametrize("material", ["skin", "shirt", "trousers"])
def test_ink_is_read_on_skin_and_clothes(palette, material):
    assert contrast(palette["ink"], palette[material]) >= 4.5


def test_the_body_is_edged_on_a_light_page_by_ink_and_on_a_dark_one_by_its_rim():
    assert contrast(COLOURS["ink"], COLOURS["paper"]) >= 4.5
    assert contrast(DARK["rim"], DARK["paper"]) >= 4.5
    assert contrast(DARK["ink"], DARK["rim"]) >= 4.5


@pytest.mark.parametrize("palette", [COLOURS, DARK, LINE], ids=["light", "dark", "line"])
def test_arrows_and_their_halo_stand_out_from_each_other_and_the_page(palette):
    assert contrast(palette["arrow"], palette["paper"]) >= 4.5


def test_the_halo_is_of_the_colour_that_drawings_lie_on():
    tokens = (ROOT / "generator/unslouch/cards/assets/tokens.css").read_text(encoding="utf-8")
    assert f"--us-paper: {DARK['paper']};" in tokens


def test_the_sample_beside_what_red_means_is_of_its_colour():
    tokens = (ROOT / "generator/unslouch/cards/assets/tokens.css").read_text(encoding="utf-8")
    assert re.findall(r"--us-muscle: (#\w+);", tokens) == [COLOURS["muscle"], DARK["muscle"]]
