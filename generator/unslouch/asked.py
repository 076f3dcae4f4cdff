"""While serving: what takes long is made when somebody asks for it, so that an edit is seen at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserver

Makes = Callable[[], Mapping[str, bytes]]
"""Makes files: path in the site → what is there."""

OFTEN = 0.1
"""Seconds between two looks at the files, where MkDocs waits half a second."""
FEW = 1000
"""So many files are looked at in some milliseconds."""


class Asked:
    """What a served site has places for, and nothing in them yet."""

    def __init__(self) -> None:
        self._waiting: dict[str, Makes] = {}
        self._alone = threading.Lock()

    def wait(self, makes: Mapping[str, Makes]) -> None:
        """Path in the site → what makes it, in the place of all that waited before."""
        with self._alone:
            self._waiting = dict(makes)

    def stand_before(self, server: LiveReloadServer) -> LiveReloadServer:
        """Have a server make what waits before it answers."""

        def answered(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            path = environ["PATH_INFO"].removeprefix(server.mount_path)
            self._make(path + "index.html" if path.endswith("/") or not path else path, Path(server.root))
            return server.serve_request(environ, start_response)

        server.set_app(answered)
        return server

    def _make(self, path: str, site: Path) -> None:
        with self._alone:  # both sizes of a sheet are made at once, and once
            if not (make := self._waiting.get(path)):
                return
            for place, data in make().items():
                self._waiting.pop(place, None)
                (site / place).parent.mkdir(parents=True, exist_ok=True)
                (site / place).write_bytes(data)


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
