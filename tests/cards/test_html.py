"""What stands in a card's page, and where."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from tests.cards.cards_helpers import SHORT, made_up, renderer
from tests.helpers import ENGLISH, PACKAGE, guide_of
from unslouch.cards.fill import of_exercise, of_routine
from unslouch.cards.fit import LADDER, Fit
from unslouch.cards.html import Renderer, templates
from unslouch.content.library import Library
from unslouch.figure.asks import ASKS
from unslouch.guide.guide import Guide
from unslouch.guide.options import PaperHead


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
    """In words that hold in grey too, where a printer has no colour."""
    for id, told in (("routines/whole-session", 1), ("exercises/donkey-kick", 1), ("exercises/marching", 0)):
        legend = "Red, or dark grey, shows the muscles it is for."
        assert cards.files[f"{id}/card/index.html"].decode().count(legend) == told


def test_the_caution_that_matters_most_stands_on_the_row_with_a_sign(cards, library):
    told = library.exercises["crossed-stretch"].cautions[0].card
    html = cards.files["routines/short-session/card/index.html"].decode()
    assert re.findall(r'<li class="caution"[^>]*>([^<]*)</li></ul>', html) == ["".join(told)]
    style = (PACKAGE / "cards/assets/card.css").read_text()
    assert "<svg" in style.partition(".caution::before {")[2].partition("}")[0]  # drawn, not told by colour


def test_nobody_hears_the_days_letter_by_letter_nor_the_bullets(cards):
    html = cards.files["routines/desk-break/card/index.html"].decode()
    (days,) = re.findall(r"<svg[^>]*>(?:(?!</svg>).)*<text.*?</svg>", html)
    assert 'role="img" aria-label="Monday to Sunday"' in days
    assert "<title>Monday to Sunday</title>" in days
    assert re.findall(r"<text[^>]*>(\w)</text>", days) == list("MTWTFSS")
    assert ">M<" not in html.replace(days, "")
    (strip,) = re.findall(
        r'<p class="strip">.*?</p>', cards.files["routines/desk-break/card/large/index.html"].decode()
    )
    assert re.sub(r"<[^>]+>", "", strip) == "Tick each day done Mon Tue Wed Thu Fri Sat Sun"
    assert "•" not in html + (PACKAGE / "cards/assets/card.css").read_text()


def test_a_page_of_a_sheet_leads_to_the_guide_and_past_all_that(cards):
    for page, root in (("index.html", "../../../"), ("large/index.html", "../../../../")):
        html = cards.files[f"routines/desk-break/card/{page}"].decode()
        banner = html[html.index('<a class="skip" href="#sheet">') : html.index('<main id="sheet"')]
        places = ["", "routines/", "exercises/", "sheet/index.html", "week/index.html", "safety/"]
        assert re.findall(r'<a href="(\.\./[^"]*)"', banner.partition("</header>")[0]) == [root + one for one in places]
    assert (
        '<a class="button" href="large/index.html#print">Print large</a>'
        in cards.files["routines/desk-break/card/index.html"].decode()
    )


LOGO = "data:image/svg+xml;base64,PHN2Zy8+"


@pytest.mark.parametrize("kind", ["routines", "exercises"])
def test_a_guides_own_head_stands_on_its_paper(guide, library, kind):
    sheet = (
        of_routine(guide, library.routines["desk-break"])
        if kind == "routines"
        else of_exercise(guide, library.exercises["marching"])
    )
    whose = PaperHead("Hill <Practice>", LOGO, "01234 567890")
    html = replace(Renderer.of(guide), letterhead=whose).card(sheet, Fit(LADDER[0], 0))
    head = html.partition('<div class="given">')[2].partition("</div>")[0]
    assert f'<img src="{LOGO}" alt="Logo of Hill &lt;Practice&gt;">' in head
    assert "<strong>Hill &lt;Practice&gt;</strong> <span>01234 567890</span>" in head
    assert 'class="given"' not in Renderer.of(guide).card(sheet, Fit(LADDER[0], 0))
    bare = replace(Renderer.of(guide), letterhead=PaperHead(logo=LOGO)).card(sheet, Fit(LADDER[0], 0))
    assert 'alt="Logo of A guide"' in bare


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
