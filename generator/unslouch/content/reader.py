"""The events of PyYAML's C parser → a tree of nodes, noting what the format refuses.

The stream of events is read one by one, so that depth and size stay bounded whatever is written, duplicate keys are
seen, and YAML 1.1's surprises (``no`` is false, ``1:30`` is ninety, ``012`` is ten) can be named.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import yaml

from unslouch.content import slips
from unslouch.content.characters import as_meant, as_written, end_of, seen
from unslouch.content.document import Node, problem_at
from unslouch.content.inline import CONTROL, clean
from unslouch.content.problems import ERROR, WARNING, Problem
from unslouch.content.syntax import causes, control_character, explained, number_hint, scalar

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml: ten times slower, the same answers
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

DEEPEST_NESTING = 40
MOST_VALUES = 20_000
MOST_TOGETHER = 300
"""Items of one list, or keys of one mapping: no page is for more."""
LARGEST_NUMBER = 10**15
"""Past this a number is a slip or a text; far past it Python itself would rather not print it."""

_PLAIN_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")


class _Stop(Exception):
    """The rest of the file cannot be read; the reason is among the problems."""


class Reader:
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
            self._loader = _Loader(as_meant(self._text))
            return self._document()
        except yaml.MarkedYAMLError as error:
            self._syntax_error(error)
        except yaml.reader.ReaderError as error:
            # The position counts bytes or characters, as the parser likes; the character itself is certain.
            line, column = end_of(self._text.partition(chr(error.character))[0])
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
        if not isinstance(following, yaml.StreamEndEvent) and not self._only_closes():
            self._refuse(
                following, "a second document starts here", "one document a file: put it into a file of its own"
            )
            return None
        if root.value is None:
            self._refuse_at(0, 0, "the file is empty", "`unslouch new exercise NAME` writes a file to start from")
            return None
        return root

    def _only_closes(self) -> bool:
        """Whether a `---` has nothing behind it: the end of front matter, as pages have it."""
        content = self._loader.get_event()
        is_empty = isinstance(content, yaml.ScalarEvent) and content.value == "" and content.implicit[0]
        self._loader.get_event()  # the empty document's end
        return is_empty and isinstance(self._loader.get_event(), yaml.StreamEndEvent)

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
        if len(node.children) > MOST_TOGETHER:
            what = "items in this list" if isinstance(node.value, list) else "keys in this mapping"
            self._refuse(event, f"there are more than {MOST_TOGETHER} {what}", "take some out, or make two files of it")
            raise _Stop
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
        if event.flow_style:
            self._split_sentences(list(node.children.values()))
        return node

    def _split_sentences(self, items: list[Node]) -> None:
        """Warns of a sentence in brackets that is two items by its comma."""
        if not all(item.raw is not None and isinstance(item.value, str) for item in items):
            return
        for index, whole in slips.split_at_comma([item.value for item in items]):
            told = "this comma splits a sentence: what follows is an item of its own"
            self._tell(items[index], told, f"put the whole sentence in quotes: {scalar(whole, quoted=True)}", WARNING)

    def _mapping(self, event: Any, depth: int) -> Node:
        node = self._start(event, {})
        pieces: list[Node] = []
        while not isinstance(following := self._loader.get_event(), yaml.MappingEndEvent):
            key = self._node(following, depth + 1)
            value = self._node(self._loader.get_event(), depth + 1)
            if event.flow_style and _is_piece(key, value, node):
                pieces.append(key)
                continue
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
        if pieces:
            place = pieces[0].line, pieces[0].column
            text = [one for one in node.children.values() if _is_text(one) and (one.line, one.column) < place][-1]
            whole = ", ".join([text.value, *(piece.value for piece in pieces)])
            told = f"the comma before `{_short(pieces[0])}` ends the text"
            self._tell(pieces[0], told, f"put the text in quotes: {scalar(whole, quoted=True)}")
        return node

    def _scalar(self, event: Any) -> Node:
        if not (event.value.isascii() and event.value.isprintable()):  # most are as they should be
            if CONTROL.search(event.value):
                self._control_character(event)
            event.value = seen(as_written(clean(event.value)))
        node = self._start(event, event.value)
        if not event.implicit[0] or event.tag is not None:
            return node
        node.raw = event.value
        tag = self._loader.resolve(yaml.ScalarNode, event.value, (True, False))
        if tag == "tag:yaml.org,2002:str":
            self._look_behind(node)
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
            self._refuse(event, f"YAML reads `{event.value}` as the number {node.value}", number_hint(event.value))
        return node

    def _look_behind(self, node: Node) -> None:
        """Refuses a remark that is likelier the rest of the text before it."""
        line = self.lines[node.end_line] if node.end_line < len(self.lines) else ""
        if "#" in line and (whole := slips.cut_by_remark(node.value, line[node.end_column :])):
            told = "YAML takes everything from this ` #` on as a remark: the text ends before it"
            hint = f"put the text in quotes: {scalar(whole, quoted=True)}; behind the # of a remark, put a space"
            self._refuse_at(node.end_line, line.index("#", node.end_column), told, hint)

    def _control_character(self, event: Any) -> None:
        """Refuses the escape of a character that no page can show, where it stands; the character itself is not YAML."""
        for number in range(event.start_mark.line, event.end_mark.line + 1):
            start = event.start_mark.column if number == event.start_mark.line else 0
            if found := control_character(self.lines[number], start):
                message = f"`{found[0]}` stands for a control character, which no page can show"
                return self._refuse_at(number, found.start(), message, "delete it", len(found[0]))

    def _start(self, event: Any, value: Any) -> Node:
        mark, end = event.start_mark, event.end_mark
        return Node(value, mark.line, mark.column, end.line, end.column)

    def _tell(self, node: Node, message: str, hint: str, severity: str = ERROR) -> None:
        length = node.end_column - node.column if node.end_line == node.line else 1
        place = node.line, node.column
        self.problems.append(problem_at(self.file, self.lines, *place, message, hint, severity, max(1, length)))

    def _refuse(self, event: Any, message: str, hint: str = "") -> None:
        mark, end = event.start_mark, event.end_mark
        length = end.column - mark.column if end.line == mark.line else 1
        self._refuse_at(mark.line, mark.column, message, hint, max(1, length))

    def _refuse_at(self, line: int, column: int, message: str, hint: str = "", length: int = 1) -> None:
        self.problems.append(problem_at(self.file, self.lines, line, column, message, hint, length=length))

    def _syntax_error(self, error: yaml.MarkedYAMLError) -> None:
        forgotten = error.problem == "could not find expected ':'"
        mark = (forgotten and error.context_mark) or error.problem_mark or error.context_mark
        assert mark, "the parser always says where"
        assert error.problem, "and what"
        line, column = mark.line, mark.column
        begun = error.context_mark.line if error.context_mark else line
        for cause in causes(self.lines, min(begun, line), line):
            place = cause.line + 1, cause.column + 1
            self.problems = [one for one in self.problems if (one.line, one.column) != place]
            return self._refuse_at(cause.line, cause.column, cause.message, cause.hint, cause.length)
        message, hint = explained(error.problem)
        if line >= len(self.lines) or not self.lines[line].strip():
            line = max((n for n in range(min(line, len(self.lines))) if self.lines[n].strip()), default=0)
            column = len(self.lines[line].rstrip())
        self._refuse_at(line, column, message, hint)


def _is_text(node: Node) -> bool:
    return node.raw is not None and isinstance(node.value, str)


def _is_piece(key: Node, value: Node, before: Node) -> bool:
    """Whether what stands as a key in braces is likely the rest of the text before it, cut off by a comma."""
    alone = value.raw == "" and _is_text(key) and " " in key.value
    return alone and any(map(_is_text, before.children.values()))


def _spoken(value: Any) -> str:
    if value is None:
        return "nothing"
    return "a date" if isinstance(value, date) else f"the number {value}"


def _short(node: Node) -> str:
    text = node.raw if node.raw is not None else str(node.value)
    return text if len(text) <= 30 else text[:29] + "…"
