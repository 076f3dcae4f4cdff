"""A content folder becomes a library: what is worked out from it, and what is said of the folder itself."""

from __future__ import annotations

import os
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.content.test_model import EXERCISE, SAFETY
from tests.helpers import CONTENT, load_kept
from unslouch.content.amount import Duration, Range
from unslouch.content.dose import SECONDS_TO_CHANGE_EXERCISE
from unslouch.content.library import Library
from unslouch.content.load import Reading, load
from unslouch.content.model import Exercise, Routine, Safety
from unslouch.content.problems import in_full
from unslouch.guide import words
from unslouch.guide.guide import Guide
from unslouch.pages.render import Pages

CHANGE = SECONDS_TO_CHANGE_EXERCISE


def exercise(id: str, **given: Any) -> Exercise:
    """An exercise of one set of ten seconds, unless something else is said."""
    data = {**EXERCISE, "steps": ["Lie down."], "dose": {"sets": 1, "hold": "10 s"}, **given}
    read = Exercise.model_validate(data)
    return read.named(id)


def routine(id: str, *blocks: dict[str, Any], **given: Any) -> Routine:
    data = {"name": id, "summary": "For tests.", **({"blocks": list(blocks)} if blocks else {}), **given}
    return Routine.model_validate(data).named(id)


def library(*entries: Exercise | Routine) -> Library:
    return Library(
        {entry.id: entry for entry in entries if isinstance(entry, Exercise)},
        {entry.id: entry for entry in entries if isinstance(entry, Routine)},
        Safety.model_validate(SAFETY),
    )


def block(*items: Any, **given: Any) -> dict[str, Any]:
    return {"name": "Block", "exercises": list(items), **given}


TEN, TWENTY, THIRTY = (exercise(f"e{n}", dose={"sets": 1, "hold": f"{n} s"}) for n in (10, 20, 30))


def test_a_routine_takes_its_exercises_and_the_changes_between_them():
    short = routine("short", block("e10"), block("e20", "e30"))
    assert library(TEN, TWENTY, THIRTY, short).routine_seconds(short) == Duration(60 + 3 * CHANGE, 60 + 3 * CHANGE)


@pytest.mark.parametrize(
    ("choose", "low", "high"),
    [(None, 60 + 3 * CHANGE, 60 + 3 * CHANGE), (1, 10 + CHANGE, 30 + CHANGE), ("1-2", 10 + CHANGE, 50 + 2 * CHANGE)],
)
def test_a_choice_runs_from_the_shortest_few_to_the_longest_many(choose, low, high):
    chosen = routine("chosen", block("e30", "e10", "e20", choose=choose))
    whole = library(TEN, TWENTY, THIRTY, chosen)
    assert whole.block_seconds(chosen.blocks[0]) == Duration(low, high)
    assert whole.routine_seconds(chosen) == Duration(low, high)


@pytest.mark.long
@given(st.data())
def test_a_wider_choice_is_never_shorter_and_all_of_a_block_is_no_choice(data):
    holds = data.draw(st.lists(st.tuples(st.integers(1, 99), st.integers(0, 99)), min_size=2, max_size=6))
    entries = [
        exercise(f"e{n}", dose={"sets": 1, "hold": f"{low}-{low + more} s"}) for n, (low, more) in enumerate(holds)
    ]
    ids = [entry.id for entry in entries]
    whole = library(*entries)

    def takes(choose: str | None) -> Range:
        return whole.block_seconds(routine("r", block(*ids, choose=choose)).blocks[0])

    most = data.draw(st.integers(1, len(ids) - 1))
    few, many = takes(str(most)), takes(str(most + 1))
    assert few.low <= few.high
    assert few.low < many.low
    assert few.high < many.high
    assert takes(f"{most}-{most + 1}") == Duration(few.low, many.high)
    assert takes(str(len(ids))) == takes(None)


