"""What several tests share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the guide's own content, to break at will."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
