"""Drawings: what was asked for is in them, and nothing else."""

from pydantic import TypeAdapter

from tests.figure.figure_helpers import drawing, figures, parse, shown
from unslouch.figure import Drawing, draw, fingerprint
from unslouch.figure.drawing import OUTLINE, SILHOUETTE


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
    assert len({frame[0].path for frame in moving.frames}) == 8
    assert {frame[0].style for frame in moving.frames} == {SILHOUETTE}
