"""How all tests run: in three speeds, each told by what it needs, and on a guide of their own."""

from __future__ import annotations

import gc
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.helpers import CONTENT, ROOT, fixture_library, guide_of, kept, project
from unslouch.content.library import Library
from unslouch.guide.guide import Guide
from unslouch.tools.kept import Cache

SLOW = {
    "cards": "pdf",
    "built": "browser",
    "address": "browser",
    "chromium": "browser",
    "page": "browser",
    "project": "build",
    "packed": "build",
}
"""Fixtures that take their time, and the mark of every test that asks for one."""
NOT_FAST = {*SLOW.values(), "whole", "long"}
NONE_FAST = {ROOT / "tests/site", ROOT / "tests/figure/test_every_pose.py"}
QUICKLY = ("fast", "fast or long")


def pytest_configure(config: pytest.Config) -> None:
    """Few examples where it is to be quick."""
    slowly = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
    settings.register_profile("all", settings(**slowly))
    settings.register_profile("fast", settings(max_examples=10, **slowly))
    settings.load_profile("fast" if config.option.markexpr in QUICKLY else "all")
    os.environ["NO_MKDOCS_2_WARNING"] = "1"


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Some tests take their time to be read, too: who asks for the fast ones alone does not wait for it."""
    return True if config.option.markexpr == "fast" and collection_path in NONE_FAST else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by what it needs; what needs nothing slow is fast."""
    for item in items:
        for name in getattr(item, "fixturenames", ()):
            if name in SLOW:
                item.add_marker(SLOW[name])
        if not any(mark.name in NOT_FAST for mark in item.iter_markers()):
            item.add_marker("fast")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Forget what no run has asked for in a long time."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        Cache(kept()).forget_unused()


def pytest_collection_finish() -> None:
    """Let alone what stays to the end, modules and tests, whenever Python looks for what nothing holds any more."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the fixture's content, to break at will."""
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


@pytest.fixture(name="project")
def _project(tmp_path: Path) -> Path:
    """A project of that, to build with MkDocs."""
    return project(tmp_path)


@pytest.fixture(scope="session")
def library() -> Library:
    """The exercises and routines of the fixture."""
    return fixture_library()


@pytest.fixture(scope="session")
def guide(library: Library) -> Guide:
    """The guide of it, with its pictures drawn."""
    return guide_of(library)
