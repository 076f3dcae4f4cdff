"""Drawings: what was asked for is in them, and nothing else."""

import re

import numpy as np
import pytest
from pydantic import TypeAdapter

from tests.figure.figure_helpers import drawing, figures, parse, settled, shown
from unslouch.figure import Drawing, blank, draw, fingerprint, write
from unslouch.figure.body import CHAIN_NAMES, Material
from unslouch.figure.depth import bounds, camera, depth_map
from unslouch.figure.drawing import OUTLINE, SILHOUETTE
from unslouch.figure.flesh import flesh
from unslouch.figure.ground import GHOST_LEVEL, ground, moved, peeping
from unslouch.figure.lines import AROUND, loop
from unslouch.figure.paint import Canvas, clothes_of
from unslouch.figure.props import convex_hull, flat_outline
from unslouch.figure.scene import scene_of
from unslouch.figure.scene import settled as settled_pose
from unslouch.figure.shown import Prop

LIFT = parse({"camera": "side", "poses": {"start": {"base": "standing"}, "end": {"from": "start", "right_hip": 70}}})
LOWER = parse({"camera": "side", "poses": {"start": {"base": "standing", "right_hip": 70}, "end": {"after": "start"}}})
LYING = parse({"camera": {"azimuth": 80, "elevation": 16}, "poses": {"end": {"base": "side-lying-left"}}})


def styles(picture: Drawing) -> list[str]:
    """Of the shapes of a still picture, from back to front."""
    return [shape.style for shape in picture.frames[0]]


def test_the_arrow_has_a_halo_and_the_ghost_lies_below():
    found = styles(shown("lower", LOWER, "end"))
    assert found[-3:] == ["b", "a", "t"]
    assert found.index("g") < found.index(SILHOUETTE) < found.index(OUTLINE.style) < found.index("b")


def test_a_picture_that_comes_from_nowhere_has_neither():
    assert not {"a", "b", "g"} & set(styles(drawing("donkey-kick", "start")))


def test_a_ghost_that_would_shrink_the_figure_is_left_out():
    deep = {"from": "start", "shift": {"forward": -15, "up": -23}, "lean": 36}
    squat = parse({"arrow": {"follows": "pelvis"}, "poses": {"start": {"base": "standing"}, "end": deep}})
    found = styles(shown("deep", squat, "end"))
    assert "g" not in found
    assert "a" in found


@pytest.mark.long
def test_a_ghost_is_of_what_moved_alone():
    """Of a donkey kick the leg that lifts: not the head, the arms, the leg that kneels."""
    kick = figures()["donkey-kick"]
    ghost = moved(*(settled_pose(kick, name) for name in ("start", "end")))
    chains = {CHAIN_NAMES[chain] for chain in ghost.chain}
    assert {"right_foot", "right_shank"} <= chains
    assert not {"face", "left_shank", "left_forearm"} & chains


@pytest.mark.long
def test_a_ghost_has_no_slivers():
    """A leg that moved by little more than its edge shows nothing; one that moved away is whole."""
    view, body = camera(90, 8), flesh(settled(right_hip=30).skeleton)
    leg = ["right_shank", "right_cuff", "right_foot"]
    near, far = (flesh(settled(right_hip=angle).skeleton).of(leg) for angle in (29, 65))
    seen = depth_map(body, view, bounds(body, view).around(bounds(far, view)).wider(2), 5)
    assert (peeping(near, seen) > GHOST_LEVEL).sum() == 0
    assert (peeping(far, seen) > GHOST_LEVEL).sum() > 300


def test_a_ghost_shows_a_head_or_a_foot_or_is_left_out():
    """What looks out beside a standing leg, of one that stood before it, is bags; a leg in the air is a leg."""
    assert "g" not in styles(shown("lift", LIFT, "end"))
    assert "g" in styles(shown("lower", LOWER, "end"))


