"""A plugin of pytest for ``make mutate``: a test is run with all its cases, whatever stands in their names.

mutmut asks for cases by their names, and where a name holds brackets, colons or line breaks pytest finds no test of it.
"""

from __future__ import annotations

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Take what is asked for by the names of tests alone, each once."""
    config.args = list(dict.fromkeys(asked.split("[", 1)[0] for asked in config.args))
