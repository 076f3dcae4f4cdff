"""Entries say which of their fields are read, and what differs between two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from unslouch.content.known import Known
from unslouch.content.model import Exercise
from unslouch.content.noticed import changes, noticing
from unslouch.tools.noticed import Memory

pytestmark = pytest.mark.fast


@pytest.fixture
def squat(library) -> Exercise:
    return library.exercises["side-squat"].model_copy()


def test_a_field_that_is_read_is_noticed_and_another_is_not(squat):
    before, memory = noticing(squat), Memory()
    assert isinstance(before, Exercise)
    now = noticing(squat.model_copy(update={"summary": squat.name}))
    shown = {
        "name": lambda one: one.name,
        "summary": lambda one: one.summary,
        "sides": lambda one: one.both_sides,
        "all": dict,
    }
    for name, show in shown.items():
        memory.once(name, lambda show=show: show(before))
    changed = changes({"side-squat": before}, {"side-squat": now})
    assert ("Exercise", "side-squat", "summary") in changed
    assert ("Exercise", "side-squat", "name") not in changed
    memory.forget(changed)
    anew = []
    for name in shown:
        memory.once(name, lambda name=name: anew.append(name))
    assert anew == ["summary", "all"]


def test_what_is_the_same_has_no_changes(squat):
    one = noticing(squat)
    assert changes({"side-squat": one}, {"side-squat": one}) == set()
    assert noticing(one) is one


def test_a_library_that_could_not_be_remembered_is_compared_again(library, monkeypatch):
    known = Known()
    known.remember(library)
    monkeypatch.setattr(known.memory, "forget", lambda _: 1 / 0)
    other = replace(library, exercises=dict(library.exercises))
    with pytest.raises(ZeroDivisionError):
        known.remember(other)
    assert known.library is library
