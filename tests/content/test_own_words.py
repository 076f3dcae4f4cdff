"""A site's own words are words of the format for it: read in any form, shown in one, found by all."""

from __future__ import annotations

import json

import pytest

from tests.content.test_problems import GOOD, content, found  # noqa: F401  (a fixture)
from tests.helpers import ENGLISH
from tests.helpers import load_kept as load
from unslouch.content import schema, validate, yaml
from unslouch.content.files import kept_back
from unslouch.content.load import words_for
from unslouch.content.model import Exercise
from unslouch.content.own_words import OwnWords
from unslouch.guide.guide import Guide
from unslouch.pages import search
from unslouch.pages.render import Pages

OWN = """\
equipment:
  step: {one: aerobic step, many: aerobic steps, also: [step bench]}
areas:
  shins: {one: shins, also: [lower legs, tibia]}
muscles:
  tibialis: {one: shin muscles, also: [tibialis anterior]}
"""
USING = (
    GOOD.replace("{primary: [glutes]}", "{primary: [tibialis], secondary: [Tibialis  anterior]}")
    + "equipment: [step, wall]\noptional_equipment: [Aerobic steps]\nareas: [lower legs, hips]\n"
)


@pytest.mark.long
def test_any_form_is_read_as_the_one_that_readers_see(content):  # noqa: F811
    (content / "vocabulary.yml").write_text(OWN)
    problems = found(content, USING)
    assert [problem.message for problem in problems] == ["`shin muscles` is both primary and secondary"]
    library = load(content).library
    exercise = library.exercises["test-move"]
    assert exercise.equipment == ("aerobic step", "wall")
    assert exercise.optional_equipment == ("aerobic step",)
    assert exercise.areas == ("shins", "hips")
    assert exercise.muscles.primary == ("shin muscles",)
    assert words_for(content / "exercises/test-move.yml").also("aerobic step") == ["aerobic steps", "step bench"]


def test_pages_show_it_and_the_search_finds_it_by_all(content):  # noqa: F811
    (content / "vocabulary.yml").write_text(OWN)
    (content / "exercises/test-move.yml").write_text(USING)
    guide = Guide(load(content).library, ENGLISH)
    exercise = guide.library.exercises["test-move"]
    page = Pages(guide).page("exercise.md.j2", "exercises/test-move.md", exercise=exercise)
    assert "Aerobic step" in page
    assert "tibialis anterior" in page
    words = search.words_of_exercise(guide, exercise)
    assert {"shin muscles", "tibialis anterior", "shins", "lower legs", "tibia", "step bench"} <= set(words)


def test_without_the_file_the_word_is_unknown_and_told_where_it_could_stand(content):  # noqa: F811
    (problem,) = found(content, GOOD + "equipment: [trampoline]\n")
    assert problem.hint.endswith("wall; a word of your own stands in vocabulary.yml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("equipment: {step: {}}", "`one` is missing"),
        ("equipment: {step: {one: step, plural: steps}}", "unknown key `plural`"),
        ("things: {}", "unknown key `things`"),
        ("equipment: [step]", "takes a mapping"),
    ],
)
def test_what_is_wrong_in_it_is_told_there(content, text, told):  # noqa: F811
    (content / "vocabulary.yml").write_text(text)
    errors = load(content, shown_from=content).errors
    assert [(one.file, told in one.message) for one in errors] == [("vocabulary.yml", True)]


def test_a_slip_of_a_word_of_ones_own_is_understood():
    document, _ = yaml.parse(GOOD + "equipment: [stpe]\n", "file.yml")
    own, _ = validate.read_as(OwnWords, yaml.parse(OWN, "vocabulary.yml")[0])

    (problem,) = validate.read_as(Exercise, document, own)[1]
    assert problem.hint == "did you mean `step`?"


@pytest.mark.long
def test_editors_know_it_too():
    own, _ = validate.read_as(OwnWords, yaml.parse(OWN, "vocabulary.yml")[0])
    made = json.loads(schema.schemas(own)["exercise.schema.json"])
    assert made["properties"]["equipment"]["items"]["enum"][-1] == "step"
    assert made["$defs"]["Muscles"]["properties"]["primary"]["items"]["enum"][-1] == "tibialis"


def test_no_site_carries_the_file():
    assert kept_back("vocabulary.yml")
