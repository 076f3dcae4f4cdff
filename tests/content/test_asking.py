"""What an exercise asks of the body: what its poses show, its author's corrections, and cautions that speak of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.test_problems import GOOD
from tests.content.test_sourcing import FILE, read
from tests.helpers import CONTENT, load_kept
from unslouch.content.asking import CARE
from unslouch.content.model import Exercise
from unslouch.content.problems import WARNING
from unslouch.figure.asks import ASKS

FIGURE = """\
figure:
  poses:
    start: {base: kneeling}
    end: {from: start, right_shoulder: 170}
    harder: {base: half-kneeling, after: start, right_hip: {extension: 22}, right_knee: 68}
"""
KNEEL = GOOD.replace("[Take care.]", "[{text: Take care., about: kneel}]") + FIGURE


@pytest.fixture
def content(few: Path) -> Path:
    return few


def asks(content: Path, text: str) -> tuple[str, ...]:
    reading = read(content, text)
    assert reading.library is not None, reading.problems
    return reading.library.asks["test-move"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD, ()),
        (GOOD + "asks: {add: [band-grip, kneel]}\n", ("kneel", "band-grip")),
        (KNEEL, ("floor", "kneel", "overhead")),
        (KNEEL + "asks: {add: [band-grip], drop: [overhead]}\n", ("floor", "kneel", "band-grip")),
        (KNEEL + "asks: {drop: [one-leg]}\n", ("floor", "kneel", "overhead")),
        (KNEEL + "    easier-start: {base: supine, after: start}\n", ("floor", "kneel", "overhead")),
    ],
    ids=[
        "nothing is known",
        "an author's own",
        "worked out, but for the harder way",
        "corrected",
        "nothing to drop",
        "the beginning of the easier form",
    ],
)
def test_it_is_worked_out_and_corrected(content, text, expected):
    assert asks(content, text) == expected


@pytest.mark.parametrize(
    ("text", "place", "wrong", "hint"),
    [
        (GOOD + "asks: {add: [kneeling]}\n", (13, 14), "`kneeling` is not a word known for `add`", "did you mean `kneel`?"),
        (GOOD + "asks: {add: [squat]}\n", (13, 14), "`squat` is not a word known", "floor, kneel, lie-flat"),
        (GOOD + "asks: [kneel, floor]\n", (13, 7), "`asks` corrects", "write {add: [kneel, floor]}"),
        (GOOD + "asks: {remove: [kneel]}\n", (13, 8), "unknown key `remove`", ""),
        (KNEEL.replace("about: kneel", "about: knel"), (11, 38), "`knel` is not a word known for `about`", "`kneel`"),
        (KNEEL.replace("about: kneel", "about: [kneel, hip]"), (11, 46), "`hip` is not a word known for `about`", ""),
        (GOOD.replace("cautions: [Take care.]", "mistakes: [{text: A., about: kneel}]"), (11, 23), "unknown key `about`", ""),
    ],
)  # fmt: skip
def test_a_word_that_there_is_not_is_told_with_a_way_out(content, text, place, wrong, hint):
    problem = next(p for p in read(content, text).problems if p.severity != WARNING)
    assert (problem.file, problem.line, problem.column) == (FILE, *place)
    assert wrong in problem.message
    assert hint in problem.hint


def test_what_a_pose_asks_and_no_caution_is_about_is_warned_of_at_that_pose(content):
    (problem,) = read(content, GOOD + FIGURE).problems
    assert (problem.severity, problem.line, problem.excerpt[4 : 4 + problem.length]) == (WARNING, 15, "start")
    assert problem.message == "`start` kneels on the right knee, and no caution is about that"
    assert "{text: …, about: kneel}" in problem.hint
    assert "asks: {drop: [kneel]}" in problem.hint


@pytest.mark.parametrize("way_out", ["asks: {drop: [kneel]}\n", ""])
def test_either_way_out_is_one(content, way_out):
    text = GOOD + FIGURE + way_out if way_out else KNEEL
    assert read(content, text).problems == []


@pytest.mark.long
@pytest.mark.parametrize("ask", ASKS)
def test_what_an_author_adds_needs_a_caution_as_well(content, ask):
    problems = read(content, GOOD + f"asks: {{add: [{ask}]}}\n").problems
    assert [(p.line, p.column) for p in problems] == ([(13, 14)] if ask in CARE else [])
    assert read(content, KNEEL.split("figure:")[0].replace("kneel", ask) + f"asks: {{add: [{ask}]}}\n").problems == []


@pytest.mark.long
def test_the_fixture_asks_what_it_shows():
    library = load_kept(CONTENT).library
    exercises: dict[str, Exercise] = library.exercises
    assert library.asks_of(exercises["donkey-kick"], exercises["marching"]) == [
        "floor",
        "kneel",
        "one-leg",
        "hands-bear-weight",
    ]


EASED = KNEEL + "asks: {drop: [overhead], easier_drops: [kneel]}\n"


def test_what_the_easier_form_spares_is_for_lists(content):
    reading = read(content, EASED + "easier: Sit on a chair.\n")
    assert [problem.message for problem in reading.problems] == []
    assert reading.library.exercises["test-move"].eases == ("kneel",)


def test_an_easier_form_that_is_not_told_spares_nothing(content):
    assert read(content, EASED).library.exercises["test-move"].eases == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (EASED, "there is no `easier` form"),
        (
            EASED.replace("_drops: [kneel]", "_drops: [one-leg]") + "easier: Sit.\n",
            "the exercise does not ask `one-leg`",
        ),
        (
            EASED.replace("    harder:", "    easier: {base: half-kneeling}\n    harder:") + "easier: Sit.\n",
            "the picture `easier` kneels on the right knee: who does without `kneel` is led there",
        ),
    ],
)
def test_what_an_easier_form_cannot_spare_is_warned_of(content, text, message):
    (problem,) = read(content, text).problems
    assert (problem.message, problem.severity) == (message, WARNING)
