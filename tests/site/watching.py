"""A page that must end without a word in the console, and without a request to anybody else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize


@contextmanager
def watched(context: BrowserContext, viewport: ViewportSize, *own: str) -> Iterator[Page]:
    """A new page; ``own`` is what addresses that it may ask for begin with."""
    page = context.new_page()
    page.set_viewport_size(viewport)
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("response", lambda answer: wrong.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    page.on(
        "request", lambda asked: None if asked.url.startswith((*own, "data:", "blob:")) else wrong.append(asked.url)
    )
    yield page
    forget(page, *own)
    assert wrong == []


def forget(page: Page, *own: str) -> None:
    """Close the page and those that it led to, and delete what they kept: the next one is somebody else's.

    The first page of a context stays.
    """
    context = page.context
    session = context.new_cdp_session(page)
    for parts in map(urlsplit, own):
        origin = {"origin": f"{parts.scheme}://{parts.netloc}", "storageTypes": "all"}
        session.send("Storage.clearDataForOrigin", origin)
    context.clear_permissions()
    for one in context.pages[1:]:
        one.close()


def wait_until(page: Page, expression: str) -> None:
    """Until JavaScript is true. Playwright's own `wait_for_function` takes a promise for true, and our policy refuses it."""
    for _ in range(150):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"this never came true: {expression}")
