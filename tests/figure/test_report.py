"""What came of a pose, in numbers and warnings."""

import re

import pytest

from tests.figure.figure_helpers import figures, parse
from tests.helpers import kept
from unslouch.figure.report import all_warnings, report, warnings
from unslouch.tools.kept import Cache


def one(start: dict, end: dict, **figure):
    return parse({**figure, "poses": {"start": start, "end": {"from": "start", **end}}})


def test_a_report_has_every_joint_and_contact_after_solving():
    found = report(parse({"poses": {"start": {"base": "standing", "feet": {"at": {"out": 6}}}}}), "start")
    assert {f"{side} {joint}" for side in ("right", "left") for joint in ("hip", "knee", "elbow")} <= set(found.joints)
    assert found.joints["right hip"].keys() == {"flexion", "abduction", "rotation"}
    assert {(c.part, c.on) for c in found.contacts} >= {("right foot", "floor"), ("left foot", "floor")}
    assert all(abs(c.gap_cm) < 0.5 for c in found.contacts)


@pytest.mark.parametrize(
    ("end", "azimuth"),
    [({"neck": {"rotation": 2}}, 90), ({"right_hip": {"flexion": 12}, "right_foot": "nothing"}, 0)],
)
def test_an_end_that_looks_like_its_start_is_warned_of(end, azimuth):
    (found,) = warnings(one({"base": "standing"}, end, camera={"azimuth": azimuth, "elevation": 0}), "end")
    assert found.path == ("poses", "end")
    assert found.message == "`end` and `start`, where it comes from, can hardly be told apart"


def test_the_hint_about_them_works():
    swing = {"right_hip": {"flexion": 12}, "right_foot": "nothing"}
    assert warnings(one({"base": "standing"}, swing, camera={"azimuth": 90}), "end") == []


def test_a_turn_that_its_arrow_shows_is_seen_to_move():
    turned = one({"base": "standing"}, {"right_shoulder": {"rotation": 40}}, arrow={"turns": "right upper arm"})
    assert warnings(turned, "end") == []


@pytest.mark.whole
def test_a_picture_that_hides_its_highlight_is_warned_of_with_a_camera_that_shows_it():
    def bent(azimuth):
        shown = {"highlight": ["glutes"], "camera": {"azimuth": azimuth}}
        return one({"base": "standing"}, {"shoulders": 80}, **shown)

    (found,) = warnings(bent(0), "end")
    assert found.path == ("highlight",)
    assert "of the muscles that are highlighted" in found.message
    azimuth = int(re.search(r"azimuth: (\d+)", found.hint)[1])
    assert warnings(bent(azimuth), "end") == []
    assert warnings(bent(0), "start") == [], "it only begins"


@pytest.mark.long
def test_warnings_of_a_figure_are_told_once_and_kept(tmp_path):
    figure = one({"base": "sitting"}, {"neck": {"rotation": 2}})
    assert len(all_warnings(figure, Cache(tmp_path))) == 1
    assert all_warnings(figure, Cache(tmp_path)) == all_warnings(figure, Cache(None))


def test_nothing_of_the_fixture_is_warned_of():
    for figure in figures().values():
        assert all_warnings(figure, Cache(kept())) == []


@pytest.mark.long
def test_in_a_close_up_a_small_movement_is_seen():
    nod = {"neck": {"flexion": 24}}
    side = {"azimuth": 90, "elevation": 0}
    (found,) = warnings(one({"base": "sitting"}, nod, camera=side, arrow="none"), "end")
    assert "told apart" in found.message
    assert warnings(one({"base": "sitting"}, nod, camera={**side, "close_up": "head"}, arrow="none"), "end") == []
