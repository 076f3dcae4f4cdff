"""What the guide owes a reader who hurts, and what no rewording may lose."""

from __future__ import annotations

import re

import numpy as np
import pytest

from tests.helpers import ENGLISH, ROOT, live
from unslouch.content.inline import Inline, parse
from unslouch.content.library import Library
from unslouch.content.rendering import plain
from unslouch.content.stages import Stage
from unslouch.figure import asks
from unslouch.figure.asks import Ask
from unslouch.figure.posture import resolve
from unslouch.figure.scene import settled
from unslouch.figure.settle import settle
from unslouch.guide.guide import Guide
from unslouch.pages.render import Pages

pytestmark = pytest.mark.whole

CONTENT = ROOT / "content"

EMERGENCY = (
    "between your legs",
    "urine",
    "stools",
    "sexual function",
    "pain, tingling.* both legs",
    "foot .* drop",
    "osteoporosis.*steroids",
    "after a fall.* weight .* out of shape",
    "hot, swollen joint.*fever",
    "chest pain",
)
SOON = (
    "unsteady",
    "band around",
    "between your shoulder blades",
    "lump in your back.*changed shape",
    "calf .*swollen",
    "fever",
    "weight loss",
    "cancer",
    "at night",
    "few weeks",
)
SIDE_OF_THE_HIP = (
    "banded-side-step",
    "clamshell",
    "figure-four-stretch",
    "leg-swings",
    "pigeon-pose",
    "seated-figure-four",
    "side-lying-leg-raise",
    "side-plank-on-knees",
    "side-squat",
    "single-leg-bridge",
)
"""They press on it, cross the legs or put the weight on one leg."""
GROIN = (
    "bodyweight-squat",
    "butterfly-stretch",
    "childs-pose",
    "figure-four-stretch",
    "knee-to-chest",
    "pigeon-pose",
    "seated-figure-four",
    "side-squat",
)
THIN_BONES = {
    "butterfly-stretch": "leave out the harder form",
    "cat-cow": "leave out the rounding",
    "childs-pose": "leave it out",
    "figure-four-stretch": "leave out the chair form",
    "knee-to-chest": "leave it out",
    "pelvic-tilt": "no force",
    "pigeon-pose": "leave out the harder form",
    "prone-press-up": "only a little",
    "seated-cat-cow": "leave out the rounding",
    "seated-figure-four": "stay upright",
}
"""They bend the spine: what to do then."""
LEG_PAIN = (
    "cat-cow",
    "childs-pose",
    "figure-four-stretch",
    "knee-to-chest",
    "pelvic-tilt",
    "prone-press-up",
    "seated-cat-cow",
    "seated-figure-four",
)


ASK_FIRST = (
    "heart condition",
    "high blood pressure",
    "dizzy",
    "out of breath.* new",
    "pregnant",
    "had a baby",
    "hypermobility",
    "surgery",
    "under 16",
)
PAGES = {
    "conditions.md": (
        "posterior",
        "osteoporosis",
        "hypermobile",
        "osteoarthritis",
        "**0 to 3** out of 10",
        "hot, red",
        "same day",
    ),
    "pregnancy.md": ("16 weeks", "six to eight weeks", "pelvic girdle"),
    "floor.md": ("## Up", "cannot get up"),
    "how-hard.md": ("0 to 3", "4 to 5", "6 to 10", "24 hours later", "Sources differ", "flares up"),
    "moving-on.md": ("from 8 to 12", "How long it takes", "three or four"),
    "walking.md": ("WalkBack", "208", "112", "does not show"),
    "does-it-help.md": (
        "NICE",
        "World Health Organization",
        "Stretching alone did no better",
        "posture",
        "do not know",
    ),
}
"""Pages for readers, and what each must keep saying."""
SECONDS_OF_STRETCH = 60
"""In all for each muscle, by the position stand of the ACSM of 2011."""


