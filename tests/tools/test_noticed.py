"""What is made is kept until something changes that was read for it."""

from __future__ import annotations

from collections import Counter
from functools import partial

import pytest

from unslouch.tools.noticed import Memory, notice, remembered

pytestmark = pytest.mark.fast


def made(counted: Counter[str], name: str, *read: str) -> str:
    counted[name] += 1
    for one in read:
        notice(one)
    return name


def test_what_was_made_is_made_again_where_something_changed_that_was_read_for_it():
    memory, counted = Memory(), Counter()

    def all_made() -> Counter[str]:
        for name in "ab":
            assert memory.once(name, partial(made, counted, name, f"{name}'s", "shared")) == name
        return Counter(counted)

    assert all_made() == all_made() == {"a": 1, "b": 1}
    memory.forget({"a's", "what nobody read"})
    assert all_made() == {"a": 2, "b": 1}
    memory.forget(set())
    assert all_made() == {"a": 2, "b": 1}
    memory.forget({"shared"})
    assert all_made() == {"a": 3, "b": 2}


def test_what_is_made_with_the_help_of_another_rests_on_what_was_read_for_that():
    memory, counted = Memory(), Counter()
    row = partial(memory.once, "row", partial(made, counted, "row", "name"))
    pages = [partial(memory.once, page, lambda: row() + row()) for page in ("first", "second")]
    assert [page() for page in pages] == ["rowrow", "rowrow"]
    assert counted == {"row": 1}
    memory.forget({"name"})
    assert pages[1]() == "rowrow"
    assert counted == {"row": 2}


def test_a_property_is_worked_out_once_and_takes_along_what_was_read_for_it():
    memory, counted = Memory(), Counter()

    class Guide:
        @remembered
        def areas(self) -> str:
            """By title."""
            return made(counted, "areas", "area of squat")

    guide = Guide()
    assert Guide.areas.__doc__ == "By title."
    assert guide.areas == "areas"
    assert memory.once("page", lambda: guide.areas) == "areas", "known before the page was made"
    assert counted == {"areas": 1}
    memory.forget({"area of squat"})
    memory.once("page", lambda: counted.update(page=1))
    assert counted["page"] == 1
    assert Guide().areas == "areas"
    assert counted["areas"] == 2, "of another guide"


def test_all_is_forgotten_where_what_all_of_it_rests_on_is_another():
    memory, counted = Memory(), Counter()
    for rests, times in (({"safety": 1, "order": [1]}, 1), ({"safety": 1}, 1), ({"order": [2]}, 2), ({"today": 1}, 3)):
        memory.rest_on(**rests)
        memory.once("page", partial(made, counted, "page"))
        assert counted["page"] == times


def test_what_is_read_while_nothing_is_made_is_nobodys():
    notice("name")
