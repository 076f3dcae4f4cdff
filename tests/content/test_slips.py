"""YAML that says other than was meant is told of where it does, with words that work."""

from __future__ import annotations

import pytest

from unslouch.content import yaml

CUT = [
    ("- Hold band #2 in both hands.", (1, 13), '"Hold band #2 in both hands."'),
    ("- Band #2", (1, 8), '"Band #2"'),
    ("a:\n  - text: Hold it on rung # 2 of the wall.", (2, 27), '"Hold it on rung # 2 of the wall."'),
    ("a: Stand tall #posture", (1, 15), '"Stand tall #posture"'),
]


@pytest.mark.parametrize(("text", "place", "whole"), CUT)
def test_a_text_is_not_cut_by_a_remark_in_silence(text, place, whole):
    document, (problem,) = yaml.parse(text, "file.yml")
    assert (problem.line, problem.column) == place
    assert problem.excerpt[problem.column - 1] == "#"
    assert f"put the text in quotes: {whole}" in problem.hint
    assert document


@pytest.mark.parametrize(
    "text",
    [
        "level: beginner # easy",
        "level: beginner  #easy",
        "a: 30 s #b",
        "- Sit down. # 2 of 3",
        "- Sit down # to be looked at",
        "reps: 12 # 10 for some",
        "- 'Hold band #2'",
        "- Band#2 in hand",
        "a: b ## c",
    ],
)
def test_a_remark_is_one(text):
    assert yaml.parse(text, "file.yml")[1] == []


@pytest.mark.parametrize(
    ("text", "place", "whole"),
    [
        (
            "a: [Leave it out while a wrist is sore, swollen or new.]",
            (1, 41),
            "Leave it out while a wrist is sore, swollen or new.",
        ),
        (
            "a: [Leave it out while a wrist is sore, swollen or new]",
            (1, 41),
            "Leave it out while a wrist is sore, swollen or new",
        ),
        ("a: [Sit., Auslassen bei Knie, Hüfte, Rücken., Stand.]", (1, 31), "Auslassen bei Knie, Hüfte, Rücken."),
        ("a: {text: Leave it out, when sore, source: x}", (1, 25), "Leave it out, when sore"),
        ("a: {title: Hips, the knees, and backs, url: x}", (1, 18), "Hips, the knees, and backs"),
    ],
)
def test_a_sentence_is_not_split_by_a_comma_in_silence(text, place, whole):
    document, (problem,) = yaml.parse(text, "file.yml")
    assert (problem.line, problem.column) == place
    assert f'in quotes: "{whole}"' in problem.hint
    assert document
    assert yaml.parse(text.replace(whole, f'"{whole}"'), "file.yml")[1] == []


@pytest.mark.parametrize(
    "items",
    [
        "hips, lower back",
        "Lifting the head and straining the neck, Pressing on the bent knee",
        "Supine piriformis stretch, figure four",
        "Sit down., Stand up.",
        "arching the lower back a lot, bouncing",
        '"Leave it out while a wrist is sore", swollen.',
    ],
)
def test_a_list_in_brackets_is_one(items):
    assert yaml.parse(f"a: [{items}]", "file.yml")[1] == []


@pytest.mark.parametrize(
    ("text", "line", "column", "told"),
    [
        ("steps:\n  - Stand.\n  - [Optional] Hold a towel.\n  - Sit.", 3, 5, '"[Optional] Hold a towel."'),
        ("steps:\n  - {a, b} Hold a towel.\n  - Sit.", 2, 5, '"{a, b} Hold a towel."'),
        ('a: "Elbows" out wide\nb: c', 1, 4, "\"'Elbows' out wide\""),
        ("a: [Hold band #2 in both hands.]\nb: c", 1, 15, "in quotes"),
        ("a: Hold band #2 in\n  both hands.\nb: c", 1, 14, "in quotes"),
    ],
)
def test_what_breaks_the_yaml_is_told_where_it_stands(text, line, column, told):
    _, problems = yaml.parse(text, "file.yml")
    assert (problems[-1].line, problems[-1].column) == (line, column)
    assert told in problems[-1].hint
    assert len(problems) == 1


@pytest.mark.parametrize("end", ["---", "---\n", "---\n# end\n", "---\n\n", "...\n"])
def test_front_matter_may_be_closed(end):
    document, problems = yaml.parse(f"---\na: b\n{end}", "file.yml")
    assert document
    assert document.data == {"a": "b"}
    assert problems == []
