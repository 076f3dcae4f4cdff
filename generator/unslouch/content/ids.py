"""The ids that other entries can name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from unslouch.content.problems import did_you_mean


class Ids(Collection[str]):
    """The ids of a folder's entries, whether or not their file is in order: one mistake, one problem."""

    def __init__(self, ids: Collection[str], passed_over: Mapping[str, str]) -> None:
        """``passed_over`` has ids that are written down and do not count → why, and what to do."""
        self._ids = dict.fromkeys(ids)
        self._passed_over = passed_over

    def __contains__(self, id: object) -> bool:
        return id in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def hint(self, id: str, *others: str) -> str:
        """What to do about an id that is not among these or ``others``."""
        return self._passed_over.get(id) or did_you_mean(id, [*self._ids, *others])
