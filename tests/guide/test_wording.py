"""What readers are told in numbers: doses, lengths of time, days, and what is known of exercises."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.content.test_dose import DOSES, dose
from unslouch.content.amount import Duration, Range, parse_duration
from unslouch.guide import wording, words
from unslouch.guide.words import Words

ENGLISH = words.load("en")

IN_WORDS = [
    ({"reps": 12}, "3 × 12 repetitions"),
    ({"reps": "10-12"}, "3 × 10–12 repetitions"),
    ({"reps": 1}, "3 × 1 repetition"),
    ({"sets": 1, "reps": 8}, "1 × 8 repetitions"),
    ({"reps": "10-15", "unit": "steps"}, "3 × 10–15 steps"),
    ({"reps": 10, "unit": "swings"}, "3 × 10 swings"),
    ({"reps": 5, "unit": "slow breaths"}, "3 × 5 slow breaths"),
    ({"hold": "30 s"}, "3 × 30-second hold"),
    ({"hold": "1 s"}, "3 × 1-second hold"),
    ({"hold": "15-30 s"}, "3 × 15–30-second hold"),
    ({"hold": "1 min"}, "3 × 1-minute hold"),
    ({"hold": "60 s"}, "3 × 1-minute hold"),
    ({"hold": "1-2 min"}, "3 × 1–2-minute hold"),
    ({"hold": "90 s"}, "3 × 90-second hold"),
    ({"hold": "2 min 30 s"}, "3 × 2 min 30 s hold"),
    ({"hold": "100-150 s"}, "3 × 100–150-second hold"),
    ({"time": "45 s"}, "3 × 45-second set"),
    ({"time": "2 min"}, "3 × 2-minute set"),
    ({"time": "3 min 20 s"}, "3 × 3 min 20 s"),
    ({"reps": 10, "hold": "5 s"}, "3 × 10 repetitions, 5-second hold each"),
    ({"reps": 10, "time": "1 min"}, "3 × 10 repetitions, 1-minute set"),
    ({"time": "1 min", "hold": "5 s"}, "3 × 1-minute set, 5-second hold"),
    ({"reps": 10, "time": "1 min", "hold": "5 s"}, "3 × 10 repetitions, 5-second hold each, 1-minute set"),
    ({"reps": 12, "tempo": 4, "rest": "30 s", "days_per_week": "2-3"}, "3 × 12 repetitions"),
]


@pytest.mark.parametrize(("given", "expected"), IN_WORDS, ids=[expected for _, expected in IN_WORDS])
def test_a_dose_in_words_names_the_sides_where_there_are_two(given, expected):
    assert wording.dose(dose(**given), ENGLISH, both_sides=False) == expected
    assert wording.dose(dose(**given), ENGLISH, both_sides=True) == f"{expected}, each side"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"reps": "10-12"}, "3 × 10–12"),
        ({"reps": 10, "unit": "swings"}, "3 × 10 swings"),
        ({"hold": "15-30 s"}, "3 × 15–30 s hold"),
        ({"hold": "1-2 min"}, "3 × 1–2 min hold"),
        ({"hold": "2 min 30 s"}, "3 × 2 min 30 s hold"),
        ({"time": "45 s"}, "3 × 45 s"),
        ({"reps": 10, "hold": "5 s"}, "3 × 10, 5 s hold each"),
    ],
)
def test_a_dose_in_short_is_for_narrow_places(given, expected):
    assert wording.dose_in_short(dose(**given), ENGLISH, both_sides=False) == expected
    assert wording.dose_in_short(dose(**given), ENGLISH, both_sides=True) == f"{expected}, each side"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1 s", "1 second"),
        ("30 s", "30 seconds"),
        ("15-30 s", "15–30 seconds"),
        ("1 min", "1 minute"),
        ("1-2 min", "1–2 minutes"),
        ("90 s", "90 seconds"),
        ("1 min 31 s", "1 minute 31 seconds"),
        ("2 min 1 s", "2 minutes 1 second"),
        ("50-70 s", "50–70 seconds"),
    ],
)
def test_a_duration_by_itself_is_spelled_out(written, expected):
    assert wording.duration(parse_duration(written), ENGLISH) == expected


@pytest.mark.long
@given(DOSES, st.booleans())
def test_every_dose_has_words_on_one_line_that_name_all_its_numbers(dose, both_sides):
    said = wording.dose(dose, ENGLISH, both_sides=both_sides)
    assert said.startswith(f"{dose.sets} × ")
    assert "\n" not in said
    assert "{" not in said
    assert said.endswith("each side") == both_sides
    if dose.reps:
        assert f"{dose.reps} {dose.unit or 'repetition'}" in said


def test_the_rest_is_told_alike_everywhere():
    resting = dose(reps=10, rest="1 min 30 s")
    assert wording.rest(resting, ENGLISH) == "90 seconds of rest between sets"
    assert wording.rest_in_short(resting, ENGLISH) == "rest 90 s"
    for silent in (dose(reps=10), dose(sets=1, reps=10, rest="30 s")):
        assert wording.rest(silent, ENGLISH) == wording.rest_in_short(silent, ENGLISH) == ""


def test_days_minutes_dates_and_equipment():
    assert wording.days_a_week(Range(1, 1), ENGLISH) == "1 day a week"
    assert wording.days_a_week(Range(2, 3), ENGLISH) == "2–3 days a week"
    assert wording.minutes(Duration(60, 600), ENGLISH) == "1–10 minutes"
    assert wording.minutes(Duration(1, 1), ENGLISH) == "1 minute"
    assert (
        wording.checked([date(2026, 11, 3), None, date(2025, 1, 1)], ENGLISH) == "Text last checked on 3 November 2026."
    )
    assert wording.checked([None], ENGLISH) == ""
    assert wording.equipment(["bands", "chair"], ENGLISH) == "Resistance band, firm chair"
    assert wording.equipment([], ENGLISH) == "No equipment"


RUSSIAN = Words(
    "ru",
    {
        "locale": "ru",
        "list_style": "standard",
        "days_a_week": {
            "one": "{number} день в неделю",
            "few": "{number} дня в неделю",
            "many": "{number} дней в неделю",
            "other": "?",
        },
        "reviewed": "Проверено {date}",
        "terms": {},
    },
)


def test_a_language_has_its_own_plurals_units_dates_days_and_lists():
    said = [wording.days_a_week(Range(n, n), RUSSIAN) for n in (1, 2, 5)]
    assert said == ["1 день в неделю", "2 дня в неделю", "5 дней в неделю"]
    assert wording.days_a_week(Range(2, 5), RUSSIAN) == "2–5 дней в неделю"
    assert wording.minutes(Duration(60, 21 * 60), RUSSIAN) == "1–21 минута"
    assert set(wording.minutes_by_plural(RUSSIAN)) == {"one", "few", "many"}
    assert wording.checked([date(2026, 11, 3)], RUSSIAN).startswith("Проверено 3 ноября 2026")
    assert (RUSSIAN.weekday("monday"), RUSSIAN.weekday("tuesday", "narrow")) == ("понедельник", "В")
    assert RUSSIAN.listed(["а", "б", "в"]) == "а, б и в"
    assert RUSSIAN.listed([]) == ""
