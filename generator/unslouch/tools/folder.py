"""A folder that a command fills anew each time, and where it deletes nothing that it did not write itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from unslouch.tools.staging import Staging


class NotOurs(Exception):
    """The folder to write to holds something that was not put there by us."""


def fill(target: Path, files: Mapping[str, bytes], beside: Collection[str] = ()) -> None:
    """Write ``files`` (path → bytes) to ``target``, in the place of what was written there before, which stays until all are.

    Raises :class:`NotOurs` where ``target`` holds files of somebody else, but those in folders that may stand ``beside``.
    """
    wrong = f"{target} is not empty, and what is there was not written by this command"
    if target.exists() and not target.is_dir():
        raise NotOurs(wrong)
    staging = Staging(target)
    try:
        if any(path.partition("/")[0] not in beside for path in staging.others()):
            raise NotOurs(wrong)
        for path, data in files.items():
            destination = staging.files / path
            destination.parent.mkdir(parents=True, exist_ok=True)
            destination.write_bytes(data)
        staging.finish()
    finally:
        staging.drop()
