"""The inner edges of boxes and rolls."""

import numpy as np
import pytest

from tests.figure.figure_helpers import settled
from unslouch.figure.depth import bounds, camera, depth_map
from unslouch.figure.edges import edges
from unslouch.figure.forms import Box, Drum, Globe, Rod
from unslouch.figure.ground import ground
from unslouch.figure.solids import Placed

BOX = Box((-8, -10, -15), (8, 0, 15), 1.0)
ROLL = Drum((0, 0, -12), (0, 0, 12), 5)


def drawn(solid, azimuth, elevation, scale=5.0):
    """The edges of one solid, and what is seen of it."""
    thing, view = Placed((solid,), np.eye(3), np.zeros(3), 6), camera(azimuth, elevation)
    seen = depth_map(thing.spheres(), view, bounds(thing.spheres(), view).wider(2), scale)
    return edges(seen, [thing], 0.55), seen


@pytest.mark.parametrize(
    ("azimuth", "elevation", "lengths"), [(0, 0, 0), (90, 30, 16), (60, 0, 10), (60, 30, 16 + 10 + 30)]
)
def test_a_box_has_the_edges_between_faces_that_are_seen(azimuth, elevation, lengths):
    lines, seen = drawn(BOX, azimuth, elevation)
    assert bool(lengths) == bool(lines.any())
    assert 0 <= lines.sum() / seen.scale / 3 <= lengths + 3
    assert not (lines > 0)[~seen.seen].any()


def test_a_roll_has_the_rim_of_the_end_that_looks_at_the_camera():
    lines, seen = drawn(ROLL, 60, 8)
    assert 2 * 5 < lines.sum() / seen.scale / 3 < 2 * np.pi * 5
    assert not drawn(ROLL, 0, 8)[0].any()


@pytest.mark.parametrize("solid", [Globe((0, 0, 0), 6), Rod((0, -9, 0), (0, 9, 0), 1)])
def test_what_is_round_has_none(solid):
    assert not drawn(solid, 60, 20)[0].any()


@pytest.mark.long
def test_what_is_hidden_has_none():
    behind, view = Placed((BOX,), np.eye(3), np.array([-40.0, 0, 0]), 6), camera(0, 20)
    before = Placed((Box((-8, -30, -30), (8, 40, 30), 1.0),), np.eye(3), np.zeros(3), 6)
    both = before.spheres().and_also(behind.spheres())
    alone = depth_map(behind.spheres(), view, bounds(both, view), 5.0)
    assert edges(alone, [behind], 0.55).any()
    assert not edges(depth_map(both, view, bounds(both, view), 5.0), [behind], 0.55).any()


def test_who_is_up_on_something_stands_above_the_line_of_the_floor():
    pose = settled(feet={"touches": "step", "at": {"forward": 23, "out": 6}}, shift={"forward": 22}, props=["step"])
    view = camera(80, 10)
    height = ground(pose, view).height
    assert height is not None
    assert height < (view @ pose.part("right foot"))[1] - 5
