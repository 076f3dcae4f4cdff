"""Every kind of thing: its data is whole, it is drawn, and it is where what stands on it, holds it or goes round it is."""

import numpy as np
import pytest

from tests.figure.figure_helpers import parse, settled, shown, wrong_with
from tests.helpers import ENGLISH
from unslouch.content.vocabulary import THINGS
from unslouch.figure.alt import describe
from unslouch.figure.asks import of_pose
from unslouch.figure.between import settle_between
from unslouch.figure.contact import TOUCHING, contacts
from unslouch.figure.flesh import flesh
from unslouch.figure.grips import grip_of
from unslouch.figure.kinds import KINDS
from unslouch.figure.parts import PARTS
from unslouch.figure.props import prop_of
from unslouch.figure.scene import settled as settled_in
from unslouch.figure.shown import Prop
from unslouch.figure.skeleton import Skeleton
from unslouch.guide.alt_words import alt_text
from unslouch.pages.figure_things import things

GRIPPED = ("stick", "barbell", "dumbbell", "kettlebell")
TONES = {"step": "s6", "bench": "s6", "bed": "s7", "table": "s6", "door": "v", "door frame": "s6", "bar": "s9", "rail": "s9",
         "ball": "s10", "foam roller": "s10", "stick": "s6", "barbell": "s9", "dumbbell": "s9", "kettlebell": "s9",
         "small ball": "s10", "strap": "s5", "towel": "s7", "band": "s5"}  # fmt: skip


def prop_and_pose(kind, place, **pose):
    prop = Prop(kind=kind, place=place)
    return prop, settled(props=[prop.model_dump(exclude_none=True)], **pose)


SILENT = (*(name for name, kind in KINDS.items() if kind.outline), "chair", "cushion")
"""What goes without saying, and what is told of elsewhere."""


@pytest.mark.whole
@pytest.mark.parametrize("name", [name for name, pose in things().items() if pose["props"][-1]["kind"] not in SILENT])
def test_a_thing_at_its_place_has_words_of_its_own(name):
    pose = settled(**{key: value for key, value in things()[name].items() if key != "camera"})
    bare = alt_text(describe(pose), "right", ENGLISH)
    told = alt_text(describe(pose, props=pose.posture.props), "left", ENGLISH)
    assert told != bare
    assert "{" not in told


@pytest.mark.parametrize("kind", TONES)
def test_a_thing_is_drawn_in_its_own_tone(kind):
    name = next(name for name in things() if name.startswith(f"{kind} ") and "under" not in name and "head" not in name)
    figure = parse({"poses": {"a": things()[name]}})
    assert TONES[kind] in {shape.style for shape in shown("one", figure, "a").frames[0]}


def test_steps_may_speak_of_what_there_is():
    assert set(THINGS) <= set(KINDS)


@pytest.mark.long
@pytest.mark.parametrize(("kind", "base"), [("step", "standing"), ("bed", "supine"), ("bench", "prone"), ("bed", "side-lying-left"),
                                            ("bed", "hands-and-knees"), ("table", "long-sitting")])  # fmt: skip
def test_a_body_is_on_what_is_under_it(kind, base):
    prop, pose = prop_and_pose(kind, "under", base=base)
    assert flesh(pose.skeleton).lowest() == pytest.approx(prop.tall, abs=0.6)
    assert wrong_with({"poses": {"a": {"base": base, "props": [prop.model_dump(exclude_none=True)]}}}) == []
    assert pose.things[prop].placed.spheres().lowest() == pytest.approx(0, abs=0.1)


@pytest.mark.parametrize("kind", ["chair", "ball", "bench", "bed"])
def test_a_seat_is_as_high_as_who_sits_on_it(kind):
    prop, pose = prop_and_pose(kind, "under", base="sitting")
    assert pose.things[prop].place[1] == pytest.approx(PARTS["pelvis"].flesh(pose.skeleton).lowest(), abs=0.1)
    assert flesh(pose.skeleton).lowest() == pytest.approx(0, abs=0.1)


@pytest.mark.parametrize("height", [8, 14])
def test_a_foot_on_a_step_is_as_high_as_it_is(height):
    pose = settled(props=[{"kind": "step", "height": height}], right_foot="step", left_foot={"at": {"out": 5}})
    assert PARTS["right foot"].flesh(pose.skeleton).lowest() == pytest.approx(height, abs=0.1)
    assert PARTS["left foot"].flesh(pose.skeleton).lowest() == pytest.approx(0, abs=0.1)


