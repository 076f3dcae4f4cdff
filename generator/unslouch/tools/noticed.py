"""What is read while something is made is noticed; so who keeps it knows when it has to be made anew.

What can change says so when it is read (:func:`notice`). :class:`Memory` keeps things, each with what was noticed meanwhile;
one that was made with the help of another rests on all that the other rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Set
from contextvars import ContextVar
from functools import partial
from typing import Any, Generic, TypeVar, overload

_Value = TypeVar("_Value")
_Owner = TypeVar("_Owner")


class Seen:
    """What was noticed while one thing was made."""

    __slots__ = ("others", "what")

    def __init__(self) -> None:
        self.what: set[Hashable] = set()
        self.others: set[Seen] = set()
        """What was seen when others were made that it rests on."""


_now: ContextVar[Seen | None] = ContextVar("_now", default=None)


def notice(what: Hashable) -> None:
    """Say that ``what`` is read."""
    if (seen := _now.get()) is not None:
        seen.what.add(what)


class Memory:
    """Things that were made, as long as nothing changes of what was read for them."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[Any, Seen]] = {}
        self._rests_on: dict[str, Any] = {}

    def once(self, key: Hashable, make: Callable[[], _Value]) -> _Value:
        """What is kept under ``key``, or is made now."""
        if (found := self._made.get(key)) is None:
            seen = Seen()
            before = _now.set(seen)
            try:
                found = self._made[key] = make(), seen
            finally:
                _now.reset(before)
        if (outer := _now.get()) is not None:
            outer.others.add(found[1])
        value: _Value = found[0]
        return value

    def rest_on(self, **what: Any) -> None:
        """Forget everything where something that all of it rests on is other than before."""
        if any(name not in self._rests_on or self._rests_on[name] != value for name, value in what.items()):
            self._made.clear()
            self._rests_on |= what

    def forget(self, changed: Set[Hashable]) -> None:
        """Forget what anything was read for that has changed."""
        judged: dict[Seen, bool] = {}

        def is_old(seen: Seen) -> bool:
            if seen not in judged:
                judged[seen] = not seen.what.isdisjoint(changed) or any(map(is_old, seen.others))
            return judged[seen]

        if changed:
            self._made = {key: found for key, found in self._made.items() if not is_old(found[1])}


class remembered(Generic[_Owner, _Value]):
    """A property that is worked out once; who reads it has noticed all that was noticed then."""

    def __init__(self, make: Callable[[_Owner], _Value]) -> None:
        self._make, self.__doc__ = make, make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        """Its name is its key."""
        self._name = name

    @overload
    def __get__(self, owner: None, kind: type) -> remembered[_Owner, _Value]: ...
    @overload
    def __get__(self, owner: _Owner, kind: type) -> _Value: ...
    def __get__(self, owner: _Owner | None, kind: type) -> remembered[_Owner, _Value] | _Value:
        """Work it out, or say it again."""
        if owner is None:
            return self
        memory: Memory = owner.__dict__.setdefault("_remembered", Memory())
        return memory.once(self._name, partial(self._make, owner))
