"""The Nu HTML checker over built pages. It needs Java, which the machine brings or ``make test`` installs."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.helpers import ROOT

JAR = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
KNOWN = "Attribute “autocomplete” is only allowed when the input type is"
"""Boxes of the theme and the sheet have it: without, Firefox opens a page with the menu or a tick as it was left."""


def faults(files: Iterable[Path]) -> list[str]:
    """What it calls an error, but for what is known and meant."""
    told = subprocess.run(
        ["java", "-Xss8m", "-jar", str(JAR), "--errors-only", "--format", "gnu", *map(str, files)],
        capture_output=True,
        text=True,
    )
    return [line for line in told.stderr.splitlines() if line.strip() and KNOWN not in line]
