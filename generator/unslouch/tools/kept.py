"""What took time to make, kept between builds under keys made from all it depends on.

Drawings, checked poses, cards and previews are kept alike: :func:`kept` gives what is there and makes what is
not. The folder may be deleted, damaged, full, read-only or another build's as well: then things are made again.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from unslouch.tools import parallel

_Job = TypeVar("_Job")
_Made = TypeVar("_Made")

KEPT_DAYS = 30
"""What no build has asked for so long is forgotten."""
_HALF_SECONDS = 600
"""What is half written so long was left by who was killed: writing takes no second."""
_MARK = "CACHEDIR.TAG"
_MARKED = """Signature: 8a477f597d28d172789f06886806bc55
# Unslouch keeps here what took time to make. The folder may be deleted at any time.
"""
_SEAL = b"unslouch 1 "
"""What an entry begins with: whose it is, and the version of its form; then the checksum of the rest."""
_OURS = re.compile(r"[0-9a-f]{32}(\.[0-9a-f]{8}\.part)?")
"""The names of entries, whole and in the making."""


class Cache:
    """A folder of entries that is never relied on. Without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.refused = ""
        """Why nothing can be kept, in plain words; nothing while all goes well."""
        self._tried = False

    def get(self, kind: str, key: str) -> bytes | None:
        """What is kept under ``key``, which counts as used now; nothing where it is damaged."""
        if self._folder is None:
            return None
        path = self._folder / kind / key
        try:
            data = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)
        return _opened(data)

    def has(self, kind: str, keys: Iterable[str]) -> bool:
        """Whether there is an entry under every key. It may still be damaged."""
        return self._folder is not None and all(os.path.isfile(self._folder / kind / key) for key in keys)

    def put(self, kind: str, key: str, data: bytes) -> None:
        """Keep ``data``, whole or not at all: another build may be reading, and the disk may be full."""
        if self._folder is None:
            return
        path = self._folder / kind / key
        partial = path.with_name(f"{key}.{secrets.token_hex(4)}.part")
        try:
            self._mark()
            path.parent.mkdir(exist_ok=True)
            partial.write_bytes(_sealed(data))
            partial.replace(path)
        except OSError as error:
            why = error.strerror or error
            self.refused = f"nothing can be kept in {self._folder} ({why}): all is made anew each time"
            with suppress(OSError):
                partial.unlink()

    @property
    def lasts(self) -> bool:
        """Whether what is put in is there afterwards: who asks first tries it."""
        if self._folder is not None and not self._tried:
            self._tried = True
            self.put("tried", name := secrets.token_hex(16), b"")
            with suppress(OSError):
                (self._folder / "tried" / name).unlink()
        return self._folder is not None and not self.refused

    def forget_unused(self) -> None:
        """Delete what has not been asked for in :data:`KEPT_DAYS`: entries of ours, in a folder that we made."""
        if self._folder is None or not os.path.isfile(self._folder / _MARK):
            return
        now = time.time()
        for path in self._folder.glob("*/*"):
            lasts = _HALF_SECONDS if path.suffix else KEPT_DAYS * 86_400
            with suppress(OSError):  # another build may be faster
                if _OURS.fullmatch(path.name) and path.is_file() and path.stat().st_mtime < now - lasts:
                    path.unlink()

    def _mark(self) -> None:
        """Say whose the folder is, unless somebody's files are in it."""
        assert self._folder is not None
        self._folder.mkdir(parents=True, exist_ok=True)
        if not any(self._folder.iterdir()):
            (self._folder / _MARK).write_text(_MARKED, encoding="utf-8")


def _sealed(data: bytes) -> bytes:
    return _SEAL + hashlib.sha256(data).hexdigest().encode() + b"\n" + data


def _opened(entry: bytes) -> bytes | None:
    data = entry.partition(b"\n")[2]
    return data if entry == _sealed(data) else None


def key(*content: object) -> str:
    """Alike for work that comes out alike. ``content`` is all it depends on: what JSON can hold, and dataclasses of it."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=asdict).encode()).hexdigest()[:32]


@cache
def sources(*rooms: str) -> str:
    """A hash of parts of this package, each a folder with all below it or a file: what changes there changes it."""
    package = Path(__file__).parents[1]
    files = [file for room in rooms for file in (package / room, *sorted((package / room).rglob("*"))) if _counts(file)]
    return key(
        [(file.relative_to(package).as_posix(), hashlib.sha256(file.read_bytes()).hexdigest()) for file in files]
    )


def _counts(file: Path) -> bool:
    """Whether it is a source: scripts run in a browser, and what is kept was made before.

    What is not there counts as well, and cannot be read: no room is renamed unnoticed.
    """
    return not file.is_dir() and file.suffix not in (".pyc", ".js")


@cache
def versions(*packages: str) -> str:
    """Which versions of other packages are installed; ``PackageNotFoundError`` where one is not."""
    return " ".join(f"{name} {metadata.version(name)}" for name in packages)


def kept(
    cache: Cache,
    kind: str,
    jobs: Mapping[str, _Job],
    make: Callable[[_Job], _Made],
    form: TypeAdapter[_Made],
    label: str = "",
    *,
    worth: int = parallel.WORTH_A_POOL,
) -> dict[str, _Made]:
    """What ``make`` gives for every job, by the job's key; only what ``cache`` has not is made, on all cores.

    ``worth`` is how many jobs are worth a pool of processes. ``form`` says what an entry must be, and writes it; each is kept
    as soon as it is made, for who stops a build.
    """
    found = {key: made for key in jobs if (made := _read(cache.get(kind, key), form)) is not None}
    new = [key for key in jobs if key not in found]
    for key, made in zip(new, parallel.run(make, [jobs[key] for key in new], label, worth=worth), strict=True):
        data = form.dump_json(made)
        cache.put(kind, key, data)
        found[key] = form.validate_json(data)  # so that it is the same thing today as tomorrow
    return found


def _read(data: bytes | None, form: TypeAdapter[_Made]) -> _Made | None:
    if data is None:
        return None
    with suppress(ValueError):
        return form.validate_json(data)
    return None
