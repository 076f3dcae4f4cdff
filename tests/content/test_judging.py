"""What is found out about poses, before it is asked for."""

from __future__ import annotations

import pytest

from tests.figure.figure_helpers import parse
from unslouch.content import judging
from unslouch.figure import asks, possible
from unslouch.figure.report import all_warnings, are_kept
from unslouch.tools.kept import Cache

GOOD = parse({"poses": {"start": {"base": "supine"}}})
WRONG = parse({"poses": {"start": {"base": "supine", "right_knee": 190}}})


@pytest.mark.parametrize("figure", [GOOD, WRONG])
def test_what_was_found_ahead_is_what_is_found_when_it_is_asked_for_and_is_not_sought_again(
    tmp_path, monkeypatch, figure
):
    cache = Cache(tmp_path)
    looks = [possible.problems, asks.of_figure, *([all_warnings] if figure is GOOD else [])]
    expected = [look(figure, Cache(None)) for look in looks]
    judging.ahead([figure], cache)
    monkeypatch.setattr("unslouch.tools.parallel.run", lambda *_, **__: iter(()))  # nothing can be found out any more
    assert [look(figure, cache) for look in looks] == expected


def test_who_is_in_haste_finds_what_is_wrong_and_the_rest_later(tmp_path):
    cache = Cache(tmp_path)
    judging.ahead([GOOD], cache, in_haste=True)
    assert cache.has(possible.KIND, [possible.key(GOOD)])
    assert not are_kept(GOOD, cache)
    judging.the_rest([GOOD], cache)
    assert are_kept(GOOD, cache)


def test_what_was_left_for_later_is_found_ahead_of_the_next_that_is_in_no_haste(tmp_path, monkeypatch):
    cache = Cache(tmp_path)
    judging.ahead([GOOD, WRONG], cache, in_haste=True)
    judging.ahead([GOOD, WRONG], cache)
    assert are_kept(GOOD, cache)
    monkeypatch.setattr(judging, "_judge", lambda *_, **__: pytest.fail("again"))
    judging.ahead([GOOD, WRONG], cache)


@pytest.mark.parametrize("folder", [None, "a file"])
def test_nothing_is_found_ahead_where_it_could_not_be_kept(tmp_path, monkeypatch, folder):
    (tmp_path / "a file").touch()
    monkeypatch.setattr(judging, "_judge", lambda *_, **__: pytest.fail("in vain"))
    judging.ahead([GOOD], Cache(folder and tmp_path / folder))
