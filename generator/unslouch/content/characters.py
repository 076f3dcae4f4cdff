"""An author's file as it is meant, before YAML reads it: characters that look like what YAML knows, and are not.

Word processors, web pages and keyboards put them in, and nobody sees them. Each is given what it looks like, one
character for one, so that every place in the text stays where it is.
"""

from __future__ import annotations

import re
import unicodedata

from unslouch.content.inline import BLANK

LINE_BREAK = re.compile(r"\r\n|[\r\n]")
"""What editors count as one. YAML 1.1 counts U+0085, U+2028 and U+2029 too, which come along in pasted text."""

_SPACES = {ord(sign): " " for sign in "\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"}
_SPACES |= dict.fromkeys(range(8192, 8203), " ")
_TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Embeddings, overrides and isolates of directions: each text stands in an element that keeps its direction to itself."""
_BLANK = dict.fromkeys(map(ord, "\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0"))
"""What counts as a letter or a sign, and has no ink."""
_BULLET = r"[•‣◦●○▪▫■□∙·–—]|\d{1,2}[.)]"
_LISTED = re.compile(rf"(?P<indent> *)(?P<sign>{_BULLET})(?= +\S)")
_MAY_BE_LISTED = re.compile(rf"\n *(?:{_BULLET}) +\S")
_OPENS_A_LIST = re.compile(r"(?P<indent> *)(?:- +)?[a-z_]+ *: *(?:#.*)?\Z")
_BRACED = re.compile(
    rf"(?P<two>\{{)?\{{ *(?:{BLANK} *\}}(?(two)\}})|[a-z][\w -]*\}}(?(two)\}})(?= +[^\s#,:\]}}]))", re.IGNORECASE
)
"""A word that is filled in, or any with more words behind it: no mapping of the format looks like that."""
_HELD = str.maketrans("{}", "\ue000\ue001")
_BRACES = str.maketrans("\ue000\ue001", "{}")
"""Characters of private use, which stand for braces that open no mapping while YAML reads the text."""


def end_of(text: str) -> tuple[int, int]:
    """The line and the column, from 0, that come after ``text``."""
    lines = LINE_BREAK.split(text)
    return len(lines) - 1, len(lines[-1])


def as_meant(text: str) -> str:
    """``text`` for YAML to read, with every character at its place."""
    text = text.translate(_SPACES)
    if "{" in text:
        text = _BRACED.sub(lambda found: found[0].translate(_HELD), text)
    return _with_hyphens(text)


def as_written(value: str) -> str:
    """A value that YAML has read, with its braces."""
    return value.translate(_BRACES)


def seen(text: str) -> str:
    """``text`` without characters that are not seen, where it holds nothing that could need them.

    Persian, Khmer and many an emoji need them; a text of Latin letters does not. No text needs what turns the words
    around it, and one in which nothing is seen is empty.
    """
    if text.isascii():
        return text
    text = text.translate(_TURNS)
    bare = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return bare if bare.isascii() else text if bare.translate(_BLANK).strip() else ""


def _with_hyphens(text: str) -> str:
    """Bullets and numbers pasted where a list begins, below a key that has nothing else, as YAML's hyphens."""
    if not _MAY_BE_LISTED.search(f"\n{text}"):
        return text
    lines = re.split(rf"({LINE_BREAK.pattern})", text)
    above, below = "", -1
    for number in range(0, len(lines), 2):
        line = lines[number]
        if not line.strip():
            continue
        listed, opening = _LISTED.match(line), _OPENS_A_LIST.match(above)
        if listed and (len(listed["indent"]) == below or (opening and len(opening["indent"]) <= len(listed["indent"]))):
            below = len(listed["indent"])
            sign = "-".ljust(len(listed["sign"]))
            lines[number] = f"{listed['indent']}{sign}{line[listed.end() :]}"
        elif len(line) - len(line.lstrip(" ")) <= below:
            below = -1
        above = line
    return "".join(lines)
