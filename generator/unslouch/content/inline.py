"""An author's text: which links it may hold, and how it becomes Markdown, HTML or plain words.

Text is inline Markdown: emphasis, strong emphasis and links. Everything else in
it is shown as it was typed, whatever it means to Markdown, HTML or Jinja. What
is taken out of a text is taken out when it is read (:func:`clean`), before
anything looks at it; after that, all that is changed is white space.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable
from html import unescape as unescape_html
from urllib.parse import quote, unquote, urlsplit

from unslouch.fields import refusal

SCHEMES = ("http", "https", "mailto")

_LINK = re.compile(r"\[([^\[\]]+)\]\(\s*([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\s*\)")
_PLACE = re.compile(r"\{(side|other_side|emergency_number)\}")
"""What stands for words that are filled in when a page is made."""
_SPECIAL = re.compile(r"[<>&`{}|~^=+#\\\[\]!$]|:(?=\w+:)|(?<=\w):(?=//)|@|--")
_SPECIAL_IN_ATTRIBUTE = re.compile(r"[<>&\"'`{}*_\[\]\\]")
_BLOCK_START = re.compile(r"^(?:[-+*_>=#~:](?=[\s\-+*_>=#~:]|$)|\d+[.)](?=\s|$)|\?\?\?|!!!)")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no page can show, and what Markdown keeps its own marks with."""
_BYTE_ORDER_MARK = "\ufeff"
"""Comes along when text is copied; nobody sees it and it means nothing within a text."""
_SAFE_IN_TARGET = "/:?#@&=%;,.+-~!$"
_EMPHASIS = re.compile(r"(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1")


def clean(text: str) -> str:
    """Text as it was read, without what is in it by accident and without what no page can show.

    Zero-width characters stay: Persian, Khmer and many an emoji need them.
    """
    return CONTROL.sub("", text.replace(_BYTE_ORDER_MARK, ""))


def check_links(text: str) -> str:
    """Pydantic's way in: refuses a link that a reader should not be sent along."""
    for match in _LINK.finditer(one_line(text)):
        target = match[2]
        complaint, hint = _link_problem(target)
        if complaint:
            raise refusal(complaint, hint, part=target or match[0])
    return text


def _link_problem(target: str) -> tuple[str, str]:
    hint = "link to http://…, https://…, mailto:… or another page such as ../safety.md"
    if CONTROL.search(target) or any(unicodedata.category(character) == "Cf" for character in target):
        return "there is an invisible character in this link", "delete the link's address and type it anew"
    # Browsers drop control characters and white space in a scheme; a character may be written as an entity.
    for reading in (target, unquote(target), unescape_html(target), unescape_html(unquote(target))):
        reading = re.sub(r"[\x00-\x20]", "", reading)
        try:
            parts = urlsplit(reading)
        except ValueError:
            return f"`{target}` is not an address", hint
        scheme = re.match(r"[A-Za-z][A-Za-z0-9+.\-]*:", reading)
        if scheme:
            if parts.scheme.lower() not in SCHEMES:
                return f"a link may not use `{scheme[0]}`", hint
            continue
        if reading.startswith(("//", "/", "\\")):
            return f"the link `{target}` does not start from this page", hint
        if posixpath.normpath(posixpath.join("exercises", parts.path)).startswith(".."):
            return f"the link `{target}` leads out of content/", hint
    if not target:
        return "this link leads nowhere", hint
    return "", ""


def one_line(text: str) -> str:
    """Text on one line, with single spaces."""
    return " ".join(text.split())


def target(address: str) -> str:
    """A link's address in which nothing means anything to Markdown, HTML or Jinja."""
    return quote(address, safe=_SAFE_IN_TARGET).replace("&", "&amp;")


def _entity(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in match[0])


def literal(text: str) -> str:
    """Text as Markdown that shows it to the letter: for names and titles."""
    text = one_line(text)
    text = _SPECIAL.sub(_entity, text)
    text = re.sub(r"[*_]", _entity, text)
    return _BLOCK_START.sub(_entity, text)


def _as_written(name: str) -> str:
    return "{" + name + "}"


def markdown(text: str, fill: Callable[[str], str] = _as_written) -> str:
    """Text as inline Markdown in which only emphasis, strong and links mean anything.

    ``fill`` gives the Markdown that stands for ``{side}``, ``{other_side}`` and ``{emergency_number}``. A link that is
    refused when a file is checked is never made here, whoever asks.
    """
    text = one_line(text)
    out = []
    position = 0
    for match in _LINK.finditer(text):
        if any(_link_problem(match[2])):
            continue
        out.append(_inline(text[position : match.start()], fill))
        out.append(f"[{_inline(match[1], fill)}]({target(match[2])})")
        position = match.end()
    out.append(_inline(text[position:], fill))
    return _BLOCK_START.sub(_entity, "".join(out))


def _inline(text: str, fill: Callable[[str], str]) -> str:
    out = []
    position = 0
    for match in _PLACE.finditer(text):
        out.append(_SPECIAL.sub(_entity, text[position : match.start()]))
        filled = fill(match[1])
        out.append(filled if filled != match[0] else _SPECIAL.sub(_entity, filled))
        position = match.end()
    out.append(_SPECIAL.sub(_entity, text[position:]))
    return "".join(out)


def plain(text: str, fill: Callable[[str], str] = _as_written) -> str:
    """Text without its markup, for titles, descriptions, data and alt texts. Not escaped."""
    text = one_line(text)
    text = _LINK.sub(lambda match: match[1], text)
    for _ in range(3):
        text = _EMPHASIS.sub(lambda match: match[2], text)
    return _PLACE.sub(lambda match: fill(match[1]), text)


def capital(phrase: str) -> str:
    """The phrase with a capital first letter, the rest as it is."""
    return phrase[:1].upper() + phrase[1:]


def attribute(text: str) -> str:
    """Plain words as the value of an HTML attribute in quotes, inside Markdown or not."""
    return _SPECIAL_IN_ATTRIBUTE.sub(_entity, plain(text))


def direction(text: str) -> str:
    """``rtl`` or ``ltr``, by the first letter that has a direction, as browsers find it for ``dir="auto"``.

    WeasyPrint does not look for it.
    """
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return "rtl" if next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L" else "ltr"
