"""Slow jobs: their order, and what somebody who waits sees."""

from __future__ import annotations

import os
import pty
import subprocess
import sys

import pytest

from tests.helpers import ROOT
from unslouch.tools import parallel


@pytest.mark.whole
def test_results_come_in_the_order_of_the_jobs():
    for count in (0, 1, parallel.WORTH_A_POOL, 3 * parallel.WORTH_A_POOL):
        jobs = list(range(-count, 0))
        assert list(parallel.run(abs, jobs, "Counting")) == list(range(count, 0, -1))


def _seen(count: int) -> str:
    """What a terminal shows while ``count`` jobs are done."""
    code = f"from unslouch.tools import parallel\nif __name__ == '__main__': list(parallel.run(abs, range({count}), 'Setting cards'))"
    ours, theirs = pty.openpty()
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, stderr=theirs, check=True, timeout=60)
    os.write(theirs, b"$")
    seen = b""
    while not seen.endswith(b"$"):
        seen += os.read(ours, 4096)
    return seen.decode()


@pytest.mark.build
def test_a_terminal_shows_a_progress_bar_for_many_jobs_only():
    many = _seen(parallel.WORTH_A_POOL)
    assert "Setting cards" in many
    assert "100%" in many
    assert _seen(parallel.WORTH_A_POOL - 1) == "$"


@pytest.mark.whole
def test_a_log_shows_no_progress_bar(capfd):
    list(parallel.run(abs, range(parallel.WORTH_A_POOL), "Setting cards"))
    assert capfd.readouterr().err == ""
