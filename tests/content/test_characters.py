"""What is pasted into a file is read as it looks, and every place in it stays where it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unslouch.content import yaml
from unslouch.content.characters import LINE_BREAK, as_meant, seen
from unslouch.content.problems import Problem

SPACES = "\xa0\u2002\u2003\u2007\u2009\u200a\u202f\u205f\u3000\u2028\u2029\x85"


def read(text: str) -> tuple[object, list[Problem]]:
    document, problems = yaml.parse(text, "file.yml")
    return document and document.data, problems


@pytest.mark.parametrize("space", SPACES, ids=lambda sign: f"{ord(sign):04x}")
def test_a_space_of_any_kind_is_one(space):
    text = (
        f"a{space}:{space}one{space}two\nb:\n{space * 2}c: [lower{space}back]\nd:\n{space}{space}- x\n  - 'y{space}z'\n"
    )
    assert read(text) == ({"a": "one two", "b": {"c": ["lower back"]}, "d": ["x", "y z"]}, [])


def test_what_is_not_seen_is_not_there_where_nothing_needs_it():
    assert read("na\u200bme: ham\u00adstrings\u200e\nb: '\u2060c'")[0] == {"name": "hamstrings", "b": "c"}
    assert read("a: می\u200cخواهم")[0] == {"a": "می\u200cخواهم"}
    assert read("a: 👩\u200d🦽 b")[0] == {"a": "👩\u200d🦽 b"}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("steps:\n  • Stand.\n  • Sit.\n", {"steps": ["Stand.", "Sit."]}),
        ("steps:\n• Stand.\n• Sit.\nb: c", {"steps": ["Stand.", "Sit."], "b": "c"}),
        ("steps: # what to do\n  1. Stand.\n  2. Sit.\n\n  10) Go.\n", {"steps": ["Stand.", "Sit.", "Go."]}),
        ("steps:\n  – Stand\n    up.\n  – Sit.\n", {"steps": ["Stand up.", "Sit."]}),
        ("a:\n  • x\nb:\n  - text: y\n    c:\n      ▪ z\n", {"a": ["x"], "b": [{"text": "y", "c": ["z"]}]}),
        ("a: one\n  • two\n", {"a": "one • two"}),
        ("a: |\n  • one\n  • two\n", {"a": "• one\n• two\n"}),
        ("a: 3. b", {"a": "3. b"}),
    ],
)
def test_a_pasted_list_is_a_list_where_only_one_can_stand(text, data):
    assert read(text) == (data, [])


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("- {side} hand flat.", ["{side} hand flat."]),
        ("- {Other Side} hand.\n- a", ["{Other Side} hand.", "a"]),
        ("a: {{ side }} hand", {"a": "{{ side }} hand"}),
        ("a: [{side} hand, b]", {"a": ["{side} hand", "b"]}),
        ("a: {text: {side} hand, b: c {other_side}}", {"a": {"text": "{side} hand", "b": "c {other_side}"}}),
        ("- {optional} Hold a towel.", ["{optional} Hold a towel."]),
        ("a: {side: right}", {"a": {"side": "right"}}),
        ("a: {}", {"a": {}}),
    ],
)
def test_a_text_may_start_with_a_word_in_braces(text, data):
    assert read(text) == (data, [])


@given(st.text("ab \n\r\xa0\u2028{}[]-•1.:side", max_size=60))
def test_nothing_moves(text):
    meant = as_meant(text)
    assert [len(line) for line in LINE_BREAK.split(meant)] == [len(line) for line in LINE_BREAK.split(text)]


@pytest.mark.parametrize("text", ["\u3164", "\u2800\u2800", "\u200b\u115f", "\u202e\u2066", "\u17b4", "\uffa0 \u034f"])
def test_a_text_in_which_nothing_is_seen_is_empty(text):
    assert seen(text) == ""


def test_what_turns_the_words_around_it_is_taken_out_and_marks_that_words_need_stay():
    assert seen("\u202eabc\u2069 \u2067مرحبا\u2069") == "abc مرحبا"
    assert seen("می\u200cخواهم") == "می\u200cخواهم"
    assert seen("שלום\u200f!") == "שלום\u200f!"
