"""Depth maps."""

import numpy as np
import pytest

from unslouch.figure.depth import (
    BESIDE,
    DROP,
    Box,
    blurred,
    bounds,
    camera,
    depth_map,
    dilated,
    halved,
    shaded_by_nearer,
    silhouette,
)
from unslouch.figure.flesh import Spheres


def spheres(*rows) -> Spheres:
    """x, y, z, radius."""
    data = np.array(rows, float)
    n = len(data)
    return Spheres(data[:, :3], data[:, 3], np.zeros(n, int), np.zeros(n, int))


FRONT = camera(0, 0)


@pytest.mark.parametrize(("azimuth", "toward"), [(0, (1, 0, 0)), (90, (0, 0, 1)), (-90, (0, 0, -1)), (180, (-1, 0, 0))])
def test_the_camera_stands_where_it_says(azimuth, toward):
    view = camera(azimuth, 0)
    assert np.allclose(view[2], toward)
    assert np.allclose(view[1], (0, 1, 0))
    assert np.linalg.det(view) == pytest.approx(1)


def test_from_the_right_the_person_faces_the_pictures_right():
    assert camera(90, 0)[0] == pytest.approx((1, 0, 0))


def test_the_nearer_sphere_is_seen():
    cloud = spheres((0, 0, 0, 2), (5, 0, 0, 1))
    seen = depth_map(cloud, FRONT, Box(-3, -3, 3, 3), 10)
    middle = seen.sphere[30, 30]
    assert middle == 1
    assert seen.depth[30, 30] == pytest.approx(6, abs=0.02)
    assert seen.sphere[30, 45] == 0
    assert seen.sphere[0, 0] == -1


def test_what_a_nearer_part_hides_is_shaded_beside_its_edge():
    near = depth_map(spheres((0, 0, 0, 4), (2 * DROP, 0, 0, 1)), FRONT, Box(-5, -5, 5, 5), 10)
    shaded = shaded_by_nearer(near)[25]
    assert shaded[25 + round(5 * (1 + BESIDE / 2))]
    assert not shaded[25]
    assert not shaded[25 + round(5 * (1 + 1.4 * BESIDE))]
    on_it = depth_map(spheres((0, 0, 0, 4), (3.5, 0, 0, 1)), FRONT, Box(-5, -5, 5, 5), 10)
    assert not shaded_by_nearer(on_it)[25, 15:35].any()


def test_the_signed_distance_is_nothing_at_the_outline():
    seen = depth_map(spheres((0, 0, 0, 2)), FRONT, Box(-3, -3, 3, 3), 10)
    x, _ = seen.axes()
    row = seen.signed[30]
    crossing = np.interp(0, row[30:55][::-1], x[30:55][::-1])
    assert crossing == pytest.approx(2, abs=0.02)


def test_the_silhouette_is_that_of_the_depth_map():
    cloud = spheres((0, 0, 0, 2), (9, 9, 9, 0.1), (0, 1, 2, 1.5))
    box = Box(-4, -4, 4, 4)
    fast, whole = (
        silhouette(cloud, FRONT, box, 16),
        depth_map(spheres((0, 0, 0, 2), (0, 1, 2, 1.5)), FRONT, box, 8).signed,
    )
    assert ((fast > 0) == (whole > 0)).all()


def test_bounds_hold_every_sphere():
    box = bounds(spheres((0, 0, 0, 2), (0, 5, 1, 1)), FRONT)
    assert (box.bottom, box.top) == (-2, 6)
    assert box.wider(1).height == 10


def test_blur_and_halving_keep_the_mean():
    grid = np.random.default_rng(1).random((20, 20)).astype(np.float32)
    assert halved(grid).mean() == pytest.approx(grid.mean(), rel=1e-5)
    assert blurred(np.ones((9, 9)), 3) == pytest.approx(np.ones((9, 9)))


def test_a_mask_grows_by_pixels():
    mask = np.zeros((9, 9), bool)
    mask[4, 4] = True
    grown = dilated(mask, 2)
    assert grown[4, 2]
    assert grown[4, 6]
    assert not grown[4, 1]
