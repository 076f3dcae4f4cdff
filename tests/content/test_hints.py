"""A hint names what was meant, and never turns the meaning round."""

import pytest

from tests.figure.figure_helpers import read
from unslouch.content.hints import EXPLAINED, MEANT, hint
from unslouch.figure.angles import OPPOSITES


def refused(pose: str) -> str:
    """The hint for the one thing wrong with a pose."""
    _, (problem,) = read(f"poses: {{start: {{{pose}}}}}")
    return problem.hint


@pytest.mark.parametrize(
    ("pose", "told"),
    [
        ("right_shoulder: {external_rotation: 30}", "did you mean `rotation`?"),
        ("right_shoulder: {medial_rotation: 30}", "did you mean `internal_rotation`?"),
        ("right_shoulder: {retraction: 30}", "a shoulder blade has a key of its own"),
        ("right_shoulder: {shrug: 30}", "a shoulder blade has a key of its own"),
        ("scapulae: {shrug: 30}", "did you mean `elevation`?"),
        ("shoulder_blades: {elevation: 10}", "did you mean `scapulae`?"),
        ("pelvic_tilt: 10", "did you mean `pelvis`?"),
        ("pelvis: {tilt: 10}", "it can be one of: anterior_tilt, posterior_tilt"),
        ("camera: behind", "did you mean `back`?"),
        ("props: [wall], contacts: {back: wal}", "did you mean `wall`?"),
        ("trunk: {lateral_flexion: 30}", "did you mean `side_bend`?"),
        ("ankles: {extension: 30}", "did you mean `plantarflexion`?"),
        ("ankles: {plantar_flexion: 30}", "did you mean `plantarflexion`?"),
        ("right_hip: {aduction: 30}", "did you mean `abduction` or `adduction`?"),
        ("right_hip: {abdution: 30}", "did you mean `abduction`?"),
        ("knee: 30", "did you mean `right_knee`?"),
        ("left_leg: 30", "did you mean `left_hip`?"),
        ("right_arm: 30", "did you mean `right_shoulder`?"),
        ("arms: 30", "did you mean `shoulders`?"),
        ("spine: 30", "did you mean `trunk`?"),
        ("head: {rotation: 20}", "did you mean `neck`?"),
        ("extends: begin", "did you mean `from`?"),
        ("position: supine", "did you mean `base`?"),
        ("hands: {up: 40}", "did you mean `height`?"),
        ("hands: {forward: 40}", "a place stands under `at`"),
        ("hands: {at: {up: 40}}", "`height` stands beside `at`"),
        ("hands: doorway", "did you mean `door frame`?"),
        ("hands: box", "did you mean `step`?"),
        ("hands: dumbbell", "what hands hold is a thing of the pose"),
        ("contacts: {hands: worktop}", "did you mean `table`?"),
        (
            "contacts: {hands: chair}",
            "did you mean `chair seat`? it can lie on: the floor, a part of the body, or a thing",
        ),
        ("hands: hands", "did you mean `other hand`?"),
        ("hands: ground", "did you mean `floor`?"),
        ("hands: stomach", "did you mean `belly`?"),
        ("left_hand: lft knee", "did you mean `left knee`?"),
        ("arrow: {follows: hands}", "did you mean `right hand`?"),
        ("arrow: {follows: left wrist}", "did you mean `left hand`?"),
        ("arrow: {follows: hips}", "did you mean `pelvis`?"),
        ("support: [feet]", "did you mean `right foot`?"),
        ("props: [db]", "did you mean `dumbbell`?"),
        ("props: [swiss ball]", "did you mean `ball`?"),
        ("props: [{kind: band, place: doorway}]", "it can be one of: "),
        ("props: [stool]", "did you mean `chair`?"),
        ("base: face-down", "did you mean `prone`?"),
        ("base: side-lying", "did you mean `side-lying-left`?"),
        ("base: quadruped", "did you mean `hands-and-knees`?"),
    ],
)
def test_the_words_of_physiotherapists_are_understood(pose, told):
    assert refused(pose).startswith(told)


@pytest.mark.parametrize("word", ["left_elbo", "left_kne", "left wrist", "left_shulder", "left thing"])
def test_a_side_is_never_changed(word):
    known = ["right_elbow", "right_knee", "right_wrist", "right_shoulder", "right thing", "elbows"]
    assert "right" not in hint(word, known)


@pytest.mark.long
def test_no_movement_is_hinted_at_by_its_opposite():
    for one, other in OPPOSITES.items():
        for word in (one, other):
            assert other not in MEANT.get(word, ()) or one == "extension"
            for left_out in range(len(word)):
                slip = word[:left_out] + word[left_out + 1 :]
                told = hint(slip, [one, other])
                assert word in told or slip in EXPLAINED, (slip, told)


def test_a_hint_that_names_a_key_works_when_it_is_followed():
    assert (
        read("poses: {start: {scapulae: {retraction: 20}, right_scapula: 5, left_scapula: {depression: 5}}}")[1] == []
    )
    assert read("poses: {start: {hands: {at: {forward: 30, out: 8}, height: 60}}}")[1] == []


def test_what_the_format_knows_is_no_longer_explained_away():
    assert hint("Ball", ["ball", "wall"]) == "did you mean `ball`?"
