"""Entries whose fields are noticed when they are read, for who keeps what is made of them (see :mod:`unslouch.tools.noticed`)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cache
from typing import Any, TypeVar

from unslouch.content.model import Entry
from unslouch.tools.noticed import notice

_Entry = TypeVar("_Entry", bound=Entry)
_WHOLE = ("__dict__", "_written")
"""What holds all fields: who reads it rests on every one of them."""


def noticing(entry: _Entry) -> _Entry:
    """The entry itself, which from now on says what is read of it."""
    if type(entry).__module__ != __name__:
        object.__setattr__(entry, "__class__", _kind(type(entry)))
    return entry


def changes(before: Mapping[str, Entry], now: Mapping[str, Entry]) -> set[Hashable]:
    """What differs between entries of the same ids, as it is noticed."""
    changed: set[Hashable] = set()
    for id, entry in now.items():
        if entry is not before[id]:
            one, other = vars(before[id]), vars(entry)
            differs = [name for name in type(entry).model_fields if one.get(name) != other.get(name)]
            changed |= {(type(entry).__name__, id, name) for name in (*differs, *_WHOLE)}
    return changed


@cache
def _kind(kind: type[_Entry]) -> type[_Entry]:
    told = frozenset((*kind.model_fields, *_WHOLE))
    read = object.__getattribute__

    def __getattribute__(self: Any, name: str) -> Any:
        if name in told:
            notice((kind.__name__, read(self, "__pydantic_private__")["_id"], name))
        return read(self, name)

    return type(kind.__name__, (kind,), {"__getattribute__": __getattribute__, "__module__": __name__})
