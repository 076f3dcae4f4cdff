"""A content folder as it is taken: which of its files count, which are an author's entries, and what is passed over.

There is one choice for the plugin, the commands and the export; who makes a :class:`Content` brings it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from unslouch.content.ids import Ids
from unslouch.content.library import EXERCISES, ROUTINES

DRAFT = "_"
"""What the name of a file begins with that is not to be read yet, or of a folder of such."""
MOST_OUTSIDE = 5000
"""So many files are looked at where links lead out of the project: none of them counts, and each is told of."""
WhyNot = Callable[[str], str]
"""What leaves the file at a path below content/ out, in an author's words; nothing where it is taken."""

_YAML = r"\.ya?ml(?!.*\.(?:md|png|jpe?g|webp|avif|gif|svg)$)"
_ENTRY = re.compile(_YAML, re.IGNORECASE)
"""YAML, and what editors, tools and systems make of its name when they keep a copy: `a.yml~`, `#a.yml#`, `a.yml.orig`."""
_ALONE = re.compile(rf"[.#_]*(?:safety|vocabulary){_YAML}", re.IGNORECASE)
_MARKER = "<!-- unslouch:"
_MISNAMED = re.compile(r"\.yaml$|\.ya?ml\.txt$", re.IGNORECASE)


@dataclass(frozen=True)
class File:
    """A file below a content folder."""

    path: str
    """Below content/, with forward slashes."""
    place: Path
    """Where it is on the disk, or would be."""
    data: bytes | None = None
    """What it holds, where a plugin of MkDocs made it and no disk has it."""

    @property
    def id(self) -> str:
        """What an entry in it goes by."""
        return PurePosixPath(self.path).stem

    def text(self) -> str:
        """What it says; nothing of what cannot be read."""
        try:
            data = self.place.read_bytes() if self.data is None else self.data
        except OSError:
            return ""
        return data.decode("utf-8", "replace")


@dataclass(frozen=True)
class Content:
    """A content folder, as far as it is taken."""

    root: Path
    files: Mapping[str, File]
    left_out: Mapping[str, str] = field(default_factory=dict)
    """Path → what leaves it out, in an author's words."""
    within: Path | None = None
    """Where links may lead: a folder that holds content/, such as the project; content/ alone when silent."""

    def entries(self, folder: str) -> list[File]:
        """The YAML files of a folder and of those below it, drafts aside; by id, in the order in which ids are taken."""
        found = [file for path, file in self.files.items() if _folder(path) == folder and is_entry(path)]
        return sorted(found, key=lambda file: (file.id, file.path))

    def misnamed(self, folder: str) -> list[File]:
        """Files that look like an entry and would be passed over; of no folder, those beside the folders."""
        return [
            file
            for path, file in sorted(self.files.items())
            if _MISNAMED.search(path) and _folder(path) == folder and not _is_draft(path)
            if folder or _ALONE.match(path)
        ]

    def ids(self, folder: str) -> Ids:
        """The ids of a folder's entries."""
        drafts = {path: "a draft: its name begins with `_`" for path in self.files if _is_draft(path)}
        aside = {path: f"left out by {why}" for path, why in self.entries_left_out().items()}
        passed_over = {
            PurePosixPath(path).stem.lstrip(DRAFT): f"{self.root.name}/{path} is {why}"
            for path, why in (drafts | aside).items()
            if _folder(path) == folder
        }
        return Ids([file.id for file in self.entries(folder)], passed_over)

    def entries_left_out(self) -> dict[str, str]:
        """The paths of entries that do not count → what leaves them out."""
        return {path: why for path, why in sorted(self.left_out.items()) if _folder(path) and is_entry(path)}

    def alone(self, name: str) -> File | None:
        """The file of this name beside the folders, in capital letters or small."""
        return next((file for path, file in sorted(self.files.items()) if path.lower() == name), None)

    def says_as_much_as(self, other: Content) -> bool:
        """Whether there is nothing to read in this one that was not in the other: another's page asks for nothing of ours."""
        ours, theirs = ({path: file for path, file in one.files.items() if kept_back(path)} for one in (self, other))
        changed = self.files.keys() ^ other.files.keys()
        return ours == theirs and all(self.asks_for_nothing(path) for path in changed)

    def asks_for_nothing(self, path: str) -> bool:
        """Whether a file is a page without a marker of ours, or is not there."""
        return path not in self.files or (path.endswith(".md") and _MARKER not in self.files[path].text())

    def has(self, path: str) -> bool:
        """Whether there is such a file, as the disk or a plugin has it."""
        made = path in self.files and self.files[path].data is not None
        return made or os.path.isfile(self.root / path)  # Path.is_file would raise at a name that is too long

    def is_inside(self, file: File) -> bool:
        """Whether a file stays where it may be when links are followed; Path.resolve would raise at a circle of them."""
        real = Path(os.path.realpath(file.place))
        return file.data is not None or any(
            real.is_relative_to(os.path.realpath(folder)) for folder in (self.root, self.within) if folder
        )


