"""What is written for the player: its page, and the facts of each exercise and routine."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.helpers import ENGLISH, fixture_library, stand_ins
from unslouch.content.inline import parse
from unslouch.content.library import Library
from unslouch.guide import play_address, sheet_address
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.player import build
from unslouch.tools.making import all_of

LIBRARY = fixture_library()


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide(LIBRARY, ENGLISH, pictures=stand_ins(LIBRARY), options=Options(floor_page="floor.md"))


@pytest.fixture(scope="module")
def files(guide) -> dict[str, bytes]:
    return all_of(build.makes(guide))


def loaded(files: dict[str, bytes], path: str) -> Any:
    return json.loads(files[path])


def guide_plain(text) -> str:
    return Guide(LIBRARY, ENGLISH).plain(text)


def data_of(page: str) -> Any:
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1])


def test_there_is_a_page_and_a_file_for_each_exercise_and_each_routine_with_blocks(files):
    routines = [id for id, routine in LIBRARY.routines.items() if routine.blocks]
    assert set(files) == {
        "play/index.html",
        *(f"play/{id}.json" for id in LIBRARY.exercises),
        *(f"play/routines/{id}.json" for id in routines),
    }


def test_the_page_runs_no_script_of_its_own_and_nothing_from_elsewhere(files):
    page = files[play_address.PATH].decode()
    assert not re.search(r"\son\w+=", page)
    assert "style=" not in page
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
    assert re.findall(r"<script[^>]*>", page) == [
        '<script type="module" src="../assets/unslouch/player/player.js">',
        '<script type="application/json" id="data">',
    ]


def test_an_exercise_is_told_in_numbers_and_its_texts_keep_their_sides(files):
    stretch = loaded(files, "play/crossed-stretch.json")
    assert (stretch["own"], stretch["rest"], stretch["sides"]) == ("3..30", "15", 2)
    assert (stretch["laterality"], stretch["stance"]) == ("unilateral", "lying")
    assert stretch["steps"][1] == "Rest your {side} ankle on your {other_side} thigh."
    assert stretch["cautions"][0] == "Sore knee? Leave it out."
    assert stretch["easier"] == "Leave the {other_side} foot down."
    [movement] = stretch["movements"]
    assert movement["moving"] == "../assets/figures/crossed-stretch/end.moving.svg"
    assert movement["words"] == stretch["steps"][:2]
    assert movement["end"] == {
        "src": "../assets/figures/crossed-stretch/end.svg",
        "width": movement["end"]["width"],
        "height": movement["end"]["height"],
        "right": "end, right",
        "left": "end, left",
    }
    assert stretch["easily"]["src"].endswith("crossed-stretch/easier.svg")


def test_what_has_no_figure_has_no_picture_and_its_position_says_where_it_is_done(files):
    squat = loaded(files, "play/chair-squat.json")
    assert (squat["movements"], squat["still"], squat["small"], squat["easily"]) == ([], None, None, None)
    assert squat["floor"] is False
    assert squat["equipment"] == ["firm chair", "resistance band"]


def test_an_exercise_says_when_to_go_on_and_to_what(files):
    assert loaded(files, "play/chair-squat.json")["next"] is None
    kick = loaded(files, "play/donkey-kick.json")["next"]
    assert kick == {
        "when": "12 are easy on two days in a row.",
        "told": guide_plain(LIBRARY.exercises["donkey-kick"].harder),
        "page": "../exercises/donkey-kick/",
    }
    stretch = loaded(files, "play/crossed-stretch.json")["next"]
    assert (stretch["id"], stretch["page"]) == ("pigeon-pose", "../exercises/pigeon-pose/")
    assert stretch["when"] == "Your right hip no longer feels it."


def test_a_routine_says_what_there_is_to_choose(files):
    whole = loaded(files, "play/routines/whole-session.json")
    assert [block["choose"] for block in whole["blocks"]] == [None, [2, 2], None]
    assert whole["blocks"][1]["told"] == "Choose 2 of these 3"
    assert whole["notes"] == "Leave a day of rest between two sessions."
    told = ["", "Pick different ones from one session to the next.", "Take your time."]
    assert [block["notes"] for block in whole["blocks"]] == told
    assert [id for id, _ in whole["blocks"][1]["items"]] == ["side-squat", "donkey-kick", "pigeon-pose"]


def test_addresses_are_those_of_sheets_and_a_routine_is_known_by_what_it_lists():
    routine, exercise = LIBRARY.routines["desk-break"], LIBRARY.exercises["marching"]
    assert play_address.of_routine(routine, LIBRARY) == play_address.PATH + sheet_address.of_routine(routine, LIBRARY)
    known = data_of(build.page(Guide(LIBRARY, ENGLISH)))["routines"]
    assert known[play_address.listed(routine, LIBRARY)] == routine.id
    assert play_address.of_exercise(exercise) == play_address.PATH + sheet_address.of_exercise(exercise)


def test_the_way_to_the_floor_is_linked_where_there_is_a_page_on_it(guide, files):
    assert 'href="../floor/"' in files[play_address.PATH].decode()
    without = Guide(LIBRARY, ENGLISH, options=Options(cards="none"))
    page = build.page(without)
    assert "floor" not in page.partition('<script type="application/json"')[0]
    assert "sheet/index.html" not in page


def test_hostile_words_stay_words():
    bad = '</script><img src=x onerror="alert(1)">'
    exercise = LIBRARY.exercises["marching"].model_copy(update={"name": bad, "easier": parse(bad)}).named("marching")
    routine = LIBRARY.routines["desk-break"].model_copy(update={"name": bad}).named("desk-break")
    library = Library(LIBRARY.exercises | {"marching": exercise}, {"desk-break": routine}, LIBRARY.safety)
    page = build.page(Guide(library, ENGLISH))
    assert bad not in page
    assert data_of(page)["names"]["marching"] == bad
    assert page.count("</script>") == 2
