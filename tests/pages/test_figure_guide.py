"""The examples that an author writes poses by."""

from tests.helpers import ENGLISH
from unslouch.figure import solve
from unslouch.figure.limits import RANGES
from unslouch.guide import pictures
from unslouch.pages.figure_guide import examples


def test_examples_for_authors_are_poses_that_a_body_can_take():
    guide = examples(ENGLISH)
    assert solve(guide.figure) == []
    assert len(guide.joints) == 2 * len(RANGES)
    assert len({job.path for job in pictures.jobs([guide])}) == 2 * len(guide.figure.poses)
