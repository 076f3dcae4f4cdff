"""What one picture shows, and where each part of that is written."""

import pytest

from tests.figure.figure_helpers import parse
from unslouch.figure.scene import lineage, scene_of, settled, written

POSES = {
    "start": {"base": "standing", "camera": {"azimuth": 10}, "highlight": ["right glutes"]},
    "end": {"from": "start", "right_hip": 30},
    "end-other": {"from": "end", "after": "start", "camera": {"azimuth": 20}, "arrow": {"follows": "head"}},
    "alone": {"base": "sitting", "props": ["mat"]},
}
FIGURE = parse({"camera": {"azimuth": 30}, "arrow": {"follows": "right knee"}, "poses": POSES})


def test_a_pose_has_what_the_nearest_it_extends_says_else_the_figure():
    assert {name: scene_of(FIGURE, name).camera.azimuth for name in FIGURE.poses} == {
        "start": 10,
        "end": 10,
        "end-other": 20,
        "alone": 30,
    }
    assert scene_of(FIGURE, "end-other").highlight == ("right glutes",)
    assert [prop.kind for prop in scene_of(FIGURE, "alone").props] == ["mat"]


def test_only_a_pose_that_a_movement_ends_in_has_a_start_and_an_arrow():
    for name, followed in {"start": None, "alone": None, "end": "right knee", "end-other": "head"}.items():
        scene = scene_of(FIGURE, name)
        assert (scene.arrow.follows if scene.arrow else None) == followed
        assert scene.start == (settled(FIGURE, "start") if followed else None)


def test_poses_that_are_written_alike_are_solved_once():
    again = parse({"poses": POSES})
    assert settled(again, "end") is settled(FIGURE, "end")
    assert written(FIGURE, "end") != written(FIGURE, "start")


def test_a_lineage_that_goes_in_a_circle_ends():
    circle = parse({"poses": {"a": {"from": "b"}, "b": {"from": "a"}}})
    assert lineage(circle, "a") == ["a", "b"]
    assert lineage(FIGURE, "end-other") == ["end-other", "end", "start"]


def test_an_unknown_pose_is_a_key_error():
    with pytest.raises(KeyError):
        settled(FIGURE, "nowhere")
