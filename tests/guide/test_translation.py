"""A translation is one file: in a language that marks all it says, no English is left for a reader to meet."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.content.test_dose import DOSES
from tests.guide.pseudo import Pseudo, english, greek, met_in, met_in_data, write_in_greek
from tests.helpers import CONTENT, catalogue
from unslouch.cards import own_sheet, preview
from unslouch.cards.fill import sheets
from unslouch.cards.fit import LARGE, unmeasured
from unslouch.cards.html import Renderer
from unslouch.content import load
from unslouch.content.library import EXERCISES, ROUTINES
from unslouch.content.model import Exercise
from unslouch.content.review import fingerprint
from unslouch.figure import Drawing
from unslouch.guide import pictures, wording
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.pages import nav
from unslouch.pages.render import Pages
from unslouch.player import build as player

PSEUDO = Pseudo(catalogue("en"))
FOR_AUTHORS = ("bases", "joints", "keys", "landmarks", "muscles", "people", "things")
"""Markers that stand for what authors write in YAML, which is alike in all languages."""
EXTENSIONS = ["admonition", "attr_list", "md_in_html", "toc"]
"""Those of mkdocs.yml."""
MORE = """
name: Καθιστό
summary: Ανάσες
category: mobility
position: sitting
laterality: bilateral
level: expert
muscles: {primary: [abdominals]}
dose: {sets: 3, reps: 5-6, unit: ανάσες, hold: 2 min 30 s, time: 1-2 min, rest: 1 min 40 s, days_per_week: 1}
steps: [Ανάσες]
"""
"""What the golden guide has none of."""


def _sign_again(exercises: dict[str, Exercise]) -> None:
    """Reviews of the fixture as reviews of what it says in Greek."""
    for id, one in exercises.items():
        signed = tuple(each.model_copy(update={"words": fingerprint(one, each.scope)}) for each in one.reviews)
        exercises[id] = one.model_copy(update={"reviews": signed})


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    content = tmp_path_factory.mktemp("guide") / "content"
    write_in_greek(CONTENT, content)
    (content / "exercises/more.yml").write_text(MORE, encoding="utf-8")
    reading = load.load(content, today=date(2026, 11, 23))
    assert reading.library, reading.errors
    _sign_again(reading.library.exercises)
    jobs = pictures.jobs(reading.library.exercises.values())
    drawn = {
        (job.exercise, job.pose, job.form): pictures.Shown(
            job, pictures.Picture(Drawing(375, 250, ((),), {}, ()), greek("right"), greek("left"))
        )
        for job in jobs
    }
    return Guide(
        reading.library,
        PSEUDO,
        pictures=pictures.Pictures(drawn),
        options=Options(site_url="https://example.org/", cards="all", name=greek("Guide")),
    )


@pytest.fixture(scope="module")
def renderer(guide: Guide) -> Renderer:
    return replace(Renderer.of(guide), licence=greek("Free."))


def test_the_marks_are_seen_through_nothing_else() -> None:
    assert PSEUDO.say("card_rest", duration="30") == "⟦ŕéšţ 30õõõõõ⟧"
    assert english(
        met_in('<p title="Yes">⟦é⟧ <b>No</b><script>let it</script><i class="us-latin">gluteus</i></p>')
    ) == [
        "Yes",
        "No",
    ]


@pytest.mark.whole
def test_pages_say_nothing_that_is_not_in_the_catalogue(guide: Guide) -> None:
    rendered = Pages(guide).render()
    assert len(rendered) > 10
    for path, text in rendered.items():
        _, front, body = text.split("---\n", 2)
        meta = yaml.safe_load(front)
        html = markdown.markdown(body, extensions=EXTENSIONS)
        assert english([meta["title"], meta["description"], *met_in(html)]) == [], path


@pytest.mark.whole
def test_markers_say_nothing_that_is_not_in_the_catalogue(guide: Guide) -> None:
    for marker in set(Pages(guide).markers) - set(FOR_AUTHORS):
        html = markdown.markdown(
            Pages(guide).fill_markers(f"<!-- unslouch:{marker} -->", "index.md"), extensions=EXTENSIONS
        )
        assert met_in(html), marker
        assert english(met_in(html)) == [], marker


@pytest.mark.whole
def test_machines_are_told_in_the_same_language(guide: Guide) -> None:
    for path, text in Pages(guide).render().items():
        for script in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text):
            graph = json.loads(script)["@graph"]
            for node in graph:
                node.pop("associatedAnatomy", None)  # names of the vocabulary, which machines compare
            told = met_in_data(
                graph, ("@type", "@id", "url", "inLanguage", "unitCode", "totalTime", "activityDuration")
            )
            assert english(told) == [], path


@pytest.mark.whole
def test_the_sidebar_says_nothing_that_is_not_in_the_catalogue(guide: Guide) -> None:
    for folder in (f"{EXERCISES}/", f"{ROUTINES}/"):
        entry = nav.entry(guide.library, PSEUDO, folder, 0)
        titles = re.findall(r"'([^']*)':", repr(entry))
        assert english(titles) == [], folder


@pytest.mark.whole
def test_cards_say_nothing_that_is_not_in_the_catalogue(guide: Guide, renderer: Renderer) -> None:
    found = sheets(guide)
    assert {sheet.kind for sheet in found} == {"routine", "week", "exercise"}
    for sheet in found:
        for large in (False, True):
            html = renderer.card(sheet, LARGE if large else unmeasured(sheet.row_count), large=large)
            assert english(met_in(html)) == [], sheet.id
            assert '<html lang="xx">' in html


@pytest.mark.whole
def test_the_own_sheet_says_nothing_that_is_not_in_the_catalogue(guide: Guide, renderer: Renderer) -> None:
    html = own_sheet.page(guide, renderer)
    assert english(met_in(html)) == []
    data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)[1])
    told_apart_by = {key for group in data["groups"] for one in group["exercises"] for key in one} - {"name"}
    machine = ("layout", "style", "list", "of", "asked", *told_apart_by)
    assert english(met_in_data(data, machine)) == []


@pytest.mark.whole
def test_the_player_says_nothing_that_is_not_in_the_catalogue(guide: Guide) -> None:
    assert english(met_in(player.page(guide))) == []


@pytest.mark.whole
def test_previews_say_nothing_that_is_not_in_the_catalogue(guide: Guide) -> None:
    html = preview._html(PSEUDO.language, greek("Name"), greek("Text"), guide.name, [])
    assert english(met_in(html)) == []


@pytest.mark.long
@given(DOSES, st.booleans())
def test_any_dose_is_said_in_the_language_alone(dose, both_sides: bool) -> None:
    dose = dose.model_copy(update={"unit": dose.unit and greek(dose.unit)})
    said = [
        wording.dose(dose, PSEUDO, both_sides=both_sides),
        wording.dose_in_short(dose, PSEUDO, both_sides=both_sides),
        wording.rest(dose, PSEUDO),
        wording.rest_in_short(dose, PSEUDO),
        wording.days_a_week(dose.days_per_week, PSEUDO),
    ]
    assert english(said) == []
