"""Blocks of HTML in a page's Markdown: set aside while it is converted, which takes most of a build's time, and put back.

A block is lines from one that begins with a tag of a block to the next empty one, as in CommonMark. So every engine reads
our pages alike; Python's would look for Markdown in each tag of them, and for where each is closed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_BLOCK = re.compile(
    r"^</?(?:aside|details|div|fieldset|figure|form|li|ol|p|script|section|table|ul)\b.*(?:\n.+)*", re.MULTILINE
)
_OPENS = re.compile(r"""^(<[a-z][^<>]*?) markdown(?:="block")?>$""", re.MULTILINE)
"""The tag of a block with Markdown in it, on a line of its own."""
ASIDE = "<!-- unslouch {} -->"
"""What stands for a block."""
_PUT = re.compile(r"<!-- unslouch ([\d ]+) -->")
_NEIGHBOURS = re.compile(r" -->\s+<!-- unslouch")
_NOT_SEARCHED = re.compile(r"""<[^<>]* data-search-exclude\b""")
_ADDRESS = re.compile(r'(\b(?:href|src)=")(?![a-z]+:|[#/])([^"]+)')
_ID = re.compile(r'<[^<>]*\bid="([^"]+)"')

Resolve = Callable[[str], str]
"""A link from the source file of a page to another → one that leads where the built page is, from the built page."""


def set_aside(markdown: str) -> tuple[str, list[str]]:
    """A page without its blocks, and these."""
    blocks: list[str] = []

    def take(match: re.Match[str]) -> str:
        block = _OPENS.sub(r"\1>", match[0])
        if " markdown" in block:
            return match[0]
        blocks.append(block)
        return ASIDE.format(len(blocks) - 1)

    return _NEIGHBOURS.sub("", _BLOCK.sub(take, markdown)), blocks


def put_back(html: str, blocks: list[str]) -> str:
    """The page's HTML with its blocks."""
    if not blocks:
        return html
    return _PUT.sub(lambda match: "\n".join(blocks[int(number)] for number in match[1].split()), html)


def not_searched(blocks: list[str]) -> list[str]:
    """The blocks that the search leaves out, each one element."""
    return [block for block in blocks if _NOT_SEARCHED.match(block) and _is_one_element(block)]


def _is_one_element(block: str) -> bool:
    """Whether a block ends where the element ends that it begins with."""
    depth, end = 0, 0
    for tag in re.finditer(rf"<(/?){re.match('<([a-z]+)', block)[1]}\b[^<>]*>", block):  # type: ignore[index]
        depth += -1 if tag[1] else 1
        end = tag.end()
        if not depth:
            break
    return not depth and end == len(block)


def ids(blocks: list[str]) -> set[str]:
    """The anchors that blocks hold."""
    return {id for block in blocks for id in _ID.findall(block)}


def addressed(text: str, resolve: Resolve) -> str:
    """HTML with its links resolved; in templates they lead from source to source, as those of Markdown do."""
    return _ADDRESS.sub(lambda match: match[1] + resolve(match[2]), text)
