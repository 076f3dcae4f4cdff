"""The guide of mistakes keeps to what is said: each wrong pose is refused with its words, and each right one is taken."""

import re

import pytest

from tests.figure.figure_helpers import read
from tests.helpers import ROOT
from unslouch.content import yaml
from unslouch.figure import solve
from unslouch.figure.bases import BASES
from unslouch.figure.kinds import KINDS

PAGE = (ROOT / "docs/guides/pose-mistakes.md").read_text(encoding="utf-8")
MISTAKES = re.findall(r"^## (\d+\..*?)\n\n> (.*?)\n(.*?)(?=^## )", PAGE, re.MULTILINE | re.DOTALL)


def said_of(pose: str) -> list[str]:
    document, _ = yaml.parse(pose, "pose.yml")
    assert document is not None
    figure, refused = read({"poses": document.data})
    return [f"{one.message} {one.hint}" for one in refused] + [one.message for one in (solve(figure) if figure else [])]


def test_there_are_ten():
    assert len(MISTAKES) == 10


@pytest.mark.long
@pytest.mark.parametrize(("title", "message", "body"), MISTAKES, ids=[title for title, *_ in MISTAKES])
def test_a_mistake_is_told_as_the_guide_says_and_its_way_out_works(title, message, body):
    wrong, right = re.findall(r"```yaml\n(.*?)```", body, re.DOTALL)
    assert any(message in said for said in said_of(wrong)), said_of(wrong)
    assert said_of(right) == [], title


FIRST = (ROOT / "docs/guides/first-pose.md").read_text(encoding="utf-8")


@pytest.mark.long
@pytest.mark.parametrize("written", re.findall(r"```yaml\n(figure:.*?)```", FIRST, re.DOTALL))
def test_what_the_first_pose_is_made_of_can_be_done(written):
    document, _ = yaml.parse(written, "figure.yml")
    assert document is not None
    figure, refused = read(document.data["figure"])
    assert refused == []
    assert figure is not None
    assert solve(figure) == []


def test_the_first_pose_names_every_thing_and_every_base():
    told = set(re.findall(r"`([a-z -]+)`", FIRST))
    assert set(KINDS) - {"mat"} <= told
    assert set(BASES) <= told
