"""A folder that is filled anew each time: the new is made beside the old, and takes its place when it is whole.

All happens below the folder itself, in ``.unslouch``: whoever may write to the folder may write there, it is on the same
disk wherever that is, and the folder stays the one that a server or a container looks at. What was written is
recorded, so that the next time only that is taken away: files of others stay.

    .unslouch/lock      held for moments, by who begins, ends or puts something in its place
    .unslouch/written   the record: a path a line
    .unslouch/new-…/    one that is being made: ``files/``, ``alive`` (held until it ends), ``old/`` (what it replaces),
                        and ``written``, which is there when it is whole
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from unslouch.tools import stopping, whole

FOLDER = ".unslouch"
"""Where all of this is, below the folder."""
_PATIENCE = 60
"""Seconds to wait for somebody else who puts files in their place, which takes one at most."""
_FILES, _OLD, _ALIVE, _WRITTEN, _LOCK, _NEW = "files", "old", "alive", "written", "lock", "new-"


class InTheWay(Exception):
    """Something of others stands where the new has a file."""


class Staging:
    """The new of a folder, from its beginning until it took its place or was dropped.

    A process that is killed meanwhile leaves it behind; whoever begins next puts it in its place where it was whole, and
    deletes it where it was not.
    """

    def __init__(self, target: Path) -> None:
        """Begin. ``OSError`` where ``target`` cannot be written to."""
        self.target = target
        self._made = _make(target)
        self._goes_on = True
        with _alone(target):
            _settle(target)
            self._room = Path(tempfile.mkdtemp(prefix=_NEW, dir=target / FOLDER))
            self._alive = _alive(self._room)
            self._alive.acquire()
        self.files = self._room / _FILES
        """Where to write what is new."""
        self.files.mkdir()

    def begin_with_the_old(self) -> None:
        """Take over what was written the last time, to change only some of it."""
        for path in _recorded(self.target / FOLDER / _WRITTEN):
            with suppress(FileNotFoundError):
                copy = self.files / path
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(self.target / path, copy)

    def others(self) -> list[str]:
        """The files of others in the folder, which stay: neither written the last time nor in the place of a new one."""
        ours = {*_recorded(self.target / FOLDER / _WRITTEN), *_below(self.files)}
        return sorted(path for path in _below(self.target) if path not in ours)

    def finish(self) -> None:
        """Put the new in the place of the old. :class:`InTheWay` leaves that as it is.

        After an ``OSError`` the next who begins goes on from there.
        """
        whole.write(self._room / _WRITTEN, "".join(f"{path}\n" for path in sorted(_below(self.files))))
        with _alone(self.target), stopping.not_now():
            self._goes_on = False
            try:
                _put_in_place(self.target, self._room)
            except OSError:
                self._alive.release()
                raise
            except InTheWay:
                self._leave()
                raise
            self._leave()

    def drop(self) -> None:
        """Leave the old as it is, unless this has ended."""
        if not self._goes_on:
            return
        self._goes_on = False
        with _alone(self.target):
            self._leave()
        if not any(path.name != _LOCK for path in (self.target / FOLDER).iterdir()):
            shutil.rmtree(self.target / FOLDER, ignore_errors=True)
            for folder in self._made:
                with suppress(OSError):
                    folder.rmdir()

    def _leave(self) -> None:
        self._alive.release()  # Windows deletes no open file
        shutil.rmtree(self._room, ignore_errors=True)


def _make(folder: Path) -> list[Path]:
    """Make a folder; gives what was not there before, from below."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    return missing


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Only one at a time: the system lets go of the lock of who is killed."""
    with FileLock(target / FOLDER / _LOCK, timeout=_PATIENCE):
        yield


def _alive(room: Path) -> FileLock:
    return FileLock(room / _ALIVE, timeout=0)


def _settle(target: Path) -> None:
    """End what others began who live no more."""
    for room in sorted((target / FOLDER).glob(f"{_NEW}*")):
        try:
            with _alive(room):
                if (room / _WRITTEN).is_file():
                    with suppress(InTheWay):
                        _put_in_place(target, room)
        except Timeout:
            continue
        shutil.rmtree(room, ignore_errors=True)


def _put_in_place(target: Path, room: Path) -> None:
    """Each thing at the top as a whole, where nothing of others is in it. Who was stopped half way through can do it again."""
    record = target / FOLDER / _WRITTEN
    old, new = set(_recorded(record)), set(_recorded(room / _WRITTEN))
    of_others = set(_below(target)).difference(old, new)
    shared = {Path()} | {folder for path in of_others for folder in Path(path).parents}
    for path in sorted(new.intersection(map(Path.as_posix, shared))):
        raise InTheWay(f"{target / path} is a folder with files of others, and a file goes there")
    _put(room / _FILES, target, room / _OLD, {target / folder for folder in shared})
    for path in sorted(old - new, reverse=True):
        _take_away(target, path)
    os.replace(room / _WRITTEN, record)


def _put(new: Path, place: Path, aside: Path, shared: set[Path]) -> None:
    if place in shared or (_is_folder(new) and _is_folder(place) and not _moved(place, aside)):
        place.mkdir(exist_ok=True)
        for one in sorted(new.iterdir()):
            _put(one, place / one.name, aside / one.name, shared)
        return
    if _is_folder(new) is not _is_folder(place) and os.path.lexists(place):
        _moved(place, aside)
    os.replace(new, place)


def _moved(place: Path, aside: Path) -> bool:
    """Whether the old could be put aside as a whole: not where a disk begins, nor where Windows has it in use."""
    try:
        aside.parent.mkdir(parents=True, exist_ok=True)
        os.replace(place, aside)
    except OSError:
        return False
    return True


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _take_away(target: Path, path: str) -> None:
    """Delete a file that was written the last time, and the folders that are empty without it."""
    file = target / path
    with suppress(OSError):
        file.unlink()
        for folder in file.parents:
            if folder == target:
                break
            folder.rmdir()


def _recorded(record: Path) -> list[str]:
    """The paths of a record; none that leads elsewhere, whoever wrote it there, and none through a link."""
    root = record.parent
    while root.name != FOLDER:
        root = root.parent
    target = root.parent.resolve()
    try:
        lines = record.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return []
    folders = {os.path.dirname(line) for line in lines}
    inside = {folder for folder in folders if (target / folder).resolve().is_relative_to(target)}
    return [line for line in lines if line and os.path.dirname(line) in inside]


def _below(folder: Path) -> Iterator[str]:
    """The paths of all files below a folder, but what is in :data:`FOLDER`."""
    for at, folders, files in os.walk(folder):
        here = Path(at).relative_to(folder).as_posix()
        links = [name for name in folders if os.path.islink(os.path.join(at, name))]
        if here == ".":
            folders[:] = [name for name in folders if name != FOLDER]
        yield from (name if here == "." else f"{here}/{name}" for name in (*files, *links))
