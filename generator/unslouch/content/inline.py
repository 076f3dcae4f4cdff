"""An author's text as a value: read once, here; :mod:`unslouch.content.rendering` makes Markdown, HTML or words of it.

Text is inline Markdown: emphasis, strong emphasis and links, and blanks such as
``{side}``. Everything else in it is words, whatever it means to Markdown, HTML
or Jinja. What is taken out of a text is taken out when its file is read
(:func:`clean`), before anything looks at it; after that, all that is changed is
white space.
"""

from __future__ import annotations

import difflib
import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape as unescape_html
from typing import Annotated, TypeAlias
from urllib.parse import unquote, urlsplit

from pydantic import GetPydanticSchema, StringConstraints
from pydantic_core.core_schema import no_info_after_validator_function

from unslouch.fields import refusal

SCHEMES = ("http", "https", "mailto")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no page can show, and what Markdown keeps its own marks with."""
_BYTE_ORDER_MARK = "\ufeff"
"""Comes along when text is copied; nobody sees it and it means nothing within a text."""

_BLANKS = {name.replace("_", ""): name for name in ("side", "other_side", "emergency_number")}
_SIDES = frozenset(
    {"left", "right", "other", "opposite", "oppositeside", "leftside", "rightside", "workingside", "same"}
)
_BULLET = re.compile(r"^[•‣◦●○▪▫■□∙·–—] +(?=\S)")
"""Comes along when an item of a list is pasted."""
_BRACED = re.compile(r"(?P<two>\{)?\{\s*(?P<word>[A-Za-z][A-Za-z _-]*?)\s*\}(?(two)\})")
_LINK = re.compile(r"\[(?P<words>[^\[\]]+)\]\(\s*(?P<address>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\s*\)")
BLANK = r"(?P<blank>side|other[ _-]?side|emergency[ _-]?number)"
"""A word in braces that is filled in, as authors write it: in any case, with or without what joins its words."""
_MARK = re.compile(rf"(?P<two>\{{)?\{{\s*(?i:{BLANK})\s*\}}(?(two)\}})|\*\**|__*")
_MARKUP = re.compile(f"{_LINK.pattern}|{_MARK.pattern}")
"""Each of its branches begins with a character of its own, which lets ``re`` skip words fast."""
_DEEPEST = 8
"""Marks within marks; what is deeper is shown as it was typed."""


def clean(text: str) -> str:
    """Text as it was read, without what is in it by accident and without what no page can show.

    Zero-width characters stay: Persian, Khmer and many an emoji need them.
    """
    return CONTROL.sub("", text.replace(_BYTE_ORDER_MARK, ""))


def one_line(text: str) -> str:
    """Text on one line, with single spaces."""
    return " ".join(text.split())


def sentences(text: str) -> list[str]:
    """The sentences of a text, with their marks."""
    return re.split(r"(?<=[.!?])\s+", text)


def capital(phrase: str) -> str:
    """The phrase with a capital first letter, the rest as it is."""
    return phrase[:1].upper() + phrase[1:]


def question(text: str) -> str:
    """What a text asks at its beginning, without the mark: ``Sore knee`` of ``Sore knee? Leave it out.``; else all of it."""
    return re.split("[?？؟]", text)[0].strip()


def direction(text: str) -> str:
    """``rtl`` or ``ltr``, by the first letter that has a direction, as browsers find it for ``dir="auto"``.

    WeasyPrint does not look for it.
    """
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return "rtl" if next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L" else "ltr"


@dataclass(frozen=True, slots=True)
class Strong:
    """What is written ``**so**``."""

    inner: Inline


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What is written ``*so*``."""

    inner: Inline


@dataclass(frozen=True, slots=True)
class Link:
    """What is written ``[so](address)``, with an address that a reader can be sent to."""

    inner: Inline
    address: str


@dataclass(frozen=True, slots=True)
class Blank:
    """What is filled in when a page is made: ``side``, ``other_side`` or ``emergency_number``."""

    name: str

    @property
    def written(self) -> str:
        """As its author writes it."""
        return f"{{{self.name}}}"


Part: TypeAlias = str | Strong | Emphasis | Link | Blank


class Inline(tuple[Part, ...]):
    """A text on one line: its parts in order, words as they are read."""

    __slots__ = ()

    def blanks(self) -> Iterator[Blank]:
        """What is to be filled in, wherever in the text it stands."""
        for part in self:
            if isinstance(part, Blank):
                yield part
            elif not isinstance(part, str):
                yield from part.inner.blanks()

    def side(self) -> Blank | None:
        """The first blank of it that speaks of a side, if any does."""
        return next((blank for blank in self.blanks() if blank.name in ("side", "other_side")), None)


def read(text: str) -> Inline:
    """Pydantic's way in: :func:`parse`, but a link that a reader should not be sent along, or a misspelt blank, is refused."""
    line = _BULLET.sub("", one_line(text))
    for match in _BRACED.finditer(line) if "{" in line else ():
        if meant := _misspelt(match["word"]):
            raise refusal(f"`{match[0]}` is not a word that is filled in", f"write {meant}", part=match[0])
    for match in _LINK.finditer(line) if "](" in line else ():
        complaint, hint = _link_problem(match["address"])
        if complaint:
            raise refusal(complaint, hint, part=match["address"] or match[0])
    return _parsed(line)


