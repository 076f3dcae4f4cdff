"""What shape a hand has."""

import pytest

from tests.figure.figure_helpers import parse, settled
from unslouch.figure.hands import hand_shapes
from unslouch.figure.posture import resolve


def shape(**pose):
    """Of the right hand."""
    posture, problems = resolve(parse({"poses": {"a": pose}}), "a")
    assert not problems
    return hand_shapes(posture)[0]


@pytest.mark.parametrize(
    ("hand", "expected"),
    [
        ("nothing", "rest"),
        ("floor", "spread"),
        ({"palm": "forward", "height": 70}, "spread"),
        ("hip", "flat"),
        ("left knee", "flat"),
        ("back of left thigh", "hold"),
        ("ankle", "hold"),
        ({"touches": "hip", "shape": "grip"}, "grip"),
    ],
)
def test_a_hand_does_what_fits_its_place_or_what_was_said(hand, expected):
    assert shape(right_hand=hand) == expected


def test_a_shape_alone_puts_a_hand_nowhere():
    free, fist = settled(), settled(right_hand={"shape": "grip"})
    assert shape(right_hand={"shape": "grip"}) == "grip"
    assert not fist.posture.hands
    assert (free.part("right hand") == fist.part("right hand")).all()


@pytest.mark.parametrize(
    ("thing", "surface", "shape"),
    [
        ("wall", "wall", "spread"),
        ("table", "table", "spread"),
        ("rail", "rail", "grip"),
        ("chair", "chair back", "grip"),
    ],
)
def test_a_hand_lies_on_what_is_flat_and_closes_round_a_bar_or_an_edge(thing, surface, shape):
    pose = settled(props=[{"kind": thing, "place": "front"}], hands=surface)
    assert hand_shapes(pose.posture) == (shape, shape)
