"""Where values stand in a file, and problems that point at them."""

from __future__ import annotations

from unslouch.content import yaml
from unslouch.content.document import Document
from unslouch.content.problems import ERROR, WARNING

TEXT = """\
name: Side squat
steps:
  - Stand up.
  - text: >-
      Bend your knee
      and wait.
dose: {sets: 3}
"""


def document() -> Document:
    found, problems = yaml.parse(TEXT, "file.yml")
    assert problems == []
    assert found is not None
    return found


def place(*path, **options) -> tuple[int, int, int]:
    problem = document().problem(path, "wrong", **options)
    return problem.line, problem.column, problem.length


def test_a_problem_points_at_the_value_or_its_key():
    assert place("name") == (1, 7, len("Side squat"))
    assert place("name", key=True) == (1, 1, len("name"))
    assert place("steps", 0) == (3, 5, len("Stand up."))


def test_a_problem_points_at_a_word_inside_a_text_of_several_lines():
    assert place("steps", 1, "text", part="wait") == (6, 11, 4)
    assert place("steps", 1, "text", part="not there")[0] == 4


def test_a_path_that_ends_early_points_at_what_there_is():
    assert place("dose", "sets", "low") == place("dose", "sets")
    assert place("steps", 7)[:2] == place("steps")[:2]


def test_a_problem_brings_its_line_and_how_bad_it_is():
    problem = document().problem(("dose", "sets"), "wrong", "write it", severity=WARNING)
    assert (problem.file, problem.excerpt, problem.hint, problem.severity) == (
        "file.yml",
        "dose: {sets: 3}",
        "write it",
        WARNING,
    )
    assert document().problem((), "wrong").severity == ERROR


def test_a_part_is_a_document_with_the_places_of_the_whole():
    part = document().part("dose")
    assert part is not None
    assert part.data == {"sets": 3}
    problem = part.problem(("sets",), "wrong")
    assert (problem.file, problem.line, problem.column) == ("file.yml", 7, 14)
    assert document().part("nothing") is None
