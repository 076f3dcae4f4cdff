"""The face: drawn where it is seen."""

import pytest

from tests.figure.figure_helpers import drawing, settled
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


def test_a_bowed_head_shows_no_nose_above_its_mouth_and_does_not_frown():
    nose, brows = 1, 2
    assert shown(0, neck={"flexion": 45}).count(LINE) == shown(0).count(LINE) - nose - brows


def test_a_small_picture_shows_the_eyes_and_no_more():
    small, page = ([s.style for s in drawing("side-squat", "start", form).frames[0]] for form in ("small", "page"))
    assert small.count(EYE) == page.count(EYE) == 2
    assert LINE in page
    assert LINE not in small
