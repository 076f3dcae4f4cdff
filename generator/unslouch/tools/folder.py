"""A folder that a command fills anew each time, and where it deletes nothing that it did not write itself."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

_RECORD = ".unslouch-export"
"""Lists what was written, so that the next time it is known what may be deleted."""


class NotOurs(Exception):
    """The folder to write to holds something that was not put there by us."""


def fill(target: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files`` (path → bytes) to ``target``, in the place of what was written there before.

    Raises :class:`NotOurs` where ``target`` holds files of somebody else.
    """
    _clear(target)
    for path, data in files.items():
        destination = target / path
        destination.parent.mkdir(parents=True, exist_ok=True)
        destination.write_bytes(data)
    (target / _RECORD).write_text("\n".join(sorted(files)) + "\n", encoding="utf-8")


def _clear(target: Path) -> None:
    """Take away what was written to ``target`` before, and nothing else."""
    record = target / _RECORD
    if record.is_file():
        root = target.resolve()
        for path in record.read_text(encoding="utf-8").splitlines():
            file = (target / path).resolve()
            if file.is_relative_to(root):
                file.unlink(missing_ok=True)
        record.unlink()
        for folder in sorted((f for f in target.rglob("*") if f.is_dir()), reverse=True):
            if not any(folder.iterdir()):
                shutil.rmtree(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise NotOurs(f"{target} is not empty, and what is there was not written by this command")
    target.mkdir(parents=True, exist_ok=True)
