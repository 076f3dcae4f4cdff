"""ES modules as one plain script, for where a browser takes no modules: a worker, and a page that is opened from a disk.

What is understood is how our own scripts are written: an import or export begins its line, names what it means, and
exports a function, a class or one constant. Anything else is refused, never guessed at.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable

_IMPORT = re.compile(
    r"^import (?:(?:\{(?P<names>[^}]*)\}|\* as (?P<all>\w+)) from )?[\"'](?P<place>\.[^\"']+)[\"'];?[ \t]*$",
    re.MULTILINE,
)
_EXPORT = re.compile(r"^export (?P<what>(?:async )?function\*?|class|const) (?P<name>\w+)", re.MULTILINE)
_LISTED = re.compile(r"^export \{(?P<names>[^}]*)\};?[ \t]*$", re.MULTILINE)
_OTHER = re.compile(r"^[ \t]*(?:import\b|export\b).*|\bimport(?:\.meta|\s*\().*", re.MULTILINE)


_WAITS = re.compile(r"^(?:await\b|(?:const|let) [^=\n]*= await\b)", re.MULTILINE)
"""A module that waits while it is loaded; what imports it waits too. A worker has to be there at once, and never does."""


class NotLinked(Exception):
    """A module that is written in a way that is not understood here."""


def link(entry: str, read: Callable[[str], str]) -> str:
    """The module ``entry`` with all that it imports, as a script. ``read`` gives the text of a module by its path.

    Each module becomes a function that runs once, after those it imports.
    """
    found: dict[str, str] = {}
    exported: dict[str, dict[str, str]] = {}

    def follow(path: str, way: tuple[str, ...]) -> None:
        if path in way:
            raise NotLinked(f"{' → '.join([*way, path])}: these modules import each other in a circle")
        if path in exported:
            return
        text = read(path)
        for one in _IMPORT.finditer(text):
            follow(_place(path, one["place"]), (*way, path))
        exported[path] = _exports(text)
        found[path] = _wrapped(path, text, exported)

    follow(entry, ())
    return _run('"use strict";\n' + "".join(found.values())) + "\n"


def _place(path: str, place: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), place))


def _exports(text: str) -> dict[str, str]:
    """By which name others know what → its own name."""
    names = {one["name"]: one["name"] for one in _EXPORT.finditer(text)}
    for listed in _LISTED.finditer(text):
        names |= {other: own for own, other in _pairs(listed["names"])}
    return names


def _wrapped(path: str, text: str, exported: dict[str, dict[str, str]]) -> str:
    """A module as a function that gives what it exports."""
    known = list(exported)

    def imported(found: re.Match[str]) -> str:
        other = _place(path, found["place"])
        module = f"module{known.index(other)}"
        if found["all"]:
            return f"const {found['all']} = {module}"
        pairs = _pairs(found["names"] or "")
        for name, _ in pairs:
            if name not in exported[other]:
                raise NotLinked(f"{path}: {other} exports no {name}")
        return f"const {_listed(pairs)} = {module}" if pairs else ""

    body = _LISTED.sub("", _EXPORT.sub(r"\g<what> \g<name>", _IMPORT.sub(imported, text)))
    if other := _OTHER.search(_bare(body)):
        raise NotLinked(f"{path}: this is not understood: {other[0].strip()}")
    gives = _listed(exported[path].items())
    made = _run(f"{body}\nreturn {gives}\n")
    return f"const module{known.index(path)} = {'await ' if made.startswith('(async') else ''}{made}\n"


def _run(body: str) -> str:
    """A function of this body, called; it waits where its body does."""
    return f"({'async ' if _WAITS.search(body) else ''}() => {{\n{body}}})()"


def _listed(pairs: Iterable[tuple[str, str]]) -> str:
    """``{ a, b: c }``, as an object or as a pattern."""
    return f"{{ {', '.join(name if name == own else f'{name}: {own}' for name, own in pairs)} }}"


def _pairs(names: str) -> list[tuple[str, str]]:
    """``a, b as c`` → (a, a), (b, c)."""
    parts = [part.split(" as ") for part in names.split(",") if part.strip()]
    return [(part[0].strip(), part[-1].strip()) for part in parts]


def _bare(text: str) -> str:
    """A script without its comments, in which anything may be written."""
    return re.sub(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", "", text, flags=re.DOTALL)
