"""How exercises are found: the addresses of groups."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from unslouch.guide.groups import slug_of


@settings(deadline=None)
@given(st.text(st.characters(categories=("L", "N", "Zs", "Pd")), min_size=1, max_size=20))
def test_two_ways_to_encode_an_area_are_one_file(area):
    slugs = {slug_of(unicodedata.normalize(form, area)) for form in ("NFC", "NFD")}
    assert len(slugs) == 1


def test_no_area_takes_the_page_of_the_overview_or_of_another_area():
    areas = ("Index", "Index area", "Readme", "readme-area", "Rücken", "허리")
    slugs = [slug_of(area) for area in areas]
    assert len(set(slugs)) == len(areas)
    assert not {"index", "readme"} & set(slugs)
