"""Inner lines, hems and soles."""

import numpy as np
import pytest

from tests.figure.figure_helpers import settled
from unslouch.figure.body import CHAIN_NAMES, Material
from unslouch.figure.clothes import NECKLINE, hems, worn
from unslouch.figure.depth import Box, bounds, camera, depth_map
from unslouch.figure.flesh import BUMP, Spheres, flesh
from unslouch.figure.ink import ink, under_one_shirt
from unslouch.figure.paint import narrow_gaps

FRONT = camera(0, 0)
NECK = [CHAIN_NAMES.index(chain) for chain in ("neck", "torso")]


def spheres(*rows, material=Material.SHIRT) -> Spheres:
    """x, y, z, radius."""
    data = np.array(rows, float)
    n = len(data)
    return Spheres(data[:, :3], data[:, 3], np.zeros(n, int), np.full(n, int(material)))


def rod(x, z, radius, half=6.0):
    """An upright rod."""
    return [(x, y, z, radius) for y in np.arange(-half, half, 0.2)]


def picture(pose, azimuth, elevation=0.0, scale=6.0):
    cloud, view = flesh(pose.skeleton), camera(azimuth, elevation)
    return depth_map(cloud, view, bounds(cloud, view).wider(2), scale)


def test_ink_is_drawn_at_a_step_and_not_on_a_slope():
    ball = depth_map(spheres((0, 0, 0, 3)), FRONT, Box(-4, -4, 4, 4), 10)
    assert ink(ball)[30:50, 30:50].max() < 0.5
    step = depth_map(spheres((0, 0, 0, 3), (4, 0, 0, 1)), FRONT, Box(-4, -4, 4, 4), 10)
    assert ink(step).max() > 0.9


@pytest.mark.long
@pytest.mark.parametrize("gap", [0.8, 1.0, 1.3])
def test_ink_from_two_sides_of_a_gap_is_no_blob(gap):
    """Two rods before a wall, a gap apart: their lines do not run together."""
    wall = [(-9, y, z, 4) for y in np.arange(-6, 6, 0.5) for z in np.arange(-6, 6, 0.5)]
    rods = [*rod(3, 2 + gap / 2, 2), *rod(3, -2 - gap / 2, 2)]
    width = 0.55
    row = ink(depth_map(spheres(*wall, *rods), FRONT, Box(-6, -4, 6, 4), 20), width)[80]
    near = row[int((6 - 1.2) * 20) : int((6 + 1.2) * 20)] > 0.5
    assert near.sum() / 20 < 0.85 * gap


def test_the_face_has_no_ink_of_its_own():
    seen = picture(settled(), 20)
    face = np.isin(seen.spheres.material[seen.sphere], [Material.SKIN]) & seen.seen
    middle = seen.view @ settled().skeleton.point("head", (5, 4, 0))
    x, y = seen.axes()
    around = (np.abs(x - middle[0]) < 2)[None] & (np.abs(y - middle[1]) < 2.5)[:, None]
    assert (face & around).sum() > 200
    assert ink(seen)[around].max() < 0.5


def test_an_arm_goes_over_into_the_trunk_at_the_shoulder_and_lies_before_it_below():
    pose = settled()
    seen = picture(pose, 70)
    lines = ink(seen) * under_one_shirt(seen, pose.skeleton, 0.55)
    top, below = (seen.around(pose.skeleton.point("right_upper_arm", (0, y, 0)), 2.6) for y in (0, -8))
    assert (ink(seen)[top] > 0.5).any()
    assert not (lines[top] > 0.5).any()
    assert (lines[below] > 0.5).any()


def test_an_arm_before_the_head_keeps_its_line():
    pose = settled(shoulders={"abduction": 170})
    seen = picture(pose, 90)
    head = np.isin(seen.chain, [CHAIN_NAMES.index(name) for name in ("face", "hair")])
    lines = ink(seen)
    assert (lines[head] > 0.5).any()
    assert under_one_shirt(seen, pose.skeleton, 0.55)[head].min() > 0.99


