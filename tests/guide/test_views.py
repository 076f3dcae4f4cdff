"""Start and end of a movement, drawn to one scale."""

from __future__ import annotations

import pytest

from unslouch.guide.views import Pair, View


def pair(start: tuple[int, int], end: tuple[int, int]) -> Pair:
    return Pair(*(View("a.svg", "", *size, "right") for size in (start, end)))


def test_what_both_take():
    both = pair((300, 160), (320, 190))
    assert (both.across, both.tall, both.wide, both.tower) == (620, 190, 320, 350)
    assert both.side == "right"


@pytest.mark.parametrize(
    ("start", "end", "stacked"),
    [
        ((308, 163), (324, 191), True),  # on hands and knees, seen from the side
        ((377, 110), (377, 191), True),  # lying
        ((135, 340), (164, 253), False),  # standing
        ((201, 217), (248, 216), False),  # sitting: hardly larger
    ],
)
def test_lying_figures_are_stacked_where_there_is_little_room(start, end, stacked):
    assert pair(start, end).stacked is stacked
