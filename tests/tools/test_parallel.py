"""Slow jobs: their order, and what somebody who waits sees."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.helpers import ROOT, interruptible
from tests.tools import jobs
from unslouch.tools import parallel


@pytest.mark.whole
def test_results_come_in_the_order_of_the_jobs():
    for count in (0, 1, parallel.WORTH_A_POOL, 3 * parallel.WORTH_A_POOL):
        jobs = list(range(-count, 0))
        assert list(parallel.run(abs, jobs, "Counting")) == list(range(count, 0, -1))


def _seen(count: int, label: str = "Setting cards") -> str:
    """What a terminal shows while ``count`` jobs are done."""
    code = f"from unslouch.tools import parallel\nif __name__ == '__main__': list(parallel.run(abs, range({count}), {label!r}))"
    import pty  # Windows has none

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
    assert _seen(parallel.WORTH_A_POOL, "") == "$"


@pytest.mark.whole
def test_a_log_shows_no_progress_bar(capfd):
    list(parallel.run(abs, range(parallel.WORTH_A_POOL), "Setting cards"))
    assert capfd.readouterr().err == ""


# being stopped

MANY = 2 * parallel.WORTH_A_POOL
CODE = """
import sys
from tests.tools import jobs
from unslouch.tools import parallel, stopping
if __name__ == "__main__":
    with stopping.tidily():
        list(parallel.run(jobs.noted_and_slow, [sys.argv[1]] * 12, "Sleeping"))
"""


@contextmanager
def at_work(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process in a session of its own whose workers have begun: each has noted its number in the folder."""
    run = [sys.executable, "-c", CODE, folder]
    own = {"start_new_session": True, "preexec_fn": interruptible}
    with subprocess.Popen(run, cwd=ROOT, stderr=subprocess.PIPE, text=True, **own) as process:
        assert jobs.eventually(lambda: list(folder.iterdir()))
        yield process


@pytest.mark.build
@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_who_is_stopped_stops_its_workers_at_once(tmp_path, how):
    how = getattr(signal, how)
    with at_work(tmp_path) as process:
        workers = [int(path.name) for path in tmp_path.iterdir()]
        began = time.monotonic()
        process.send_signal(how)
        told = process.communicate()[1]
    assert process.returncode == {signal.SIGTERM: 143}.get(how, -how)
    assert jobs.eventually(lambda: not any(map(jobs.lives, workers)))
    assert time.monotonic() - began < 10
    assert "Process" not in told, "the workers say nothing"


@pytest.mark.build
def test_ctrl_c_on_a_terminal_reaches_all_and_only_the_first_says_so(tmp_path):
    with at_work(tmp_path) as process:
        os.killpg(process.pid, signal.SIGINT)
        told = process.communicate()[1]
    assert told.count("Traceback") == 1
    assert jobs.eventually(lambda: not any(jobs.lives(int(path.name)) for path in tmp_path.iterdir()))


@pytest.mark.build
def test_what_a_worker_left_undone_is_done_by_others(tmp_path):
    assert list(parallel.run(jobs.ended_once, [str(tmp_path)] * MANY, "Ending")) == [1] * MANY


@pytest.mark.build
def test_workers_that_are_ended_again_and_again_are_told_of_in_words(tmp_path):
    with pytest.raises(parallel.Ended, match="Ending: a process was ended from outside"):
        list(parallel.run(jobs.ended, [str(tmp_path)] * MANY, "Ending"))