def _misspelt(word: str) -> str:
    """What a word in braces was meant to be, if it is none that is filled in, and likely was meant to be one."""
    bare = re.sub("[ _-]", "", word.lower())
    if bare in _BLANKS:
        return ""
    if bare in _SIDES:
        return "`{side}` for the side that works, or `{other_side}`"
    near = difflib.get_close_matches(bare, _BLANKS, n=1, cutoff=0.75)
    return f"`{{{_BLANKS[near[0]]}}}`" if near else ""


def text_of(most: int) -> GetPydanticSchema:
    """An author's text of ``most`` characters, an :class:`Inline` once read; to JSON Schema, a string."""
    written = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=most)]
    return GetPydanticSchema(lambda _, handler: no_info_after_validator_function(read, handler(written)))


Text = Annotated[Inline, text_of(2000)]
"""A sentence or a paragraph of inline Markdown: emphasis, strong, links."""


def _link_problem(address: str) -> tuple[str, str]:
    hint = "link to http://…, https://…, mailto:… or another page such as ../safety.md"
    if CONTROL.search(address) or any(unicodedata.category(character) == "Cf" for character in address):
        return "there is an invisible character in this link", "delete the link's address and type it anew"
    # Browsers drop control characters and white space in a scheme; a character may be written as an entity.
    for reading in (address, unquote(address), unescape_html(address), unescape_html(unquote(address))):
        reading = re.sub(r"[\x00-\x20]", "", reading)
        try:
            parts = urlsplit(reading)
        except ValueError:
            return f"`{address}` is not an address", hint
        scheme = re.match(r"[A-Za-z][A-Za-z0-9+.\-]*:", reading)
        if scheme:
            if parts.scheme.lower() not in SCHEMES:
                return f"a link may not use `{scheme[0]}`", hint
            continue
        if reading.startswith(("//", "/", "\\")):
            return f"the link `{address}` does not start from this page", hint
        if posixpath.normpath(posixpath.join("exercises", parts.path)).startswith(".."):
            return f"the link `{address}` leads out of content/", hint
    if not address:
        return "this link leads nowhere", hint
    return "", ""


def parse(text: str) -> Inline:
    """The value of a text. A link that :func:`read` refuses is no link here: it stays as it was typed."""
    return _parsed(one_line(text))


@dataclass(slots=True)
class _Level:
    """What stands after a mark that opens, until it is closed; the whole text has none."""

    mark: str
    parts: list[Part]


def _parsed(text: str) -> Inline:
    if not any(sign in text for sign in "[{*_"):
        return Inline([text] if text else [])
    levels = [_Level("", [])]
    end = 0
    for match in _marks(text):
        start, kind = match.start(), match.lastgroup
        levels[-1].parts.append(text[end:start])
        end = match.end()
        if kind == "blank":
            levels[-1].parts.append(Blank(_BLANKS[re.sub("[ _-]", "", match["blank"].lower())]))
        elif kind == "address":
            levels[-1].parts.append(Link(_parsed(match["words"]), match["address"]))
        else:
            _run(levels, match[0], text[start - 1 : start], text[end : end + 1])
    levels[-1].parts.append(text[end:])
    _give_up(levels, 0)
    return _joined(levels[0].parts)


def _marks(text: str) -> Iterator[re.Match[str]]:
    for match in _MARKUP.finditer(text):
        if match.lastgroup == "address" and any(_link_problem(match["address"])):
            yield from _MARK.finditer(text, *match.span())
        else:
            yield match


def _run(levels: list[_Level], run: str, before: str, after: str) -> None:
    """Asterisks or underlines in a row: they close what is open, then open, else they are words."""
    marks, underlines = len(run) <= 3, run[0] == "_"
    closes = marks and before.strip() and not (underlines and after.isalnum())
    opens = marks and after.strip() and not (underlines and before.isalnum())
    while closes and run and (closed := _closed_by(run, levels)):
        run = run[_close(levels, closed, len(run)) :]
    if run and opens and len(levels) <= _DEEPEST:
        levels.append(_Level(run, []))
    else:
        levels[-1].parts.append(run)


def _closed_by(run: str, levels: list[_Level]) -> int:
    """Which level a run closes, all of it or, where the run or the mark is longer than the other, a part; 0 for none."""
    for index in range(len(levels) - 1, 0, -1):
        if levels[index].mark == run:
            return index
    last = levels[-1].mark
    fits = last[:1] == run[0] and (len(last) < len(run) or len(last) == 3)
    return len(levels) - 1 if fits else 0


def _close(levels: list[_Level], closed: int, length: int) -> int:
    """Close a level with a run of some length; how much of the run that takes."""
    _give_up(levels, closed)
    level = levels.pop()
    taken = min(len(level.mark), length)
    inner = _joined(level.parts)
    made = Emphasis(inner) if taken == 1 else Strong(inner if taken == 2 else Inline((Emphasis(inner),)))
    if rest := level.mark[taken:]:
        levels.append(_Level(rest, [made]))
    else:
        levels[-1].parts.append(made)
    return taken


def _give_up(levels: list[_Level], down_to: int) -> None:
    """Take the marks above a level for words: nothing closed them."""
    while len(levels) - 1 > down_to:
        unclosed = levels.pop()
        levels[-1].parts += [unclosed.mark, *unclosed.parts]


def _joined(parts: Iterable[Part]) -> Inline:
    joined: list[Part] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(last := joined[-1], str):
            joined[-1] = last + part
        elif part:
            joined.append(part)
    return Inline(joined)
