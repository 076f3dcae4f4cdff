"""How what is wrong with a file's data is put into words. Places of problems in whole files are in test_problems.py."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, Field

from tests.content.test_model import WHOLE
from unslouch.content import validate, yaml
from unslouch.content.model import Exercise, Routine, Safety
from unslouch.content.problems import Problem


class Inner(BaseModel, extra="forbid", strict=True):
    """Something in something."""

    size: int = Field(gt=2, description="how large it is")


class Outer(BaseModel, extra="forbid", strict=True):
    """What holds it."""

    things: dict[str, Inner] = {}
    many: list[Inner] = Field([], min_length=1)
    kept: float = Field(1.0, alias="as-written", le=9)


def _wrong(text: str, model: type[BaseModel] = Outer) -> list[Problem]:
    document, problems = yaml.parse(text, "file.yml")
    assert document is not None, problems
    return validate.read_as(model, document)[1]


def test_data_without_fault_is_the_model():
    document, _ = yaml.parse("many: [{size: 3}]", "file.yml")
    assert document is not None
    read, problems = validate.read_as(Outer, document)
    assert problems == []
    assert read is not None
    assert read.many[0].size == 3


def test_every_fault_is_told_at_its_own_place():
    found = _wrong("many: [{size: 2}, {size: x}, {}]\nas-written: 10\nthings: {mine: {sise: 3}}")
    assert sorted((p.line, p.column, p.message) for p in found) == [
        (1, 15, "`size` must be more than 2"),
        (1, 26, "`size` takes a whole number, not text"),
        (1, 30, "`size` is missing"),
        (2, 13, "`as-written` must be 9 or less"),
        (3, 17, "unknown key `sise`"),
    ]


def test_what_is_missing_is_described():
    (problem,) = _wrong("many: [{}]")
    assert problem.hint == "how large it is"


def test_an_unknown_key_is_likened_to_those_of_its_own_mapping():
    for text, likened in (("as-writen: 1", "as-written"), ("things: {a: {sise: 3, size: 3}}", "size")):
        (problem,) = _wrong(text)
        assert problem.hint == f"did you mean `{likened}`?"


def test_a_key_that_is_misspelt_is_told_once_and_is_not_missing_too():
    assert [problem.message for problem in _wrong("many: [{sise: 3}]")] == ["unknown key `sise`"]
    assert len(_wrong("many: [{sise: 3}, {}]")) == 2


def test_a_list_is_not_too_short_only_because_its_items_are_wrong():
    assert [problem.message for problem in _wrong("many: [3]")] == [
        "`many` takes a mapping (`key: value`), not the number 3"
    ]
    assert [problem.message for problem in _wrong("many: []")] == ["`many` needs at least 1 item"]


WORDS = [
    (
        Exercise,
        "level: 3",
        "`level` takes a word, not the number 3",
        "it can be one of: beginner, intermediate, expert",
    ),
    (Exercise, "level: [easy]", "`level` takes a word, not a list", "it can be one of: beginner"),
    (Exercise, "level: Expert", "`Expert` is not a word known for `level`", "did you mean `expert`?"),
    (Exercise, "level: easy", "`easy` is not a word known for `level`", "did you mean `beginner`?"),
    (Exercise, "equipment: [none]", "`none` is not a word known for `equipment`", "nothing is needed: []"),
    (Exercise, "reviewed: 2026-11-23 10:00:00", "a date with a time", "write it as 2026-11-23"),
    (Exercise, "reviewed: '2026-11-23'", "`reviewed` takes a date, not text", "without quotes"),
    (Exercise, "areas: hips", "`areas` takes a list, not text", "write it in brackets: [hips]"),
    (Exercise, "steps: []", "`steps` needs at least 1 item", "add one"),
    (Exercise, f"steps: [{'a, ' * 41}]", "`steps` has more than 40 items", "take some out"),
    (Exercise, "steps: [{text: Sit., card: 3}]", "`card` takes a short text, or false", "leave the step off"),
    (Exercise, f"steps: [{{text: Sit., card: {'x' * 201}}}]", "`card` is longer than a card has room for", "200"),
    (Exercise, "feel: 'it: is'\nharder: {it: is}", "`harder` takes text, not a mapping", "belongs in quotes"),
    (Exercise, "dose: [3]", "`dose` takes a mapping (`key: value`), not a list", "hyphens"),
    (Exercise, "muscles:", "`muscles` has no value", "write one"),
    (Safety, f"card_line: {'x' * 301}", "`card_line` is longer than 300 characters", "say it shorter"),
    (Safety, "emergency_number: 112", "`emergency_number` takes text, not the number 112", 'in quotes: "112"'),
    (Routine, "week: {mondays: []}", "unknown key `mondays`", "did you mean `monday`?"),
    (Routine, "days_per_week: 8\nweek: {}", "a week has seven days", "write 7 or less"),
]


@pytest.mark.parametrize(("model", "text", "message", "hint"), WORDS, ids=[text[:24] for _, text, *_ in WORDS])
def test_what_is_wrong_is_put_into_words(model, text, message, hint):
    document, _ = yaml.parse(text, "file.yml")
    assert document is not None
    whole = {**document.data, **{k: v for k, v in WHOLE[model].items() if k not in document.data and k != "blocks"}}
    document.root.value = whole
    (problem,) = validate.read_as(model, document)[1]
    assert message in problem.message
    assert hint in problem.hint
