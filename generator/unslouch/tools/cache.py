"""What took time to make, kept between builds in a folder, under keys made from all it depends on."""

from __future__ import annotations

import os
import time
from pathlib import Path

KEPT_DAYS = 30
"""What no build has asked for so long is forgotten."""


class Cache:
    """A folder of files that may be deleted at any time. Without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """What is kept under ``key``, which counts as used now."""
        if self._folder is None:
            return None
        path = self._folder / key
        try:
            data = path.read_bytes()
            os.utime(path)
        except OSError:
            return None
        return data

    def put(self, key: str, data: bytes) -> None:
        """Keep ``data``: whole or not at all, since another build may be reading."""
        if self._folder is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        partial = self._folder / f"{key}.{os.getpid()}"
        partial.write_bytes(data)
        partial.replace(self._folder / key)

    def below(self, name: str) -> Cache:
        """A cache of its own for one kind of thing."""
        return Cache(self._folder / name if self._folder else None)

    def forget_unused(self) -> None:
        """Delete what has not been asked for in :data:`KEPT_DAYS`."""
        oldest = time.time() - KEPT_DAYS * 86_400
        for path in self._folder.glob("*") if self._folder else ():
            if path.is_file() and path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)
