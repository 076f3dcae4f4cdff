"""What is off with the files of a content folder themselves: where they stand and what they are called."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator

from unslouch.content.files import Content
from unslouch.content.library import EXERCISES, ROUTINES
from unslouch.content.problems import NOTICE, WARNING, Problem, closest
from unslouch.fields import DEVICES, LONGEST_ID, kebab_case

_RESERVED = ("index", "readme")
"""Names under which MkDocs looks for a folder's own page."""
_COPY = re.compile(r"\bcopy\b|\(\d+\)|conflict", re.IGNORECASE)
"""What systems and tools write into the name of a copy."""
_NONE = "there is no exercise here"
Shown = Callable[[str], str]
"""How a path below content/ is shown in problems."""


def problems(content: Content, shown: Shown) -> Iterator[Problem]:
    """Files and folders that look like something and are not."""
    for folder in ("", EXERCISES, ROUTINES):
        for file in content.misnamed(folder):
            name = file.path.rpartition("/")[2]
            right = f"{name.partition('.')[0]}.yml"
            wrong = f"`{name[len(right) - 4 :]}` is not read here"
            yield Problem.of_file(shown(file.path), wrong, f"rename it to {right}")
    for folder in (EXERCISES, ROUTINES):
        if (place := content.root / folder).is_symlink() and not place.exists():
            yield Problem.of_file(shown(folder), "this link leads nowhere", f"put a folder {folder}/ here")
        elif os.path.isfile(place):
            hint = f"put a folder {folder}/ here; where this was a link, Git wrote it as text: set `core.symlinks`"
            yield Problem.of_file(shown(folder), "this is a file, and a folder is needed here", hint)
    if not content.entries(EXERCISES) and (hint := _surprise(content)):
        yield Problem(shown(EXERCISES), 1, 1, _NONE, hint, WARNING)


def notices(content: Content, shown: Shown) -> Iterator[Problem]:
    """What may be news: entries that no reader will see; and that there is none, for a guide may start empty."""
    if not content.entries(EXERCISES) and not _surprise(content):
        yield Problem(shown(EXERCISES), 1, 1, _NONE, "`unslouch new exercise NAME` writes one", NOTICE)
    for path, why in content.entries_left_out().items():
        yield Problem(shown(path), 1, 1, f"this is left out by {why}", "no page, card or list has it", NOTICE)


def wrong_id(id: str) -> tuple[str, str]:
    """What is wrong with an id that a file's name gives, and what to do; nothing where it is good."""
    if id in _RESERVED:
        return f"the id `{id}` is taken by the overview page", "rename the file"
    if id in DEVICES:
        return f"the id `{id}` is no name of a file on Windows", "rename the file"
    if len(id) > LONGEST_ID:
        return f"the id `{id}` is longer than {LONGEST_ID} characters", "rename the file"
    better = kebab_case(id)
    if id and better == id:
        return "", ""
    hint = f"rename the file to {better}.yml" if better else "rename the file: a-z, 0-9 and hyphens"
    return f"the id `{id}` is not in kebab-case", f"if it is a copy, delete it; else {hint}" if _COPY.search(
        id
    ) else hint


def _surprise(content: Content) -> str:
    """What to do where there is no exercise, and yet something that was meant as one."""
    if aside := [path for path in content.entries_left_out() if path.lower().startswith(EXERCISES)]:
        return f"{len(aside)} left out by {content.left_out[aside[0]]}: take the line out that names them"
    folders = {path.partition("/")[0] for path in content.files if path.lower().endswith(".yml") and "/" in path}
    near = next((one for one in sorted(folders) if closest(one, [EXERCISES])), "")
    return f"did you mean to call {near}/ {EXERCISES}/?" if near else ""
