"""What several tests share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def share_cache(folder: Path) -> None:
    """Let a project in ``folder`` use what was drawn and set for others: it is kept by content, and need not be again."""
    kept = folder / ".cache/unslouch"
    kept.mkdir(parents=True)
    for name in ("figures", "poses", "cards", "pdfs", "social"):
        (ROOT / ".cache/unslouch" / name).mkdir(parents=True, exist_ok=True)
        (kept / name).symlink_to(ROOT / ".cache/unslouch" / name, target_is_directory=True)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the guide's own content, to break at will."""
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
