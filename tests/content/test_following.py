"""Hints are followed to the letter: the problem is gone then, and none is in its place."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.content.test_problems import GOOD
from tests.helpers import CONTENT, load_kept, often
from unslouch.content.known import Known
from unslouch.content.problems import ERROR, Problem, in_full
from unslouch.content.synonyms import KEYS, KEYS_EXPLAINED
from unslouch.content.vocabulary import CATEGORIES, EQUIPMENT, LATERALITIES, LEVELS, MUSCLES, POSITIONS, SYNONYMS

FILE = "exercises/test-move.yml"
PLAN = "routines/plan.yml"
ROUTINE = "name: Plan\nsummary: S.\nblocks:\n  - name: All\n    exercises: [donkey-kick]\n"
SAYS = [
    re.compile(r"did you mean `(?P<instead>[^`]+)`\?\Z"),
    re.compile(r"nothing is needed: (?P<instead>\[\])\Z"),
    re.compile(r"in quotes: (?P<instead>\"(?:[^\"\\]|\\.)*\")"),
    re.compile(r"write it in brackets: (?P<instead>\[.*\])\Z"),
    re.compile(r"write the dose as (?P<dose>\{.*\})\Z"),
    re.compile(r"write `(?P<instead>[^`]+)`\Z"),
    re.compile(r"write (?P<instead>\{.*\})\Z"),
    re.compile(r"write (?P<instead>[0-9][0-9-]*(?: s| min)?(?: [0-9]+ s)?)(?: without quotes)?\Z"),
]
"""How a hint proposes what to write; the rest of them say what there is to choose from, or what to do."""


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    """A guide of one exercise, to add to; it is not drawn, for thousands of texts are read beside it."""
    folder = tmp_path_factory.mktemp("following") / "content"
    for name in ("exercises", "routines"):
        (folder / name).mkdir(parents=True)
    shutil.copy(CONTENT / "safety.yml", folder)
    (folder / "exercises/donkey-kick.yml").write_text(GOOD.replace("Test move", "Donkey kick"), encoding="utf-8")
    return folder


KNOWN = Known()
"""The files that are as they were for the text before."""


@cache
def problems(content: Path, text: str, file: str = FILE) -> list[Problem]:
    """What is wrong with the guide with this file in it, and no other of this test."""
    for other in (FILE, PLAN):
        (content / other).unlink(missing_ok=True)
    (content / file).write_text(text, encoding="utf-8")
    return [one for one in load_kept(content, shown_from=content, known=KNOWN).problems if one.file == file]


def followed(text: str, problem: Problem) -> str | None:
    """The file as its author leaves it who does what the hint says; nothing where it leaves a choice."""
    found = next((found for says in SAYS if (found := says.search(problem.hint))), None)
    if not found:
        return None
    lines = text.split("\n")
    line, start = lines[problem.line - 1], problem.column - 1
    if "dose" in found.re.groupindex:
        lines = [f"dose: {found['dose']}" if one.startswith("dose:") else one for one in lines]
    else:
        written, instead = line[start : start + problem.length], found["instead"]
        start, end = _replaced(line, start, start + len(written), instead)
        assert line[start:end] != instead, "a hint that says what is written"
        lines[problem.line - 1] = line[:start] + instead + line[end:]
    return "\n".join(lines)


def _replaced(line: str, start: int, end: int, instead: str) -> tuple[int, int]:
    """What of a line to write something in place of: for no list its brackets, for a text or a mapping the whole."""
    if instead == "[]":
        return line.index("["), line.rindex("]") + 1
    if instead.startswith('"') and (words := instead[1:-1]):
        bare = [at for at in range(len(line)) if line.startswith(words, at)]
        return (bare[0], bare[0] + len(words)) if bare else (start, len(line))
    return (start, len(line)) if end == start + 1 else (start, end)


def assert_followable(content: Path, text: str, file: str = FILE) -> int:
    """How many of a file's hints say what to write; each works."""
    told = problems(content, text, file)
    count = 0
    for problem in told:
        better = followed(text, problem)
        if better is None:
            continue
        count += 1
        after = problems(content, better, file)
        left = [one for one in after if one.line == problem.line and one.severity == ERROR]
        left = [
            one
            for one in left
            if (one.message, one.column)
            not in {(old.message, old.column) for old in told} - {(problem.message, problem.column)}
        ]
        assert not left, "\n".join(["", in_full(problem), better, *map(in_full, left)])
    return count


FIELDS = {
    "category: stretching": ("category: {}", CATEGORIES),
    "position: supine": ("position: {}", POSITIONS),
    "laterality: bilateral": ("laterality: {}", LATERALITIES),
    "level: beginner": ("level: {}", LEVELS),
    "[glutes]": ("[{}]", tuple(MUSCLES)),
    "steps:": ("equipment: [{}]\nsteps:", EQUIPMENT),
}


@st.composite
def slips(draw: st.DrawFn, words: list[str]) -> str:
    """A word with a letter left out, doubled, swapped or of another case."""
    word = draw(st.sampled_from(words))
    at = draw(st.integers(0, len(word) - 1))
    match draw(st.sampled_from(["without", "twice", "swapped", "capital", "spaced", "as it is"])):
        case "without":
            return word[:at] + word[at + 1 :] or word
        case "twice":
            return word[:at] + word[at] + word[at:]
        case "swapped":
            return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
        case "capital":
            return word.upper()
        case "spaced":
            return word.replace(" ", "_").replace("-", " ")
    return word


