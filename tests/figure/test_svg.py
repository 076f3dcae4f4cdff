"""The text of a drawing: safe to put in a page, in the colours of what it stands on."""

import gzip
import re
import xml.etree.ElementTree as ET
from typing import get_args

import pytest

from tests.figure.figure_helpers import drawing, parse, shown
from tests.helpers import ROOT
from unslouch.figure import write
from unslouch.figure.palette import Variant, colours
from unslouch.figure.svg import PLAY

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def kick():
    return drawing("donkey-kick", "end")


@pytest.fixture(scope="module")
def movie():
    return write(drawing("donkey-kick", "end", "moving"), "A body.")


def test_a_file_is_well_formed_and_has_a_name_and_its_size(kick):
    root = ET.fromstring(write(kick, "On hands and knees."))
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == "On hands and knees."
    assert (int(root.get("width")), int(root.get("height"))) == kick.pixels
    assert root.get("viewBox") == f"0 0 {kick.width} {kick.height}"


def test_the_name_is_escaped(kick):
    assert ET.fromstring(write(kick, "<\"&'>")).find(f"{SVG}title").text == "<\"&'>"


def test_ids_and_classes_begin_alike_and_each_class_has_a_rule(kick):
    text = write(kick, "")
    names = re.findall(r'(?:id|class)="([^"]+)"', text)
    rules = set(re.findall(r"\.([a-z][\w-]*)\{", text))
    assert names
    assert all(name.startswith("f-") for name in [*names, *rules])
    assert rules == set(re.findall(r'class="([^"]+)"', text))


@pytest.mark.parametrize("variant", get_args(Variant))
def test_colours_are_literal_and_the_shapes_the_same(kick, variant):
    text = write(kick, "", variant)
    assert "var(" not in text
    assert "<script" not in text
    assert re.findall(r' d="([^"]*)"', text) == [shape.path for shape in kick.frames[0] if shape.path]


def test_line_art_has_no_colour(kick):
    for colour in re.findall(r"#([0-9a-f]{6})", write(kick, "", "line")):
        assert colour[:2] == colour[2:4] == colour[4:]


def test_a_drawing_for_the_screen_is_light_or_dark_as_its_page_is(kick):
    text = write(kick, "", "screen")
    light, dark = re.search(r"<style>(.*?)@media \(prefers-color-scheme:dark\)\{(.*)\}</style>", text).groups()
    for css, variant in ((light, "screen"), (dark, "dark")):
        assert f".f-s0{{fill:{colours(kick.person, variant)['shirt']}}}" in css
    assert f"stroke:{colours(kick.person, 'screen')['ink']}" in light
    assert f"stroke:{colours(kick.person, 'dark')['rim']}" in dark
    assert "stroke-width" not in dark
    assert "none" not in dark


def test_a_flip_book_moves_only_when_asked(movie):
    ET.fromstring(movie)
    assert movie.count('<g transform="translate(') == 16
    css = re.search(r"<style>(.*?)</style>", movie)[1]
    assert css.count("animation:") == 1
    allowed = css[css.index("@media") :]
    assert allowed.startswith("@media screen{")
    assert "animation:" in allowed
    assert f"#{PLAY}:target" in allowed
    assert "steps(15)" in allowed


def test_a_flip_book_keeps_the_pace_it_is_asked_for():
    kick = drawing("donkey-kick", "end", "moving")
    assert "f-flip 2.5s" in write(kick, "", seconds=2.5)
    assert "f-flip 4s" in write(kick, "")


def test_a_flip_book_has_tone_and_shade_and_is_light(movie):
    assert movie.count('class="f-d"') >= 16
    assert len(gzip.compress(movie.encode())) <= 18 * 1024


def test_what_stands_still_is_drawn_once():
    poses = {"start": {}, "end": {"from": "start", "right_hip": 40}}
    walled = parse({"props": ["wall"], "poses": poses})
    text = write(shown("walled", walled, "end", "moving"), "")
    assert text.count('class="f-w"') == text.count('class="f-l"') == 1
    assert text.index('class="f-w"') < text.index('class="f-strip"')


def test_the_script_of_the_pages_asks_as_the_flip_book_waits_to_be_asked(movie):
    script = (ROOT / "generator/unslouch/pages/assets/unslouch.js").read_text(encoding="utf-8")
    assert re.findall(r"\$\{still\}#([\w-]+)", script) == [PLAY]
    assert f'id="{PLAY}"' in movie


def test_limbs_further_off_have_a_thinner_outline_in_still_pictures(kick, movie):
    root = ET.fromstring(write(kick, ""))
    (clip,) = root.iter(f"{SVG}clipPath")
    (outline,) = (use for use in root.iter(f"{SVG}use") if use.get("clip-path"))
    assert outline.get("clip-path") == f"url(#{clip.get('id')})"
    assert kick.lines["n"] < 0.7 * kick.lines["o"]
    assert "clipPath" not in movie


def test_the_dark_page_says_only_what_it_changes(kick):
    light, dark = re.search(
        r"<style>(.*?)@media \(prefers-color-scheme:dark\){(.*?)}</style>", write(kick, "")
    ).groups()
    rules = re.findall(r"([^{}]+)\{([^}]*)\}", dark)
    assert len({said for _, said in rules}) == len(rules)
    for names, said in rules:
        assert all(f"{name}{{" in light and f"{name}{{{said}" not in light for name in names.split(","))
