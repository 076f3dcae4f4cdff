"""Things beside the body: where they are said to be, and drawn."""

import numpy as np
import pytest

from tests.figure.figure_helpers import parse, settled, shown
from unslouch.figure import Drawing
from unslouch.figure.body import Material
from unslouch.figure.depth import camera
from unslouch.figure.flesh import flesh
from unslouch.figure.geometry import FORWARD, RIGHT
from unslouch.figure.language import Prop
from unslouch.figure.props import band, convex_hull, flat_outline, outline_box, prop_of


def _styles(picture: Drawing) -> list[str]:
    return [shape.style for shape in picture.frames[0]]


def test_a_band_goes_round_both_limbs():
    pose = settled(feet={"at": {"out": 14}})
    loop = band(pose, "shank", 0.8)
    for side in ("right", "left"):
        assert flesh(pose.skeleton).of([f"{side}_shank"]).clearance(loop.centres).min() > -0.8
    assert np.ptp(loop.centres[:, 2]) > 28


@pytest.mark.parametrize("prop", ["chair", "mat", "cushion", "towel", "wall", {"kind": "band", "place": "ankles"}])
def test_every_prop_is_drawn(prop):
    bare, figure = ({"poses": {"a": {"base": "sitting"}}, "props": props} for props in ([], [prop]))
    kind = prop if isinstance(prop, str) else prop["kind"]
    style = {"band": "s5", "chair": "s6", "cushion": "s7", "towel": "s7", "mat": "m", "wall": "w"}[kind]
    assert style in _styles(shown("one", parse(figure), "a"))
    assert style not in _styles(shown("one", parse(bare), "a"))


def test_a_mat_reaches_beyond_the_body():
    pose = settled(base="supine")
    outline = flat_outline(Prop(kind="mat"), pose, camera(90, 20))
    assert np.ptp(outline[:, 0]) > 100


def test_the_hull_of_a_square_is_its_corners():
    assert len(convex_hull(np.array([[0, 0], [2, 0], [2, 2], [0, 2], [1, 1], [1, 0]], float))) == 4


@pytest.mark.parametrize(
    ("place", "way"), [("behind", -FORWARD), ("front", FORWARD), ("left", -RIGHT), ("right", RIGHT)]
)
def test_a_chair_stands_on_the_floor_where_it_is_said_to(place, way):
    pose = settled(base="standing")
    chair = prop_of(Prop(kind="chair", place=place), pose)
    assert (chair.centres.mean(0) - pose.part("pelvis")) @ way > 10
    assert chair.lowest() == pytest.approx(0, abs=0.5)


@pytest.mark.parametrize("kind", ["cushion", "towel"])
def test_what_lies_under_a_part_lies_between_it_and_the_floor(kind):
    pose = settled(base="half-kneeling")
    thing = prop_of(Prop(kind=kind, place="left knee"), pose)
    assert thing.lowest() == pytest.approx(0, abs=0.5)
    aside = (thing.centres.mean(0) - pose.part("left knee"))[[0, 2]]
    assert np.linalg.norm(aside) < 9
    assert set(thing.material) == {Material.CLOTH}


def test_a_box_holds_its_outline():
    box = outline_box(np.array([[0, 1], [2, 5], [-1, 3.0]]))
    assert (box.left, box.bottom, box.right, box.top) == (-1, 1, 2, 5)
