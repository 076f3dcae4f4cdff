"""Slow, independent jobs on all cores, with a progress bar where somebody watches."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

import click

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")

WORTH_A_POOL = 6
"""Fewer jobs than this are done before a pool of processes has started."""


def run(function: Callable[[_Job], _Result], jobs: Sequence[_Job], label: str) -> list[_Result]:
    """``function`` of every job, in the order of the jobs.

    ``function`` is a module's own, so that another process can find it. The bar
    goes to standard error, and only to a terminal.
    """
    if len(jobs) < WORTH_A_POOL or (os.cpu_count() or 1) == 1:
        return _counted(map(function, jobs), len(jobs), label)
    # Forking a process that has threads, as `mkdocs serve` has, may hang: start anew.
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        return _counted(pool.map(function, jobs, chunksize=1), len(jobs), label)


def _counted(results: map[_Result] | object, total: int, label: str) -> list[_Result]:
    hidden = not sys.stderr.isatty() or total < WORTH_A_POOL
    with click.progressbar(results, length=total, label=label, file=sys.stderr, hidden=hidden) as bar:
        return list(bar)
