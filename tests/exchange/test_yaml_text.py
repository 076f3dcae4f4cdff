"""Data written as YAML is the same data when it is read, and looks as an author would write it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import CONTENT, often
from unslouch.content import yaml
from unslouch.exchange.yaml_text import written

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=" :#-{}[]'\"*&!|>%@`,\\~?="),
    min_size=1,
    max_size=60,
).map(lambda text: " ".join(text.split()) or "x")
SCALARS = st.one_of(TEXTS, st.integers(-999, 9999), st.booleans(), st.just(date(2026, 11, 23)))
KEYS = st.from_regex(r"[a-z]{1,9}(_[a-z]{1,5})?", fullmatch=True)
DATA = st.dictionaries(
    KEYS,
    st.recursive(
        SCALARS, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4))
    ),
    min_size=1,
    max_size=5,
)


@given(DATA)
@often(0.5)
@pytest.mark.whole
def test_what_is_written_is_read_as_the_same(data):
    document, _ = yaml.parse(written(data, "From a file: # odd"), "file.yml")
    assert document is not None
    assert document.data == data


@pytest.mark.parametrize("file", sorted(CONTENT.rglob("*.yml")), ids=lambda file: file.stem)
def test_an_authors_file_is_the_same_without_its_remarks(file):
    document, _ = yaml.read(file, file.name)
    assert document is not None
    again, problems = yaml.parse(written(document.data), file.name)
    assert problems == []
    assert again is not None
    assert again.data == document.data


def test_it_looks_as_an_author_writes_it():
    data = {
        "name": "Sit-up: the 3/4 one",
        "todo": ["dose", "position"],
        "dose": {"sets": 3, "reps": "10-12", "rest": "30 s"},
        "steps": ["Lie down, slowly.", {"text": "Come up as far as you can.", "figure": "end"}],
        "equipment": [],
        "reviewed": date(2026, 11, 23),
        "video": {"url": "https://example.org/a", "title": "A long title of five words"},
    }
    assert (
        written(data, "From elsewhere.")
        == """# From elsewhere.
name: 'Sit-up: the 3/4 one'
todo: [dose, position]
dose: {sets: 3, reps: 10-12, rest: 30 s}
steps:
  - Lie down, slowly.
  - text: Come up as far as you can.
    figure: end
equipment: []
reviewed: 2026-11-23
video:
  url: https://example.org/a
  title: A long title of five words
"""
    )