def test_both_sides_count_where_the_exercise_has_two():
    one_sided = exercise("one-sided", laterality="unilateral")
    short = routine("short", block("one-sided"))
    assert library(one_sided, short).routine_seconds(short) == Duration(28 + CHANGE, 28 + CHANGE)


def test_a_routine_s_own_dose_stands_and_the_rest_comes_from_the_exercise():
    full = exercise("full", dose={"sets": 3, "reps": "10-12", "tempo": 4, "rest": "30 s", "days_per_week": "2-3"})
    own = routine("own", block("full", {"exercise": "full", "dose": {"sets": 1, "reps": 8}}, {"exercise": "full"}))
    whole = library(full, own)
    plain, changed, silent = (whole.dose(item) for item in own.blocks[0].exercises)
    assert plain == silent == full.dose
    assert (changed.sets, changed.reps) == (Range(1, 1), Range(8, 8))
    assert (changed.tempo, changed.rest, changed.days_per_week) == (4, full.dose.rest, Range(2, 3))
    assert full.dose.sets == Range(3, 3)
    once = routine("once", block({"exercise": "full", "dose": {"sets": 1, "reps": 8}}))
    assert library(full, once).routine_seconds(once) == Duration(32 + CHANGE, 32 + CHANGE)


def test_equipment_is_each_thing_once_and_what_is_needed_is_not_optional():
    whole = library(
        exercise("a", equipment=["wall", "bands"], optional_equipment=["towel"]),
        exercise("b", equipment=["chair", "wall"], optional_equipment=["bands", "cushion", "towel"]),
        exercise("unused", equipment=["barbell"], optional_equipment=["machine"]),
        session := routine("session", block("b", "a", "b")),
    )
    assert whole.equipment(session) == (["chair", "wall", "bands"], ["cushion", "towel"])


def test_muscles_are_the_primary_ones_the_most_frequent_first_then_by_name():
    whole = library(
        exercise("a", muscles={"primary": ["glutes", "calves"], "secondary": ["neck"]}),
        exercise("b", muscles={"primary": ["glutes"], "secondary": ["calves"]}),
        exercise("c", muscles={"primary": ["abductors"]}),
        session := routine("session", block("a", "b", "c", "c", "c")),
    )
    assert whole.muscles(session) == ["glutes", "abductors", "calves"]


@pytest.fixture
def planned() -> Library:
    return library(
        exercise("a", equipment=["wall"]),
        exercise("b", equipment=["chair"], muscles={"primary": ["calves"]}),
        routine("first", block("a")),
        routine("second", block("b", "a")),
        routine("plan", week={"tuesday": ["second"], "monday": ["first"], "friday": ["first", "second"]}),
        routine("rest", week={}),
    )


def test_a_weekly_plan_is_made_of_its_routines_each_once(planned):
    plan = planned.routines["plan"]
    assert [entry.id for entry in planned.exercises_of(plan)] == ["a", "b"]
    assert planned.equipment(plan) == (["wall", "chair"], [])
    assert planned.muscles(plan) == ["calves", "glutes"]
    assert planned.routine_seconds(plan) == Duration(0, 0)


def test_a_week_of_rest_holds_nothing(planned):
    rest = planned.routines["rest"]
    assert planned.exercises_of(rest) == planned.muscles(rest) == []
    assert planned.equipment(rest) == ([], [])


def read(content: Path) -> Reading:
    return load_kept(content, today=date(2026, 11, 23), shown_from=content.parent)


