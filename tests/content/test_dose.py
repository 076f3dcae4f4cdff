"""Doses: read from text, counted in seconds and minutes."""

from __future__ import annotations

from typing import Annotated

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BeforeValidator, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from unslouch.content import amount, validate, yaml
from unslouch.content import dose as doses
from unslouch.content.amount import Duration, DurationField, Range, RangeField, parse_duration, parse_range
from unslouch.content.dose import SECONDS_BETWEEN_SETS, SECONDS_TO_CHANGE_SIDES, Dose, PartialDose, minutes, seconds

RANGES = {
    "12": (12, 12),
    " 12 ": (12, 12),
    "10-12": (10, 12),
    "10 - 12": (10, 12),
    "10–12": (10, 12),
    "3-3": (3, 3),
    "007": (7, 7),
    12: (12, 12),
    1: (1, 1),
    9999: (9999, 9999),
}

DURATIONS = {
    "30 s": (30, 30),
    "30s": (30, 30),
    "15-30 s": (15, 30),
    "15–30 s": (15, 30),
    "15 - 30 s": (15, 30),
    "1 min": (60, 60),
    "1-2 min": (60, 120),
    "2min": (120, 120),
    "1 min 30 s": (90, 90),
    "0 min 45 s": (45, 45),
    "999 min 59 s": (59_999, 59_999),
    "9999 min": (599_940, 599_940),
    " 5 s ": (5, 5),
}

WRONG_RANGES = {
    "ten": "write 12 or 10-12",
    "": "write 12 or 10-12",
    "10 to 12": "write 10-12",
    "10—12": "write 10-12",
    "10−12": "write 10-12",
    "10..12": "write 10-12",
    "3x10": "write the dose as {sets: 3, reps: 10}",
    "2-3 sets of 8-12 reps": "write the dose as {sets: 2-3, reps: 8-12}",
    "3 x 30 sec": "write the dose as {sets: 3, hold: 30 s}",
    "8/6/4": "write 12 or 10-12",
    "10 (5 each side)": "write 12 or 10-12",
    "1e1": "write 12 or 10-12",
    "2x/day": "write times_per_day: 2 instead, and days_per_week: 7",
    "twice daily": "write times_per_day: 2 instead, and days_per_week: 7",
    "daily": "write 12 or 10-12",
    "5 days a week": "write 5",
    "3x/week": "write 3",
    "about 10": "write 10",
    "not 10": "write 12 or 10-12",
    "12 reps": "write 12",
    "12-10": "write 10-12",
    "0": "",
    "0-3": "",
    "3-0": "",
    "12345": "write 12 or 10-12",
    0: "",
    -3: "",
    10_000: "",
    12.0: "write 12 or 10-12",
    True: "write 12 or 10-12",
    None: "write 12 or 10-12",
    (10, 12): "write 12 or 10-12",
}

WRONG_DURATIONS = {
    "30": "write 30 s",
    "30 sec": "write 30 s",
    "30 seconds": "write 30 s",
    "30 S": "write 30 s",
    '30"': "write 30 s",
    "1 minute": "write 1 min",
    "2 mins.": "write 2 min",
    "2'": "write 2 min",
    "15—30 s": "write 15-30 s",
    "15 to 30 s": "write 15-30 s",
    "15‑30 secs": "write 15-30 s",
    "30-15 s": "write 15-30 s",
    "0 s": "",
    "0 min 0 s": "",
    "30s-45s": "write 30-45 s",
    "1-2 hours": "write 60-120 min",
    "30 s - 1 min": "write 30 s, 15-30 s, 1 min or 1 min 30 s",
    "half a minute": "write 30 s, 15-30 s, 1 min or 1 min 30 s",
    "1.5 min": "write 1 min 30 s",
    "1 h": "write 60 min",
    "": "write 30 s, 15-30 s, 1 min or 1 min 30 s",
    30: "write 30 s",
    90: "write 90 s",
    1.5: "write 30 s, 15-30 s, 1 min or 1 min 30 s",
    True: "write 30 s, 15-30 s, 1 min or 1 min 30 s",
    None: "write 30 s, 15-30 s, 1 min or 1 min 30 s",
}