def test_a_body_hangs_from_a_bar():
    pose = settled(props=["bar"], support=["right hand", "left hand"], hands="bar", shoulders=165, elbows=5)
    assert flesh(pose.skeleton).lowest() > 3
    for side in ("right", "left"):
        assert grip_of(pose.skeleton, side)[1] == pytest.approx(KINDS["bar"].height, abs=0.1)
        assert abs(pose.skeleton.frames[f"{side}_hand"].rotation[2, 0]) > 0.95, "the bar goes through the closed hand"
    assert {c.part for c in contacts(pose) if c.on == "bar"} == {"right hand", "left hand"}


@pytest.mark.parametrize("kind", ["stick", "barbell"])
def test_both_hands_close_round_one_bar(kind):
    prop, pose = prop_and_pose(kind, "both hands", shoulders={"flexion": 40, "abduction": 15}, elbows=20)
    hands = [grip_of(pose.skeleton, side) for side in ("right", "left")]
    across = (hands[0] - hands[1]) / np.linalg.norm(hands[0] - hands[1])
    for side in ("right", "left"):
        assert abs(pose.skeleton.frames[f"{side}_hand"].rotation[:, 0] @ across) > 0.95
    assert prop_of(prop, pose).clearance(np.array(hands)).max() < 0.2


@pytest.mark.parametrize("kind", ["dumbbell", "kettlebell"])
def test_what_a_hand_holds_follows_it(kind):
    prop = Prop(kind=kind, place="right hand")
    for degrees in (0, 60, 120):
        pose = settled(props=[{"kind": kind, "place": "right hand"}], right_shoulder=degrees)
        own = prop_of(prop, pose)
        assert own.clearance(grip_of(pose.skeleton, "right")[None])[0] < 0.3
        assert own.clearance(grip_of(pose.skeleton, "left")[None])[0] > 5
    assert pose.skeleton.hands == ("grip", "rest")


def test_a_kettlebell_hangs():
    _, pose = prop_and_pose("kettlebell", "right hand", right_shoulder=80)
    bell = prop_of(Prop(kind="kettlebell", place="right hand"), pose)
    largest = bell.centres[bell.radii.argmax()]
    assert largest[1] < grip_of(pose.skeleton, "right")[1] - 5


def test_a_small_ball_fills_the_room_between_the_palms():
    for adduction in (3, 5):
        prop, pose = prop_and_pose(
            "small ball", "both hands", shoulders={"flexion": 70, "adduction": adduction}, elbows=15
        )
        ball = prop_of(prop, pose)
        for side in ("right", "left"):
            palm = flesh(pose.skeleton).of([f"{side}_palm"])
            assert ball.clearance(palm.centres).min() - 1.25 == pytest.approx(0, abs=1.2)


def body_and_line(**prop):
    pose = settled(
        props=[{"kind": "door", "place": "front"}, prop],
        base="standing",
        shoulders=40,
        elbows=60,
        feet={"at": {"out": 6}},
    )
    return pose.skeleton, prop_of(Prop(**prop), pose)


def near(line, place: np.ndarray) -> float:
    return float(line.clearance(np.asarray(place)[None])[0])


@pytest.mark.parametrize("side", ["right", "left"])
def test_a_band_goes_from_the_hands_round_a_foot(side):
    body: Skeleton
    body, line = body_and_line(kind="band", place=f"{side} foot")
    for hand in ("right", "left"):
        assert near(line, grip_of(body, hand)) < 0.1
    assert near(line, body.point(f"{side}_foot", (4.6, -4.1, 0))) < 0.5


def test_a_band_with_one_end_in_a_hand_leaves_the_other_alone():
    body, line = body_and_line(kind="band", place="right foot", to="right hand")
    assert near(line, grip_of(body, "right")) < 0.1
    assert near(line, grip_of(body, "left")) > 5


@pytest.mark.parametrize("height", [20, 90])
def test_a_band_is_fixed_to_a_door_where_the_author_says(height):
    body, line = body_and_line(kind="band", place="door", height=height)
    assert line.centres[:, 0].max() > 30
    assert line.centres[line.centres[:, 0].argmax(), 1] == pytest.approx(height, abs=1)
    assert near(line, grip_of(body, "right")) < 0.1


def test_a_band_in_the_hands_asks_for_a_grip():
    pose = settled(props=[{"kind": "band", "place": "hands"}])
    assert "band-grip" in {asked.ask for asked in of_pose(pose, "a")}
    loop = settled(props=[{"kind": "band", "place": "knees"}])
    assert "band-grip" not in {asked.ask for asked in of_pose(loop, "a")}


