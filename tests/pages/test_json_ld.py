"""Structured data is valid JSON that no text can break out of, and says what the page says."""

import json
import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import CONTENT, load_kept
from unslouch.guide import words
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.pages import json_ld
from unslouch.pages.render import Pages

ENGLISH = words.load("en")


@pytest.fixture(scope="module")
def rendered() -> dict[str, str]:
    return _rendered(date(2026, 11, 23))


def _rendered(today: date) -> dict[str, str]:
    reading = load_kept(CONTENT, today=date(2026, 11, 23))
    assert reading.library
    guide = Guide(reading.library, ENGLISH, options=Options(site_url="https://example.org"), today=today)
    return Pages(guide).render()


def _graph(page: str) -> dict[str, dict]:
    found = re.search(r'<script type="application/ld\+json">(.*)</script>', page)
    assert found
    data = json.loads(found[1])
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in data["@graph"]}


def test_an_exercise_is_a_plan_instructions_and_a_page(rendered: dict[str, str]) -> None:
    graph = _graph(rendered["exercises/crossed-stretch.md"])
    assert graph["WebPage"]["dateModified"] == "2026-11-03"
    assert graph["WebPage"]["url"] == "https://example.org/exercises/crossed-stretch/"
    assert graph["WebPage"]["mainEntity"]["@id"] == graph["ExercisePlan"]["@id"]
    assert graph["ExercisePlan"]["activityFrequency"] == "2–3 days a week"
    assert graph["ExercisePlan"]["repetitions"] == 3
    assert graph["HowTo"]["step"][1] == {
        "@type": "HowToStep",
        "position": 2,
        "text": "Rest your right ankle on your left thigh.",
    }


def test_sources_are_cited_and_papers_called_papers(rendered: dict[str, str]) -> None:
    assert _graph(rendered["exercises/crossed-stretch.md"])["WebPage"]["citation"] == [
        {"@type": "WebPage", "name": "A <b>source</b>", "url": "https://library.example/a_b"},
        {"@type": "ScholarlyArticle", "name": 'A "study"', "url": "https://library.example/study"},
    ]
    assert _graph(rendered["routines/short-session.md"])["WebPage"]["citation"][0]["name"] == "Rest"
    assert "citation" not in _graph(rendered["routines/plan.md"])["WebPage"]


def test_what_is_not_known_is_not_claimed(rendered: dict[str, str]) -> None:
    graph = _graph(rendered["exercises/chair-squat.md"])
    assert "dateModified" not in graph["WebPage"]
    assert "restPeriods" not in _graph(rendered["exercises/marching.md"])["ExercisePlan"]


def test_a_check_of_the_text_is_not_called_a_medical_review(rendered: dict[str, str]) -> None:
    medical = [path for path, page in rendered.items() if re.search("MedicalWebPage|lastReviewed|reviewedBy", page)]
    assert medical == ["exercises/marching.md"], "the one that a professional has reviewed"


@pytest.mark.long
def test_a_review_that_counts_makes_a_page_a_medical_one(rendered: dict[str, str]) -> None:
    page = _graph(rendered["exercises/marching.md"])["MedicalWebPage"]
    assert page["lastReviewed"] == "2026-11-02"
    assert page["reviewedBy"] == [
        {"@type": "Person", "name": "Ann Example", "jobTitle": "physiotherapist", "identifier": "HCPC PH00000"}
    ]
    assert "reviewedBy" not in _graph(_rendered(date(2126, 11, 3))["exercises/marching.md"])["WebPage"]


def test_a_routine_is_a_plan_of_exercises(rendered: dict[str, str]) -> None:
    graph = _graph(rendered["routines/short-session.md"])
    assert graph["WebPage"]["dateModified"] == "2026-11-03"
    assert [part["name"] for part in graph["ExercisePlan"]["hasPart"]] == ["Crossed stretch", "Chair squat", "Marching"]
    assert graph["ExercisePlan"]["activityDuration"]["@type"] == "QuantitativeValue"
    assert graph["ExercisePlan"]["hasPart"][0]["url"] == "https://example.org/exercises/crossed-stretch/"
    assert "activityDuration" not in _graph(rendered["routines/plan.md"])["ExercisePlan"]


@pytest.mark.long
def test_rounds_sides_and_a_dose_of_the_routines_own_are_said(content) -> None:
    text = """name: Rounds
summary: Two rounds.
blocks:
  - name: All
    rounds: 2
    exercises: [{exercise: crossed-stretch, side: left, dose: {sets: 1, hold: 20 s}}, chair-squat]
"""
    (content / "routines/rounds.yml").write_text(text, encoding="utf-8")
    library = load_kept(content).library
    assert library
    one, two = _graph(Pages(Guide(library, ENGLISH)).render()["routines/rounds.md"])["ExercisePlan"]["hasPart"]
    assert one["additionalVariable"] == ["1 × 20-second hold, left side only", "2 rounds"]
    assert (one["activityDuration"], one["repetitions"]) == ("PT20S", 1)
    assert two["additionalVariable"][1] == "2 rounds"
    alone = _graph(Pages(Guide(library, ENGLISH)).render()["exercises/crossed-stretch.md"])["ExercisePlan"]
    assert alone["additionalVariable"].endswith("each side")


@pytest.mark.parametrize(("seconds", "iso"), [(30, "PT30S"), (60, "PT1M"), (150, "PT2M30S"), (0, "PT0S")])
def test_lengths_of_time_are_iso_8601(seconds: int, iso: str) -> None:
    assert json_ld._iso(seconds) == iso


class _Scripts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.data = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.data += data


_NASTY = st.lists(
    st.sampled_from(
        [
            "</script>",
            "<!--",
            "<script>",
            "]]>",
            "{{",
            "}}",
            "{%",
            "{#",
            "{++x++}",
            "{",
            "&lt;",
            '"',
            "\\",
            "\u2028",
            "\n",
        ]
    )
    | st.text(max_size=8)
).map("".join)


@given(_NASTY)
def test_any_text_comes_back_whole_from_one_script_element(text: str) -> None:
    element = json_ld.script([{"@type": "Thing", "name": text}])
    parser = _Scripts()
    parser.feed(element + "<p>after</p>")
    assert parser.tags == ["script", "p"]
    assert json.loads(parser.data.removesuffix("after"))["@graph"][0]["name"] == text
    assert not re.search(r"\{[^\"}]|[<&]", element.removeprefix("<script").removesuffix("</script>"))
    assert "\n" not in element