WORDS = [*SYNONYMS, *(word for _, words in FIELDS.values() for word in words)]


@often(1)
@given(st.sampled_from(list(FIELDS)), slips(WORDS))
@example("steps:", "table")
@example("[glutes]", "upper back")
@example("[glutes]", "lower\xa0back")
@example("category: stretching", "breathing")
@pytest.mark.whole
def test_a_word_is_what_the_hint_says(content, place, word):
    instead = FIELDS[place][0].format(word.strip() or "x")
    assert_followable(content, GOOD.replace(place, instead))


@pytest.mark.whole
def test_every_synonym_is_understood_somewhere(content):
    for word in SYNONYMS:
        found = sum(
            assert_followable(content, GOOD.replace(place, instead.format(word))) or word in words
            for place, (instead, words) in FIELDS.items()
        )
        assert found, word


NUMBERS = st.integers(1, 20).map(str)
AMOUNTS = st.tuples(
    st.sampled_from(["", "about ", "x", "~"]),
    NUMBERS,
    st.sampled_from(["", "-", " - ", "–", " to ", "x", " x ", "×", " sets of ", "/", "..", " (", ":", "e"]),
    NUMBERS | st.just(""),
    st.sampled_from(
        ["", " reps", " s", " sec", "s", " min", "'", " a day", "/day", "x/day", " days a week", " each side", ")"]
    ),
).map("".join)


@often(1)
@given(
    st.sampled_from(["sets", "reps", "hold", "rest", "time", "days_per_week"]),
    AMOUNTS | st.sampled_from(["daily", "ten", "1e1"]),
)
@example("reps", "10 (5 each side)")
@example("reps", "8/6/4")
@example("hold", "45-30 s")
@example("rest", "30\xa0s")
@pytest.mark.whole
def test_an_amount_is_what_the_hint_says(content, key, amount):
    dose = {"sets": "2", "reps": "10"} | {key: amount}
    assert_followable(
        content, GOOD.replace("{sets: 3, hold: 30 s}", f"{{{', '.join(f'{k}: {v}' for k, v in dose.items())}}}")
    )


@often(0.5)
@given(
    slips(
        ["steps", "cautions", "summary", "muscles", "laterality", "sources", "category", "dose", *KEYS, *KEYS_EXPLAINED]
    )
)
@example("instructions")
@example("force")
@example("primaryMuscles")
@pytest.mark.whole
def test_a_key_is_what_the_hint_says(content, key):
    if re.fullmatch(r"[A-Za-z_][\w ]*", key):
        (told, *_) = [one for one in problems(content, f"{GOOD}{key}: x\n") if one.line == 13] or [None]
        assert told is None or told.hint, key
        if told and (found := SAYS[0].search(told.hint)):
            after = problems(content, f"{GOOD}{found['instead']}: x\n")
            assert not [one for one in after if one.message.startswith("unknown key")]


TEXTS = [
    "Elbows: too wide, too low",
    "Leave it out while a wrist is sore, or a shoulder.",
    "Hold band #2 in both hands.",
    "Take care",
    'it\'s "so"',
    "- x",
    "{a}",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_where_a_list_belongs_is_one_of_it(content, text):
    quoted = '"' + text.replace('"', '\\"') + '"'
    assert assert_followable(content, f"{GOOD}mistakes: {quoted}\n") == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- Lie down.", "- Hold band #2 in both hands."),
        ("- Lie down.", "- note: hold still"),
        ("- Lie down.", '- "Elbows" out wide'),
        ("- Lie down.", "- [Slowly] lie down."),
        ("[Take care.]", "[Leave it out while a wrist is sore, swollen or new.]"),
        ("[Take care.]", "[{text: Leave it out, when sore}]"),
        ("{sets: 3, hold: 30 s}", "3 x 30 sec"),
        ("[Take care.]", "Take care."),
        ("level: beginner", "level: beginner\norder: '3'"),
        ("name: Test move", "name: no"),
        ("- Lie down.", "- Lift your {sied} leg."),
    ],
)
def test_what_yaml_takes_otherwise_is_mended_by_the_hint(content, old, new):
    assert GOOD.count(old) == 1
    assert assert_followable(content, GOOD.replace(old, new)) == 1


@pytest.mark.parametrize(
    "item", ["donkey-kik", "Donkey_Kick", "- donkey-kick: {sets: 2}", "- donkey-kick:", "Donkey kick"]
)
def test_a_routine_is_mended_by_the_hint(content, item):
    exercises = f"\n      {item}" if item.startswith("-") else f" [{item}]"
    assert assert_followable(content, ROUTINE.replace(" [donkey-kick]", exercises), PLAN) == 1


@pytest.mark.parametrize(
    ("place", "word", "never"),
    [
        ("steps:", "tables", "cable"),
        ("[glutes]", "upper back", "lower back"),
        ("[glutes]", "neck flexors", "hip flexors"),
        ("category: stretching", "breathing", "stretching"),
        ("steps:", "ball", "wall"),
        ("[glutes]", "hip extensors", "hip flexors"),
        ("[glutes]", "hip adductors", "abductors"),
    ],
)
def test_no_meaning_is_turned_round(content, place, word, never):
    (told,) = problems(content, GOOD.replace(place, FIELDS[place][0].format(word)))
    assert f"`{never}`" not in told.hint