def put(content: Path, file: str, data: Any = None, **given: Any) -> Path:
    """Write an exercise, or ``data``, to a file below ``content``."""
    path = content / file
    path.parent.mkdir(parents=True, exist_ok=True)
    sources = [{"title": "A page", "url": "https://library.example/"}]
    whole = data or {**EXERCISE, "steps": ["Lie down."], "cautions": ["Take care."], "sources": sources, **given}
    path.write_text(yaml.safe_dump(whole), encoding="utf-8")
    return path


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(problem.file, problem.message) for problem in reading.problems]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Safety notes and nothing else."""
    content = tmp_path / "content"
    content.mkdir()
    shutil.copy(CONTENT / "safety.yml", content)
    return content


def test_a_folder_without_safety_notes_is_told_so_beside_everything_else(small):
    (small / "safety.yml").unlink()
    put(small, "exercises/a.yml", level="nonsense")
    reading = read(small)
    assert reading.library is None
    assert [problem.file for problem in reading.errors] == ["content/exercises/a.yml", "content/safety.yml"]
    assert "unslouch new safety" in reading.errors[1].hint


@pytest.mark.parametrize("folders", [[], ["exercises"], ["exercises", "routines"]])
def test_a_guide_may_start_empty_and_still_has_its_pages(small, folders):
    for folder in folders:
        (small / folder).mkdir()
    reading = read(small)
    assert told(reading) == []
    assert reading.library is not None
    assert set(Pages(Guide(reading.library, words.load("en"))).render()) == {
        "exercises/index.md",
        "routines/index.md",
        "safety.md",
        "week/index.md",
    }


def test_a_guide_may_have_no_routines(small):
    put(small, "exercises/a.yml")
    reading = read(small)
    assert told(reading) == []
    assert reading.library is not None
    assert list(reading.library.exercises) == ["a"]
    assert "exercises/a.md" in Pages(Guide(reading.library, words.load("en"))).render()


def test_a_routine_without_exercises_to_name_is_a_problem(small):
    put(small, "routines/r.yml", {"name": "R", "summary": "S.", "blocks": [{"name": "B", "exercises": ["a"]}]})
    assert told(read(small)) == [("content/routines/r.yml", "there is no exercise `a`")]


def test_a_folder_that_is_not_there_has_no_safety_notes(tmp_path):
    assert told(read(tmp_path / "content")) == [("content/safety.yml", "the safety notes are missing")]


def test_entries_come_in_the_order_of_their_ids_and_know_them(small):
    for id in ("b", "a-1", "a"):
        put(small, f"exercises/{id}.yml")
    whole = read(small).library
    assert whole is not None
    assert list(whole.exercises) == ["a", "a-1", "b"]
    assert [entry.id for entry in whole.exercises.values()] == ["a", "a-1", "b"]


def test_an_author_says_what_comes_first_in_lists(small):
    for id, said in {"a": {}, "b": {"order": 2}, "c": {"order": 1}, "d": {"order": 2}}.items():
        put(small, f"exercises/{id}.yml", **said)
        blocks = [{"name": "B", "exercises": ["a"]}]
        put(small, f"routines/{id}.yml", {"name": "R", "summary": "S.", "blocks": blocks, **said})
    whole = read(small).library
    assert whole is not None
    assert list(whole.exercises) == list(whole.routines) == ["c", "b", "d", "a"]


def test_a_place_in_lists_is_a_whole_number_from_one(small):
    for id, order in {"a": 0, "b": 1.5, "c": "first"}.items():
        put(small, f"exercises/{id}.yml", order=order)
    assert {file for file, _ in told(read(small))} == {f"content/exercises/{id}.yml" for id in "abc"}


def test_ids_that_differ_by_case_only_collide_also_when_both_are_wrong(small):
    for id in ("Squat", "squat", "SQUAT"):
        put(small, f"exercises/{id}.yml")
    if len(list((small / "exercises").iterdir())) < 3:
        pytest.skip("this file system keeps one of them only")
    problems = told(read(small))
    assert [message for _, message in problems if "collides" in message] == [
        "the id `Squat` collides with content/exercises/SQUAT.yml",
        "the id `squat` collides with content/exercises/SQUAT.yml",
    ]
    assert ("content/exercises/SQUAT.yml", "the id `SQUAT` is not in kebab-case") in problems


def test_an_exercise_and_a_routine_may_share_an_id(small):
    put(small, "exercises/a.yml")
    put(small, "routines/a.yml", {"name": "A", "summary": "S.", "blocks": [{"name": "B", "exercises": ["a"]}]})
    assert told(read(small)) == []


def test_what_a_broken_file_defines_is_not_missed_a_second_time(small):
    put(small, "exercises/a.yml", level="nonsense")
    put(small, "exercises/b.yml", related=["a"])
    put(small, "routines/r.yml", {"name": "R", "summary": "S.", "blocks": [{"name": "B", "exercises": ["a", "b"]}]})
    put(small, "routines/plan.yml", {"name": "P", "summary": "S.", "week": {"monday": ["r"]}})
    assert [file for file, _ in told(read(small))] == ["content/exercises/a.yml"]


def test_a_plan_of_plans_is_refused_and_never_unrolled(small):
    put(small, "routines/p.yml", {"name": "P", "summary": "S.", "week": {"monday": ["p"], "friday": ["q"]}})
    put(small, "routines/q.yml", {"name": "Q", "summary": "S.", "week": {"monday": ["p"]}})
    reading = read(small)
    assert reading.library is None
    assert sorted(message for _, message in told(reading)) == [
        "`p` is a weekly plan itself",
        "`p` is a weekly plan itself",
        "`q` is a weekly plan itself",
    ]


def test_an_exercise_is_not_related_to_itself(small):
    put(small, "exercises/a.yml", related=["a"])
    assert told(read(small)) == [("content/exercises/a.yml", "an exercise is not related to itself")]


def test_files_that_would_be_passed_over_are_told_of_and_others_are_left_alone(small):
    put(small, "routines/c.yaml")
    for ignored in ("exercises/.a.yml", "exercises/.git/a.yml", "exercises/notes.txt", "drafts/d.yml"):
        put(small, ignored)
    (problem,) = read(small).problems
    assert problem.file == "content/routines/c.yaml"
    assert "rename it to c.yml" in problem.hint


def test_folders_below_order_files_and_drafts_wait(small):
    before = set(read(small).library.exercises)
    put(small, "exercises/knee/deep/a.yml")
    put(small, "exercises/b.YML")
    for draft in ("exercises/_draft.yml", "exercises/_later/c.yml"):
        put(small, draft)
        (small / draft).write_text("name: [not yet")
    library = read(small).library
    assert set(library.exercises) - before == {"a", "b"}
    assert library.exercises["a"].file == "exercises/knee/deep/a.yml"
    assert library.exercises["b"].file == "exercises/b.YML"


def test_an_id_is_taken_once_in_whatever_folder(small):
    put(small, "exercises/knee/a.yml")
    put(small, "exercises/hip/a.yml")
    (problem,) = read(small).problems
    assert (problem.file, problem.message) == (
        "content/exercises/knee/a.yml",
        "the id `a` collides with content/exercises/hip/a.yml",
    )


def picture(content: Path, file: str) -> list[str]:
    image = {"file": file, "alt": "A", "credit": "Me", "licence": "CC0"}
    put(content, "exercises/a.yml", images=[image])
    return [message for _, message in told(read(content))]


@pytest.mark.long
def test_a_picture_is_a_file_below_content(small):
    (small / "images").mkdir()
    (small / "images/a.jpg").write_bytes(b"")
    (small / "images/folder.jpg").mkdir()
    (small.parent / "outside.jpg").write_bytes(b"")
    (small / "images/link.jpg").symlink_to(small.parent / "outside.jpg")
    assert picture(small, "images/a.jpg") == []
    (small / "images/IMG_1.JPG").write_bytes(b"")
    assert picture(small, "images/IMG_1.JPG") == []
    assert picture(small, "images/img_1.jpg") == ["there is no file images/img_1.jpg"]
    assert picture(small, "images/link.jpg") == ["`images/link.jpg` is a link that leads out of content/"]
    for nothing in ("images/b.jpg", "images/folder.jpg", "images/a.jpg/b.jpg"):
        assert picture(small, nothing) == [f"there is no file {nothing}"]
    (small / "images/circle.jpg").symlink_to("circle.jpg")
    assert "there is no file images/circle.jpg" in picture(small, "images/circle.jpg")
    assert "`\\0` stands for a control character, which no page can show" in picture(small, "a\0.jpg")


@pytest.mark.parametrize("sign", ["x", "é", "🤸"])
def test_a_picture_s_name_may_be_longer_than_the_file_system_likes(small, sign):
    name = sign * 190 + ".jpg"
    assert picture(small, name) == [f"there is no file {name}"]


def test_links_in_a_circle_and_links_to_nothing_are_problems(small):
    (small / "exercises").mkdir()
    (small / "exercises/circle.yml").symlink_to("circle.yml")
    (small / "exercises/nothing.yml").symlink_to("not-there.yml")
    problems = dict(told(read(small)))
    assert "cannot be read" in problems["content/exercises/circle.yml"]
    assert "cannot be read" in problems["content/exercises/nothing.yml"]


def test_a_folder_with_the_name_of_a_file_is_no_file(small):
    (small / "safety.yml").unlink()
    (small / "safety.yml").mkdir()
    (small / "exercises/a.yml").mkdir(parents=True)
    assert [file for file, _ in told(read(small))] == ["content/safety.yml"]


def test_a_name_that_is_not_utf8_can_be_shown(small):
    (small / "exercises").mkdir()
    try:
        Path(os.fsdecode(os.fsencode(small) + b"/exercises/\xff\x1b.yml")).write_text("name: x\n")
    except OSError:
        pytest.skip("this file system has no such names")
    (problem,) = read(small).problems
    shown = in_full(problem)
    assert shown.encode().startswith(b"content/exercises/")
    assert "\x1b" not in shown


def test_files_are_shown_from_the_folder_one_is_in(small, monkeypatch):
    put(small, "exercises/a.yml", level="nonsense")
    monkeypatch.chdir(small)
    assert [problem.file for problem in load(small).problems] == ["exercises/a.yml"]
    (small.parent / "beside").mkdir()
    monkeypatch.chdir(small.parent / "beside")
    assert [problem.file for problem in load(small).problems] == ["../content/exercises/a.yml"]


@pytest.mark.whole
def test_loading_twice_gives_the_same(content):
    assert read(content) == read(content)


@pytest.mark.whole
def test_errors_are_told_from_warnings_once(content):
    (content / "exercises/more.yml").write_text("name: More\n")
    file = content / "exercises/donkey-kick.yml"
    file.write_text(re.sub(r"^reviewed: .*$", "reviewed: 2001-01-01", file.read_text(), flags=re.MULTILINE))
    reading = load(content)
    assert reading.errors is reading.errors
    assert reading.warnings is reading.warnings
    assert {problem.severity for problem in reading.errors} == {"error"}
    assert {problem.severity for problem in reading.warnings} == {"warning"}
    assert len(reading.errors) + len(reading.warnings) == len(reading.problems)


@pytest.mark.parametrize(
    ("given", "asks", "told"),
    [
        ({"position": "supine"}, ("floor",), "supine"),
        ({"position": "sitting"}, ("floor",), "floor-sitting"),
        ({"position": "sitting", "equipment": ["chair"]}, (), "chair-sitting"),
        ({"position": "sitting", "optional_equipment": ["chair"]}, (), "chair-sitting"),
        ({"position": "sitting"}, (), "sitting"),
    ],
)
def test_who_sits_does_so_on_the_floor_or_on_a_chair(given, asks, told):
    one = exercise("one", **given)
    assert Library({"one": one}, {}, Safety.model_validate(SAFETY), {"one": asks}).position(one) == told
