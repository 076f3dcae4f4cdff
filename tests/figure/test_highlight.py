"""Working muscles: where they show, and how much of them."""

from dataclasses import replace

import numpy as np
import pytest

from tests.figure.figure_helpers import parse, settled
from unslouch.figure.body import CHAIN_NAMES
from unslouch.figure.depth import bounds, camera, depth_map
from unslouch.figure.flesh import flesh
from unslouch.figure.highlight import BELLY, Course, courses, working
from unslouch.figure.muscles import MUSCLES
from unslouch.figure.paint import LEAST_SHOWN, Canvas, rounded
from unslouch.figure.scene import Scene, scene_of
from unslouch.figure.seen import share_seen
from unslouch.figure.shown import Camera

ROUND = [(azimuth, elevation) for elevation in (-10, 40) for azimuth in range(-180, 180, 45)]


def hydrant(azimuth: float, muscle: str = "right abductors") -> Scene:
    """A leg lifted to the side on hands and knees, seen from somewhere."""
    pose = {"base": "hands-and-knees", "right_hip": {"flexion": 77, "abduction": 40}}
    figure = {"camera": {"azimuth": azimuth, "elevation": 15}, "highlight": [muscle], "poses": {"end": pose}}
    return scene_of(parse(figure), "end")


@pytest.mark.long
def test_a_muscle_is_seen_from_its_side_and_not_from_the_other():
    assert share_seen(hydrant(-100)) < 0.1
    assert share_seen(hydrant(110)) > 0.5


def test_a_muscle_that_is_named_again_counts_once():
    body = settled().skeleton
    once = list(courses(body, ["glutes"]))
    assert len(list(courses(body, ["right glutes", "glutes", *["left glutes"] * 50]))) == len(once) > 0
    several = replace(hydrant(110), highlight=("right glutes",) * 3)
    assert share_seen(several) == share_seen(hydrant(110, "right glutes"))


def test_without_a_muscle_there_is_no_share():
    assert share_seen(replace(hydrant(0), highlight=())) is None


@pytest.mark.whole
@pytest.mark.parametrize("muscle", MUSCLES)
def test_every_muscle_is_seen_well_from_somewhere(muscle):
    pose = settled(shoulders={"abduction": 30})

    def share(azimuth, elevation):
        return share_seen(
            Scene(pose, Camera(azimuth=azimuth, elevation=elevation), (f"right {muscle}",), (), None, None)
        )

    assert max(share(*way) for way in ROUND) > 0.5


@pytest.mark.parametrize("muscle", MUSCLES)
def test_a_muscle_has_a_belly_and_ends_that_taper(muscle):
    body = settled().skeleton
    for course in courses(body, [f"right {muscle}"]):
        assert max(course.radii[0], course.radii[-1]) < 0.75 * course.radii.max()
        assert course.strength(course.places).min() > BELLY


def test_a_muscle_shows_on_its_own_limb_only():
    pose = settled()
    cloud, view = flesh(pose.skeleton), camera(0, 0)
    seen = depth_map(cloud, view, bounds(cloud, view).wider(2), 4)
    shown = working(seen, pose.skeleton, ["right quadriceps"]) > 0
    assert {CHAIN_NAMES[c] for c in np.unique(seen.chain[shown])} == {"right_thigh"}


@pytest.mark.parametrize(("muscle", "azimuth"), [("quadriceps", 0), ("hamstrings", 180)])
def test_the_muscles_of_a_thigh_are_as_broad_as_it(muscle, azimuth):
    """Halfway down, seen from the front or from behind, they are most of what is seen of the thigh."""
    pose = settled()
    cloud, view = flesh(pose.skeleton), camera(azimuth, 0)
    seen = depth_map(cloud, view, bounds(cloud, view).wider(2), 6)
    shown = working(seen, pose.skeleton, [f"right {muscle}"]) > 0
    rows, _ = seen.around(pose.skeleton.point("right_thigh", (0, -13, 0)), 0.5)
    thigh = seen.chain[rows] == CHAIN_NAMES.index("right_thigh")
    assert (shown[rows] & thigh).sum() > 0.6 * thigh.sum()


@pytest.mark.whole
def test_a_muscle_seen_from_its_edge_is_shown_wider():
    pose = settled()
    cloud = flesh(pose.skeleton)
    strip, *_ = MUSCLES["quadriceps"]
    course = Course(strip, "right", pose.skeleton)
    for azimuth in (95, 100, 105, 110):
        view = camera(azimuth, 0)
        seen = depth_map(cloud, view, bounds(cloud, view).wider(2), 4)
        allowed = np.isin(seen.chain, course.chains)
        plain = (course.strength(seen.places(np.s_[:, :])[allowed]) > 0).sum()
        shown = (working(seen, pose.skeleton, ["right quadriceps"]) > 0).sum()
        assert shown >= plain


def test_a_sliver_is_left_out():
    canvas = Canvas(5)
    canvas.begin()
    grid = np.zeros((60, 60), np.float32)
    grid[10:15, 10:15] = 1
    canvas.grid("h", grid, least=LEAST_SHOWN)
    assert canvas.frames() == ((),)


def test_pieces_of_a_muscle_that_are_near_are_one():
    """Where the flesh between them is seen that they lie on."""
    view, body = camera(90, 8), flesh(settled().skeleton)
    seen = depth_map(body, view, bounds(body, view).wider(1), 5)
    torso = seen.shows([CHAIN_NAMES.index("torso")])
    row, column = (int(np.median(at)) for at in np.nonzero(torso))
    mask = np.zeros_like(torso)
    mask[row - 5 : row + 5, column - 12 : column + 12] = True
    mask[:, column - 2 : column + 2] = False
    assert rounded(mask, seen)[row, column]
    mask[:, column - 6 : column + 6] = False
    assert not rounded(mask, seen)[row, column]
