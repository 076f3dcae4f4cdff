"""The built site under a sub-path as on GitHub Pages, and a browser that looks at it."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from tests.helpers import build, for_all, project
from tests.site import browser
from tests.site.watching import watched

SUB_PATH = "guide"
"""As in the address of the fixture's mkdocs.yml, so that cards made before are not made again for another one."""

PHONE: ViewportSize = {"width": 360, "height": 780}
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


@pytest.fixture(scope="session")
def context(chromium) -> Iterator[BrowserContext]:
    """Where pages are opened, one after another: what they load is fetched and compiled once, which takes the most time."""
    with new(chromium) as context:
        context.new_page()  # it stays blank, and what others compiled stays with it
        yield context


@pytest.fixture
def own_context(chromium) -> Iterator[BrowserContext]:
    """For who sets a clock, or fills a cache: that stays as long as the context does."""
    with new(chromium) as context:
        yield context


@pytest.fixture(scope="session")
def scriptless(chromium) -> Iterator[BrowserContext]:
    """Where no script runs, and so nothing is kept."""
    with new(chromium, java_script_enabled=False) as context:
        yield context


@contextmanager
def new(chromium: Browser, **options: Any) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport=PHONE, **options)
    yield context
    context.close()


@pytest.fixture
def page(context, address):
    """A phone's page that asks for nothing but the site."""
    with watched(context, PHONE, address) as page:
        yield page


@pytest.fixture
def own_page(own_context, address):
    """The same, in a context of its own."""
    with watched(own_context, PHONE, address) as page:
        yield page


@pytest.fixture
def silent(scriptless) -> Iterator[Page]:
    """A page without scripts."""
    page = scriptless.new_page()
    yield page
    page.close()
