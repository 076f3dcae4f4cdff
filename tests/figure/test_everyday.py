"""The exercises of everyday handouts, in the numbers that `unslouch poses --format json` prints: all fit, and none is warned of."""

import json

import pytest

from tests.figure.figure_helpers import everyday
from tests.helpers import ROOT, data_of
from unslouch.figure.body import CENTIMETRES_PER_UNIT, SIDES
from unslouch.figure.contact import TOUCHING
from unslouch.figure.limits import ROUNDING, past
from unslouch.pages import pose_file, pose_sheet

FILES = ("everyday", "first-tries")
ROUNDED = 0.05


def written():
    return {id: figure for name in FILES for id, figure in data_of(ROOT / f"tests/figure/{name}.yml").items()}


def test_there_are_as_many_as_were_asked_for():
    assert len(everyday()) == 27


@pytest.mark.whole
@pytest.mark.parametrize("id", written())
def test_an_everyday_exercise_can_be_done(id, tmp_path):
    file = tmp_path / f"{id}.yml"
    file.write_text(json.dumps({"figure": written()[id]}))
    printed = pose_sheet.as_data(pose_file.read(file))
    assert printed.get("problems", []) == []
    for name, pose in printed["poses"].items():
        assert pose["warnings"] == [], name
        for joint, movements in pose["joints"].items():
            for movement, degrees in movements.items():
                bare = joint.partition(" ")[2] if joint.split()[0] in SIDES else joint
                assert past(bare, movement, degrees) <= ROUNDING, (name, joint, movement, degrees)
        for contact in pose["contacts"]:
            assert abs(contact["gap_cm"]) <= TOUCHING * CENTIMETRES_PER_UNIT + ROUNDED, (name, contact)
