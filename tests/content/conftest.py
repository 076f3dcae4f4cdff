"""A small guide for tests of reading."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.helpers import CONTENT


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """A guide of three exercises, to break at will: read in a fraction of the time that the whole one takes."""
    folder = tmp_path / "content"
    for name in ("exercises", "routines"):
        (folder / name).mkdir(parents=True)
    for file in ("exercises/donkey-kick.yml", "exercises/chair-squat.yml", "exercises/marching.yml", "safety.yml"):
        shutil.copy(CONTENT / file, folder / file)
    return folder
