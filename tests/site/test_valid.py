"""All HTML of the site is valid."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.nu import faults


def test_every_page_is_valid_html(built: Path):
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > 30
    assert faults(pages) == []


@pytest.mark.browser
def test_a_fault_is_found(tmp_path: Path):
    (tmp_path / "index.html").write_text('<!doctype html><html lang="en"><title>A</title><p><div id="a" id="a"></p>')
    assert len(faults([tmp_path / "index.html"])) >= 2
