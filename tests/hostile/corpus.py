"""Small content folders made of our own content: what mutators change, and what every mutant is compared with."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.helpers import CONTENT

COPIED = Path(__file__).parent / "corpus"
"""Files of the guide as they once were: what it says today does not change a mutant."""
SECOND = "marching"
"""The exercise that goes with every other one, so that lists and routines have two."""
_NAMES_OTHERS = ("related", "easier_first", "progress", "reviews")
"""Keys of an exercise that name what is not in its folder, or hold only while nothing changes."""


@dataclass
class Folder:
    """A content folder before it is written."""

    files: dict[str, bytes]
    """Path → what it holds."""
    on_disk: list[Callable[[Path], object]] = field(default_factory=list)
    """What is done once the files are there: links, folders, pipes, permissions."""

    def any(self, rng: Random, *kinds: str) -> str:
        """The path of one of its YAML files, whose path begins with one of ``kinds`` where any are named."""
        paths = [path for path in sorted(self.files) if path.endswith(".yml") and path.startswith(kinds or ("",))]
        return rng.choice(paths)

    def main(self) -> str:
        """The path of the exercise that the folder is about."""
        return next(path for path in self.files if path.startswith("exercises/") and SECOND not in path)

    def text(self, path: str) -> str:
        """What a file says."""
        return self.files[path].decode("utf-8", "replace")

    def set(self, path: str, text: str) -> None:
        """Have a file say something else; what UTF-8 does not know is written as it can be."""
        self.files[path] = text.encode("utf-8", "surrogatepass")

    def data(self, path: str) -> Any:
        """What a file holds."""
        return yaml.load(self.text(path), yaml.CSafeLoader)

    def dump(self, path: str, data: Any, **how: Any) -> None:
        """Have a file hold something else."""
        usual = {"allow_unicode": True, "sort_keys": False, "width": 120}
        self.set(path, yaml.dump(data, Dumper=yaml.CSafeDumper, **usual | how))

    def write(self, place: Path) -> None:
        """Put all of it on the disk; of a file and a folder of one name, the file."""
        for path, data in sorted(self.files.items(), key=lambda one: one[0].count("/")):
            file = os.path.join(os.fsencode(place), path.encode("utf-8", "surrogateescape"))
            with suppress(FileExistsError, NotADirectoryError):
                os.makedirs(os.path.dirname(file), exist_ok=True)
                with open(file, "wb") as stream:
                    stream.write(data)
        for act in self.on_disk:
            act(place)


def _without(text: str, *keys: str) -> str:
    """YAML without some of its keys, and all else as it was written."""
    for key in keys:
        text = re.sub(rf"^{key}:.*\n(?:[ \-].*\n|\n)*", "", text + "\n", flags=re.MULTILINE)
    return text


def _exercise(file: Path, *, drawn: bool) -> bytes:
    text = _without(file.read_text(encoding="utf-8"), *_NAMES_OTHERS, *(() if drawn else ("figure", "images")))
    if not drawn:
        text = re.sub(r"^    figure: .*\n", "", text, flags=re.MULTILINE)
    return text.encode()


_ROUTINES = {
    "routines/session.yml": """\
# A block to choose from, a dose of its own, and notes.
name: Session
summary: A few exercises, *slowly*.
goal: I have sat all day
times_per_day: 2
days_per_week: 2-3
blocks:
  - name: Warm up
    rounds: 2
    exercises:
      - exercise: MAIN
        dose: {sets: 1, time: 1 min, source: rest}
        notes: Stop if your arm tingles.
      - marching
  - name: Strengthen
    choose: 1
    notes: {text: Take turns., source: common}
    exercises: [MAIN, marching]
notes: {text: "Rest, or [warm up](../safety.md).", source: rest}
sources: [{id: rest, title: Rest, url: "https://library.example/rest"}]
""",
    "routines/week.yml": """\
name: Weekly plan
summary: A week with rest in it.
week:
  monday: [session]
  wednesday: [session]
notes: Carry on.
""",
}
_PAGE = "# Welcome\n\n<!-- unslouch:safety -->\n\nText.\n"


@cache
def bases() -> dict[str, Folder]:
    """Every folder by its name; all of them are in order. Those named ``…-drawn`` have poses, which take time."""
    found = {}
    exercises = [*sorted((CONTENT / "exercises").glob("*.yml")), COPIED / "dead-bug.yml", COPIED / "walking.yml"]
    for file in [one for one in exercises if one.stem != SECOND]:
        for drawn in (False, True):
            if drawn and (b"\nfigure:" not in file.read_bytes() or file.stem == "pigeon-pose"):
                continue
            safety = COPIED if file.parent == COPIED else CONTENT
            files = {
                "safety.yml": (safety / "safety.yml").read_bytes(),
                f"exercises/{file.stem}.yml": _exercise(file, drawn=drawn),
                f"exercises/{SECOND}.yml": _exercise(CONTENT / f"exercises/{SECOND}.yml", drawn=False),
                "index.md": _PAGE.encode(),
            }
            files |= {path: text.replace("MAIN", file.stem).encode() for path, text in _ROUTINES.items()}
            if file.parent == COPIED:
                files["vocabulary.yml"] = (COPIED / "vocabulary.yml").read_bytes()
            if drawn and b"\nimages:" in file.read_bytes():
                files["images/crossed.svg"] = (CONTENT / "images/crossed.svg").read_bytes()
            found[file.stem + ("-drawn" if drawn else "")] = Folder(files)
    return found


def base(name: str) -> Folder:
    """A folder of its own, to change."""
    folder = bases()[name]
    return Folder(dict(folder.files))
