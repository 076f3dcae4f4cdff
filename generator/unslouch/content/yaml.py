"""One YAML file → plain data, and the place of every value in it.

The file is read as a stream of events from PyYAML's C parser, so that depth and
size stay bounded whatever is written, duplicate keys are seen, and YAML 1.1's
surprises (``no`` is false, ``1:30`` is ninety, ``012`` is ten) can be named.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from unslouch.content.document import Document, Node, problem_at
from unslouch.content.inline import CONTROL, clean
from unslouch.content.problems import Problem
from unslouch.content.syntax import control_character, explained

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml: ten times slower, the same answers
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

LARGEST_FILE = 256 * 1024
DEEPEST_NESTING = 40
MOST_VALUES = 20_000

LARGEST_NUMBER = 10**15
"""Past this a number is a slip or a text; far past it Python itself would rather not print it."""

_PLAIN_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_LINE_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
"""What YAML counts as one."""


def read(path: Path, file: str) -> tuple[Document | None, list[Problem]]:
    """Read one YAML file; ``file`` is the name it goes by in problems.

    Returns no document when the file cannot be taken at all. A document may come
    with problems: what it holds is then good enough to look for further ones.
    """
    try:
        with path.open("rb") as stream:
            blob = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        return None, [Problem.of_file(file, f"the file cannot be read: {error.strerror or error}")]
    if len(blob) > LARGEST_FILE:
        return None, [
            Problem.of_file(file, "the file is larger than 256 KiB", "one exercise or routine a file; split it")
        ]
    try:
        text = blob.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        lines = _LINE_BREAK.split(error.object.decode("utf-8", "replace"))
        place = _end_of(error.object[: error.start].decode("utf-8"))
        return None, [
            problem_at(file, lines, *place, "this byte is not UTF-8", "save the file with the encoding UTF-8")
        ]
    return parse(text, file)


def parse(text: str, file: str) -> tuple[Document | None, list[Problem]]:
    """Like :func:`read`, of a text already in memory."""
    lines = _LINE_BREAK.split(text)
    tabs = [
        problem_at(
            file, lines, number, line.index("\t"), "a tab is used as indentation", "indent with spaces, two a level"
        )
        for number, line in enumerate(lines)
        if "\t" in line[: len(line) - len(line.lstrip())] and line.strip()
    ]
    if tabs:
        return None, tabs
    reader = _Reader(text, file, lines)
    root = reader.read()
    if root is None:
        return None, reader.problems
    return Document(file, lines, root), reader.problems


def _end_of(text: str) -> tuple[int, int]:
    """The line and the column, from 0, that come after ``text``."""
    lines = _LINE_BREAK.split(text)
    return len(lines) - 1, len(lines[-1])


class _Stop(Exception):
    """The rest of the file cannot be read; the reason is among the problems."""


class _Reader:
    """Builds the tree of nodes from parser events, noting what the format refuses."""

    def __init__(self, text: str, file: str, lines: list[str]):
        self.file = file
        self.lines = lines
        self.problems: list[Problem] = []
        self._text = text
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._open_anchors: set[str] = set()
        self._count = 0

    def read(self) -> Node | None:
        """The file's one document, or None where it has none."""
        try:
            self._loader = _Loader(self._text)
            return self._document()
        except yaml.MarkedYAMLError as error:
            self._syntax_error(error)
        except yaml.reader.ReaderError as error:
            # The position counts bytes or characters, as the parser likes; the character itself is certain.
            line, column = _end_of(self._text.partition(chr(error.character))[0])
            self._refuse_at(line, column, "this character is not allowed in YAML", "delete it or write it as an escape")
        except yaml.YAMLError as error:
            self._refuse_at(0, 0, f"the file is not YAML: {error}")
        except _Stop:
            pass
        return None

    def _document(self) -> Node | None:
        self._loader.get_event()  # the stream's start
        start = self._loader.get_event()
        if isinstance(start, yaml.StreamEndEvent):
            self._refuse_at(0, 0, "the file is empty", "`unslouch new exercise NAME` writes a file to start from")
            return None
        root = self._node(self._loader.get_event(), 0)
        self._loader.get_event()  # the document's end
        following = self._loader.get_event()
        if not isinstance(following, yaml.StreamEndEvent):
            self._refuse(
                following, "a second document starts here", "one document a file: put it into a file of its own"
            )
            return None
        if root.value is None:
            self._refuse_at(0, 0, "the file is empty", "`unslouch new exercise NAME` writes a file to start from")
            return None
        return root

    def _node(self, event: Any, depth: int) -> Node:
        if depth > DEEPEST_NESTING:
            self._refuse(event, f"values are nested more than {DEEPEST_NESTING} deep", "")
            raise _Stop
        self._grow(event, 1)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        before = self._count
        anchor = event.anchor
        if anchor:
            self._open_anchors.add(anchor)
        if event.tag not in (None, "!"):
            self._refuse(event, f"the tag `{event.tag}` is not used here", "write the value alone")
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._sequence(event, depth)
        else:
            node = self._mapping(event, depth)
        if anchor:
            self._open_anchors.discard(anchor)
            self._anchors[anchor] = (node, self._count - before + 1)
        return node

    def _grow(self, event: Any, by: int) -> None:
        """Count values as they expand, so that aliases of aliases cannot fill the memory."""
        self._count += by
        if self._count > MOST_VALUES:
            self._refuse(
                event, f"the file holds more than {MOST_VALUES:,} values, aliases counted", "write fewer aliases"
            )
            raise _Stop

    def _alias(self, event: Any) -> Node:
        if event.anchor in self._open_anchors:
            self._refuse(event, f"`*{event.anchor}` stands inside the very value it names", "write the value out")
            raise _Stop
        if event.anchor not in self._anchors:
            self._refuse(event, f"`*{event.anchor}` names nothing: there is no `&{event.anchor}` before it")
            raise _Stop
        target, size = self._anchors[event.anchor]
        self._grow(event, size)
        mark, end = event.start_mark, event.end_mark
        return Node(
            target.value, mark.line, mark.column, end.line, end.column, target.raw, target.keys, target.children
        )

    def _sequence(self, event: Any, depth: int) -> Node:
        node = self._start(event, [])
        while not isinstance(following := self._loader.get_event(), yaml.SequenceEndEvent):
            child = self._node(following, depth + 1)
            node.children[len(node.value)] = child
            node.value.append(child.value)
        return node

    def _mapping(self, event: Any, depth: int) -> Node:
        node = self._start(event, {})
        while not isinstance(following := self._loader.get_event(), yaml.MappingEndEvent):
            key = self._node(following, depth + 1)
            value = self._node(self._loader.get_event(), depth + 1)
            key.value = key.raw if isinstance(key.value, bool) else key.value  # `on` is a word of the format
            if not isinstance(key.value, str):
                read_as = f", which YAML reads as {_spoken(key.value)}" if key.raw is not None else ""
                self._refuse(
                    following,
                    f"a key must be text; this one is `{_short(key)}`{read_as}",
                    f'if the word itself is meant, put it in quotes: "{_short(key)}"' if key.raw else "",
                )
            elif key.value == "<<":
                self._refuse(following, "merge keys (`<<`) are not used here", "write the keys out")
            elif key.value in node.value:
                first = node.keys[key.value].line + 1
                self._refuse(
                    following, f"the key `{key.value}` is here twice; it stands on line {first} already", "keep one"
                )
            else:
                node.keys[key.value] = key
                node.children[key.value] = value
                node.value[key.value] = value.value
        return node

    def _scalar(self, event: Any) -> Node:
        if CONTROL.search(event.value):
            self._control_character(event)
        event.value = clean(event.value)
        node = self._start(event, event.value)
        if not event.implicit[0] or event.tag is not None:
            return node
        node.raw = event.value
        tag = self._loader.resolve(yaml.ScalarNode, event.value, (True, False))
        if tag == "tag:yaml.org,2002:str":
            return node
        try:
            node.value = self._loader.construct_object(yaml.ScalarNode(tag, event.value))
        except (ValueError, OverflowError, yaml.YAMLError):
            if tag.endswith(":timestamp"):
                self._refuse(event, f"`{event.value}` is not a date of the calendar", "write it as 2026-11-23")
            else:
                node.value = event.value  # `=` and `<<`: signs that YAML 1.1 keeps for itself
            return node
        if tag.endswith(":int") and abs(node.value) > LARGEST_NUMBER:
            node.value = event.value
            self._refuse(event, f"`{_short(node)}` is too large a number", "put it in quotes if it is text")
        elif tag.endswith(":int") and not _PLAIN_INTEGER.match(event.value):
            self._refuse(event, f"YAML reads `{event.value}` as the number {node.value}", _number_hint(event.value))
        return node

    def _control_character(self, event: Any) -> None:
        """Refuses a character that no page can show, where it stands."""
        for number in range(event.start_mark.line, min(event.end_mark.line + 1, len(self.lines))):
            start = event.start_mark.column if number == event.start_mark.line else 0
            if found := control_character(self.lines[number], start):
                message = f"`{found[0]}` stands for a control character, which no page can show"
                return self._refuse_at(number, found.start(), message, "delete it", len(found[0]))
        self._refuse(event, "a control character is in this text, which no page can show", "write the text anew")

    def _start(self, event: Any, value: Any) -> Node:
        mark, end = event.start_mark, event.end_mark
        return Node(value, mark.line, mark.column, end.line, end.column)

    def _refuse(self, event: Any, message: str, hint: str = "") -> None:
        mark, end = event.start_mark, event.end_mark
        length = end.column - mark.column if end.line == mark.line else 1
        self._refuse_at(mark.line, mark.column, message, hint, max(1, length))

    def _refuse_at(self, line: int, column: int, message: str, hint: str = "", length: int = 1) -> None:
        self.problems.append(problem_at(self.file, self.lines, line, column, message, hint, length=length))

    def _syntax_error(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        message, hint = explained(error.problem or str(error))
        if line >= len(self.lines) or not self.lines[line].strip():
            line = max((n for n in range(min(line, len(self.lines))) if self.lines[n].strip()), default=0)
            column = len(self.lines[line].rstrip())
        self._refuse_at(line, column, message, hint)


def _spoken(value: Any) -> str:
    if value is None:
        return "nothing"
    return "a date" if isinstance(value, date) else f"the number {value}"


def _short(node: Node) -> str:
    text = node.raw if node.raw is not None else str(node.value)
    return text if len(text) <= 30 else text[:29] + "…"


def _number_hint(raw: str) -> str:
    if ":" in raw:
        minutes, _, seconds = raw.rpartition(":")
        if re.fullmatch(r"\d{1,3}", minutes) and re.fullmatch(r"\d{1,2}", seconds):
            return f"for a length of time write {int(minutes) * 60 + int(seconds)} s; for text put it in quotes"
        return "put it in quotes if it is text"
    if re.fullmatch(r"0[0-9]+", raw):
        return f"write {int(raw)}, or put it in quotes if it is text"
    return "write the number in plain digits"
