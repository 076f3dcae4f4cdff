"""Files of ours as MkDocs takes them: in memory, and on the disk as soon as another plugin asks where."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from unslouch.tools import scratch
from unslouch.tools.making import Make


class Made(File):
    """A file that no disk has until somebody wants to read it there, as plugins do that make images smaller.

    What is in memory no other build can put its own in the way of.
    """

    _place: str | None = None
    _shelf: Shelf | None = None

    @property
    def abs_src_path(self) -> str | None:
        """Where the file is on the disk; it is put there when this is first asked."""
        if self._place is None and self._content is not None and self._shelf:
            self._place = self._shelf.put(self.src_uri, self.content_bytes)
        return self._place

    @abs_src_path.setter
    def abs_src_path(self, place: str | None) -> None:
        """A plugin that names another place means what is there; MkDocs names none where it sets the content."""
        if place is not None:
            self._content = None
        self._place = place


class Waiting(Made):
    """A file that is made when somebody asks for it: the server does, and then it goes its own way."""

    _make: Make | None = None
    _held: str | bytes | None = None

    @property
    def _content(self) -> str | bytes | None:
        if self._held is None and self._place is None and self._make:
            self._held = self._make()
        return self._held

    @_content.setter
    def _content(self, content: str | bytes | None) -> None:
        self._held = content

    def copy_file(self, dirty: bool = False) -> None:
        """Only what a plugin has asked for, or has put in the file's place, is in the site by now."""
        if self._held is not None or self._place is not None:
            super().copy_file(dirty)


class Page(Made):
    """A page of ours."""

    published = False
    """Whether the last build that filled the site's folder filled it with this very text."""

    def is_modified(self) -> bool:
        """What --dirty builds go by."""
        return not (self.published and Path(self.abs_dest_path).is_file())

    def say(self, text: str) -> None:
        """From now on it has this text."""
        self._content = text

    def is_of(self, source: File) -> None:
        """Say which file the page is made from: whose history it has, and what its readers edit."""
        self.edit_uri = source.edit_uri
        if source.generated_by is None:
            self._place, self.generated_by = source.abs_src_path, None


_Kind = TypeVar("_Kind", bound=Made)


class Shelf:
    """Where our files get their places, outside of what authors and sites have; it goes when the build does."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None

    def put(self, path: str, data: bytes) -> str:
        """Write the file; returns where it is."""
        if self._folder is None:
            self._folder = TemporaryDirectory(dir=scratch.folder(), ignore_cleanup_errors=True)
        place = Path(self._folder.name, path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        return str(place)

    def file(self, config: MkDocsConfig, path: str, content: str | bytes) -> Made:
        """A file of ours."""
        return self._made(Made, config, path, content)

    def waiting(self, config: MkDocsConfig, path: str, make: Make) -> Waiting:
        """A file of ours that is to be made."""
        file = self._made(Waiting, config, path, "")
        file._make, file._held = make, None
        return file

    def page(self, config: MkDocsConfig, path: str, text: str) -> Page:
        """A page of ours."""
        return self._made(Page, config, path, text)

    def _made(self, kind: type[_Kind], config: MkDocsConfig, path: str, content: str | bytes) -> _Kind:
        file = kind.generated(config, path, content=content)
        assert isinstance(file, kind)
        file._shelf = self
        return file
