"""What a site is put together of, and whose files have no place there."""

from __future__ import annotations

from pathlib import Path

import pytest

from unslouch.assembly import _clashes
from unslouch.content.files import Content, File
from unslouch.guide.options import Options

OURS = [
    "exercises/a.md",
    "exercises/a/card/index.html",
    "exercises/a/card/a-a4.pdf",
    "play/index.html",
    "assets/figures/a/end.svg",
]
STRAIGHT = [*OURS, "routines/b/card.html"]


@pytest.mark.parametrize(
    ("path", "clashes"),
    [
        ("exercises/a.md", True),
        ("Exercises/A.md", True),
        ("exercises/a/card/index.html", True),
        ("exercises/a/card/index.md", True),
        ("exercises/a/card/README.md", True),
        ("exercises/a/card.md", True),
        ("exercises/a/card/A-A4.pdf", True),
        ("play.md", True),
        ("assets/figures/a/end.svg", True),
        ("exercises/a/cards.md", False),
        ("index.md", False),
        ("images/end.svg", False),
    ],
)
def test_no_file_of_an_author_stands_where_one_of_ours_goes(path, clashes):
    content = Content(Path("content"), {path: File(path, Path("content", path))})
    found = _clashes(OURS, content, Options())
    assert [problem.file for problem in found] == [f"content/{path}"] * clashes


def test_pages_whose_address_has_an_ending_stand_there():
    content = Content(Path("content"), {"routines/b/card.md": File("routines/b/card.md", Path("content/x"))})
    assert _clashes(STRAIGHT, content, Options(directory_urls=False))
    assert not _clashes(STRAIGHT, content, Options())
