"""A weekly plan as a calendar's file, read back by another library than writes it."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from tests.helpers import ENGLISH, ROOT, fixture_library
from unslouch.content.library import Library
from unslouch.content.vocabulary import DAYS
from unslouch.guide.guide import Guide
from unslouch.guide.options import Options
from unslouch.pages import calendar
from unslouch.pages.calendar import Event
from unslouch.tools.making import all_of

LIBRARY = fixture_library()
PLAN = LIBRARY.routines["plan"]
SITE = "https://example.org/guide/"
VECTORS = json.loads((ROOT / "tests/vectors/calendar.json").read_text("utf-8"))["calendars"]
CLOCK_CHANGES = {
    "Europe/London": (date(2027, 3, 28), date(2026, 10, 25)),
    "America/New_York": (date(2027, 3, 14), date(2026, 11, 1)),
}
EVENT = Event(
    "plan-1@unslouch",
    datetime(2026, 1, 5, tzinfo=UTC),
    datetime(2026, 10, 19, 8),
    75,
    DAYS,
    "Back; hips, \\ and more",
    "a\nb",
    SITE,
    10,
)


def guide(library: Library = LIBRARY, site: str = SITE) -> Guide:
    return Guide(library, ENGLISH, options=Options(site_url=site))


def unfolded(written: str) -> list[str]:
    return written.replace("\r\n ", "").split("\r\n")


def read(written: bytes) -> Any:
    """The calendar as vobject has it."""
    return vobject.readOne(written.decode())


@pytest.mark.parametrize("one", VECTORS, ids=lambda one: one["why"])
def test_it_is_written_as_scripts_write_it(one):
    events = [
        Event(
            **event
            | {"stamp": datetime.fromisoformat(event["stamp"]), "start": datetime.fromisoformat(event["start"])}
            | {"days": tuple(DAYS[day] for day in event["days"])}
        )
        for event in one["events"]
    ]
    written = calendar.written(events).decode()
    assert unfolded(written) == unfolded(one["written"])
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert "\n" not in written.replace("\r\n", "")


def test_each_weekly_plan_has_one_and_it_is_the_same_in_two_builds():
    made = all_of(calendar.makes(guide()))
    assert set(made) == {"week/plan.ics"}
    assert all_of(calendar.makes(guide())) == made


def test_days_on_which_the_same_is_done_are_one_event():
    week = PLAN.week.model_copy(
        update={
            "monday": ("short-session", "desk-break"),
            "tuesday": ("desk-break",),
            "friday": ("short-session", "desk-break"),
        }
    )
    week = week.model_copy(update={"wednesday": ()})
    plan = PLAN.model_copy(update={"week": week}).named("plan")
    library = Library(LIBRARY.exercises, LIBRARY.routines | {"plan": plan}, LIBRARY.safety)
    both, one = calendar.events(guide(library), plan)
    assert (both.days, one.days) == (("monday", "friday"), ("tuesday",))
    assert both.summary == "Short session, Desk break"
    assert both.minutes == calendar.minutes(guide(), [LIBRARY.routines[id] for id in ("short-session", "desk-break")])
    assert [line.split(": ")[0] for line in both.description.splitlines()] == ["Short session", "Desk break"]
    assert f"{SITE}play/index.html#" in one.description
    assert (both.url, one.url) == (f"{SITE}routines/plan/", f"{SITE}routines/desk-break/")
    assert (both.uid, one.uid) == ("plan-1@example.org", "plan-2@example.org")


def test_without_an_address_there_is_none():
    [event] = calendar.events(guide(site=""), PLAN)
    assert (event.url, event.description, event.uid) == ("", "Short session", "plan-1@unslouch")


def test_another_library_reads_what_was_written():
    event = read(calendar.written([EVENT])).vevent
    assert event.summary.value == EVENT.summary
    assert event.description.value == EVENT.description
    assert event.url.value == SITE
    assert event.uid.value == EVENT.uid
    assert (event.dtstart.value, event.duration.value) == (EVENT.start, timedelta(minutes=75))
    assert event.dtstamp.value == EVENT.stamp
    assert event.valarm.trigger.value == timedelta(minutes=-10)


def test_the_plan_of_the_fixture_falls_on_its_days():
    event = read(calendar.makes(guide())["week/plan.ics"]()).vevent
    times = list(islice(event.getrruleset(), 4))
    assert [time.weekday() for time in times] in ([0, 2, 0, 2], [2, 0, 2, 0])
    assert times[0] == event.dtstart.value
    assert {time.time() for time in times} == {calendar.AT}


@pytest.mark.parametrize("zone", CLOCK_CHANGES)
def test_the_hour_stays_when_clocks_change(zone):
    """A reader's calendar puts times without a zone on its own clock."""
    event = read(calendar.written([EVENT])).vevent
    assert event.dtstart.value.tzinfo is None
    times = [time.replace(tzinfo=ZoneInfo(zone)) for time in islice(event.getrruleset(), 200)]
    assert {time.time() for time in times} == {EVENT.start.time()}
    for change in CLOCK_CHANGES[zone]:
        before, after = (
            next(time for time in times if time.date() == day) for day in (change - timedelta(days=1), change)
        )
        assert before.utcoffset() != after.utcoffset(), "clocks did change"
        assert abs((after.astimezone(UTC) - before.astimezone(UTC)) - timedelta(days=1)) == timedelta(hours=1)
