"""docs/format.md is the reference of authors: it names every key there is, and what it shows is valid."""

from __future__ import annotations

import re

import pytest

from tests.helpers import ROOT
from unslouch.content import validate, yaml
from unslouch.content.dose import Dose
from unslouch.content.image import Image, Video
from unslouch.content.model import Block, Exercise, Routine, RoutineExercise
from unslouch.content.own_words import OwnWord, OwnWords
from unslouch.content.statement import Source

TEXT = (ROOT / "docs/format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)


@pytest.mark.parametrize(
    "model", [Exercise, Routine, Block, RoutineExercise, Dose, Image, Video, Source, OwnWords, OwnWord]
)
def test_every_key_is_named(model):
    named = set(re.findall(r"\b[a-z_]+\b", TEXT))
    assert {field.alias or name for name, field in model.model_fields.items()} <= named


@pytest.mark.parametrize("text", EXAMPLES, ids=lambda text: text.split("\n")[0])
def test_every_example_is_valid(text):
    document, problems = yaml.parse(text, "format.md")
    assert problems == []
    assert document
    part = document.part("dose")
    model = (
        Dose if part else Routine if "blocks" in document.data else Exercise if "name" in document.data else OwnWords
    )
    assert validate.read_as(model, part or document)[1] == []
