"""The face: drawn where it is seen."""

import numpy as np
import pytest

from tests.figure.figure_helpers import drawing, parse, settled
from unslouch.figure import draw
from unslouch.figure.depth import bounds, camera, depth_map
from unslouch.figure.face import EYE, LINE, face
from unslouch.figure.flesh import Spheres, flesh, prop_spheres


def shown(azimuth, elevation=0.0, *, before: Spheres | None = None, **pose):
    """The styles of what is seen of a face."""
    body, view = settled(**pose).skeleton, camera(azimuth, elevation)
    cloud = flesh(body)
    if before is not None:
        cloud = cloud.and_also(before)
    return [shape.style for shape in face(body, depth_map(cloud, view, bounds(cloud, view).wider(2), 5), 10)]


def test_from_the_front_two_eyes_are_seen():
    assert shown(0).count(EYE) == 2


@pytest.mark.parametrize("azimuth", [90, -90])
def test_from_the_side_one_eye_is_seen_and_one_ear(azimuth):
    found = shown(azimuth)
    assert found.count(EYE) == 1


@pytest.mark.parametrize("azimuth", [150, 180, -150])
def test_from_behind_no_eye_is_seen(azimuth):
    assert EYE not in shown(azimuth)


def test_a_head_turned_away_shows_no_eyes():
    assert EYE not in shown(90, neck={"rotation": -70})


def test_what_lies_before_the_face_hides_it():
    head = settled().skeleton.point("head", (12, 4, 0))
    assert shown(0, before=prop_spheres(head[None], 7.0, 6)) == []


@pytest.mark.long
def test_a_bowed_head_shows_no_nose_above_its_mouth_and_does_not_frown():
    nose, brows = 1, 2
    assert shown(0, neck={"flexion": 45}).count(LINE) == shown(0).count(LINE) - nose - brows


def test_a_small_picture_shows_the_eyes_and_no_more():
    small, page = ([s.style for s in drawing("side-squat", "start", form).frames[0]] for form in ("small", "page"))
    assert small.count(EYE) == page.count(EYE) == 2
    assert LINE in page
    assert LINE not in small


@pytest.mark.whole
@pytest.mark.parametrize(("gaze", "axis", "sign"), [("up", 1, 1), ("down", 1, -1), ("right", 0, -1), ("left", 0, 1)])
def test_eyes_look_where_they_are_told_to(gaze, axis, sign):
    """Seen from the front, the person's right is the picture's left; brows and mouth stay where they are."""
    poses = {"ahead": {"base": "standing"}, "end": {"base": "standing", "gaze": gaze}}
    figure = parse({"camera": "front", "poses": poses})
    before, after = (_spots(draw(figure, name), "y") for name in poses)
    assert len(before) == len(after) == 2
    for one, other in zip(before, after, strict=True):
        assert sign * (other - one)[axis] * (-1 if axis else 1) > 3
    lines = [[s for s in draw(figure, name).frames[0] if s.style == "e"] for name in poses]
    assert lines[0] == lines[1]


def _spots(picture, style):
    """Where the curves of a style begin, in drawing units, of which y goes down."""
    paths = (shape.path for shape in picture.frames[0] if shape.style == style)
    return [np.array([float(n) for n in path[1 : path.index("q")].split()]) for path in paths]
