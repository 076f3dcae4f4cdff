"""The built site under a sub-path as on GitHub Pages, and a browser that looks at it."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.helpers import build, for_all, project
from tests.site import browser
from tests.site.watching import watched

SUB_PATH = "guide"
"""As in the address of the fixture's mkdocs.yml, so that cards made before are not made again for another one."""

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
ARGUMENTS += ["--font-render-hinting=none"]  # letters as wide as on paper: without windows they were rounded to pixels


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """The fixture built below a sub-path; the folder to serve."""

    def make(folder: Path) -> None:
        result = build(project(folder), "--strict", "--site-dir", str(folder / "site" / SUB_PATH))
        assert result.returncode == 0, result.stderr

    return for_all(tmp_path_factory, "built", make) / "site"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Where a folder is served."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def address(built):
    with serving(built) as root:
        yield f"{root}{SUB_PATH}/"


@pytest.fixture(scope="session")
def chromium():
    path = browser.find()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def page(chromium, address):
    """A phone's page that asks for nothing but the site."""
    with watched(chromium, {"width": 360, "height": 780}, address) as page:
        yield page
