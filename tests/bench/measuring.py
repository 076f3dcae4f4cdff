"""Processes and what they took; a row of the table."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench import sites

ZENSICAL = sites.ROOT / "build/zensical/bin/zensical"
"""Where ``make zensical`` puts it."""


class Row(NamedTuple):
    """A line of the table; ``ratio`` is to plain MkDocs."""

    what: str
    value: float
    unit: str
    ratio: float | None = None


class Took(NamedTuple):
    """What a process took: seconds of the processor, and megabytes at its largest."""

    seconds: float
    peak: float


@dataclass(frozen=True)
class Bench:
    """Where it is measured, and how thoroughly."""

    folder: Path
    quick: bool = False

    @property
    def counts(self) -> tuple[int, ...]:
        """How many exercises the measured sites have."""
        return (12, 60) if self.quick else (12, 873, 5000)

    @property
    def times(self) -> int:
        """How often what is short is measured; the median counts."""
        return 1 if self.quick else 3

    def guide(self, *, drawn: bool) -> Path:
        """The guide itself; ``drawn`` with what is kept of its own builds, else with nothing."""
        folder = self.folder / f"guide-{drawn}"
        for name in ("content", "overrides"):
            shutil.copytree(sites.ROOT / name, folder / name)
        shutil.copy(sites.ROOT / "mkdocs.yml", folder)
        if drawn and (sites.ROOT / ".cache").is_dir():
            (folder / ".cache").symlink_to(sites.ROOT / ".cache")
        return folder

    def project(self, kind: str, count: int) -> Path:
        """A project of a kind, ``ours`` or ``plain``; it is made once."""
        folder = self.folder / f"{kind}-{count}"
        if not folder.exists():
            (sites.ours if kind == "ours" else sites.plain)(folder, count)
        return folder


def run(command: Sequence[str | Path], folder: Path) -> Took:
    """Run a command in a folder, whole."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(list(map(str, command)), cwd=folder, env=environment, stdout=told, stderr=told)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            told.seek(0)
            sys.exit(told.read().decode(errors="replace"))
    return Took(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def mkdocs(folder: Path, *, cold: bool = True) -> Took:
    """One ``mkdocs build``; ``cold`` keeps nothing of an earlier one."""
    if cold:
        shutil.rmtree(folder / ".cache", ignore_errors=True)
    return run([sys.executable, "-m", "mkdocs", "build", "-q"], folder)


def zensical(folder: Path) -> Took | None:
    """One build of the same project by Zensical, where it is installed, and where it takes as much as there is."""
    if not ZENSICAL.is_file():
        return None
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    try:
        return run([ZENSICAL, "build", "--clean"], folder)
    except SystemExit as refused:
        print(f"Zensical does not build this: {str(refused).splitlines()[-1]}", file=sys.stderr)
        return None


def middle(taken: Sequence[Took]) -> Took:
    """The median of several."""
    return Took(median(one.seconds for one in taken), median(one.peak for one in taken))
