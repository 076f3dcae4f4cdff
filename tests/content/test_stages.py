"""What comes before and after an exercise: shown in order, found where it leads nowhere, and never in a circle."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.content.test_library import exercise
from tests.content.test_problems import GOOD
from tests.content.test_sourcing import FILE, read
from tests.helpers import often
from unslouch.content import stages, yaml
from unslouch.content.stages import Stage, around

WHEN = "12 are easy."


@pytest.fixture
def content(few: Path) -> Path:
    return few


def going_on(then: str) -> dict[str, str]:
    return {"when": WHEN, "then": then}


EXERCISES = {
    "sit": exercise("sit", easier="Hold on.", easier_first="easier"),
    "squat": exercise("squat", easier_first=["sit"], progress=going_on("lunge")),
    "lunge": exercise("lunge", easier="Less.", harder="More.", easier_first=["squat", "easier"], progress=going_on("harder")),
    "alone": exercise("alone", easier="Less.", harder="More."),
}  # fmt: skip


def told(found: list[Stage]) -> list[str]:
    return [f"{stage.exercise.id} {stage.way}".strip() for stage in found]


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("sit", ["sit easier", "sit"]),
        ("squat", ["sit easier", "sit", "squat", "lunge", "lunge harder"]),
        ("lunge", ["sit easier", "sit", "squat", "lunge easier", "lunge", "lunge harder"]),
        ("alone", []),
    ],
)
def test_an_exercise_stands_among_what_comes_before_and_after(id, expected):
    assert told(around(EXERCISES[id], EXERCISES)) == expected


@pytest.mark.parametrize(
    ("key", "place", "wrong", "hint"),
    [
        ("easier_first: donkey-kik", (13, 15), "there is no exercise `donkey-kik`", "`donkey-kick`"),
        ("easier_first: [donkey-kick, x]", (13, 29), "there is no exercise `x`", "marching, test-move, easier"),
        ("easier_first: easier", (13, 15), "the exercise has no easier way", "say it under `easier`"),
        ("easier_first: harder", (13, 15), "there is no exercise `harder`", ""),
        ("progress: {when: A., then: harder}", (13, 28), "the exercise has no harder way", "say it under `harder`"),
        ("progress: {when: A., then: hardr}", (13, 28), "there is no exercise `hardr`", "did you mean `harder`?"),
        ("progress: {when: A.}", (13, 1), "`then` is missing", "What comes next"),
        ("progress: harder", (13, 11), "`progress` takes a mapping", ""),
        ("progress: {when: {text: A., source: x}, then: marching}", (13, 37), "no source of this file", "common"),
        ("easier_first: test-move", (13, 15), "in a circle: test-move → test-move", "take one of these out"),
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_told_where_it_stands(content, key, place, wrong, hint):
    (problem,) = read(content, GOOD + key + "\n").problems
    assert (problem.file, problem.line, problem.column) == (FILE, *place)
    assert wrong in problem.message
    assert hint in problem.hint


def test_a_circle_is_named_once_whoever_says_it(content):
    (content / "exercises/a-move.yml").write_text(GOOD + "easier_first: c-move\n", encoding="utf-8")
    (content / "exercises/b-move.yml").write_text(GOOD + "easier_first: a-move\n", encoding="utf-8")
    reading = read(content, GOOD + f"progress: {{when: {WHEN}, then: c-move}}\n")
    assert [p.message for p in reading.errors] == ["there is no exercise `c-move`"] * 2
    reading = read(content, GOOD + "easier_first: b-move\n", "exercises/c-move.yml")
    (problem,) = reading.errors
    assert problem.message == "each is to come before the next, in a circle: c-move → a-move → b-move → c-move"
    assert reading.library is None


@given(st.dictionaries(st.sampled_from("abcdef"), st.tuples(st.sampled_from("abcdef"), st.booleans()), min_size=1))
@often(0.3)
def test_where_no_circle_is_told_every_walk_ends(named):
    """Each exercise names one that comes before it, or after."""
    exercises = {
        id: exercise(id, **({"easier_first": named[id][0]} if named[id][1] else {"progress": going_on(named[id][0])}))
        if id in named
        else exercise(id)
        for id in "abcdef"
    }
    document, _ = yaml.parse("name: A\n", "a.yml")
    wrong = list(stages.circles({id: (one, document) for id, one in exercises.items()}))
    climbing = all(
        one < other if after else other < one for one, (other, before) in named.items() for after in [not before]
    )
    assert not (climbing and wrong), "from a to f there is no circle"
    if not wrong:
        for one in exercises.values():
            ids = [stage.exercise.id for stage in around(one, exercises)]
            assert len(ids) == len(set(ids))
