"""Which pictures an exercise has, each drawn once."""

from __future__ import annotations

import pytest

from tests.figure.figure_helpers import parse
from tests.helpers import stand_ins
from unslouch.figure import PoseProblem
from unslouch.guide import pictures
from unslouch.guide.pictures import Job, Picture
from unslouch.tools.cache import Cache

SMALL = {"poses": {"start": {"base": "supine"}, "end": {"from": "start", "right_hip": 40}}}


class Drawing:
    """An exercise, as far as pictures go."""

    def __init__(self, written=SMALL, id="one"):
        self.id = id
        self.figure = parse(written) if written else None


@pytest.fixture
def quick(monkeypatch) -> list[Job]:
    """What was drawn; without the time it takes."""
    drawn: list[Job] = []

    def draw(job: Job) -> Picture:
        drawn.append(job)
        return Picture(f"<svg>{job.pose}</svg>", 10, 20, "right", "left")

    monkeypatch.setattr(Job, "draw", draw)
    return drawn


def test_a_pose_has_a_picture_for_pages_and_a_small_one_and_an_end_a_movement():
    assert [(job.pose, job.form) for job in pictures.jobs([Drawing()])] == [
        ("start", "page"),
        ("start", "small"),
        ("end", "page"),
        ("end", "small"),
        ("end", "moving"),
    ]
    assert pictures.jobs([Drawing(None)]) == []


def test_movements_are_poses_that_end_one_and_have_a_start():
    poses = SMALL["poses"] | {"end-side": {"from": "start", "after": "start"}, "bend": {"from": "start"}}
    assert pictures.movements(Drawing({"poses": poses})) == [("start", "end"), ("start", "end-side")]
    assert pictures.movements(Drawing({"poses": {"end": {"base": "supine"}}})) == []


def test_what_was_drawn_is_not_drawn_again(tmp_path, quick):
    first = pictures.draw([Drawing()], Cache(tmp_path))
    assert len(quick) == 5
    again = pictures.draw([Drawing(), Drawing(id="twin")], Cache(tmp_path))
    assert len(quick) == 5
    assert first.files().items() <= again.files().items()
    assert "assets/figures/twin-end.svg" in again.files()


def test_only_a_pose_that_changed_is_drawn_again(tmp_path, quick):
    pictures.draw([Drawing()], Cache(tmp_path))
    quick.clear()
    pictures.draw([Drawing({"poses": SMALL["poses"] | {"end": {"from": "start", "right_hip": 50}}})], Cache(tmp_path))
    assert {job.pose for job in quick} == {"end"}


def test_a_picture_is_told_for_either_side_and_asked_for_by_pose(library):
    drawn = stand_ins(library)
    squat = library.exercises["side-squat"]
    assert drawn.of(squat, "end").alt("left") == "end, left"
    assert drawn.path(squat, "end", "small") == "assets/figures/side-squat-end-small.svg"
    assert drawn.of(squat, "nothing") is None
    assert drawn.of(library.exercises["marching"], "end") is None


def test_what_a_body_cannot_do_is_found_once(tmp_path, monkeypatch):
    wrong = parse({"poses": {"start": {"right_knee": 190}}})
    (problem,) = pictures.problems(wrong, Cache(tmp_path))
    assert isinstance(problem, PoseProblem)
    monkeypatch.setattr("unslouch.figure.solve", lambda figure: pytest.fail("solved again"))
    assert pictures.problems(wrong, Cache(tmp_path)) == [problem]
