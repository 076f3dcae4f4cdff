"""Of every pose that there is, in the numbers that `unslouch poses --format json` prints: no joint is past its range,
and what lies on something touches it."""

from dataclasses import asdict

import pytest

from tests.figure.figure_helpers import figures, more, parse
from tests.helpers import ENGLISH, ROOT, data_of
from unslouch.figure import Figure, solve
from unslouch.figure.body import CENTIMETRES_PER_UNIT, SIDES
from unslouch.figure.contact import TOUCHING
from unslouch.figure.limits import ROUNDING, past
from unslouch.figure.people import PEOPLE, chosen
from unslouch.figure.report import report
from unslouch.pages.figure_guide import examples

ROUNDED = 0.05
"""Of a centimetre, which numbers are printed to the tenth of."""


def _all() -> dict[str, Figure]:
    """The figures of the guide, of its page for authors, of the fixture, and of other exercises."""
    files = sorted(ROOT.glob("content/exercises/*.yml"))
    found = {f"content/{file.stem}": parse(data_of(file)["figure"]).shown_by(chosen(file.stem)) for file in files}
    return found | {"examples": examples(ENGLISH).figure} | figures() | more()


ALL = _all()


def _faults(figure: Figure, name: str) -> list[str]:
    """What is out of range and what does not touch, of the data of one pose."""
    data = asdict(report(figure, name))
    far = [
        f"{name}: {joint} {movement} {degrees}"
        for joint, movements in data["joints"].items()
        for movement, degrees in movements.items()
        if past(joint.partition(" ")[2] if joint.split()[0] in SIDES else joint, movement, degrees) > ROUNDING
    ]
    off = [
        f"{name}: {c['part']} on {c['on']} {c['gap_cm']} cm"
        for c in data["contacts"]
        if abs(c["gap_cm"]) > TOUCHING * CENTIMETRES_PER_UNIT + ROUNDED
    ]
    return far + off


def test_all_there_are_is_looked_at():
    assert sum(name.startswith("content/") for name in ALL) >= 12
    assert sum(len(figure.poses) for figure in ALL.values()) > 200


@pytest.mark.whole
@pytest.mark.parametrize("id", ALL)
def test_no_joint_is_out_of_range_and_nothing_floats(id):
    figure = ALL[id]
    assert [fault for name in figure.poses for fault in _faults(figure, name)] == []


@pytest.mark.whole
@pytest.mark.parametrize("id", sorted(ALL.keys() - {"examples"}))  # one person shows those
def test_everybody_holds_every_pose(id):
    """Poses are written of one body, and any of the people may show them."""
    shown = {person: ALL[id].model_copy(update={"person": person}) for person in PEOPLE}
    assert [(who, one.message) for who, figure in shown.items() for one in solve(figure)] == []
