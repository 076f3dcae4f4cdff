"""What is found out about the poses of many figures, on all cores, before it is asked for one by one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from unslouch.figure import Figure, asks, possible
from unslouch.figure.report import all_warnings
from unslouch.tools import parallel
from unslouch.tools.kept import Cache


def ahead(figures: Iterable[Figure], cache: Cache) -> None:
    """Have it kept in ``cache`` what no body can do, what asks and what readers would miss: each pose is settled once for all of it."""
    new = [one for one in figures if not cache.has(possible.KIND, [possible.key(one)])]
    if cache.lasts:
        for _ in parallel.run(partial(_judge, cache=cache), new, "Checking poses"):
            pass


def _judge(figure: Figure, cache: Cache) -> None:
    if not possible.problems(figure, cache):
        asks.of_figure(figure, cache)
        all_warnings(figure, cache)
