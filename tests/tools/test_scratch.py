"""What is not to last goes with the process that made it, or soon after."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import ROOT

CODE = """
import tempfile, time, sys
from unslouch.tools import scratch
with scratch.for_temporary_files():
    print(tempfile.mkdtemp(), flush=True)
sys.stdin.read()
"""


def started(place: Path) -> tuple[subprocess.Popen[str], Path]:
    """A process, and a temporary folder of its."""
    piped = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    environment = {**os.environ, "TMPDIR": str(place)}
    process = subprocess.Popen([sys.executable, "-c", CODE], cwd=ROOT, env=environment, text=True, **piped)
    return process, Path(process.stdout.readline().strip())


@pytest.mark.long
def test_a_folder_goes_with_its_process_and_one_of_a_killed_process_with_the_next(tmp_path):
    (tmp_path / "unslouch-mine").mkdir()
    (tmp_path / "unslouch-mine/thesis").write_text("x")
    lives, one = started(tmp_path)
    killed, two = started(tmp_path)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert one.is_dir()
    assert two.is_dir()
    last, three = started(tmp_path)
    assert one.is_dir(), "who lives keeps its own"
    assert three.is_dir()
    assert not two.parent.exists()
    for process in (lives, last):
        process.communicate()
    assert [path.name for path in tmp_path.iterdir()] == ["unslouch-mine"], "nothing of others is deleted"
