"""What stands in a card's page, and where."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from tests.cards.cards_helpers import SHORT, made_up, renderer
from tests.helpers import ENGLISH, guide_of
from unslouch.cards.fill import of_exercise, of_routine
from unslouch.cards.fit import LADDER, Fit
from unslouch.cards.html import Renderer, templates
from unslouch.content.library import Library
from unslouch.figure.asks import ASKS
from unslouch.guide.guide import Guide


def test_without_an_address_there_is_no_code(library):
    guide = guide_of(library)
    guide.site_url = ""
    html = renderer(library).card(of_routine(guide, library.routines["desk-break"]), Fit(LADDER[0], 0))
    assert "Scan to open" not in html


def test_a_routine_without_pictures_has_no_place_for_them(library):
    plain = {id: exercise.model_copy(update={"figure": None}) for id, exercise in library.exercises.items()}
    guide = Guide(Library(plain, library.routines, library.safety), ENGLISH)
    html = renderer(library).card(of_routine(guide, library.routines["desk-break"]), Fit(LADDER[0], 0))
    assert "Start and end" not in html
    assert " bare" in html
    assert " bare" not in renderer(library).card(made_up(2, SHORT), Fit(LADDER[0], 0))


def test_the_foot_says_sources_licence_date_and_address(guide, library):
    html = replace(Renderer.of(guide), licence="CC BY 4.0.").card(
        of_exercise(guide, library.exercises["side-squat"]), Fit(LADDER[0], 0)
    )
    foot = html[html.index('class="source"') :]
    told = ["Nobody has reviewed", "Sources: Lateral lunges", "Text last checked on", "CC BY 4.0.", "example.org/guide"]
    assert [foot.index(one) for one in told] == sorted(foot.index(one) for one in told)


def test_a_block_to_choose_from_is_marked_and_has_boxes(cards):
    html = cards.files["routines/short-session/card/index.html"].decode()
    assert "Choose 1 of these 2" in html
    assert html.count('class="pick"') == 2
    assert 'class="pick"' not in cards.files["routines/desk-break/card/index.html"].decode()


def test_sentences_follow_each_other_and_dots_part_what_is_none(cards):
    html = cards.files["exercises/donkey-kick/card/index.html"].decode()
    assert "still hurts.</bdi> <bdi>With a sore knee" in html
    assert "lift higher</bdi> · <bdi>Straightening" in html


def test_cards_with_pictures_say_what_red_is(cards):
    for id, told in (("routines/whole-session", 1), ("exercises/donkey-kick", 1), ("routines/plan", 0)):
        assert cards.files[f"{id}/card/index.html"].decode().count("Red shows the muscles it is for.") == told


def test_the_left_side_has_mirrored_pictures_and_its_own_words(library):
    left = guide_of(library, default_side="left")
    html = renderer(library).card(of_routine(left, library.routines["desk-break"]), Fit(LADDER[0], 0))
    assert 'class="mirrored"' in html
    assert "Bend your left knee" in html


@pytest.mark.parametrize("ask", ASKS)
def test_whatever_an_exercise_asks_has_an_icon_and_words_beside_it(ask):
    page = templates().from_string('{% from "asks.html.j2" import asks with context %}{{ asks(asked) }}')
    said = page.render(say=ENGLISH.say, asked=[(ask, ENGLISH.term(ask))])
    (icon,) = re.findall(r"url\('data:image/svg\+xml,([^']+)'\)", said)
    assert ElementTree.fromstring(unquote(icon)).find("{*}path") is not None
    assert f">{ENGLISH.term(ask)}</span>" in said
    assert "<svg" not in said  # what only decorates is no picture to who listens
