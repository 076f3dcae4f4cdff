"""Files that are made when they are needed: all of them for a build, and one by one where a server is asked for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Make = Callable[[], bytes]
"""Makes a file."""


def all_of(makes: Mapping[str, Make]) -> dict[str, bytes]:
    """Path → bytes."""
    return {path: make() for path, make in makes.items()}
