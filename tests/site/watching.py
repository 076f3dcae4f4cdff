"""A page that must end without a word in the console, and without a request to anybody else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, ViewportSize


@contextmanager
def watched(browser: Browser, viewport: ViewportSize, *own: str) -> Iterator[Page]:
    """A new page; ``own`` is what addresses that it may ask for begin with."""
    context = browser.new_context(viewport=viewport)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("response", lambda answer: wrong.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    page.on(
        "request", lambda asked: None if asked.url.startswith((*own, "data:", "blob:")) else wrong.append(asked.url)
    )
    yield page
    context.close()
    assert wrong == []


def wait_until(page: Page, expression: str) -> None:
    """Until JavaScript is true. Playwright's own `wait_for_function` takes a promise for true, and our policy refuses it."""
    for _ in range(150):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"this never came true: {expression}")
