"""While serving: what takes long is made when somebody asks for it, so that an edit is seen at once."""

from __future__ import annotations

import posixpath
import threading
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click
from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

from unslouch import telling
from unslouch.tools import whole
from unslouch.tools.making import Make

OFTEN = 0.1
"""Seconds between two looks at the files, where MkDocs waits half a second."""
FEW = 1000
"""So many files are looked at in some milliseconds."""


class Asked:
    """What a served site has places for, and nothing in them yet; and what is said on all its pages."""

    def __init__(self) -> None:
        self.notice = ""
        """HTML that stands at the top of every page."""
        self.building = threading.Lock()
        """Held while pages are built, and while anything is made that is asked for: all of it shares what it remembers."""
        self._waiting: dict[str, Make] = {}

    def wait(self, makes: Mapping[str, Make]) -> None:
        """Path in the site → what makes it, in the place of all that waited before."""
        self._waiting = dict(makes)

    def stand_before(self, server: LiveReloadServer) -> LiveReloadServer:
        """Have a server make what waits before it answers, and say what there is to say."""

        def answered(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore").removeprefix(server.mount_path)
            for place in (path, posixpath.join(path, "index.html")):  # MkDocs leads to a folder whose slash is left out
                self._make(place, Path(server.root))
            return self._with_notice(partial(server.serve_request, environ), start_response)

        server.set_app(answered)
        return server

    def _make(self, path: str, site: Path) -> None:
        if path not in self._waiting:  # who asks only whether there is news need not wait for a build
            return
        with self.building:  # what is asked for twice is made once
            waiting = self._waiting
            if make := waiting.get(path):
                (site / path).parent.mkdir(parents=True, exist_ok=True)
                whole.write(site / path, make())
                del waiting[path]

    def _with_notice(self, answer: Callable[[Any], Iterable[bytes]], start_response: Any) -> Iterable[bytes]:
        if not self.notice:
            return answer(start_response)
        told: list[Any] = []
        body = answer(lambda *how: told.extend(how))
        status, headers, *_ = told
        if dict(headers).get("Content-Type", "").startswith("text/html"):
            page = telling.on_page(b"".join(body).decode("utf-8", "replace"), self.notice).encode()
            headers = [(name, value) for name, value in headers if name != "Content-Length"]
            headers, body = [*headers, ("Content-Length", str(len(page)))], [page]
        start_response(status, headers)
        return body


def can_be() -> bool:
    """Whether the server that builds are for will ask: with ``--no-livereload`` MkDocs gives no plugin a say in it."""
    command = click.get_current_context(silent=True)
    return command is None or bool(command.params.get("livereload", True))


def look_often(server: LiveReloadServer, folder: Path) -> LiveReloadServer:
    """Have a server that has not begun see an edit sooner, where ``folder`` holds few files."""
    watched = list(server._watched_paths)
    if sum(1 for _ in folder.rglob("*")) > FEW:
        return server
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=OFTEN)
    for path in watched:
        server.watch(path)
    return server
