"""What a professional gets to review is all that readers read, with sources, pictures and room to answer."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest

from tests.cards.cards_helpers import printed, reader
from tests.helpers import CONTENT, ENGLISH, stand_ins
from unslouch.cards import review_pack
from unslouch.cards.press import Press
from unslouch.content.lint import prose
from unslouch.content.model import Safety
from unslouch.content.review import fingerprint
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options, PaperHead

IMAGES = {"images/crossed.svg": (CONTENT / "images/crossed.svg").read_bytes()}


@pytest.fixture(scope="module")
def guide(library: Any) -> Guide:
    return Guide(library, ENGLISH, pictures=stand_ins(library), options=Options(name="A guide"))


@pytest.fixture(scope="module")
def html(guide: Guide) -> str:
    return review_pack.html(guide, IMAGES)


def test_it_is_on_the_guides_own_paper(guide, html):
    assert 'class="given"' not in html
    own = Options(name="A guide", paper_head=PaperHead("Hill Practice", contact="01234 567890"))
    headed = Guide(guide.library, ENGLISH, pictures=guide.pictures, options=own)
    assert "<strong>Hill Practice</strong> <span>01234 567890</span>" in review_pack.html(headed, IMAGES)


def test_every_text_of_every_file_is_in_it(guide, html):
    library, text = guide.library, unescape(html)
    entries = [*library.exercises.values(), *library.routines.values(), library.safety]
    told = [guide.plain(one) for entry in entries for path, one in prose(entry) if path[-1] != "file"]
    assert len(told) > 150
    assert [one for one in told if one not in text] == []


@pytest.mark.long
def test_every_amount_muscle_source_and_picture_is_in_it(guide, html):
    text = unescape(html)
    for exercise in guide.library.exercises.values():
        assert guide.dose(exercise) in text
        assert all(ENGLISH.term(one) in text for one in (*exercise.muscles.primary, *exercise.muscles.secondary))
        assert all(source.title in text and source.url in text for source in exercise.sources)
        (part,) = [one for one in review_pack.parts(guide, IMAGES) if one.file == f"exercises/{exercise.id}.yml"]
        alts = {picture.alt for item in part.items for picture in item.pictures}
        poses = exercise.figure.poses if exercise.figure else ()
        assert alts >= {view.alt for pose in poses for view in guide.views(exercise, pose, both=False)}
        assert alts >= {image.alt for image in exercise.images}


def test_a_statement_stands_with_its_source_or_with_the_lack_of_one(guide):
    safety = review_pack.parts(guide, {})[0]
    assert (safety.items[0].lines, safety.items[0].sources) == (("Stop if a pain is sharp.",), ("[1] Back pain",))
    assert safety.items[1].sources == ("No source is named.",)
    assert safety.items[2].sources == (), "what to do is not asked for a source"


def test_each_part_is_signed_with_the_code_that_is_recorded(guide, html):
    for one in (*guide.library.exercises.values(), *guide.library.routines.values(), guide.library.safety):
        assert html.count(f"code {fingerprint(one, 'whole')}") == 2
    assert html.count('class="sign"') == html.count("<section>")


def test_there_is_a_box_for_each_answer_to_each_statement(guide, html):
    items = sum(len(part.items) for part in review_pack.parts(guide, IMAGES))
    assert html.count("</span>leave out") == html.count("</span>right") == html.count("</span>change") == items


def test_how_to_send_it_back_is_the_authors_word(guide, html):
    assert "Give the signed pages back to the person who gave them to you" in html
    own = Guide(guide.library, ENGLISH, options=Options(review_return="Post it to <Ann>, *please*."))
    assert "Post it to &lt;Ann&gt;, please." in review_pack.html(own, {})


def test_what_the_format_gains_is_in_it_without_a_word_of_ours(guide):
    class More(Safety):
        new_rule: Any = None

    safety = guide.library.safety
    more = More.model_construct(**{**dict(safety), "new_rule": safety.disclaimer})
    (item,) = [one for one in review_pack._texts(guide, more) if one.head == "New rule"]
    assert item.lines == ("General information, not medical advice.",)


@pytest.mark.pdf
def test_it_prints_on_numbered_pages_with_all_its_words(guide, html):
    made = Press({}).pdf(html, "a4")
    assert made.unknown == ""
    assert made.pages == len(reader(made.data).pages) > len(review_pack.parts(guide, {}))
    text = printed(made.data)
    assert f"1 / {made.pages}" in text
    assert f"{made.pages} / {made.pages}" in text
    assert "Read it again by" in text
