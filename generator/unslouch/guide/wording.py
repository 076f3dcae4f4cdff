"""How what a guide says in numbers is said in words: the one room where phrases for readers are put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from unslouch.content import dose as doses
from unslouch.content.amount import Duration, Range
from unslouch.content.dose import Dose
from unslouch.content.inline import capital, one_line
from unslouch.content.model import Block, Exercise, Routine
from unslouch.content.review import Review
from unslouch.content.vocabulary import LEVELS, Level
from unslouch.guide.words import Words

_NO_TIME = Duration(0, 0)
LONGEST_IN_SECONDS = 90
"""A single length of time up to so many seconds is told in seconds alone."""

# How much


def dose(how_much: Dose | None, words: Words, *, both_sides: bool, only: str = "") -> str:
    """A dose as pages say it: ``3 × 30-second hold, each side``; ``only`` is the one side that is to work."""
    if how_much is None:
        return words.say("todo_dose")
    reps = _counted(how_much, words) or words.count("dose_repetitions", how_much.reps or 0)
    time, hold = (_lasting(f"dose_{part}", getattr(how_much, part) or _NO_TIME, words) for part in ("time", "hold"))
    return _in_sets(_parts(how_much, words, reps, time, hold), how_much, words, both_sides, only)


def dose_in_short(how_much: Dose, words: Words, *, both_sides: bool, only: str = "") -> str:
    """A dose where there is little room, as on a card: ``3 × 10–12, each side``, ``3 × 30 s hold``."""
    time, held = (duration_in_short(one or _NO_TIME, words) for one in (how_much.time, how_much.hold))
    hold = words.say("dose_hold_short", duration=held)
    parts = _parts(how_much, words, _counted(how_much, words) or str(how_much.reps), time, hold)
    return _in_sets(parts, how_much, words, both_sides, only)


def _parts(how_much: Dose, words: Words, reps: str, time: str, hold: str) -> list[str]:
    """What a set is of, as far as it is of that; a hold beside repetitions is one in each of them."""
    if how_much.reps and how_much.hold:
        return [words.say("dose_held", reps=reps, hold=hold), *([time] if how_much.time else [])]
    said = ((how_much.reps, reps), (how_much.time, time), (how_much.hold, hold))
    return [told for amount, told in said if amount]


def _counted(how_much: Dose, words: Words) -> str:
    """So many of what the author counts; nothing where that is repetitions."""
    return words.say("dose_counted", number=str(how_much.reps), unit=how_much.unit) if how_much.unit else ""


def _in_sets(parts: list[str], how_much: Dose, words: Words, both_sides: bool, only: str) -> str:
    said = words.count("dose_sets", how_much.sets, what=words.listed(parts))
    if only:
        said = words.say(f"own_only_{only}", dose=said)
    elif both_sides:
        said = words.say("dose_each_side", dose=said)
    more = strain(how_much, words)
    return words.say("dose_with", dose=said, more=more) if more else said


def strain(how_much: Dose, words: Words) -> str:
    """The load, and how hard it should feel: ``2 kg, effort 5–7 of 10``; nothing where no author says."""
    effort = words.say("dose_effort", effort=str(how_much.effort)) if how_much.effort else ""
    if how_much.load and effort:
        return words.say("dose_with", dose=how_much.load, more=effort)
    return how_much.load or effort


def often(how_much: Dose | Routine | None, words: Words) -> str:
    """How often: ``3 times a day, 5 days a week``; nothing where no author says."""
    if how_much is None:
        return ""
    times = words.count("own_times", how_much.times_per_day) if how_much.times_per_day else ""
    days = days_a_week(how_much.days_per_week, words)
    return words.say("dose_with", dose=times, more=days) if times and days else times or days


def around(block: Block, words: Words) -> str:
    """How many of a block are done, and how often it is gone through: ``3 rounds``, or nothing."""
    rounds = words.count("rounds", block.rounds) if block.rounds > 1 else ""
    choose = words.count("choose", len(block.exercises), chosen=str(block.choose)) if block.choose else ""
    return words.say("dose_with", dose=choose, more=rounds) if choose and rounds else choose or rounds


def in_rounds(said: str, rounds: int, words: Words) -> str:
    """A dose as it is done in so many rounds, by itself: ``3 rounds of 1 × 10``."""
    return words.count("dose_rounds", rounds, dose=said) if rounds > 1 else said


# How long


def units_of(how_long: Duration) -> dict[str, Range]:
    """The units that a length of time is told in, with how many: whole minutes, else seconds, of a long one both."""
    if how_long.whole_minutes:
        return {"minute": how_long.whole_minutes}
    if how_long.is_single and how_long.low > LONGEST_IN_SECONDS:
        minutes, seconds = divmod(how_long.low, 60)
        return {"minute": Range(minutes, minutes), "second": Range(seconds, seconds)}
    return {"second": Range(how_long.low, how_long.high)}


def duration(how_long: Duration, words: Words) -> str:
    """A length of time by itself: ``30 seconds``, ``1–2 minutes``, ``2 minutes 1 second``."""
    parts = {unit: words.unit(number, unit) for unit, number in units_of(how_long).items()}
    return words.say("duration_minute_and_second", **parts) if len(parts) > 1 else "".join(parts.values())


def duration_in_short(how_long: Duration, words: Words) -> str:
    """The same with its unit's symbol: ``30 s``, ``1–2 min``."""
    return _lasting("short", how_long, words)


