"""Colours of drawings: told apart on light pages, on dark ones, and in grey."""

import re

import pytest

from tests.helpers import ROOT
from unslouch.figure.palette import COLOURS, DARK, LINE, colours, light
from unslouch.figure.people import PEOPLE

SHADE = 0.13
"""How much of the colour ``far`` a shaded surface has; see :data:`svg.STYLES`."""


def contrast(one: str, other: str) -> float:
    """From 1 to 21; of colours and of their greys alike."""
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def shaded(colour: str, far: str) -> str:
    """A surface turned away from the light."""
    parts = ((int(colour[i : i + 2], 16), int(far[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(own * (1 - SHADE) + other * SHADE):02x}" for own, other in parts)


EVERYBODY = pytest.mark.parametrize("person", PEOPLE)
EVERYWHERE = pytest.mark.parametrize("variant", ["print", "dark", "line"])


@EVERYBODY
@EVERYWHERE
@pytest.mark.parametrize("material", ["skin", "shirt", "trousers"])
def test_a_highlight_is_told_apart_in_grey_from_all_it_can_lie_on(person, variant, material):
    """By itself, or by the light edge that it has where skin is as dark as it: in the sun and in the shade."""
    palette = colours(person, variant)
    shade = palette["far-skin" if material == "skin" else "far"]
    for surface in (palette[material], shaded(palette[material], shade)):
        edge = palette.get("muscle-edge")
        edged = edge and min(contrast(edge, surface), contrast(edge, palette["muscle"])) >= 3
        assert edged or contrast(palette["muscle"], surface) >= 3


@EVERYBODY
@EVERYWHERE
def test_ink_is_read_on_skin_and_clothes(person, variant):
    """Letters need 4.5; for lines 3 are asked, and the darkest skin has that."""
    palette = colours(person, variant)
    assert min(contrast(palette["ink"], palette[material]) for material in ("shirt", "trousers")) >= 4.5
    assert contrast(palette["ink"], palette["skin"]) >= 3


@EVERYBODY
def test_the_body_is_edged_on_a_light_page_by_ink_and_on_a_dark_one_by_its_rim(person):
    light_page, dark_page = colours(person, "print"), colours(person, "dark")
    assert contrast(light_page["ink"], light_page["paper"]) >= 4.5
    assert contrast(dark_page["rim"], dark_page["paper"]) >= 4.5
    assert contrast(dark_page["ink"], dark_page["rim"]) >= 4.5


def test_there_are_several_tones_of_skin():
    tones = sorted(light(person.colours.skin) for person in PEOPLE.values())
    assert tones[0] < 0.2
    assert tones[-1] > 0.7
    assert len({round(tone, 1) for tone in tones}) >= 4


@pytest.mark.parametrize("palette", [COLOURS, DARK, LINE], ids=["light", "dark", "line"])
def test_arrows_and_their_halo_stand_out_from_each_other_and_the_page(palette):
    assert contrast(palette["arrow"], palette["paper"]) >= 4.5


def test_the_halo_is_of_the_colour_that_drawings_lie_on():
    tokens = (ROOT / "generator/unslouch/cards/assets/tokens.css").read_text(encoding="utf-8")
    assert f"--us-paper: {DARK['paper']};" in tokens


def test_the_sample_beside_what_red_means_is_of_its_colour():
    tokens = (ROOT / "generator/unslouch/cards/assets/tokens.css").read_text(encoding="utf-8")
    assert re.findall(r"--us-muscle: (#\w+);", tokens) == [COLOURS["muscle"], DARK["muscle"]]
