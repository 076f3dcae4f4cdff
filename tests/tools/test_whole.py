"""A file is there whole, or as it was."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from unslouch.tools import whole


def test_text_and_bytes_are_written_as_they_are(tmp_path):
    whole.write(tmp_path / "a", "é\n\r\n")
    assert (tmp_path / "a").read_bytes() == b"\xc3\xa9\n\r\n"
    whole.write(tmp_path / "a", b"\xff")
    assert (tmp_path / "a").read_bytes() == b"\xff"
    whole.write(tmp_path / ("n" * 250), "long")
    assert len(list(tmp_path.iterdir())) == 2


def test_a_link_stays_one_and_a_file_keeps_its_rights(tmp_path):
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    whole.write(link, "new")
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.parametrize("step", ["write_bytes", "replace"])
def test_what_cannot_be_written_stays_as_it_was_and_is_named(tmp_path, monkeypatch, step):
    file = tmp_path / "mine.yml"
    file.write_text("old")

    def full(*_, **__) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path if step == "write_bytes" else os, step, full)
    with pytest.raises(OSError, match=r"mine\.yml"):
        whole.write(file, "new")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.yml"]
    assert file.read_text() == "old"
