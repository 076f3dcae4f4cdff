"""The sites that benchmarks build: in order, and as large as they say."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bench import measuring, sites
from unslouch.content.load import load


@pytest.mark.long
@pytest.mark.parametrize("count", [12, 40])
def test_a_site_of_ours_has_so_many_exercises_and_no_errors(tmp_path: Path, count: int) -> None:
    reading = load(sites.ours(tmp_path / "ours", count) / "content")
    assert not reading.errors
    assert reading.library is not None
    assert len(reading.library.exercises) == count
    assert all(one.figure is None for one in reading.library.exercises.values())


@pytest.mark.long
def test_the_same_facts_stand_in_plain_markdown(tmp_path: Path) -> None:
    pages = sites.plain(tmp_path / "plain", 12) / "content/exercises"
    assert len([path for path in pages.glob("*.md") if path.stem != "index"]) == 12
    page = (pages / "banded-side-step.md").read_text("utf-8")
    assert "Put a resistance band around both legs" in page
    assert "https://doi.org/10.26603/ijspt20200856" in page


def test_what_zensical_does_not_build_is_told_and_the_rest_measured(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(measuring, "ZENSICAL", Path(sys.executable))  # which builds nothing
    assert measuring.zensical(tmp_path) is None
    assert "does not build this" in capsys.readouterr().err