@pytest.mark.parametrize("written", RANGES)
def test_a_range_is_read(written):
    found = parse_range(written)
    assert (found.low, found.high) == RANGES[written]


@pytest.mark.parametrize("written", DURATIONS)
def test_a_duration_is_read(written):
    found = parse_duration(written)
    assert (found.low, found.high) == DURATIONS[written]


def test_every_day_is_a_number_of_days_alone():
    with pytest.raises(PydanticCustomError) as refused:
        parse_range("daily", 7)
    assert refused.value.context["hint"] == "write 7"


@pytest.mark.parametrize("written", WRONG_RANGES)
def test_what_is_no_range_is_refused_with_what_to_write(written):
    with pytest.raises(PydanticCustomError) as refused:
        parse_range(written)
    assert refused.value.context["hint"] == WRONG_RANGES[written]


@pytest.mark.parametrize("written", WRONG_DURATIONS)
def test_what_is_no_duration_is_refused_with_what_to_write(written):
    with pytest.raises(PydanticCustomError) as refused:
        parse_duration(written)
    assert refused.value.context["hint"] == WRONG_DURATIONS[written]


def told(text: str) -> list[tuple[int, str, str]]:
    """Column, message and hint of every problem of a dose as a file of its own."""
    document, causes = yaml.parse(text, "dose.yml")
    assert document is not None
    _, problems = validate.read_as(Dose, document)
    return [(p.column, p.message, p.hint) for p in [*causes, *problems]]


TRAPS = {
    "{sets: 1, hold: 1:30}": (17, "`1:30` as the number 90", "write 90 s"),
    "{sets: 1, reps: 012}": (17, "`012` as the number 10", "write 12"),
    "{sets: 1, reps: 0x10}": (17, "`0x10` as the number 16", "plain digits"),
    "{sets: 1, reps: yes}": (17, "true or false is not a whole number", "10-12"),
    "{sets: 1, hold: on}": (17, "true or false is not a length of time", "30 s"),
    "{sets: 1, hold: [30 s]}": (17, "a list is not a length of time", "30 s"),
    "{sets: 1, reps: {a: b}}": (17, "a mapping is not a whole number", "10-12"),
    "{sets: 1, reps: 2026-11-12}": (17, "`2026-11-12` is not a whole number", "10-12"),
    "{sets: 1, reps: 1.5}": (17, "`1.5` is not a whole number", "10-12"),
    "{sets: 1.0, reps: 1}": (8, "`1.0` is not a whole number or a range", "10-12"),
    "{sets: yes, reps: 1}": (8, "true or false is not a whole number", "10-12"),
    "{sets: ², reps: 1}": (8, "`²` is not a whole number", "10-12"),
    "{sets: 0, reps: 1}": (8, "`0` must be 1 or more", ""),
    "{sets: 21, reps: 1}": (8, "`21` must be 20 or less", ""),
    "{sets: , reps: 1}": (8, "`None` is not a whole number", ""),
    "{reps: 1}": (1, "`sets` is missing", "how many times"),
    "{sets: 3}": (1, "a dose needs `reps`, `hold` or `time`", "add reps"),
    "{sets: 3, rest: 10 s, unit: steps}": (1, "a dose needs `reps`, `hold` or `time`", "add reps"),
    "{sets: 3, reps: 1, days_per_week: 5-8}": (35, "a week has seven days", "7 or less"),
    "{sets: 3, reps: 1, tempo: 0}": (27, "`tempo` must be more than 0", ""),
    "{sets: 3, reps: 1, tempo: 61}": (27, "`tempo` must be 60 or less", ""),
    "{sets: 3, reps: 1, tempo: '4'}": (27, "`tempo` takes a number, not text", "write 4"),
    "{sets: 3, reps: 1, unit: ' x'}": (26, "is not a word that says what is counted", "write steps"),
    "{sets: 3, reps: 1, unit: ''}": (26, "`unit` is empty", "write some text"),
    "{sets: 3, reps: none}": (17, "no `reps` to take away", "leave `reps` out"),
    "{sets: 3, reps: 8, hold: none}": (26, "no `hold` to take away", "leave `hold` out"),
    "{sets: 3, reps: 8, load: 2}": (26, "`2` says no unit", "write `2 kg`"),
    "{sets: 3, reps: 8, load: none}": (26, "no `load` to take away", "leave `load` out"),
    "{sets: 3, reps: 8, effort: RPE 7}": (28, "not a whole number", ""),
    "{sets: 3, reps: 8, effort: 11}": (28, "`11` must be 10 or less", ""),
    "{sets: 3, reps: 8, weight: 2 kg}": (20, "unknown key `weight`", "did you mean `load`?"),
    "{sets: 3, rep: 1}": (11, "unknown key `rep`", "did you mean `reps`?"),
}


