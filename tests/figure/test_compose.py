"""Drawings: safe to put in a page, and what was asked for."""

import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from tests.figure import figure_helpers
from tests.figure.figure_helpers import figures, parse, pictures, settled, shown
from unslouch.figure import animate, describe, draw, fingerprint, recolour, start_of
from unslouch.figure.arrow import SHORTEST, lengths, placed
from unslouch.figure.depth import bounds, camera, depth_map
from unslouch.figure.flesh import flesh
from unslouch.figure.language import Arrow, Prop
from unslouch.figure.paint import cloud_of
from unslouch.figure.palette import COLOURS, DARK
from unslouch.figure.props import band, convex_hull, flat_outline
from unslouch.figure.scene import scene_of

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def kick():
    return figures()["donkey-kick"]


@pytest.fixture(scope="module")
def drawing(kick):
    return draw(kick, "end", start="start", prefix="donkey")


def test_a_drawing_is_well_formed_and_has_a_name(drawing):
    root = ET.fromstring(drawing)
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text
    assert root.get("width")
    assert root.get("height")


def test_the_alternative_text_is_escaped(kick):
    assert ET.fromstring(draw(kick, "end", alt="<\"&'>")).find(f"{SVG}title").text == "<\"&'>"


def test_ids_and_classes_carry_the_prefix(drawing):
    names = re.findall(r'(?:id|class)="([^"]+)"', drawing)
    assert names
    assert all(name.startswith("donkey-") for name in names)
    assert all(rule.startswith("donkey-") for rule in re.findall(r"\.([a-z][\w-]*)\{", drawing))


def test_colours_are_variables_with_literal_fallbacks(drawing):
    assert "var(--fig-skin,#" in drawing
    assert "<script" not in drawing


@pytest.mark.parametrize("variant", ["print", "line", "dark"])
def test_other_variants_are_literal_and_the_same_drawing(drawing, variant):
    other = recolour(drawing, variant)
    assert "var(" not in other
    assert re.findall(r' d="([^"]*)"', other) == re.findall(r' d="([^"]*)"', drawing)


def test_line_art_has_no_colour(drawing):
    for colour in re.findall(r"#([0-9a-f]{6})", recolour(drawing, "line")):
        assert colour[:2] == colour[2:4] == colour[4:]


def test_the_arrow_has_a_halo_and_the_ghost_lies_below(drawing):
    assert 'class="donkey-b"' in drawing
    assert drawing.index('class="donkey-g"') < drawing.index('id="donkey-body"') < drawing.index('class="donkey-a"')


def test_a_picture_without_a_start_has_neither(kick):
    assert not re.search(r'class="f-[abg]"', draw(kick, "start"))


def test_a_ghost_that_would_shrink_the_figure_is_left_out():
    deep = {"from": "start", "shift": {"forward": -15, "up": -23}, "lean": 36}
    squat = parse({"arrow": {"follows": "pelvis"}, "poses": {"start": {"base": "standing"}, "end": deep}})
    drawing = draw(squat, "end", start="start")
    assert 'class="f-g"' not in drawing
    assert 'class="f-a"' in drawing


def test_a_drawing_is_the_same_every_time(kick, drawing):
    assert draw(kick, "end", start="start", prefix="donkey") == drawing


def test_bold_lines_are_heavier(kick):
    widths = [float(re.search(r"stroke-width:([\d.]+)", draw(kick, "start", weight=w))[1]) for w in ("regular", "bold")]
    assert widths[1] > 1.5 * widths[0]


def test_the_left_picture_is_the_mirror_image():
    figure = figures()["donkey-kick"]
    right, left = (ET.fromstring(draw(figure, "end", start="start", side=s)) for s in ("right", "left"))
    assert right.get("viewBox") == left.get("viewBox")
    assert "right thigh" in right.find(f"{SVG}title").text
    assert "left thigh" in left.find(f"{SVG}title").text


def test_the_fingerprint_changes_with_the_pose_and_the_options(kick):
    other = parse({"poses": {"end": {"right_hip": 10}}})
    prints = {
        fingerprint(kick, "end"),
        fingerprint(kick, "start"),
        fingerprint(kick, "end", side="left"),
        fingerprint(other, "end"),
    }
    assert len(prints) == 4
    assert fingerprint(kick, "end") == fingerprint(kick, "end")


def test_the_fingerprint_is_blind_to_other_poses():
    two = parse({"poses": {"a": {"right_hip": 10}, "b": {"right_hip": 20}}})
    other = parse({"poses": {"a": {"right_hip": 10}, "b": {"right_hip": 30}}})
    assert fingerprint(two, "a") == fingerprint(other, "a")
    assert fingerprint(two, "a", start="b") != fingerprint(other, "a", start="b")


