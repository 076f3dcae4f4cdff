"""One YAML file → plain data, and the place of every value in it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from unslouch.content.characters import LINE_BREAK, end_of
from unslouch.content.document import Document, problem_at
from unslouch.content.problems import Problem
from unslouch.content.reader import Reader

LARGEST_FILE = 256 * 1024


def read(file: Path | bytes, name: str) -> tuple[Document | None, list[Problem]]:
    """Read one YAML file, or the bytes of one; ``name`` is what it goes by in problems.

    Returns no document when the file cannot be taken at all. A document may come
    with problems: what it holds is then good enough to look for further ones.
    """
    try:
        blob = file if isinstance(file, bytes) else _bytes(file)
    except OSError as error:
        return None, [Problem.of_file(name, f"the file cannot be read: {error.strerror or error}")]
    if blob is None:
        return None, [Problem.of_file(name, "this is no file, and one is needed here", "put a file of this name here")]
    if len(blob) > LARGEST_FILE:
        return None, [
            Problem.of_file(name, "the file is larger than 256 KiB", "one exercise or routine a file; split it")
        ]
    try:
        text = blob.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [not_utf_8(error, name)]
    return parse(text, name)


def not_utf_8(error: UnicodeDecodeError, name: str) -> Problem:
    """The byte of a file that no text in UTF-8 has."""
    lines = LINE_BREAK.split(error.object.decode("utf-8", "replace"))
    place = end_of(error.object[: error.start].decode("utf-8"))
    return problem_at(name, lines, *place, "this byte is not UTF-8", "save the file with the encoding UTF-8")


def _bytes(path: Path) -> bytes | None:
    """What a file holds; nothing of a folder, nor of a pipe or a device, which may have no end or never begin."""
    if not stat.S_ISREG(os.stat(path).st_mode):
        return None
    with path.open("rb") as stream:
        return stream.read(LARGEST_FILE + 1)


def parse(text: str, file: str) -> tuple[Document | None, list[Problem]]:
    """Like :func:`read`, of a text already in memory."""
    lines = LINE_BREAK.split(text)
    tabs = [
        problem_at(
            file, lines, number, line.index("\t"), "a tab is used as indentation", "indent with spaces, two a level"
        )
        for number, line in enumerate(lines if "\t" in text else ())
        if "\t" in line[: len(line) - len(line.lstrip())] and line.strip()
    ]
    if tabs:
        return None, tabs
    reader = Reader(text, file, lines)
    root = reader.read()
    if root is None:
        return None, reader.problems
    return Document(file, lines, root), reader.problems
