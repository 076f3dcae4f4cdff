"""The body's numbers."""

from dataclasses import replace

import numpy as np
import pytest

from unslouch.content import vocabulary
from unslouch.figure.body import CHAINS, HAND_CHAINS, HANDS, LENGTH, STANDING_HIP_HEIGHT
from unslouch.figure.flesh import flesh, limb_profile
from unslouch.figure.geometry import rotate_y
from unslouch.figure.landmarks import LANDMARKS
from unslouch.figure.muscles import MUSCLES
from unslouch.figure.skeleton import Frame, neutral_skeleton


def test_a_standing_person_measures_about_a_hundred():
    cloud = flesh(neutral_skeleton())
    height = (cloud.centres[:, 1] + cloud.radii).max() - cloud.lowest()
    assert 97 < height < 103


def test_the_soles_are_an_ankle_height_below_the_ankles():
    assert abs(flesh(neutral_skeleton()).lowest() + STANDING_HIP_HEIGHT) < 0.3


def test_left_and_right_flesh_are_mirror_images():
    cloud = flesh(neutral_skeleton())
    for name in CHAINS:
        if name.startswith("right_"):
            right, left = cloud.of([name]), cloud.of([name.replace("right", "left")])
            rows = [
                np.column_stack([c, s.radii]) for c, s in ((right.centres * [1, 1, -1], right), (left.centres, left))
            ]
            one, other = (r[np.lexsort(r.round(6).T)] for r in rows)
            assert np.allclose(one, other)


def test_every_muscle_word_is_in_the_vocabulary():
    assert set(MUSCLES) == set(vocabulary.MUSCLES)


def test_landmarks_lie_near_the_surface():
    cloud = flesh(neutral_skeleton())
    for name, spot in LANDMARKS.items():
        if name == "other hand":
            continue
        place = neutral_skeleton().point(spot.segment.replace("*", "right"), spot.point)
        assert abs(float(cloud.clearance(place[None])[0])) < 2.2, name


@pytest.mark.parametrize("limb", ["thigh", "shank", "upper_arm", "forearm"])
def test_a_limb_thins_toward_its_end(limb):
    shares = np.linspace(0, 1, 21)
    radius = [limb_profile(limb, share)[0] for share in shares]
    assert radius[-1] < 0.8 * max(radius)
    assert np.argmax(radius) < len(radius) / 2
    assert limb_profile(limb, 1.0)[1][1] == -LENGTH[limb]


@pytest.mark.parametrize("shape", HANDS)
def test_every_shape_of_a_hand_is_within_the_wrists_reach(shape):
    """No finger grows, and none bends back through the palm or over the wrist."""
    body = replace(neutral_skeleton(), hands=(shape, shape))
    cloud = flesh(body)
    for side, sign in (("right", 1), ("left", -1)):
        rotation, wrist = body.frames[f"{side}_hand"]
        for chain in HAND_CHAINS:
            digit = cloud.of([f"{side}_{chain}"])
            local = (digit.centres - wrist) @ rotation
            assert np.linalg.norm(local, axis=1).max() < 10
            assert local[:, 1].max() < 0.1
            assert (sign * local[:, 2]).max() < 0.1


def test_a_grip_closes_and_its_thumb_lies_across_the_palm():
    body = neutral_skeleton()
    wrist = body.frames["right_hand"].origin

    def tip(shape, digit):
        """Across the palm toward the thumb, and off the palm."""
        x, _, z = flesh(replace(body, hands=(shape, "rest"))).of([f"right_{digit}"]).centres[-1] - wrist
        return x, -z

    assert tip("flat", "middle")[1] < 1 < 1.5 < tip("grip", "middle")[1]
    assert tip("grip", "thumb")[0] < tip("rest", "thumb")[0] < tip("spread", "thumb")[0]
    assert tip("grip", "thumb")[1] > 2


def test_a_limb_turned_right_round_has_flesh_all_the_same():
    """Halfway between two stations that face opposite ways there is no side to draw flesh out to."""
    body = neutral_skeleton()
    rotation, origin = body.frames["spine2"]
    turned = body.changed({"spine2": Frame(rotation @ rotate_y(180), origin)})
    assert np.isfinite(flesh(turned).centres).all()