@pytest.mark.parametrize("text", TRAPS)
def test_a_dose_that_is_not_right_is_explained_at_its_place(text):
    column, message, hint = TRAPS[text]
    problems = told(text)
    at_place = [p for p in problems if p[0] == column and message in p[1]]
    assert at_place, problems
    assert hint.lower() in at_place[0][2].lower()


@pytest.mark.parametrize("digits", ["9" * 400, "9" * 5000, "0" + "7" * 5000, "0x" + "f" * 5000])
@pytest.mark.parametrize("key", ["sets", "reps", "hold", "tempo"])
def test_a_number_of_endless_digits_is_only_a_problem(key, digits):
    dose = {"sets": "1", "reps": "1"} | {key: digits}
    problems = told("{" + ", ".join(f"{name}: {value}" for name, value in dose.items()) + "}")
    assert problems
    assert all(len(message) < 6000 for _, message, _ in problems)


def dose(**given: object) -> Dose:
    return Dose.model_validate({"sets": 3, **given})


SECONDS = [
    ({"hold": "30 s", "rest": "15 s"}, False, (120, 120)),
    ({"hold": "30 s", "rest": "15 s"}, True, (234, 234)),
    ({"hold": "30 s"}, False, (120, 120)),
    ({"hold": "15-30 s", "rest": "10-20 s"}, False, (65, 130)),
    ({"sets": 1, "reps": 10, "rest": "2 min"}, False, (30, 30)),
    ({"reps": "10-12", "tempo": 4, "rest": "30 s"}, False, (180, 204)),
    ({"sets": 1, "reps": 10, "tempo": 1.5}, False, (15, 15)),
    ({"sets": 1, "reps": 10, "hold": "5 s"}, False, (80, 80)),
    ({"sets": 2, "time": "1 min", "rest": "30 s"}, True, (286, 286)),
    ({"sets": 1, "time": "1 min", "hold": "5 s"}, False, (65, 65)),
    ({"sets": "2-3", "reps": 10, "rest": "20 s"}, False, (80, 130)),
]


@pytest.mark.parametrize(("given", "both_sides", "expected"), SECONDS)
def test_a_dose_takes_its_work_its_rests_and_the_change_of_sides(given, both_sides, expected):
    assert seconds(dose(**given), both_sides=both_sides) == Duration(*expected)


def test_sides_in_turn_are_not_changed_between_but_for_a_hold():
    moving, held = dose(sets=2, reps=10, rest="30 s"), dose(sets=1, hold="10 s")
    assert seconds(moving, both_sides=True, in_turn=True) == Duration(150, 150)
    assert seconds(held, both_sides=True, in_turn=True) == Duration(28, 28)


def ranges(kind: type[Range], largest: int = 9999) -> st.SearchStrategy[Range]:
    return st.lists(st.integers(1, largest), min_size=2, max_size=2).map(lambda ends: kind(*sorted(ends)))


AMOUNTS = {"reps": ranges(Range, 60), "hold": ranges(Duration), "time": ranges(Duration)}
OTHERS = {
    "tempo": st.floats(0.1, 60),
    "rest": ranges(Duration, 600),
    "unit": st.sampled_from(["steps", "swings", "breaths"]),
    "days_per_week": ranges(Range, 7),
}
SETS = {"sets": st.integers(1, 20) | ranges(Range, 20)}
DOSES = (
    st.fixed_dictionaries(SETS, optional=AMOUNTS | OTHERS)
    .filter(lambda given: given.keys() & AMOUNTS.keys())
    .map(Dose.model_validate)
)
PARTS = st.fixed_dictionaries({}, optional=SETS | AMOUNTS | OTHERS).map(PartialDose.model_validate)