def page(name: str) -> str:
    """A hand-written page of the guide."""
    return (CONTENT / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def library() -> Library:
    library = live().library
    assert library
    return library


@pytest.fixture(scope="module")
def leg_pain() -> str:
    return re.sub(r"\[\^[\w-]+\]", "", page("leg-pain.md"))  # without the numbers of its sources


def _says(texts: tuple[Inline, ...], *patterns: str) -> bool:
    """Whether one of ``texts`` has all the patterns."""
    return any(all(re.search(pattern, plain(text), re.IGNORECASE) for pattern in patterns) for text in texts)


@pytest.mark.parametrize("sign", EMERGENCY)
def test_a_sign_of_an_emergency_is_there(library: Library, sign: str) -> None:
    assert _says(library.safety.red_flags.emergency.signs, sign)


@pytest.mark.parametrize("sign", SOON)
def test_a_sign_to_have_looked_at_is_there(library: Library, sign: str) -> None:
    assert _says(library.safety.red_flags.soon.signs, sign)


@pytest.mark.parametrize("id", SIDE_OF_THE_HIP)
def test_pain_at_the_side_of_the_hip_means_leave_it_out(library: Library, id: str) -> None:
    assert _says(library.exercises[id].cautions, r"side of (?:the|either) hip", "leave it out")
    assert f"exercises/{id}.md" in page("conditions.md").partition("## If the side of your hip hurts")[2]


@pytest.mark.parametrize("id", GROIN)
def test_a_pinch_in_the_groin_means_less_far_or_not_at_all(library: Library, id: str) -> None:
    assert _says(library.exercises[id].cautions, "groin", "less far", "leave it out")


@pytest.mark.parametrize("id", THIN_BONES)
def test_thin_bones_mean_care_with_a_spine_that_bends(library: Library, id: str) -> None:
    assert _says(library.exercises[id].cautions, "osteoporosis", THIN_BONES[id])


@pytest.mark.parametrize("id", LEG_PAIN)
def test_an_exercise_that_bends_the_back_leads_to_the_page_on_the_leg(library: Library, id: str) -> None:
    assert _says(library.exercises[id].cautions, "down (?:a|the) leg", "pain in the leg")


def test_a_press_up_is_left_out_with_a_narrow_spine(library: Library) -> None:
    assert _says(library.exercises["prone-press-up"].cautions, "stenosis", "leave it out")


def test_every_exercise_speaks_of_a_new_hip(library: Library) -> None:
    assert [id for id, one in library.exercises.items() if not _says(one.cautions, "hip replacement")] == []


def test_every_caution_has_few_words_that_begin_with_the_question(library: Library) -> None:
    """So that a page folds them behind one line, and a first step stands within reach."""
    cards = [(id, plain(told.card or Inline())) for id, one in library.exercises.items() for told in one.cautions]
    assert [(id, card) for id, card in cards if not re.match(r"[^?.]+\? \S", card)] == []


@pytest.mark.parametrize("word", ["stop", "ask", "help"])
def test_few_words_keep_what_the_caution_decides(library: Library, word: str) -> None:
    """A caution that says to stop, to ask first or to get help says so in few words too."""
    said = {"stop": r"\bstop\b|at once", "ask": "ask first|ask a|ask before", "help": "get help"}[word]
    lost = [
        (id, plain(told))
        for id, one in library.exercises.items()
        for told in one.cautions
        if re.search(said, plain(told), re.IGNORECASE)
        and not re.search(rf"\b{word}\b|rules you were given", plain(told.card or Inline()), re.IGNORECASE)
    ]
    assert lost == []


def test_both_kinds_of_hip_replacement_are_told_apart(library: Library) -> None:
    told = page("conditions.md")
    assert "follow the rules you were given" in told
    assert all(word in told for word in ("posterior", "anterior"))
    kneeling = library.exercises["half-kneeling-hip-flexor-stretch"].cautions
    assert _says(kneeling, "anterior", "do not kneel on that leg and move forward", "standing lunge")


def test_the_butterfly_is_left_out_with_pelvic_girdle_pain(library: Library) -> None:
    assert _says(
        library.exercises["butterfly-stretch"].cautions, "pelvic girdle pain, during or after pregnancy, leave"
    )


def test_a_knee_past_the_toes_is_no_mistake(library: Library) -> None:
    mistakes = {id: one.mistakes for id, one in library.exercises.items()}
    assert [id for id, told in mistakes.items() if _says(told, r"knees? (?:\w+ )*(?:past|over|beyond) the toes")] == []
    assert _says(mistakes["side-squat"], "inward")
    assert _says(mistakes["side-squat"], "heel")


def test_pain_that_goes_further_down_the_leg_stops_every_exercise(library: Library, leg_pain: str) -> None:
    for told in (library.safety.stop_rule, (library.safety.card_line,), (parse(leg_pain),)):
        assert _says(told, "further down (?:the|a) leg than usual")


def test_the_page_on_the_leg_has_the_red_flags_first_and_as_they_are_elsewhere(library: Library, leg_pain: str) -> None:
    assert leg_pain.index("us-flags--emergency") < leg_pain.index("us-flags--soon") < leg_pain.index("## One rule")
    shared = [sign for sign in library.safety.red_flags.emergency.signs if f"- {plain(sign)}\n" in leg_pain]
    for sign in EMERGENCY[:6]:
        assert _says(tuple(shared), sign), sign
    assert plain(library.safety.red_flags.soon.action) in leg_pain


@pytest.mark.parametrize("where", ["index.md", "safety.md", "../mkdocs.yml"])
def test_the_page_on_the_leg_is_found(where: str, leg_pain: str) -> None:
    assert "leg-pain.md" in page(where)
    assert "# Pain in the leg" in leg_pain
    assert "sciatica" in leg_pain


@pytest.mark.parametrize("reason", ASK_FIRST)
def test_a_reason_to_ask_first_is_there(library: Library, reason: str) -> None:
    assert library.safety.ask_first
    assert _says(library.safety.ask_first.reasons, reason)


def _unnamed(told: str) -> list[str]:
    """Sources that no statement of a page names, and names of none."""
    named = re.findall(r"\[\^([\w-]+)\](?!:)", told)
    return sorted(set(named) ^ set(re.findall(r"\[\^([\w-]+)\]:", told)))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_saying_what_it_is_for_and_who_checked_it(name: str) -> None:
    told = " ".join(page(name).split())
    assert [words for words in PAGES[name] if words not in told] == []
    assert "unslouch:clinical-review" in told
    assert "## Sources" in told
    assert _unnamed(told) == []
    assert name in page("../mkdocs.yml")


def test_the_pages_for_readers_are_linked_from_where_they_help() -> None:
    assert [
        name
        for name in ("walking.md", "how-hard.md", "moving-on.md", "does-it-help.md")
        if name not in page("index.md")
    ] == []
    assert [
        name for name in ("conditions.md", "pregnancy.md", "floor.md", "how-hard.md") if name not in page("safety.md")
    ] == []
    assert "walking.md" in page("routines/weekly-plan.yml")
    assert "moving-on.md" in page("routines/hip-strengthening.yml")


@pytest.mark.parametrize("name", ["index.md", *PAGES, "safety.md", "leg-pain.md"])
def test_no_page_promises_a_cure(name: str) -> None:
    told = page(name).partition("## Sources")[0]
    assert (
        re.findall(
            r"\b(?:cure[sd]?|heal(?:s|ed|ing)?|treat(?:s|ed|ing)?|guarantee[sd]?|fix your)\b", told, re.IGNORECASE
        )
        == []
    )


def test_every_statement_names_its_source_and_every_exercise_a_sound_one() -> None:
    assert [f"{notice.file}: {notice.message}" for notice in live().notices] == []


def test_a_stretch_is_held_for_a_minute_in_all(library: Library) -> None:
    held = {
        id: one.dose.sets.low * one.dose.hold.low
        for id, one in library.exercises.items()
        if one.category == "stretching" and one.dose.hold
    }
    assert len(held) >= 4
    assert {id: seconds for id, seconds in held.items() if seconds < SECONDS_OF_STRETCH} == {}


def test_no_page_claims_a_medical_review(library: Library) -> None:
    for path, page in Pages(Guide(library, ENGLISH)).render().items():
        assert not re.search("MedicalWebPage|lastReviewed|reviewedBy", page), path


@pytest.mark.parametrize("end", ["start", "end", "balance"])
def test_the_head_stays_still_while_a_leg_swings(library: Library, end: str) -> None:
    swings = library.exercises["leg-swings"].figure
    start, now = (settle(resolve(swings, name)[0]) for name in ("start", end))
    assert np.linalg.norm(now.part("head") - start.part("head")) < 0.6


def test_strength_can_be_begun_by_who_cannot_kneel_or_get_to_the_floor(library: Library) -> None:
    strengthening = [one for one in library.exercises.values() if one.category == "strengthening"]
    first = {one.id: library.stages(one)[0] for one in strengthening}
    assert {id for id, stage in first.items() if {"floor", "kneel"} & _asked(library, stage)} == set()


def _asked(library: Library, stage: Stage) -> set[Ask]:
    """What a stage asks: an easier way what its own picture does."""
    figure = stage.exercise.figure
    if stage.way and figure and stage.way in figure.poses:
        return {one.ask for one in asks.of_pose(settled(figure, stage.way), stage.way)}
    return {*library.asks_of(stage.exercise)}
