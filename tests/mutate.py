"""A plugin of pytest for ``make mutate``: a test is run with all its cases, and nothing stands in for what a mutant does.

mutmut asks for cases by their names, and where a name holds brackets, colons or line breaks pytest finds no test of it.
It runs the tests of a mutant in a copy of a process that has run them all: what was worked out there is forgotten first.
"""

from __future__ import annotations

import functools
import gc

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Take what is asked for by the names of tests alone, each once, and start with nothing known."""
    config.args = list(dict.fromkeys(asked.split("[", 1)[0] for asked in config.args))
    for kept in gc.get_objects():
        if isinstance(kept, functools._lru_cache_wrapper):
            kept.cache_clear()
