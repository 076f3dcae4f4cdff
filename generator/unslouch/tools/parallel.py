"""Slow, independent jobs on all cores, with a progress bar where somebody watches."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import InvalidStateError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

import click

from unslouch.tools import scratch, stopping

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")

WORTH_A_POOL = 6
"""Fewer jobs than this are done before a pool of processes has started."""
_AT_ONCE = (None, None, 1)
"""How many processes there are in each try, as many as cores where it is not said; the last needs the least memory."""


class Ended(click.ClickException):
    """Processes of ours were ended from outside, and so were those that took their place."""


def run(
    function: Callable[[_Job], _Result], jobs: Sequence[_Job], label: str, *, worth: int = WORTH_A_POOL
) -> Iterator[_Result]:
    """``function`` of every job, in the order of the jobs, each as soon as it is done: who stops early keeps what there is.

    ``function`` is a module's own, so that another process can find it. The bar
    goes to standard error, and only to a terminal; without a ``label`` there is none. ``worth`` is how many jobs are worth
    a pool of processes. Raises :class:`Ended`.
    """
    few = len(jobs) < worth or (os.cpu_count() or 1) == 1
    yield from _counted(map(function, jobs) if few else _in_processes(function, jobs, label), len(jobs), label)


def _in_processes(function: Callable[[_Job], _Result], jobs: Sequence[_Job], label: str) -> Iterator[_Result]:
    """What is left to do when a process was ended is done by others."""
    done = 0
    for at_once in _AT_ONCE:
        try:
            with _pool(at_once) as pool:
                with stopping.unheard_by_children():
                    results = pool.map(function, jobs[done:], chunksize=1)
                for result in results:
                    done += 1
                    yield result
                return
        except BrokenProcessPool:
            continue
    raise Ended(
        f"{label or 'Working'}: a process was ended from outside, again and again, as a system does that runs out of "
        f"memory. {done} of {len(jobs)} are done and kept; close other programs, and start again"
    )


@contextmanager
def _pool(at_once: int | None) -> Iterator[ProcessPoolExecutor]:
    """Processes that end when this does, however it ends, and with this process."""
    others = set(multiprocessing.active_children())
    # Forking a process that has threads, as `mkdocs serve` has, may hang: start anew.
    pool = ProcessPoolExecutor(at_once, multiprocessing.get_context("spawn"), initializer=begin)
    try:
        yield pool
    except BaseException:
        with _quiet_about_cancelled():
            for process in set(multiprocessing.active_children()) - others:
                process.kill()
            pool.shutdown(cancel_futures=True)
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        scratch.sweep()


@contextmanager
def _quiet_about_cancelled() -> Iterator[None]:
    """Python 3.11's own thread trips, in a traceback, over jobs that were given up when it tells them that their process is gone."""
    before = threading.excepthook
    threading.excepthook = lambda told: None if told.exc_type is InvalidStateError else before(told)
    try:
        yield
    finally:
        threading.excepthook = before


def begin() -> None:
    """What a process of ours does first: leave it to the one that started it when to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
    os._exit(1)


def _counted(results: Iterable[_Result], total: int, label: str) -> Iterator[_Result]:
    hidden = not label or not sys.stderr.isatty() or total < WORTH_A_POOL
    with click.progressbar(results, length=total, label=label, file=sys.stderr, hidden=hidden) as bar:
        yield from bar
