"""How YAML is written: escapes, quotes, and what PyYAML's parser says of broken YAML, in an author's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from unslouch.content.inline import CONTROL

_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|.)|[^\\]", re.DOTALL)
_NAMED = dict(zip("0abvfe", "\0\a\b\v\f\x1b", strict=True))
"""Control characters that YAML has a letter for."""


def control_character(line: str, start: int) -> re.Match[str] | None:
    """The first place, from ``start``, where a line of quoted text has a control character or the escape of one."""
    return next((found for found in _ESCAPE.finditer(line, start) if CONTROL.match(_meant(found))), None)


def _meant(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    return chr(int(code, 16)) if code else _NAMED.get(found[0][1:], found[0])


def scalar(value: object, *, quoted: bool = False) -> str:
    """A value on one line, with quotes where it needs them, wherever in a file it stands; ``quoted``: with them anyway."""
    style = '"' if quoted else None
    dumped: str = yaml.safe_dump(
        [value], default_flow_style=True, default_style=style, allow_unicode=True, sort_keys=False, width=10**6
    )
    return dumped.strip()[1:-1]


@dataclass(frozen=True)
class Cause:
    """What in a line most likely broke the YAML, where the parser noticed it only later; counted from 0."""

    line: int
    column: int
    message: str
    hint: str
    length: int = 1


_VALUE = r"^(?P<before>\s*(?:- +)*(?:[\w-]+ *: +)?)"
_CLOSED_EARLY = re.compile(
    _VALUE + r"(?P<text>(?P<opened>\{[^{}]*\}|\[[^\[\]]*\]|\"[^\"]*\"|'[^']*')\s*(?P<more>[^\s,:#\]}].*))$"
)
_REMARK = re.compile(r"^[^\"'#]*\S\s(?P<sign>#[^\s#!])")


def causes(lines: Sequence[str], first: int, last: int) -> list[Cause]:
    """What in these lines may have broken the YAML."""
    found = []
    for number in range(max(0, first), min(last + 1, len(lines))):
        if early := _CLOSED_EARLY.match(lines[number].rstrip()):
            told = f"a text that starts with `{early['opened'][0]}` needs quotes around it"
            whole = scalar(early["text"].replace('"', "'") if early["opened"][0] == '"' else early["text"], quoted=True)
            found.append(
                Cause(number, early.start("text"), told, f"put the text in quotes: {whole}", len(early["text"]))
            )
        elif remark := _REMARK.match(lines[number]):
            told = "YAML takes everything from this ` #` on as a remark"
            hint = "put the text that it belongs to in quotes, or a space behind the # of a remark"
            found.append(Cause(number, remark.start("sign"), told, hint))
    return found


def explained(complaint: str) -> tuple[str, str]:
    """What is wrong, and what to write instead; nothing of the latter for a complaint not known here."""
    return _KNOWN.get(complaint, (f"the YAML breaks here: {complaint}", ""))


def number_hint(raw: str) -> str:
    """How to write what YAML takes for a number in another way of writing."""
    if ":" in raw:
        minutes, _, seconds = raw.rpartition(":")
        if re.fullmatch(r"\d{1,3}", minutes) and re.fullmatch(r"\d{1,2}", seconds):
            return f"for a length of time write {int(minutes) * 60 + int(seconds)} s; for text put it in quotes"
        return "put it in quotes if it is text"
    if re.fullmatch(r"0[0-9]+", raw):
        return f"write {int(raw)}, or put it in quotes if it is text"
    return "write the number in plain digits"


_BACKSLASH = "a backslash has a meaning of its own in double quotes", "write it twice, or use single quotes: '…'"
_PERCENT = "a line cannot start with `%`", 'put the text in quotes: "…"'
_KNOWN = {
    "mapping values are not allowed in this context": (
        "a colon followed by a space starts a new value here",
        'put text that holds ": " in quotes',
    ),
    "did not find expected key": (
        "a `key: value` was expected here",
        "check the indentation of this line, and that quotes around text are closed before anything follows",
    ),
    "could not find expected ':'": (
        "a `key: value` was expected here",
        "put a colon and a space behind its key, or check the indentation",
    ),
    "did not find expected '-' indicator": ("a list item (`- `) was expected here", "check the indentation"),
    "did not find expected ',' or ']'": ("a list in brackets is not closed", "as in [one, two]"),
    "did not find expected ',' or '}'": ("a mapping in braces is not closed", "as in {sets: 3, reps: 12}"),
    "found unexpected end of stream": ("quotes are opened and never closed", "close them on the same line"),
    "did not find expected node content": ("a value was expected here", "write one, or take the sign away"),
    "block sequence entries are not allowed in this context": (
        "a list cannot start on this line",
        "start it on the next one, or write [one, two]",
    ),
    "mapping keys are not allowed in this context": (
        "a question mark followed by a space has a meaning of its own in YAML",
        'put the text in quotes: "…"',
    ),
    "did not find expected comment or line break": (
        "after `|` or `>` the text starts on the next line",
        'write it there, indented, or put it in quotes: "…"',
    ),
    "did not find expected <document start>": (
        "what makes up the file has ended before this line",
        "check the indentation, and that braces and brackets close where they should",
    ),
    "found unexpected ':'": ("a colon needs a space after it here", "as in {sets: 3, reps: 12}"),
    "found unknown escape character": _BACKSLASH,
    "found invalid Unicode character escape code": _BACKSLASH,
    "did not find expected hexdecimal number": _BACKSLASH,
    "could not find expected directive name": _PERCENT,
    "found unknown directive name": _PERCENT,
    "found unexpected non-alphabetical character": _PERCENT,
    "found character that cannot start any token": (
        "text cannot start with this sign",
        'put the text in quotes: "…"',
    ),
    "found undefined tag handle": ("text cannot start with `!`", 'put the text in quotes: "…"'),
    "did not find expected alphabetic or numeric character": (
        "`*` and `&` have a meaning of their own in YAML",
        'put text that starts with one in quotes: "*so*"',
    ),
}
