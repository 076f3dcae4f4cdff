"""The examples that an author writes poses by."""

import pytest

from tests.helpers import ENGLISH
from unslouch.figure import Figure, solve
from unslouch.figure.angles import Angles
from unslouch.figure.kinds import PLACES
from unslouch.figure.landmarks import LANDMARKS
from unslouch.figure.limits import RANGES
from unslouch.figure.people import PEOPLE
from unslouch.figure.posture import PLURALS
from unslouch.guide import pictures
from unslouch.pages.figure_guide import examples
from unslouch.pages.figure_keys import GROUPS, models_in
from unslouch.pages.figure_people import people
from unslouch.pages.render import Pages


@pytest.mark.whole
def test_examples_for_authors_are_poses_that_a_body_can_take():
    guide = examples(ENGLISH)
    assert solve(guide.figure) == []
    assert len(guide.joints) == 2 * len(RANGES)
    assert len({job.path for job in pictures.jobs([guide])}) == len(guide.figure.poses)


def models(model=Figure, seen=()):
    """Every model that a figure is made of."""
    found = [*seen, model]
    for field in model.model_fields.values():
        for inner in models_in(field.annotation):
            if inner not in found:
                found = models(inner, found)
    return found


def joint_of(key):
    """``left_hip`` or ``hips`` → right_hip, which stands for all three."""
    bare = key.removeprefix("right_").removeprefix("left_")
    return f"right_{PLURALS.get(bare, bare)}" if key in PLURALS or key != bare else key


def test_every_key_of_the_language_has_an_example_that_writes_it():
    shown = {(model, key) for group in GROUPS for model in group.models for key in group.poses}
    of_joints = " ".join(example.written for example in examples(ENGLISH).joints)
    unnamed = []
    for model in models():
        for name, field in model.model_fields.items():
            key = field.alias or name
            is_joint = any(issubclass(inner, Angles) for inner in models_in(field.annotation))
            if is_joint or issubclass(model, Angles):
                named = f"{joint_of(key) if is_joint else key}: " in of_joints
            else:
                named = (model, key) in ((Figure, "poses"), (Figure, "person")) or any(
                    (one, key) in shown for one in model.__mro__
                )
            if not named:
                unnamed.append((model.__name__, key))
    assert unnamed == [], "a line for each in pages/figure_keys.py"


def test_every_example_writes_its_key_and_says_what_it_does():
    for _, group in examples(ENGLISH).keys:
        for example in group:
            assert f"{example.title}: " in example.written, example
            assert example.about, example


def test_every_thing_is_shown_at_every_place():
    assert len(examples(ENGLISH).things) == sum(len(set(places)) or 1 for places in PLACES.values())


def test_every_place_of_the_body_is_shown_with_what_an_author_writes():
    shown = examples(ENGLISH).places
    assert [one.title for one in shown] == [form.replace("{}", "") for form in LANDMARKS]
    for one in shown:
        written = [
            form.format(side).strip()
            for form in LANDMARKS
            for side in ("", "right ", "left ")
            if form.replace("{}", "") == one.title
        ]
        assert any(f": {name}" in one.written for name in written), one


def test_everybody_is_drawn_with_what_an_author_writes_to_choose_them(guide):
    everybody = people(ENGLISH)
    assert [one.figure.person for one in everybody] == list(PEOPLE)
    page = Pages(guide).fill_markers("<!-- unslouch:people -->\n", "figures.md")
    assert all(f"<code>person: {name}</code>" in page for name in PEOPLE)


def test_the_page_shows_all_examples(guide):
    pages, shown = Pages(guide), examples(ENGLISH)
    page = pages.fill_markers(
        "<!-- unslouch:keys -->\n\n<!-- unslouch:landmarks -->\n\n<!-- unslouch:things -->\n", "figures.md"
    )
    for example in [*shown.things, *shown.places, *(one for _, group in shown.keys for one in group)]:
        assert f"<code>{example.written}</code>" in page
