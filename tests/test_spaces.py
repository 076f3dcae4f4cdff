"""The white space that templates leave between tags."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unslouch.spaces import without


@pytest.mark.parametrize(
    ("page", "lean"),
    [
        ("<ul>\n\n    \n  <li>\n      One word</li>\n\n</ul>\n", "<ul>\n<li>\nOne word</li>\n</ul>\n"),
        ("<b>bold</b>\n   <i>slanted</i>", "<b>bold</b>\n<i>slanted</i>"),
        ("words  with   spaces\xa0\n\xa0 in a line", "words  with   spaces\xa0\n\xa0 in a line"),
        ("<pre>\n  a:\n\n    b\n</pre>\n\n", "<pre>\n  a:\n\n    b\n</pre>\n"),
        ("<TEXTAREA>\n  a\n</TEXTAREA >", "<TEXTAREA>\n  a\n</TEXTAREA >"),
        ("<script>\n  const a = `\n  b`\n</script>\n\n<style>\n  a {}\n</style>", None),
        ("<preface>\n  a</preface>", "<preface>\na</preface>"),
        ("", ""),
    ],
)
def test_spaces_between_tags_go_and_those_that_count_stay(page: str, lean: str | None) -> None:
    assert without(page) == (page.replace("\n\n<style>", "\n<style>") if lean is None else lean)


@given(st.lists(st.sampled_from(["<p>", "</p>", "\n", "  ", "\t", "word", "<pre>", "</pre>", "<script>", "</script>"])))
def test_the_same_words_stay_apart(parts: list[str]) -> None:
    page = "".join(parts)
    lean = without(page)
    assert lean.split() == page.split()
    assert without(lean) == lean
