"""What is found out about the poses of many figures, on all cores, before it is asked for one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from unslouch.figure import Figure, asks, possible
from unslouch.figure.report import all_warnings, are_kept
from unslouch.tools import parallel
from unslouch.tools.kept import Cache


def ahead(figures: Iterable[Figure], cache: Cache, *, in_haste: bool = False) -> None:
    """Have it kept in ``cache`` what no body can do, what asks and what readers would miss: each pose is settled once for all of it.

    What readers would miss takes a third of the time; who is ``in_haste`` leaves it for later.
    """
    new = [one for one in figures if not _is_judged(one, cache, in_haste=in_haste)]
    if new and cache.lasts:
        for _ in parallel.run(partial(_judge, cache=cache, in_haste=in_haste), new, "Checking poses"):
            pass


def the_rest(figures: Sequence[Figure], cache: Cache) -> None:
    """Have it kept what was left for later."""
    for _ in parallel.run(partial(_judge, cache=cache), figures, ""):
        pass


def _is_judged(figure: Figure, cache: Cache, *, in_haste: bool) -> bool:
    """Whether it is kept what :func:`ahead` finds out: of what no body can do readers miss nothing."""
    if not cache.has(possible.KIND, [possible.key(figure)]):
        return False
    return in_haste or are_kept(figure, cache) or bool(possible.problems(figure, cache))


def _judge(figure: Figure, cache: Cache, *, in_haste: bool = False) -> None:
    if not possible.problems(figure, cache):
        asks.of_figure(figure, cache)
        if not in_haste:
            all_warnings(figure, cache)