@pytest.mark.parametrize("exercise", [id for id, figure in figures().items() if figure.arrow])
def test_the_left_picture_is_the_right_one_flipped_as_css_would(exercise):
    """Body, props and arrow alike, so that a page may show ``transform: scaleX(-1)`` of one file."""
    figure, seen, arrows = figures()[exercise], [], []
    for side in ("right", "left"):
        scene = scene_of(figure, "end", side, start_of(figure, "end"), True)
        view = camera(scene.camera.azimuth, scene.camera.elevation)
        cloud = cloud_of(scene.pose, scene.props)
        seen.append(depth_map(cloud, view, bounds(cloud, view).wider(1), 2))
        arrows.append(placed(scene.arrow, scene.start, scene.pose, cloud, view))
    right, left = seen
    assert (right.box.left, right.box.right) == pytest.approx((-left.box.right, -left.box.left))
    flipped = right.material[:, ::-1]
    assert min(np.mean(np.roll(flipped, n, 1) != left.material) for n in (-1, 0, 1)) < 0.02
    assert arrows[0] * [-1, 1] == pytest.approx(arrows[1], abs=3.5)  # a step of its search for room


def test_braces_in_an_alternative_text_are_harmless():
    figure = parse({"poses": {"a": {"alt": "{side} arm up, {other_side} down, {x} {"}}})
    assert describe(figure, "a", side="left") == "left arm up, right down, {x} {"


def test_a_flip_book_moves_only_when_asked(kick):
    movie = animate(kick, "end", "start", prefix="kick")
    ET.fromstring(movie)
    assert movie.count('<g transform="translate(') == 8
    css = re.search(r"<style>(.*?)</style>", movie)[1]
    assert css.count("animation:") == 1
    allowed = css[css.index("@media") :]
    assert allowed.startswith("@media screen and (prefers-reduced-motion:no-preference)")
    assert "animation:" in allowed
    assert "#kick-play:target" in allowed
    assert "steps(7)" in allowed


def test_an_arrow_is_long_enough_and_off_the_body():
    start, end = settled(base="hands-and-knees"), settled(base="hands-and-knees", right_hip={"abduction": 12})
    view = camera(40, 10)
    cloud = flesh(end.skeleton)
    line = placed(Arrow(follows="right knee"), start, end, cloud, view)
    assert lengths(line)[-1] == pytest.approx(SHORTEST)
    flat = (cloud.centres @ view.T)[:, :2]
    distance = np.linalg.norm(flat[None] - line[:, None], axis=2) - cloud.radii[None]
    assert distance.min() > 2.5


def test_a_band_goes_round_both_limbs():
    pose = settled(feet={"at": {"out": 14}})
    loop = band(pose, "shank", 0.8)
    for side in ("right", "left"):
        assert flesh(pose.skeleton).of([f"{side}_shank"]).clearance(loop.centres).min() > -0.8
    assert np.ptp(loop.centres[:, 2]) > 28


@pytest.mark.parametrize(
    ("prop", "colour"),
    [
        ("chair", "prop"),
        ("mat", "mat"),
        ("cushion", "cloth"),
        ("towel", "cloth"),
        ("wall", "wall"),
        ({"kind": "band", "place": "ankles"}, "band"),
    ],
)
def test_every_prop_is_drawn_in_its_colour(prop, colour):
    pose = {"a": {"base": "sitting"}}
    bare, more = (filled(shown("one", parse({"props": props, "poses": pose}), "a")) for props in ([], [prop]))
    assert colour not in bare
    assert more - bare == {colour}


def filled(drawing: str) -> set[str]:
    """The colours of the palette that something is filled with."""
    colours = dict(re.findall(r"\.([\w-]+)\{[^}]*?fill:var\(--fig-([\w-]+)", drawing))
    return {colours[name] for name in re.findall(r'class="([\w-]+)"', drawing) if name in colours}


@pytest.mark.parametrize(("exercise", "name"), pictures())
def test_paths_are_whole_numbers_and_close(exercise, name):
    for path in re.findall(r'<path[^>]* d="([^"]*)"', figure_helpers.drawing(exercise, name)):
        assert re.fullmatch(r"[Mczl\d\- ]+", path)
        assert path.endswith("z") or "c" not in path


def test_a_mat_reaches_beyond_the_body():
    pose = settled(base="supine")
    outline = flat_outline(Prop(kind="mat"), pose, camera(90, 20))
    assert np.ptp(outline[:, 0]) > 100


def test_the_hull_of_a_square_is_its_corners():
    assert len(convex_hull(np.array([[0, 0], [2, 0], [2, 2], [0, 2], [1, 1], [1, 0]], float))) == 4


def test_a_drawing_for_the_screen_is_light_or_dark_as_its_page_is(drawing):
    screen = recolour(drawing, "screen")
    assert "var(" not in screen
    light, dark = re.search(r"<style>(.*?)@media \(prefers-color-scheme:dark\)\{(.*)\}</style>", screen).groups()
    for css, colours in ((light, COLOURS), (dark, DARK)):
        assert f".donkey-s0{{fill:{colours['shirt']}}}" in css
        assert f"stroke:{colours['ink']}" in css
    assert "stroke-width" not in dark