@pytest.mark.long
@given(DOSES, st.booleans())
def test_a_dose_takes_no_longer_at_its_least_than_at_its_most(dose, both_sides):
    found = seconds(dose, both_sides=both_sides)
    assert 0 <= found.low <= found.high


@pytest.mark.long
@given(DOSES, st.booleans())
def test_one_set_more_is_never_shorter(dose, both_sides):
    longer = dose.changed_by(PartialDose(sets=dose.sets.high + 1)) if dose.sets.high < 20 else dose
    before, after = seconds(dose, both_sides=both_sides), seconds(longer, both_sides=both_sides)
    assert before.low <= after.low
    assert before.high <= after.high


@pytest.mark.long
@given(DOSES)
def test_the_other_side_doubles_the_work_and_not_the_rest(dose):
    rest = dose.rest or Duration(SECONDS_BETWEEN_SETS, SECONDS_BETWEEN_SETS)
    one, both = seconds(dose, both_sides=False), seconds(dose, both_sides=True)
    for end in ("low", "high"):
        sets, once = getattr(dose.sets, end), getattr(one, end)
        assert getattr(both, end) == 2 * once - getattr(rest, end) * (sets - 1) + sets * SECONDS_TO_CHANGE_SIDES


@given(ranges(Duration, 20_000))
def test_minutes_are_the_nearest_and_at_least_one(total):
    found = minutes(total)
    assert 1 <= found.low <= found.high
    for said, exact in ((found.low, total.low), (found.high, total.high)):
        assert abs(said * 60 - exact) <= 30 or said == 1


@given(ranges(Range))
def test_a_range_is_read_back_from_how_it_is_printed(written):
    assert parse_range(str(written)) == written
    assert parse_range(written) is written


@given(ranges(Duration))
def test_a_duration_is_read_back_from_how_it_is_written(written):
    assert parse_duration(f"{written.low}-{written.high} s") == written
    assert parse_duration(f"{written} s") == written
    in_minutes = Duration(written.low * 60, written.high * 60)
    assert parse_duration(f"{written} min") == in_minutes


@pytest.mark.long
@given(DOSES, PARTS)
def test_a_part_changes_what_it_says_and_nothing_else(dose, part):
    changed = dose.changed_by(part)
    for name in Dose.model_fields:
        expected = getattr(part, name) if name in part.model_fields_set else getattr(dose, name)
        assert getattr(changed, name) == expected
    assert changed.changed_by(part) == changed


def test_a_part_that_says_nothing_leaves_the_dose_alone():
    whole = dose(reps=12, rest="30 s")
    assert whole.changed_by(None) is whole
    assert whole.changed_by(PartialDose.model_validate({"sets": None, "reps": None})) == whole


def test_ranges_add_and_multiply_end_by_end():
    assert Range(1, 2) + Range(10, 20) == Range(11, 22)
    assert Range(1, 2) * 3 == Range(3, 6)
    assert Range(1, 2) * Range(10, 20) == Range(10, 40)


@given(ranges(Duration), ranges(Duration), ranges(Range))
def test_a_length_of_time_stays_one_whatever_it_is_added_to_or_multiplied_by(one, other, times):
    for found in (one + other, one * times, one * 3):
        assert type(found) is Duration
    assert one != Range(one.low, one.high)
    assert one == Duration(one.low, one.high)


NO_PATTERN_TELLS = {"12-10", "30-15 s", "0 min 0 s", 12.0}
"""Refused when read, and not by editors: a pattern cannot compare, and to JSON 12.0 is 12."""


@pytest.mark.parametrize("written", [*RANGES, *DURATIONS, *WRONG_RANGES, *WRONG_DURATIONS])
def test_editors_take_by_pattern_just_what_is_read(written):
    for kind, read in ((RangeField, parse_range), (DurationField, parse_duration)):
        schema = TypeAdapter(kind).json_schema()
        try:
            read(written)
            is_read = True
        except PydanticCustomError:
            is_read = False
        taken = jsonschema.Draft202012Validator(schema).is_valid(written)
        assert taken == is_read or written in NO_PATTERN_TELLS, kind


# To the number


