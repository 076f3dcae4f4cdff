"""Areas that are written in more than one way, and names that two files have."""

from __future__ import annotations

from datetime import date

import pytest

from tests.content.test_library import exercise
from tests.helpers import load_kept
from unslouch.content import lint, yaml
from unslouch.content.problems import WARNING, Problem


def warnings(**areas: list[str]) -> list[Problem]:
    """What is said of exercises with these areas."""
    entries = []
    for id, written in areas.items():
        document, _ = yaml.parse(f"areas: [{', '.join(written)}]\n", id)
        assert document is not None
        entries.append((exercise(id, areas=written), document))
    return list(lint.of_areas(entries))


@pytest.mark.parametrize("other", ["lower-back", "Lower back", "LOWER BACK", "lower  back", "lower_back"])
def test_the_rarer_way_to_write_an_area_is_warned_of_where_it_stands(other):
    (found,) = warnings(a=["hips", other], b=["lower back"], c=["lower back"])
    assert (found.file, found.line, found.column, found.severity) == ("a", 1, 15, WARNING)
    assert found.message == f"`{other}` is written `lower back` elsewhere"
    assert found.hint == "write `lower back`, or change the others"


def test_of_two_ways_as_frequent_the_first_stands():
    assert [(p.file, p.message) for p in warnings(a=["lower back"], b=["Lower back"])] == [
        ("b", "`Lower back` is written `lower back` elsewhere")
    ]


def test_of_two_ways_as_frequent_the_one_in_small_letters_stands():
    assert [(p.file, p.message) for p in warnings(a=["Thighs"], b=["thighs"])] == [
        ("a", "`Thighs` is written `thighs` elsewhere")
    ]


def test_two_ways_in_one_file_count_too():
    assert [p.message for p in warnings(a=["hips", "Hips"])] == ["`Hips` is written `hips` elsewhere"]


@pytest.mark.long
def test_a_name_that_two_exercises_have_is_warned_of_at_the_second(content):
    first = content / "exercises/donkey-kick.yml"
    text = first.read_text()
    (content / "exercises/zebra-kick.yml").write_text(text.replace("name: Donkey kick", "name: donkey  Kick"))
    (found,) = load_kept(content, shown_from=content).problems
    assert (found.file, found.severity) == ("exercises/zebra-kick.yml", WARNING)
    assert found.message == "exercises/donkey-kick.yml has the same name"
    assert found.excerpt[found.column - 1 :] == "donkey  Kick"


def test_letters_beyond_latin_are_compared_without_their_case():
    assert [p.message for p in warnings(a=["спина"], b=["Спина"])] == ["`Спина` is written `спина` elsewhere"]


def test_areas_that_differ_are_left_alone():
    assert warnings(a=["hips", "lower back", "спина"], b=["hip", "back", "колени"], c=["hips", "спина"]) == []


@pytest.mark.long
def test_a_guides_areas_are_written_in_one_way_until_one_is_not(content):
    today = date(2026, 11, 23)
    assert load_kept(content, today=today).problems == []
    file = content / "exercises/crossed-stretch.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("lower-back]", "Lower back]"), encoding="utf-8")
    (found,) = load_kept(content, today=today).problems
    assert found.message == "`Lower back` is written `lower-back` elsewhere"
