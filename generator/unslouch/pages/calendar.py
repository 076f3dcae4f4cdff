"""A weekly plan as a calendar's file, which any calendar reads: what to do on which days, again each week.

Times have no zone: eight in the morning stays eight in the morning when clocks change, and wherever one travels. Nothing
in a file depends on when it was made. ``week/ics.js`` writes the same for a reader's own days and hour:
``tests/vectors/calendar.json`` holds the two to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from urllib.parse import urlsplit

import icalendar

from unslouch.content.library import ROUTINES
from unslouch.content.model import Routine
from unslouch.content.vocabulary import DAYS
from unslouch.guide import play_address
from unslouch.guide.guide import Guide
from unslouch.tools.making import Make

PATH = "week/{id}.ics"
AT = time(8)
"""When a day's exercises stand in the calendar; the page of the week writes any other hour."""
HOST = "unslouch"
"""What a site without an address is called."""
PRODUCT = "-//Unslouch//Unslouch//EN"
_EARLIEST = date(2026, 1, 5)
"""Where no text says when it was checked."""
_CODES = dict(zip(DAYS, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))


@dataclass(frozen=True)
class Event:
    """What is done on some days of each week."""

    uid: str
    """Known again by it: a file with the same replaces what a calendar has."""
    stamp: datetime
    """When it was written, in UTC."""
    start: datetime
    """The first time, without a zone."""
    minutes: int
    days: tuple[str, ...]
    """Of :data:`DAYS`, in their order."""
    summary: str
    description: str = ""
    url: str = ""
    alarm: int = 0
    """Minutes before, at which to be reminded; 0 is not at all."""


def makes(guide: Guide) -> dict[str, Make]:
    """A calendar for each weekly plan: path in the site → what makes it."""
    plans = [routine for routine in guide.library.routines.values() if routine.week]
    return {PATH.format(id=plan.id): partial(_of, guide, plan) for plan in plans}


def _of(guide: Guide, plan: Routine) -> bytes:
    return written(events(guide, plan))


def events(guide: Guide, plan: Routine) -> Iterator[Event]:
    """One for all days on which the same is done."""
    assert plan.week
    same: dict[tuple[str, ...], list[str]] = {}
    for day, ids in plan.week.days():
        if ids:
            same.setdefault(ids, []).append(day)
    begin = max((one.reviewed for one in guide.library.exercises_of(plan) if one.reviewed), default=_EARLIEST)
    begin = min(begin, date.max - timedelta(days=7))  # a year 9999 has no week after it
    for number, (ids, days) in enumerate(same.items(), 1):
        routines = [guide.library.routines[id] for id in ids]
        yield Event(
            uid=f"{plan.id}-{number}@{urlsplit(guide.site_url).hostname or HOST}",
            stamp=datetime.combine(begin, time(), UTC),
            start=datetime.combine(_first(begin, days), AT),
            minutes=minutes(guide, routines),
            days=tuple(days),
            summary=guide.words.listed(routine.name for routine in routines),
            description="\n".join(_told(guide, routine) for routine in routines),
            url=guide.url(f"{ROUTINES}/{(routines[0] if len(routines) == 1 else plan).id}.md"),
        )


def minutes(guide: Guide, routines: Iterable[Routine]) -> int:
    """What to set aside for routines: whole minutes of the most that they take."""
    return max(1, sum(round(guide.library.routine_seconds(routine).high / 60) for routine in routines))


def _told(guide: Guide, routine: Routine) -> str:
    """A routine's name, and where the site has an address, the one at which it is followed along."""
    address = f"{guide.site_url}{play_address.of_routine(routine, guide.library)}" if guide.site_url else ""
    return f"{routine.name}: {address}" if address else routine.name


def _first(begin: date, days: Iterable[str]) -> date:
    """The first of the days of the week from a day on."""
    weekdays = {DAYS.index(day) for day in days}
    return next(day for day in (begin + timedelta(n) for n in range(7)) if day.weekday() in weekdays)


def written(all_events: Iterable[Event]) -> bytes:
    """Events as the file that a calendar reads."""
    made = icalendar.Calendar()
    made.add("version", "2.0")
    made.add("prodid", PRODUCT)
    for event in all_events:
        made.add_component(_event(event))
    return made.to_ical()


def _event(event: Event) -> icalendar.Event:
    made = icalendar.Event()
    made.add("uid", event.uid)
    made.add("dtstamp", event.stamp)
    made.add("dtstart", event.start)
    made.add("duration", timedelta(minutes=event.minutes))
    made.add("rrule", {"freq": "weekly", "byday": [_CODES[day] for day in event.days]})
    made.add("summary", event.summary)
    for name, text in (("description", event.description), ("url", event.url)):
        if text:
            made.add(name, text)
    if event.alarm:
        reminder = icalendar.Alarm()
        reminder.add("action", "DISPLAY")
        reminder.add("description", event.summary)
        reminder.add("trigger", timedelta(minutes=-event.alarm))
        made.add_component(reminder)
    return made