def test_a_number_has_its_own_way_in_and_its_own_end():
    """What is built once, when the module is read, is built here again."""
    field = TypeAdapter(Annotated[Range, amount._at_most(20), BeforeValidator(parse_range), amount._range_schema(20)])
    assert field.validate_python("20") == Range(20, 20)
    with pytest.raises(ValidationError, match="`21` must be 20 or less"):
        field.validate_python("21")
    schema = field.json_schema()
    assert schema["anyOf"][0] == {"type": "integer", "minimum": 1, "maximum": 20}
    for written, fits in ((1, True), (20, True), (0, False), (21, False), (" 3-4 ", True), ("0", False), ("x", False)):
        assert jsonschema.Draft202012Validator(schema).is_valid(written) == fits


@pytest.mark.parametrize(("written", "read"), [("none", (0, 0)), (" None ", (0, 0)), ("3", (3, 3)), (3, (3, 3))])
def test_a_routine_takes_a_part_away_with_a_word(written, read):
    kind = Annotated[RangeField, doses._or_none(Range(0, 0)), doses._or_none_schema(RangeField)]
    field = TypeAdapter(kind)
    assert field.validate_python(written) == Range(*read)
    assert field.json_schema() == {"anyOf": [TypeAdapter(RangeField).json_schema(), {"const": "none"}]}
    with pytest.raises(ValidationError):
        field.validate_python("nothing")


def test_a_load_has_the_dash_of_a_range():
    assert doses._load("2 - 4 kg") == "2–4 kg"
    assert doses._load("2-4 kg, red-and-blue band") == "2–4 kg, red-and-blue band"
    assert doses._load(["2-4"]) == ["2-4"]


HELD = Dose.model_validate({"sets": 3, "hold": "30 s"})
COUNTED = Dose.model_validate({"sets": 2, "reps": 8})


@pytest.mark.parametrize(
    ("own", "part", "made"),
    [
        (HELD, None, {"sets": 3, "hold": "30 s"}),
        (HELD, {"sets": 1}, {"sets": 1, "hold": "30 s"}),
        (HELD, {"hold": "none", "reps": 5}, {"sets": 3, "reps": 5}),
        (HELD, {"hold": "none"}, None),
        (None, None, None),
        (None, {"reps": 5}, None),
        (None, {"sets": 2}, None),
        (None, {"sets": 2, "reps": 5}, {"sets": 2, "reps": 5}),
    ],
)
def test_a_routine_has_the_exercise_s_own_dose_or_its_own_or_none(own, part, made):
    said = part and PartialDose.model_validate(part)
    expected = made and Dose.model_validate(made)
    found = doses.in_routine(own, said)
    assert (found and found.model_dump()) == (expected and expected.model_dump())


def test_a_repetition_has_its_pace_and_a_hold_has_none():
    assert doses.pace(COUNTED) == doses.SECONDS_A_REPETITION
    assert doses.pace(COUNTED.model_copy(update={"tempo": 4.5})) == 4.5
    assert doses.pace(HELD) is None


@pytest.mark.parametrize(("tempo", "taken"), [(0.6, (5, 6)), (0.7, (6, 7)), (0.65, (5, 6))])
def test_half_a_second_is_one(tempo, taken):
    """8-10 repetitions, in tenths: 4.8 and 6.0, 5.6 and 7.0; rounded to even first, 0.65 counts as 0.6."""
    move = Dose.model_validate({"sets": 1, "reps": "8-10"}).model_copy(update={"tempo": tempo})
    assert seconds(move, both_sides=False) == Duration(*taken)
    less = move.model_copy(update={"reps": Range(8, 8), "tempo": 0.8})
    assert seconds(less, both_sides=False) == Duration(6, 6)  # 6.4


def test_a_time_and_repetitions_both_count():
    move = COUNTED.model_copy(update={"sets": Range(1, 1), "time": Duration(60, 60), "tempo": 1.0})
    assert seconds(move, both_sides=False) == Duration(68, 68)


@pytest.mark.parametrize(
    ("total", "told"),
    [((0, 29), (1, 1)), ((0, 89), (1, 1)), ((89, 90), (1, 2)), ((149, 150), (2, 3)), ((29, 30), (1, 1))],
)
def test_half_a_minute_is_one(total, told):
    found = minutes(Duration(*total))
    assert found == Range(*told)
    assert isinstance(found.low, int)
    assert isinstance(found.high, int)
