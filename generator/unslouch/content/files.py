"""Which files of a content folder are an author's entries, and where each id's file is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

DRAFT = "_"
"""What the name of a file begins with that is not to be read yet, or of a folder of such."""


def entries(content: Path, name: str) -> list[Path]:
    """The YAML files of a folder and of those below it, drafts aside; by id, in the order in which ids are taken."""
    found = [path for path in _all(content / name) if path.suffix.lower() == ".yml"]
    return sorted(found, key=lambda path: (path.stem, path.suffix, path.parent))


def misnamed(content: Path, name: str) -> list[Path]:
    """Files that look like an entry and would be passed over."""
    return sorted(path for path in _all(content / name) if path.suffix.lower() == ".yaml")


def _all(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", DRAFT))]
        yield from (Path(root, name) for name in names if not name.startswith((".", DRAFT)))
