"""What ``mkdocs serve`` takes from a saved word to the page that has it, in a process of its own."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

PATIENCE = 300
"""Seconds to wait for a page at most."""


class Edit(NamedTuple):
    """Seconds of one edit: of the processor, and until the word is in the page."""

    seconds: float
    seen: float


def first_look(project: Path) -> float:
    """Seconds until the page of an exercise is there."""
    start = time.monotonic()
    with _served(project) as (_, address):
        _until(f"{address}exercises/{_exercise(project, 'yml').stem}/", "</html>")
        return time.monotonic() - start


def _exercise(project: Path, suffix: str) -> Path:
    """The first of a project."""
    return next(path for path in sorted((project / "content/exercises").glob(f"*.{suffix}")) if path.stem != "index")


def edit(project: Path, suffix: str, times: int) -> Edit:
    """The median of several edits of the first exercise of a project."""
    page = _exercise(project, suffix)
    was, taken = page.read_text("utf-8"), []
    try:
        with _served(project) as (process, address):
            url = f"{address}exercises/{page.stem}/"
            _until(url, "</html>")
            for number in range(times):
                before, saved = _used(process), time.monotonic()
                page.write_text(was.replace(". ", f". Word{number} ", 1), "utf-8")
                _until(url, f"Word{number} ")
                seen = time.monotonic() - saved
                time.sleep(1)  # what goes on after the page is there counts too
                taken.append((_used(process) - before, seen))
    finally:
        page.write_text(was, "utf-8")
    return Edit(*(median(one) for one in zip(*taken, strict=True)))


@contextlib.contextmanager
def _served(project: Path) -> Iterator[tuple[int, str]]:
    """The id of a process that serves a project, and the address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    site = re.search(r"^site_url:.*?//[^/\s]*(/[^\s\"\]]*)", (project / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", place]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(command, cwd=project, env=environment, stderr=subprocess.DEVNULL)
    try:
        yield process.pid, f"http://{place}{site[1] if site else '/'}"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def _until(url: str, words: str) -> None:
    """Ask for a page until it has some words, as a browser is told to when the site is built."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=PATIENCE) as page:
            if words in page.read().decode():
                return
        time.sleep(0.02)
    sys.exit(f"{url} did not show {words!r}")


def _used(process: int) -> float:
    """Seconds of the processor that a process has used; of its own files, where the system tells them."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