def _lasting(key: str, how_long: Duration, words: Words) -> str:
    """What ``key`` says of a length of time in its units."""
    units = units_of(how_long)
    *_, last = units.values()
    return words.count(f"{key}_{'_and_'.join(units)}", last, **{unit: str(number) for unit, number in units.items()})


def rest(how_much: Dose, words: Words) -> str:
    """``30 seconds of rest between sets``; nothing where there is none."""
    return words.say("rest_between_sets", duration=duration(how_much.pause, words)) if how_much.pause else ""


def rest_in_short(how_much: Dose | None, words: Words) -> str:
    """``rest 30 s``; nothing where there is none."""
    pause = how_much.pause if how_much else None
    return words.say("card_rest", duration=duration_in_short(pause, words)) if pause else ""


def minutes(how_long: Duration, words: Words) -> str:
    """About how long something takes: ``18–24 minutes``."""
    return words.unit(doses.minutes(how_long), "minute")


def minutes_in_short(how_long: Duration, words: Words) -> str:
    """The same with the unit's symbol: ``18–24 min``."""
    number = doses.minutes(how_long)
    return words.count("short_minute", number, minute=str(number))


def minutes_by_plural(words: Words) -> dict[str, str]:
    """``{number} minutes`` for each plural category that so many can be in, for a script to fill and choose from."""
    found: dict[str, str] = {}
    for number in range(200, 0, -1):
        found[words.plural(number)] = words.unit(number, "minute").replace(str(number), "{number}")
    return found


def days_a_week(days: Range | None, words: Words) -> str:
    """``2–3 days a week``, or nothing."""
    return words.count("days_a_week", days) if days else ""


# What is known of exercises


def level(exercises: Iterable[Exercise], words: Words) -> str:
    """Whom the exercises suit: ``Beginner``, ``Beginner to intermediate``; nothing where there are none."""
    levels = sorted({exercise.level for exercise in exercises if exercise.level}, key=LEVELS.index)
    return levels_between(levels[0], levels[-1], words) if levels else ""


def levels_between(low: Level, high: Level, words: Words) -> str:
    """One level, or from one to another: a single hard exercise does not make all of a choice hard."""
    if low == high:
        return capital(words.term(low))
    return capital(words.say("level_range", low=words.term(low), high=words.term(high)))


def sides(exercise: Exercise, words: Words) -> str:
    """Whether it is for both sides at once or for each."""
    return words.say(f"sides_{exercise.laterality}") if exercise.laterality else words.say("todo")


def needed(thing: str, numbers: Sequence[str], words: Words) -> str:
    """``resistance band (for number 4 only)``; without numbers the thing alone, for all need it."""
    term = words.term(thing)
    return words.count("equipment_for", len(numbers), thing=term, numbers=words.listed(numbers)) if numbers else term


def equipment(things: Iterable[str], words: Words) -> str:
    """What is needed, as a fact by itself: ``Mat, chair``, ``No equipment``."""
    return capital(words.listed(map(words.term, things))) or words.say("card_no_equipment")


def equipment_of(exercise: Exercise, words: Words) -> str:
    """The same of one exercise; nothing where its author has not said yet."""
    return "" if "equipment" in exercise.todo else equipment(exercise.equipment, words)


def checked(days: Iterable[date | None], words: Words) -> str:
    """When a text was last checked, the newest of several; nothing where no author says."""
    known = [day for day in days if day]
    return words.say("reviewed", date=words.date(max(known))) if known else ""


def reviewed(reviews: Iterable[Review], words: Words) -> str:
    """Who has read a text as a professional, a sentence each; nothing where nobody has."""
    said = (words.say(f"reviewed_{one.scope}", reader=reader(one, words), date=words.date(one.on)) for one in reviews)
    return " ".join(dict.fromkeys(said))


def reader(review: Review, words: Words) -> str:
    """``Ann Example, physiotherapist (HCPC PH00000)``."""
    name, role = one_line(review.by), one_line(review.role)
    if review.registration:
        return words.say("reader_registered", name=name, role=role, registration=one_line(review.registration))
    return words.say("reader", name=name, role=role)
