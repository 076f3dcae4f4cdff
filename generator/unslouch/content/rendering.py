"""An author's text (:mod:`unslouch.content.inline`) as Markdown, as HTML, as words; and any words made harmless.

Nothing but the parts of a text comes alive: what is words in it is shown to the letter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import lru_cache
from html import escape
from typing import Any
from urllib.parse import quote

from unslouch.content.inline import Blank, Emphasis, Inline, Link, Strong, one_line

Fill = Callable[[str], str]
"""What stands for a blank of this name, in the language that is rendered to."""

_SPECIAL = re.compile(r"[<>&`{}|~^=+#\\\[\]!$*_]|:(?=\w+:)|(?<=\w):(?=//)|@|--")
_SPECIAL_IN_ATTRIBUTE = re.compile(r"[<>&\"'`{}*_\[\]\\]")
_BLOCK_START = re.compile(r"^(?:[-:](?=[\s\-:*]|$)|\d+[.)](?=\s|$)|\?\?\?)")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
"""Of JSON."""
_AWAKE = re.compile(r"[<>&{}\u2028\u2029]")
_SAFE_IN_TARGET = "/:?#@&=%;,.+-~!$"


def _entity(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in match[0])


def _words(text: str) -> str:
    return _SPECIAL.sub(_entity, text)


@lru_cache(maxsize=10_000)
def literal(text: str) -> str:
    """Words as Markdown that shows them to the letter: for names and titles."""
    return _BLOCK_START.sub(_entity, _words(one_line(text)))


def attribute(text: str) -> str:
    """Words as the value of an HTML attribute in quotes, inside Markdown or not."""
    return _SPECIAL_IN_ATTRIBUTE.sub(_entity, one_line(text))


def in_script(data: Any) -> str:
    """Data as JSON that can stand in a script element of a page: no text in it means anything to HTML, Jinja, or what
    reads a page's lines before Markdown does.
    """
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _STRING.sub(lambda found: _AWAKE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", found[0]), written)


def target(address: str) -> str:
    """A link's address in which nothing means anything to Markdown, HTML or Jinja."""
    return quote(address, safe=_SAFE_IN_TARGET).replace("&", "&amp;")


def _as_written(name: str) -> str:
    return Blank(name).written


def _as_written_in_markdown(name: str) -> str:
    return _words(_as_written(name))


def markdown(text: Inline, fill: Fill = _as_written_in_markdown) -> str:
    """A text as inline Markdown."""
    return _BLOCK_START.sub(_entity, _markdown(text, fill))


def _markdown(text: Inline, fill: Fill) -> str:
    made = ""
    for part in text:
        match part:
            case str():
                made += _words(part)
            case Blank(name):
                made += fill(name)
            case Link(inner, address):
                made += f"[{_markdown(inner, fill)}]({target(address)})"
            case Strong(inner):
                made += _marked("**", "strong", _markdown(inner, fill), made)
            case Emphasis(inner):
                made += _marked("*", "em", _markdown(inner, fill), made)
    return made


def _marked(mark: str, tag: str, inner: str, before: str) -> str:
    """Marks where they stand alone; tags where marks would touch or hold others, which engines read each its own way."""
    alone = "*" not in inner and not before.endswith("*")
    return f"{mark}{inner}{mark}" if alone else f"<{tag}>{inner}</{tag}>"


def html(text: Inline, fill: Fill = _as_written, words: Callable[[str], str] = escape) -> str:
    """A text as inline HTML, with its ``words`` made harmless."""
    made = ""
    for part in text:
        match part:
            case str():
                made += words(part)
            case Blank(name):
                made += fill(name)
            case Link(inner, address):
                made += f'<a href="{target(address)}">{html(inner, fill, words)}</a>'
            case Strong(inner):
                made += f"<strong>{html(inner, fill, words)}</strong>"
            case Emphasis(inner):
                made += f"<em>{html(inner, fill, words)}</em>"
    return made


def html_in_markdown(text: Inline, fill: Fill = _as_written_in_markdown) -> str:
    """A text as inline HTML in which nothing means anything to Markdown or Jinja."""
    return html(text, fill, _words)


def plain(text: Inline, fill: Fill = _as_written) -> str:
    """A text without its markup, for titles, descriptions, data and alt texts. Not escaped."""
    made = ""
    for part in text:
        match part:
            case str():
                made += part
            case Blank(name):
                made += fill(name)
            case Link(inner) | Strong(inner) | Emphasis(inner):
                made += plain(inner, fill)
    return made