@pytest.mark.parametrize("tilt", [60, 75, 80])
def test_flesh_seen_along_its_surface_has_no_rings(tilt):
    """The spheres of a limb are as far apart as flesh samples them: a little uneven, which is no crease."""
    radius, (along, across) = 4.0, (np.sin(np.radians(tilt)), np.cos(np.radians(tilt)))
    places = np.arange(-12, 12, np.sqrt(8 * radius * BUMP))
    seen = depth_map(spheres(*((along * at, across * at, 0, radius) for at in places)), FRONT, Box(-6, -12, 6, 12), 10)
    assert not (ink(seen)[seen.signed > 0.6] > 0.5).any()


@pytest.mark.long
def test_a_hem_is_drawn_where_clothes_end_and_not_at_the_outline():
    seen = picture(settled(), 0)
    line = hems(seen, worn(seen, settled().skeleton), 0.55) > 0.5
    x, y = seen.axes()
    for segment, down in (("right_shank", -21.2), ("right_upper_arm", -10.5)):
        place = seen.view @ settled().skeleton.point(segment, (3, down, 0))
        around = (np.abs(x - place[0]) < 1)[None] & (np.abs(y - place[1]) < 4)[:, None]
        assert 0 < (line & around).sum() < 0.3 * around.sum(), segment
    assert not line[~seen.seen].all()


def test_a_shirt_goes_up_to_the_neck_behind():
    """Skin of a neck that reaches into the trunk was a loop between the shoulders; ahead the shirt is cut out."""
    body = settled().skeleton
    pit = body.point("thorax", NECKLINE)

    def skin_below_the_pit(azimuth):
        seen = picture(settled(), azimuth)
        below = seen.axes()[1][:, None] < (seen.view @ pit)[1] - 1
        middle = np.abs(seen.axes()[0] - (seen.view @ pit)[0])[None] < 4
        return int((below & middle & np.isin(seen.chain, NECK) & (worn(seen, body) == Material.SKIN)).sum())

    assert skin_below_the_pit(0) > 40
    assert skin_below_the_pit(180) == 0


@pytest.mark.long
def test_soles_are_seen_from_below_and_hardly_from_above():
    kneeling = settled(base="kneeling").skeleton

    def share(azimuth, elevation):
        cloud, view = flesh(kneeling), camera(azimuth, elevation)
        seen = depth_map(cloud, view, bounds(cloud, view), 4)
        material = worn(seen, kneeling)
        return (material == Material.SOLE).sum() / max(np.isin(material, [Material.SOLE, Material.SHOE]).sum(), 1)

    assert share(180, 10) > 0.4
    assert share(0, 40) < 0.2


def test_a_neck_that_rises_out_of_a_shirt_has_no_line_across_it():
    pose, view = settled(base="sitting", neck={"retraction": 20}), camera(90, 4)
    cloud = flesh(pose.skeleton)
    seen = depth_map(cloud, view, bounds(cloud, view).wider(1), 10)
    line = hems(seen, worn(seen, pose.skeleton), 0.55) > 0.5
    neck = seen.chain == CHAIN_NAMES.index("neck")
    where_it_rises = neck[:-1] & (seen.chain == CHAIN_NAMES.index("torso"))[1:]
    assert where_it_rises.sum() > 20
    assert (line[:-1] & where_it_rises).sum() < 0.2 * where_it_rises.sum()
    share = under_one_shirt(seen, pose.skeleton, 0.55)
    assert (share[:-1] < 0.5)[where_it_rises].mean() > 0.6


def test_a_gap_that_the_silhouette_fills_is_worn_and_a_wider_one_is_not():
    """Two and a half units, at half of five pixels a unit: a speck of skin between trouser legs, else."""
    for width, filled in ((2, True), (6, True), (7, False)):
        legs = np.ones((40, 40), bool)
        legs[:, 20 : 20 + width] = False
        assert narrow_gaps(legs)[20, 20 : 20 + width].all() == filled, width
