"""People: who shows an exercise, and that every body takes the poses that were written of one."""

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest

from tests.figure.figure_helpers import parse, wrong_with
from tests.helpers import ROOT, data_of
from unslouch.figure import draw, write
from unslouch.figure.body import CHAIN_NAMES, HANDS, Material
from unslouch.figure.build import Build, stretches
from unslouch.figure.clothes import worn
from unslouch.figure.contact import TOUCHING, contacts
from unslouch.figure.depth import bounds, camera, depth_map
from unslouch.figure.flesh import flesh, hanging
from unslouch.figure.people import PEOPLE, STANDARD, chosen
from unslouch.figure.scene import settled
from unslouch.figure.skeleton import neutral_skeleton

EXERCISES = sorted(file.stem for file in ROOT.glob("content/exercises/*.yml") if "\nfigure:" in file.read_text())
EVERYBODY = pytest.mark.parametrize("person", PEOPLE)
POSES = {
    "standing": {"base": "standing"},
    "squat": {"feet": {"at": {"out": 9}}, "shift": {"forward": -10, "up": -14}, "lean": 30},
    "sitting": {"base": "sitting"},
    "all-fours": {"base": "hands-and-knees"},
    "kneeling": {"base": "half-kneeling"},
    "supine": {"base": "supine"},
    "prone": {"base": "prone"},
    "on-the-side": {"base": "side-lying-left"},
}


def shown(person, pose, **more):
    """A pose shown by someone."""
    return parse({"person": person, "poses": {"only": pose}, **more})


@pytest.mark.whole
@EVERYBODY
@pytest.mark.parametrize("name", POSES)
def test_every_body_takes_every_kind_of_pose(person, name):
    """Nothing floats, is pressed in or goes through: a larger body lies and sits higher, with the same joints."""
    assert wrong_with({"person": person, "poses": {"only": POSES[name]}}) == []
    pose = settled(shown(person, POSES[name]), "only")
    assert [contact for contact in contacts(pose) if abs(contact.gap) > TOUCHING + 0.05] == []


@pytest.mark.long
def test_a_larger_body_lies_higher_and_needs_more_room():
    lean, large = (settled(shown(person, POSES["prone"]), "only").skeleton for person in ("kofi", "ada"))
    assert large.point("spine1")[1] > lean.point("spine1")[1] + 0.4
    waists = [bounds(flesh(body).of(["torso"]), camera(0, 0)).width for body in map(neutral_skeleton, ("tom", "ada"))]
    assert waists[1] > 1.07 * waists[0]


def test_there_are_women_and_men_of_several_ages_builds_skins_hair_and_clothes():
    people = PEOPLE.values()
    assert len(people) >= 6
    assert len({person.hair for person in people}) >= 6
    assert {person.sleeves for person in people} == {"none", "short", "long"}
    assert {person.legs for person in people} == {"short", "leggings", "long"}
    assert len({person.build for person in people}) == len(people)


def test_who_shows_an_exercise_is_the_same_from_build_to_build():
    assert chosen("glute-bridge") == chosen("glute-bridge")
    assert chosen("glute-bridge", ["ada"]) == "ada"


def test_where_someone_goes_only_their_exercises_change():
    rest = [name for name in PEOPLE if name != "mei"]
    for id in EXERCISES:
        if chosen(id) != "mei":
            assert chosen(id, rest) == chosen(id)


def test_all_people_appear_evenly_over_the_guide():
    shows = Counter(map(chosen, EXERCISES))
    assert set(shows) == set(PEOPLE)
    assert max(shows.values()) - min(shows.values()) <= 1


def test_neighbours_in_the_list_and_in_a_routine_are_seldom_one_person():
    runs = [EXERCISES]
    for file in ROOT.glob("content/routines/*.yml"):
        for block in data_of(file).get("blocks", []):
            ids = [item if isinstance(item, str) else item.get("exercise") for item in block.get("exercises", [])]
            runs.append([id for id in ids if id in EXERCISES])
    pairs = [pair for run in runs for pair in pairwise(run)]
    assert len(pairs) > 30
    assert sum(chosen(one) == chosen(other) for one, other in pairs) <= 3


def test_an_author_chooses_who_shows_an_exercise_and_only_somebody_there_is():
    assert parse({"person": "ida", "poses": {"a": {}}}).shown_by("tom").person == "ida"
    assert parse({"poses": {"a": {}}}).shown_by("tom").person == "tom"
    assert settled(shown("ida", {}), "only").skeleton.person is PEOPLE["ida"]


@pytest.mark.long
def test_one_person_is_in_all_pictures_of_an_exercise():
    figure = parse(
        {"person": "mei", "poses": {"start": {}, "end": {"from": "start", "right_hip": 60, "right_knee": 60}}}
    )
    assert {draw(figure, name, form).person for name, form in (("start", "page"), ("end", "small"))} == {"mei"}


@pytest.mark.long
@EVERYBODY
def test_a_picture_has_the_colours_of_who_is_in_it(person):
    svg = write(draw(shown(person, {}), "only"), "A body.", "print")
    for name in ("skin", "shirt", "trousers"):
        assert getattr(PEOPLE[person].colours, name) in svg


@EVERYBODY
def test_clothes_end_where_they_are_said_to(person):
    body = neutral_skeleton(person)
    cloud, view = flesh(body), camera(0, 0)
    seen = depth_map(cloud, view, bounds(cloud, view).wider(2), 4)
    material = worn(seen, body)

    def of(chain):
        return set(material[seen.chain == CHAIN_NAMES.index(chain)].tolist())

    someone = PEOPLE[person]
    assert (Material.SHIRT in of("right_upper_arm")) == (someone.sleeves != "none")
    assert (Material.SHIRT in of("right_forearm")) == (someone.sleeves == "long")
    assert (Material.TROUSERS in of("right_shank")) == (someone.legs != "short")
    assert Material.TROUSERS in of("right_thigh")


@pytest.mark.parametrize("base", ["standing", "supine", "prone", "hands-and-knees", "side-lying-left"])
def test_a_pony_tail_hangs_and_stays_above_the_floor(base):
    body = settled(shown("mei", {"base": base}), "only").skeleton
    assert flesh(body).of(["locks"]).lowest() > -1.2
    if base == "standing":
        assert hanging(body).rotation[1, 1] > 0.5


def test_the_standard_body_is_as_it_is_written():
    assert PEOPLE[STANDARD].build == Build()
    for stretch in stretches(Build()).values():
        assert np.allclose(stretch.place(np.array([1.0, 2.0, 3.0])), (1, 2, 3))


def test_hands_are_of_one_size():
    assert all(PEOPLE[person].stretch["right_hand"].girth == 1 for person in PEOPLE)
    assert HANDS
