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
_PUT = re.compile(r"<!-- unslouch (\d+) -->")
_NEIGHBOURS = re.compile(r"<!-- unslouch \d+ -->(?:\s+<!-- unslouch \d+ -->)*")
_NOT_SEARCHED = re.compile(r"""<[^<>]* data-search-exclude\b""")
_ADDRESS = re.compile(r'="(?:(?<=\bhref=")|(?<=\bsrc="))(?![a-z]+:|[#/])([^"]+)')
_ID = re.compile(r'id="(?<=\sid=")([^"]+)')
"""As the other, it begins with letters, of which Python finds the places far quicker."""

Together = list[str]
"""Blocks that follow one another."""
Resolve = Callable[[str], str]
"""A link from the source file of a page to another → one that leads where the built page is, from the built page."""


def set_aside(markdown: str) -> tuple[str, list[Together]]:
    """A page without its blocks, and these; one mark stands for those that follow one another."""
    blocks: list[str] = []
    held: list[Together] = []

    def take(match: re.Match[str]) -> str:
        block = match[0]
        if " markdown" in block and " markdown" in (block := _OPENS.sub(r"\1>", block)):
            return match[0]
        blocks.append(block)
        return ASIDE.format(len(blocks) - 1)

    def join(match: re.Match[str]) -> str:
        held.append([blocks[int(number)] for number in _PUT.findall(match[0])])
        return ASIDE.format(len(held) - 1)

    return _NEIGHBOURS.sub(join, _BLOCK.sub(take, markdown)), held


def put_back(html: str, held: list[Together]) -> str:
    """The page's HTML with its blocks."""
    if not held:
        return html
    return _PUT.sub(lambda match: "\n".join(held[int(match[1])]), html)


def not_searched(held: list[Together]) -> list[str]:
    """The blocks that the search leaves out, each one element."""
    return [block for blocks in held for block in blocks if _NOT_SEARCHED.match(block) and _is_one_element(block)]


def _is_one_element(block: str) -> bool:
    """Whether a block ends where the element ends that it begins with."""
    depth, end = 0, 0
    for tag in re.finditer(rf"<(/?){re.match('<([a-z]+)', block)[1]}\b[^<>]*>", block):  # type: ignore[index]
        depth += -1 if tag[1] else 1
        end = tag.end()
        if not depth:
            break
    return not depth and end == len(block)


def ids(held: list[Together]) -> set[str]:
    """The anchors that blocks hold."""
    return {id for blocks in held for block in blocks for id in _ID.findall(block)}


def addressed(text: str, resolve: Resolve) -> str:
    """HTML with its links resolved; in templates they lead from source to source, as those of Markdown do."""
    return _ADDRESS.sub(lambda match: f'="{resolve(match[1])}', text)
