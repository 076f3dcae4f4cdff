"""Each refusal and warning of the format: file, line, column, and the hint."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.helpers import load_kept as load
from unslouch.content.problems import NOTICE, Problem, advice, as_github_annotation, in_full

FILE = "content/exercises/test-move.yml"

GOOD = """\
name: Test move
summary: A move for tests.
category: stretching
position: supine
laterality: bilateral
level: beginner
muscles: {primary: [glutes]}
dose: {sets: 3, hold: 30 s}
steps:
  - Lie down.
cautions: [Take care.]
sources: [{title: A page, url: "https://library.example/"}]
"""


@pytest.fixture
def content(few: Path) -> Path:
    return few


def found(content: Path, text: str, file: str = FILE) -> list[Problem]:
    """The problems of the content with one file more."""
    (content.parent / file).write_bytes(text.encode() if isinstance(text, str) else text)
    return load(content, today=date(2026, 11, 23), shown_from=content.parent).problems


def replaced(old: str, new: str) -> str:
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


def test_a_good_file_has_no_problems(content):
    assert found(content, GOOD) == []


REFUSALS = {
    "unknown key": (GOOD + "equipement: []\n", 13, 1, "unknown key `equipement`", "`equipment`"),
    "duplicate key": (GOOD + "name: Again\n", 13, 1, "twice", "keep one"),
    "no is false": (replaced("name: Test move", "name: no"), 1, 7, "reads `no` as false", '"no"'),
    "on as a key": (GOOD + "on: 3\n", 13, 1, "unknown key `on`", ""),
    "sexagesimal": (replaced("hold: 30 s", "hold: 1:30"), 8, 23, "the number 90", "90 s"),
    "octal": (replaced("sets: 3", "sets: 012"), 8, 14, "the number 10", "write 12"),
    "number for a duration": (replaced("hold: 30 s", "hold: 30"), 8, 23, "not a length of time", "30 s"),
    "text for a number": (GOOD + "order: '3'\n", 13, 8, "takes a whole number", "without quotes"),
    "unknown muscle": (replaced("[glutes]", "[gluts]"), 7, 21, "`gluts`", "`glutes`"),
    "latin muscle": (replaced("[glutes]", "[gluteus maximus]"), 7, 21, "gluteus maximus", "`glutes`"),
    "unknown equipment": (GOOD + "equipment: [mat]\n", 13, 13, "`mat`", "`exercise mat`"),
    "unknown related": (GOOD + "related: [donkey-kik]\n", 13, 11, "no exercise", "`donkey-kick`"),
    "undefined figure": (
        replaced("  - Lie down.", "  - {text: Lie down., figure: start}"),
        10,
        31,
        "`start` is not defined",
        "define it",
    ),
    "script link": (
        replaced("Lie down.", "Lie [down](javascript:alert)."),
        10,
        16,
        "may not use `javascript:`",
        "https://",
    ),
    "link out of content": (replaced("Lie down.", "Lie [down](../../x.md)."), 10, 16, "leads out", "../safety.md"),
    "picture out of content": (
        GOOD + "images: [{file: ../x.jpg, alt: a, credit: b, licence: c}]\n",
        13,
        17,
        "leads out",
        "below content/",
    ),
    "pose of no file": (
        GOOD + "figure: {poses: {con: {base: standing}}}\n",
        13,
        18,
        "no file on Windows",
        "another name",
    ),
    "name of nothing": (replaced("name: Test move", 'name: "\\u3164\\u200b"'), 1, 7, "`name` is empty", "some text"),
    "poses without end": (
        GOOD + "figure:\n  poses:\n" + "".join(f"    p{n}: {{from: p{n + 1}}}\n" for n in range(41)),
        15,
        5,
        "more than 40 poses",
        "no step shows",
    ),
    "absolute picture": (
        GOOD + "images: [{file: /x.jpg, alt: a, credit: b, licence: c}]\n",
        13,
        17,
        "leads out",
        "below content/",
    ),
    "tab": (replaced("  - Lie down.", "\t- Lie down."), 10, 1, "a tab", "spaces"),
    "two documents": (GOOD + "---\nname: x\n", 13, 1, "second document", "one document a file"),
    "empty": ("", 1, 1, "empty", "unslouch new"),
    "list for a mapping": ("- name: x\n", 1, 1, "takes a mapping", "hyphens"),
    "no amount": (replaced("hold: 30 s", "rest: 30 s"), 8, 7, "needs `reps`, `hold` or `time`", "reps: 10-12"),
    "missing key": (replaced("level: beginner\n", ""), 1, 1, "`level` is missing", "suits"),
    "missing key that may wait": (replaced("level: beginner\n", ""), 1, 1, "`level` is missing", "as in todo: [level]"),
    "colon forgotten": (replaced("steps:", "steps"), 9, 1, "a `key: value` was expected", "a colon and a space"),
    "large": ("# " + "x" * (256 * 1024) + "\n", 1, 1, "256 KiB", "split"),
    "aliases without bound": (
        "a: &a [1,1,1,1,1,1,1,1,1,1]\n"
        + "".join(f"{n}: &{n} [{','.join(['*' + p] * 10)}]\n" for p, n in zip("abcdefg", "bcdefgh", strict=True)),
        5,
        8,
        "values",
        "fewer aliases",
    ),
    "alias of itself": ("a: &a [*a]\n", 1, 8, "inside the very value", "write the value out"),
    "tag": (replaced("name: Test move", "name: !!python/name:os.system x"), 1, 7, "tag", "the value alone"),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_refusal(case, content):
    text, line, column, message, hint = REFUSALS[case]
    problems = [p for p in found(content, text) if p.file == FILE and p.severity == "error"]
    at_place = [p for p in problems if (p.line, p.column) == (line, column) and message in p.message]
    assert at_place, "\n".join(map(in_full, problems))
    assert hint in at_place[0].hint
    assert in_full(at_place[0]).startswith(f"{FILE}:{line}:{column}: error: ")


def test_not_utf8(content):
    (content / "exercises/test-move.yml").write_bytes(b"name: caf\xe9\n")
    (problem,) = load(content, shown_from=content.parent).problems
    assert (problem.line, problem.column) == (1, 10)
    assert "UTF-8" in problem.message


def test_ids(content):
    for name in ("Donkey-Kick.yml", "Bad Name.yml", "index.yml", "x.yaml", "con.yml", f"{'a' * 81}.yml"):
        (content / "exercises" / name).write_text(GOOD)
    told = {Path(p.file).name: p for p in load(content, shown_from=content.parent).errors}
    assert "collides" in told["donkey-kick.yml"].message
    assert "bad-name.yml" in told["Bad Name.yml"].hint
    assert "taken" in told["index.yml"].message
    assert "x.yml" in told["x.yaml"].hint
    assert "Windows" in told["con.yml"].message
    assert "longer than 80" in told[f"{'a' * 81}.yml"].message


def test_symlink_out_of_content(content):
    outside = content.parent / "outside.yml"
    outside.write_text(GOOD)
    (content / "exercises/test-move.yml").symlink_to(outside)
    (problem,) = load(content, shown_from=content.parent).problems
    assert "leads out of content/" in problem.message


def test_routine_names_what_does_not_exist(content):
    text = "name: R\nsummary: S.\nblocks:\n  - name: B\n    exercises: [donkey-kik]\n"
    (problem,) = found(content, text, "content/routines/r.yml")
    assert (problem.line, problem.column) == (5, 17)
    assert "donkey-kick" in problem.hint


WARNINGS = {
    "hold and as many": (replaced("Lie down.", "Push as many times as possible."), 10, 10, "contradict"),
    "literal side": (
        replaced("bilateral", "unilateral").replace("Lie down.", "Lift your left leg, then change sides."),
        10,
        15,
        "`left`",
    ),
    "never changes sides": (replaced("bilateral", "unilateral"), 9, 1, "never change sides"),
    "long step": (replaced("Lie down.", "word " * 21), 10, 5, "21 words"),
    "two actions": (replaced("Lie down.", "Lie down. Get up again."), 10, 5, "more than one action"),
    "longer on the card": (
        replaced("  - Lie down.", "  - {text: Lie down., card: Lie down on your back.}"),
        10,
        29,
        "more words than the step",
    ),
    "promise": (replaced("A move for tests.", "This will cure your back."), 2, 20, "`cure`"),
    "muscle twice": (replaced("[glutes]}", "[glutes], secondary: [glutes]}"), 7, 42, "both primary and secondary"),
    "no caution": (replaced("cautions: [Take care.]\n", ""), 1, 1, "no caution"),
    "no source": (replaced('sources: [{title: A page, url: "https://library.example/"}]\n', ""), 1, 1, "no source"),
    "old review": (GOOD + "reviewed: 2024-11-22\n", 13, 11, "more than 2 years"),
}


@pytest.mark.parametrize("case", WARNINGS)
def test_warning(case, content):
    text, line, column, message = WARNINGS[case]
    problems = [p for p in found(content, text) if message in p.message]
    assert [(p.line, p.column, p.severity) for p in problems] == [(line, column, "warning")]
    assert problems[0].hint


def test_every_problem_of_every_file_at_once(content):
    (content / "exercises/a.yml").write_text("name: no\n")
    (content / "exercises/b.yml").write_text(GOOD + "x: 1\ny: 2\n")
    problems = load(content, shown_from=content.parent).errors
    assert {p.file for p in problems} == {"content/exercises/a.yml", "content/exercises/b.yml"}
    assert len(problems) >= 9


def test_github_annotation():
    problem = Problem("a:b.yml", 3, 4, "50% off", "two\nlines")
    assert as_github_annotation(problem) == "::error file=a%3Ab.yml,line=3,col=4::50%25 off (two%0Alines)"


def test_advice_stands_below_the_notices_it_is_for():
    notices = [
        Problem("a.yml", 1, 1, "one", "do this", NOTICE),
        Problem("b.yml", 1, 1, "two", "do that", NOTICE),
        Problem("c.yml", 1, 1, "three", "do this", NOTICE),
    ]
    told = [line.strip().partition("notice: ")[2] or line.strip() for line in advice(notices)]
    assert told == ["one", "three", "= do this", "", "two", "= do that", ""]


def test_a_problem_has_an_end_however_long_what_it_is_about():
    endless = Problem("a.yml", 1, 1, "x" * 10**6, "y" * 10**6, excerpt="z" * 10**6)
    assert len(in_full(endless)) < 8000
    assert len(as_github_annotation(endless)) < 8000
