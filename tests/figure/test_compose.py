"""Drawings: what was asked for is in them, and nothing else."""

import numpy as np
import pytest
from pydantic import TypeAdapter

from tests.figure.figure_helpers import drawing, figures, parse, settled, shown
from unslouch.figure import Drawing, draw, fingerprint
from unslouch.figure.depth import camera
from unslouch.figure.drawing import OUTLINE, SILHOUETTE
from unslouch.figure.flesh import flesh
from unslouch.figure.props import band, convex_hull, flat_outline
from unslouch.figure.shown import Prop


def styles(picture: Drawing) -> list[str]:
    """Of the shapes of a still picture, from back to front."""
    return [shape.style for shape in picture.frames[0]]


def test_the_arrow_has_a_halo_and_the_ghost_lies_below():
    found = styles(drawing("donkey-kick", "end"))
    assert found[-3:] == ["b", "a", "t"]
    assert found.index("g") < found.index(SILHOUETTE) < found.index(OUTLINE.style) < found.index("b")


def test_a_picture_that_comes_from_nowhere_has_neither():
    assert not {"a", "b", "g"} & set(styles(drawing("donkey-kick", "start")))


def test_a_ghost_that_would_shrink_the_figure_is_left_out():
    deep = {"from": "start", "shift": {"forward": -15, "up": -23}, "lean": 36}
    squat = parse({"arrow": {"follows": "pelvis"}, "poses": {"start": {"base": "standing"}, "end": deep}})
    found = styles(shown("deep", squat, "end"))
    assert "g" not in found
    assert "a" in found


def test_a_drawing_is_the_same_every_time():
    assert draw(figures()["donkey-kick"], "end") == drawing("donkey-kick", "end")


def test_a_small_picture_has_heavier_lines_and_no_ghost():
    page, small = drawing("donkey-kick", "end"), drawing("donkey-kick", "end", "small")
    assert small.lines["o"] > 1.5 * page.lines["o"]
    assert "g" not in styles(small)


def test_a_drawing_can_be_kept_as_json():
    form = TypeAdapter(Drawing)
    for kind in ("page", "moving"):
        picture = drawing("donkey-kick", "end", kind)
        assert form.validate_json(form.dump_json(picture)) == picture


def test_the_fingerprint_changes_with_the_pose_and_the_form():
    kick, other = figures()["donkey-kick"], parse({"poses": {"end": {"right_hip": 10}}})
    prints = {
        fingerprint(kick, "end", "page"),
        fingerprint(kick, "start", "page"),
        fingerprint(kick, "end", "small"),
        fingerprint(other, "end", "page"),
    }
    assert len(prints) == 4
    assert fingerprint(kick, "end", "page") == fingerprint(kick, "end", "page")


def test_the_fingerprint_is_blind_to_other_poses_and_sees_the_start():
    """``b`` does not come into a picture of ``a``, and does into that of ``c``, which comes after it."""
    two, other = (
        parse({"poses": {"a": {"right_hip": 10}, "b": {"right_hip": hip}, "c": {"right_hip": 40, "after": "b"}}})
        for hip in (20, 30)
    )
    assert fingerprint(two, "a", "page") == fingerprint(other, "a", "page")
    assert fingerprint(two, "c", "page") != fingerprint(other, "c", "page")


def test_a_flip_book_begins_with_the_start_and_ends_with_the_pose():
    moving = drawing("donkey-kick", "end", "moving")
    assert len(moving.frames) == 8
    bodies = [shape.path for frame in moving.frames for shape in frame if shape.style == SILHOUETTE]
    assert len(bodies) == len(set(bodies)) == len(moving.frames)


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
    assert style in styles(shown("one", parse(figure), "a"))
    assert style not in styles(shown("one", parse(bare), "a"))


def test_a_mat_reaches_beyond_the_body():
    pose = settled(base="supine")
    outline = flat_outline(Prop(kind="mat"), pose, camera(90, 20))
    assert np.ptp(outline[:, 0]) > 100


def test_the_hull_of_a_square_is_its_corners():
    assert len(convex_hull(np.array([[0, 0], [2, 0], [2, 2], [0, 2], [1, 1], [1, 0]], float))) == 4
