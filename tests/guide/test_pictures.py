"""The pictures of a guide: which there are, and what their files are called."""

from __future__ import annotations

from typing import get_args

from hypothesis import example, given, settings
from hypothesis import strategies as st

from unslouch.figure import Figure
from unslouch.guide import pictures, words
from unslouch.pages.figure_guide import examples

WORDS = st.sampled_from(("end", "start", "small", "moving", "page", "svg", "examples"))
IDS = st.lists(WORDS, min_size=1, max_size=2).map("-".join)
"""Few words, so that what is joined meets by chance."""
NOTHING = Figure.model_validate({"poses": {"start": {"base": "supine"}}})


@settings(deadline=None)
@example({("a", "end", "small"), ("a", "end-small", "page")})
@example({("a", "start-end", "page"), ("a-start", "end", "page")})
@given(st.sets(st.tuples(IDS, IDS, st.sampled_from(get_args(pictures.Form))), min_size=2, max_size=30))
def test_no_two_pictures_have_one_file(named):
    jobs = [pictures.Job(*one, NOTHING) for one in named] + pictures.jobs([examples(words.load("en"))])
    paths = [job.path.casefold() for job in jobs]
    assert len(set(paths)) == len(paths)
    folders = {path.rpartition("/")[0] for path in paths}
    assert not folders & set(paths), "no file is where another's folder is"
