"""Being stopped from outside: what was begun is tidied up, and what must not be cut in two is not."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_STOPPED = 128 + signal.SIGTERM
"""The exit status of who is stopped by SIGTERM, as shells tell it."""


@contextmanager
def tidily() -> Iterator[None]:
    """SIGTERM ends what goes on as Ctrl+C does, so that whoever has something to tidy up can; by itself it ends all at once."""
    if not _decides_here() or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


@contextmanager
def not_now() -> Iterator[None]:
    """Ctrl+C and SIGTERM wait until this is over."""
    if not _decides_here():
        yield
        return
    waiting: list[int] = []
    before = {each: signal.signal(each, lambda number, _: waiting.append(number)) for each in _SIGNALS}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler if handler is not None else signal.SIG_DFL)
        for number in waiting:
            signal.raise_signal(number)


@contextmanager
def unheard_by_children() -> Iterator[None]:
    """Processes that are started meanwhile do not hear Ctrl+C, not even before their first line; this one misses it for a moment."""
    if not _decides_here():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before if before is not None else signal.SIG_DFL)


_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def _decides_here() -> bool:
    """Whether this is the thread that signals reach."""
    return threading.current_thread() is threading.main_thread()


def _stop(number: int, frame: FrameType | None) -> None:
    raise SystemExit(_STOPPED)
