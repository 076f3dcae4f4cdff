"""Whatever is done to a content folder: a right build, or problems at their places; never anything else.

The mutants of a run are always the same. ``make fuzz`` looks at more; what breaks there is kept and looked at here.
"""

from __future__ import annotations

import pytest

from tests.hostile.cases import ALL, KEPT, kept, look_at, mutant, names
from tests.hostile.corpus import Folder, base, bases
from tests.hostile.mutators import OF_POSES
from tests.hostile.outcome import BUILT, FAULT, PROBLEMS, outcome
from unslouch.content import yaml as own_yaml
from unslouch.pages.render import Pages

pytestmark = pytest.mark.whole

SEED = 1
CASES, SHARES = 5000, 50


@pytest.mark.parametrize("share", range(SHARES))
def test_no_mutant_breaks_anything(share):
    each = CASES // SHARES
    found = {name: look_at(name) for name in names(SEED, each, share * each)}
    assert {name: what.told for name, what in found.items() if what.kind == FAULT} == {}
    assert {what.kind for what in found.values()} == {BUILT, PROBLEMS}, "mutants of both kinds, or they change too much"


@pytest.mark.parametrize("name", kept())
def test_what_once_broke_something_does_no_more(name):
    what = look_at(name)
    assert what.kind != FAULT, what.told


def test_every_folder_is_in_order_before_anything_is_changed():
    for name in bases():
        assert outcome(base(name), deep=True).kind == BUILT, name


def test_there_are_enough_mutators_and_each_has_its_turn():
    assert len(ALL) >= 60
    turns = {one for name in names(SEED, CASES) for one in name.split("/")[1].split("+")}
    assert turns == set(ALL)
    assert sum(name.split("/")[1] in OF_POSES for name in names(SEED, CASES)) > 100


@pytest.mark.parametrize("mutator", sorted(ALL))
def test_every_mutator_changes_something_and_the_same_each_time(mutator):
    changed = 0
    for number in range(12):
        of = "donkey-kick-drawn" if mutator in OF_POSES else "donkey-kick"
        one, other = (mutant(f"{of}/{mutator}/{number}") for _ in range(2))
        assert one.files == other.files
        changed += one.files != base(of).files or bool(one.on_disk)
    assert changed > 3


def told_of(folder: Folder) -> str:
    what = outcome(folder)
    assert what.kind == FAULT
    return what.told


def test_a_traceback_is_noticed(monkeypatch):
    monkeypatch.setattr(Pages, "render", lambda _: {}["x"])
    assert "KeyError" in told_of(base("donkey-kick"))


def test_a_hang_is_noticed(monkeypatch):
    monkeypatch.setattr("tests.hostile.outcome.SECONDS", 0.2)

    def for_ever(_: Pages) -> None:
        while True:
            pass

    monkeypatch.setattr(Pages, "render", for_ever)
    assert "it took more than" in told_of(base("donkey-kick"))


def test_a_problem_without_its_place_is_noticed(monkeypatch):
    folder = base("donkey-kick")
    folder.set("safety.yml", "a: [")
    assert outcome(folder).kind == PROBLEMS
    found = own_yaml.problem_at
    monkeypatch.setattr(
        "unslouch.content.reader.problem_at",
        lambda file, lines, line, *more, **also: found(file, lines, 99, *more, **also),
    )
    assert "this place is not in the file" in told_of(folder)


def test_a_changed_source_and_a_bad_page_are_noticed(monkeypatch):
    monkeypatch.setattr(Pages, "render", lambda _: {"../x.md": "x", "y.md": "\ud800"})
    assert "codec can't encode" in told_of(base("donkey-kick"))
    monkeypatch.setattr(Pages, "render", lambda _: {"../x.md": "x"})
    assert "this is no path for a site" in told_of(base("donkey-kick"))

    def writes(_: Pages) -> dict[str, str]:
        from pathlib import Path

        Path("content/safety.yml").write_text("x", encoding="utf-8")
        return {}

    monkeypatch.setattr(Pages, "render", writes)
    assert "the source is not what it was" in told_of(base("donkey-kick"))


def test_a_kept_mutant_has_a_name_that_is_known():
    for name in kept():
        of, mutators, number = name.split("/")
        assert of in bases(), KEPT
        assert set(mutators.split("+")) <= set(ALL), KEPT
        assert number.isdigit()
