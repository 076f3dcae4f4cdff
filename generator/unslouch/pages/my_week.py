"""What the page of a reader's own week is given: words, routines, weekly plans. What was done is in the reader's browser."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from unslouch.content.library import ROUTINES
from unslouch.content.model import Routine
from unslouch.guide import play_address
from unslouch.guide.guide import Guide
from unslouch.pages import calendar

ROOT = "../"
"""The way from the page to the site's root."""
PREFIX = "journal_"
"""How the keys of its phrases begin."""


def plans(guide: Guide) -> list[Routine]:
    """The weekly plans."""
    return [routine for routine in guide.library.routines.values() if routine.week]


def data(guide: Guide) -> dict[str, Any]:
    """What the page's scripts cannot know."""
    words, library = guide.words, guide.library
    said, counted = words.beginning(PREFIX)
    return {
        "language": words.locale.replace("_", "-"),
        "list": words.list_type,
        "words": said,
        "counted": counted,
        "host": urlsplit(guide.site_url).hostname or calendar.HOST,
        "sheet": words.say("own_title"),
        "plans": [_plan(guide, plan) for plan in plans(guide)],
        "routines": {id: _routine(guide, one) for id, one in library.routines.items() if one.blocks},
        "exercises": [id for id, exercise in library.exercises.items() if exercise.progress],
    }


def _plan(guide: Guide, plan: Routine) -> dict[str, Any]:
    assert plan.week
    days = [list(ids) for _, ids in plan.week.days()]
    return {"id": plan.id, "name": plan.name, "page": _page(guide, plan), "days": days}


def _routine(guide: Guide, routine: Routine) -> dict[str, Any]:
    return {
        "name": routine.name,
        "page": _page(guide, routine),
        "play": f"{ROOT}{play_address.of_routine(routine, guide.library)}",
        "minutes": calendar.minutes(guide, [routine]),
    }


def _page(guide: Guide, routine: Routine) -> str:
    return f"{ROOT}{guide.place(f'{ROUTINES}/{routine.id}.md')}"
