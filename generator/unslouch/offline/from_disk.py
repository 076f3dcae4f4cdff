"""A built site so changed that it works when it is opened from a disk, without any server.

Browsers give a page from a disk no module scripts, no files for its scripts, and no workers. So modules become plain scripts,
what scripts read stands beside it as a script too, and ``disk/disk.js`` reads those, and lets workers run in frames.
"""

from __future__ import annotations

import json
import posixpath
import re
from importlib import resources
from pathlib import Path

from unslouch.exchange import published
from unslouch.guide import policy
from unslouch.guide.addresses import ASSETS
from unslouch.offline.linking import NotLinked, link

_SHIM = f"{ASSETS}/disk.js"
_MODULE = re.compile(r"<script\b(?=[^>]*\btype=\"?module\b)[^>]*\bsrc=\"?(?P<src>[^\"\s>]+)[^>]*>")
_ELSEWHERE = re.compile(r"^(?:\w+:|/)")
"""Addresses that do not go from the page on: of another site, or of the page of what was not found."""
_AHEAD = re.compile(r"<link\b(?=[^>]*\brel=\"?(?:module)?preload\b)[^>]*>")
"""What is loaded ahead of its time is asked for in a way that a disk refuses."""
_READ = (".json", ".moving.svg")
"""What scripts read."""
_INDEX = "search/search_index"


def open_from_disk(site: Path) -> list[str]:
    """Change the site in a folder; returns what could not be, in plain words."""
    entries: set[str] = set()
    for page in sorted(site.rglob("*.html")):
        path = page.relative_to(site).as_posix()
        text, modules = _opened(policy.without(page.read_text(encoding="utf-8")), path)
        page.write_text(text, encoding="utf-8", newline="\n")
        entries |= modules
    wrong = []
    linked: dict[str, str] = {}
    for entry in sorted(entries):
        try:
            linked[entry] = link(entry, lambda path: (site / path).read_text(encoding="utf-8"))
        except (NotLinked, OSError) as error:
            wrong.append(f"this script does not work from a disk: {error}")
    for path, text in linked.items():
        _write(site / path, text)
    others = [site / path for path in (*published.PATHS, *published.SCHEMAS.values())]
    for file in sorted(path for path in site.rglob("*") if path.name.endswith(_READ) and path not in others):
        _write(file.with_name(f"{file.name}.js"), _as_script(file))
    index = site / f"{_INDEX}.json"
    if index.is_file():
        _write(site / f"{_INDEX}.js", f"var __index = {index.read_text(encoding='utf-8')}")
    _write(site / _SHIM, (resources.files("unslouch.offline") / "disk/disk.js").read_text(encoding="utf-8"))
    return wrong


def _opened(page: str, path: str) -> tuple[str, set[str]]:
    """A page without what a disk refuses, and which modules it had, as places in the site."""
    root = "../" * path.count("/")
    entries = set()

    def plain(found: re.Match[str]) -> str:
        if _ELSEWHERE.match(found["src"]):
            return found[0]
        entries.add(posixpath.normpath(posixpath.join(posixpath.dirname(path), found["src"])))
        return f'<script defer src="{found["src"]}">'

    text = _MODULE.sub(plain, _AHEAD.sub("", page))
    shim = f'<script src="{root}{_SHIM}"></script>'
    return text if shim in text else text.replace("<head>", f"<head>{shim}", 1), entries


def _as_script(file: Path) -> str:
    """A file's text under the address of the script that brings it."""
    text = json.dumps(file.read_text(encoding="utf-8"), ensure_ascii=False)
    return f"unslouchFiles[document.currentScript.src.slice(0, -3)] = {text}\n"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
