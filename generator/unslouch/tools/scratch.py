"""A process's own folder for what is not to last: it goes when the process ends, and where that is killed, soon after."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from filelock import FileLock, Timeout

_PREFIX, _ALIVE = "unslouch-", "alive"


@cache
def folder() -> Path:
    """The folder; what others of ours left is deleted first."""
    sweep()
    made = Path(tempfile.mkdtemp(prefix=_PREFIX))
    alive = FileLock(made / _ALIVE)  # which makes the folder again, where another sweeps it away before
    alive.acquire()

    def leave() -> None:
        alive.release()
        shutil.rmtree(made, ignore_errors=True)

    atexit.register(leave)
    return made


@contextmanager
def for_temporary_files() -> Iterator[None]:
    """What makes a temporary file or folder meanwhile makes it there."""
    before, tempfile.tempdir = tempfile.tempdir, str(folder())
    try:
        yield
    finally:
        tempfile.tempdir = before


def sweep() -> None:
    """Delete the folders of processes that were killed."""
    for alive in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{_ALIVE}"):
        with suppress(OSError, Timeout):  # it lives, is another user's, or another is faster
            if hasattr(os, "getuid") and alive.stat().st_uid != os.getuid():
                continue
            with FileLock(alive, timeout=0):
                shutil.rmtree(alive.parent, ignore_errors=True)
            shutil.rmtree(alive.parent, ignore_errors=True)  # with the lock, where an open file cannot be deleted
