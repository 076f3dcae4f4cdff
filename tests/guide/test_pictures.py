"""Which pictures an exercise has, each drawn once."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.figure.figure_helpers import parse
from tests.helpers import ENGLISH, stand_ins
from unslouch.content.dose import Dose
from unslouch.figure import Drawing, Figure, PoseProblem, possible
from unslouch.guide import pictures
from unslouch.guide.pictures import Job
from unslouch.pages.figure_guide import examples
from unslouch.pages.figure_people import people
from unslouch.tools.kept import Cache
from unslouch.tools.noticed import Memory

SMALL = {"poses": {"start": {"base": "supine"}, "end": {"from": "start", "right_hip": 40}}}


class Posed:
    """An exercise, as far as pictures go."""

    def __init__(self, written=SMALL, id="one"):
        self.id = id
        self.figure = parse(written) if written else None


@pytest.fixture
def quick(monkeypatch) -> list[Job]:
    """What was drawn; without the time it takes."""
    drawn: list[Job] = []

    def draw(job: Job) -> Drawing:
        drawn.append(job)
        return Drawing(375, 250, ((),), {}, ())

    monkeypatch.setattr(Job, "draw", draw)
    return drawn


def test_a_pose_has_a_picture_for_pages_and_a_small_one_and_an_end_a_movement():
    assert [(job.pose, job.form) for job in pictures.jobs([Posed()])] == [
        ("start", "page"),
        ("start", "small"),
        ("end", "page"),
        ("end", "small"),
        ("end", "moving"),
    ]
    assert pictures.jobs([Posed(None)]) == []


def test_movements_are_poses_that_end_one_and_have_a_start():
    poses = SMALL["poses"] | {"end-side": {"from": "start", "after": "start"}, "bend": {"from": "start"}}
    assert parse({"poses": poses}).movements() == [("start", "end"), ("start", "end-side")]
    assert parse({"poses": {"end": {"base": "supine"}}}).movements() == []


@pytest.mark.whole
def test_a_movement_is_shown_at_the_pace_of_its_dose(library):
    """Equal movements at another pace are one drawing, written twice."""
    squat = library.exercises["side-squat"]
    slow = squat.model_copy(update={"dose": squat.dose.model_copy(update={"tempo": 6.5})})
    usual, slowed = ([job for job in pictures.jobs([one]) if job.form == "moving"] for one in (squat, slow))
    assert [job.key for job in usual] == [job.key for job in slowed]
    assert "f-flip 6.5s" in slowed[0].told(slowed[0].draw(), ENGLISH).svg("screen")
    held = squat.model_copy(update={"dose": Dose(sets=1, hold="30 s")})
    assert {job.seconds for job in pictures.jobs([held])} == {None}


def test_what_was_drawn_is_not_drawn_again(tmp_path, quick):
    first = pictures.draw([Posed()], Cache(tmp_path), ENGLISH)
    assert len(quick) == 5
    again = pictures.draw([Posed(), Posed(id="twin")], Cache(tmp_path), ENGLISH, people=[first_shown_by(quick)])
    assert len(quick) == 5
    assert first.files().items() <= again.files().items()
    assert "assets/figures/twin/end.svg" in again.files()


def test_who_draws_again_and_again_looks_for_what_changed_alone(tmp_path, quick, monkeypatch):
    one, two, known = Posed(), Posed(id="two"), {}
    pictures.draw([one], Cache(tmp_path), ENGLISH, known=known)
    first = pictures.draw([one, two], Cache(tmp_path), ENGLISH, known=known)
    looked = []
    monkeypatch.setattr(Job, "key", property(lambda job: looked.append(job.exercise) or f"{job.pose}-{job.form}"))
    again = pictures.draw([one, two], Cache(None), ENGLISH, known=known)
    assert looked == []
    assert again.of(one, "end") is first.of(one, "end")
    assert again.files() == first.files()
    pictures.draw([one, Posed(id="two")], Cache(None), ENGLISH, known=known)
    assert set(looked) == {"two"}, "another figure, read anew"
    looked.clear()
    pictures.draw([one], Cache(None), ENGLISH, people=("ada",), known=known)
    assert set(looked) == {"one"}
    assert known.keys() == {"one"}, "who is gone is forgotten"


@pytest.mark.long
def test_a_picture_is_measured_when_somebody_looks_at_it_and_has_the_size_and_words_it_is_drawn_with(
    tmp_path, monkeypatch
):
    one = Posed()
    whole = pictures.draw([one], Cache(None), ENGLISH)
    measured = []
    blank = Job.blank
    monkeypatch.setattr(Job, "blank", lambda job: measured.append(job.path) or blank(job))
    monkeypatch.setattr(Job, "draw", lambda job: pytest.fail("nobody asked for the file"))
    later = pictures.draw([one], Cache(tmp_path), ENGLISH, later=True)
    assert len(later.unmeasured()) == 5
    hasty = later.in_haste()
    assert pictures.in_haste(hasty.of(one, "end").alt("right"))
    assert hasty.path(one, "end") == whole.path(one, "end")
    assert measured == []
    for pose, form in (("start", "page"), ("end", "page"), ("end", "small"), ("end", "moving")):
        for found in (later.of(one, pose, form), hasty.of(one, pose, form)):
            drawn = whole.of(one, pose, form)
            assert (found.width, found.height, found.left, found.right) == (
                drawn.width,
                drawn.height,
                drawn.left,
                drawn.right,
            )
    assert len(measured) == 4
    assert later.unmeasured() == {"assets/figures/one/start.small.svg"}
    pictures.draw([one], Cache(tmp_path), ENGLISH, later=True)
    assert len(measured) == 4, "kept"


def test_who_sets_a_page_in_haste_is_told_what_changes_when_its_pictures_are_measured(quick, monkeypatch):
    monkeypatch.setattr(Job, "blank", Job.draw)
    one, memory = Posed(), Memory()
    later = pictures.draw([one], Cache(None), ENGLISH, later=True)

    def page(pose):
        return memory.once(pose, lambda: later.in_haste().of(one, pose).width)

    start, end = page("start"), page("end")
    assert pictures.shown_in('<img src="../assets/figures/one/end.svg" width="1">') == {later.path(one, "end")}
    later.measure({later.path(one, "end")})
    assert later.measured() == set(), "nobody in haste asks"
    memory.forget(later.in_haste().measured())
    assert page("start") == start
    assert page("end") != end
    assert page("end") == later.of(one, "end").width


def first_shown_by(drawn):
    """Who is in the pictures."""
    (person,) = {job.figure.person for job in drawn}
    return person


def test_a_site_says_which_people_show_its_exercises():
    """All pictures of an exercise show one person; who is named by an author stays."""
    some = [Posed(id=f"exercise-{number}") for number in range(12)]
    shown = {(job.exercise, job.figure.person) for job in pictures.jobs(some, people=["ada", "kofi"])}
    assert len(shown) == len(some)
    assert {person for _, person in shown} == {"ada", "kofi"}
    named = Posed(SMALL | {"person": "ida"})
    assert {job.figure.person for job in pictures.jobs([named], people=["ada"])} == {"ida"}


def test_only_a_pose_that_changed_is_drawn_again(tmp_path, quick):
    pictures.draw([Posed()], Cache(tmp_path), ENGLISH)
    quick.clear()
    pictures.draw(
        [Posed({"poses": SMALL["poses"] | {"end": {"from": "start", "right_hip": 50}}})], Cache(tmp_path), ENGLISH
    )
    assert {job.pose for job in quick} == {"end"}


def test_a_picture_is_told_for_either_side_and_asked_for_by_pose(library):
    drawn = stand_ins(library)
    squat = library.exercises["side-squat"]
    assert drawn.of(squat, "end").alt("left") == "end, left"
    assert drawn.path(squat, "end", "small") == "assets/figures/side-squat/end.small.svg"
    assert drawn.of(squat, "nothing") is None
    assert drawn.of(library.exercises["marching"], "end") is None


def test_what_a_body_cannot_do_is_found_once(tmp_path, monkeypatch):
    wrong = parse({"poses": {"start": {"right_knee": 190}}})
    (problem,) = possible.problems(wrong, Cache(tmp_path))
    assert isinstance(problem, PoseProblem)
    monkeypatch.setattr("unslouch.figure.possible.solve", lambda figure: pytest.fail("solved again"))
    assert possible.problems(wrong, Cache(tmp_path)) == [problem]


WORDS = st.sampled_from(("end", "start", "small", "moving", "page", "svg", "examples"))
IDS = st.lists(WORDS, min_size=1, max_size=2).map("-".join)
"""Few words, so that what is joined meets by chance."""
NOTHING = Figure.model_validate({"poses": {"start": {"base": "supine"}}})


@pytest.mark.long
@example({("a", "end", "small"), ("a", "end-small", "page")})
@example({("a", "start-end", "page"), ("a-start", "end", "page")})
@given(st.sets(st.tuples(IDS, IDS, st.sampled_from(get_args(pictures.Form))), min_size=2, max_size=30))
def test_no_two_pictures_have_one_file(named):
    jobs = [pictures.Job(*one, NOTHING) for one in named] + pictures.jobs([examples(ENGLISH)])
    paths = [job.path.casefold() for job in jobs]
    assert len(set(paths)) == len(paths)
    folders = {path.rpartition("/")[0] for path in paths}
    assert not folders & set(paths), "no file is where another's folder is"


def test_the_examples_for_authors_are_drawn_in_the_one_form_that_their_page_shows():
    found = pictures.jobs([examples(ENGLISH), *people(ENGLISH)])
    assert {job.form for job in found} == {"page"}
    assert {job.pose for job in found} >= set(examples(ENGLISH).figure.poses)
