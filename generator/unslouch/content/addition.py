"""One more item for a list in an author's file, put where it belongs; every other byte stays as it is.

A file is the author's: their comments, quotes and line breaks are not ours to set anew, so nothing is dumped. The item
is written between the lines that are there, and the outcome is read back: only a file that holds what it held, and the
item, is given out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from unslouch.content import yaml
from unslouch.content.document import Document, Node
from unslouch.content.syntax import scalar

Item = Mapping[str, Any]
_INDENT = "  "
_CLOSING = re.compile(r"(?:[\s,]|#[^\n]*)*[\]}]")
"""What can stand between the last value in brackets and their end."""


def with_item(text: str, key: str, item: Item, after: Sequence[str] = ()) -> str | None:
    """``text`` with ``item`` last in the list under ``key``; nothing where it cannot be put there without a rewrite.

    A list that is not there yet follows the first key of ``after`` that is, or stands at the file's end.
    """
    document, problems = yaml.parse(text, "")
    if document is None or problems or not isinstance(document.data, dict):
        return None
    wanted = {**document.data, key: [*document.data.get(key, ()), item]}
    for found in _tries(text, document, key, item, after):
        read, wrong = yaml.parse(found, "")
        if read is not None and not wrong and read.data == wanted:
            return found
    return None


def lines(item: Item) -> list[str]:
    """The item as the lines of a block list, not indented."""
    first, *more = _pairs(item)
    return [f"- {first}", *(f"  {pair}" for pair in more)]


def _tries(text: str, document: Document, key: str, item: Item, after: Sequence[str]) -> Iterator[str]:
    """The ways to put it in, the best first; which of them are sound is seen when they are read."""
    place, root = _Places(text, document), document.root.children
    if key in root:
        yield place.in_flow(root[key], item) if place.is_flow(root[key]) else place.in_block(root[key], item)
        return
    indent = " " * document.root.column
    added = [f"{indent}{key}:", *(f"{indent}{_INDENT}{line}" for line in lines(item))]
    for name in after:
        if name in root:
            yield place.below(place.end(root[name]), added)
    yield place.below(len(text), added)


def _pairs(item: Item) -> list[str]:
    return [f"{key}: {scalar(value)}" for key, value in item.items()]


@dataclass(frozen=True)
class _Places:
    """Where in a text its values stand, in characters from its start."""

    text: str
    document: Document

    def in_flow(self, node: Node, item: Item) -> str:
        """The text with the item before the bracket that ends a list."""
        at = self.end(node) - 1
        comma = ", " if node.value and not self.text[:at].rstrip().endswith(",") else ""
        return f"{self.text[:at]}{comma}{{{', '.join(_pairs(item))}}}{self.text[at:]}"

    def in_block(self, node: Node, item: Item) -> str:
        """The text with the item below the last of a list, under its hyphens."""
        return self.below(self.end(node), [f"{' ' * node.column}{line}" for line in lines(item)])

    def below(self, at: int, added: list[str]) -> str:
        """The text with lines put in below the line that ends at or after a place, ended as the others are."""
        end = "\r\n" if "\r\n" in self.text else "\n"
        if not self.text[:at].endswith("\n"):
            at = self.text.find("\n", at) + 1 or len(self.text)
        before = self.text[:at]
        before += end if before and not before.endswith("\n") else ""
        return before + end.join(added) + end + self.text[at:]

    def is_flow(self, node: Node) -> bool:
        """Whether a list or a mapping stands in brackets."""
        return self.document.lines[node.line][node.column : node.column + 1] in ("[", "{")

    def end(self, node: Node) -> int:
        """Where a value ends. A parser's mark of a list or a mapping is where it begins."""
        inner = [self.end(child) for child in node.children.values()]
        last = max(inner, default=self._offset(node.end_line, node.end_column))
        closing = _CLOSING.match(self.text, last) if self.is_flow(node) else None
        return closing.end() if closing else last

    def _offset(self, line: int, column: int) -> int:
        at = 0
        for each in self.document.lines[:line]:
            at += len(each)
            at += 2 if self.text.startswith("\r\n", at) else 1
        return min(at + column, len(self.text))