@pytest.mark.long
def test_a_back_lies_on_a_roller_and_the_hips_on_the_floor():
    pose = settled(
        base="supine", props=["foam roller"], support=["back", "pelvis"], feet={"at": {"forward": 38, "out": 6}}
    )
    gaps = {c.part: c.gap for c in contacts(pose) if c.part in ("back", "pelvis")}
    assert gaps["back"] == pytest.approx(0, abs=TOUCHING)
    assert gaps["pelvis"] == pytest.approx(0, abs=TOUCHING)


@pytest.mark.parametrize(
    ("pose", "message", "hint"),
    [
        ({"props": [{"kind": "band", "place": "door"}]}, "there is no door for the band", "{kind: door, place: front}"),
        ({"props": [{"kind": "step", "at": 5}]}, "goes through the step", "right_foot: step"),
        ({"props": ["barbell"]}, "the barbell goes through the", "shoulders: {flexion: 20}"),
        (
            {"props": [{"kind": "band", "place": "hands"}], "shoulders": {"abduction": 90}},
            "the band goes through the torso",
            "`shoulders: {flexion: 90, abduction: 60}`",
        ),
        ({"right_foot": "step"}, "there is no step for the right foot", "add `props: [step]`"),
    ],
)
def test_what_is_wrong_with_a_thing_is_told_with_a_way_out(pose, message, hint):
    problem, *_ = wrong_with({"poses": {"a": pose}})
    assert message in problem.message
    assert hint in problem.hint


def test_a_band_ahead_of_the_body_goes_through_nothing():
    """As its hint says."""
    band = [{"kind": "band", "place": "hands"}]
    assert wrong_with({"poses": {"a": {"props": band, "shoulders": {"flexion": 90, "abduction": 60}}}}) == []


@pytest.mark.parametrize(
    ("kind", "wrong"), [("step", {"to": "right hand"}), ("dumbbell", {"height": 30}), ("ball", {"place": "head"})]
)
def test_a_key_that_does_not_fit_a_thing_is_refused(kind, wrong):
    with pytest.raises(ValueError, match=f"a {kind} has no|height of a {kind}"):
        Prop(kind=kind, **wrong)


def test_lying_on_a_bed_is_lying_flat_and_not_on_the_floor():
    pose = settled(base="supine", props=[{"kind": "bed", "place": "under"}])
    assert {asked.ask for asked in of_pose(pose, "a")} == {"lie-flat"}


@pytest.mark.long
def test_a_foot_goes_over_the_edge_of_a_step():
    low = {"base": "standing", "feet": {"at": {"out": 6}}, "props": ["step"]}
    high = {"base": "standing", "feet": {"touches": "step", "at": {"forward": 22, "out": 6}}, "shift": {"forward": 22}}
    figure = parse({"poses": {"low": low, "high": {**high, "props": ["step"], "after": "low"}}})
    poses = [settled_in(figure, name) for name in ("low", "high")]
    (step,) = poses[0].things.values()
    for start, end in (poses, poses[::-1]):
        for share in np.linspace(0, 1, 12):
            foot = PARTS["right foot"].flesh(settle_between(start, end, float(share)).skeleton)
            assert step.depth(foot.centres).max() < 1.0


@pytest.mark.long
def test_a_bench_that_is_knelt_on_with_one_knee_is_below_that_knee():
    kneeling = {"base": "hands-and-knees", "support": ["left shin"], "contacts": {"right shin": "nothing", "left shin": "bench"},
                "right_foot": {"at": {"forward": -2, "out": 9}}, "right_hand": "nothing",
                "left_hand": {"touches": "bench", "at": {"forward": 34, "out": 0}}, "trunk": 3}  # fmt: skip
    props = [{"kind": "bench", "place": "left", "height": 24}, {"kind": "dumbbell", "place": "right hand"}]
    assert wrong_with({"props": props, "poses": {"a": kneeling}}) == []
    pose = settled(props=props, **kneeling)
    knee, bench = pose.part("left knee"), next(thing for thing in pose.things.values())
    assert abs(float((knee - bench.place) @ bench.across)) < bench.what.half[1]
    assert abs(float((knee - bench.place) @ bench.front)) < bench.what.half[0]
    assert pose.part("right foot")[2] > float(bench.place[2]) + bench.what.half[0], "the other foot is beside it"