def test_a_ghost_with_its_head_between_its_arms_is_left_out():
    """Such a head is no outline of its own; one above the shoulders is."""
    child = {"base": "kneeling", "lean": 92, "hips": 140, "knees": 150, "trunk": 25, "shoulders": 160}
    child |= {"anchor": "left knee", "hands": {"at": {"forward": 46, "out": 8}}, "contacts": {"head": "floor"}}
    poses = {"all-fours": {"base": "hands-and-knees"}, "low": child, "end": {"from": "all-fours", "after": "low"}}
    poses["back"] = {"from": "low", "after": "all-fours"}
    rest = parse({"camera": {"azimuth": 78, "elevation": 14}, "poses": poses})
    assert "g" not in styles(shown("rest", rest, "end"))
    assert "g" in styles(shown("rest", rest, "back"))


@pytest.mark.long
def test_a_piece_of_a_ghost_without_head_or_foot_is_left_out():
    """A thigh that looks out on its own says nothing; with the rest of its leg it does."""
    view, cloud = camera(90, 8), flesh(settled(right_hip=70).skeleton)
    seen = depth_map(flesh(settled().skeleton), view, bounds(cloud, view).wider(2), 5)
    thigh, leg = cloud.of(["right_thigh"]), cloud.of(["right_thigh", "right_shank", "right_cuff", "right_foot"])
    assert (peeping(thigh, seen) > GHOST_LEVEL).sum() == 0
    assert (peeping(leg, seen) > GHOST_LEVEL).sum() > 300


def test_a_limb_that_only_follows_has_no_ghost():
    """Of a step to the side the foot that steps, not the trunk that goes half as far nor the leg that stands."""
    there = {"from": "start", "shift": {"right": 8, "up": -3}, "right_foot": {"at": {"out": 25}}}
    stance = {"base": "standing", "feet": {"at": {"out": 7}}, "shift": {"up": -3}}
    step = parse({"poses": {"start": stance, "end": there}})
    ghost = moved(*(settled_pose(step, name) for name in ("start", "end")))
    chains = {CHAIN_NAMES[chain] for chain in ghost.chain}
    assert "right_foot" in chains
    assert not {"face", "torso", "left_thigh", "left_forearm"} & chains


def test_a_trunk_that_is_carried_off_has_no_ghost():
    """Without its legs it would be a bust; one that tips over hips that stay hangs on them."""
    wide = {"base": "standing", "feet": {"at": {"out": 23}}, "shift": {"up": -3.6}}
    aside = {"from": "start", "shift": {"right": 14, "up": -13, "forward": -10}, "lean": 26}
    tipped = {"from": "start", "lean": 40}
    for end, has in ((aside, False), (tipped, True)):
        step = parse({"poses": {"start": wide, "end": end}})
        ghost = moved(*(settled_pose(step, name) for name in ("start", "end")))
        assert (ghost is not None and CHAIN_NAMES.index("torso") in ghost.chain) is has


