"""Steps as people write and paste them."""

from __future__ import annotations

import pytest

from tests.content.test_problems import FILE, GOOD, content, found  # noqa: F401  (a fixture)
from unslouch.content import yaml
from unslouch.content.model import Exercise
from unslouch.content.rendering import plain


def steps(text: str) -> list[str]:
    document, problems = yaml.parse(GOOD.replace("  - Lie down.\n", text), "file.yml")
    assert problems == []
    assert document
    return [plain(step.text) for step in Exercise.model_validate(document.data).steps]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("  - 1. Stand.\n  - 2. Sit.\n", ["Stand.", "Sit."]),
        ("  - 1) Stand.\n  - (2) Sit.\n", ["Stand.", "Sit."]),
        ("  - Step 1: Stand.\n  - Step:2 Sit.\n  - text: 3. Go.\n", ["Stand.", "Sit.", "Go."]),
        ("  1. Stand.\n  2. Sit.\n", ["Stand.", "Sit."]),
        ("  - • Stand.\n  - – Sit.\n", ["Stand.", "Sit."]),
        ("  - Note: put both hands flat on it.\n", ["Note: put both hands flat on it."]),
        ("  - On the other side: 2\n  - Then turn:\n", ["On the other side: 2", "Then turn:"]),
        ("  - 3. Stand.\n  - 10 steps forward.\n", ["3. Stand.", "10 steps forward."]),
        ("  - Pull\u2028back.\n", ["Pull back."]),
    ],
)
def test_what_is_certain_is_taken_as_meant(written, read):
    assert steps(written) == read


def test_a_number_that_is_none_of_the_list_is_told_once(content):  # noqa: F811
    (problem,) = found(content, GOOD.replace("  - Lie down.", "  - 4. Lie down."))
    assert (problem.line, problem.column, problem.message) == (10, 5, "the step begins with a number of its own")
    assert problem.hint == "pages number the steps: take `4.` away"


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("- note: put both hands flat", '"note: put both hands flat"'),
        ("- Text: Stand.", "did you mean `text`?"),
        ("- txt: Stand.", '"txt: Stand."'),
    ],
)
def test_what_is_not_certain_is_told(content, step, told):  # noqa: F811
    errors = [p for p in found(content, GOOD.replace("- Lie down.", step)) if p.severity == "error"]
    assert len(errors) == 1
    assert (errors[0].file, errors[0].line) == (FILE, 10)
    assert told in errors[0].hint


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("{otherside}", None),
        ("{ Side }", None),
        ("{{ side }}", None),
        ("{sied}", "write `{side}`"),
        ("{other_sides}", "write `{other_side}`"),
        ("{opposite}", "`{side}` for the side that works, or `{other_side}`"),
        ("{x}", None),
        ("{{ config.x }}", None),
    ],
)
def test_a_word_in_braces_is_filled_in_or_told_of(content, word, told):  # noqa: F811
    unilateral = GOOD.replace("bilateral", "unilateral").replace(
        "Lie down.", f"Lift your {word} leg.\n  - Change sides."
    )
    problems = found(content, unilateral)

    if told:
        (problem,) = problems
        assert told in problem.hint
        assert problem.excerpt[problem.column - 1 :].startswith(word)
    else:
        assert problems == []
