"""Words of a step that its picture lacks, and pictures that show nothing, are warned of where they stand."""

from __future__ import annotations

from typing import get_args

import pytest

from tests.helpers import kept
from unslouch.content import lint_figure, yaml
from unslouch.content.model import Exercise
from unslouch.content.problems import WARNING, Problem
from unslouch.content.validate import read_as
from unslouch.content.vocabulary import THINGS
from unslouch.figure.shown import Prop
from unslouch.tools.kept import Cache

WRITTEN = """\
name: A
summary: B
category: stretching
position: standing
laterality: bilateral
level: beginner
muscles: {{primary: [glutes]}}
dose: {{sets: 3, reps: 8}}
steps:
  - {{text: "{text}", figure: start}}
figure:
  poses:
    start: {{base: standing{pose}}}
    end: {{from: start, {end}}}
"""


def warnings(text: str = "Stand.", pose: str = "", end: str = "trunk: 60") -> list[Problem]:
    document, found = yaml.parse(WRITTEN.format(text=text, pose=f", {pose}" if pose else "", end=end), "a.yml")
    assert not found
    assert document is not None
    exercise, wrong = read_as(Exercise, document)
    assert exercise is not None, wrong
    return list(lint_figure.of_exercise(exercise, document, Cache(kept())))


def underlined(problem: Problem) -> str:
    return problem.excerpt[problem.column - 1 :][: problem.length]


@pytest.mark.parametrize(
    ("text", "word", "mended"),
    [
        ("Stand behind a chair.", "chair", "props: [{kind: chair, place: front}]"),
        ("Lean on the wall.", "wall", "props: [wall]"),
        ("Pull the elastic band apart.", "band", "props: [band]"),
        ("Lay your head on a soft pillow.", "pillow", "props: [{kind: cushion, place: head}]"),
        ("Rest both hands on your hips.", "both hands", "hands: hip"),
    ],
)
def test_what_a_step_says_and_its_picture_lacks_is_warned_of_at_the_word(text, word, mended):
    (found,) = warnings(text)
    assert (found.line, found.severity, underlined(found)) == (10, WARNING, word)
    assert found.message.startswith(f"the step says `{word}`, and its picture has no ")
    assert "`start`" in found.hint
    assert warnings(text, mended) == []


@pytest.mark.parametrize(
    "text",
    [
        "Bend as if to sit back onto a chair.",
        "Do it without a band.",
        "Use a chair or a worktop.",
        "Press the ball of the foot down.",
        "Step to the side.",
        "Wallow in it.",
    ],
)
def test_a_thing_that_is_not_meant_is_no_matter(text):
    assert warnings(text) == []


def test_a_pose_that_looks_like_its_start_is_warned_of_at_the_pose():
    (found,) = warnings(end="neck: {rotation: 1}")
    assert (found.line, found.severity) == (14, WARNING)
    assert "can hardly be told apart" in found.message


def test_nothing_is_said_of_the_picture_of_a_pose_that_is_wrong():
    assert warnings("Lean on the wall.", end="right_knee: 190") == []


def test_every_kind_of_prop_has_its_words():
    assert set(get_args(Prop.model_fields["kind"].annotation)) == set(THINGS)
