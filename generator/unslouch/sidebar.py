"""The nav of mkdocs.yml with the pages in the place of its entries ``exercises/`` and ``routines/``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from unslouch.content.library import EXERCISES, ROUTINES
from unslouch.guide.guide import Guide
from unslouch.pages import nav


class Sidebar:
    """What the sidebar lists of a guide."""

    def __init__(self, guide: Guide, is_listed: Callable[[str], bool]) -> None:
        """``is_listed`` says of a page whether its author wants it there."""
        at_most = guide.options.exercises_in_nav
        self._is_listed = is_listed
        self._titles = {folder: guide.words.say(folder) for folder in (EXERCISES, ROUTINES)}
        self._entries = {
            folder: _only(nav.entry(guide.library, guide.words, folder, at_most), is_listed) for folder in self._titles
        }

    def is_as_with(self, guide: Guide) -> bool:
        """Whether it lists the same of another guide."""
        return Sidebar(guide, self._is_listed)._entries == self._entries

    @property
    def paths(self) -> set[str]:
        """The pages that it lists."""
        return {path for entry in self._entries.values() for path in _paths(entry)}

    def filled(self, item: Any) -> Any:
        """An item of the nav with our pages in it; one without a title of its own gets ours."""
        if isinstance(item, list):
            return [self._titled(one) for one in item]
        if isinstance(item, dict):
            return {title: self.filled(one) for title, one in item.items()}
        return self._entries.get(_folder(item), item)

    def _titled(self, item: Any) -> Any:
        folder = _folder(item)
        return {self._titles[folder]: self._entries[folder]} if folder in self._entries else self.filled(item)


def _folder(item: Any) -> str:
    """The folder that an item names: `exercises/`, `exercises` or `./Exercises/`."""
    return item.removeprefix("./").rstrip("/").lower() if isinstance(item, str) else ""


def _only(item: Any, is_listed: Callable[[str], bool]) -> Any:
    """An entry without the pages that are not to be listed, and without headings that nothing is left of."""
    if isinstance(item, str):
        return item if is_listed(item) else None
    if isinstance(item, list):
        return [left for one in item if (left := _only(one, is_listed))]
    return {title: left for title, one in item.items() if (left := _only(one, is_listed))}


def _paths(entry: Any) -> Iterator[str]:
    if isinstance(entry, str):
        yield entry
    else:
        for item in entry.values() if isinstance(entry, dict) else entry:
            yield from _paths(item)