def on_disk(root: Path, why_not: WhyNot | None = None, within: Path | None = None) -> Content:
    """The content folder at ``root`` as the disk has it; hidden files count for nothing when ``why_not`` is silent."""
    files, left_out = {}, {}
    for path in _walk(root, within or root):
        place = root / path
        if not (os.path.isfile(place) or kept_back(path)):  # a link that leads nowhere; of an entry it is told
            continue
        if why := (why_not or _hidden)(path):
            left_out[path] = why
        else:
            files[path] = File(path, place)
    return Content(root, files, left_out, within)


def kept_back(path: str) -> bool:
    """Whether a file below content/ is an author's YAML, a draft of it or a copy that an editor left: no site carries it."""
    name = path.rpartition("/")[2]
    return bool(_ENTRY.search(name) if _folder(path) else _ALONE.match(path))


def is_entry(path: str) -> bool:
    """Whether a path below content/ is one that an entry can have."""
    return path.lower().endswith(".yml") and not _is_draft(path)


def page_of(path: str) -> str:
    """The page that is made of an entry at a path."""
    return f"{_folder(path)}/{PurePosixPath(path).stem}.md"


def _folder(path: str) -> str:
    """exercises or routines, in capital letters or small, as some disks know no difference; nothing for other paths."""
    first, slash, _ = path.partition("/")
    return first.lower() if slash and first.lower() in (EXERCISES, ROUTINES) else ""


def _is_draft(path: str) -> bool:
    """Whether the file, or a folder that it is in, bears the mark of a draft or is hidden."""
    return any(part.startswith((".", DRAFT)) for part in path.split("/"))


def _hidden(path: str) -> str:
    return "its name" if any(part.startswith(".") for part in path.split("/")) else ""


def _walk(root: Path, within: Path) -> Iterator[str]:
    """The paths of all files below ``root``, where links lead too, as MkDocs goes; but never into a folder again that one
    is in, for links may form a circle, and not endlessly where a link leads out of ``within``: that may be a whole disk.
    """
    inside, outside = [os.path.realpath(folder) for folder in (root, within)], 0
    waiting: list[tuple[str, frozenset[tuple[int, int]], bool]] = [("", frozenset(), False)]
    while waiting:
        below, above, is_out = waiting.pop()
        folder = os.path.join(root, below)
        try:
            about, names = os.stat(folder), sorted(os.listdir(folder))
        except OSError:  # as MkDocs, which passes over what it may not read
            continue
        here = (about.st_dev, about.st_ino)
        if here in above or outside > MOST_OUTSIDE:
            continue
        if os.path.islink(folder):
            is_out = not any(Path(os.path.realpath(folder)).is_relative_to(one) for one in inside)
        outside += len(names) if is_out else 0
        folders = []
        for name in names:
            path = os.path.join(below, name)
            if os.path.isdir(os.path.join(root, path)):
                folders.append((path, above | {here}, is_out))
            else:
                yield path.replace(os.sep, "/")
        waiting += reversed(folders)
