"""The player's files: its page, and what that loads of each exercise and routine. A library may have a thousand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache, partial
from typing import Any

import jinja2

from unslouch.cards.html import menu
from unslouch.cards.own_sheet import counted
from unslouch.content import inline, rendering
from unslouch.guide import play_address, sheet_address
from unslouch.guide.addresses import ASSETS, MY_WEEK, SAFETY_PAGE
from unslouch.guide.guide import Guide
from unslouch.player import moves
from unslouch.player.moves import ROOT
from unslouch.tools.making import Make
from unslouch.tools.templates import environment

PREFIX = "play_"
"""How the keys of the player's phrases begin."""


def makes(guide: Guide) -> dict[str, Make]:
    """Path in the site → what makes its file."""
    library = guide.library
    made: dict[str, Make] = {play_address.PATH: lambda: page(guide).encode()}
    for id, exercise in library.exercises.items():
        if library.doses(exercise):
            made[play_address.EXERCISE.format(id=id)] = partial(_loaded, moves.move, guide, exercise)
    for id, routine in library.routines.items():
        if routine.blocks:
            made[play_address.ROUTINE.format(id=id)] = partial(_loaded, moves.routine, guide, routine)
    return made


def _loaded(told: Callable[[Guide, Any], dict[str, Any]], guide: Guide, one: Any) -> bytes:
    return json.dumps(told(guide, one), ensure_ascii=False).encode()


def page(guide: Guide) -> str:
    """The page on which a sheet is played."""
    library, words = guide.library, guide.words
    rendered = (
        _templates()
        .get_template("play.html.j2")
        .render(
            say=words.say,
            language=words.language,
            guide=guide.name,
            licence=rendering.plain(inline.parse(guide.options.licence)),
            home="" if guide.directory_urls else "index.html",
            menu=menu(guide),
            root=ROOT,
            assets=ASSETS,
            SAFETY_PAGE=SAFETY_PAGE,
            my_week=MY_WEEK,
            back=ROOT if guide.directory_urls else f"{ROOT}index.html",
            place=guide.place,
            address=lambda routine: play_address.of_routine(routine, library),
            routines=[routine for routine in library.routines.values() if routine.blocks],
            sides=[guide.default_side, guide.other_side],
            card_line=guide.plain(library.safety.card_line),
            stop_rules=[guide.plain(rule) for rule in library.safety.stop_rule],
            sheet=sheet_address.PATH if guide.cards else "",
            floor=guide.options.floor_page,
            data=rendering.in_script(_data(guide)),
        )
    )
    return re.sub(r"\n\s*\n+", "\n", rendered)


def _data(guide: Guide) -> dict[str, Any]:
    """What the scripts cannot know: words, names, and how an address is read."""
    words = guide.words
    said, forms = words.beginning(PREFIX)
    return {
        **sheet_address.RULES,
        "title": words.say("play_page"),
        "nothing": words.say("card_no_equipment"),
        "list": words.list_type,
        "sides": {side: words.say(side) for side in ("right", "left")},
        "routines": {
            play_address.listed(routine, guide.library): routine.id
            for routine in guide.library.routines.values()
            if routine.blocks
        },
        "names": {id: exercise.name for id, exercise in guide.library.exercises.items()},
        "words": said | {side: words.say(f"own_{side}") for side in ("only_left", "only_right")},
        "counted": forms | counted(words),
    }


@cache
def _templates() -> jinja2.Environment:
    return environment("unslouch.player", "unslouch.cards", html=True)
