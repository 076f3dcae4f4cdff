"""Steps that repeat a number of the dose, in digits or in letters: told, and mended by what the notice says."""

from __future__ import annotations

import pytest

from unslouch.content import lint_dose, yaml
from unslouch.content.model import Exercise
from unslouch.content.problems import NOTICE, Problem
from unslouch.content.validate import read_as

WRITTEN = """\
name: A
summary: B
category: stretching
position: standing
laterality: bilateral
level: beginner
muscles: {{primary: [glutes]}}
dose: {{sets: 3, {dose}}}
steps:
  - {{text: "{text}", card: "{card}"}}
"""


def notices(text: str, dose: str = "reps: 8-10, hold: 5 s", card: str = "Go on.") -> list[Problem]:
    document, found = yaml.parse(WRITTEN.format(text=text, dose=dose, card=card), "a.yml")
    assert not found
    assert document is not None
    exercise, wrong = read_as(Exercise, document)
    assert exercise is not None, wrong
    return list(lint_dose.of_exercise(exercise, document))


@pytest.mark.parametrize(
    ("text", "dose", "part", "words"),
    [
        ("Hold for five seconds and breathe.", "reps: 8, hold: 5 s", "hold", "for five seconds"),
        ("Hold for 5 s, and breathe.", "reps: 8, hold: 5 s", "hold", "for 5 s"),
        ("Hold 20-30 seconds.", "hold: 20-30 s", "hold", "20-30 seconds"),
        ("Hold for twenty to thirty seconds.", "hold: 20-30 s", "hold", "for twenty to thirty seconds"),
        ("Hold for thirty seconds.", "hold: 20-30 s", "hold", "for thirty seconds"),
        ("Hold for forty-five seconds.", "hold: 45 s", "hold", "for forty-five seconds"),
        ("March for one minute.", "time: 1 min", "time", "for one minute"),
        ("March for 90 sec.", "time: 1 min 30 s", "time", "for 90 sec"),
        ("Repeat ten times.", "reps: 8-10", "reps", "ten times"),
        ("Do 8 to 10 repetitions.", "reps: 8-10", "reps", "8 to 10 repetitions"),
        ("Do three sets.", "reps: 8-10", "sets", "three sets"),
    ],
)
def test_a_number_of_the_dose_is_told_of_and_gone_when_it_is_taken_away(text, dose, part, words):
    (found,) = notices(text, dose)
    assert (found.line, found.severity) == (10, NOTICE)
    assert found.excerpt[found.column - 1 :][: found.length] == words
    assert found.message.startswith(f"`{words}` repeats the dose's `{part}`")
    assert f"take `{words}` away" in found.hint
    assert notices(" ".join(text.replace(words, "").split()), dose) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hold for two seconds.",
        "Count to five.",
        "Start on all fours with two feet apart.",
        "Stretch one arm, then hold still.",
        "For the second set, face the wall.",
        "Walk five steps.",
        "Stand 5 centimetres away.",
    ],
)
def test_other_numbers_are_the_steps_own(text):
    assert notices(text) == []


def test_what_a_card_says_counts_as_well():
    (found,) = notices("Hold.", card="Hold for 5 s.")
    assert found.message.startswith("`for 5 s` repeats the dose's `hold`")


def test_without_a_dose_nothing_is_repeated():
    assert list(lint_dose.repeated("Hold for 30 seconds.", None)) == []
