"""An item is put into an author's file, and nothing else in it is touched."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.helpers import CONTENT
from unslouch.content import yaml
from unslouch.content.addition import with_item

ITEM = {"by": "Jane: Doe", "on": date(2026, 12, 1), "words": "123456789012"}
BLOCK = "reviews:\n  - by: 'Jane: Doe'\n    on: 2026-12-01\n    words: '123456789012'\n"
FLOW = "{by: 'Jane: Doe', on: 2026-12-01, words: '123456789012'}"
HERE = "«here»"
FILES = {
    "after the day of the check": ("reviewed: 2026-01-01\n«here»\n# the figure\nfigure: {}\n", BLOCK),
    "after the sources": ("sources:\n  - {title: x}  # c\n«here»\n\nfigure: {}\n", BLOCK),
    "after sources in brackets": ("sources: [{title: x},\n  {title: ']'},\n  # ]\n  ] # c\n«here»a: b\n", BLOCK),
    "at the end": ("name: A\n«here»", BLOCK),
    "below the others": ("reviews:\n  - by: X\n    on: 2026-01-01  # c\n«here»# end\n", BLOCK.partition("\n")[2]),
    "below others that are not indented": (
        "reviews:\n- by: X\n«here»name: A\n",
        re.sub("(?m)^  ", "", BLOCK.partition("\n")[2]),
    ),
    "in brackets": ("reviews: [{by: X}, «here»]  # c\na: b\n", FLOW),
    "in brackets with nothing in them": ("reviews: [«here»]\na: b\n", FLOW),
}


@pytest.mark.parametrize("what", FILES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_item_stands_where_it_belongs(what, end):
    file, item = (text.replace("\n", end) for text in FILES[what])
    before = file.replace(", " + HERE, "").replace(HERE + end, "").replace(HERE, "")
    expected = file.replace(HERE + end, item).replace(HERE, item)
    assert with_item(before, "reviews", ITEM, ("reviewed", "sources")) == expected


def test_a_file_whose_last_line_has_no_end_gets_one():
    assert with_item("name: A", "reviews", ITEM) == "name: A\n" + BLOCK


@pytest.mark.parametrize("file", ["{name: A}\n", "name: A\n...\n", "name: [\n", "reviews: &x [*x]\n", "- a\n"])
def test_what_would_have_to_be_written_anew_is_left_alone(file):
    assert with_item(file, "reviews", ITEM) is None


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.yml")), ids=lambda path: path.stem)
def test_every_line_of_a_file_is_still_there(path):
    text = path.read_text()
    first = with_item(text, "reviews", ITEM, ("reviewed", "sources"))
    assert first
    second = with_item(first, "reviews", ITEM | {"by": "Bo"}, ("reviewed", "sources"))
    assert second
    added = [line for line in second.splitlines() if line not in text.splitlines()]
    assert len(added) == 6 + ("reviews:" not in text), added
    rest = iter(second.splitlines())
    assert all(line in rest for line in text.splitlines()), "in their order"
    document, problems = yaml.parse(second, "")
    assert not problems
    assert [one["by"] for one in document.data["reviews"]][-2:] == ["Jane: Doe", "Bo"]
