"""What pictures show, said in a language."""

import ast
import re

import pytest

from tests.figure.figure_helpers import figures, more
from tests.helpers import PACKAGE, catalogue
from unslouch.figure import Phrase
from unslouch.figure.alt import describe
from unslouch.figure.kinds import KINDS, LOOPS, PLACES
from unslouch.figure.landmarks import LANDMARKS
from unslouch.figure.names import BASE_NAMES
from unslouch.figure.scene import scene_of
from unslouch.guide import words
from unslouch.guide.alt_words import LONGEST, alt_text, authored
from unslouch.pages.figure_guide import examples

ENGLISH = words.load("en")
LANGUAGES = words.languages()


class Echo(words.Words):
    """A language whose phrases are their own keys, so that no English can hide."""

    def __init__(self) -> None:
        english = catalogue("en")
        super().__init__(
            "xx",
            {
                key: f"<{key}{''.join(re.findall('{[a-z]+}', phrase))}>" if isinstance(phrase, str) else phrase
                for key, phrase in english.items()
            }
            | {key: english[key] for key in ("locale", "list_style")},
        )


def poses():
    for exercise, figure in {**figures(), **more(), "examples": examples(ENGLISH).figure}.items():
        for name in figure.poses:
            yield pytest.param(figure, name, id=f"{exercise}-{name}")


@pytest.mark.whole
@pytest.mark.parametrize(("figure", "name"), list(poses()))
def test_both_sides_of_every_picture_are_told_and_fit(figure, name):
    scene = scene_of(figure, name)
    told = describe(scene.pose, scene.start, props=scene.props)
    for side in ("right", "left"):
        assert re.fullmatch(rf"[A-Z][^{{}}]{{6,{LONGEST - 2}}}\.", alt_text(told, side, ENGLISH))


def test_the_left_is_the_right_with_its_sides_changed():
    told = (Phrase("half_kneeling", "right"), Phrase("with_knee_bent", what=Phrase("leg_lifted_back", "left")))
    told += (Phrase("hands", what=Phrase("at_hip", "both")), Phrase("hand", "right", Phrase("at_thigh", "left")))
    assert alt_text(told, "right", ENGLISH) == (
        "Half-kneeling on the right knee, left leg lifted back with the knee bent, hands on the hips, "
        "right hand on the left thigh."
    )
    assert alt_text(told, "left", ENGLISH) == (
        "Half-kneeling on the left knee, right leg lifted back with the knee bent, hands on the hips, "
        "left hand on the right thigh."
    )


def test_the_back_of_a_part_is_behind_it():
    told = (Phrase("standing"), Phrase("hand", "right", Phrase("at_back_of_head")))
    assert alt_text(told, "right", ENGLISH) == "Standing, right hand behind the head."


def test_what_would_be_too_long_is_left_out_and_what_fits_after_it_is_not():
    long = Phrase("with_knee_bent", what=Phrase("leg_lifted_aside", "right"))
    told = (Phrase("hands_and_knees"), *[long] * 3, Phrase("trunk_folded"))
    text = alt_text(told, "right", ENGLISH)
    assert len(text) <= LONGEST
    assert text.count("lifted") == 2
    assert text.endswith("trunk folded forward.")


def test_an_authors_own_words_speak_of_the_side_shown():
    assert authored("{side} arm up, {other_side} down, {x} {", "left", ENGLISH) == "left arm up, right down, {x} {"


@pytest.mark.long
@pytest.mark.parametrize(("figure", "name"), list(poses())[::9])
def test_nothing_is_said_but_what_the_catalogue_says(figure, name):
    scene = scene_of(figure, name)
    text = alt_text(describe(scene.pose, scene.start, props=scene.props), "left", Echo())
    assert re.sub(r"<[a-z_]+|>|, ", "", text) == ""


@pytest.mark.whole
def test_the_examples_for_authors_are_told_by_the_catalogue_too():
    for example in examples(Echo()).joints:
        assert example.title.startswith("<alt_example_title<alt_joint_")
        assert "<alt_movement_" in (examples(Echo()).figure.poses[example.pose].alt or "")


def _stems() -> set[str]:
    """Every key that a figure can give, less its side."""
    trees = [ast.parse((PACKAGE / f"figure/{module}.py").read_text(encoding="utf-8")) for module in ("alt", "slight")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    literals = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    found = {re.sub("_(right|left)$", "", text) for text in literals if re.fullmatch(r"[a-z]+(_[a-z]+)*", text)}
    found |= {base.replace("-", "_") for base in BASE_NAMES}
    found |= {f"at_{form.format('').replace(' ', '_')}" for form in LANDMARKS}
    found |= {f"band_{place}" for place in LOOPS} | {f"a_{kind.replace(' ', '_')}" for kind in KINDS}
    places = {place.removeprefix("right ").removeprefix("left ") for kind in KINDS.values() for place in kind.places}
    found |= {f"with_{way}{place.replace(' ', '_')}" for place in places for way in ("", "round_")} | {"with_beside"}
    return found | {f"under_{place.split()[-1]}" for place in PLACES["cushion"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_phrase_for_every_landmark_base_and_prop_and_none_to_spare(language):
    keys = {key.removeprefix("alt_") for key in words.load(language).keys() if key.startswith("alt_")}  # noqa: SIM118
    keys -= {"sentence", "person", *(key for key in keys if re.match("example|joint_|movement_", key))}
    stems = {re.sub("_(right|left|both)$", "", key) for key in keys}
    assert stems <= _stems()
    for form in LANDMARKS:
        name = f"at_{form.format('').replace(' ', '_')}"
        assert {f"{name}_{side}" for side in ("right", "left", "both")} <= keys if "{}" in form else name in keys
    sided = [key.removesuffix("_right") for key in keys if key.endswith("_right")]
    assert {f"{stem}_left" for stem in sided} <= keys
    legs = [stem for stem in sided if stem.startswith("leg_")]
    assert {f"{stem}_both" for stem in legs} <= keys
    assert {stem for stem in _stems() if re.match("leg_|under_|band_|hips_|trunk_", stem)} <= stems
    assert {base.replace("-", "_") for base in BASE_NAMES} - stems == {
        "side_lying_left",
        "side_lying_right",
    }
