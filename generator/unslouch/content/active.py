"""What in an author's SVG could run, or fetch something: browsers do both where such a picture is opened by itself.

A site serves it from its own address, so it could do there what the site's scripts do. Told at its line, and refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from xml.parsers import expat

from unslouch.content.characters import LINE_BREAK
from unslouch.content.document import problem_at
from unslouch.content.files import Content
from unslouch.content.problems import Problem

SVG = "http://www.w3.org/2000/svg"
_HTML = "http://www.w3.org/1999/xhtml"
_RUNS = {"script", "handler", "listener", "foreignobject", "iframe", "object", "embed"}
"""Elements that run something, or hold what can."""
_TURNS = {"set", "animate", "animatecolor", "animatemotion", "animatetransform", "discard"}
"""Elements that change an attribute as time goes."""
_READER_GOES = re.compile(r"(?:https?:|mailto:|#|[\w./-]*(?:[?#]|$))", re.IGNORECASE)
"""Where a link may lead."""
_INSIDE = re.compile(r"(?:#|data:image/(?:png|jpeg|gif|webp|avif);)", re.IGNORECASE)
"""What else may be named: a part of the same file, or a picture of dots that is in it."""
_FETCHES = re.compile(
    r"@import|expression\s*\(|javascript:|url\(\s*+[\"']?+\s*+(?!#|data:image/(?:png|jpeg|gif|webp|avif);)", re.I
)
"""What in a style or a colour is from elsewhere; a backslash could write any of it."""
_HINT = "save it as plain SVG: a drawing program has that in its list of formats"
Found = Callable[[str], None]


def problems(content: Content, shown: Callable[[str], str]) -> Iterator[Problem]:
    """What is active in the SVGs of a content folder; of each the first."""
    for path, file in sorted(content.files.items()):
        if PurePosixPath(path).suffix.lower() == ".svg" and file.data is None and content.is_inside(file):
            try:
                data = file.place.read_bytes()
            except OSError as error:
                yield Problem.of_file(shown(path), f"the file cannot be read: {error.strerror or error}")
                continue
            if wrong := first(data):
                message, line, column = wrong
                lines = LINE_BREAK.split(data.decode("utf-8", "replace"))
                yield problem_at(shown(path), lines, line - 1, min(column, len(lines[line - 1])), message, _HINT)


def first(data: bytes) -> tuple[str, int, int] | None:
    """What is wrong with an SVG, with the line from 1 and the column from 0; nothing where it only shows."""
    found: list[tuple[str, int, int]] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def tell(what: str) -> None:
        found.append((what, parser.CurrentLineNumber, parser.CurrentColumnNumber))

    _listen(parser, tell)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        found.append(("this is not an SVG that browsers show", error.lineno, error.offset))
    return found[0] if found else None


def _listen(parser: expat.XMLParserType, tell: Found) -> None:
    open: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        open.append(local.lower())
        if len(open) == 1 and name != f"{SVG} svg":
            tell("this is not an SVG that browsers show")
        if space == _HTML or local.lower() in _RUNS:
            tell(f"`<{local}>` can run in a reader's browser")
        for key, value in attributes.items():
            if what := _wrong(local.lower(), key.rpartition(" ")[2].lower(), re.sub(r"[\x00-\x20]", "", value)):
                tell(what)

    def words(text: str) -> None:
        if open and open[-1] == "style" and ("\\" in text or _FETCHES.search(text)):
            tell("this style fetches something")

    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open.pop()
    parser.CharacterDataHandler = words
    parser.EntityDeclHandler = lambda name, *_: tell(f"`{name}` is an entity, which no picture needs")
    parser.ProcessingInstructionHandler = lambda *_: tell("this names a style from elsewhere")


def _wrong(element: str, key: str, value: str) -> str:
    """What is wrong with an attribute; nothing where it only shows."""
    if key.startswith("on"):
        return f"`{key}` runs a script"
    if key == "href":
        allowed = _READER_GOES.match(value) if element == "a" else _INSIDE.match(value)
        return "" if allowed else f"`{value[:40]}` is fetched or run, or may be"
    if (
        element in _TURNS
        and key == "attributename"
        and (value.lower().endswith("href") or value.lower().startswith("on"))
    ):
        return f"this changes `{value}`, where a script could stand"
    if key in ("src", "data", "base"):
        return f"`{key}` fetches something"
    return f"`{key}` fetches something" if "\\" in value or _FETCHES.search(value) else ""
