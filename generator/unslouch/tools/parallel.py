"""Slow, independent jobs on all cores, with a progress bar where somebody watches."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

import click

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")

WORTH_A_POOL = 6
"""Fewer jobs than this are done before a pool of processes has started."""


def run(function: Callable[[_Job], _Result], jobs: Sequence[_Job], label: str) -> Iterator[_Result]:
    """``function`` of every job, in the order of the jobs, each as soon as it is done: who stops early keeps what there is.

    ``function`` is a module's own, so that another process can find it. The bar
    goes to standard error, and only to a terminal.
    """
    if len(jobs) < WORTH_A_POOL or (os.cpu_count() or 1) == 1:
        yield from _counted(map(function, jobs), len(jobs), label)
        return
    # Forking a process that has threads, as `mkdocs serve` has, may hang: start anew.
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        try:
            yield from _counted(pool.map(function, jobs, chunksize=1), len(jobs), label)
        finally:
            pool.shutdown(cancel_futures=True)


def _counted(results: Iterable[_Result], total: int, label: str) -> Iterator[_Result]:
    hidden = not sys.stderr.isatty() or total < WORTH_A_POOL
    with click.progressbar(results, length=total, label=label, file=sys.stderr, hidden=hidden) as bar:
        yield from bar
