"""What imports have written, so that a later one knows which files an author has touched since.

It stands in the content folder, beside the files it speaks of, and belongs with them under version control. A file that it
does not know, or whose sum is another by now, is its author's; so is the place of one that is gone.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from unslouch.tools import whole

FILE = ".imported.json"
"""No site carries what begins with a full stop."""


@dataclass
class Record:
    """Folder and id of each file that was written → who wrote it, and the sum of its text."""

    files: dict[str, dict[str, str]] = field(default_factory=dict)

    @classmethod
    def read(cls, content: Path) -> Record:
        """The record of a content folder; an empty one where there is none, or none that can be read."""
        try:
            files = json.loads((content / FILE).read_text(encoding="utf-8"))
            return cls({key: {"from": one["from"], "sum": one["sum"]} for key, one in files.items()})
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls()

    def write(self, content: Path) -> None:
        """Keep it in the content folder, a line for each file."""
        lines = (f"  {json.dumps(key)}: {json.dumps(one)}" for key, one in sorted(self.files.items()))
        whole.write(content / FILE, "{\n" + ",\n".join(lines) + "\n}\n")

    def add(self, key: str, text: str, origin: str) -> None:
        """Remember a file that was just written."""
        self.files[key] = {"from": origin, "sum": _sum(text)}

    def origin(self, key: str) -> str:
        """Who wrote a file; nothing where it is not known."""
        return self.files.get(key, {}).get("from", "")

    def untouched(self, key: str, text: str, origin: str) -> bool:
        """Whether a file is as it was written from there."""
        return self.files.get(key) == {"from": origin, "sum": _sum(text)}


def _sum(text: str) -> str:
    """Of the text alone: version control may change how lines end."""
    return hashlib.sha256("\n".join(text.splitlines()).encode()).hexdigest()[:16]