def test_a_scrap_of_a_sole_is_no_notch_in_its_shoe():
    """As of one that looks out between two toes: what is too small to be told is shoe."""
    body, view = flesh(settled().skeleton), camera(90, 8)
    seen, canvas = depth_map(body, view, bounds(body, view).wider(1), 5), Canvas(5)
    material = np.full(seen.depth.shape, Material.SHOE, np.int8)
    material[100:110, 50:60] = Material.SOLE
    canvas.begin()
    clothes_of(canvas, seen, material, np.zeros((material.shape[0] // 2, material.shape[1] // 2), bool), 0.3)
    (shapes,) = canvas.frames()
    assert [(shape.style, shape.path.count("M")) for shape in shapes] == [("s3", 1)]


@pytest.mark.parametrize(("width", "outlines"), [(8, 1), (20, 2)])
def test_a_narrow_gap_between_two_thighs_is_no_speck_of_skin(width, outlines):
    """The silhouette fills it in skin, and what is worn over that; a wide one is a hole in both."""
    body, view = flesh(settled().skeleton), camera(90, 8)
    seen, canvas = depth_map(body, view, bounds(body, view).wider(1), 5), Canvas(5)
    material = np.full(seen.depth.shape, -1, np.int8)
    material[100:160, 20:80] = Material.TROUSERS
    material[115:145, 40 : 40 + width] = -1
    canvas.begin()
    clothes_of(canvas, seen, material, np.zeros((material.shape[0] // 2, material.shape[1] // 2), bool), 0.3)
    (shapes,) = canvas.frames()
    assert [(shape.style, shape.path.count("M")) for shape in shapes] == [("s1", outlines)]


def test_a_shadow_has_no_holes_and_what_is_lifted_casts_none():
    """A head on an arm leaves a gap; a foot in the air would have a speck of its own."""
    picture = shown("shadow", LYING, "end")
    paths = [shape.path for shape in picture.frames[0] if shape.style == "c"]
    assert [path.count("M") for path in paths] == [1]
    lifted, view = settled(right_hip=42, right_knee=45), camera(0, 8)
    foot = flesh(lifted.skeleton).of(["right_foot"])
    assert 3 < foot.lowest() < 9
    spots = ground(lifted, view).floor.places
    assert np.abs(spots[:, 0] - (view @ foot.centres.mean(0))[0]).min() > 3


def test_a_hand_on_a_wall_casts_a_shadow_there_and_a_wall_far_off_has_none():
    props, view = [{"kind": "wall", "place": "left", "at": 25}], camera(44, 8)
    hand = settled(left_hand={"at": {"forward": 6, "out": 25}, "height": 80, "palm": "out"}, props=props)
    (shadow,) = ground(hand, view).walls
    palm = (view @ hand.part("left hand"))[:2]
    assert len(shadow.sizes)
    assert np.linalg.norm(shadow.places - palm, axis=1).min() < 3
    assert [len(wall.sizes) for wall in ground(settled(props=props), view).walls] == [0]
    assert ground(hand, camera(-90, 8)).walls == (), "seen from behind the wall"


def test_the_line_of_the_floor_passes_behind_all_that_rests_on_it():
    for view in (camera(90, 4), camera(60, 10)):
        pose = settled(base="hands-and-knees")
        height = ground(pose, view).height
        cloud = flesh(pose.skeleton)
        on_floor = cloud.centres[cloud.centres[:, 1] - cloud.radii < 0.5] * [1, 0, 1] @ view.T
        assert height >= on_floor[:, 1].max()


@pytest.mark.parametrize(
    ("azimuth", "elevation", "has_line"), [(90, 12, True), (120, 10, True), (165, 16, False), (40, 30, False)]
)
def test_no_line_of_the_floor_hangs_above_hands_that_are_much_nearer(azimuth, elevation, has_line):
    assert (ground(settled(base="hands-and-knees"), camera(azimuth, elevation)).height is not None) is has_line


def test_a_wall_on_its_edge_has_the_line_of_the_floor_beside_it():
    def lines(azimuth):
        figure = {"camera": {"azimuth": azimuth}, "props": [{"kind": "wall", "place": "behind"}], "poses": {"a": {}}}
        return styles(shown("wall", parse(figure), "a")).count("l")

    assert (lines(90), lines(40)) == (2, 1)


def test_a_wall_goes_on_as_far_as_the_body_is_seen_before_it():
    prop, view = Prop(kind="wall", place="left", at=30), camera(44, 8)
    pose = settled(props=[{"kind": "wall", "place": "left", "at": 30}])
    wall, body = flat_outline(prop, pose, view), bounds(flesh(pose.skeleton), view)
    assert wall[:, 0].min() < body.left < body.right < wall[:, 0].max()


@pytest.mark.parametrize("figure", [LIFT, LYING])
def test_the_shadow_lies_inside_the_picture(figure):
    picture = shown("shadow", figure, "end")
    for path in (shape.path for shape in picture.frames[0] if shape.style == "c"):
        x, y = (values for values in np.array(ends(path)).T)
        assert 0 < x.min() < x.max() < picture.width
        assert 0 < y.min() <= y.max() < picture.height


def ends(path: str) -> list[tuple[int, int]]:
    """Where the curves of a path begin and end."""
    found: list[tuple[int, int]] = []
    for command, numbers in re.findall(r"([Mlc])([^Mlcz]*)", path):
        values = [int(n) for n in re.findall(r"-?\d+", numbers)]
        step = {"M": 2, "l": 2, "c": 6}[command]
        for i in range(0, len(values), step):
            x, y = values[i + step - 2 : i + step]
            found.append((x, y) if command == "M" else (found[-1][0] + x, found[-1][1] + y))
    return found


def test_a_body_stands_on_a_line_and_beside_a_wall_on_the_wall_s_foot():
    bare, beside = ({"poses": {"a": {}}, "props": props} for props in ([], ["wall"]))
    assert [styles(shown("floor", parse(figure), "a")).count("l") for figure in (bare, beside)] == [1, 1]


@pytest.mark.whole
def test_a_drawing_is_the_same_every_time():
    assert draw(figures()["donkey-kick"], "end") == drawing("donkey-kick", "end")


def test_a_small_picture_has_heavier_lines_and_no_ghost():
    page, small = drawing("donkey-kick", "end"), drawing("donkey-kick", "end", "small")
    assert small.lines["o"] > 1.5 * page.lines["o"]
    assert "g" not in styles(small)


def test_a_drawing_can_be_kept_as_json():
    form = TypeAdapter(Drawing)
    for kind in ("page", "moving"):
        picture = drawing("donkey-kick", "end", kind)
        assert form.validate_json(form.dump_json(picture)) == picture


def test_the_fingerprint_changes_with_the_pose_and_the_form():
    kick, other = figures()["donkey-kick"], parse({"poses": {"end": {"right_hip": 10}}})
    prints = {
        fingerprint(kick, "end", "page"),
        fingerprint(kick, "start", "page"),
        fingerprint(kick, "end", "small"),
        fingerprint(other, "end", "page"),
    }
    assert len(prints) == 4
    assert fingerprint(kick, "end", "page") == fingerprint(kick, "end", "page")


def test_the_fingerprint_is_blind_to_other_poses_and_sees_the_start():
    """``b`` does not come into a picture of ``a``, and does into that of ``c``, which comes after it."""
    two, other = (
        parse({"poses": {"a": {"right_hip": 10}, "b": {"right_hip": hip}, "c": {"right_hip": 40, "after": "b"}}})
        for hip in (20, 30)
    )
    assert fingerprint(two, "a", "page") == fingerprint(other, "a", "page")
    assert fingerprint(two, "c", "page") != fingerprint(other, "c", "page")


def test_a_flip_book_begins_with_the_start_and_ends_with_the_pose():
    moving = drawing("donkey-kick", "end", "moving")
    assert len(moving.frames) == 16
    bodies = [shape.path for frame in moving.frames for shape in frame if shape.style == SILHOUETTE]
    assert len(bodies) == len(set(bodies)) == len(moving.frames)


def test_a_close_up_shows_one_part_larger_with_lines_as_wide():
    poses = {"a": {"right_elbow": 90}, "end": {"from": "a", "right_wrist": 50}}
    whole, close = (
        shown("wrist", parse({"camera": {"view": "side", **more}, "poses": poses}), "end")
        for more in ({}, {"close_up": "right hand"})
    )
    assert close.lines == whole.lines
    assert 120 < max(close.pixels) < 220 < max(whole.pixels)
    assert "s3" not in styles(close)
    assert {"a", "g"} <= set(styles(close))
    assert f'viewBox="{close.cut} {close.cut} {close.width} {close.height}"' in write(close, "")
    assert (close.cut > 0, whole.cut) == (True, 0)


def test_a_close_up_holds_all_of_its_arrow():
    poses = {
        "a": {"right_elbow": 90},
        "end": {"from": "a", "right_wrist": 50, "arrow": {"follows": "right hand", "up": 14}},
    }
    close = shown("wrist", parse({"camera": {"view": "side", "close_up": "right hand"}, "poses": poses}), "end")
    shaft = next(shape.path for shape in close.frames[0] if shape.style == "a")
    start, steps = shaft.lstrip("M").split("l")
    numbers = [np.array(re.findall(r"-?\d+", each), float).reshape(-1, 2) for each in (start, steps)]
    places = np.cumsum(np.concatenate(numbers), axis=0) - close.cut
    half = close.lines["a"] / 2
    assert (places > half).all()
    assert (places < np.array([close.width, close.height]) - half).all()


def test_a_close_up_moves():
    poses = {"a": {"right_elbow": 90}, "end": {"from": "a", "right_wrist": 50}}
    figure = parse({"camera": {"view": "side", "close_up": "right hand"}, "poses": poses})
    assert max(shown("wrist", figure, "end", "moving").pixels) < 220


def test_a_band_goes_round_both_limbs():
    pose = settled(feet={"at": {"out": 14}})
    band = loop(pose.skeleton, AROUND["ankles"])
    for side in ("right", "left"):
        assert flesh(pose.skeleton).of([f"{side}_shank"]).clearance(band.centres).min() > -0.8
    assert np.ptp(band.centres[:, 2]) > 28


@pytest.mark.parametrize("prop", ["chair", "mat", "cushion", "towel", "wall", {"kind": "band", "place": "ankles"}])
def test_every_prop_is_drawn(prop):
    bare, figure = ({"poses": {"a": {"base": "sitting"}}, "props": props} for props in ([], [prop]))
    kind = prop if isinstance(prop, str) else prop["kind"]
    style = {"band": "s5", "chair": "s6", "cushion": "s7", "towel": "s7", "mat": "m", "wall": "w"}[kind]
    assert style in styles(shown("one", parse(figure), "a"))
    assert style not in styles(shown("one", parse(bare), "a"))


def test_a_mat_reaches_beyond_the_body():
    pose = settled(base="supine")
    outline = flat_outline(Prop(kind="mat"), pose, camera(90, 20))
    assert np.ptp(outline[:, 0]) > 100


def test_the_hull_of_a_square_is_its_corners():
    assert len(convex_hull(np.array([[0, 0], [2, 0], [2, 2], [0, 2], [1, 1], [1, 0]], float))) == 4


def test_a_flip_book_has_the_shadow_of_what_stands_still_once():
    """Of the hands and the knee that carry; the leg that is lifted takes none along."""
    scene, view = scene_of(figures()["donkey-kick"], "end"), camera(90, 8)
    assert scene.start is not None
    assert 0 < len(ground(scene.start, view, scene.pose).floor.sizes) < len(ground(scene.start, view).floor.sizes)
    flip_book = drawing("donkey-kick", "end", "moving")
    assert [shape.style for shape in flip_book.behind].count("c") == 1
    assert not any(shape.style == "c" for frame in flip_book.frames for shape in frame)


@pytest.mark.long
@pytest.mark.parametrize("form", ["page", "small", "moving"])
@pytest.mark.parametrize("figure", [LIFT, LOWER], ids=["lift", "lower"])
def test_before_it_is_drawn_it_has_the_size_and_the_words_that_it_will_have(figure, form):
    made, drawn = blank(figure, "end", form), draw(figure, "end", form)
    assert made.frames == ()
    assert (made.pixels, made.width, made.height, made.unit, made.cut) == (
        drawn.pixels,
        drawn.width,
        drawn.height,
        drawn.unit,
        drawn.cut,
    )
    assert (made.told, made.person) == (drawn.told, drawn.person)
