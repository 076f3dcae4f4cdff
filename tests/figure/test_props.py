"""Things beside the body: where they stand, and that they stand on the floor."""

import numpy as np
import pytest

from tests.figure.figure_helpers import parse, settled
from unslouch.figure.body import Material
from unslouch.figure.depth import camera
from unslouch.figure.flesh import flesh
from unslouch.figure.props import flat_outline, outline_box, prop_of
from unslouch.figure.scene import settled as settled_in
from unslouch.figure.shown import Prop


@pytest.mark.parametrize("place", ["under", "front", "behind", "left", "right"])
def test_a_chair_stands_on_the_floor_with_its_seat_where_it_is_touched(place):
    prop = Prop(kind="chair", place=place)
    pose = settled(base="sitting" if place == "under" else "standing", props=[prop.model_dump(exclude_none=True)])
    spheres = prop_of(prop, pose)
    assert spheres.lowest() == pytest.approx(0, abs=0.01)
    seat = pose.things[prop].place
    assert abs(float(spheres.clearance(seat[None])[0])) < 0.4


@pytest.mark.parametrize("place", ["front", "behind", "left", "right"])
def test_a_wall_is_beyond_all_of_a_body_that_does_not_touch_it(place):
    prop = Prop(kind="wall", place=place)
    pose = settled(props=[prop.model_dump(exclude_none=True)], right_hip=50, left_shoulder={"abduction": 60})
    plane = pose.things[prop].surfaces()["wall"]
    cloud = flesh(pose.skeleton)
    assert float(plane.gap(cloud.centres, cloud.radii)) == pytest.approx(0, abs=0.01)
    assert len(flat_outline(prop, pose, camera(60, 8))) >= 4


def test_a_wall_has_one_place_in_all_poses_that_share_it():
    poses = {"start": {"right_hip": -20}, "end": {"from": "start", "right_hip": 60}}
    figure = parse({"props": [{"kind": "wall", "place": "front"}], "poses": poses})
    places = [next(iter(settled_in(figure, name).things.values())).place for name in poses]
    assert places[0] == pytest.approx(places[1])
    assert places[0][0] > 20


def test_a_wall_may_be_put_somewhere():
    prop = Prop(kind="wall", place="front", at=40)
    assert settled(props=[prop.model_dump(exclude_none=True)]).things[prop].place == pytest.approx((40, 0, 0))


@pytest.mark.parametrize("kind", ["cushion", "towel"])
def test_what_lies_under_a_part_lies_between_it_and_the_floor(kind):
    pose = settled(base="half-kneeling")
    thing = prop_of(Prop(kind=kind, place="left knee"), pose)
    assert thing.lowest() == pytest.approx(0, abs=0.5)
    aside = (thing.centres.mean(0) - pose.part("left knee"))[[0, 2]]
    assert np.linalg.norm(aside) < 9
    across = np.ptp(thing.centres, axis=0)[[0, 2]]
    assert across.min() > np.ptp(thing.centres[:, 1]) + 2 * thing.radii.max(), (
        "flat: a roll would lift the nape, not the head"
    )
    assert set(thing.material) == {Material.CLOTH}


def test_a_box_holds_its_outline():
    box = outline_box(np.array([[0, 1], [2, 5], [-1, 3.0]]))
    assert (box.left, box.bottom, box.right, box.top) == (-1, 1, 2, 5)
