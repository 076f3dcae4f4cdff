"""All mutators by name: what changes a folder that is in order into one that may not be."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from tests.hostile.corpus import Folder

Mutator = Callable[[Random, Folder], object]
ALL: dict[str, Mutator] = {}
"""Name → what it does; ``load`` in :mod:`tests.hostile.cases` fills it."""
OF_POSES: set[str] = set()
"""Those that change poses, and want a folder that has some."""
SLOW: set[str] = set()
"""Those whose mutants take long to read by their size: one case in ten of theirs is enough."""


def mutator(change: Mutator) -> Mutator:
    """Register a mutator under its function's name."""
    name = change.__name__  # type: ignore[attr-defined]
    assert name not in ALL, name
    ALL[name] = change
    return change


def of_poses(change: Mutator) -> Mutator:
    """The same for one that changes poses."""
    OF_POSES.add(change.__name__)  # type: ignore[attr-defined]
    return mutator(change)


def slow(change: Mutator) -> Mutator:
    """The same for one that makes much of something."""
    SLOW.add(change.__name__)  # type: ignore[attr-defined]
    return mutator(change)


Spot = tuple[Any, Any]
"""A mapping or list, and the key or index of something in it."""


def spots(data: Any, wanted: Callable[[Any], bool] = lambda _: True) -> list[Spot]:
    """Every value in some data that is wanted, by where it stands."""
    found: list[Spot] = []
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in list(items):
        if wanted(value):
            found.append((data, key))
        found += spots(value, wanted)
    return found


def is_text(value: Any) -> bool:
    """Whether a value is words."""
    return isinstance(value, str)


def change_value(rng: Random, folder: Folder, new: Callable[[Any], Any], wanted: Any = lambda _: True) -> None:
    """Put something in the place of a value of a file, as data."""
    path = folder.any(rng)
    data = folder.data(path)
    if found := spots(data, wanted):
        holder, key = rng.choice(found)
        holder[key] = new(holder[key])
    folder.dump(path, data)


def change_text(rng: Random, folder: Folder, new: Callable[[str], str]) -> None:
    """Put something in the place of a text of a file."""
    change_value(rng, folder, new, is_text)


def change_lines(rng: Random, folder: Folder, change: Callable[[list[str], int], object]) -> None:
    """Change the lines of a file, at one of them."""
    path = folder.any(rng)
    lines = folder.text(path).split("\n")
    change(lines, rng.randrange(len(lines)))
    folder.set(path, "\n".join(lines))


def change_scalar(rng: Random, folder: Folder, new: Callable[[str], str]) -> None:
    """Put something in the place of what stands behind a colon or a hyphen, as it is written."""

    def change(lines: list[str], _: int) -> None:
        places = [number for number, line in enumerate(lines) if ": " in line or line.lstrip().startswith("- ")]
        number = rng.choice(places)
        sign = ": " if ": " in lines[number] else "- "
        before, _, written = lines[number].partition(sign)
        lines[number] = f"{before}{sign}{new(written)}"

    change_lines(rng, folder, change)


def put_in(rng: Random, text: str, more: str) -> str:
    """A text with more somewhere in it."""
    place = rng.randint(0, len(text))
    return text[:place] + more + text[place:]
