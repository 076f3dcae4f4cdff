"""What a file holds and where each value of it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from unslouch.content.problems import ERROR, Problem


@dataclass(slots=True)
class Node:
    """A value and where it stands (line and column from 0, as YAML counts them)."""

    value: Any
    line: int
    column: int
    end_line: int
    end_column: int
    raw: str | None = None
    """How a scalar was written, where that may differ from how it reads."""
    keys: dict[Any, Node] = field(default_factory=dict)
    children: dict[Any, Node] = field(default_factory=dict)


@dataclass(slots=True)
class Document:
    """One file's data (``root.value``) and everything needed to point into it."""

    file: str
    lines: list[str]
    root: Node

    @property
    def data(self) -> Any:
        return self.root.value

    def node(self, path: Sequence[Any]) -> Node:
        """The node at a path of keys and indices, or the last one that exists on the way.

        An author may write one thing where a list of one is read: its index is passed over.
        """
        node = self.root
        for part in path:
            child = node.children.get(part)
            if child is None and isinstance(part, int):
                continue
            if child is None:
                break
            node = child
        return node

    def part(self, key: str) -> Document | None:
        """The value under a key of the file as a document of its own, or nothing where there is no such key."""
        root = self.root.children.get(key)
        return Document(self.file, self.lines, root) if root else None

    def problem(
        self,
        path: Sequence[Any],
        message: str,
        hint: str = "",
        *,
        severity: str = ERROR,
        key: bool = False,
        part: str = "",
    ) -> Problem:
        """A problem at the value under ``path``; at its key with ``key``, at the word ``part`` inside it if found."""
        node = self.node(path)
        if key and path:
            node = self.node(path[:-1]).keys.get(path[-1], node)
        line, column, length = node.line, node.column, 1
        if node.end_line == node.line:
            length = max(1, node.end_column - node.column)
        if part:
            for number in range(node.line, min(node.end_line, len(self.lines) - 1) + 1):
                start = self.lines[number].find(part, node.column if number == node.line else 0)
                if start >= 0:
                    line, column, length = number, start, len(part)
                    break
        return problem_at(self.file, self.lines, line, column, message, hint, severity, length)


def problem_at(
    file: str,
    lines: list[str],
    line: int,
    column: int,
    message: str,
    hint: str = "",
    severity: str = ERROR,
    length: int = 1,
) -> Problem:
    """A problem at a line and column counted from 0, with its source line."""
    excerpt = lines[line] if 0 <= line < len(lines) else ""
    return Problem(file, line + 1, column + 1, message, hint, severity, excerpt, length)
