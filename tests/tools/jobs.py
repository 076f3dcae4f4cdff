"""What other processes do in tests, and how to look at them. It loads nothing, for each process loads it anew."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path


def noted_and_slow(folder: str) -> None:
    """A job that says which process does it, and takes long."""
    (Path(folder) / str(os.getpid())).touch()
    time.sleep(30)


def ended_once(folder: str) -> int:
    """A job whose process is ended from outside, the first time."""
    try:
        (Path(folder) / "ended").touch(exist_ok=False)
    except FileExistsError:
        return 1
    os.kill(os.getpid(), signal.SIGKILL)


def ended(folder: str) -> None:
    """A job that no process outlives."""
    os.kill(os.getpid(), signal.SIGKILL)


def lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def eventually(true, seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    return true()
